import { agedView } from "#shared/app/aged-view.ts";
import { prepareAnswer } from "#shared/app/answer-draft.ts";
import { markAnswered } from "#shared/app/answered.ts";
import { assignBankLine } from "#shared/app/bank-acts.ts";
import { bankLinesView } from "#shared/app/bank-lines-view.ts";
import { calendarView } from "#shared/app/calendar-view.ts";
import { claimView } from "#shared/app/claim-view.ts";
import { clocksView } from "#shared/app/clocks-view.ts";
import { debtorView } from "#shared/app/debtor-view.ts";
import { debtorsView } from "#shared/app/debtors-view.ts";
import { declareSent, discardDraft, prepareDraft } from "#shared/app/draft-acts.ts";
import { exportThread } from "#shared/app/export-thread.ts";
import { accountsWithDiscrepancies } from "#shared/app/discrepant-accounts.ts";
import { prepareGroupDraft } from "#shared/app/group-draft.ts";
import { importHistory } from "#shared/app/import-history.ts";
import { importInvoices } from "#shared/app/import-invoices.ts";
import { importPayments } from "#shared/app/import-payments.ts";
import { keepLetter } from "#shared/app/keep-letter.ts";
import { lawLineView } from "#shared/app/law-line-view.ts";
import {
  acceptDiscrepancy,
  addDebtor,
  correctCreditor,
  eraseEntries,
  markLooked,
  markPaymentsKnown,
  openLedger,
  setSenderAside,
  voidBatch,
  voidEntries,
} from "#shared/app/ledger-acts.ts";
import { mailClaim } from "#shared/app/mail-claim.ts";
import { missingView } from "#shared/app/missing-view.ts";
import { ownedAccounts, passOnDebtors } from "#shared/app/owner-acts.ts";
import { ownersView } from "#shared/app/owners-view.ts";
import { planPreview } from "#shared/app/plan-preview.ts";
import { plansView } from "#shared/app/plans-view.ts";
import {
  addClosure,
  addRate,
  changePolicy,
  chooseKindPlan,
  removeClosure,
  removePlan,
  withdrawRate,
  writePlan,
  writeText,
} from "#shared/app/policy-acts.ts";
import { policyView } from "#shared/app/policy-view.ts";
import { printLetter } from "#shared/app/print-letter.ts";
import { ratesView } from "#shared/app/rates-view.ts";
import { recordAct } from "#shared/app/record-act.ts";
import { attachDocument, recordExchange } from "#shared/app/record-exchange.ts";
import { routesView } from "#shared/app/routes-view.ts";
import { searchView } from "#shared/app/search-view.ts";
import { firstRunView, settingsView } from "#shared/app/settings-view.ts";
import { silentView } from "#shared/app/silent-view.ts";
import { statementView } from "#shared/app/statement-view.ts";
import { setTeaching } from "#shared/app/teaching-acts.ts";
import { textPreview, textsView } from "#shared/app/texts-view.ts";
import { timelineView } from "#shared/app/timeline-view.ts";
import type { UseCase } from "#shared/app/use-case.ts";
import { formFacts } from "#shared/app/forms/form-facts.ts";

/** A use case of whatever input: who runs it brings the input that came with its name. */
export type AnyCase = UseCase<never, unknown, { readonly type: string }>;

/**
 * Every use case that a desk may ask for where its store lies elsewhere (a pane, a script), by the name that it bears; but
 * those of `reply-cases.ts`, which hold the rules of reading, half of all there is.
 */
const CASES: readonly AnyCase[] = [
  acceptDiscrepancy,
  accountsWithDiscrepancies,
  addClosure,
  addDebtor,
  addRate,
  agedView,
  assignBankLine,
  attachDocument,
  bankLinesView,
  calendarView,
  changePolicy,
  chooseKindPlan,
  claimView,
  clocksView,
  correctCreditor,
  debtorView,
  debtorsView,
  declareSent,
  discardDraft,
  eraseEntries,
  exportThread,
  firstRunView,
  importHistory,
  importInvoices,
  importPayments,
  keepLetter,
  lawLineView,
  mailClaim,
  markAnswered,
  markLooked,
  markPaymentsKnown,
  missingView,
  openLedger,
  ownedAccounts,
  ownersView,
  passOnDebtors,
  planPreview,
  plansView,
  policyView,
  prepareAnswer,
  prepareDraft,
  prepareGroupDraft,
  printLetter,
  ratesView,
  recordAct,
  recordExchange,
  removeClosure,
  removePlan,
  routesView,
  searchView,
  setSenderAside,
  setTeaching,
  settingsView,
  silentView,
  statementView,
  textPreview,
  textsView,
  timelineView,
  voidBatch,
  voidEntries,
  withdrawRate,
  writePlan,
  writeText,
  formFacts,
];

const caseByName: ReadonlyMap<string, AnyCase> = new Map(CASES.map((one) => [one.name, one]));

/** Those that read replies, by name, so that another name does not have the rules fetched. */
export const READS_REPLIES: ReadonlySet<string> = new Set([
  "confirm-reading",
  "confirm-readings",
  "file-mail",
  "leave-replies-without-effect",
  "leave-without-effect",
  "open-mail",
  "tag-mail",
  "today",
]);

/** Null where no use case bears that name. */
export const caseNamed = (name: string, replyCases: () => readonly AnyCase[]): AnyCase | null =>
  caseByName.get(name) ??
  (READS_REPLIES.has(name) ? replyCases().find((one) => one.name === name) : null) ??
  null;
