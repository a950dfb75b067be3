import type { Messages } from "./locale.ts";
import { statementEn } from "./statement-en.ts";
import type { StatementWords } from "./statement-fr.ts";
import { statementFr } from "./statement-fr.ts";

/** What a statement of interest says of its method, its rates and its payments. */
export const STATEMENT_WORDS: Messages<StatementWords> = { fr: statementFr, en: statementEn };
