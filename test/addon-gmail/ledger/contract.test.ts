import { journalContract } from "../../contracts/ledger-store.ts";
import { evidenceContract } from "../../contracts/vault-store.ts";
import { gmailLedgers, gmailVaults } from "./gmail-stores.ts";

journalContract("Gmail's Drive", gmailLedgers());
evidenceContract("Gmail's Drive", gmailVaults());
