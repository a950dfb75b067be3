import { hexOfBytes } from "#shared/kernel/bytes.ts";

/** SHA-256 of bytes of any size by the host's own cryptography (browser and Node), in lower-case hexadecimal. */
export const sha256OfBlob = async (bytes: Uint8Array): Promise<string> =>
  hexOfBytes(new Uint8Array(await crypto.subtle.digest("SHA-256", new Uint8Array(bytes))));
