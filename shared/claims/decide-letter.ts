import { addDays, earliest, latest } from "#shared/kernel/calendar.ts";
import { idOfChance, idOfFacts } from "#shared/kernel/ids.ts";
import { unreachable } from "#shared/kernel/result.ts";
import type { AccountState, Act } from "./account.ts";
import { balancesOf } from "./balances.ts";
import {
  decided,
  notAfter,
  notBefore,
  notEnded,
  notFound,
  notInFuture,
  notOnWeekend,
  notRecorded,
} from "./checks.ts";
import type { LawCommand } from "./file-commands.ts";
import { fileOf } from "./file.ts";
import type { LetterProof } from "./file.ts";
import type { LETTER_PROOFS } from "./law-events.ts";
import { instalmentStandings } from "./promises.ts";
import type { ClaimRefusal, DecideFacts, Decision } from "./refusals.ts";

type Command<K extends LawCommand["type"]> = Extract<LawCommand, { readonly type: K }>;
export type LetterCommand = Command<
  "record-letter-sent" | "record-letter-proof" | "notice-acceleration"
>;
type ProofKind = (typeof LETTER_PROOFS)[number];

/** Steps that go out as a letter. */
const LETTER_STEPS: readonly string[] = ["letter", "formal-notice", "last-notice"];

const letterAct = (state: AccountState, id: string): Act | null =>
  state.acts.find((known) => known.act === id && known.waived === null) ?? null;

const isLetter = ({ act, step }: Act): ClaimRefusal | null =>
  LETTER_STEPS.includes(step) ? null : { type: "not-a-letter", act, step };

/** Nobody but a professional gets a registered e-letter without having agreed to it (CPCEP L100); no field says so. */
const channelHolds = (
  state: AccountState,
  { channel }: Command<"record-letter-sent">,
): ClaimRefusal | null => {
  const kind = state.debtor?.kind ?? null;
  return channel === "registered-electronic" && kind !== "business" && kind !== "public"
    ? { type: "electronic-letter-not-agreed", field: "channel" }
    : null;
};

/** Proofs of one rank may fall on one day; a later rank never precedes an earlier one. */
const RANK: Readonly<Record<ProofKind, number>> = {
  deposit: 0,
  "first-presentation": 1,
  receipt: 2,
  refusal: 2,
  unclaimed: 2,
  return: 3,
};

/** A letter comes to one end; one that was refused or not fetched then comes back. */
const EXCLUDES: Readonly<Record<ProofKind, readonly ProofKind[]>> = {
  deposit: [],
  "first-presentation": [],
  receipt: ["refusal", "unclaimed", "return"],
  refusal: ["receipt", "unclaimed"],
  unclaimed: ["receipt", "refusal"],
  return: ["receipt"],
};

const inOrder = (
  { kind, on }: Command<"record-letter-proof">,
  proofs: readonly LetterProof[],
  sentOn: LetterProof["on"] | null,
): ClaimRefusal | null => {
  const before = proofs.filter((proof) => RANK[proof.kind] < RANK[kind]).map((proof) => proof.on);
  const after = proofs.filter((proof) => RANK[proof.kind] > RANK[kind]).map((proof) => proof.on);
  const first = latest([...before, sentOn]);
  return (
    (first === null ? null : notBefore("on", on, first)) ?? notAfter("on", on, earliest(after))
  );
};

const recordProof = (
  command: Command<"record-letter-proof">,
  state: AccountState,
  facts: DecideFacts,
): Decision => {
  const { type: _, ...data } = command;
  const act = letterAct(state, data.act);
  if (act === null) return notFound("act", data.act);
  const { letters, letterProofs } = fileOf(state);
  const proofs = letterProofs.filter((known) => known.act === data.act);
  const proof = idOfFacts("proof", [state.account, data.act, data.kind, data.on]);
  const against = proofs.find((known) => EXCLUDES[data.kind].includes(known.kind));
  const sentOn = letters.find((known) => known.act === data.act)?.on ?? null;
  return decided(
    [
      isLetter(act),
      notInFuture("on", data.on, facts.today),
      notRecorded(
        "letter-proof",
        proof,
        proofs.find(({ kind }) => kind === data.kind),
      ),
      against === undefined
        ? null
        : { type: "proofs-contradict", kind: data.kind, there: against.kind },
      inOrder(command, proofs, sentOn),
    ],
    { type: "letter-proof-recorded", data: { proof, ...data } },
  );
};

const recordSent = (
  command: Command<"record-letter-sent">,
  state: AccountState,
  facts: DecideFacts,
): Decision => {
  const { type: _, ...data } = command;
  const act = letterAct(state, data.act);
  if (act === null) return notFound("act", data.act);
  const proofs = fileOf(state).letterProofs.filter((known) => known.act === data.act);
  return decided(
    [
      isLetter(act),
      channelHolds(state, command),
      notInFuture("on", data.on, facts.today),
      notAfter("on", data.on, earliest(proofs.map(({ on }) => on))),
    ],
    { type: "letter-sent", data },
  );
};

/** The rest falls due only by a notice about a part that was not paid, and that stays unanswered. */
const noticeAcceleration = (
  command: Command<"notice-acceleration">,
  state: AccountState,
  facts: DecideFacts,
): Decision => {
  const { type: _, ...data } = command;
  const there = state.instalments.find((known) => known.instalments === data.instalments);
  if (there === undefined) return notFound("instalments", data.instalments);
  const standing = instalmentStandings(state, balancesOf(state), {
    today: data.on,
    paymentsKnownOn: data.on,
  }).find(({ instalments }) => instalments.instalments === data.instalments);
  const missed = standing?.parts.some((part) => part.standing === "broken") === true;
  const { exchange } = data;
  const unknown: ClaimRefusal | null =
    exchange !== null && !state.exchanges.some((known) => known.exchange === exchange)
      ? { type: "not-found", kind: "exchange", id: exchange }
      : null;
  return decided(
    [
      notEnded("instalments", data.instalments, there.ended),
      notInFuture("on", data.on, facts.today),
      missed ? null : { type: "no-instalment-missed", instalments: data.instalments, on: data.on },
      notBefore("until", data.until, addDays(data.on, 1)),
      notOnWeekend("until", data.until),
      unknown,
    ],
    {
      type: "acceleration-noticed",
      data: { notice: idOfChance("acceleration", facts.chance), ...data },
    },
  );
};

/** How letters went out and what became of them, and the notice that ends a plan of instalments. */
export const decideLetter = (
  command: LetterCommand,
  state: AccountState,
  facts: DecideFacts,
): Decision => {
  switch (command.type) {
    case "record-letter-sent":
      return recordSent(command, state, facts);
    case "record-letter-proof":
      return recordProof(command, state, facts);
    case "notice-acceleration":
      return noticeAcceleration(command, state, facts);
    default:
      return unreachable(command);
  }
};
