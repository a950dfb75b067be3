/**
 * Apps Script's bytes are Java's: an array of numbers from -128 to 127. Ours are a Uint8Array. A typed array of the other
 * sign over the same memory does it without arithmetic.
 */
export const signedOf = (bytes: Uint8Array): number[] =>
  Array.from(new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length));

export const unsignedOf = (bytes: readonly number[]): Uint8Array => Uint8Array.from(bytes);
