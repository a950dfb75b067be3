import { mimeRefusalWords } from "#shared/drafting/mime-refusal-words.ts";
import type { MimeRefusal } from "#shared/drafting/mime.ts";
import type { Language } from "#shared/kernel/money.ts";
import { foreign } from "#shared/kernel/text.ts";
import { GMAIL_MAIL } from "#shared/locales/gmail-mail.ts";
import { together } from "#shared/locales/locale.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import type { LastLook } from "./look-memory.ts";
import type {
  DraftFault,
  Filed,
  GmailFault,
  LedgerFault,
  Looked,
  SavedDraft,
  Unreached,
} from "./mail.ts";

/** Places not reached that are named; the rest is of the same kind. */
const TOLD_MAX = 3;

/** What Gmail did not do, for people: what happened, then what to do. */
export const gmailFaultText = (fault: GmailFault, language: Language): Sentence => {
  const words = GMAIL_MAIL[language].faults;
  switch (fault.type) {
    case "unavailable":
      return words.unavailable(fault.status);
    case "denied":
      return words.denied(fault.code);
    case "refused":
      return words.refused(fault.status, fault.code);
    case "offline":
    case "throttled":
    case "absent":
    case "too-large":
    case "unreadable":
      return words[fault.type];
  }
};

/** Words for the ledger's own faults come from whoever owns it. */
export type LedgerWords = (fault: LedgerFault) => Sentence;

/** Why a draft does not lie in Drafts. */
export const draftFaultText = (
  fault: DraftFault,
  language: Language,
  ledgerWords: LedgerWords,
): Sentence => {
  // Its words are kept: beside an open mail the same click writes it.
  if (fault.type === "denied") return GMAIL_MAIL[language].draft.denied;
  if (isGmailFault(fault)) return gmailFaultText(fault, language);
  if (fault.type === "draft-uncertain") return GMAIL_MAIL[language].draft.uncertain;
  if (isMimeRefusal(fault)) return mimeRefusalWords(fault, language);
  return ledgerWords(fault);
};

/** What is to be known of a draft that was made; empty where it is as it should be. */
export const savedDraftText = (
  saved: SavedDraft,
  isAnswer: boolean,
  language: Language,
): Sentence => {
  const words = GMAIL_MAIL[language].draft;
  return together(
    words.lies,
    saved.thread === "new" && isAnswer ? words.newThread : null,
    ...saved.notAttached.slice(0, TOLD_MAX).map((name) => words.notAttached(foreign(name, 80))),
  );
};

export const discardedText = (
  outcome: "removed" | "left" | "unknown",
  language: Language,
): Sentence => GMAIL_MAIL[language].draft[outcome];

/** `dayOf`: the day of a mail in the reader's own zone, as a short date. */
export const filedText = (
  filed: Filed,
  language: Language,
  ledgerWords: LedgerWords,
  dayOf: (at: number) => string,
): Sentence => {
  const words = GMAIL_MAIL[language].thread;
  const which = (at: readonly number[]): string =>
    at.length > TOLD_MAX ? "" : at.map(dayOf).join(", ");
  return together(
    filed.filed > 0 ? words.filed(filed.filed) : null,
    filed.already > 0 ? words.already(filed.already) : null,
    ...filed.left.slice(0, TOLD_MAX).map(({ count, at, why }) => {
      if (why.type === "too-many") return words.more(count);
      if (why.type === "other-debtor") return words.left(count, which(at), words.ofOthers);
      const reason = isGmailFault(why) ? gmailFaultText(why, language) : ledgerWords(why);
      return words.left(count, which(at), reason);
    }),
  );
};

/** « 3 réponses à lire », and what could not be reached. */
export const lookedText = (
  looked: Looked,
  language: Language,
  ledgerWords: LedgerWords,
): Sentence => {
  const words = GMAIL_MAIL[language].look;
  const { filed, unreached, fault } = looked;
  // Silence is no answer only where all was looked at.
  const isWhole = unreached.length === 0 && fault === null;
  const none = isWhole ? [words.none] : null;
  return together(
    filed.length === 0 ? none : [words.toRead(filed.length)],
    ...unreached.slice(0, TOLD_MAX).map((one) => unreachedText(one, language)),
    fault === null ? null : ledgerWords(fault),
  );
};

/** Of the last look of the hour, for the day's card; nothing where it found nothing and reached everything. */
export const lastLookText = (last: LastLook, language: Language): Sentence => {
  const words = GMAIL_MAIL[language].look;
  return together(
    last.filed === 0 ? null : [words.toRead(last.filed)],
    ...last.unreached.slice(0, TOLD_MAX).map((one) => unreachedText(one, language)),
    last.isStopped ? words.stopped : null,
  );
};

export const unreachedText = ({ place, count, why }: Unreached, language: Language): Sentence => {
  const words = GMAIL_MAIL[language].look;
  const reason =
    why.type === "too-many"
      ? words.tooMany
      : why.type === "out-of-time"
        ? words.outOfTime
        : why.type === "denied"
          ? words.denied
          : gmailFaultText(why, language);
  return words.unreached(words.places[place], count, reason);
};

const GMAIL_FAULTS: readonly string[] = [
  "offline",
  "throttled",
  "unavailable",
  "denied",
  "absent",
  "too-large",
  "refused",
  "unreadable",
] satisfies readonly GmailFault["type"][];

export const isGmailFault = (fault: { readonly type: string }): fault is GmailFault =>
  GMAIL_FAULTS.includes(fault.type);

const MIME_REFUSALS: readonly string[] = [
  "line-break-in-header",
  "address-unfit",
  "message-id-unfit",
  "date-unfit",
  "reference-unfit",
  "media-type-unfit",
  "too-long",
  "too-many",
  "too-big",
] satisfies readonly MimeRefusal["type"][];

const isMimeRefusal = (fault: { readonly type: string }): fault is MimeRefusal =>
  MIME_REFUSALS.includes(fault.type);
