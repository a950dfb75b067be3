import { foldText } from "#shared/kernel/text.ts";
import type { Money } from "#shared/kernel/money.ts";
import { addMoney } from "#shared/kernel/money.ts";
import { DRAFTING } from "#shared/locales/drafting.ts";
import { LETTERS } from "#shared/locales/drafting-letters.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { say } from "#shared/locales/locale.ts";
import type { Block } from "./blocks.ts";
import type { AnswerFacts } from "./facts.ts";
import { blocksOf, foot, greeting, inLine, paragraph, signature } from "./letter-blocks.ts";
import type { Composed } from "./reminders.ts";

export type Answer<T extends AnswerFacts["type"]> = Extract<AnswerFacts, { type: T }>;

/** Stops a pasted thread from becoming the answer to a complaint. */
const REASON_CHARS_MAX = 2_000;

export const framed = (
  facts: AnswerFacts,
  ...middle: readonly (Block | null)[]
): readonly Block[] =>
  blocksOf(
    greeting(facts.debtor, facts.language, false),
    ...middle,
    paragraph(DRAFTING[facts.language].closing()),
    signature(facts.creditor, facts.language),
    foot(facts.reference, facts.language),
  );

/** Nothing is discussed with somebody who has a lawyer, a commissaire or an agency of ours to answer to. */
export const handedOverAnswer = (facts: Answer<"handed-over">): Composed => {
  const words = LETTERS[facts.language].handedOver;
  const means = [facts.email, facts.phone].filter((one): one is string => one !== null);
  const listed = means.reduce<Sentence>(
    (all, one) => (all.length === 0 ? [inLine(one)] : say`${all}, ${inLine(one)}`),
    [],
  );
  // A commissaire de justice is an office: it is named where the name itself does not say so.
  const role = words.roles[facts.role];
  const named = foldText(facts.to).includes(foldText(role.own));
  return {
    subject: words.subject(),
    blocks: framed(
      facts,
      paragraph(
        words.body(inLine(facts.to), named ? null : role),
        means.length === 0 ? null : words.contact(listed),
      ),
    ),
  };
};

export const insolvencyAnswer = (facts: Answer<"insolvency">): Composed => {
  const words = LETTERS[facts.language].insolvency;
  const { state, officer } = facts;
  const confidential = state === "conciliation";
  const said = confidential
    ? words.confidential()
    : state === "over-indebtedness"
      ? words.overIndebted()
      : words.declared(officer === null ? null : inLine(officer));
  const collective = !confidential && state !== "over-indebtedness";
  return {
    subject: collective ? words.subject() : words.subjectPlain(),
    blocks: framed(
      facts,
      paragraph(collective ? words.body() : words.bodyPlain(), said),
      collective && !facts.complete ? paragraph(words.ask()) : null,
    ),
  };
};

export const unresolvedComplaint = (facts: Answer<"unresolved-complaint">): Composed => {
  const { language, numbers, mediator, debtor, reason } = facts;
  const words = LETTERS[language].unresolved;
  const only = numbers.length === 1 ? numbers[0] : undefined;
  return {
    subject: only === undefined ? words.subjectMany(numbers.length) : words.subject(inLine(only)),
    blocks: framed(
      facts,
      paragraph(words.body(facts.receivedOn)),
      reason === null || reason.trim() === ""
        ? null
        : paragraph(words.reason(inLine(reason, REASON_CHARS_MAX))),
      mediator === null || debtor.kind !== "consumer"
        ? null
        : paragraph(
            LETTERS[language].notice.mediator(inLine(mediator.name), inLine(mediator.site)),
          ),
      paragraph(words.reserved()),
    ),
  };
};

export const accelerationNotice = (facts: Answer<"acceleration-notice">): Composed => {
  const { language, missed, parts, until } = facts;
  const words = LETTERS[language].acceleration;
  const { cells } = DRAFTING[language];
  const rest = parts.reduce<Money>(
    (sum, part, index) => (index === 0 ? sum : addMoney(sum, part.missing)),
    parts[0]?.missing ?? missed.missing,
  );
  return {
    subject: words.subject(missed.by),
    blocks: framed(
      facts,
      paragraph(words.missed(facts.agreedOn, missed.by, missed.missing)),
      { type: "paragraph", words: words.ask(until), weight: "strong" },
      {
        type: "table",
        caption: words.caption,
        columns: [
          { title: words.columns.by, align: "start" },
          { title: words.columns.amount, align: "end" },
        ],
        rows: parts.map((part) => [cells.date(part.by), cells.amount(part.missing)]),
        total: parts.length < 2 ? null : { label: words.columns.total, amount: cells.amount(rest) },
      },
      paragraph(words.otherwise(rest, facts.law === "FR"), words.goesOn()),
      paragraph(DRAFTING[language].asOf(facts.paymentsKnownOn), DRAFTING[language].ignoreIfPaid()),
    ),
  };
};

/** Says that a letter is on its way, and neither quotes nor repeats it. */
export const besideLetter = (facts: Answer<"beside-letter">): Composed => {
  const words = LETTERS[facts.language].beside;
  return {
    subject: words.subject(inLine(facts.letterReference)),
    blocks: framed(
      facts,
      paragraph(words.open(inLine(facts.letterReference), words.ways[facts.way]), words.copy()),
      paragraph(words.ask()),
    ),
  };
};

export const forwardMail = (facts: Answer<"forward">): Composed => {
  const words = LETTERS[facts.language].forward;
  const name = inLine(facts.debtor.name);
  return {
    subject: words.subject(name),
    blocks: framed(
      { ...facts, debtor: { ...facts.debtor, salutationName: null } },
      paragraph(
        words.open(name, facts.writtenOn),
        facts.subject === null ? null : words.message(inLine(facts.subject)),
      ),
      facts.open === null ? null : paragraph(words.balance(facts.open, facts.paymentsKnownOn)),
      facts.attachments.length === 0 ? null : paragraph(words.attached()),
    ),
  };
};
