import { foldText } from "#shared/kernel/text.ts";

/** Whether two JSON values say the same; the order of keys does not count, that of lists does. */
export const sameJson = (a: unknown, b: unknown): boolean => {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((item, index) => sameJson(item, b[index]));
  }
  const left = Object.entries(a);
  if (left.length !== Object.keys(b).length) return false;
  const right = new Map<string, unknown>(Object.entries(b));
  return left.every(([key, value]) => right.has(key) && sameJson(value, right.get(key)));
};

/**
 * Whether what is said now is what stands already: every fact of `data` is there with the same value. `source` is no
 * fact: a payment typed in and then read in a bank's file is one payment.
 */
export const sameFacts = (there: object, data: object): boolean => {
  const stands = new Map<string, unknown>(Object.entries(there));
  return Object.entries(data).every(
    ([key, value]) => key === "source" || sameJson(stands.get(key), value),
  );
};

/** The item with those fields replaced that the changes give. */
export const withChanges = <T extends object>(
  item: T,
  changes: { readonly [K in keyof T]?: T[K] | undefined },
): T => {
  const next = { ...item };
  for (const key in changes) {
    const value = changes[key];
    if (value !== undefined) next[key] = value;
  }
  return next;
};

/** Authors are known by their names alone: case, accents and blanks make no second person. */
export const samePerson = (a: string, b: string): boolean => foldText(a) === foldText(b);
