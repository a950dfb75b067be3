import { describe, expect, it } from "vitest";
import { LONG, personOver } from "./gmail-pages.ts";
import type { GmailStory, Person } from "./gmail-pages.ts";

const HOUR_MS = 3_600_000;

/** Answers of Nordis in one mail each; more than one batch of a look. */
const ANSWERS = 21;

const answer = (rank: number): string =>
  [
    "From: Sophie Marchand <s.marchand@nordis.example>",
    "To: claire@menuiserie-lacombe.example",
    "Subject: LAC-2026-0093",
    `Message-ID: <look.${String(rank)}@nordis.example>`,
    "Date: Fri, 20 Nov 2026 09:00:00 +0100",
    "Content-Type: text/plain; charset=utf-8",
    "",
    `Bonjour, pouvez-vous me renvoyer la facture LAC-2026-0093, page ${String(rank)} ?`,
    "",
  ].join("\r\n");

/** The clock of the account goes on by so much at the first call after the vault has grown. */
const delay = (person: Person, ms: number): void => {
  const before = person.vault().size;
  let isDone = false;
  for (let call = 1; call < 400; call += 1)
    person.project.disturb({
      call,
      how: "before",
      happens: () => {
        if (isDone || person.vault().size === before) return;
        isDone = true;
        person.account.clock.spend(ms);
      },
    });
};

export const tellLooks = (story: GmailStory): void => {
  describe("a look of the full manifest", { timeout: LONG }, () => {
    it("that its time cuts goes on the next hour, in spam as well, and files each answer once, though two jobs were there", () => {
      const person = personOver(story.stage(), story.sample(), { folder: "gmail-full" });
      const { account, project } = person;
      const before = person.vault().size;
      const [job] = account.triggers;
      if (job === undefined) throw new Error("no job");
      account.triggers.push({ ...job, id: "second", next: job.next + 60_000 });
      for (let rank = 0; rank < ANSWERS; rank += 1)
        account.mailbox.receive(answer(rank), rank === 0 ? { labels: ["SPAM"] } : {});
      // Given a Gmail so slow that the look's own time passes in its midst,
      delay(person, 150_000);
      const [first, ...others] = project.passTime(HOUR_MS + 300_000);
      // then the one job that is left ends by itself within six minutes, and what was filed is filed;
      expect([first?.fault, others, account.triggers.length]).toEqual([null, [], 1]);
      expect(first?.ms).toBeLessThan(360_000);
      const filed = person.vault().size - before;
      expect(filed).toBeGreaterThan(0);
      expect(filed).toBeLessThan(ANSWERS);
      // the list tells what was not looked at, and claims no look.
      person.gmail.openHome();
      expect(person.words()).toMatch(/⚠ Examen de \d\d:\d\d.*Pas examiné : des messages/s);
      expect(person.words()).not.toMatch(/Réponses vues/);
      // The next hour it is whole: each answer lies there once, and the list says when they were looked for.
      const [second] = project.passTime(HOUR_MS);
      expect(second?.fault).toBeNull();
      expect(person.vault().size - before).toBe(ANSWERS);
      person.gmail.openHome();
      expect(person.words()).toMatch(/Réponses vues (?:à )?\d\d:\d\d/);
    });
  });

  describe("the job of the hour", { timeout: LONG }, () => {
    it("that somebody removed is there again once the person has the day's list worked out", () => {
      const person = personOver(story.stage(), story.sample());
      const { account } = person;
      account.triggers.length = 0;
      account.clock.spend(24 * HOUR_MS);
      const click = { commonEventObject: { parameters: { do: "today" }, userLocale: "fr" } };
      expect(person.project.run("onAction", click).fault).toBeNull();
      expect(account.triggers.map(({ handler }) => handler)).toEqual(["onHourly"]);
    });
  });
};
