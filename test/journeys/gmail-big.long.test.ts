import { beforeAll } from "vitest";
import type { Account } from "../hosts/apps-script/account.ts";
import { INVOICES, bigIn } from "./gmail-big.ts";
import { tellBigCards } from "./gmail-big-cards.ts";
import { foldBig } from "./gmail-folded.ts";
import { LONG, openGmailStage, sampleAccounts } from "./gmail-pages.ts";
import type { GmailStage } from "./gmail-pages.ts";

/** The figures of the cards once more, over ten thousand invoices that the ledger itself has taken in and folded. */
let stage: GmailStage;
let sample: () => Account;

beforeAll(async () => {
  stage = await openGmailStage();
  sample = await sampleAccounts(stage);
}, LONG);

tellBigCards("invoices in the ledger, every entry folded", () => {
  const account = sample();
  foldBig(account, INVOICES);
  return { stage, account, big: bigIn(account) };
});
