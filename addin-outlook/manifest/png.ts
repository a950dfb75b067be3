const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Where width and height stand: after the signature, the length and the name of the first chunk. */
const SIZE_AT = 16;

/** Width and height in pixels, as the file's own header says; null for what is no PNG. */
export const pngSize = (
  bytes: Uint8Array,
): { readonly width: number; readonly height: number } | null => {
  if (bytes.length < SIZE_AT + 8) return null;
  if (SIGNATURE.some((byte, at) => bytes[at] !== byte)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { width: view.getUint32(SIZE_AT), height: view.getUint32(SIZE_AT + 4) };
};
