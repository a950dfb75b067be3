import type { Language } from "#shared/kernel/money.ts";
import type { Own, Shown } from "#shared/kernel/text.ts";

export type { Language } from "#shared/kernel/money.ts";

/** A run of words: our own, and strings from outside that keep their mark until a face escapes them. */
export type Sentence = readonly Shown[];

type Part = Shown | Sentence | number;

const isSentence = (part: Shown | Sentence): part is Sentence => Array.isArray(part);

/**
 * Template tag for messages. A value is `own`, `foreign`, another sentence or a number: never a bare string, so that
 * what comes from outside cannot slip in among our own words.
 */
export const say = (words: TemplateStringsArray, ...values: readonly Part[]): Sentence => {
  const out: Shown[] = [];
  const add = (shown: Shown): void => {
    const last = out[out.length - 1];
    if ("own" in shown && last !== undefined && "own" in last) {
      out[out.length - 1] = { own: last.own + shown.own } satisfies Own;
    } else if ("foreign" in shown || shown.own !== "") {
      out.push(shown);
    }
  };
  words.forEach((word, index) => {
    add({ own: word });
    const value = values[index];
    if (value === undefined) return;
    if (typeof value === "number") add({ own: String(value) });
    else if (isSentence(value)) value.forEach(add);
    else add(value);
  });
  return out;
};

/** A sentence after a colon begins small, unless it begins with a name or an abbreviation. */
export const uncapitalised = (sentence: Sentence): Sentence => {
  const [first, ...others] = sentence;
  if (first === undefined || !("own" in first)) return sentence;
  const [head = "", next = ""] = first.own;
  // A lone capital (« À remplir ») is a word as well.
  const isWord = head !== head.toLowerCase() && next === next.toLowerCase();
  return isWord
    ? [{ own: head.toLowerCase() + first.own.slice(head.length) }, ...others]
    : sentence;
};

/** Several sentences in one paragraph, a space between two. */
export const together = (...sentences: readonly (Sentence | null)[]): Sentence =>
  sentences.reduce<Sentence>(
    (all, sentence) =>
      sentence === null || sentence.length === 0
        ? all
        : all.length === 0
          ? sentence
          : say`${all} ${sentence}`,
    [],
  );

/** One set of messages a language. The type of French is the type of all: English must have exactly its keys. */
export type Messages<M> = Readonly<Record<Language, M>>;
