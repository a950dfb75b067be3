import * as z from "zod/mini";

/** Heads kept elsewhere, as they lie in a row or a file. Whether they give their ledger head is the chain check's work. */
export const WITNESS_SCHEMA = z.object({
  ledger: z.string(),
  heads: z.array(
    z.object({
      writer: z.string(),
      sequence: z.int().check(z.nonnegative()),
      hash: z.string(),
    }),
  ),
  ledgerHead: z.string(),
});
