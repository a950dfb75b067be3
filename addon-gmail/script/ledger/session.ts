import type { LedgerCore } from "./core-port.ts";
import type { Drive } from "./drive.ts";
import type { GmailLedgerHost } from "./ledger.ts";
import type { Reading } from "./load.ts";

/** What is read of the ledger at one moment of an execution, and all that it takes to write. */
export type Session = Reading & {
  readonly drive: Drive;
  readonly core: () => LedgerCore;
  readonly facts: GmailLedgerHost["facts"];
  readonly suggest: GmailLedgerHost["suggest"];
};
