import type { MailHeader } from "./message.ts";
import { foldedInPlace } from "./words.ts";

/** Header lines of lists, newsletters and programs that write to thousands. */
const MASS_HEADERS = [
  "list-id",
  "list-post",
  "list-unsubscribe",
  "list-subscribe",
  "list-help",
  "list-archive",
  "list-owner",
  "mailing-list",
  "x-mailing-list",
  "x-mailman-version",
  "x-beenthere",
  "x-campaign",
  "x-campaignid",
  "feedback-id",
];
const MASS_PRECEDENCE = ["bulk", "list", "junk"];
const ANSWER_HEADERS = ["in-reply-to", "references"];
/** What programs write before the subject of the mail that is answered or sent on, in the languages of our debtors. */
const ANSWER_SUBJECTS = [
  "re",
  "ré",
  "rép",
  "rep",
  "aw",
  "antw",
  "sv",
  "rif",
  "r",
  "res",
  "fw",
  "fwd",
  "tr",
  "wg",
  "rv",
  "i",
  "enc",
  "doorst",
];

/** Whether a mail was written to many at once: to a list, or as a newsletter. */
export const isMassMail = (headers: readonly MailHeader[]): boolean =>
  headers.some((header) => {
    const name = header.name.toLowerCase();
    return (
      MASS_HEADERS.includes(name) ||
      (name === "precedence" && MASS_PRECEDENCE.includes(header.value.trim().toLowerCase()))
    );
  });

/** Whether a mail answers another or sends it on, by its headers or by how its subject begins: `Re:`, `TR :`, `Re[2]:`. */
export const isAnswer = (mail: {
  readonly subject: string;
  readonly headers: readonly MailHeader[];
}): boolean => {
  if (mail.headers.some((header) => ANSWER_HEADERS.includes(header.name.toLowerCase())))
    return true;
  const start = mail.subject.slice(0, 40);
  const colon = start.indexOf(":");
  if (colon < 0) return false;
  const prefix = (start.slice(0, colon).split("[")[0] ?? "").trim().toLowerCase();
  return ANSWER_SUBJECTS.includes(prefix);
};

/** Beginnings of words of payment, folded: one of them stands in whatever is said about money that is owed. */
const MONEY_STEMS = [
  "pay",
  "paid",
  "invoice",
  "transfer",
  "wire",
  "cheque",
  "remit",
  "settle",
  "overdue",
  "balance",
  "fund",
  "bank",
  "bacs",
  "ledger",
  "instalment",
  "installment",
  "credit",
  "factur",
  "regl",
  "regul",
  "paie",
  "paiement",
  "payer",
  "payons",
  "verse",
  "virement",
  "vire",
  "solde",
  "sold",
  "echeanc",
  "compta",
  "banque",
  "tresor",
  "avoir",
  "acompte",
  "relance",
  "reminder",
  "rappel",
  "prelevement",
  "traite",
  "lcr",
];

/**
 * Whether a mail can say something of money that is owed, where it names none of it: it answers, it was not written to
 * many, and it speaks of paying. Asked of mails that no claim is known for; a debtor's mail beside its claim needs none
 * of this.
 */
export const canBearOnClaim = (mail: {
  readonly subject: string;
  readonly newWords: string;
  readonly headers: readonly MailHeader[];
}): boolean =>
  isAnswer(mail) &&
  !isMassMail(mail.headers) &&
  wordsOf(`${mail.subject} ${mail.newWords}`).some((word) =>
    MONEY_STEMS.some((stem) => word.startsWith(stem)),
  );

/** Words of a text that are looked at; what bears on a claim says so early. */
const WORDS_MAX = 2_000;

const wordsOf = (text: string): readonly string[] =>
  foldedInPlace(text.slice(0, 20_000))
    .split("\n")
    .join(" ")
    .split("'")
    .join(" ")
    .split(" ")
    .slice(0, WORDS_MAX);
