import { beforeAll, describe, expect, it } from "vitest";
import { asksOfMessage } from "#shared/app/mail-match.ts";
import { messageOf } from "#shared/mail/message.ts";
import type { Message } from "#shared/mail/message.ts";
import { hashOfKey, shardsOfKeys } from "#gmail/script/ledger/key-table.ts";
import { SEARCH_FILES } from "#gmail/script/ledger/search-lines.ts";
import { copyAccount } from "../hosts/apps-script/account.ts";
import type { Account } from "../hosts/apps-script/account.ts";
import type { Execution } from "../hosts/apps-script/execution.ts";
import { INVOICES, largestShard } from "./gmail-big.ts";
import type { BigAccount } from "./gmail-big.ts";
import { LONG, kept, mailOf, personOver } from "./gmail-pages.ts";
import type { GmailStage } from "./gmail-pages.ts";

/** Folding a hundred thousand entries, on a machine that does other things. */
const TOLD_WITHIN = 900_000;

export type BigStory = {
  readonly stage: GmailStage;
  readonly account: Account;
  readonly big: BigAccount;
};

const driveOf = ({ requests }: Execution) =>
  requests.filter(({ id }) => id?.startsWith("drive.") === true);
const roundsOf = (run: Execution): number => new Set(driveOf(run).map(({ round }) => round)).size;

/** What cards cost a firm with ten thousand invoices, on the modelled clock: nobody, cold, warm, a search by hand. */
export const tellBigCards = (how: string, tell: () => BigStory): void => {
  describe(`a card, with ${String(INVOICES)} ${how}`, { timeout: LONG }, () => {
    let story: BigStory;
    beforeAll(() => {
      story = tell();
    }, TOLD_WITHIN);

    const person = () => personOver(story.stage, copyAccount(story.account));

    it("costs one reading of the properties for nobody, one round of Drive cold, none warm, and less than 1.6 and 1.2 seconds", () => {
      const { account, gmail, receive, words } = person();
      // Nobody: the properties once, no Drive, no cache, no trace.
      const before = JSON.stringify(kept(account));
      const nobody = gmail.openMessage(
        receive(mailOf("Paul <paul@ailleurs.example>", "Bonjour, à demain pour le cassoulet.")),
      );
      expect(nobody.counts).toEqual({ properties: 1, fetch: 1 });
      expect(driveOf(nobody)).toEqual([]);
      expect(JSON.stringify(kept(account))).toBe(before);
      // A debtor, with nothing in the cache: one parallel round of Drive.
      const promise = "Bonjour, nous réglerons votre facture le 27 novembre 2026. Cordialement";
      const debtor = receive(mailOf(`Compta <${story.big.emailOf(3)}>`, promise));
      const cold = gmail.openMessage(debtor);
      expect(words()).toContain("Débiteur 3 SARL");
      expect(roundsOf(cold)).toBe(1);
      expect(cold.counts.properties).toBe(1);
      expect(cold.ms).toBeLessThan(1_600);
      // The same again: the cache, and no Drive.
      const warm = gmail.openMessage(debtor);
      expect(driveOf(warm)).toEqual([]);
      expect(warm.ms).toBeLessThan(1_200);
    });

    it("reads no more than sixteen files for a search by hand, in one round, and none for the next", () => {
      const { gmail, click, words, project, account } = person();
      account.userCache.clear();
      const search = (query: string): Execution => {
        gmail.choose("Chercher / Search");
        expect(driveOf(project.lastExecution())).toEqual([]);
        gmail.fill("query", query);
        click("Chercher");
        return project.lastExecution();
      };
      const cold = search("debiteur 1234");
      expect(words()).toContain("Débiteur 1234 SARL");
      expect(roundsOf(cold)).toBe(1);
      expect(driveOf(cold).length).toBeLessThanOrEqual(SEARCH_FILES);
      const warm = search("debiteur 77");
      expect(words()).toContain("Débiteur 77 SARL");
      expect(driveOf(warm)).toEqual([]);
    });

    it("has shards of which a few lie in two values of the cache, and most in one", () => {
      expect(largestShard(story.account)).toBeLessThan(2 * 74_000);
    });

    it("is drawn in vain for less than one mail in a hundred", () => {
      const { table, hashes, keys } = story.big;
      expect(keys).toBeGreaterThan(50_000);
      const MAILS = 5_000;
      const ASKED_OF_THE_TABLE = 100;
      let wrong = 0;
      let unlike = 0;
      for (let mail = 0; mail < MAILS; mail += 1) {
        const { keys: asked } = asksOfMessage(strangerOf(mail));
        const isHit = asked.some((key) => hashes.has(hashOfKey(key)));
        if (isHit) wrong += 1;
        if (mail < ASKED_OF_THE_TABLE && shardsOfKeys(table, asked).size > 0 !== isHit) unlike += 1;
      }
      expect(wrong / MAILS).toBeLessThan(0.01);
      // The table itself, unpacked for each mail as the card does it, says the same.
      expect(unlike).toBe(0);
    });
  });
};

const strangerOf = (mail: number): Message => {
  const name = `personne${String(mail * 7919)}`;
  return messageOf({
    messageId: `${name}@boite${String(mail)}.example`,
    references: [`sujet-${String(mail)}@ailleurs${String(mail)}.example`],
    from: { address: `${name}@boite${String(mail)}.example`, name },
    to: [{ address: "claire@menuiserie-lacombe.example", name: "" }],
    subject: `Commande ${String(100_000 + mail * 31)}`,
    text: `Bonjour, voici le bon ${String(mail)}-${String(mail * 13)} et le devis D-26-${String(mail)}, merci.`,
    sentAt: "2026-11-20T08:00:00+01:00",
  });
};
