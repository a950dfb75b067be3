import { itemsEn } from "./app-items-en.ts";
import type { ItemMessages } from "./app-items-fr.ts";
import { itemsFr } from "./app-items-fr.ts";
import type { Messages } from "./locale.ts";

/** The words of a debtor's file and history, by language. */
export const ITEMS: Messages<ItemMessages> = { fr: itemsFr, en: itemsEn };
