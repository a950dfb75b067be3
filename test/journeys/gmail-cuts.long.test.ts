import { beforeAll, describe, expect, it } from "vitest";
import { copyAccount } from "../hosts/apps-script/account.ts";
import type { Account } from "../hosts/apps-script/account.ts";
import { worldOf } from "./gmail-memory.ts";
import { LONG, freshAccount, openGmailStage, personOver, sampleAccounts } from "./gmail-pages.ts";
import type { GmailStage, Person } from "./gmail-pages.ts";
import { sampleMail } from "./outlook-ledger.ts";

/** Every cut of the ledger's own suite once more, over the pushed script: each act, ended before each call it makes. */
let stage: GmailStage;
let sample: () => Account;
let raw: Buffer;

beforeAll(async () => {
  stage = await openGmailStage();
  sample = await sampleAccounts(stage);
  raw = await sampleMail("063");
}, LONG);

type Act = {
  readonly what: string;
  readonly from: () => Account;
  /** Up to the click that is cut. */
  readonly lead: (person: Person) => void;
  readonly click: string;
  /** The same once more, whatever was left. */
  readonly again: (person: Person) => void;
};

const beside = (person: Person): void => {
  person.gmail.openMessage(person.receive(new Uint8Array(raw)));
};

const home = (person: Person): void => {
  person.gmail.openHome();
};

const ACTS: readonly Act[] = [
  {
    what: "filing an answer with its bytes",
    from: () => sample(),
    lead: beside,
    click: "Confirmer",
    again: (person) => {
      beside(person);
      if (!person.words().includes("Classé")) person.click("Confirmer");
      expect(person.words()).toContain("Classé");
    },
  },
  {
    what: "saying that answers were looked for",
    from: () => sample(),
    lead: home,
    click: "Vérifié, aucune réponse",
    again: (person) => {
      home(person);
      if (!person.words().includes("Réponses vues")) person.click("Vérifié, aucune réponse");
      expect(person.words()).toContain("Réponses vues");
    },
  },
];

describe("an act of the pushed script that Google ends before any of its calls", () => {
  it.each(ACTS)(
    "has been done or not, whole, and can be done again: $what",
    ({ from, lead, click, again }) => {
      const account = from();
      const before = worldOf(account).entries;
      const first = personOver(stage, copyAccount(account));
      lead(first);
      first.click(click);
      const after = worldOf(first.account).entries;
      expect(after).toBeGreaterThan(before);
      const { calls } = first.project.lastExecution();
      const seen = new Set<number>();
      for (const { number } of calls)
        for (const how of ["kills", "kills-after"] as const) {
          const person = personOver(stage, copyAccount(account));
          lead(person);
          person.project.disturb({ call: number, how });
          person.gmail.click(person.gmail.card().labels.find((one) => one === click) ?? click);
          expect(person.project.lastExecution().fault?.kind).toBe("killed");
          const left = worldOf(person.account).entries;
          expect([before, after], `${how} ${String(number)}`).toContain(left);
          seen.add(left);
          again(person);
          const now = worldOf(person.account).entries;
          expect(now, `${how} ${String(number)}`).toBeGreaterThanOrEqual(after);
          expect(now - left).toBeLessThanOrEqual(after - before);
        }
      expect(seen).toEqual(new Set([before, after]));
    },
  );

  it("begins one ledger, wherever the first run is cut", () => {
    const run = (person: Person, disturbed: () => void): void => {
      person.gmail.openHome();
      if (!person.words().includes("Bienvenue dans Relance")) return;
      person.click("Commencer");
      person.click("Oui, les miennes");
      person.gmail.fill("author", "Claire Lacombe");
      person.gmail.fill("name", "Menuiserie Lacombe SARL");
      person.gmail.fill("addresses", "claire@menuiserie-lacombe.example");
      disturbed();
      person.gmail.click("Commencer");
    };
    const whole = personOver(stage, freshAccount());
    run(whole, () => undefined);
    const { calls } = whole.project.lastExecution();
    for (const { number } of calls) {
      const person = personOver(stage, freshAccount());
      run(person, () => {
        person.project.disturb({ call: number, how: "kills" });
      });
      run(person, () => undefined);
      expect(worldOf(person.account).entries, `cut before ${String(number)}`).toBe(1);
      const folders = [...person.account.drive.byPath().values()].filter(({ mimeType }) =>
        mimeType.endsWith(".folder"),
      );
      expect(folders.map(({ name }) => name).toSorted()).toEqual(["Relance", "journal", "vault"]);
    }
  });
});
