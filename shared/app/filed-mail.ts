import type { AccountState, Exchange } from "#shared/claims/account.ts";
import { exchangeIdOf } from "#shared/claims/ids.ts";
import { parseCalendarDate } from "#shared/kernel/calendar.ts";
import { foreign, own } from "#shared/kernel/text.ts";
import type { Own } from "#shared/kernel/text.ts";
import { MAIL_CLAIM_WORDS } from "#shared/locales/mail-claim-words.ts";
import { shortDate } from "#shared/locales/short-dates.ts";
import type { Message } from "#shared/mail/message.ts";
import type { FiledView } from "./mail-view.ts";
import type { Facts } from "./use-case.ts";

/** The id of the exchange that a mail is; one without Message-ID is known by its bytes. */
export const exchangeOf = (mail: {
  readonly message: Message;
  readonly sha256: string | null;
}): string =>
  exchangeIdOf(mail.message.messageId ?? `sha256:${mail.sha256 ?? mail.message.subject}`);

/** The exchange of this account that the mail was filed as. */
export const filedExchange = (
  subject: AccountState,
  message: Message,
  sha256: string | null,
): Exchange | null => {
  const exchange = exchangeOf({ message, sha256 });
  return subject.exchanges.find((one) => one.exchange === exchange) ?? null;
};

export const filedViewOf = (exchange: Exchange, facts: Facts): FiledView => {
  const words = MAIL_CLAIM_WORDS[facts.language];
  const version = exchange.versions[exchange.versions.length - 1];
  return {
    text: words.filedLine(dayWord(exchange.entry.at, facts), foreign(exchange.entry.by)),
    sha256: version === undefined ? null : words.sha256(version.sha256),
    obtained: version === undefined ? null : words.obtained[version.obtained],
  };
};

/** The day of an entry, as a screen says it. */
export const dayWord = (at: string, facts: Facts): Own => {
  const day = parseCalendarDate(at.slice(0, 10)) ?? facts.today;
  return own(shortDate(day, facts.today, facts.language));
};
