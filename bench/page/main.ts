import { signal } from "@preact/signals";
import { dateOf } from "#shared/kernel/calendar.ts";
import type { Language } from "#shared/kernel/money.ts";
import { ok } from "#shared/kernel/result.ts";
import { own } from "#shared/kernel/text.ts";
import { emptyTip } from "#shared/ledger/append.ts";
import { messageOf } from "#shared/mail/message.ts";
import { openDriver } from "#src/driver/driver.ts";
import { mountSidebar } from "#src/sidebar/sidebar.tsx";
import type { Host, OpenMail } from "#src/sidebar/host.ts";
import { openIndexedDbStores } from "#src/store/indexed-db.ts";

/** The pane over a browser's store, with a mailbox of made-up answers, and the measurements that need a real browser. */

const NAME = "relance-bench";

const mailOf = (debtor: number): OpenMail => ({
  key: String(debtor),
  message: messageOf({
    messageId: `<new-${String(debtor)}@debiteur.example>`,
    from: { address: `compta@debiteur-${String(debtor)}.example`, name: "" },
    to: [{ address: "claire@menuiserie-lacombe.example", name: "" }],
    subject: "Re: Votre facture",
    sentAt: "2026-11-20T09:00:00+01:00",
    text: `Bonjour,\n\nLe virement de 1 250,00 € partira le vendredi 27 novembre.\n\nCordialement`,
  }),
  bytes: null,
  sha256: null,
  size: 0,
  obtained: "as-received",
});

const stores = async () => {
  const opened = await openIndexedDbStores({ name: NAME });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value;
};

const fill = async (invoices: number): Promise<{ n: number; write: number; read: number }> => {
  const { bigLedger } = await import("../../test/fixtures/big-ledger.ts");
  const { entries, ledger } = bigLedger(invoices);
  const { ledger: store, close } = await stores().then((all) => ({
    ledger: all.ledger,
    close: all.ledger.close,
  }));
  await store.begin(emptyTip(ledger, "wri-bench"));
  const before = performance.now();
  await store.takeIn(entries);
  const between = performance.now();
  const read = await store.readSince(0);
  const after = performance.now();
  close();
  if (!read.ok || read.value.entries.length !== entries.length) throw new Error("not all read");
  return { n: entries.length, write: between - before, read: after - between };
};

const painted = async (debtor: number): Promise<number> => {
  const wanted = `Débiteur ${String(debtor)} SARL`;
  while (!(document.querySelector("#pane")?.textContent ?? "").includes(wanted)) {
    await new Promise((resolve) => {
      requestAnimationFrame(resolve);
    });
  }
  // The frame in which it stands there is drawn once the next task begins.
  await new Promise((resolve) => {
    requestAnimationFrame(() => {
      setTimeout(resolve, 0);
    });
  });
  return performance.now();
};

const openMail = signal<OpenMail | null>(null);

/** Times since the page began. */
const mount = async (
  debtor: number,
): Promise<{ begun: number; driver: number; painted: number }> => {
  const begun = performance.now();
  const opened = await openDriver(await stores(), {
    facts: () => ({
      today: dateOf("2026-11-20"),
      now: new Date().toISOString(),
      by: "Claire Lacombe",
      language: "fr",
    }),
    chance: (count) => Array.from({ length: count }, () => "0".repeat(32)),
    act: () => Promise.resolve(ok(null)),
    build: "bench",
  });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const driver = performance.now();
  const element = document.querySelector<HTMLElement>("#pane");
  if (element === null) throw new Error("no pane");
  openMail.value = mailOf(debtor);
  mountSidebar(element, hostOf(opened.value));
  return { begun, driver, painted: await painted(debtor) };
};

const hostOf = (
  driver: Extract<Awaited<ReturnType<typeof openDriver>>, { ok: true }>["value"],
): Host => {
  const none = { ok: false, text: own("") } as const;
  return {
    run: driver.run,
    version: signal(0),
    today: () => dateOf("2026-11-20"),
    language: signal<Language>("fr"),
    setLanguage: () => undefined,
    author: signal("Claire Lacombe"),
    setAuthor: () => undefined,
    ledger: signal(driver.ledger()),
    beginLedger: () => Promise.resolve({ ok: false }),
    openMail,
    goToMail: () => Promise.resolve(false),
    openDraft: () => Promise.resolve(false),
    can: { writesDrafts: true, looksForAnswers: false },
    download: () => Promise.resolve(),
    evidence: () => Promise.resolve(null),
    storage: signal({ tone: "good", text: own("") }),
    storagePlace: signal({ type: "browser" } as never),
    backup: () => Promise.resolve(none),
    extract: () => Promise.resolve(none),
    restore: () => Promise.resolve(none),
    check: () => Promise.resolve([]),
    exportThread: () => Promise.resolve(none),
  };
};

/** When the snapshot that is written behind the screen is whole. */
const snapshotWritten = async (): Promise<void> => {
  const { cache } = await stores();
  for (;;) {
    const rows = await cache.read(["meta"]);
    if (rows.ok && (rows.value.get("meta") ?? "").includes("arrival")) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

const openMails = async (count: number): Promise<readonly number[]> => {
  const times: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const debtor = 20 + index * 17;
    const before = performance.now();
    openMail.value = mailOf(debtor);
    times.push((await painted(debtor)) - before);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return times;
};

declare global {
  interface Window {
    measured: {
      fill: typeof fill;
      mount: typeof mount;
      openMails: typeof openMails;
      snapshotWritten: typeof snapshotWritten;
    };
  }
}
window.measured = { fill, mount, openMails, snapshotWritten };
