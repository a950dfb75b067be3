import { describe, expect, it } from "vitest";
import type { Card } from "#gmail/script/cards/card.ts";
import { valueOf } from "../../contracts/sample-entries.ts";
import { begin, csvOf, execute, take } from "../ledger/desk.ts";
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
