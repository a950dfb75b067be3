import { signal } from "@preact/signals";
import { addDebtor, markLooked, markPaymentsKnown, openLedger } from "#shared/app/ledger-acts.ts";
import { fileMail } from "#shared/app/mail-acts.ts";
import { recordAct } from "#shared/app/record-act.ts";
import { viewOnly } from "#shared/app/use-case.ts";
import type { Act, UseCase } from "#shared/app/use-case.ts";
import { emptyAccount } from "#shared/claims/account.ts";
import type { AccountState } from "#shared/claims/account.ts";
import type { AccountCommand } from "#shared/claims/commands.ts";
import { sha256Hex, utf8Bytes } from "#shared/kernel/bytes.ts";
import { addDays, dateOf } from "#shared/kernel/calendar.ts";
import type { Language } from "#shared/kernel/money.ts";
import { ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { own } from "#shared/kernel/text.ts";
import type { Message } from "#shared/mail/message.ts";
import { openDriver } from "#src/driver/driver.ts";
import type { Driver } from "#src/driver/driver.ts";
import type { Host, OpenMail } from "#src/sidebar/host.ts";
import { emptyMemoryPlace, openMemoryStores } from "#src/store/memory.ts";

/** A host of ours: the real driver over stores in memory, and a mailbox that only remembers what was asked of it. */
export const TODAY = dateOf("2026-11-20");

const MORNING = Date.parse("2026-11-20T07:12:00.000Z");
let moment = 0;

export type FakeHost = Host & {
  readonly driver: Driver;
  readonly done: readonly Act[];
  readonly downloads: readonly string[];
  readonly wentTo: readonly string[];
  readonly showMail: (mail: OpenMail | null) => void;
  /** Another tab over the same stores. */
  readonly secondTab: () => Promise<Driver>;
  /** Every append fails from now on. */
  readonly breakStore: () => void;
};

export type FakeOptions = {
  readonly language?: Language;
  readonly writesDrafts?: boolean;
  readonly begun?: boolean;
};

export const openFakeHost = async (options: FakeOptions = {}): Promise<FakeHost> => {
  const place = emptyMemoryPlace();
  const author = signal("Camille");
  const language = signal<Language>(options.language ?? "fr");
  const version = signal(0);
  const openMail = signal<OpenMail | null>(null);
  const done: Act[] = [];
  const downloads: string[] = [];
  const wentTo: string[] = [];
  let count = 0;
  let broken = false;
  const open = async (): Promise<Driver> => {
    const stores = openMemoryStores({ place, now: () => "2026-11-20T08:12:00.000Z" });
    const opened = await openDriver(
      {
        ...stores,
        ledger: {
          ...stores.ledger,
          append: (tip, entries) =>
            broken
              ? Promise.resolve({
                  ok: false as const,
                  error: { type: "storage-full" as const, detail: "quota" },
                })
              : stores.ledger.append(tip, entries),
        },
      },
      {
        build: "test",
        facts: () => ({
          today: TODAY,
          // Each act of the morning is later than the one before it.
          now: new Date(MORNING + (moment += 1)).toISOString(),
          by: author.peek(),
          language: language.peek(),
        }),
        chance: (runs) =>
          Array.from({ length: runs }, () => {
            count += 1;
            return sha256Hex(utf8Bytes(String(count))).slice(0, 32);
          }),
        act: (act) => {
          done.push(act);
          return Promise.resolve(ok(null));
        },
      },
    );
    return taken(opened);
  };
  const driver = await open();
  driver.subscribe(() => {
    version.value += 1;
  });
  const ledger = signal<string | null>(null);
  const beginLedger: Host["beginLedger"] = async () => {
    const begun = await driver.begin("ledger-test", "writer-test");
    if (!begun.ok) return { ok: false, detail: begun.error.type };
    ledger.value = "ledger-test";
    return { ok: true };
  };
  if (options.begun !== false) await beginLedger();
  return {
    run: driver.run,
    version,
    today: () => TODAY,
    language,
    setLanguage: (next) => {
      language.value = next;
    },
    author,
    setAuthor: (name) => {
      author.value = name;
    },
    ledger,
    beginLedger,
    openMail,
    goToMail: (messageId) => {
      wentTo.push(messageId);
      return Promise.resolve(true);
    },
    openDraft: () => Promise.resolve(false),
    can: { writesDrafts: options.writesDrafts ?? true, looksForAnswers: false },
    download: (name) => {
      downloads.push(name);
      return Promise.resolve();
    },
    evidence: () => Promise.resolve(null),
    storage: signal({ tone: "good", text: own("Vos données sont dans ce navigateur.") }),
    storagePlace: signal({ type: "browser" }),
    backup: () => Promise.resolve({ ok: true, text: own("Sauvegarde faite.") }),
    extract: (accounts) =>
      Promise.resolve({
        ok: true,
        text: own("Extrait fait."),
        file: { name: `extrait-${String(accounts.length)}.relance`, bytes: new Uint8Array(3) },
      }),
    restore: () =>
      Promise.resolve({ ok: false, text: own("Ce fichier n'est pas une sauvegarde.") }),
    check: () => Promise.resolve([own("Chaîne entière : 12 écritures.")]),
    exportThread: () => Promise.resolve({ ok: true, text: own("Le fil est exporté.") }),
    driver,
    done,
    downloads,
    wentTo,
    showMail: (mail) => {
      openMail.value = mail;
    },
    secondTab: open,
    breakStore: () => {
      broken = true;
    },
  };
};

export const taken = <T>(result: Result<T, { readonly type: string }>): T => {
  if (!result.ok) throw new Error(result.error.type);
  return result.value;
};

export const openBooks = async (
  host: FakeHost,
  { paymentsKnown = true }: { readonly paymentsKnown?: boolean } = {},
): Promise<void> => {
  taken(
    await host.run(openLedger, {
      ownInvoices: true,
      creditor: {
        name: "Menuiserie Lacombe",
        country: "FR",
        timeZone: "Europe/Paris",
        language: "fr",
        legalLine: "SARL au capital de 8 000 €",
        soleTrader: false,
        siren: null,
        address: "12 rue du Port, 24000 Périgueux",
        iban: "FR7630006000011234567890189",
        bic: null,
        phone: null,
        addresses: ["compta@lacombe.example"],
        signatory: "Camille Lacombe",
        staleAfterDays: 3,
        dailyMinutes: 40,
      },
    }),
  );
  if (paymentsKnown)
    taken(await host.run(markPaymentsKnown, { asOf: addDays(TODAY, -1), source: "hand" }));
};

export type DebtorSketch = {
  readonly name: string;
  readonly email?: string;
  /** Days late and amount of each invoice. */
  readonly invoices: readonly (readonly [days: number, minor: number])[];
};

let numbers = 40;

export const addSketch = async (host: FakeHost, sketch: DebtorSketch): Promise<string> => {
  const added = taken(
    await host.run(addDebtor, {
      debtor: {
        name: sketch.name,
        kind: "business",
        soleTrader: false,
        country: "FR",
        language: "fr",
        siren: null,
        siret: null,
        vatNumber: null,
        phone: null,
        address: null,
      },
      contacts: [
        {
          name: null,
          email: sketch.email ?? `compta@debtor-${String(numbers)}.example`,
          phone: null,
          roles: ["chasing"],
        },
      ],
      group: null,
      evenSo: true,
    }),
  );
  for (const [days, minor] of sketch.invoices) {
    numbers += 1;
    const dueOn = addDays(TODAY, -days);
    await say(host, added.account, {
      type: "record-invoice",
      number: `FA-2026-0${String(numbers)}`,
      issuedOn: addDays(dueOn, -30),
      currency: "EUR",
      total: minor,
      portions: [{ amount: minor, dueOn, condition: null }],
      order: null,
      source: "hand",
    });
  }
  return added.account;
};

export const say = async (
  host: FakeHost,
  account: string,
  command: AccountCommand,
): Promise<void> => {
  taken(await host.run(recordAct, { account, command }));
};

/** Long names, names from right to left, markup: what people and mails really bring. */
export const HOSTILE_NAME = "שלום <b>מיזוג</b> SARL \u202egnihton\u202c";
export const LONG_NAME =
  "Société coopérative d'intérêt collectif des Établissements-Maraîchers-de-la-Vallée-de-la-Dordogne-et-Associés";

export const fullBooks = async (host: FakeHost): Promise<Readonly<Record<string, string>>> => {
  await openBooks(host);
  const nordis = await addSketch(host, {
    name: "Nordis SAS",
    email: "compta@nordis.example",
    invoices: [
      [37, 1264000],
      [12, 84000],
    ],
  });
  const bloch = await addSketch(host, { name: "Atelier Bloch", invoices: [[52, 115000]] });
  await say(host, bloch, {
    type: "make-promise",
    on: addDays(TODAY, -14),
    by: addDays(TODAY, -7),
    amount: 115000,
    currency: "EUR",
    invoices: [],
    condition: null,
    channel: "mail",
    exchange: null,
    quote: "je vous règle vendredi prochain sans faute",
  });
  const valade = await addSketch(host, {
    name: "Groupe Valade",
    invoices: [
      [31, 602000],
      [24, 300000],
      [9, 120000],
    ],
  });
  const long = await addSketch(host, { name: LONG_NAME, invoices: [[18, 43800]] });
  const hostile = await addSketch(host, { name: HOSTILE_NAME, invoices: [[20, 99900]] });
  for (let index = 0; index < 6; index += 1) {
    await addSketch(host, {
      name: `Boulangerie n° ${String(index + 1)}`,
      invoices: [
        [10 + index * 4, 20000 + index * 7000],
        [3, 12000],
        [-12, 15000],
      ],
    });
  }
  await host.run(fileMail, {
    account: nordis,
    mail: { message: reply({}), sha256: null, size: 900, obtained: "as-received" },
  });
  return { nordis, bloch, valade, long, hostile };
};

/** Three debtors of one group whom one person answers for, a part of one invoice disputed. */
export const valadeBooks = async (
  host: FakeHost,
): Promise<{
  readonly batiment: string;
  readonly immobilier: string;
  readonly negoce: string;
  readonly all: readonly string[];
}> => {
  await openBooks(host);
  const entity = async (name: string, invoices: DebtorSketch["invoices"]): Promise<string> => {
    const email = "o.ferrand@groupe-valade.example";
    const account = await addSketch(host, { name, email, invoices });
    const group = { id: null, name: "Groupe Valade" };
    await say(host, account, { type: "group-debtor", group });
    return account;
  };
  const batiment = await entity("Valade Bâtiment SAS", [
    [31, 396000],
    [31, 264000],
  ]);
  const { invoices } = await stateIn(host, batiment);
  await say(host, batiment, {
    type: "take-step",
    step: "reminder-1",
    on: addDays(TODAY, -17),
    portions: invoices.flatMap(({ invoice, portions }) =>
      portions.map(({ portion }) => ({ invoice, portion })),
    ),
    how: "declared",
    exchange: null,
    draft: null,
  });
  await say(host, batiment, {
    type: "open-dispute",
    on: addDays(TODAY, -16),
    invoice: invoices[1]?.invoice ?? "",
    amount: 88000,
    reason: "quality",
    quote: null,
    note: null,
    mustAct: "them",
    exchange: null,
  });
  const immobilier = await entity("Valade Immobilier SARL", [[18, 242000]]);
  const negoce = await entity("Valade Négoce SAS", [[12, 88000]]);
  taken(await host.run(markLooked, { accounts: [], where: "by-hand" }));
  return { batiment, immobilier, negoce, all: [batiment, immobilier, negoce] };
};

const stateOfAccount: UseCase<string, AccountState, never> = {
  name: "state-of-account",
  asks: (account) => ({ accounts: [account], keys: [], search: false }),
  decide: (account, loaded) => ok(viewOnly(loaded.accounts.get(account) ?? emptyAccount(account))),
};

export const stateIn = async (host: FakeHost, account: string): Promise<AccountState> =>
  taken(await host.run(stateOfAccount, account));

export const reply = (changes: Partial<Message>): Message => ({
  messageId: "reply-1@nordis.example",
  inReplyTo: [],
  references: [],
  from: { address: "compta@nordis.example", name: "Julie Martin" },
  sender: null,
  replyTo: [],
  to: [{ address: "compta@lacombe.example", name: "" }],
  cc: [],
  bcc: [],
  subject: "Re: Facture FA-2026-041",
  sentAt: "2026-11-18T09:12:00+01:00",
  sentOn: dateOf("2026-11-18"),
  text: "Bonjour,\n\nVirement de 12 640,00 € au plus tard le 27 novembre.\n\nCordialement,\nJulie Martin",
  html: null,
  headers: [],
  attachments: [],
  report: null,
  shownAddress: null,
  unknown: [],
  problems: [],
  ...changes,
});

export const opened = (message: Message, key = message.messageId ?? "none"): OpenMail => {
  const bytes = utf8Bytes(`Subject: ${message.subject}\r\n\r\n${message.text ?? ""}`);
  return {
    key,
    message,
    bytes,
    sha256: sha256Hex(bytes),
    size: bytes.length,
    obtained: "as-received",
  };
};
