import type { Result } from "#shared/kernel/result.ts";
import { err, invariant, ok } from "#shared/kernel/result.ts";
import type { Foreign } from "#shared/kernel/text.ts";
import { own, shownText } from "#shared/kernel/text.ts";
import { DRAFTING } from "#shared/locales/drafting.ts";
import { LETTERS } from "#shared/locales/drafting-letters.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import type { DraftFacts } from "./facts.ts";
import { noticeBody } from "./formal-notice.ts";
import { lastNoticeBody } from "./last-notice.ts";
import {
  addresseeLines,
  creditorName,
  identityLines,
  inGroups,
  inLine,
  invoiceCount,
  signatoryLine,
} from "./letter-blocks.ts";
import type { PrintPage } from "./print-page.ts";
import type { DraftRefusal } from "./refusal.ts";
import type { Body } from "./reminders.ts";
import { bodyBlocks, reminderBody } from "./reminders.ts";
import { civilityOf } from "./salutation.ts";
import { paperRefusal } from "./text.ts";
import type { OwnWords } from "./own-text.ts";
import { withOwnText } from "./own-text.ts";

/** The letter, the formal notice or the last notice as a page to print, or why it is not written. */
export const letterPage = (
  facts: DraftFacts,
  ownWords: OwnWords | null = null,
): Result<PrintPage, DraftRefusal> => {
  const refusal = paperRefusal(facts);
  if (refusal !== null) return err(refusal);
  return ok(pageOf(facts, withOwnText(bodyOf(facts), ownWords, facts)));
};

const bodyOf = (facts: DraftFacts): Body => {
  if (facts.step === "letter") return reminderBody(facts, "letter");
  return facts.step === "last-notice" ? lastNoticeBody(facts) : noticeBody(facts);
};

const pageOf = (facts: DraftFacts, body: Body): PrintPage => {
  const { subject } = body;
  const { language, creditor, debtor, paper } = facts;
  invariant(paper !== null, "a printed letter has what a letter needs");
  const words = DRAFTING[language];
  const onPaper = LETTERS[language].paper;
  const civility = civilityOf(debtor.salutationName);
  const named = debtor.salutationName === null ? null : inLine(debtor.salutationName);
  const way = onPaper.way[paper.way];
  const signatory = signatoryLine(creditor);
  const digits = debtor.siren === null ? "" : debtor.siren.replace(/\D/g, "");
  const count = facts.attachments.length;
  return {
    language,
    title: `${inLine(facts.reference).foreign} ${subject.map(shownText).join("")}`,
    sender: [creditorName(creditor, language), ...identityLines(creditor, language)],
    way: way === null ? null : [own(way)],
    addressee: [
      ...addresseeLines(debtor),
      ...(digits === "" ? [] : [words.siren(inLine(inGroups(digits, 3)))]),
    ],
    placeDate: onPaper.placeDate(placeOf(creditor.address), facts.today),
    reference: onPaper.reference(inLine(facts.reference)),
    object: onPaper.object(subject),
    greeting: words.letterGreeting(named, civility),
    body: bodyBlocks(body),
    closing: words.formalClosing(named !== null, civility),
    signature: [
      ...(signatory === null ? [] : [signatory]),
      creditorName(creditor, language),
    ] satisfies readonly Sentence[],
    // The letter names its copies in its own words.
    enclosed:
      count === 0 || facts.step === "letter"
        ? null
        : onPaper.enclosed(invoiceCount(facts.invoices)),
    receipt: paper.way === "by-hand" ? [own(onPaper.receivedBy)] : null,
    foot: onPaper.quoteReference(inLine(facts.reference)),
  };
};

/** A letter is written in the town, not in its sorting office. */
const withoutCedex = (town: string): string => {
  const at = town.toLowerCase().indexOf(" cedex");
  return at < 0 ? town : town.slice(0, at);
};

/** The town out of the last line of a French address (« 69001 Lyon »); null where it is written otherwise. */
const placeOf = (address: readonly string[]): Foreign | null => {
  for (const line of [...address].reverse()) {
    const town = /^(?:F-)?\d{5} ([^\d]{2,60})$/.exec(line.trim());
    if (town !== null) return inLine(withoutCedex(town[1] ?? ""));
  }
  return null;
};
