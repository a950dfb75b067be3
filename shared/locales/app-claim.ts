import { appClaimEn } from "./app-claim-en.ts";
import { appClaimFr } from "./app-claim-fr.ts";
import type { AppClaimMessages } from "./app-claim-fr.ts";
import type { Messages } from "./locale.ts";

/** The words of a claim in short, by language: all that a pane needs to draw one beside a mail. */
export const APP_CLAIM: Messages<AppClaimMessages> = { fr: appClaimFr, en: appClaimEn };
