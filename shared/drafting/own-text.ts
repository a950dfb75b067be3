import type { Language } from "#shared/kernel/money.ts";
import type { Shown } from "#shared/kernel/text.ts";
import { foldText, foreign, own } from "#shared/kernel/text.ts";
import { longDate, weekdayDate } from "#shared/locales/calendar-words.ts";
import { DRAFTING } from "#shared/locales/drafting.ts";
import { LETTERS } from "#shared/locales/drafting-letters.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { say } from "#shared/locales/locale.ts";
import type { Step, Tone } from "#shared/recovery/steps.ts";
import type { Block } from "./blocks.ts";
import { totalAsked } from "./charges.ts";
import type { Finding } from "./checks.ts";
import { findingWords, forbiddenIn, forbiddenInOwn } from "./checks.ts";
import type { DraftFacts } from "./facts.ts";
import { inLine, invoiceCount, paragraph } from "./letter-blocks.ts";
import type { Body } from "./reminders.ts";

/** Words of the creditor's own for one step in one language; null leaves Relance's. */
export type OwnWords = {
  readonly subject: string | null;
  readonly opening: string | null;
  readonly closing: string | null;
};

/** A page of one's own words: a mail in place of a reminder is what this stops. */
export const OWN_TEXT_CHARS_MAX = 4_000;
/** Mail programs cut a longer subject. */
export const OWN_SUBJECT_CHARS_MAX = 150;
const NAME_CHARS_MAX = 60;

export const PLACEHOLDERS = [
  "debtor",
  "total",
  "count",
  "invoices",
  "oldest-due",
  "days-late",
  "reply-by",
  "reference",
  "signatory",
  "creditor",
] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

/** As they are typed, between braces; accents and case do not count. */
export const PLACEHOLDER_NAMES: Readonly<Record<Language, Readonly<Record<Placeholder, string>>>> =
  {
    fr: {
      debtor: "débiteur",
      total: "total",
      count: "nombre de factures",
      invoices: "factures",
      "oldest-due": "plus ancienne échéance",
      "days-late": "jours de retard",
      "reply-by": "répondre avant le",
      reference: "référence",
      signatory: "signataire",
      creditor: "créancier",
    },
    en: {
      debtor: "debtor",
      total: "total",
      count: "number of invoices",
      invoices: "invoices",
      "oldest-due": "oldest due date",
      "days-late": "days late",
      "reply-by": "reply by",
      reference: "reference",
      signatory: "signatory",
      creditor: "creditor",
    },
  };

export type OwnTextPart = "subject" | "opening" | "closing";
export type OwnTextFault =
  | { readonly type: "placeholder-unknown"; readonly part: OwnTextPart; readonly name: string }
  | { readonly type: "brace-open"; readonly part: OwnTextPart }
  | { readonly type: "too-long"; readonly part: OwnTextPart; readonly max: number }
  | { readonly type: "line-break"; readonly part: OwnTextPart }
  | { readonly type: "forbidden"; readonly part: OwnTextPart; readonly finding: Finding };

const PARTS: readonly OwnTextPart[] = ["subject", "opening", "closing"];

/** What must be put right before a text of one's own is kept for a step. `tone` is the highest that the step may take. */
export const ownTextFaults = (
  words: OwnWords,
  at: { readonly step: Step; readonly tone: Tone; readonly language: Language },
): readonly OwnTextFault[] =>
  PARTS.reduce<readonly OwnTextFault[]>((all, part) => {
    const text = words[part];
    return text === null ? all : [...all, ...faultsOf(text, part, at)];
  }, []);

const faultsOf = (
  text: string,
  part: OwnTextPart,
  at: { readonly step: Step; readonly tone: Tone; readonly language: Language },
): readonly OwnTextFault[] => {
  const max = part === "subject" ? OWN_SUBJECT_CHARS_MAX : OWN_TEXT_CHARS_MAX;
  if (text.length > max) return [{ type: "too-long", part, max }];
  const faults: OwnTextFault[] = [];
  if (part === "subject" && /[\r\n]/.test(text)) faults.push({ type: "line-break", part });
  let plain = "";
  for (const piece of piecesOf(text)) {
    if (piece.type === "words") plain += piece.text;
    else if (placeholderOf(piece.name, at.language) === null) {
      faults.push({ type: "placeholder-unknown", part, name: piece.name });
    }
  }
  if (/[{}]/.test(plain)) faults.push({ type: "brace-open", part });
  for (const finding of forbiddenInOwn(plain, at))
    faults.push({ type: "forbidden", part, finding });
  return faults;
};

/** A fault in words, for the screen where the text is written. */
export const ownTextFaultWords = (fault: OwnTextFault, language: Language): Sentence => {
  const words = LETTERS[language].ownText;
  switch (fault.type) {
    case "placeholder-unknown":
      return words["placeholder-unknown"](inLine(fault.name));
    case "brace-open":
      return words["brace-open"];
    case "too-long":
      return words["too-long"](fault.max);
    case "line-break":
      return words["line-break"];
    case "forbidden":
      return words.forbidden(
        own(findingWords(fault.finding, language)),
        foreign(fault.finding.words),
      );
  }
};

/**
 * The body of a step with the creditor's own subject, opening and closing question. What the law or the facts dictate
 * stays: a promise or a call that is cited, the subject and the order to pay of a formal notice, all of a last notice. A
 * part whose words may not be said to this debtor is left as Relance writes it.
 */
export const withOwnText = (body: Body, words: OwnWords | null, facts: DraftFacts): Body => {
  if (words === null) return body;
  const dictated = facts.promise !== null || facts.step === "call" || facts.step === "last-notice";
  const fit = (text: string | null): string | null =>
    text === null || text.trim() === "" || forbiddenIn(text, facts).length > 0 ? null : text;
  const subject = dictated || facts.step === "formal-notice" ? null : fit(words.subject);
  const opening = dictated ? null : fit(words.opening);
  const closing = dictated ? null : fit(words.closing);
  return {
    ...body,
    subject: subject === null ? body.subject : filled(subject.replace(/\s+/g, " "), facts),
    opening: opening === null ? body.opening : paragraphsOf(opening, facts),
    ask: closing === null ? body.ask : paragraphsOf(closing, facts),
  };
};

const paragraphsOf = (text: string, facts: DraftFacts): readonly Block[] =>
  text
    .slice(0, OWN_TEXT_CHARS_MAX)
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => paragraph(filled(line, facts)));

type Piece =
  | { readonly type: "words"; readonly text: string }
  | { readonly type: "field"; readonly name: string };

const piecesOf = (text: string): readonly Piece[] => {
  const pieces: Piece[] = [];
  const field = /\{([^{}]{1,60})\}/g;
  let at = 0;
  for (let hit = field.exec(text); hit !== null; hit = field.exec(text)) {
    pieces.push({ type: "words", text: text.slice(at, hit.index) });
    pieces.push({ type: "field", name: hit[1] ?? "" });
    at = hit.index + hit[0].length;
  }
  pieces.push({ type: "words", text: text.slice(at) });
  return pieces;
};

const placeholderOf = (name: string, language: Language): Placeholder | null => {
  const folded = foldText(name);
  const names = PLACEHOLDER_NAMES[language];
  return PLACEHOLDERS.find((one) => foldText(names[one]) === folded) ?? null;
};

/** Typed words stay foreign: whatever they hold is shown, never obeyed. */
const filled = (text: string, facts: DraftFacts): Sentence =>
  piecesOf(text).reduce<Sentence>((all, piece) => {
    if (piece.type === "words") {
      return piece.text === "" ? all : say`${all}${foreign(piece.text, OWN_TEXT_CHARS_MAX)}`;
    }
    const placeholder = placeholderOf(piece.name, facts.language);
    return placeholder === null ? all : say`${all}${valueOf(placeholder, facts)}`;
  }, []);

const valueOf = (placeholder: Placeholder, facts: DraftFacts): Shown | Sentence => {
  const { language, invoices } = facts;
  const words = DRAFTING[language];
  switch (placeholder) {
    case "debtor":
      return inLine(facts.debtor.name, NAME_CHARS_MAX * 2);
    case "total":
      return words.cells.amount(totalAsked(facts));
    case "count":
      return own(String(invoiceCount(invoices)));
    case "invoices":
      return [...new Set(invoices.map((invoice) => invoice.number))].reduce<Sentence>(
        (all, number) => (all.length === 0 ? [inLine(number)] : say`${all}, ${inLine(number)}`),
        [],
      );
    case "oldest-due":
      return own(
        longDate(
          invoices.reduce(
            (oldest, invoice) => (invoice.dueOn < oldest ? invoice.dueOn : oldest),
            invoices[0]?.dueOn ?? facts.today,
          ),
          language,
        ),
      );
    case "days-late":
      return own(String(Math.max(0, ...invoices.map((invoice) => invoice.daysLate))));
    case "reply-by":
      return own(weekdayDate(facts.replyBy, language));
    case "reference":
      return inLine(facts.reference);
    case "signatory":
      return inLine(facts.creditor.signatory);
    case "creditor":
      return inLine(facts.creditor.name);
  }
};
