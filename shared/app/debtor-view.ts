import type { AccountState } from "#shared/claims/account.ts";
import { discrepanciesOf } from "#shared/claims/discrepancies.ts";
import type { Discrepancy, DiscrepancyChoice } from "#shared/claims/discrepancies.ts";
import { daysBetween } from "#shared/kernel/calendar.ts";
import { err, ok, unreachable } from "#shared/kernel/result.ts";
import { foreign, own } from "#shared/kernel/text.ts";
import type { Foreign, Own, Shown } from "#shared/kernel/text.ts";
import { money } from "#shared/kernel/money.ts";
import { APP } from "#shared/locales/app.ts";
import { APP_FILE } from "#shared/locales/app-file.ts";
import { claimWords } from "#shared/locales/claims-words.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import type { RecoveryContext } from "#shared/recovery/context.ts";
import { HABIT_INVOICES_MIN, habitsOf } from "#shared/recovery/habits.ts";
import { accountPlansOf } from "#shared/recovery/plans.ts";
import { balanceViews } from "./claim-view.ts";
import { groupsOf, planName } from "./debtor-groups.ts";
import type { GroupView } from "./debtor-groups.ts";
import { standingOf } from "./debtor-head.ts";
import { sheetOf } from "./file-sheet.ts";
import { groupPart } from "./group-part.ts";
import type { GroupPartView } from "./group-part.ts";
import type { Sheet } from "./file-sheet.ts";
import { nameOf } from "./owed-lines.ts";
import { accountOnScreen, contextOf } from "./screen-facts.ts";
import { anyFormLabel } from "./file-label.ts";
import { viewOnly } from "./use-case.ts";
import type { Facts, UseCase } from "./use-case.ts";
import type {
  AccountUnknown,
  ActionView,
  AmountsView,
  FieldView,
  FormKind,
  NoticeView,
  ScreenAction,
} from "./view-parts.ts";

export type DebtorInput = { readonly account: string };

export type DiscrepancyView = {
  readonly key: string;
  readonly text: Sentence;
  readonly choices: readonly ActionView[];
};

export type DebtorView = {
  readonly kind: "debtor";
  readonly account: string;
  readonly title: Own;
  readonly name: Foreign;
  readonly group: {
    readonly label: Own;
    readonly name: Foreign;
  } | null;
  /** The others of its group; null: it is in none, or alone in it. */
  readonly kin: GroupPartView | null;
  readonly balances: readonly AmountsView[];
  /** What stands over everything else: the hold, proceedings, who chases instead of us. */
  readonly standing: readonly NoticeView[];
  /** In short: who follows it, its plan, how it pays. */
  readonly terms: readonly FieldView[];
  readonly groups: readonly GroupView[];
  readonly discrepanciesTitle: Own;
  readonly discrepancies: readonly DiscrepancyView[];
  readonly actions: readonly ActionView[];
};

/** All that is known of one debtor, and every form that changes it. */
export const debtorView: UseCase<DebtorInput, DebtorView, AccountUnknown> = {
  name: "debtor",
  asks: ({ account }) => ({ accounts: [account], keys: [], search: false, kin: true }),
  decide: ({ account }, loaded, facts) => {
    const state = loaded.accounts.get(account);
    if (state === undefined) return err({ type: "account-unknown", account });
    const words = APP[facts.language].debtor;
    const context = contextOf(loaded, facts);
    const on = accountOnScreen(state, context);
    const sheet = sheetOf(on, loaded.creditor, facts);
    return ok(
      viewOnly<DebtorView>({
        kind: "debtor",
        account,
        title: words.title,
        name: nameOf(state),
        group:
          state.debtor?.group == null
            ? null
            : {
                label: words.group,
                name: foreign(state.debtor.group.name ?? state.debtor.group.id),
              },
        kin: groupPart(on, loaded, context, facts),
        balances: balanceViews(on, facts),
        standing: standingOf(sheet),
        terms: termsOf(sheet, context),
        groups: groupsOf(sheet, identityOf(state, facts)),
        discrepanciesTitle: words.discrepancies,
        discrepancies: discrepanciesOf(state).map((found) => discrepancyView(state, found, facts)),
        actions: debtorActions(account, facts),
      }),
    );
  },
};

const identityOf = ({ debtor }: AccountState, facts: Facts): readonly FieldView[] => {
  const words = APP[facts.language];
  if (debtor === null) return [{ label: words.debtor.name, value: words.common.unknownDebtor }];
  const typed = (text: string | null): Shown | null => (text === null ? null : foreign(text));
  const fields: readonly FieldView[] = [
    { label: words.debtor.name, value: foreign(debtor.name) },
    { label: words.debtor.kind, value: APP[facts.language].kinds[debtor.kind] },
    { label: words.debtor.soleTrader, value: debtor.soleTrader ? words.common.yes : null },
    { label: words.debtor.siren, value: typed(debtor.siren) },
    { label: words.debtor.siret, value: typed(debtor.siret) },
    { label: words.debtor.vatNumber, value: typed(debtor.vatNumber) },
    { label: words.debtor.phone, value: typed(debtor.phone) },
    { label: words.debtor.address, value: typed(debtor.address) },
    { label: words.debtor.country, value: foreign(debtor.country) },
    { label: words.debtor.language, value: words.debtor.languages[debtor.language] },
  ];
  return fields.filter(({ value }) => value !== null);
};

/** The terms its invoices were issued on: the most frequent, days from issue to the first due date. */
const usualDays = (state: AccountState): number | null => {
  const counts = new Map<number, number>();
  for (const { issuedOn, portions, cancelled } of state.invoices) {
    const [first] = portions;
    if (cancelled !== null || first?.dueOn == null) continue;
    const days = daysBetween(issuedOn, first.dueOn);
    counts.set(days, (counts.get(days) ?? 0) + 1);
  }
  let best: readonly [number, number] | null = null;
  for (const [days, count] of counts) {
    const more = best === null || count > best[1] || (count === best[1] && days < best[0]);
    if (more) best = [days, count];
  }
  return best === null ? null : best[0];
};

const termsOf = (sheet: Sheet, context: RecoveryContext): readonly FieldView[] => {
  const { facts, file, on } = sheet;
  const words = APP[facts.language].debtor;
  const { fields, habits } = APP_FILE[facts.language];
  const days = usualDays(on.state);
  const open = on.balances.invoices.filter((one) => one.open > 0).length;
  const paid = habitsOf(on.state);
  const { plan } = accountPlansOf(on.state, on.balances, context.plans);
  return [
    { label: fields.owner, value: file.owner === null ? null : foreign(file.owner) },
    { label: words.plan, value: planName(plan.id, sheet) },
    { label: words.paymentDays, value: days === null ? null : words.daysAfterIssue(days) },
    {
      label: fields.habits,
      value:
        paid === null || paid.n < HABIT_INVOICES_MIN
          ? null
          : habits(paid.median, paid.spread, paid.n),
    },
    { label: words.openInvoices, value: own(String(open)) },
  ];
};

/** What a discrepancy is about, in names that a person knows. */
const subjectName = (state: AccountState, id: string, facts: Facts): Shown => {
  const invoice = state.invoices.find((one) => one.invoice === id);
  if (invoice !== undefined) return foreign(invoice.number);
  const note = state.creditNotes.find((one) => one.creditNote === id);
  if (note !== undefined) return foreign(note.number);
  const payment = state.payments.find((one) => one.payment === id);
  const { common } = APP[facts.language];
  if (payment !== undefined) {
    const amount = common.amount(money(payment.amount, payment.currency)).own;
    return own(`${amount} (${common.date(payment.on, facts.today).own})`);
  }
  return foreign(id);
};

const discrepancyView = (
  state: AccountState,
  found: Discrepancy,
  facts: Facts,
): DiscrepancyView => {
  const words = claimWords[facts.language];
  const names = found.subjects.map((id) => subjectName(state, id, facts));
  return {
    key: found.id,
    text: words.discrepancies[found.code]({ names, amounts: found.amounts }),
    choices: found.choices.map((choice) => ({
      key: `${found.id}/${choice}`,
      label: words.choices[choice],
      action: choiceAction(state, found, choice),
    })),
  };
};

const choiceAction = (
  state: AccountState,
  found: Discrepancy,
  choice: DiscrepancyChoice,
): ScreenAction => {
  const { account } = state;
  const [subject = null] = found.subjects;
  switch (choice) {
    case "accept":
      return { act: "accept-discrepancy", account, discrepancy: found.id };
    case "void-entry":
      return { act: "void-entries", account, entries: found.entries.slice(0, 1) };
    case "allocate":
      return { form: "allocate", account, subject };
    case "correct":
      return { form: formOf(state, subject), account, subject };
    default:
      return unreachable(choice);
  }
};

/** The form that corrects a thing, by where it lies. */
const formOf = (state: AccountState, id: string | null): FormKind => {
  if (state.payments.some((one) => one.payment === id)) return "payment";
  if (state.creditNotes.some((one) => one.creditNote === id)) return "credit-note";
  if (state.promises.some((one) => one.promise === id)) return "promise";
  if (state.disputes.some((one) => one.dispute === id)) return "dispute";
  if (state.instalments.some((one) => one.instalments === id)) return "instalments";
  if (state.holds.some((one) => one.hold === id)) return "hold";
  if (state.contacts.some((one) => one.contact === id)) return "contact";
  return state.debtor === null ? "debtor" : "invoice";
};

const DEBTOR_FORMS: readonly FormKind[] = [
  "debtor",
  "group",
  "invoice",
  "payment",
  "credit-note",
  "call",
  "letter",
  "meeting",
  "put-off",
  "take-step",
  "waive-step",
  "charge",
  "set-off",
  "write-off",
  "sensitive-hold",
  "hand-over",
  "insolvency",
];

const debtorActions = (account: string, facts: Facts): readonly ActionView[] => {
  const { common } = APP[facts.language];
  return [
    { key: "claim", label: common.claim, action: { go: "claim", account } },
    { key: "timeline", label: common.timeline, action: { go: "timeline", account } },
    ...DEBTOR_FORMS.map((form): ActionView => ({
      key: form,
      label: anyFormLabel(form, facts),
      action: { form, account, subject: form === "debtor" || form === "group" ? account : null },
    })),
  ];
};
