import { DOES } from "#gmail/script/cards/action-ref.ts";
import type { ActionName } from "#gmail/script/cards/action-ref.ts";
import { cardEventOf } from "#gmail/script/actions/card-event.ts";
import { dispatch } from "#gmail/script/actions/dispatch.ts";
import { workHourly } from "#gmail/script/actions/hourly.ts";
import { SCREENS } from "#gmail/script/actions/screens.ts";
import { openWorld } from "#gmail/script/actions/world.ts";
import type { World } from "#gmail/script/actions/world.ts";
import type { Card } from "#gmail/script/cards/card.ts";
import { openGmailLedger } from "#gmail/script/ledger/open-ledger.ts";
import { acts } from "#gmail/script/parts/acts.ts";
import { reading } from "#gmail/script/parts/reading.ts";
import { openExecution } from "../services-in-memory.ts";
import type { MemoryAccount } from "../services-in-memory.ts";

/** Cards over the ledger itself, in a user's own Drive: every click an execution of its own, no mail open. */
export type WholeScript = {
  readonly home: () => Card;
  readonly hour: () => void;
  readonly click: (
    does: ActionName,
    ids?: Readonly<Record<string, string>>,
    inputs?: Readonly<Record<string, string>>,
  ) => Card;
};

export const wholeScript = (
  account: MemoryAccount,
  hourly: { readonly turnOn?: () => void } = {},
): WholeScript => {
  const worldOf = (
    parameters: Readonly<Record<string, string>>,
    inputs: Readonly<Record<string, string>> = {},
  ): World => {
    const { services } = openExecution(account);
    const event = {
      commonEventObject: {
        hostApp: "GMAIL",
        platform: "WEB",
        userLocale: "fr",
        timeZone: { id: "Europe/Paris", offset: 3_600_000 },
        formInputs: Object.fromEntries(
          Object.entries(inputs).map(([name, value]) => [
            name,
            { "": { stringInputs: { value: [value] } } },
          ]),
        ),
        parameters,
      },
    };
    return openWorld(cardEventOf(event), {
      services: { ...services, hourly: { ...services.hourly, ...hourly } },
      openLedger: openGmailLedger,
      parts: { reading: () => reading, acts: () => acts },
      screens: SCREENS,
      build: "test",
      looksPossible: () => false,
    });
  };
  return {
    home: () => SCREENS.today(worldOf({}), null, false),
    hour: () => {
      workHourly(worldOf({}));
    },
    click: (does, ids = {}, inputs = {}) => {
      const answer = dispatch(worldOf({ [DOES]: does, ...ids }, inputs));
      if ("kind" in answer || answer.show === null) throw new Error("no card was answered");
      return answer.show.card;
    },
  };
};
