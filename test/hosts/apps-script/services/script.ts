import {
  EmulatorGap,
  EnumValue,
  number,
  Part,
  ScriptException,
  text,
  type Behaviours,
} from "../runtime/part.ts";
import type { World } from "../runtime/world.ts";
import type { Trigger } from "../account.ts";

/** Triggers a person may have of one script: developers.google.com/apps-script/guides/services/quotas. */
const TRIGGERS_MAX = 20;
const HOUR_MS = 3_600_000;

type Building = { readonly handler: string; everyHours: number | null };

export const scriptServices = (world: World): Behaviours => {
  const { account, declared, run } = world;
  const stateOf = (part: Part): Building => part.state as Building;
  const triggerOf = (part: unknown): Trigger => {
    if (!(part instanceof Part)) throw new Error("no trigger");
    return part.state as Trigger;
  };
  const user = new Part("Base.User", null);
  return {
    "Script.ScriptApp": {
      getOAuthToken: () => world.token,
      getScriptId: () => SCRIPT_ID,
      getService: () => new Part("Script.Service", null),
      newTrigger: (_, values) => {
        const handler = text(values, 0);
        if (!declared.has(handler))
          throw new ScriptException(`Script function not found: ${handler}`);
        return new Part("Script.TriggerBuilder", { handler, everyHours: null } satisfies Building);
      },
      getProjectTriggers: () => account.triggers.map((one) => new Part("Script.Trigger", one)),
      deleteTrigger: (_, values) => {
        const at = account.triggers.indexOf(triggerOf(values[0]));
        if (at < 0) throw new ScriptException("Unexpected error while deleting a trigger.");
        account.triggers.splice(at, 1);
      },
    },
    "Script.Service": {
      getUrl: () => world.webAppUrl,
      isEnabled: () => world.webAppUrl !== null,
    },
    "Script.TriggerBuilder": {
      timeBased: (self) => new Part("Script.ClockTriggerBuilder", self.state),
    },
    "Script.ClockTriggerBuilder": {
      everyHours: (self, values) => {
        stateOf(self).everyHours = number(values, 0);
        return self;
      },
      everyDays: (self, values) => {
        stateOf(self).everyHours = 24 * number(values, 0);
        return self;
      },
      everyMinutes: () => {
        throw new ScriptException(
          "The add-on attempted to create a time based trigger that has a recurrence interval shorter than one hour.",
        );
      },
      create: (self) => {
        const { handler, everyHours } = stateOf(self);
        if (everyHours === null)
          throw new EmulatorGap("a clock trigger without everyHours or everyDays");
        if (account.triggers.length >= TRIGGERS_MAX)
          throw new ScriptException(
            "This script has too many triggers. Triggers must be deleted from the script before more can be added.",
          );
        const trigger: Trigger = {
          id: `trigger-${String(account.draw())}`,
          handler,
          everyHours,
          next: account.clock.now() + everyHours * HOUR_MS,
        };
        account.triggers.push(trigger);
        return new Part("Script.Trigger", trigger);
      },
    },
    "Script.Trigger": {
      getHandlerFunction: (self) => triggerOf(self).handler,
      getUniqueId: (self) => triggerOf(self).id,
      getEventType: () => new EnumValue("Script.EventType", "CLOCK"),
      getTriggerSource: () => new EnumValue("Script.TriggerSource", "CLOCK"),
    },
    "Base.Session": {
      getActiveUser: () => user,
      getEffectiveUser: () => user,
      getScriptTimeZone: () => world.manifest.timeZone,
      getTemporaryActiveUserKey: () => "temporary-key",
    },
    "Base.User": { getEmail: () => account.email },
    "Base.Logger": {
      log: (self, values) => {
        run.log(values.map(String).join(" "));
        return self;
      },
      clear: () => undefined,
    },
    "Base.console": Object.fromEntries(
      ["log", "info", "warn", "error"].map((name) => [
        name,
        (_: Part, values: readonly unknown[]) => {
          run.log(
            values.map((one) => (typeof one === "string" ? one : JSON.stringify(one))).join(" "),
          );
        },
      ]),
    ),
  };
};

export const SCRIPT_ID = `1${"S".repeat(56)}`;
