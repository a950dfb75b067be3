import { hexOfBytes } from "#shared/kernel/bytes.ts";

/** Fresh random runs of 32 hexadecimal digits. */
export const chanceRuns = (count: number): readonly string[] =>
  Array.from({ length: count }, () => hexOfBytes(crypto.getRandomValues(new Uint8Array(16))));
