import { deskEn } from "./desk-en.ts";
import { deskFr } from "./desk-fr.ts";
import type { DeskMessages } from "./desk-fr.ts";
import type { Messages } from "./locale.ts";

export type { DeskMessages } from "./desk-fr.ts";

/** The words of the desk, by language. */
export const DESK: Messages<DeskMessages> = { fr: deskFr, en: deskEn };
