import type { ActsPart } from "#gmail/script/actions/part-types.ts";
import { performAct, searchScreen } from "#gmail/script/actions/act-actions.ts";
import { composing } from "#gmail/script/actions/compose-actions.ts";
import { diagnoseScreen } from "#gmail/script/actions/diagnose.ts";
import { actByLink, earlierDraft } from "#gmail/script/actions/draft-link.ts";
import { settingsScreen } from "#gmail/script/actions/settings-actions.ts";
import { composeLink } from "#gmail/script/desk/compose-link.ts";
import { LEDGER_CORE } from "#gmail/script/ledger/core.ts";
import { draftActs } from "#gmail/script/mail/draft-acts.ts";

/** Drafts, forms and everything that is written: fetched by the first click that needs it. */
export const acts: ActsPart = {
  LEDGER_CORE,
  draftActs,
  actByLink,
  composeLink,
  earlierDraft,
  performAct,
  composing,
  settingsScreen: (world) => settingsScreen(world, {}),
  searchScreen,
  diagnoseScreen,
};
