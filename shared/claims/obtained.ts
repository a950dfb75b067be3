/** How the bytes of an exchange or a document came to us (design: bytes are sacred). */
export const OBTAINED = ["as-received", "regenerated", "reconstructed"] as const;
