/** How a file of the vault is saved: its name's ending and media type. */
export type ExhibitKind = { readonly ending: string; readonly type: string };

/** What scans and downloads begin with. */
const KINDS: readonly (ExhibitKind & { readonly begins: readonly number[] })[] = [
  { ending: "pdf", type: "application/pdf", begins: [0x25, 0x50, 0x44, 0x46] },
  { ending: "png", type: "image/png", begins: [0x89, 0x50, 0x4e, 0x47] },
  { ending: "jpg", type: "image/jpeg", begins: [0xff, 0xd8, 0xff] },
];

/** A mail begins with the name of a header; the longest that we know has some forty characters. */
const MAIL_HEAD_BYTES = 64;
const HEADER_NAME = /^[A-Za-z][A-Za-z0-9-]{0,60}:/;

/** By its first bytes: whatever its name said, nothing is handed to the browser as a page. */
export const exhibitKind = (bytes: Uint8Array): ExhibitKind => {
  const known = KINDS.find(({ begins }) => begins.every((byte, index) => bytes[index] === byte));
  if (known !== undefined) return known;
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, MAIL_HEAD_BYTES));
  return HEADER_NAME.test(head)
    ? { ending: "eml", type: "message/rfc822" }
    : { ending: "bin", type: "application/octet-stream" };
};
