import type { Result } from "#shared/kernel/result.ts";
import { err, ok } from "#shared/kernel/result.ts";
import { DRAFTING } from "#shared/locales/drafting.ts";
import { LETTERS } from "#shared/locales/drafting-letters.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import type { Step, Tone } from "#shared/recovery/steps.ts";
import { stepRank, toneRank } from "#shared/recovery/steps.ts";
import type { Block, Draft } from "./blocks.ts";
import { chargesBlocks } from "./charges.ts";
import type { DraftFacts } from "./facts.ts";
import {
  blocksOf,
  foot,
  greeting,
  inGroups,
  inLine,
  invoiceCount,
  invoiceTable,
  paragraph,
  paymentMeans,
  setAside,
  signature,
  totalOpen,
} from "./letter-blocks.ts";
import type { DraftRefusal } from "./refusal.ts";
import { promiseSaid } from "./reminders.ts";
import { draftOf } from "./render.ts";
import { DRAFT_INVOICES_MAX, mailRefusal } from "./text.ts";

/** Steps of every day: a formal one is written to one debtor, who is another person in law. */
export const GROUP_STEPS = ["courtesy", "due", "reminder-1", "reminder-2"] as const;
export type GroupStep = (typeof GROUP_STEPS)[number];

export const isGroupStep = (step: Step): step is GroupStep =>
  (GROUP_STEPS as readonly string[]).includes(step);

/** Stops one mail from speaking of a whole ledger. */
export const GROUP_ENTITIES_MAX = 12;

/**
 * One everyday mail to the contact that several debtors share: one table an entity, each with its own step and its own
 * law, each sum apart and none over all of them, since no entity owes what another does. It speaks in the tone of the
 * lowest step and tone. The first entity gives language, reference and whom it is written to.
 */
export const draftGroup = (
  entities: readonly DraftFacts[],
  groupName: string | null,
): Result<Draft, DraftRefusal> => {
  const [first] = entities;
  if (first === undefined) return err({ type: "nothing-to-ask" });
  const refusal = groupRefusal(entities);
  if (refusal !== null) return err(refusal);
  const { language } = first;
  const shared = DRAFTING[language];
  const words = LETTERS[language].group;
  const lowest = entities.reduce<GroupStep>(
    (step, facts) =>
      isGroupStep(facts.step) && stepRank(facts.step) < stepRank(step) ? facts.step : step,
    "reminder-2",
  );
  const lowestTone = entities.reduce<Tone>(
    (tone, facts) => (toneRank(facts.tone) < toneRank(tone) ? facts.tone : tone),
    first.tone,
  );
  const count = invoiceCount(entities.flatMap((facts) => facts.invoices));
  const attachments = entities.flatMap((facts) => facts.attachments);
  const subject = words.subject(inLine(groupName ?? first.debtor.name), entities.length);
  const blocks = blocksOf(
    greeting(first.debtor, language, false),
    paragraph(words.open[lowest](), words.separate()),
    ...entities.flatMap((facts) => entityBlocks({ ...facts, language, tone: lowestTone })),
    paragraph(askOf(lowest, first, count)),
    paragraph(
      attachments.length === 0 ? shared.copyOnRequest(count) : null,
      accountOf(entities, first),
    ),
    paragraph(
      shared.asOf(first.paymentsKnownOn),
      lowest === "courtesy" ? shared.courtesy.ignore() : shared.ignoreIfPaid(),
    ),
    paragraph(shared.closing()),
    signature(first.creditor, language),
    foot(first.reference, language),
  );
  return ok(draftOf(subject, blocks, language));
};

const groupRefusal = (entities: readonly DraftFacts[]): DraftRefusal | null => {
  let rows = 0;
  for (const facts of entities) {
    const { step, debtor } = facts;
    // An individual is written to alone: others would read what he owes.
    const individual = debtor.kind === "consumer" || debtor.soleTrader;
    if (!isGroupStep(step) || (individual && entities.length > 1)) {
      return { type: "not-for-groups", step };
    }
    const refusal = mailRefusal(facts, step);
    if (refusal !== null) return refusal;
    rows += facts.invoices.length + facts.lower.length;
  }
  return rows > DRAFT_INVOICES_MAX || entities.length > GROUP_ENTITIES_MAX
    ? { type: "too-many-invoices", max: DRAFT_INVOICES_MAX }
    : null;
};

const entityBlocks = (facts: DraftFacts): readonly Block[] => {
  const { language } = facts;
  const words = LETTERS[language].group;
  const { name, siren } = facts.debtor;
  const digits = siren === null ? "" : siren.replace(/\D/g, "");
  return blocksOf(
    {
      type: "paragraph",
      words: words.entity(
        inLine(name),
        digits === "" ? null : inLine(inGroups(digits, 3)),
        totalOpen(facts.invoices),
      ),
      weight: "strong",
    },
    facts.promise === null ? null : paragraph(promiseSaid(facts, facts.promise)),
    invoiceTable(
      facts.invoices,
      facts.step === "courtesy" ? "none" : facts.step === "due" ? "since-due" : "late",
      language,
    ),
    setAside(facts.contested, language),
    ...chargesBlocks(facts, false),
    facts.lower.length === 0
      ? null
      : invoiceTable(facts.lower, "none", language, DRAFTING[language].columns.lower),
    facts.payee === null ? null : paragraph(paymentMeans(facts, facts.invoices)),
  );
};

const askOf = (lowest: GroupStep, first: DraftFacts, count: number): Sentence => {
  const shared = DRAFTING[first.language];
  switch (lowest) {
    case "courtesy":
      return shared.courtesy.ask(count);
    case "due":
      return shared.due.ask();
    case "reminder-1":
    case "reminder-2":
      return shared.reminder1.ask(first.replyBy);
  }
};

/** Where those pay whose invoices are the creditor's own; null where all are assigned. */
const accountOf = (entities: readonly DraftFacts[], first: DraftFacts): Sentence | null => {
  if (entities.every((facts) => facts.payee !== null)) return null;
  const { creditor, language, reference } = first;
  if (creditor.iban === null) {
    return DRAFTING[language].payAsOnInvoice(
      invoiceCount(entities.flatMap((facts) => facts.invoices)),
    );
  }
  return LETTERS[language].group.payLabel(
    inLine(inGroups(creditor.iban.replace(/\s/g, ""), 4)),
    creditor.bic === null ? null : inLine(creditor.bic),
    inLine(reference),
  );
};
