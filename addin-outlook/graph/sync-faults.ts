import type { StoreFault } from "#shared/app/ports.ts";
import type { MergeRefusal } from "#shared/ledger/merge.ts";
import type { GraphFault } from "./ports.ts";

export type SyncFault =
  | GraphFault
  | StoreFault
  | MergeRefusal
  | { readonly type: "ledger-not-begun" }
  /** The folder was written by a later version of Relance. */
  | { readonly type: "folder-newer"; readonly version: number }
  /** Other windows of this very store kept writing: nothing is lost, the next time goes on. */
  | { readonly type: "folder-busy" };

/** What is not as it was written, each by name; everything else is taken in all the same. */
export type SyncProblem =
  /** Somebody changed the file by hand, or it is not ours. */
  | { readonly type: "file-broken"; readonly path: string }
  /** Entries between two that are here lie nowhere. */
  | {
      readonly type: "entries-missing";
      readonly writer: string;
      readonly from: number;
      readonly to: number;
    }
  /** Bytes that are not those of their name. */
  | { readonly type: "blob-broken"; readonly sha256: string };
