import { keysOfAccount } from "#shared/app/index-keys.ts";
import { accountOnScreen } from "#shared/app/screen-facts.ts";
import {
  foldShard,
  growCreditorShard,
  tellCreditorInOrder,
  tellInOrder,
} from "#shared/app/shards.ts";
import { accountDay } from "#shared/app/today-days.ts";
import type { AccountDay } from "#shared/app/today-days.ts";
import { drawToday } from "#shared/app/today-list.ts";
import { contactLoadOfMails, loadSince, sentMailsOf } from "#shared/recovery/contact-load.ts";
import { recoveryContext } from "#shared/recovery/context.ts";
import type { RecoveryContext } from "#shared/recovery/context.ts";
import type { DayWorld, LedgerCore } from "./core-port.ts";

/** What a part of the script exports for the ledger. */
export const LEDGER_CORE: LedgerCore = {
  foldShard,
  tellInOrder,
  tellCreditorInOrder,
  growCreditorShard,
  keysOfAccount,
  day: {
    mailsOf: (state, { policy }, today) => sentMailsOf(state, loadSince(today, policy)),
    daysOf: (states, world) => {
      const context = contextOf(world);
      const days = new Map<string, AccountDay>();
      for (const state of states)
        days.set(state.account, accountDay(accountOnScreen(state, context), context));
      return days;
    },
    draw: (days, world, { states, drawn, suggest }) =>
      drawToday(
        days,
        contextOf(world),
        { canWriteDrafts: false },
        {
          suggest,
          drawn,
          facts: { ...world.facts, chance: [] },
          loaded: {
            ledger: world.ledger,
            creditor: world.creditor,
            accounts: states,
            accountsByKey: new Map(),
            searchRows: [],
          },
        },
      ),
  },
};

const contextOf = ({ creditor, facts, mails }: DayWorld): RecoveryContext =>
  recoveryContext(
    facts.today,
    creditor,
    contactLoadOfMails(mails, loadSince(facts.today, creditor.policy)),
  );
