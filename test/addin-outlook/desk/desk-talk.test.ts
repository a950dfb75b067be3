import { effect, signal } from "@preact/signals";
import type { Signal } from "@preact/signals";
import { describe, expect, it } from "vitest";
import { agedView } from "#shared/app/aged-view.ts";
import { claimView } from "#shared/app/claim-view.ts";
import { viewOnly } from "#shared/app/use-case.ts";
import type { UseCase } from "#shared/app/use-case.ts";
import { ok } from "#shared/kernel/result.ts";
import { caseNamed, READS_REPLIES } from "#shared/app/desk/cases.ts";
import { REPLY_CASES } from "#shared/app/desk/reply-cases.ts";
import { openDialogHost } from "#outlook/desk/dialog-host.ts";
import type { DialogHost } from "#outlook/desk/dialog-host.ts";
import type { DeskNotice } from "#outlook/desk/protocol.ts";
import { serveDesk } from "#outlook/desk/serve-desk.ts";
import type { Host } from "#src/sidebar/host.ts";
import { openBooks, openFakeHost } from "../../src/sidebar/fake-host.ts";
import type { FakeHost } from "../../src/sidebar/fake-host.ts";

/** A dialog and a pane with nothing between them but texts, each delivered later, as Outlook does. */
const connected = async (): Promise<{
  readonly host: FakeHost;
  readonly dialog: DialogHost;
  readonly said: Signal<readonly DeskNotice[]>;
  readonly longest: () => number;
}> => {
  const host = await openFakeHost();
  const said = signal<readonly DeskNotice[]>([]);
  const toPane: ((text: string) => void)[] = [];
  const toDialog: ((text: string) => void)[] = [];
  let longest = 0;
  const carry = (listeners: readonly ((text: string) => void)[]) => (text: string) => {
    longest = Math.max(longest, text.length);
    setTimeout(() => {
      for (const listener of listeners) listener(text);
    }, 0);
  };
  serveDesk(
    host,
    { send: carry(toDialog), onMessage: (listener) => void toPane.push(listener) },
    {
      page: signal("aged"),
      lasts: true,
      said,
      unsay: (key) => {
        said.value = said.peek().filter((one) => one.key !== key);
      },
    },
  );
  const dialog = openDialogHost({
    send: carry(toPane),
    onMessage: (listener) => void toDialog.push(listener),
  });
  return { host, dialog, said, longest: () => longest };
};

const begun = (dialog: DialogHost): Promise<Host> =>
  new Promise((resolve) => {
    effect(() => {
      if (dialog.host.value !== null) resolve(dialog.host.value);
    });
  });

describe("the desk's dialog", () => {
  it("sees through the pane what the pane sees", async () => {
    const { host, dialog } = await connected();
    const desk = await begun(dialog);
    expect(dialog.page.value).toBe("aged");
    expect(desk.ledger.value).toBe(host.ledger.value);
    expect(await desk.run(agedView, null)).toEqual(await host.run(agedView, null));
  });

  it("is given refusals as values, as the pane is", async () => {
    const { dialog } = await connected();
    const desk = await begun(dialog);
    const refused = await desk.run(claimView, { account: "nobody" });
    expect(refused).toEqual({
      ok: false,
      error: { type: "account-unknown", account: "nobody" },
    });
  });

  it("gets back bytes and long answers, in messages that Outlook carries", async () => {
    const { dialog, longest } = await connected();
    const desk = await begun(dialog);
    const made = await desk.extract(
      Array.from({ length: 4_000 }, (_, at) => `account-${String(at)}`),
    );
    expect(made.ok ? made.file?.bytes : null).toEqual(new Uint8Array(3));
    expect(longest()).toBeLessThanOrEqual(15_000);
  });

  it("shows what the pane refused of what was asked there, and takes it away in both", async () => {
    const { dialog, said } = await connected();
    await begun(dialog);
    expect(dialog.said.value).toEqual([]);
    const text = [{ own: "Ce qu'il demande n'est plus dû de " }, { foreign: "<b>Valade</b>" }];
    said.value = [{ key: "draft", tone: "danger", text }];
    await expect.poll(() => dialog.said.value).toEqual([{ key: "draft", tone: "danger", text }]);
    dialog.unsay("draft");
    await expect.poll(() => said.value).toEqual([]);
    await expect.poll(() => dialog.said.value).toEqual([]);
  });

  it("draws again when the ledger changed in the pane", async () => {
    const { host, dialog } = await connected();
    const desk = await begun(dialog);
    const before = desk.version.value;
    await openBooks(host);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(desk.version.value).toBeGreaterThan(before);
    expect(desk.isOwnVersion?.(desk.version.value)).toBe(true);
  });

  it("says in words, and does nothing, where the pane knows no such use case", async () => {
    const { dialog } = await connected();
    const desk = await begun(dialog);
    const stranger: UseCase<null, string, never> = {
      name: "stranger",
      asks: () => ({ accounts: [], keys: [], search: false }),
      decide: () => ok(viewOnly("")),
    };
    const answer = await desk.run(stranger, null);
    expect(answer.ok ? null : answer.error.type).toBe("storage-failed");
  });
});

const modules = import.meta.glob<Readonly<Record<string, unknown>>>("../../../shared/app/*.ts", {
  eager: true,
});

const isCase = (value: unknown): value is { readonly name: string } =>
  typeof value === "object" &&
  value !== null &&
  "name" in value &&
  "asks" in value &&
  "decide" in value;

/** Asked where a mailbox is, never by a page: what to look for, whose a mail is, mails filed by a look, drafts, a mail left aside. */
const OF_MAILBOXES = [
  "accounts-of-mail",
  "compose",
  "draft-stands",
  "file-mails",
  "set-mail-aside",
  "what-to-look-for",
];

describe("the use cases that the desk may ask for", () => {
  const all = Object.entries(modules).flatMap(([path, exported]) =>
    Object.values(exported)
      .filter(isCase)
      .map(({ name }) => ({ path, name })),
  );

  it("are all those of the core that pages ask for, each known by its name", () => {
    expect(all.length).toBeGreaterThan(50);
    const unknown = all
      .map(({ name }) => name)
      .filter((name) => caseNamed(name, () => REPLY_CASES) === null);
    expect(unknown.toSorted()).toEqual(OF_MAILBOXES);
  });

  it("are kept apart where they read replies, each under the name by which it is fetched", () => {
    expect(REPLY_CASES.map(({ name }) => name).toSorted()).toEqual([...READS_REPLIES].toSorted());
    const asked: string[] = [];
    const named = (name: string) =>
      caseNamed(name, () => {
        asked.push(name);
        return REPLY_CASES;
      })?.name;
    expect([named("aged"), named("nobody's"), named("tag-mail")]).toEqual([
      "aged",
      undefined,
      "tag-mail",
    ]);
    expect(asked).toEqual(["tag-mail"]);
  });

  it("bear names of their own, save today's list, whose whole one is run", () => {
    const names = all.map(({ name }) => name);
    const twice = names.filter((name, index) => names.indexOf(name) !== index);
    expect(new Set(twice).size).toBeLessThanOrEqual(1);
  });
});
