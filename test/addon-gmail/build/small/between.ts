import { countStart } from "./counted.ts";
import { heavyWord } from "./heavy.ts";

countStart("between");

/** What two parts need and Code.js does not. */
export const between = (word: string): string => `${word} ${heavyWord()}`;
