import { foldText } from "#shared/kernel/text.ts";
import type { Language } from "#shared/locales/locale.ts";
import { DRAFTING } from "#shared/locales/drafting.ts";
import type { Step, Tone } from "#shared/recovery/steps.ts";
import { stepRank, toneRank } from "#shared/recovery/steps.ts";
import type { DraftFacts } from "./facts.ts";
import type { FindingType } from "./forbidden-words.ts";
import { FORBIDDEN_WORDS } from "./forbidden-words.ts";

/** The longest text that is looked through: an edited draft is a page, not a book. */
export const CHECKED_CHARS_MAX = 200_000;

/** Words that this draft may not hold. `words` are as the list has them: lower case, no accents. */
export type Finding = { readonly type: FindingType; readonly words: string };

/** What a check needs to know of the draft: its step, its tone, its debtor, and the strings that came from outside. */
export type CheckedFacts = Pick<
  DraftFacts,
  | "step"
  | "tone"
  | "creditor"
  | "debtor"
  | "invoices"
  | "lower"
  | "contested"
  | "promise"
  | "attachments"
> &
  Partial<Pick<DraftFacts, "payee" | "paper" | "lastNotice">>;

/**
 * Words above the step or the tone of a draft, or that no message may hold, whoever typed them. The names and quotes
 * that came from outside are taken out first: a firm may be called « Tribunal Café ». An empty list is no blessing: it
 * says that none of the words of these lists was found.
 */
export const forbiddenIn = (text: string, facts: CheckedFacts): readonly Finding[] => {
  const findings = findingsIn(
    withoutNames(text.slice(0, CHECKED_CHARS_MAX), facts),
    typesFor(facts),
    facts,
  );
  const forty = asksForFixedSum(text, facts);
  return forty === null ? findings : [...findings, { type: "consumer-cost", words: forty }];
};

/**
 * Words that a text of one's own for a step may not hold, whoever it will be written to: costs, interest and the formal
 * notice are said by Relance, which knows to whom. The tone is that of the step's highest.
 */
export const forbiddenInOwn = (
  text: string,
  at: { readonly step: Step; readonly tone: Tone },
): readonly Finding[] => {
  const types: FindingType[] = [
    "threat",
    "insult",
    "invented-deadline",
    "rights-given-up",
    "court",
    "court-officer",
    "formal-notice-word",
    "consumer-cost",
    ...(at.step === "courtesy" ? (["lateness-too-early"] as const) : []),
    ...(toneRank(at.tone) < toneRank("firm") ? (["too-firm"] as const) : []),
  ];
  return findingsIn(text.slice(0, CHECKED_CHARS_MAX), types, null);
};

const findingsIn = (
  text: string,
  types: readonly FindingType[],
  facts: CheckedFacts | null,
): readonly Finding[] => {
  const folded = ` ${foldText(text)} `;
  const allowed = facts === null ? [] : allowedIn(facts);
  return types.reduce<readonly Finding[]>(
    (all, type) => [
      ...all,
      ...FORBIDDEN_WORDS[type]
        .filter((words) => folded.includes(` ${words} `) && !allowed.includes(words))
        .map((words): Finding => ({ type, words })),
    ],
    [],
  );
};

/** From the formal notice on, whoever owes bears interest at the legal rate (C. civ. 1231-6, 1344-1): it is no cost. */
const LEGAL_INTEREST: readonly string[] = ["interets", "interest"];

/** What a last notice is called, and how it goes on: words of a threat anywhere below it. */
const LAST_NOTICE_WORDS: readonly string[] = ["dernier avis", "final notice", "a defaut nous"];

/** That the court will be asked, and no more: said where the creditor has said so, and nowhere else. */
const COURT_INTENDED: readonly string[] = [
  "juridiction",
  "saisirons",
  "tribunal",
  "the court",
  "competent court",
];

const allowedIn = (facts: CheckedFacts): readonly string[] => [
  ...(!isProfessional(facts) && stepRank(facts.step) >= stepRank("formal-notice")
    ? LEGAL_INTEREST
    : []),
  ...(facts.step === "last-notice" ? LAST_NOTICE_WORDS : []),
  ...(facts.step === "last-notice" && facts.lastNotice?.intendsCourt === true
    ? COURT_INTENDED
    : []),
];

/** A finding in words: what the text does. */
export const findingWords = (finding: Finding, language: Language): string =>
  DRAFTING[language].finding[finding.type];

const isProfessional = (facts: CheckedFacts): boolean =>
  facts.debtor.kind === "business" || facts.debtor.kind === "public";

const typesFor = (facts: CheckedFacts): readonly FindingType[] => {
  const rank = stepRank(facts.step);
  const types: FindingType[] = ["threat", "insult", "invented-deadline", "rights-given-up"];
  // A last notice may say whom the creditor will ask, and never what a judge or an officer would do.
  if (rank < stepRank("legal")) types.push("court", "court-officer");
  if (rank < stepRank("letter")) types.push("formal-notice-word");
  if (!isProfessional(facts)) types.push("consumer-cost");
  else if (rank < stepRank("reminder-2") || facts.step === "call") types.push("interest-too-early");
  if (facts.step === "courtesy") types.push("lateness-too-early");
  if (toneRank(facts.tone) < toneRank("firm")) types.push("too-firm");
  return types;
};

/** `40 €` to someone who may not be asked for it, unless it is what an invoice itself comes to. */
const asksForFixedSum = (text: string, facts: CheckedFacts): string | null => {
  if (isProfessional(facts)) return null;
  const hit =
    /(?:^|[^\d.,])(40(?:[.,]00)?\s?(?:€|eur\b|euros?\b)|(?:€|eur\s?|£)40(?:[.,]00)?(?![\d.,]))/i.exec(
      text,
    );
  if (hit === null) return null;
  const isInvoiced = [...facts.invoices, ...facts.lower].some(
    (invoice) => invoice.open.minor === 4000 || invoice.total.minor === 4000,
  );
  return isInvoiced || facts.contested.some((part) => part.amount.minor === 4000)
    ? null
    : (hit[1] ?? "40");
};

const withoutNames = (text: string, facts: CheckedFacts): string => {
  const { creditor, debtor } = facts;
  const names = [
    creditor.name,
    creditor.legalLine,
    ...creditor.address,
    creditor.email,
    creditor.signatory,
    debtor.name,
    debtor.salutationName,
    ...debtor.address,
    ...[...facts.invoices, ...facts.lower].map((invoice) => invoice.number),
    ...[...facts.invoices, ...facts.lower].map((invoice) => invoice.order),
    ...facts.contested.map((part) => part.number),
    facts.promise?.quote ?? null,
    facts.payee?.name ?? null,
    facts.paper?.mediator?.name ?? null,
    facts.paper?.mediator?.site ?? null,
    facts.lastNotice?.mediator?.name ?? null,
    facts.lastNotice?.mediator?.site ?? null,
    ...facts.attachments,
  ];
  return names.reduce<string>(
    (rest, name) => {
      const plain = name === null ? "" : name.replace(/\s+/g, " ").trim();
      return plain === "" ? rest : rest.split(plain).join(" · ");
    },
    text.replace(/[ \t\r\u00a0\u202f]+/g, " "),
  );
};
