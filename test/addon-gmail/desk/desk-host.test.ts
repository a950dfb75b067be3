import { describe, expect, it } from "vitest";
import { agedView } from "#shared/app/aged-view.ts";
import { debtorsView } from "#shared/app/debtors-view.ts";
import { prepareDraft } from "#shared/app/draft-acts.ts";
import { markPaymentsKnown } from "#shared/app/ledger-acts.ts";
import { recordAct } from "#shared/app/record-act.ts";
import { todayView } from "#shared/app/today-view.ts";
import { NOTHING_ASKED, viewOnly } from "#shared/app/use-case.ts";
import type { UseCase } from "#shared/app/use-case.ts";
import { CALL_CHARS_MAX } from "#shared/app/desk/wire.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import { ok } from "#shared/kernel/result.ts";
import { shownText } from "#shared/kernel/text.ts";
import { openDeskHost } from "#gmail/desk/desk-host.ts";
import { chanceRuns } from "#src/custody/chance.ts";
import { errorOf, valueOf } from "../../contracts/sample-entries.ts";
import { begin, csvOf, execute, take } from "../ledger/desk.ts";
import { emptyAccountOfUser } from "../services-in-memory.ts";
import type { MemoryAccount } from "../services-in-memory.ts";
import type { OpenPage } from "./desk-story.ts";
import { openBooks, openPage, openScript, takeFile } from "./desk-story.ts";

const withBooks = (debtors: number): MemoryAccount => {
  const account = emptyAccountOfUser();
  begin(account);
  take(account, csvOf(debtors));
  return account;
};

describe("the desk over Gmail's script", { timeout: 60_000 }, () => {
  it("begins a ledger, signs, takes in a file and shows it, each by a call of its own", async () => {
    const script = openScript(emptyAccountOfUser());
    const { host } = await openPage(script);
    expect(host.ledger.value).toBeNull();
    host.setAuthor("Claire Lacombe");
    expect(await host.beginLedger()).toEqual({ ok: true });
    expect(host.ledger.value).toMatch(/^led-/);
    await openBooks(host);
    await takeFile(host, 3);
    const before = host.version.value;
    expect(
      valueOf(await host.run(debtorsView, { filter: "", page: 0, sort: "name", descending: false }))
        .rows,
    ).toHaveLength(3);
    expect(host.version.value).toBe(before);
    const again = await openPage(script);
    expect(again.host.author.value).toBe("Claire Lacombe");
    expect(again.host.ledger.value).toBe(host.ledger.value);
    expect(host.storage.value.tone).toBe("good");
  });

  it("remembers the language that was chosen, for the cards too", async () => {
    const script = openScript(withBooks(1));
    const { host } = await openPage(script);
    host.setLanguage("en");
    expect(valueOf(await host.run(todayView, { canWriteDrafts: false })).title.own).toBe("Today");
    expect((await openPage(script)).host.language.value).toBe("en");
  });

  it("draws again after its own writing, and knows another's from its own", async () => {
    const account = withBooks(2);
    const script = openScript(account);
    const { host, look } = await openPage(script);
    await look();
    const start = host.version.value;
    valueOf(await host.run(markPaymentsKnown, { asOf: dateOf("2026-11-19"), source: "hand" }));
    expect(host.version.value).toBe(start + 1);
    expect(host.isOwnVersion?.(start + 1)).toBe(true);
    valueOf(
      execute(account).ledger.run(markPaymentsKnown, {
        asOf: dateOf("2026-11-20"),
        source: "hand",
      }),
    );
    await look();
    expect(host.version.value).toBe(start + 2);
    expect(host.isOwnVersion?.(start + 2)).toBe(false);
  });

  it("takes in a long file and gets a long answer in calls of bounded size", async () => {
    const script = openScript(emptyAccountOfUser());
    const { host } = await openPage(script);
    await host.beginLedger();
    await openBooks(host);
    await takeFile(host, 400, 3);
    const aged = valueOf(await host.run(agedView, null));
    expect(JSON.stringify(aged).length).toBeGreaterThan(200_000);
    for (const { sent, answered } of script.calls) {
      expect(sent).toBeLessThanOrEqual(CALL_CHARS_MAX);
      expect(answered).toBeLessThanOrEqual(CALL_CHARS_MAX);
    }
  });

  it("is refused a use case that is not on the list", async () => {
    const { host } = await openPage(openScript(withBooks(1)));
    const stranger: UseCase<null, string, never> = {
      name: "everything-at-once",
      asks: () => NOTHING_ASKED,
      decide: () => ok(viewOnly("")),
    };
    expect(errorOf(await host.run(stranger, null)).type).toBe("host-fault");
  });

  it("says in words that no answer came, and that it is well again when one comes", async () => {
    const script = openScript(withBooks(1));
    const { host } = await openPage(script);
    script.disturb = () => null;
    const fault = errorOf(await host.run(todayView, { canWriteDrafts: false }));
    expect(fault).toMatchObject({ type: "host-fault", fault: "no-answer" });
    expect(host.storage.value.tone).toBe("danger");
    script.disturb = null;
    valueOf(await host.run(todayView, { canWriteDrafts: false }));
    expect(host.storage.value.tone).toBe("good");
  });

  it("asks to be loaded again once the script is of another build, and writes nothing till then", async () => {
    const account = withBooks(1);
    const script = openScript(account);
    const { host } = await openPage(script);
    const before = execute(account).ledger.tip();
    script.build = "build-2";
    const refused = errorOf(
      await host.run(markPaymentsKnown, { asOf: dateOf("2026-11-19"), source: "hand" }),
    );
    expect(refused).toMatchObject({ fault: "other-build" });
    expect(execute(account).ledger.tip()).toEqual(before);
  });

  it("takes an answer that comes late for no change from elsewhere", async () => {
    const script = openScript(withBooks(1));
    let release: (() => void) | null = null;
    const { host, look } = valueOf(
      await openDeskHost(
        async (text) => {
          const answer = await script.call(text);
          if (text.includes("debtors") && release === null)
            await new Promise<void>((resolve) => {
              release = resolve;
            });
          return answer;
        },
        "fr",
        () => true,
      ),
    );
    const input = { filter: "", page: 0, sort: "name", descending: false } as const;
    const slow = host.run(debtorsView, input);
    valueOf(await host.run(markPaymentsKnown, { asOf: dateOf("2026-11-19"), source: "hand" }));
    const after = host.version.value;
    (release as (() => void) | null)?.();
    valueOf(await slow);
    await look();
    expect(host.version.value).toBe(after);
  });
});

describe("two pages of the desk, and a card beside them", { timeout: 60_000 }, () => {
  const input = { filter: "", page: 0, sort: "name", descending: false } as const;
  const noteOn = (host: Pick<OpenPage["host"], "run">, account: string, text: string) =>
    host.run(recordAct, {
      account,
      command: { type: "write-note", on: dateOf("2026-11-20"), text },
    });
  const notesOf = (account: MemoryAccount): number =>
    valueOf(execute(account).ledger.entries()).filter(
      ({ header }) => header.type === "note-written",
    ).length;

  it("lose nothing of one another: each decides over what the others wrote, and is told that they did", async () => {
    const account = withBooks(2);
    const script = openScript(account);
    const [here, there] = [await openPage(script), await openPage(script)];
    const [row] = valueOf(await here.host.run(debtorsView, input)).rows;
    const debtor = row?.account ?? "";
    await Promise.all([
      noteOn(here.host, debtor, "d'ici"),
      noteOn(there.host, debtor, "de là"),
      noteOn(here.host, debtor, "d'ici encore"),
    ]);
    const known = { asOf: dateOf("2026-11-20"), source: "hand" } as const;
    valueOf(execute(account).ledger.run(markPaymentsKnown, known));
    expect(notesOf(account)).toBe(3);
    for (const { host, look } of [here, there]) {
      const before = host.version.value;
      await Promise.all([look(), look()]);
      expect(host.version.value).toBe(before + 1);
      expect(host.isOwnVersion?.(before + 1)).toBe(false);
    }
  });

  it("prepare one draft between them, and the second is told that it waits", async () => {
    const account = withBooks(1);
    const script = openScript(account);
    const [here, there] = [await openPage(script), await openPage(script)];
    valueOf(await here.host.run(markPaymentsKnown, { asOf: dateOf("2026-11-20"), source: "hand" }));
    const [row] = valueOf(await here.host.run(todayView, { canWriteDrafts: false })).rows;
    const debtor = row?.account ?? "";
    const made = await Promise.all(
      [here, there].map(({ host }, rank) =>
        host.run(prepareDraft, {
          account: debtor,
          replyTo: null,
          salt: chanceRuns(2)[rank] ?? "",
        }),
      ),
    );
    expect(made.map(({ ok: isMade }) => isMade)).toEqual([true, false]);
    expect([...here.windows, ...there.windows]).toHaveLength(1);
  });

  it("are told that another one is writing, where it holds the lock, and nothing is saved", async () => {
    const account = withBooks(1);
    const { host } = await openPage(openScript(account));
    const [row] = valueOf(await host.run(debtorsView, input)).rows;
    account.isLocked = true;
    const refused = await noteOn(host, row?.account ?? "", "plus tard");
    expect(errorOf(refused)).toMatchObject({ type: "host-fault", fault: "lock-busy" });
    account.isLocked = false;
    expect(notesOf(account)).toBe(0);
    valueOf(await noteOn(host, row?.account ?? "", "maintenant"));
    expect(notesOf(account)).toBe(1);
  });
});

describe("a draft on the desk", { timeout: 60_000 }, () => {
  const prepared = async ({ host }: Pick<OpenPage, "host">) => {
    valueOf(await host.run(markPaymentsKnown, { asOf: dateOf("2026-11-20"), source: "hand" }));
    const [row] = valueOf(await host.run(todayView, { canWriteDrafts: false })).rows;
    const account = row?.account ?? "";
    const [salt = ""] = chanceRuns(1);
    const { draft } = valueOf(await host.run(prepareDraft, { account, replyTo: null, salt }));
    return { account, draft };
  };
  const paid = async ({ host }: Pick<OpenPage, "host">, account: string): Promise<void> => {
    const command = {
      type: "record-payment",
      on: dateOf("2026-11-19"),
      amount: 100_000,
      currency: "EUR",
      source: "hand",
      payer: null,
      reference: null,
      rank: 0,
      named: [],
      allocations: null,
    } as const;
    valueOf(await host.run(recordAct, { account, command }));
  };
  const said = ({ notices }: OpenPage): string =>
    notices.value.map(({ text }) => text.map(shownText).join("")).join("\n");

  it("opens in a window of Gmail's own, with its words, where no right lays it into the mailbox", async () => {
    const page = await openPage(openScript(withBooks(1)));
    expect(page.host.can.writesDrafts).toBe(false);
    const { draft } = await prepared(page);
    const address = new URL(page.windows[0] ?? "");
    expect(address.origin).toBe("https://mail.google.com");
    expect(address.searchParams.get("to")).toBe("compta@debiteur-1.example");
    expect(address.searchParams.get("body")).toContain("F1-1");
    expect(page.notices.value).toEqual([]);
    expect(await page.host.openDraft(draft)).toBe(true);
    expect(page.windows).toEqual([page.windows[0], page.windows[0]]);
  });

  it("whose window the browser blocked waits for a click, and opens by it at once", async () => {
    let lets = false;
    const page = await openPage(openScript(withBooks(1)), () => lets);
    await prepared(page);
    expect(said(page)).toContain("bloqué");
    lets = true;
    await page.notices.value[0]?.way?.run();
    expect(page.windows).toHaveLength(1);
    expect(page.notices.value).toEqual([]);
  });

  it("is not opened once the debtor has paid, whichever window knows its link", async () => {
    const script = openScript(withBooks(1));
    const page = await openPage(script);
    const other = await openPage(script);
    const { account, draft } = await prepared(page);
    expect(await other.host.openDraft(draft)).toBe(true);
    await paid(other, account);
    expect(await page.host.openDraft(draft)).toBe(true);
    expect(page.windows).toHaveLength(1);
    expect(said(page)).toContain("les sommes n'y sont plus justes");
    page.notices.value[0]?.close?.();
    expect(page.notices.value).toEqual([]);
  });

  it("that was blocked is asked about first where the ledger has changed since", async () => {
    let lets = false;
    const page = await openPage(openScript(withBooks(1)), () => lets);
    const { account } = await prepared(page);
    await paid(page, account);
    lets = true;
    await page.notices.value[0]?.way?.run();
    expect(page.windows).toEqual([]);
    expect(said(page)).not.toContain("bloqué");
    expect(said(page)).toContain("les sommes n'y sont plus justes");
  });

  it("is told apart from one of which nothing is known, and from a script that does not answer", async () => {
    const script = openScript(withBooks(1));
    const page = await openPage(script);
    expect(await page.host.openDraft("draft-unknown")).toBe(false);
    const { draft } = await prepared(page);
    script.disturb = () => null;
    expect(await page.host.openDraft(draft)).toBe(true);
    expect(said(page)).toContain("n'a pas répondu");
    expect(page.windows).toHaveLength(1);
  });
});
