import {
  ALLOCATION_ORDERS,
  CHARGE_MODES,
  END_OF_MONTH,
  INVOICING_WAYS,
} from "#shared/claims/file-events.ts";
import { balancesOf } from "#shared/claims/balances.ts";
import { addDays, endOfMonth, monthOf, yearOf } from "#shared/kernel/calendar.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { ownValue } from "#shared/kernel/own-value.ts";
import { publishedRate } from "#shared/law/rates.ts";
import { bothOrders } from "#shared/recovery/account-interest.ts";
import type { OrderTotals } from "#shared/recovery/account-interest.ts";
import { SHIPPED_PLANS } from "#shared/recovery/plans.ts";
import type { Choice } from "#src/sidebar/components/field.tsx";
import { YES, emptyForm } from "#shared/app/forms/form-spec.ts";
import type { FormNote } from "#shared/app/forms/form-spec.ts";
import type { HostForm } from "./host-form.ts";
import {
  choicesOf,
  currencyOf,
  invoiceOptions,
  record,
  subjectInvoice,
  typedAmount,
} from "#shared/app/forms/form-parts.ts";
import {
  basisPointsOf,
  blockedFile,
  fileForm,
  goneFile,
  onField,
  shownPercent,
  standingInvoices,
  sumText,
  typedIn,
  typedPercent,
  wholeOf,
} from "./file-form-parts.ts";
import type { FileContext } from "./file-form-parts.ts";

type EndOfMonth = (typeof END_OF_MONTH)[number];

/** When an invoice of this day falls due, by each reading of the clause. */
export const dueOf = (issued: CalendarDate, days: number, reading: EndOfMonth): CalendarDate => {
  switch (reading) {
    case "none":
      return addDays(issued, days);
    case "days-then-end":
      return endOfMonth(addDays(issued, days));
    case "end-then-days":
      return addDays(endOfMonth(issued), days);
  }
};

/** More than this would be another clause: L441-10 stops at 60 days. */
const DAYS: readonly [number, number] = [0, 400];
const YEARS: readonly [number, number] = [1, 10];

const dueNotes = (context: FileContext, typed: string, reading: string): readonly FormNote[] => {
  const { notes } = context.said;
  if (!/^\d{1,3}$/.test(typed)) return [];
  const days = Number(typed);
  const issued = context.today;
  const chosen = END_OF_MONTH.find((one) => one === reading) ?? "none";
  const example: FormNote = {
    tone: "info",
    text: notes.dueExample(issued, dueOf(issued, days, chosen)),
  };
  if (chosen === "none") return [example];
  const both = notes.bothReadings(
    days,
    dueOf(issued, days, "days-then-end"),
    dueOf(issued, days, "end-then-days"),
  );
  return [example, { tone: "info", text: both }];
};

/** Between businesses a contractual rate below three times the legal interest does not hold (C. com. L441-10 II). */
const FLOOR_FACTOR = 3;

const rateNotes = (context: FileContext, typed: string): readonly FormNote[] => {
  const { said, today, language, state, creditor } = context;
  const points = typed === "" ? null : basisPointsOf(typed);
  if (points === null || creditor?.country !== "FR" || state?.debtor?.kind !== "business")
    return [];
  const halfYear = said.notes.halfYear(yearOf(today), monthOf(today) > 6);
  const legal = publishedRate("fr-legal", today);
  if (!legal.ok) return [{ tone: "warning", text: said.notes.floorUnknown(halfYear) }];
  const floor = legal.value.basisPoints * FLOOR_FACTOR;
  if (points >= floor) return [];
  const text = said.notes.rateFloor(
    shownPercent(points, language),
    shownPercent(floor, language),
    halfYear,
  );
  return [{ tone: "warning", text }];
};

export const termsForm = (context: FileContext): HostForm => {
  const { said, file, language, state } = context;
  const { fields, hints, errors } = said;
  const { terms } = file;
  return fileForm(context, "terms", {
    submit: context.words.form.submit.save,
    fields: [
      { kind: "text", name: "paymentDays", label: fields.paymentDays, hint: hints.paymentDays },
      {
        kind: "select",
        name: "endOfMonth",
        label: fields.endOfMonth,
        choices: choicesOf(said.of.endOfMonth),
      },
      { kind: "text", name: "contractRate", label: fields.contractRate, hint: hints.contractRate },
      { kind: "check", name: "defaultByDueDate", label: fields.defaultByDueDate },
      {
        kind: "text",
        name: "limitationYears",
        label: fields.limitationYears,
        hint: hints.limitationYears,
      },
      { kind: "check", name: "transport", label: fields.transport, hint: hints.transport },
      { kind: "text", name: "source", label: fields.source, hint: hints.termsSource },
      { kind: "date", name: "on", label: fields.since, required: true },
    ],
    initial: emptyForm({
      paymentDays: terms?.paymentDays == null ? "" : String(terms.paymentDays),
      endOfMonth: terms?.endOfMonth ?? "none",
      contractRate: terms?.contractRate == null ? "" : typedPercent(terms.contractRate, language),
      defaultByDueDate: terms?.defaultByDueDate === true ? YES : "",
      limitationYears: terms?.limitationYears == null ? "" : String(terms.limitationYears),
      transport: terms?.transport === true ? YES : "",
      source: terms?.source ?? "",
      on: terms?.on ?? context.today,
    }),
    notes: (typed) => [
      ...dueNotes(context, typedIn(typed, "paymentDays"), typedIn(typed, "endOfMonth")),
      ...rateNotes(context, typedIn(typed, "contractRate")),
      ...(state?.debtor?.kind === "consumer"
        ? [{ tone: "info" as const, text: said.notes.dueDateOnlyConsumer }]
        : []),
    ],
    read: (reader) => {
      const paymentDays = wholeOf(reader, "paymentDays", DAYS, errors.days);
      const limitationYears = wholeOf(reader, "limitationYears", YEARS, errors.years);
      const typedRate = reader.text("contractRate");
      const contractRate = typedRate === "" ? null : basisPointsOf(typedRate);
      if (typedRate !== "" && contractRate === null) reader.refuse("contractRate", errors.percent);
      const ending = reader.choice("endOfMonth", END_OF_MONTH);
      const on = reader.requiredDate("on");
      if (ending === null || on === null || reader.errors.size > 0) return null;
      return record(context, {
        type: "set-terms",
        on,
        paymentDays,
        endOfMonth: ending,
        contractRate,
        defaultByDueDate: reader.flag("defaultByDueDate"),
        limitationYears,
        transport: reader.flag("transport"),
        source: reader.optional("source"),
      });
    },
  });
};

export const invoicingWayForm = (context: FileContext): HostForm => {
  const { said, file } = context;
  const { fields, hints } = said;
  const way = file.invoicingWay;
  return fileForm(context, "invoicing-way", {
    submit: context.words.form.submit.save,
    fields: [
      { kind: "select", name: "way", label: fields.way, choices: choicesOf(said.of.invoicingWay) },
      { kind: "text", name: "place", label: fields.place },
      { kind: "check", name: "orderNeeded", label: fields.orderNeeded },
      { kind: "text", name: "serviceCode", label: fields.serviceCode, hint: hints.serviceCode },
      { kind: "long", name: "note", label: context.words.form.fields.note, rows: 2 },
    ],
    initial: emptyForm({
      way: way?.way ?? "mail",
      place: way?.place ?? "",
      orderNeeded: way?.orderNeeded === true ? YES : "",
      serviceCode: way?.serviceCode ?? "",
      note: way?.note ?? "",
    }),
    read: (reader) => {
      const chosen = reader.choice("way", INVOICING_WAYS);
      if (chosen === null) return null;
      return record(context, {
        type: "set-invoicing-way",
        way: chosen,
        place: reader.optional("place"),
        orderNeeded: reader.flag("orderNeeded"),
        serviceCode: reader.optional("serviceCode"),
        note: reader.optional("note"),
      });
    },
  });
};

export const performanceForm = (context: FileContext): HostForm => {
  const { said, file, subject } = context;
  const options = standingInvoices(context);
  const invoice = subjectInvoice(context);
  if (subject !== null && invoice === null) return goneFile(context, "performance");
  if (options.length === 0) {
    return blockedFile(context, "performance", context.words.form.noInvoices);
  }
  const first = invoice ?? options[0]?.value ?? "";
  return fileForm(context, "performance", {
    submit: context.words.form.submit.save,
    fields: [
      {
        kind: "select",
        name: "invoice",
        label: context.words.form.fields.invoice,
        choices: options,
      },
      { kind: "date", name: "on", label: said.fields.performedOn, hint: said.hints.performedOn },
    ],
    initial: emptyForm({ invoice: first, on: ownValue(file.performed, first) ?? "" }),
    read: (reader) => {
      const on = reader.date("on");
      const chosen = reader.required("invoice");
      if (chosen === "" || reader.errors.size > 0) return null;
      return record(context, { type: "date-performance", invoice: chosen, on });
    },
  });
};

const BY_PLAN = "plan";

export const chargeModeForm = (context: FileContext): HostForm => {
  const { said, file } = context;
  return fileForm(context, "charge-mode", {
    submit: said.submit.choose,
    intro: said.intros.chargeMode,
    fields: [
      {
        kind: "select",
        name: "mode",
        label: said.fields.mode,
        choices: choicesOf(said.of.chargeMode),
      },
    ],
    initial: emptyForm({ mode: file.chargeMode?.mode ?? BY_PLAN }),
    notes: (typed) =>
      typedIn(typed, "mode") === "claimed" ? [{ tone: "warning", text: said.notes.claimed }] : [],
    read: (reader) => {
      const mode = reader.choice("mode", [BY_PLAN, ...CHARGE_MODES]);
      if (mode === null) return null;
      return record(context, {
        type: "set-charge-mode",
        mode: CHARGE_MODES.find((one) => one === mode) ?? null,
        on: context.today,
      });
    },
  });
};

/** Relance's plans and one's own, by name; one's own under the id of a shipped one stands in its place. */
const planChoices = ({ said, ledger }: FileContext): readonly Choice[] => {
  const own = ledger.plans.map(({ plan, name }) => ({ value: plan, label: name }));
  const shipped = SHIPPED_PLANS.filter(({ id }) => !own.some(({ value }) => value === id)).map(
    ({ id }) => ({ value: id, label: said.of.plans[id]?.own ?? id }),
  );
  return [{ value: "", label: said.choices.kindPlan.own }, ...shipped, ...own];
};

/** Of the whole debtor, or of one invoice: then that invoice alone follows it. */
export const planForm = (context: FileContext): HostForm => {
  const { said, file } = context;
  const named = subjectInvoice(context);
  const planOf = (invoice: string): string =>
    (invoice === "" ? file.plan : ownValue(file.planByInvoice, invoice)) ?? "";
  return fileForm(context, "plan", {
    submit: said.submit.choose,
    fields: [
      {
        kind: "select",
        name: "invoice",
        label: said.fields.planOf,
        choices: [
          { value: "", label: said.choices.debtorItself.own },
          ...standingInvoices(context),
        ],
      },
      { kind: "select", name: "plan", label: said.fields.plan, choices: planChoices(context) },
    ],
    initial: emptyForm({ invoice: named ?? "", plan: planOf(named ?? "") }),
    read: (reader) =>
      record(context, {
        type: "choose-plan",
        invoice: reader.optional("invoice"),
        plan: reader.optional("plan"),
        on: context.today,
      }),
  });
};

/** The order is chosen with both totals in sight, and they are kept with the choice. */
export const allocationOrderForm = (context: FileContext): HostForm => {
  const { said, file } = context;
  const totals = totalsOf(context);
  if (totals === null) return blockedFile(context, "allocation-order", said.notes.totalsUnknown);
  const principalFirst = sumText(context, totals.principalFirst, totals.currency);
  const interestFirst = sumText(context, totals.interestFirst, totals.currency);
  const current = file.allocationOrder?.order ?? context.ledger.policy.allocationOrder;
  return fileForm(context, "allocation-order", {
    submit: said.submit.choose,
    intro:
      totals.principalFirst === totals.interestFirst
        ? said.notes.totalsSame(principalFirst)
        : said.notes.totals(principalFirst, interestFirst),
    fields: [
      {
        kind: "select",
        name: "order",
        label: said.fields.order,
        choices: choicesOf(said.of.allocationOrder),
      },
      onField(context),
    ],
    initial: emptyForm({ order: current, on: context.today }),
    read: (reader) => {
      const order = reader.choice("order", ALLOCATION_ORDERS);
      const on = reader.requiredDate("on");
      if (order === null || on === null) return null;
      return record(context, {
        type: "set-allocation-order",
        order,
        on,
        currency: totals.currency,
        principalFirstTotal: totals.principalFirst,
        interestFirstTotal: totals.interestFirst,
      });
    },
  });
};

/** As of today: what would remain by either order. Null where a rate or a date is missing. */
const totalsOf = ({ state, ledger, today }: FileContext): OrderTotals | null => {
  if (state === null) return null;
  const both = bothOrders(state, balancesOf(state), {
    creditor: ledger,
    on: today,
    currency: currencyOf(state),
  });
  return both.ok ? both.value : null;
};

export const discountForm = (context: FileContext): HostForm => {
  const { said, subject, state, language, file } = context;
  const options = invoiceOptions(context, null);
  const named = subjectInvoice(context);
  if (subject !== null && named === null) return goneFile(context, "discount");
  if (options.length === 0) return blockedFile(context, "discount", context.words.form.noInvoices);
  const offered = file.discounts.find(({ invoice }) => invoice === named);
  const currency = currencyOf(state);
  return fileForm(context, "discount", {
    submit: context.words.form.submit.save,
    intro: said.intros.discount,
    currency,
    fields: [
      {
        kind: "select",
        name: "invoice",
        label: context.words.form.fields.invoice,
        choices: options,
      },
      { kind: "amount", name: "amount", label: said.fields.discount, required: true },
      { kind: "date", name: "until", label: said.fields.discountUntil, required: true },
    ],
    initial: emptyForm({
      invoice: named ?? options[0]?.value ?? "",
      amount: typedAmount(offered?.amount ?? null, currency, language),
      until: offered?.until ?? "",
    }),
    read: (reader) => {
      const invoice = reader.required("invoice");
      const amount = reader.requiredAmount("amount");
      const until = reader.requiredDate("until");
      if (amount === null || until === null || invoice === "") return null;
      return record(context, { type: "offer-discount", invoice, amount, until });
    },
  });
};
