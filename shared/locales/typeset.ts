import type { Own, Shown } from "#shared/kernel/text.ts";
import { own } from "#shared/kernel/text.ts";
import type { Sentence } from "./locale.ts";
import { say } from "./locale.ts";

/** French typography in our own words: a no-break space before `: ; ? ! » %` and after `«`. */
export const frenchTypeset = (words: string): string =>
  words.replace(/ ([:;?!»%])/g, "\u00a0$1").replace(/« /g, "«\u00a0");

/** As `say`, in French typography; what comes from outside stays as it is. */
export const dire = (
  words: TemplateStringsArray,
  ...values: readonly (Shown | Sentence | number)[]
): Sentence =>
  say(words, ...values).map((shown) => ("own" in shown ? own(frenchTypeset(shown.own)) : shown));

/** A label of ours in French typography. */
export const dit = (words: string): Own => own(frenchTypeset(words));
