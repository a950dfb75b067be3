import { readingFor } from "./confirm-reading.ts";
import { todayWith } from "./today-list.ts";

/** The screen of every morning, whole: each reply stands with what it is taken for, to be confirmed in one click. */
export const todayView = todayWith(readingFor);
