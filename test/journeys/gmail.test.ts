import { beforeAll } from "vitest";
import type { Account } from "../hosts/apps-script/account.ts";
import { tellDays } from "./gmail-day.ts";
import { tellHostile } from "./gmail-hostile.ts";
import { tellLedgers } from "./gmail-ledger.ts";
import { tellLooks } from "./gmail-looks.ts";
import { tellMails } from "./gmail-mail.ts";
import { LONG, openGmailStage, sampleAccounts } from "./gmail-pages.ts";
import type { GmailStage } from "./gmail-pages.ts";

/** The pushed script in the emulated Apps Script: mirror images of Outlook's journeys. */
let stage: GmailStage;
let sample: () => Account;

beforeAll(async () => {
  stage = await openGmailStage();
  sample = await sampleAccounts(stage);
}, LONG);

const story = { stage: () => stage, sample: () => sample() };

tellMails(story);
tellDays(story);
tellLedgers(story);
tellLooks(story);
tellHostile(story);
