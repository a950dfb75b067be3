import { BLOB_BYTES } from "#shared/app/desk/wire.ts";
import type { DeskRequest, DeskState, RunAnswer } from "#shared/app/desk/wire.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { MergeRefusal } from "#shared/ledger/merge.ts";
import { noteBinned } from "#gmail/script/actions/bin-memory.ts";
import { turnHourlyOn } from "#gmail/script/actions/hourly-job.ts";
import { isLedgerFault, ledgerFaultText } from "#gmail/script/actions/ledger-words.ts";
import { keepPrefs } from "#gmail/script/actions/prefs.ts";
import { isDamage } from "#gmail/script/actions/way-back.ts";
import type { GmailLedgerFault, RefoldProgress } from "#gmail/script/ledger/ledger.ts";
import { reachOf } from "#gmail/script/mail/reach.ts";
import type { DeskWorld } from "./desk-world.ts";

/** A call of the page has six minutes; what is not done by then goes on with the next call, and the page says how far it is. */
const REFOLD_MS = 60_000;

type Answer = Result<unknown, { readonly type: string }>;

/** One request of the page, already read as what it says it is. */
export const answerRequest = (world: DeskWorld, request: DeskRequest): Answer => {
  const { ledger, services } = world;
  switch (request.ask) {
    case "hello":
      return ok(stateOf(world));
    case "run":
      return ran(world, request);
    case "begin":
      return begun(world, request.ledger);
    case "keep-prefs": {
      const { author, language } = world.prefs;
      keepPrefs(services, {
        ...world.prefs,
        author: request.author ?? author,
        language: request.language ?? language,
      });
      return ok(null);
    }
    case "segment-names":
      return told(world, ledger.segmentNames());
    case "segment-texts":
      return told(world, ledger.segmentTexts(request.names));
    case "blob-names":
      return told(world, ledger.vault.names());
    case "blob":
      return told(world, blobFrom(world, request));
    case "keep-blob":
      return told(world, ledger.vault.keep(new Map([[request.sha256, request.bytes]])));
    case "take-in":
      return told(world, ledger.takeIn(request.texts));
    case "refold":
      return folded(world, ledger.refold(services.now() + REFOLD_MS));
    case "recover":
      return folded(world, ledger.recover(services.now() + REFOLD_MS));
    case "out-of-bin": {
      const left = ledger.takeOutOfBin();
      if (left.ok) noteBinned(services, world.binned, left.value);
      return told(world, left);
    }
    case "witness":
      return ok(ledger.witness());
    case "keep-witness":
      return told(world, ledger.keepWitness(request.witness));
    case "draft-link":
      return linkOf(world, request.draft);
  }
};

/**
 * Made whole again, a store is one that was lost, or taken in: where its files lie is looked at once, since what lies in
 * Drive's bin works unnoticed until Google purges it.
 */
const folded = (world: DeskWorld, work: Result<RefoldProgress, GmailLedgerFault>): Answer => {
  if (work.ok && work.value.done) {
    const binned = world.ledger.inBin();
    if (binned.ok) noteBinned(world.services, world.binned, binned.value);
  }
  return told(world, work);
};

/** How an earlier draft opens, or why it must not; neither where nothing is known of it. */
const linkOf = (world: DeskWorld, draft: string): Answer => {
  const { composeLink, earlierDraft } = world.parts.acts();
  const earlier = earlierDraft(world, draft);
  if (!earlier.ok) return worded(world, earlier.error);
  const found = earlier.value;
  switch (found.type) {
    case "saved":
      return ok({ link: found.saved.link, why: null });
    case "kept":
      return ok({ link: composeLink(found.kept), why: null });
    case "overtaken":
      return ok({ link: null, why: found.why });
    case "left":
      return ok({ link: null, why: null });
  }
};

const stateOf = (world: DeskWorld): DeskState => {
  const reach = reachOf(world.mailbox);
  const size = world.ledger.size();
  return {
    tip: world.ledger.tip(),
    author: world.prefs.author,
    language: world.language,
    timeZone: world.timeZone(),
    writesDrafts: world.writesDrafts,
    likelyAddresses: reach.kind === "mailbox" ? [reach.address] : [],
    entries: size?.entries ?? 0,
    missingFiles: size?.missingFiles ?? 0,
    binned: world.binned,
  };
};

const ran = (
  world: DeskWorld,
  { name, input, bytes }: Extract<DeskRequest, { readonly ask: "run" }>,
): Answer => {
  const { parts } = world;
  const useCase = parts.cases().caseNamed(name, () => parts.replies().REPLY_CASES);
  if (useCase === null) return err({ type: "case-unknown" });
  // The input is of the same use case in the same build: its name says its type, which no schema repeats.
  const done = world.ledger.run(useCase, input as never, { bytes });
  if (!done.ok) return worded(world, done.error);
  const answer: RunAnswer = { view: done.value, links: world.links };
  return ok(answer);
};

/** A ledger that begins here, with a backup of Outlook's say, has its job of the hour from the first day too. */
const begun = (world: DeskWorld, named: string | null): Answer => {
  const tip = world.ledger.begin(named ?? undefined);
  if (tip.ok) turnHourlyOn(world.services);
  return told(world, tip);
};

const blobFrom = (
  { ledger, services }: DeskWorld,
  { sha256, from }: Extract<DeskRequest, { readonly ask: "blob" }>,
): Result<{ readonly size: number; readonly base64: string } | null, GmailLedgerFault> => {
  const found = ledger.vault.get([sha256]);
  if (!found.ok) return found;
  const bytes = found.value.get(sha256) ?? null;
  if (bytes === null) return ok(null);
  const base64 = services.base64(bytes.slice(from, from + BLOB_BYTES));
  return ok({ size: bytes.length, base64 });
};

const told = <T>(world: DeskWorld, result: Result<T, GmailLedgerFault | MergeRefusal>): Answer =>
  result.ok ? result : worded(world, result.error);

/** What the pages have words for goes as it is; what only Gmail's ledger says brings its words along. */
const PLAIN: ReadonlySet<string> = new Set(["ledger-not-begun", "bytes-missing", "act-failed"]);

const worded = (world: DeskWorld, error: { readonly type: string }): Answer => {
  if (!isLedgerFault(error) || PLAIN.has(error.type)) return err(error);
  const text = ledgerFaultText(error, world.language);
  return err({ type: "host-fault", fault: error.type, text, recover: isDamage(error) });
};
