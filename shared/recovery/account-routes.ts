import type { AccountState } from "#shared/claims/account.ts";
import type { AccountBalances, InvoiceBalance } from "#shared/claims/balances.ts";
import { fileOf } from "#shared/claims/file.ts";
import type { AccountFile, Insolvency } from "#shared/claims/file.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { earliest, latest } from "#shared/kernel/calendar.ts";
import type { Currency } from "#shared/kernel/money.ts";
import { insolvencyOf } from "#shared/law/insolvency.ts";
import { routesOf } from "#shared/law/routes.ts";
import type { RouteView } from "#shared/law/routes.ts";
import type { DocumentKind, RouteFacts, RouteSecurity } from "#shared/law/routes-facts.ts";
import { bornOn } from "./claim-birth.ts";
import { courtDays } from "./clocks.ts";
import { limitationOfInvoice } from "./clocks-limitation.ts";
import type { RecoveryContext } from "./context.ts";
import { presentedOn } from "./notice-limits.ts";

const DOCUMENTS: Readonly<Record<string, DocumentKind>> = {
  contract: "contract",
  quote: "signed-quote",
  order: "purchase-order",
  terms: "terms",
  "delivery-note": "delivery-proof",
  invoice: "invoice",
  "proof-of-deposit": "notice-proof",
  "proof-of-receipt": "notice-proof",
};

const isNotice = ({ step, waived }: AccountState["acts"][number]): boolean =>
  step === "formal-notice" && waived === null;

/** What the file holds; a statement can be drawn from the ledger at any time. */
const documentsOf = (state: AccountState, file: AccountFile): readonly DocumentKind[] => {
  const held = new Set<DocumentKind>(["statement"]);
  for (const { kind, removed } of state.documents) {
    const as = removed === null ? DOCUMENTS[kind] : undefined;
    if (as !== undefined) held.add(as);
  }
  if (state.exchanges.some(({ versions }) => versions.length > 0)) held.add("exchanges");
  const notices = state.acts.filter(isNotice);
  if (notices.length > 0) held.add("formal-notice");
  if (notices.some(({ act }) => presentedOn(file, act) !== null)) held.add("notice-proof");
  if (file.suspensions.length > 0) held.add("amicable-attempt");
  if (file.identities.some(({ where, blob }) => where === "register" && blob !== null))
    held.add("register-extract");
  for (const { kind, blob } of file.legalFacts) {
    if (kind === "cheque-certificate") held.add("non-payment-certificate").add("cheque");
    if (kind === "business-sale-published" && blob !== null) held.add("sale-publication");
  }
  for (const { kind, released } of file.securities) {
    if (released !== null) continue;
    if (kind === "cheque") held.add("cheque");
    if (kind === "bill-of-exchange") held.add("bill");
  }
  return [...held];
};

const securitiesOf = (file: AccountFile): readonly RouteSecurity[] => {
  const held: RouteSecurity[] = [];
  if (file.legalFacts.some(({ kind }) => kind === "cheque-certificate")) held.push("unpaid-cheque");
  if (file.securities.some((one) => one.kind === "bill-of-exchange" && one.released === null))
    held.push("bill");
  return held;
};

const PROOFS_OF_CONTRACT: readonly DocumentKind[] = ["contract", "signed-quote", "purchase-order"];

const noticeOf = (state: AccountState, file: AccountFile): RouteFacts["noticePresentedOn"] => {
  const notices = state.acts.filter(isNotice);
  if (notices.length === 0) return "none";
  return latest(notices.map(({ act }) => presentedOn(file, act)));
};

/** The currency in which most is open: a court is asked for one. */
export const mainCurrency = ({ byCurrency }: AccountBalances): Currency | null =>
  byCurrency.reduce<{ readonly currency: Currency; readonly principal: number } | null>(
    (most, one) => (most === null || one.principal > most.principal ? one : most),
    null,
  )?.currency ?? null;

/** A conciliation that nobody ended does not hide the judgment that came after it. */
const gravest = ({ insolvencies }: AccountFile, today: CalendarDate): Insolvency | null => {
  const standing = insolvencies.filter(({ ended }) => ended === null || ended.on > today);
  const stopping = standing.filter(({ state }) => insolvencyOf(state).stopsEarlier === true);
  return stopping[stopping.length - 1] ?? standing[0] ?? null;
};

const isOverdue = ({ portions }: InvoiceBalance, today: CalendarDate): boolean =>
  portions.some(({ open, dueOn }) => open > 0 && dueOn !== null && dueOn < today);

const isAssigned = (file: AccountFile, open: readonly InvoiceBalance[]): boolean =>
  file.assignments.some(
    ({ ended, invoices }) =>
      ended === null && open.some(({ invoice }) => invoices.includes(invoice.invoice)),
  );

/**
 * What the account says of what is overdue (or open, where nothing is) in its main currency. `interest` of these
 * invoices in minor units. Nothing is guessed: an insolvency that nobody recorded is not known to be absent.
 */
export const routeFactsOf = (
  state: AccountState,
  balances: AccountBalances,
  interest: number,
  context: RecoveryContext,
): RouteFacts => {
  const { today, creditor } = context;
  const file = fileOf(state);
  const currency = mainCurrency(balances);
  const open = balances.invoices.filter((one) => one.open > 0 && one.currency === currency);
  const overdue = open.filter((one) => isOverdue(one, today));
  const claimed = overdue.length > 0 ? overdue : open;
  const documents = documentsOf(state, file);
  const insolvency = gravest(file, today);
  const sold = latest(
    file.legalFacts.filter(({ kind }) => kind === "business-sale-published").map((fact) => fact.on),
  );
  const { debtor } = state;
  const { policy } = creditor;
  return {
    today,
    debtor: debtor?.kind ?? null,
    debtorTrader: null,
    creditor: policy.trader === null ? null : policy.trader ? "trader" : "civil",
    debtorCountry: debtor?.country ?? null,
    creditorCountry: creditor.creditor?.country ?? null,
    creditorOutsideMainland: policy.outsideMainland,
    creditorEmployees: null,
    amount:
      currency === null
        ? null
        : { principal: claimed.reduce((sum, one) => sum + one.open, 0), interest, currency },
    disputed: claimed.reduce((sum, { contested }) => sum + contested, 0),
    overdue: overdue.length > 0,
    contractual: documents.some((kind) => PROOFS_OF_CONTRACT.includes(kind)) ? true : null,
    bornOn: earliest(claimed.map(({ invoice }) => bornOn(file, invoice))),
    limitationLastOn: earliest(
      claimed.map((one) => limitationOfInvoice(one, state, context)?.lastOn ?? null),
    ),
    insolvency: insolvency?.state ?? null,
    judgmentOn: insolvency?.judgmentOn ?? null,
    insolvencyPublishedOn: insolvency?.publishedOn ?? null,
    noticePresentedOn: noticeOf(state, file),
    documents,
    securities: securitiesOf(file),
    assigned: isAssigned(file, claimed),
    amicableAttempt: file.suspensions.length > 0 ? true : null,
    publicContract: debtor === null || debtor.kind === "public" ? null : false,
    salePublishedOn: sold,
    subcontract: null,
    recoveryThreatened: null,
    calendar: courtDays(context),
  };
};

/** Every route, as it stands for this account today. */
export const accountRoutes = (
  state: AccountState,
  balances: AccountBalances,
  interest: number,
  context: RecoveryContext,
): readonly RouteView[] => routesOf(routeFactsOf(state, balances, interest, context));
