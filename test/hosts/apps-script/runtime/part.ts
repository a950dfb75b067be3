/** A service of Google's, or a part of one, as the emulator holds it: what stands behind an object of the script. */
export class Part<State = unknown> {
  readonly of: string;
  readonly state: State;
  constructor(of: string, state: State) {
    this.of = of;
    this.state = state;
  }
}

export class EnumValue {
  readonly of: string;
  readonly name: string;
  constructor(of: string, name: string) {
    this.of = of;
    this.name = name;
  }
}

/** A long row of bytes that a script handed in: the same as an array of them, and quick. */
export class SignedBytes {
  readonly bytes: Int8Array;
  constructor(bytes: Int8Array) {
    this.bytes = bytes;
  }
}

/** What the script may catch: as Apps Script throws it, with the name `Exception`. */
export class ScriptException extends Error {
  override readonly name = "Exception";
}

/** The script used what Google has and this emulator has not, or not alike: a test must not pass over it. */
export class EmulatorGap extends Error {
  override readonly name = "EmulatorGap";
}

/** The execution is over: past its time, or by an injection. */
export class Killed extends Error {
  override readonly name = "Killed";
}

/** What one method does; the arguments fit one of its signatures. */
export type Behaviour = (self: Part, values: readonly unknown[]) => unknown;

/** By interface and method: `Cache.Cache`, `get`. */
export type Behaviours = Readonly<Record<string, Readonly<Record<string, Behaviour>>>>;

export const text = (values: readonly unknown[], at: number): string => {
  const value = values[at];
  if (typeof value !== "string") throw new Error(`value ${String(at)} is no text`);
  return value;
};

export const number = (values: readonly unknown[], at: number): number => {
  const value = values[at];
  if (typeof value !== "number") throw new Error(`value ${String(at)} is no number`);
  return value;
};

/** The plain object at this place; a script may hand in anything where the reference says "Object". */
export const fields = (
  values: readonly unknown[],
  at: number,
  method: string,
): Readonly<Record<string, unknown>> => {
  const value = values[at];
  if (!isPlain(value))
    throw new ScriptException(
      `The parameters (${kindOf(value)}) don't match the method signature for ${method}.`,
    );
  return value;
};

export const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Part) &&
  !(value instanceof EnumValue) &&
  !(value instanceof SignedBytes) &&
  !(value instanceof Date) &&
  !ArrayBuffer.isView(value);

/** As Apps Script names a value in its refusals. */
export const kindOf = (value: unknown): string => {
  if (value === null || value === undefined) return String(value);
  if (typeof value === "string") return "String";
  if (value instanceof Part || value instanceof EnumValue) return value.of.replace(".", "Service.");
  if (value instanceof SignedBytes) return "number[]";
  if (Array.isArray(value))
    return value.every((one) => typeof one === "number") ? "number[]" : "Array";
  return typeof value;
};

/** A signed byte, as Java has it. */
export const isByte = (value: unknown): boolean =>
  typeof value === "number" && Number.isInteger(value) && value >= -128 && value <= 127;

/** Whether these are bytes as a script hands them in. */
export const isBytes = (value: unknown): value is SignedBytes | readonly number[] =>
  value instanceof SignedBytes || (Array.isArray(value) && value.every(isByte));

/** Each modulo 256, as such a list takes them. */
export const bytesOf = (signed: SignedBytes | readonly number[]): Uint8Array =>
  signed instanceof SignedBytes
    ? new Uint8Array(signed.bytes.buffer, signed.bytes.byteOffset, signed.bytes.length)
    : new Uint8Array(signed);
