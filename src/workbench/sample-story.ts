import * as z from "zod/mini";
import { importInvoices } from "#shared/app/import-invoices.ts";
import { DRY_RUN } from "#shared/app/import-view.ts";
import { markPaymentsKnown, openLedger } from "#shared/app/ledger-acts.ts";
import { fileMail, tagMail } from "#shared/app/mail-acts.ts";
import { openMail } from "#shared/app/open-mail.ts";
import type { OpenMailView, TagValues } from "#shared/app/mail-view.ts";
import { recordAct } from "#shared/app/record-act.ts";
import type { Run } from "#shared/app/run.ts";
import type { UseCase } from "#shared/app/use-case.ts";
import { viewOnly } from "#shared/app/use-case.ts";
import type { AccountCommand } from "#shared/claims/commands.ts";
import type { AccountState } from "#shared/claims/account.ts";
import type { CreditorIdentity } from "#shared/claims/creditor.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { dateOf, parseCalendarDate } from "#shared/kernel/calendar.ts";
import { DISPUTE_REASONS, TAGS } from "#shared/kernel/parties.ts";
import { ok } from "#shared/kernel/result.ts";
import { foldText } from "#shared/kernel/text.ts";
import type { InvoiceIntake } from "#shared/intake/rows.ts";
import type { LoadedMail, PageMailbox } from "./mailbox.ts";

/**
 * Begins the sample's ledger as its owner would have kept it: the open items taken in, and every mail up to the Monday
 * before its day filed, tagged as the story says, its step counted. What came later is left for the visitor to read.
 */
const LIVED_UNTIL = "2026-11-16T00:00:00";
/** The sample's last bank statement. */
const PAYMENTS_KNOWN = dateOf("2026-11-19");

export const SAMPLE_CREDITOR: CreditorIdentity = {
  name: "Menuiserie Lacombe SARL",
  country: "FR",
  timeZone: "Europe/Paris",
  language: "fr",
  legalLine: "SARL au capital de 8 000 € · RCS Périgueux 999 014 277",
  soleTrader: false,
  siren: "999014277",
  address: "12 rue des Ébénistes\n24000 Périgueux",
  iban: "FR76 9999 9000 0100 0001 1704 232",
  bic: null,
  phone: "01 99 00 24 10",
  addresses: ["claire@menuiserie-lacombe.example", "compta@menuiserie-lacombe.example"],
  signatory: "Claire Lacombe",
  staleAfterDays: 3,
  dailyMinutes: 40,
};

/** Who keeps the sample's ledger. */
export const SAMPLE_AUTHOR = "Claire Lacombe";

const storyShape = z.array(
  z.object({
    file: z.string(),
    direction: z.enum(["in", "out", "internal"]),
    debtor: z.nullable(z.string()),
    invoices: z.array(z.string()),
    tag: z.nullable(z.enum(TAGS)),
    also: z.optional(z.array(z.enum(TAGS))),
    promise: z.optional(
      z.object({
        by: z.nullable(z.string()),
        amount: z.nullable(z.number()),
        parts: z.optional(z.array(z.object({ by: z.string(), amount: z.number() }))),
      }),
    ),
    dispute: z.optional(
      z.object({
        reason: z.enum(DISPUTE_REASONS),
        invoice: z.optional(z.string()),
        amount: z.optional(z.nullable(z.number())),
      }),
    ),
    contact: z.optional(z.string()),
    back: z.optional(z.string()),
    steps: z.optional(z.array(z.object({ step: z.string(), invoices: z.array(z.string()) }))),
  }),
);
type Scene = z.infer<typeof storyShape>[number];

export type StoryOutcome = { readonly ok: true } | { readonly ok: false; readonly detail: string };

export const beginSample = async (
  run: Run,
  mailbox: PageMailbox,
  story: unknown,
  intake: InvoiceIntake,
  onProgress: (done: number, all: number) => void,
): Promise<StoryOutcome> => {
  const scenes = storyShape.safeParse(story);
  if (!scenes.success) return { ok: false, detail: "story" };
  const opened = await run(openLedger, { creditor: SAMPLE_CREDITOR, ownInvoices: true });
  if (!opened.ok) return { ok: false, detail: opened.error.type };
  const taken = await run(importInvoices, {
    ...DRY_RUN,
    write: true,
    asOf: PAYMENTS_KNOWN,
    intake,
  });
  if (!taken.ok) return { ok: false, detail: taken.error.type };
  await run(markPaymentsKnown, { asOf: PAYMENTS_KNOWN, source: "bank" });
  await groupValade(run);
  const lived = mailbox.mails.value.filter((mail) => (mail.sentAt ?? "") < LIVED_UNTIL).reverse();
  const sceneByFile = new Map(scenes.data.map((scene) => [scene.file, scene]));
  const scenesToPlay = lived.flatMap((mail) => {
    const scene = sceneByFile.get(mail.file.split("/").pop() ?? "");
    const isPlayed = scene !== undefined && scene.debtor !== null && scene.tag !== "unrelated";
    // All are asked for at once; they are played in order.
    return isPlayed ? [{ mail, scene, opening: mailbox.open(mail.id) }] : [];
  });
  for (const [index, { mail, scene, opening }] of scenesToPlay.entries()) {
    onProgress(index, scenesToPlay.length);
    const loaded = await opening;
    if (!loaded.ok) return { ok: false, detail: mail.file };
    const outcome = await playScene(run, scene, loaded.value);
    if (!outcome.ok) return outcome;
  }
  return enterFileFacts(run);
};

/** What the owner entered by hand in her debtors' files: proceedings read in the BODACC, a clause, a policy. */
const FILE_FACTS: readonly (readonly [
  debtor: string,
  command: (state: AccountState) => AccountCommand,
])[] = [
  [
    "Garage Mercier SARL",
    () => ({
      type: "record-insolvency",
      insolvency: null,
      state: "receivership",
      judgmentOn: dateOf("2026-09-22"),
      publishedOn: dateOf("2026-10-02"),
      court: "Tribunal de commerce de Bergerac",
      officer: "Maître Hélène Castaing",
      source: "BODACC",
    }),
  ],
  [
    "Garage Mercier SARL",
    ({ invoices }) => ({
      type: "record-security",
      kind: "retention-of-title",
      invoices: invoices.map(({ invoice }) => invoice),
      who: null,
      currency: null,
      amount: null,
      on: dateOf("2026-07-20"),
      dueOn: null,
      note: "Devis signé, article 7 : comptoir de réception.",
    }),
  ],
  [
    "Valade Bâtiment SAS",
    () => ({
      type: "set-insurance",
      on: dateOf("2026-06-01"),
      policy: {
        insurer: "Assurance-crédit des métiers du bois",
        number: "ACMB-2026-0417",
        currency: "EUR",
        cover: 800_000,
        extendDays: 60,
        declareDays: 90,
      },
    }),
  ],
];

const enterFileFacts = async (run: Run): Promise<StoryOutcome> => {
  const accounts = await run(accountsByName, null);
  if (!accounts.ok) return { ok: false, detail: accounts.error.type };
  for (const [debtor, commandOf] of FILE_FACTS) {
    const state = accounts.value.get(foldText(debtor));
    if (state === undefined) return { ok: false, detail: debtor };
    const { account } = state;
    const entered = await run(recordAct, { account, command: commandOf(state) });
    if (!entered.ok) return { ok: false, detail: `${debtor}: ${entered.error.type}` };
  }
  return { ok: true };
};

/** Accounts by the debtor's name as the story tells it. */
const accountsByName: UseCase<null, ReadonlyMap<string, AccountState>, never> = {
  name: "accounts-by-name",
  asks: () => ({ accounts: "all", keys: [], search: false }),
  decide: (_, loaded) =>
    ok(
      viewOnly(
        new Map(
          [...loaded.accounts.values()].map((one) => [foldText(one.debtor?.name ?? ""), one]),
        ),
      ),
    ),
};

const groupValade = async (run: Run): Promise<void> => {
  const accounts = await run(accountsByName, null);
  if (!accounts.ok) return;
  for (const [name, { account }] of accounts.value) {
    if (!name.startsWith("valade ")) continue;
    await run(recordAct, {
      account,
      command: { type: "group-debtor", group: { id: null, name: "Groupe Valade" } },
    });
  }
};

const playScene = async (run: Run, scene: Scene, mail: LoadedMail): Promise<StoryOutcome> => {
  const accounts = await run(accountsByName, null);
  if (!accounts.ok) return { ok: false, detail: accounts.error.type };
  const state = accounts.value.get(foldText(scene.debtor ?? ""));
  if (state === undefined) return { ok: false, detail: scene.debtor ?? "" };
  const { account } = state;
  const { message, sha256, bytes } = mail;
  const file = { message, sha256, size: bytes.length, obtained: "as-received" as const };
  const options = { bytes: new Map([[sha256, bytes]]) };
  if (scene.tag === null) {
    const filed = await run(fileMail, { account, mail: file }, options);
    if (!filed.ok) return { ok: false, detail: `${scene.file}: ${filed.error.type}` };
    return takeSteps(run, scene, state, message.sentOn ?? PAYMENTS_KNOWN);
  }
  const seen = await run(openMail, { message, account });
  const view: OpenMailView | null = seen.ok ? seen.value : null;
  const tagged = await run(
    tagMail,
    {
      account,
      mail: file,
      tag: scene.tag,
      also: scene.also ?? [],
      values: valuesOf(scene, state),
      suggested: view?.reading?.tag ?? null,
      grounds: view?.reading?.grounds ?? [],
    },
    options,
  );
  return tagged.ok ? { ok: true } : { ok: false, detail: `${scene.file}: ${tagged.error.type}` };
};

const takeSteps = async (
  run: Run,
  scene: Scene,
  state: AccountState,
  on: CalendarDate,
): Promise<StoryOutcome> => {
  for (const { step, invoices } of scene.steps ?? []) {
    const portions = state.invoices
      .filter((invoice) => invoices.includes(invoice.number))
      .flatMap(({ invoice, portions: parts }) =>
        parts.map(({ portion }) => ({ invoice, portion })),
      );
    const exchange = state.exchanges[state.exchanges.length - 1]?.exchange ?? null;
    const taken = await run(recordAct, {
      account: state.account,
      command: { type: "take-step", step, on, portions, how: "found", exchange, draft: null },
    });
    if (!taken.ok) return { ok: false, detail: `${scene.file}: ${taken.error.type}` };
  }
  return { ok: true };
};

const valuesOf = (scene: Scene, state: AccountState): TagValues => {
  const cents = (amount: number | null | undefined): number | null =>
    amount == null ? null : Math.round(amount * 100);
  const day = (text: string | null | undefined): CalendarDate | null =>
    text == null ? null : parseCalendarDate(text);
  const numbers = scene.dispute?.invoice === undefined ? scene.invoices : [scene.dispute.invoice];
  const invoices = state.invoices.filter((invoice) => numbers.includes(invoice.number));
  const reason = scene.dispute?.reason ?? "other";
  return {
    currency: state.invoices[0]?.currency ?? "EUR",
    by: day(scene.promise?.by),
    amount: cents(scene.promise?.amount),
    parts: (scene.promise?.parts ?? []).flatMap((part) => {
      const by = day(part.by);
      return by === null ? [] : [{ by, amount: Math.round(part.amount * 100) }];
    }),
    reason,
    disputed: cents(scene.dispute?.amount),
    mustAct: reason === "missing_reference" ? "us" : "them",
    back: day(scene.back),
    contact: scene.contact ?? null,
    invoices: invoices.map((invoice) => invoice.invoice),
  };
};
