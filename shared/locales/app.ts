import { APP_CLAIM } from "./app-claim.ts";
import type { AppClaimMessages } from "./app-claim-fr.ts";
import { appEn } from "./app-en.ts";
import type { AppMessages } from "./app-fr.ts";
import { appFr } from "./app-fr.ts";
import type { Messages } from "./locale.ts";

/** The words of the screens, by language. */
export const APP: Messages<AppClaimMessages & AppMessages> = {
  fr: { ...APP_CLAIM.fr, ...appFr },
  en: { ...APP_CLAIM.en, ...appEn },
};
