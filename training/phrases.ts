import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseCalendarDate } from "#shared/kernel/calendar.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { isCurrency } from "#shared/kernel/money.ts";
import { DISPUTE_REASONS, TAGS } from "#shared/kernel/parties.ts";
import type { DisputeReason, Tag } from "#shared/kernel/parties.ts";
import type { ReplyMail } from "#src/cli/reply-records.ts";

/** New words of a reply without the mail around them, and what they say. */
export type Phrase = {
  readonly id: string;
  readonly mail: ReplyMail;
  readonly tag: Tag;
  readonly also: readonly Tag[];
  readonly reason: DisputeReason | null;
  readonly isIndirect: boolean;
};

export type PhraseFile = {
  readonly name: string;
  readonly phrases: readonly Phrase[];
  /** What could not be read, by line from 1. */
  readonly faults: readonly { readonly line: number; readonly text: string }[];
};

const MEANING = "= ";
const CLAIM = "@ ";
const INDIRECT = "/i";

type Said = Pick<Phrase, "tag" | "also" | "reason" | "isIndirect">;
type Setting = { readonly date: CalendarDate; readonly claim: ReplyMail["claim"] };

/**
 * A file of phrases: `@ DAY | DEBTOR | CURRENCY | NUMBER TOTAL DUE | …` says on which day and about which claim those
 * below were written; `= TAG +ALSO /i` begins each, a dispute as `dispute:REASON`, `/i` where it is indirect; its words
 * follow until the next of these.
 */
export const phrasesOf = (name: string, text: string): PhraseFile => {
  const phrases: Phrase[] = [];
  const faults: { line: number; text: string }[] = [];
  let setting: Setting | null = null;
  let open: { readonly said: Said; readonly line: number; readonly words: string[] } | null = null;
  const close = (): void => {
    if (open === null) return;
    const { said, line, words } = open;
    open = null;
    const body = words.join("\n").trim();
    const id = `${name}-${String(phrases.length + 1)}`;
    if (body === "") faults.push({ line, text: "no words" });
    else if (setting === null) faults.push({ line, text: "no claim before it" });
    else phrases.push({ id, ...said, mail: mailOf(id, setting, body) });
  };
  for (const [index, content] of text.split("\n").entries()) {
    const line = index + 1;
    if (content.startsWith(CLAIM)) {
      close();
      setting = settingOf(content.slice(CLAIM.length));
      if (setting === null) faults.push({ line, text: "a claim that cannot be read" });
    } else if (content.startsWith(MEANING)) {
      close();
      const said = saidIn(content.slice(MEANING.length));
      if (said === null) faults.push({ line, text: "a meaning that cannot be read" });
      else open = { said, line, words: [] };
    } else if (open !== null) open.words.push(content);
    else if (content.trim() !== "") faults.push({ line, text: "words without a meaning" });
  }
  close();
  return { name, phrases, faults };
};

const settingOf = (text: string): Setting | null => {
  const [day = "", debtor = "", currency = "", ...parts] = text.split("|").map((one) => one.trim());
  const date = parseCalendarDate(day.slice(0, 10));
  const invoices = parts.map((part) => {
    const words = part.split(/\s+/);
    const [total = "", due = ""] = words.slice(-2);
    return { number: words.slice(0, -2).join(" "), total: Number(total), due };
  });
  const isRead =
    date !== null &&
    debtor !== "" &&
    isCurrency(currency) &&
    invoices.length > 0 &&
    invoices.every(
      ({ number, total, due }) =>
        number !== "" && Number.isFinite(total) && parseCalendarDate(due) !== null,
    );
  return isRead ? { date, claim: { currency, invoices } } : null;
};

const saidIn = (text: string): Said | null => {
  const words = text.trim().split(/\s+/);
  const labels = words.filter((one) => one !== INDIRECT);
  const tags: Tag[] = [];
  let reason: DisputeReason | null = null;
  for (const [at, label] of labels.entries()) {
    const [tag, why, ...more] = (at === 0 ? label : label.replace(/^\+/, "")).split(":");
    const known = TAGS.find((one) => one === tag);
    if (known === undefined || tags.includes(known) || more.length > 0) return null;
    if (at > 0 && !label.startsWith("+")) return null;
    if ((known === "dispute") !== (why !== undefined)) return null;
    if (why !== undefined) {
      reason = DISPUTE_REASONS.find((one) => one === why) ?? null;
      if (reason === null) return null;
    }
    tags.push(known);
  }
  const [tag, ...also] = tags;
  return tag === undefined ? null : { tag, also, reason, isIndirect: labels.length < words.length };
};

const mailOf = (id: string, { date, claim }: Setting, body: string): ReplyMail => ({
  id,
  from: "debtor@phrases.example",
  to: "creditor@phrases.example",
  subject: `Re: ${claim.invoices[0]?.number ?? ""}`,
  date: `${date}T10:00:00Z`,
  body,
  claim,
});

/** The files of phrases in a folder, in the order of their names. */
export const phraseFilesIn = (folder: string): readonly PhraseFile[] =>
  readdirSync(folder)
    .filter((file) => /^phrases-\d+\.txt$/.test(file))
    .sort()
    .map((file) =>
      phrasesOf(file.slice(0, -".txt".length), readFileSync(join(folder, file), "utf8")),
    );
