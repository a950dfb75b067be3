import type { HostCharset } from "#shared/mail/charsets.ts";

/** The charsets of the platform, for those that the core does not carry. */
export const hostCharset: HostCharset = (charset, bytes) => {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch (error) {
    // The only failure of a decoder that is not strict is a name it does not know.
    if (error instanceof RangeError) return null;
    throw error;
  }
};
