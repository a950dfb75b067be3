import { journalLoadContract } from "../../contracts/ledger-store.ts";
import { gmailLedgers } from "./gmail-stores.ts";

journalLoadContract("Gmail's Drive", gmailLedgers());
