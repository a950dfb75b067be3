import { buildId, pageText, part, variant } from "#gmail/script/parts.ts";
import { countStart, starts } from "./counted.ts";
import { heavyWord } from "./heavy.ts";

/** A script of a few lines with the parts of the real one, to see how they come apart and together again. */
countStart("main");

export const tellNothing = (): string => `${variant()} ${starts().join(" ")}`;
export const tellReading = (): string => told(part("reading"));
export const tellTwice = (): string => `${told(part("acts"))} ${told(part("acts"))}`;
export const tellAll = (): string => `${told(part("reading"))} ${told(part("acts"))}`;
export const tellPage = (): string => pageText("desk");
export const tellBuild = (): string => buildId();
export const tellHeavy = (): string => heavyWord();

const told = (given: unknown): string =>
  `${(given as { readonly word: () => string }).word()} [${starts().join(" ")}]`;
