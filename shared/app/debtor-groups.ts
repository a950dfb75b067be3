import { identityComparison } from "#shared/claims/identity.ts";
import { money } from "#shared/kernel/money.ts";
import type { Language } from "#shared/kernel/money.ts";
import { foreign, own } from "#shared/kernel/text.ts";
import type { Own } from "#shared/kernel/text.ts";
import { APP } from "#shared/locales/app.ts";
import { APP_FILE } from "#shared/locales/app-file.ts";
import { say } from "#shared/locales/locale.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { dailySection } from "./debtor-sections.ts";
import { rareSection } from "./file-sections.ts";
import { formAction } from "./file-sheet.ts";
import type { DailySection, RareSection, SectionView, Sheet } from "./file-sheet.ts";
import type { ActionView, FieldView, FileForm, NoticeView } from "./view-parts.ts";

export type GroupKey =
  | "promised"
  | "contacts"
  | "money"
  | "identity"
  | "terms"
  | "follow"
  | "securities"
  | "law"
  | "papers";

/** Lists that belong together, under one heading that opens and closes. */
export type GroupView = {
  readonly key: GroupKey;
  readonly title: Own;
  /** Items that still count; null where it holds none by nature. */
  readonly count: number | null;
  /** Open before anybody touched it: there is something in it that moves chasing. */
  readonly open: boolean;
  readonly fields: readonly FieldView[];
  readonly notices: readonly NoticeView[];
  readonly sections: readonly SectionView[];
  /** What can be entered here, beside the lists' own buttons. */
  readonly adds: readonly ActionView[];
};

type GroupParts = {
  readonly daily?: readonly DailySection[];
  readonly rare?: readonly RareSection[];
  readonly fields?: readonly FieldView[];
  readonly notices?: readonly NoticeView[];
  readonly adds?: readonly ActionView[];
  readonly opens?: (count: number) => boolean;
};

const groupOf = (sheet: Sheet, key: GroupKey, parts: GroupParts): GroupView => {
  const rare = (parts.rare ?? []).map((one) => rareSection(sheet, one));
  const filled = rare.filter(({ items }) => items.length > 0);
  const empty = rare.filter(({ items }) => items.length === 0);
  const sections = [...(parts.daily ?? []).map((one) => dailySection(sheet, one)), ...filled];
  const count = sections.reduce(
    (sum, { items }) => sum + items.filter(({ done }) => !done).length,
    0,
  );
  return {
    key,
    title: APP_FILE[sheet.facts.language].groups[key],
    count: sections.length === 0 ? null : count,
    open: parts.opens?.(count) ?? false,
    fields: (parts.fields ?? []).filter(({ value }) => value !== null),
    notices: parts.notices ?? [],
    sections,
    adds: [...(parts.adds ?? []), ...empty.flatMap(({ add }) => add ?? [])],
  };
};

/** The debtor's file beyond its head: what moves chasing first. */
export const groupsOf = (sheet: Sheet, identity: readonly FieldView[]): readonly GroupView[] => {
  const { file, creditor, on } = sheet;
  const add = (form: FileForm): ActionView => formAction(sheet, `add/${form}`, form);
  const isPaused = file.sensitiveHolds.some(({ liftedOn }) => liftedOn === null);
  const asksApproval = creditor.policy.approvalSteps.length > 0;
  const hasLetters = rareSection(sheet, "letters").items.length > 0;
  return [
    groupOf(sheet, "promised", {
      daily: ["promises", "disputes", "instalments", "holds"],
      rare: ["set-offs", ...(file.accelerations.length > 0 ? (["accelerations"] as const) : [])],
      adds: isPaused ? [] : [add("sensitive-hold")],
      opens: (count) => count > 0,
    }),
    groupOf(sheet, "contacts", {
      daily: ["contacts"],
      rare: ["payers"],
      // Without an address nothing can be drafted: that is seen at once.
      opens: (count) => count === 0,
    }),
    groupOf(sheet, "money", {
      daily: ["payments", "credit-notes"],
      rare: ["write-offs", "discounts"],
    }),
    groupOf(sheet, "identity", {
      fields: identity,
      notices: identityNotices(sheet),
      rare: ["identities"],
      adds: [
        formAction(sheet, "identity/debtor", "debtor", on.state.account),
        formAction(sheet, "identity/group", "group", on.state.account),
      ],
      opens: () => identityNotices(sheet).some(({ tone }) => tone === "warning"),
    }),
    groupOf(sheet, "terms", {
      fields: termFields(sheet),
      rare: ["performances"],
      adds: [
        add("terms"),
        add("plan"),
        add("charge-mode"),
        add("invoicing-way"),
        add("allocation-order"),
      ],
    }),
    groupOf(sheet, "follow", {
      fields: ownerFields(sheet),
      rare: asksApproval || file.approvals.length > 0 ? ["approvals"] : [],
      adds: [add("owner")],
      opens: () => file.approvals.some(({ given, refused }) => given === null && refused === null),
    }),
    groupOf(sheet, "securities", {
      fields: insuranceFields(sheet),
      rare: ["securities", "consents", "assignments"],
      adds: [add("insurance")],
    }),
    groupOf(sheet, "law", {
      rare: [
        "insolvencies",
        "hand-overs",
        ...(hasLetters ? (["letters"] as const) : []),
        "legal-facts",
        "interruptions",
        "suspensions",
      ],
      opens: () => file.insolvencies.some(({ ended }) => ended === null),
    }),
    groupOf(sheet, "papers", { daily: ["documents", "notes"] }),
  ];
};

const percent = (points: number, language: Language): Own => {
  const plain = String(points / 100);
  return own(language === "fr" ? `${plain.replace(".", ",")}\u00a0%` : `${plain}%`);
};

const yes = (holds: boolean | undefined, words: Own): Own | null => (holds === true ? words : null);

const termFields = (sheet: Sheet): readonly FieldView[] => {
  const { file, facts } = sheet;
  const { fields, of, termDays } = APP_FILE[facts.language];
  const { common } = APP[facts.language];
  const { terms, invoicingWay: way } = file;
  const mode = file.chargeMode?.mode ?? null;
  const days =
    terms?.paymentDays == null
      ? null
      : termDays(
          terms.paymentDays,
          terms.endOfMonth === "none" ? null : of.endOfMonth[terms.endOfMonth],
        );
  const years = terms?.limitationYears ?? null;
  const rate = terms?.contractRate ?? null;
  const place = way?.place ?? null;
  const label = (sentence: Sentence): Own =>
    own(sentence.map((part) => ("own" in part ? part.own : part.foreign)).join(""));
  return [
    { label: fields.paymentTerms, value: days },
    { label: fields.contractRate, value: rate === null ? null : percent(rate, facts.language) },
    { label: fields.defaultByDueDate, value: yes(terms?.defaultByDueDate, common.yes) },
    { label: fields.limitation, value: years === null ? null : fields.years(years) },
    { label: fields.transport, value: yes(terms?.transport, common.yes) },
    { label: fields.source, value: terms?.source == null ? null : foreign(terms.source) },
    { label: fields.invoicing, value: way === null ? null : of.invoicingWay[way.way] },
    ...(place === null || way === null
      ? []
      : [{ label: of.invoicingWay[way.way], value: foreign(place) }]),
    { label: fields.orderNeeded, value: yes(way?.orderNeeded, common.yes) },
    {
      label: fields.serviceCode,
      value: way?.serviceCode == null ? null : foreign(way.serviceCode),
    },
    { label: fields.chargeMode, value: mode === null ? null : of.chargeMode[mode] },
    {
      label: fields.allocation,
      value: file.allocationOrder === null ? null : of.allocationOrder[file.allocationOrder.order],
    },
    ...Object.entries(file.planByInvoice).map(([invoice, plan]) => ({
      label: label(
        fields.invoicePlan(
          foreign(
            sheet.on.state.invoices.find((one) => one.invoice === invoice)?.number ?? invoice,
          ),
        ),
      ),
      value: planName(plan, sheet),
    })),
  ];
};

/** A plan of the creditor's own goes by the name it was given. */
export const planName = (
  plan: string,
  { creditor, facts }: Pick<Sheet, "creditor" | "facts">,
): FieldView["value"] => {
  const written = creditor.plans.find((one) => one.plan === plan);
  if (written !== undefined) return foreign(written.name);
  return APP_FILE[facts.language].of.plans[plan] ?? foreign(plan);
};

const ownerFields = ({ file, facts }: Sheet): readonly FieldView[] => {
  const { fields } = APP_FILE[facts.language];
  return [
    { label: fields.owner, value: file.owner === null ? fields.nobody : foreign(file.owner) },
  ];
};

const insuranceFields = (sheet: Sheet): readonly FieldView[] => {
  const { file, facts, on } = sheet;
  const policy = file.insurance?.policy ?? null;
  if (policy === null) return [];
  const { fields } = APP_FILE[facts.language];
  const { common } = APP[facts.language];
  const sum = (minor: number): Own => common.amount(money(minor, policy.currency));
  const owed =
    on.balances.byCurrency.find(({ currency }) => currency === policy.currency)?.principal ?? 0;
  const days = (count: number | null): Own | null =>
    count === null ? null : fields.afterDue(count);
  return [
    {
      label: fields.insurer,
      value: foreign([policy.insurer, policy.number].filter((part) => part !== null).join(" · ")),
    },
    { label: fields.cover, value: sum(policy.cover) },
    { label: fields.exposure, value: sum(owed) },
    {
      label: fields.beyond,
      value: owed > policy.cover ? sum(owed - policy.cover) : null,
    },
    { label: fields.extendDays, value: days(policy.extendDays) },
    { label: fields.declareDays, value: days(policy.declareDays) },
  ];
};

/** Whether quote, invoice and register name the same debtor; nothing is said before there are two to compare. */
const identityNotices = ({ on, file, facts }: Sheet): readonly NoticeView[] => {
  if (file.identities.length === 0) return [];
  const words = APP_FILE[facts.language];
  const { differs, closed } = identityComparison(on.state, facts.today);
  const place = (where: string): Own =>
    where === "quote" || where === "invoice" || where === "register"
      ? words.of.identityPlace[where]
      : words.identity.file;
  const lines = differs.map(({ field, values }): NoticeView => {
    const head = words.identity.differs(words.identity.fields[field]);
    const text = values.reduce<Sentence>(
      (all, { where, value }) => say`${all} ${words.identity.one(place(where), foreign(value))}.`,
      head,
    );
    return { key: `identity/${field}`, tone: "warning", text, action: null };
  });
  const shut: readonly NoticeView[] = closed
    ? [{ key: "identity/closed", tone: "warning", text: words.identity.closed, action: null }]
    : [];
  const all = [...shut, ...lines];
  return all.length === 0
    ? [{ key: "identity/same", tone: "good", text: [words.identity.same], action: null }]
    : all;
};
