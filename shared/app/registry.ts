import * as z from "zod/mini";
import { accountSchemas } from "#shared/claims/events.ts";
import type { AccountEvent } from "#shared/claims/events.ts";
import { creditorSchemas } from "#shared/claims/creditor.ts";
import type { CreditorEvent } from "#shared/claims/creditor.ts";
import { registryOf } from "#shared/ledger/schema-registry.ts";
import type { EventSchema, Registry } from "#shared/ledger/schema-registry.ts";

// Generated validators need `new Function`, which content security policies and Apps Script refuse.
z.config({ jitless: true });

/** Version of every event type; a changed payload raises its own and brings a frozen upcast. */
export const EVENT_VERSION = 1;

const schemasOf = <E>(table: {
  readonly [type: string]: z.core.$ZodType;
}): readonly EventSchema<E>[] =>
  Object.keys(table).map((type) => ({
    type,
    version: EVENT_VERSION,
    upcasts: {},
    parse: (data) => {
      const parsed = z.safeParse(table[type] as z.core.$ZodType, data);
      return parsed.success ? ({ type, data: parsed.data } as E) : null;
    },
  }));

/** All event types of an account's stream. */
export const ACCOUNT_EVENTS: Registry<AccountEvent> = registryOf(
  schemasOf<AccountEvent>(accountSchemas),
);

/** All event types of the streams `creditor`, `bank` and `mailbox`. */
export const CREDITOR_EVENTS: Registry<CreditorEvent> = registryOf(
  schemasOf<CreditorEvent>(creditorSchemas),
);
