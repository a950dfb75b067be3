import { describe, expect, it } from "vitest";
import type { Card } from "#gmail/script/cards/card.ts";
import { valueOf } from "../../contracts/sample-entries.ts";
import { begin, csvOf, execute, take } from "../ledger/desk.ts";
import { binOf } from "../drive-in-memory.ts";
import { emptyAccountOfUser } from "../services-in-memory.ts";
import type { MemoryAccount } from "../services-in-memory.ts";
import { clicksOf, linesOf, plainly } from "./card-story.ts";
import { wholeScript } from "./whole-script.ts";

const WAY = "Reprendre depuis Drive";

const settled = (): MemoryAccount => {
  const account = emptyAccountOfUser();
  begin(account);
  take(account, csvOf(3));
  valueOf(execute(account).ledger.refold(Number.MAX_SAFE_INTEGER));
  return account;
};

const said = (card: Card): string => plainly(linesOf(card).join("\n"));
const labels = (card: Card): readonly string[] => clicksOf(card).map(({ label }) => label);

const tailOf = (account: MemoryAccount) => {
  const tail = [...account.drive.files.values()].find(({ name }) => name.endsWith("tail.jsonl"));
  if (tail === undefined) throw new Error("no tail");
  return tail;
};

const untaught = { used: "no" } as const;

describe("a journal of which a file is gone", () => {
  it("is said with the way out of it, which goes on with what is left and says what is missing", () => {
    const account = settled();
    const script = wholeScript(account);
    account.drive.files.delete(tailOf(account).id);
    account.cache.clear();
    const fault = script.click("settings-teaching", untaught);
    expect(said(fault)).toContain("rien n'a été écrit par-dessus");
    expect(labels(fault).filter((label) => label === WAY)).toHaveLength(1);
    const after = script.click("recover");
    expect(said(after)).toContain("Le registre est repris depuis Drive");
    expect(said(after)).toContain("Un fichier manque encore");
    expect(labels(after)).not.toContain(WAY);
    expect(said(script.click("settings-teaching", untaught))).not.toContain("par-dessus");
  });

  it("leaves all other cards without that way", () => {
    const script = wholeScript(settled());
    expect(labels(script.home())).not.toContain(WAY);
    expect(labels(script.click("settings"))).not.toContain(WAY);
  });

  it("says why where Drive does not let it be recovered", () => {
    const account = settled();
    const script = wholeScript(account);
    account.drive.refuse = () => 500;
    expect(said(script.click("recover"))).toContain("Google Drive a refusé (500)");
  });
});

describe("a folder that was thrown into Drive's bin", () => {
  const OUT = "Sortir de la corbeille";
  const folderOf = ({ drive }: MemoryAccount) => {
    const folder = [...drive.files.values()].find(({ name }) => name === "Relance");
    if (folder === undefined) throw new Error("no folder");
    return folder;
  };

  it("is found by the job of the hour, said on the home card, and taken out by one click", () => {
    const account = settled();
    const script = wholeScript(account);
    binOf(account.drive).add(folderOf(account).id);
    expect(labels(script.home())).not.toContain(OUT);
    script.hour();
    expect(said(script.home())).toContain("Google l'y efface après trente jours");
    expect(labels(script.home())).toContain(OUT);
    const after = script.click("out-of-bin");
    expect(said(after)).toContain("est sorti de la corbeille");
    expect(labels(after)).not.toContain(OUT);
    expect([...binOf(account.drive)]).toEqual([]);
    expect(labels(script.home())).not.toContain(OUT);
  });

  it("is said of a single file of the journal too, and no more once the person has taken it out", () => {
    const account = settled();
    const script = wholeScript(account);
    binOf(account.drive).add(tailOf(account).id);
    script.hour();
    expect(labels(script.home())).toContain(OUT);
    binOf(account.drive).clear();
    script.hour();
    expect(labels(script.home())).not.toContain(OUT);
  });

  it("is asked of Drive in one round", () => {
    const account = settled();
    const { ledger, counts } = execute(account);
    expect(valueOf(ledger.inBin())).toBe(0);
    expect(counts().round).toBeLessThanOrEqual(2);
  });
});

describe("the first run", () => {
  const typed = {
    author: "Claire Lacombe",
    name: "Menuiserie Lacombe SARL",
    country: "FR",
    addresses: "claire@menuiserie-lacombe.example",
  };

  it("says in words that a ledger was found again, where the properties were lost", () => {
    const account = settled();
    account.properties.clear();
    account.cache.clear();
    const card = wholeScript(account).click("first-run-save", {}, typed);
    expect(said(card)).toContain("Votre Drive contenait déjà un registre de Relance");
  });

  describe("with a ledger that lies in Drive's bin", () => {
    const thrown = (): MemoryAccount => {
      const account = settled();
      account.properties.clear();
      account.cache.clear();
      const folder = [...account.drive.files.values()].find(({ name }) => name === "Relance");
      binOf(account.drive).add(folder?.id ?? "");
      return account;
    };

    it("begins no second one beside it: it is said, and taken up again out of the bin by one click", () => {
      const account = thrown();
      const entries = [...account.drive.files.values()].filter(({ name }) =>
        name.endsWith("jsonl"),
      );
      const script = wholeScript(account);
      const card = script.click("first-run-save", {}, typed);
      expect(said(card)).toContain("La corbeille de votre Drive contient un registre");
      expect(labels(card)).toContain(WAY);
      expect(account.properties.has("ledger.meta")).toBe(false);
      const after = script.click("recover");
      expect(said(after)).toContain("Le registre est repris depuis Drive");
      expect(said(after)).not.toContain("manque");
      expect([...binOf(account.drive)]).toEqual([]);
      const size = execute(account).ledger.size();
      expect(size).toMatchObject({ accounts: 3, missingFiles: 0 });
      expect(entries).toHaveLength(1);
    });

    it("begins anew once the person has emptied the bin", () => {
      const account = thrown();
      account.drive.files.clear();
      binOf(account.drive).clear();
      const card = wholeScript(account).click("first-run-save", {}, typed);
      expect(card.name).toBe("today");
      expect(execute(account).ledger.size()).toMatchObject({ entries: 1, accounts: 0 });
    });

    it("takes a single file of a ledger that stands out of it without asking", () => {
      const account = thrown();
      binOf(account.drive).clear();
      const bin = binOf(account.drive);
      const tail = tailOf(account);
      account.drive.files.set("1other", { ...tail, id: "1other" });
      bin.add(tail.id);
      expect(said(wholeScript(account).click("first-run-save", {}, typed))).toContain(
        "Votre Drive contenait déjà un registre de Relance",
      );
      expect([...bin]).toEqual([]);
    });
  });

  it("opens the ledger where Google refuses the job of the hour, which the settings say and ask for again", () => {
    const account = emptyAccountOfUser();
    const refusing = wholeScript(account, {
      turnOn: () => {
        throw new Error("This script has too many triggers.");
      },
    });
    expect(refusing.click("first-run-save", {}, typed).name).toBe("today");
    expect(said(refusing.click("settings"))).toContain("Google a refusé la tâche horaire");
    expect(said(refusing.click("settings-hourly"))).toContain("Google a refusé la tâche horaire");
    const script = wholeScript(account);
    expect(said(script.click("settings-hourly"))).toContain("La tâche horaire est en place.");
    expect(said(script.click("settings"))).not.toContain("tâche horaire");
  });
});
