import { countStart } from "./counted.ts";

countStart("heavy");

/** Newer syntax, which the build must write as ES2019, and signs that a wrong encoding would break. */
export const heavyWord = (given?: { readonly word?: string }): string => given?.word ?? "réglé € 𝄞";
