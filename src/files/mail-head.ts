/** Where a header section has not ended by here, only this much of it is read. */
export const HEADER_SECTION_BYTES_MAX = 256 * 1024;

/** The bytes of a mail up to its first empty line, in any line ending: who wrote, when, in which thread. */
export const headerSection = (bytes: Uint8Array): Uint8Array => {
  const end = Math.min(bytes.length, HEADER_SECTION_BYTES_MAX);
  for (let i = 0; i + 1 < end; i += 1) {
    const here = bytes[i];
    const next = bytes[i + 1];
    const blank =
      (here === 10 && next === 10) ||
      (here === 13 && next === 13) ||
      (here === 10 && next === 13 && bytes[i + 2] === 10);
    if (blank) return bytes.subarray(0, i + 2);
  }
  return bytes.subarray(0, end);
};
