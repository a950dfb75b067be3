import type { AccountState, Act, AttachedDocument } from "#shared/claims/account.ts";
import { balancesOf } from "#shared/claims/balances.ts";
import { fileOf } from "#shared/claims/file.ts";
import type { AccountFile } from "#shared/claims/file.ts";
import type { RecoveryContext } from "./context.ts";
import { presentedOn } from "./notice-limits.ts";
import type { Step } from "./steps.ts";

/** Steps that are prepared with exhibits: the others only ask. */
export const SERIOUS_STEPS = ["letter", "formal-notice", "last-notice", "legal"] as const;
export type SeriousStep = (typeof SERIOUS_STEPS)[number];

export const isSerious = (step: Step): step is SeriousStep =>
  (SERIOUS_STEPS as readonly string[]).includes(step);

export const MISSING_CODES = [
  "debtor",
  "address",
  "siren",
  "identity-check",
  "invoice-copy",
  "order-or-contract",
  "delivery-proof",
  "terms",
  "order-number",
  "service-code",
  "mediator",
  "letter-sent",
  "letter-deposit",
  "letter-presentation",
  "sent-mail",
] as const;
export type MissingCode = (typeof MISSING_CODES)[number];

/**
 * What the file lacks before a serious step. `formal`: without it a formal step would fail or go to the wrong person;
 * `advised`: it makes the step stronger. `invoices` null: it is of the whole account.
 */
export type Missing = {
  readonly code: MissingCode;
  readonly invoices: readonly string[] | null;
  readonly needed: "formal" | "advised";
};

const rank = (step: SeriousStep): number => SERIOUS_STEPS.indexOf(step);

type Kinds = readonly AttachedDocument["kind"][];

/** Invoices without a document of these kinds; one attached to the account as a whole counts for all. */
const without = (
  kinds: Kinds,
  invoices: readonly string[],
  documents: readonly AttachedDocument[],
): readonly string[] => {
  const found = documents.filter(({ kind, removed }) => removed === null && kinds.includes(kind));
  if (found.some(({ invoice, kind }) => invoice === null && kind !== "invoice")) return [];
  const named = new Set(found.map(({ invoice }) => invoice));
  return invoices.filter((id) => !named.has(id));
};

const touches = (act: Act, invoices: readonly string[]): boolean =>
  act.waived === null && act.portions.some(({ invoice }) => invoices.includes(invoice));

const latestOf = (acts: readonly Act[]): Act | null =>
  acts.reduce<Act | null>((best, act) => (best === null || act.on >= best.on ? act : best), null);

const letterProofs = (
  state: AccountState,
  file: AccountFile,
  invoices: readonly string[],
): readonly ("letter-sent" | "letter-deposit" | "letter-presentation")[] => {
  const notice = latestOf(
    state.acts.filter((act) => act.step === "formal-notice" && touches(act, invoices)),
  );
  if (notice === null) return [];
  const letter = file.letters.find(({ act }) => act === notice.act);
  if (letter === undefined) return ["letter-sent"];
  if (letter.channel === "simple") return [];
  const kinds = file.letterProofs.filter(({ act }) => act === notice.act).map(({ kind }) => kind);
  // That nobody fetched it does not say when it was first presented: the plan waits for that day.
  const presented = presentedOn(file, notice.act) !== null;
  if (letter.channel === "by-hand") return presented ? [] : ["letter-presentation"];
  return [
    ...(kinds.includes("deposit") ? [] : (["letter-deposit"] as const)),
    ...(presented ? [] : (["letter-presentation"] as const)),
  ];
};

/** Declared sent, and no bytes of the mail kept: a reminder nobody can show. */
const mailsNotKept = (state: AccountState, invoices: readonly string[]): readonly string[] => {
  const named = new Set<string>();
  for (const act of state.acts) {
    if (act.step === "call" || act.how !== "declared" || !touches(act, invoices)) continue;
    const kept =
      act.exchange !== null &&
      state.exchanges.some(
        ({ exchange, versions }) => exchange === act.exchange && versions.length > 0,
      );
    if (kept) continue;
    for (const { invoice } of act.portions) if (invoices.includes(invoice)) named.add(invoice);
  }
  return [...named];
};

/**
 * What is missing before a step of these invoices (all that is open, where none are given). A reminder needs nothing. A
 * formal notice needs a debtor that can be named and reached, and a copy of what it claims; a last notice and the legal
 * route need the proof of the claim and of the notice as well.
 */
export const missingFor = (
  state: AccountState,
  step: Step,
  context: RecoveryContext,
  of: readonly string[] | null = null,
): readonly Missing[] => {
  if (!isSerious(step)) return [];
  const file = fileOf(state);
  const invoices =
    of ??
    balancesOf(state)
      .invoices.filter(({ open }) => open > 0)
      .map(({ invoice }) => invoice.invoice);
  const out: Missing[] = [];
  const add = (
    code: MissingCode,
    formal: boolean,
    which: readonly string[] | null = null,
  ): void => {
    if (which !== null && which.length === 0) return;
    out.push({ code, invoices: which, needed: formal ? "formal" : "advised" });
  };
  const isNotice = rank(step) >= rank("formal-notice");
  const isCourt = rank(step) >= rank("last-notice");
  const { debtor, documents } = state;
  if (debtor === null) add("debtor", true);
  else {
    if ((debtor.address ?? "").trim() === "") add("address", true);
    const registered = debtor.kind !== "consumer" && debtor.country === "FR";
    if (registered && debtor.siren === null && debtor.siret === null) add("siren", isNotice);
    if (isNotice && debtor.kind !== "consumer" && !isIdentitySeen(file))
      add("identity-check", true);
    const mediated = debtor.kind === "consumer" && context.creditor.creditor?.country === "FR";
    if (mediated && context.creditor.policy.mediator === null) add("mediator", isNotice);
  }
  add("invoice-copy", isNotice, without(["invoice"], invoices, documents));
  add("order-or-contract", isCourt, without(["order", "contract", "quote"], invoices, documents));
  add("delivery-proof", isCourt, without(["delivery-note"], invoices, documents));
  const terms = documents.some(({ kind, removed }) => kind === "terms" && removed === null);
  if (!terms && file.terms?.source == null) add("terms", false);
  const way = file.invoicingWay;
  if (way?.orderNeeded === true) {
    const numbered = new Set(
      state.invoices.filter(({ order }) => order !== null).map(({ invoice }) => invoice),
    );
    add(
      "order-number",
      isNotice,
      invoices.filter((id) => !numbered.has(id)),
    );
  }
  if (way?.way === "platform" && debtor?.kind === "public" && way.serviceCode === null)
    add("service-code", false);
  if (isCourt) for (const code of letterProofs(state, file, invoices)) add(code, true);
  add("sent-mail", false, mailsNotKept(state, invoices));
  return out;
};

/** Read in the register at least once; how fresh it must be is asked where the step is taken. */
const isIdentitySeen = ({ identities }: AccountFile): boolean =>
  identities.some(({ where }) => where === "register");
