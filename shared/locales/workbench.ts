import type { Messages } from "./locale.ts";
import { workbenchEn } from "./workbench-en.ts";
import { workbenchFr } from "./workbench-fr.ts";
import type { WorkbenchMessages } from "./workbench-fr.ts";

export type { WorkbenchMessages } from "./workbench-fr.ts";

/** The words of the local inbox, by language. */
export const WORKBENCH: Messages<WorkbenchMessages> = { fr: workbenchFr, en: workbenchEn };
