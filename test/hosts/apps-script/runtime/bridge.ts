import {
  methodNamesOf,
  methodOf,
  type Method,
  type Surface,
  type Type,
} from "../reference/surface.ts";
import type { CallKind } from "../clock.ts";
import type { Realm } from "../realm.ts";
import {
  EmulatorGap,
  EnumValue,
  isByte,
  Killed,
  kindOf,
  Part,
  ScriptException,
  SignedBytes,
  type Behaviours,
} from "./part.ts";
import type { Run } from "./run.ts";

/**
 * Objects of Google's in the realm of a script. Each is made in the realm, of the realm's own functions, with exactly the
 * methods that the reference lists; a call crosses to the behaviours, and only plain values cross back.
 */
export type Bridge = {
  /** A value of the emulator's, as the script sees it. */
  readonly enter: (value: unknown) => unknown;
  /** A value of the script's, as the emulator sees it. */
  readonly leave: (value: unknown) => unknown;
};

/** So many numbers in a row are bytes, and go to the emulator in one piece. */
const BYTES_MIN = 256;

export type BridgeOptions = {
  readonly realm: Realm;
  readonly surface: Surface;
  readonly behaviours: Behaviours;
  readonly scopes: readonly string[];
  readonly run: Run;
};

/** Interfaces that stand for others: the reference draws these lines in its words, not in its types. */
const STANDS_FOR: Readonly<Record<string, readonly string[]>> = {
  "Card.Button": ["Card.TextButton", "Card.ImageButton"],
  "Card.Widget": [
    "Card.ButtonSet",
    "Card.Columns",
    "Card.DatePicker",
    "Card.DateTimePicker",
    "Card.DecoratedText",
    "Card.Divider",
    "Card.Grid",
    "Card.Image",
    "Card.ImageButton",
    "Card.SelectionInput",
    "Card.TextButton",
    "Card.TextInput",
    "Card.TextParagraph",
    "Card.TimePicker",
  ],
  "Base.BlobSource": ["Base.Blob", "HTML.HtmlOutput", "URL_Fetch.HTTPResponse"],
};

/** Methods that take as many values as one likes. */
const VARIADIC: ReadonlySet<string> = new Set(["Base.console", "Base.Logger"]);

/** What a call costs and is counted as; whatever is not listed is free, as building a card is. */
const KIND_OF: readonly (readonly [pattern: RegExp, kind: CallKind])[] = [
  [/^Properties\.Properties\./, "properties"],
  [/^Cache\.Cache\.get/, "cache-get"],
  [/^Cache\.Cache\.put/, "cache-put"],
  [/^Cache\.Cache\.remove/, "cache-remove"],
  [/^Lock\.Lock\.(?:tryLock|waitLock)$/, "lock"],
  [/^URL_Fetch\.UrlFetchApp\.fetch/, "fetch"],
  [/^Gmail\.GmailApp\.(?:get|create|search)/, "gmail-app"],
  [/^HTML\.HtmlService\.create\w*FromFile$/, "html"],
  [
    /^Script\.(?:ClockTriggerBuilder\.create|ScriptApp\.(?:getProjectTriggers|deleteTrigger))$/,
    "trigger",
  ],
  [/^Base\.Session\.get(?:Active|Effective)User$/, "session"],
];

const PRELUDE = `(function (call) {
  "use strict";
  var prototypes = {}, Bytes = Int8Array;
  var open = function (answer) {
    if (answer.fault === undefined) return answer.value;
    var error = new Error(answer.fault);
    error.name = answer.name;
    throw error;
  };
  return {
    part: function (kind, names) {
      var prototype = prototypes[kind];
      if (prototype === undefined) {
        prototype = {};
        names.forEach(function (name) {
          prototype[name] = function () {
            return open(call(this, name, Array.prototype.slice.call(arguments)));
          };
        });
        prototype.toString = function () { return kind.split(".")[1]; };
        prototypes[kind] = prototype;
      }
      return Object.create(prototype);
    },
    constant: function (name, ordinal) {
      return Object.freeze({
        toString: function () { return name; },
        toJSON: function () { return name; },
        name: function () { return name; },
        ordinal: function () { return ordinal; }
      });
    },
    array: function (values) { return Array.prototype.slice.call(values); },
    bytes: function (values) {
      var made = new Array(values.length);
      for (var at = 0; at < values.length; at += 1) made[at] = values[at];
      return made;
    },
    signed: function (values) {
      var bytes = new Bytes(values.length);
      for (var at = 0; at < values.length; at += 1) {
        bytes[at] = values[at];
        if (bytes[at] !== values[at]) return null;
      }
      return bytes;
    },
    object: function (pairs) {
      var made = {};
      Array.prototype.forEach.call(pairs, function (pair) { made[pair[0]] = pair[1]; });
      return made;
    },
    date: function (ms) { return new Date(ms); }
  };
})`;

type Helpers = {
  readonly part: (kind: string, names: readonly string[]) => object;
  readonly constant: (name: string, ordinal: number) => object;
  readonly array: (values: ArrayLike<unknown>) => unknown;
  /** The same, quick for the hundred thousands that a file has. */
  readonly bytes: (values: Int8Array) => unknown;
  /** The other way; null where one of them is no signed byte. */
  readonly signed: (values: readonly unknown[]) => Int8Array | null;
  readonly object: (pairs: readonly (readonly [string, unknown])[]) => object;
  readonly date: (ms: number) => unknown;
};

export const buildBridge = (options: BridgeOptions): Bridge => {
  const { realm, surface, run } = options;
  const partOf = new WeakMap<object, Part>();
  const objectOf = new WeakMap<Part, object>();
  const constantOf = new WeakMap<object, EnumValue>();
  const constants = new Map<string, object>();

  const call = (self: unknown, method: string, values: readonly unknown[]): object => {
    try {
      const part = typeof self === "object" && self !== null ? partOf.get(self) : undefined;
      if (part === undefined) throw new ScriptException(`${method} was called without its object.`);
      return { value: enter(invoke(options, part, method, values.map(leaveArgument))) };
    } catch (error) {
      if (error instanceof ScriptException) return { fault: error.message, name: "Exception" };
      if (error instanceof Killed) return { fault: error.message, name: "Killed" };
      // A fault of the emulator, or of a test: it must not be caught by the script and forgotten.
      run.complain(error instanceof Error ? error : new Error(String(error)));
      return { fault: `the emulator gave up: ${String(error)}`, name: "EmulatorFault" };
    }
  };
  const make = realm.run(PRELUDE) as (crossing: typeof call) => Helpers;
  const helpers = make(call);

  const enter = (value: unknown): unknown => {
    if (value instanceof Part) {
      const before = objectOf.get(value);
      if (before !== undefined) return before;
      const made = helpers.part(value.of, methodNamesOf(surface, value.of));
      objectOf.set(value, made);
      partOf.set(made, value);
      for (const [name, of] of surface.interfaces.get(value.of)?.enums ?? [])
        Object.defineProperty(made, name, { value: enumObject(of), enumerable: true });
      return made;
    }
    if (value instanceof EnumValue) return constant(value.of, value.name);
    if (value instanceof Date) return helpers.date(value.getTime());
    if (value instanceof Uint8Array)
      return helpers.bytes(new Int8Array(value.buffer, value.byteOffset, value.length));
    if (Array.isArray(value)) return helpers.array(value.map(enter));
    if (typeof value === "object" && value !== null)
      return helpers.object(Object.entries(value).map(([key, one]) => [key, enter(one)] as const));
    return value;
  };

  const constant = (of: string, name: string): object => {
    const key = `${of}.${name}`;
    const before = constants.get(key);
    if (before !== undefined) return before;
    const made = helpers.constant(name, surface.enums.get(of)?.indexOf(name) ?? -1);
    constants.set(key, made);
    constantOf.set(made, new EnumValue(of, name));
    return made;
  };

  const enumObject = (of: string): object =>
    helpers.object(
      (surface.enums.get(of) ?? []).map((name) => [name, constant(of, name)] as const),
    );

  const leaving = (value: unknown, arrayOf: (all: readonly unknown[]) => unknown): unknown => {
    if (typeof value !== "object" || value === null) return value;
    const known = partOf.get(value) ?? constantOf.get(value);
    if (known !== undefined) return known;
    if (Array.isArray(value)) return arrayOf(value);
    const tag = Object.prototype.toString.call(value);
    if (tag === "[object Date]") return new Date(Number(value));
    if (ArrayBuffer.isView(value)) return value;
    const pairs = Object.entries(value).map(([key, one]) => [key, leaving(one, arrayOf)] as const);
    return Object.fromEntries(pairs);
  };
  const leave = (value: unknown): unknown => leaving(value, (all) => all.map(leave));
  const leaveArgument = (value: unknown): unknown =>
    leaving(value, (all) => {
      const signed = all.length < BYTES_MIN ? null : helpers.signed(all);
      return signed === null ? Array.from(all, leaveArgument) : new SignedBytes(signed);
    });

  return { enter, leave };
};

const invoke = (
  options: BridgeOptions,
  part: Part,
  name: string,
  values: readonly unknown[],
): unknown => {
  const { surface, behaviours, run, scopes } = options;
  run.stillAlive();
  const full = `${part.of}.${name}`;
  const spoken = full.replace(/^(\w+)\.\1(?:App|Service)?\b/, (word) => word.split(".")[1] ?? word);
  const method = methodOf(surface, part.of, name);
  if (method === null) throw new EmulatorGap(`${full} is not in the reference`);
  if (method.isPreview)
    throw new ScriptException(
      `${spoken} is in the Developer Preview, which ordinary accounts do not have.`,
    );
  if (!VARIADIC.has(part.of) && !method.signatures.some(({ params }) => fits(params, values)))
    throw new ScriptException(
      `The parameters (${values.map(kindOf).join(",")}) don't match the method signature for ${spoken}.`,
    );
  requireScope(method, scopes, spoken);
  const behaviour = behaviours[part.of]?.[name];
  if (behaviour === undefined) throw new EmulatorGap(`${full} is not emulated`);
  const kind = KIND_OF.find(([pattern]) => pattern.test(full))?.[1];
  if (kind === undefined) return behaviour(part, values);
  return run.perform(kind, full, () => behaviour(part, values));
};

/** GmailApp lists only the whole mailbox; the scopes of add-ons, of which the reference says nothing, it checks itself. */
const requireScope = (method: Method, scopes: readonly string[], spoken: string): void => {
  if (method.scopes.length === 0 || spoken.startsWith("Gmail")) return;
  if (!method.scopes.some((one) => scopes.includes(one)))
    throw new ScriptException(
      `You do not have permission to call ${spoken}. Required permissions: ${method.scopes.join(" || ")}`,
    );
};

const fits = (params: readonly Type[], values: readonly unknown[]): boolean =>
  params.length === values.length && params.every((type, at) => fitsType(type, values[at]));

const fitsType = (type: Type, value: unknown): boolean => {
  switch (type.kind) {
    case "string":
    case "boolean":
      return typeof value === type.kind;
    case "number":
      return typeof value === "number" && Number.isFinite(value);
    case "byte":
      return isByte(value);
    case "date":
      return value instanceof Date && !Number.isNaN(value.getTime());
    case "any":
      return typeof value !== "function" && value !== undefined;
    case "void":
      return value === undefined;
    case "array":
      if (value instanceof SignedBytes) return ["byte", "number"].includes(type.of.kind);
      return Array.isArray(value) && value.every((one) => fitsType(type.of, one));
    case "named":
      if (value instanceof EnumValue) return value.of === type.name;
      if (value instanceof Part)
        return value.of === type.name || (STANDS_FOR[type.name] ?? []).includes(value.of);
      return false;
    default:
      return type satisfies never;
  }
};
