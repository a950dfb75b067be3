import { keysOfAccount } from "#shared/app/index-keys.ts";
import {
  foldShard,
  growCreditorShard,
  tellCreditorInOrder,
  tellInOrder,
} from "#shared/app/shards.ts";
import type { LedgerCore } from "./core-port.ts";

/** What a part of the script exports for the ledger. */
export const LEDGER_CORE: LedgerCore = {
  foldShard,
  tellInOrder,
  tellCreditorInOrder,
  growCreditorShard,
  keysOfAccount,
};
