import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Currency, Language } from "#shared/kernel/money.ts";
import type { Tag } from "#shared/kernel/parties.ts";
import { assumedKind } from "./assumed-kind.ts";
import type { AddDebtorInput } from "./ledger-acts.ts";
import type { MailToFile, TagMailInput } from "./mail-acts.ts";
import type { FollowView, ReadingView, TagValues } from "./mail-view.ts";
import type { RecordActInput } from "./record-act.ts";

/** What faces bring to the acts on an open mail: the same of the same, wherever it was clicked. */

/** A tag with its values; where it is the one that was read, the tags read beside it go along. */
export const tagInput = (
  mail: MailToFile,
  said: {
    readonly account: string;
    readonly reading: ReadingView;
    readonly tag: Tag;
    readonly values: TagValues;
  },
): TagMailInput => {
  const { account, reading, tag, values } = said;
  return {
    account,
    mail,
    tag,
    also: tag === reading.tag ? reading.also : [],
    values,
    suggested: reading.tag,
    grounds: reading.grounds,
    reading,
  };
};

/** What the mail says of a debtor that nobody knows yet. */
export type NewDebtor = {
  readonly name: string;
  readonly email: string | null;
  readonly contactName: string | null;
  readonly language: Language;
  /** A debtor of that name is known, and this is another one. */
  readonly evenSo: boolean;
};

export const newDebtorInput = (debtor: NewDebtor): AddDebtorInput => {
  const { name, email, contactName, language, evenSo } = debtor;
  return {
    debtor: {
      name,
      kind: assumedKind(name, email),
      soleTrader: false,
      country: "FR",
      language,
      siren: null,
      siret: null,
      vatNumber: null,
      phone: null,
      address: null,
    },
    contacts: email === null ? [] : [{ email, name: contactName, phone: null, roles: ["chasing"] }],
    group: null,
    evenSo,
  };
};

export type FollowedInvoice = {
  readonly name: string;
  readonly email: string;
  readonly number: string;
  readonly issuedOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly total: number;
};

export const followedDebtor = (
  { language }: Pick<FollowView, "language">,
  { name, email }: FollowedInvoice,
): NewDebtor => ({
  name,
  email: email === "" ? null : email,
  contactName: null,
  language,
  evenSo: false,
});

export const followedInput = (
  account: string,
  currency: Currency,
  { number, issuedOn, dueOn, total }: FollowedInvoice,
): RecordActInput => ({
  account,
  command: {
    type: "record-invoice",
    number,
    issuedOn,
    total,
    currency,
    order: null,
    portions: [{ amount: total, dueOn, condition: null }],
    source: "mail",
  },
});
