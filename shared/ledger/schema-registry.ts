import { invariant } from "#shared/kernel/result.ts";
import { isJsonObject } from "./canonical.ts";
import type { Json, JsonObject } from "./canonical.ts";
import type { Entry } from "./entry.ts";

/**
 * How one event type is read. `upcasts[n]` turns data of version n into version n + 1, for every n below `version`; it
 * is a frozen copy that calls nothing living, because what was written years ago must be read the same for ever. It
 * takes any object and never throws: data that is not as described is for `parse` to refuse.
 */
export type EventSchema<T> = {
  readonly type: string;
  readonly version: number;
  readonly parse: (data: JsonObject) => T | null;
  readonly upcasts: { readonly [fromVersion: number]: (data: JsonObject) => Json };
};

export type Registry<T> = ReadonlyMap<string, EventSchema<T>>;

export type ReadEvent<T> =
  | { readonly kind: "known"; readonly event: T }
  /** Kept in the log, passed on in every copy, and its account may not escalate: it may be a payment. */
  | { readonly kind: "deferred"; readonly reason: DeferralReason };

export type DeferralReason =
  "unknown-type" | "newer-version" | "not-as-described" | "erased" | "withheld";

export const registryOf = <T>(schemas: readonly EventSchema<T>[]): Registry<T> => {
  const byType = new Map<string, EventSchema<T>>();
  for (const schema of schemas) {
    invariant(!byType.has(schema.type), `event type ${schema.type} is registered once`);
    for (let version = 1; version < schema.version; version += 1) {
      invariant(
        schema.upcasts[version] !== undefined,
        `event type ${schema.type} can be read from version ${String(version)}`,
      );
    }
    byType.set(schema.type, schema);
  }
  return byType;
};

export const readEvent = <T>(registry: Registry<T>, entry: Entry): ReadEvent<T> => {
  if (entry.body.kind !== "kept") return { kind: "deferred", reason: entry.body.kind };
  const schema = registry.get(entry.header.type);
  if (schema === undefined) return { kind: "deferred", reason: "unknown-type" };
  if (entry.header.version > schema.version) return { kind: "deferred", reason: "newer-version" };
  let data: Json = entry.body.payload.data;
  for (let version = entry.header.version; version < schema.version; version += 1) {
    const upcast = schema.upcasts[version];
    if (upcast === undefined || !isJsonObject(data))
      return { kind: "deferred", reason: "not-as-described" };
    data = upcast(data);
  }
  const event = isJsonObject(data) ? schema.parse(data) : null;
  return event === null
    ? { kind: "deferred", reason: "not-as-described" }
    : { kind: "known", event };
};
