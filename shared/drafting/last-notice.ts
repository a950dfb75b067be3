import { invariant } from "#shared/kernel/result.ts";
import { DRAFTING } from "#shared/locales/drafting.ts";
import { LAST_NOTICE } from "#shared/locales/drafting-last-notice.ts";
import { LETTERS } from "#shared/locales/drafting-letters.ts";
import type { Language, Sentence } from "#shared/locales/locale.ts";
import { say, together } from "#shared/locales/locale.ts";
import { chargesBlocks, totalAsked } from "./charges.ts";
import type { DraftFacts, NoticeProof } from "./facts.ts";
import {
  blocksOf,
  foot,
  greeting,
  inLine,
  invoiceCount,
  invoiceTable,
  paragraph,
  paymentMeans,
  setAside,
  signature,
  totalOpen,
} from "./letter-blocks.ts";
import type { Body, Composed } from "./reminders.ts";
import { bodyBlocks, formalClosing, noticeOf } from "./reminders.ts";

/**
 * The body of the last notice before a creditor acts: the formal notice with its day and proof, what is due today, the
 * last day to pay it and an offer of instalments until then. What comes after is said as the creditor said it: the court
 * only where it will really be asked, never a seizure, a bailiff or a date on which anything will be done.
 */
export const lastNoticeBody = (facts: DraftFacts): Body => {
  const { language, lastNotice, invoices } = facts;
  invariant(lastNotice !== null, "a last notice follows a formal notice");
  const { notices, until, intendsCourt, mediator } = lastNotice;
  const shared = DRAFTING[language];
  const words = LAST_NOTICE[language];
  const letters = LETTERS[language].notice;
  const count = invoiceCount(invoices);
  const only = count === 1 ? invoices[0] : undefined;
  const notice = noticeOf(facts.law);
  const said = { notice, count, total: totalOpen(invoices) };
  return {
    subject: only === undefined ? words.subjectMany(count) : words.subject(inLine(only.number)),
    opening: [paragraph(words.open(said, listOf(notices, language), notices.length > 1))],
    figures: blocksOf(
      invoiceTable(invoices, "late", language),
      setAside(facts.contested, language),
      ...chargesBlocks(facts, true),
    ),
    ask: [
      {
        type: "paragraph",
        words: together(
          words.ask(totalAsked(facts), until),
          intendsCourt ? words.court(notice) : words.undecided(),
        ),
        weight: "strong",
      },
    ],
    rest: blocksOf(
      paragraph(paymentMeans(facts, invoices), shared.asOf(facts.paymentsKnownOn)),
      paragraph(words.plan(), words.disagreement()),
      mediator === null
        ? null
        : paragraph(letters.mediator(inLine(mediator.name), inLine(mediator.site))),
      paragraph(facts.paper === null ? shared.ignoreIfPaid() : letters.ignore()),
    ),
  };
};

/** The same as a mail: formal, since it follows a formal notice. */
export const composeLastNotice = (facts: DraftFacts): Composed => {
  const { debtor, creditor, language, reference } = facts;
  const body = lastNoticeBody(facts);
  return {
    subject: body.subject,
    blocks: blocksOf(
      greeting(debtor, language, true),
      ...bodyBlocks(body),
      formalClosing(facts),
      signature(creditor, language),
      foot(reference, language),
    ),
  };
};

const listOf = (notices: readonly NoticeProof[], language: Language): Sentence => {
  const words = LAST_NOTICE[language];
  return notices.reduce<Sentence>((all, notice, index) => {
    const one = words.noticed(notice.on, proofOf(notice, language));
    if (index === 0) return one;
    return index === notices.length - 1
      ? say`${all}${DRAFTING[language].and}${one}`
      : say`${all}, ${one}`;
  }, []);
};

/** « lettre recommandée n° 1A, présentée le 7 octobre 2026, reçue le 9 octobre 2026 »; null where nothing is known. */
const proofOf = (
  { way, number, presentedOn, came }: NoticeProof,
  language: Language,
): Sentence | null => {
  const words = LAST_NOTICE[language];
  if (way === "by-hand") {
    return presentedOn === null ? words.way["by-hand"](null) : words.delivered(presentedOn);
  }
  const parts: readonly (Sentence | null)[] = [
    way === null ? null : words.way[way](number === null ? null : inLine(number)),
    // What was received or refused on the day of its presentation is said once.
    presentedOn === null || (came?.on === presentedOn && came.kind !== "unclaimed")
      ? null
      : words.presented(presentedOn),
    came === null ? null : words.came[came.kind](came.on),
  ];
  const known = parts.filter((part): part is Sentence => part !== null);
  const [first, ...others] = known;
  return first === undefined
    ? null
    : others.reduce<Sentence>((all, part) => say`${all}, ${part}`, first);
};
