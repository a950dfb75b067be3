import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { recordLinesOf } from "#src/cli/reply-records.ts";
import type { Expected } from "#src/cli/reply-records.ts";
import { comparableLines } from "#src/cli/reply-score.ts";
import * as z from "zod/mini";
import { agreementOf, rereadsOf } from "./check-agreement.ts";
import type { Agreement } from "./check-agreement.ts";
import { likenessesOf } from "./check-likeness.ts";
import type { Likeness } from "./check-likeness.ts";

export const MAILS_PER_HAND_MAX = 100;
export const MAILS_MIN = 2_000;
/** Above this two mails are one mail with words changed. */
export const JACCARD_MAX = 0.4;
export const INDIRECT_MIN = 0.5;
export const HELD_OUT_MIN = 0.2;
export const REREAD_MIN = 0.2;

/** A file of one hand, as it lies in the corpus. */
export type HandFile = {
  readonly name: string;
  readonly isHeldOut: boolean;
  readonly text: string;
};

export type CorpusMail = {
  readonly id: string;
  readonly hand: number;
  readonly isHeldOut: boolean;
  readonly isIndirect: boolean;
  readonly lang: string;
  readonly body: string;
  readonly numbers: readonly string[];
  readonly expected: Expected;
};

export type CorpusFault = {
  readonly code:
    | "line"
    | "hand"
    | "id-twice"
    | "too-many"
    | "too-few"
    | "alike"
    | "too-direct"
    | "held-out"
    | "label"
    | "reread";
  readonly text: string;
};

export type CorpusCheck = {
  readonly mails: readonly CorpusMail[];
  /** Pairs of mails by how much of their new words is the same, the likest first. */
  readonly likest: readonly Likeness[];
  readonly agreement: Agreement | null;
  readonly faults: readonly CorpusFault[];
};

const zHand = z.object({ hand: z.number().check(z.int(), z.positive()), indirect: z.boolean() });

/** Hands are in files `hand-NN.jsonl`; those of `held-out/` are measured on and nothing else. */
export const handFilesIn = (folder: string): readonly HandFile[] =>
  [false, true].flatMap((isHeldOut) => {
    const place = isHeldOut ? join(folder, "held-out") : folder;
    return readdirSync(place)
      .filter((name) => name.startsWith("hand-") && name.endsWith(".jsonl"))
      .sort()
      .map((name) => ({ name, isHeldOut, text: readFileSync(join(place, name), "utf8") }));
  });

const numberOf = (name: string): number => Number(name.slice("hand-".length, -".jsonl".length));

const mailsIn = (
  file: HandFile,
): { readonly mails: readonly CorpusMail[]; readonly faults: readonly CorpusFault[] } => {
  const { lines, faults: broken } = recordLinesOf(file.text);
  const raw = file.text.split("\n");
  const mails: CorpusMail[] = [];
  const faults = broken.map(({ line, path }): CorpusFault => ({
    code: "line",
    text: `${file.name}:${String(line)} ${path}`.trim(),
  }));
  for (const { line, record } of lines) {
    const written = zHand.safeParse(JSON.parse(raw[line - 1] ?? ""));
    const { expected, id, lang, body, claim } = record;
    const place = `${file.name}:${String(line)}`;
    if (!written.success || expected == null) {
      faults.push({ code: "line", text: `${place} hand, indirect or expected` });
      continue;
    }
    const { hand, indirect } = written.data;
    if (hand !== numberOf(file.name)) faults.push({ code: "hand", text: place });
    mails.push({
      id,
      hand,
      isHeldOut: file.isHeldOut,
      isIndirect: indirect,
      lang,
      body,
      numbers: claim.invoices.map(({ number }) => number),
      expected,
    });
  }
  return { mails, faults };
};

/** Labels that contradict the mail or one another. */
const labelFaultsOf = ({ id, expected, numbers, body }: CorpusMail): readonly CorpusFault[] => {
  const tags = [expected.tag, ...(expected.also ?? [])];
  const fault = (text: string): CorpusFault => ({ code: "label", text: `${id} ${text}` });
  const faults: CorpusFault[] = [];
  for (const [tag, value] of [
    ["promise", expected.promise],
    ["paid", expected.paid],
    ["dispute", expected.dispute],
  ] as const)
    if (tags.includes(tag) !== (value != null)) faults.push(fault(`${tag} without its value`));
  if (new Set(tags).size < tags.length) faults.push(fault("a tag twice"));
  for (const number of expected.invoices ?? [])
    if (!numbers.includes(number)) faults.push(fault("an invoice that the claim has not"));
  const said = new Set(comparableLines(body).split("\n").map(unquoted));
  if (
    !comparableLines(expected.reply)
      .split("\n")
      .map(unquoted)
      .every((line) => said.has(line))
  )
    faults.push(fault("new words that the mail has not"));
  return faults;
};

/** A line without the marks of quotation before it: an answer between the lines may have one by mistake. */
const unquoted = (line: string): string => line.replace(/^[> ]+/, "");

const isShort = (count: number, of: number, least: number): boolean => count < of * least;

/** Checks the corpus: form, size, variety, what is held out, and how far a second reading agrees with the first. */
export const checkCorpus = (files: readonly HandFile[], second: string | null): CorpusCheck => {
  const read = files.map(mailsIn);
  const mails = read.flatMap((one) => one.mails);
  const faults: CorpusFault[] = read.flatMap((one) => one.faults);
  const count = mails.length;
  const add = (code: CorpusFault["code"], text: string): void => {
    faults.push({ code, text });
  };

  const ids = new Set<string>();
  for (const { id } of mails) {
    if (ids.has(id)) add("id-twice", id);
    ids.add(id);
  }
  for (const hand of new Set(mails.map((one) => one.hand))) {
    const own = mails.filter((one) => one.hand === hand);
    if (own.length > MAILS_PER_HAND_MAX)
      add("too-many", `hand ${String(hand)}: ${String(own.length)} mails`);
    if (new Set(own.map((one) => one.isHeldOut)).size > 1)
      add("held-out", `hand ${String(hand)} is partly held out`);
  }
  if (count < MAILS_MIN) add("too-few", `${String(count)} mails of ${String(MAILS_MIN)}`);
  if (isShort(mails.filter((one) => one.isIndirect).length, count, INDIRECT_MIN))
    add("too-direct", "fewer than half of the mails are indirect");
  if (isShort(mails.filter((one) => one.isHeldOut).length, count, HELD_OUT_MIN))
    add("held-out", "less than a fifth is held out");

  const likest = likenessesOf(mails.map(({ id, expected }) => ({ id, text: expected.reply })));
  for (const { one, other, jaccard } of likest)
    if (jaccard > JACCARD_MAX) add("alike", `${one} and ${other}: ${jaccard.toFixed(2)}`);
  faults.push(...mails.flatMap(labelFaultsOf));

  const reread = rereadOf(mails, second);
  return {
    mails,
    likest,
    agreement: reread.agreement,
    faults: [...faults, ...reread.faults],
  };
};

const rereadOf = (
  mails: readonly CorpusMail[],
  second: string | null,
): { readonly agreement: Agreement | null; readonly faults: readonly CorpusFault[] } => {
  const none = (text: string) => ({
    agreement: null,
    faults: [{ code: "reread", text } as const],
  });
  if (second === null) return none("there is no second reading");
  const rereads = rereadsOf(second);
  if (!rereads.ok) return none(`second-reading.jsonl:${String(rereads.error)}`);
  const byId = new Map(mails.map((one) => [one.id, one.expected]));
  const faults: CorpusFault[] = [];
  const both = new Map<string, Parameters<typeof agreementOf>[0][number]>();
  for (const reread of rereads.value) {
    const first = byId.get(reread.id);
    if (first === undefined || both.has(reread.id))
      faults.push({ code: "reread", text: `${reread.id}: no mail, or read again twice` });
    else both.set(reread.id, { first, second: reread });
  }
  if (isShort(both.size, mails.length, REREAD_MIN))
    faults.push({ code: "reread", text: "less than a fifth is read again" });
  return { agreement: agreementOf([...both.values()]), faults };
};
