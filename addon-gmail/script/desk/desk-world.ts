import type { Act, Facts } from "#shared/app/use-case.ts";
import type { CreditorState } from "#shared/claims/creditor.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import type { Language } from "#shared/kernel/money.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { ActFault } from "#shared/app/run.ts";
import { binnedIn } from "#gmail/script/actions/bin-memory.ts";
import type { DeskParts } from "#gmail/script/actions/part-types.ts";
import { afterFirstRead, prefsIn } from "#gmail/script/actions/prefs.ts";
import type { Prefs } from "#gmail/script/actions/prefs.ts";
import type { GmailLedger, GmailLedgerHost } from "#gmail/script/ledger/ledger.ts";
import type { Mailbox } from "#gmail/script/mail/mail.ts";
import { reachOf } from "#gmail/script/mail/reach.ts";
import type { Services } from "#gmail/script/google-port.ts";

/** What the composition brings: Apps Script itself, or the host of the tests. */
export type DeskSetting = {
  readonly services: Services;
  readonly openLedger: (services: Services, host: GmailLedgerHost) => GmailLedger;
  /** Names the build: a page of another one is asked to be loaded again. */
  readonly build: string;
  readonly parts: DeskParts;
};

/** Everything one call of the desk works with. No mail is open here, so there is no token of one. */
export type DeskWorld = {
  readonly services: Services;
  readonly ledger: GmailLedger;
  readonly mailbox: Mailbox;
  readonly prefs: Prefs;
  readonly language: Language;
  readonly build: string;
  /** Where the day of the ledger begins. */
  readonly timeZone: () => string;
  /** Drafts are laid into the mailbox: the full manifest reaches all of it. */
  readonly writesDrafts: boolean;
  /** Files of ours that were last found in Drive's bin. */
  readonly binned: number;
  /** Drafts that this call prepared, by their ids, each with the link that opens it. */
  readonly links: ReadonlyMap<string, string>;
  readonly parts: DeskParts;
};

const ZONE = "Europe/Paris";

export const openDeskWorld = (pageLanguage: Language, setting: DeskSetting): DeskWorld => {
  const { properties, services } = afterFirstRead(setting.services);
  const prefs = prefsIn(properties);
  const language = prefs.language ?? pageLanguage;
  const mailbox: Mailbox = { services, messageToken: null };
  const reach = reachOf(mailbox);
  const { parts } = setting;
  const links = new Map<string, string>();

  const factsOf = ({ creditor }: CreditorState): Omit<Facts, "chance"> => {
    const now = services.now();
    return {
      today: dateOf(services.dayIn(creditor?.timeZone ?? ZONE, now).date),
      now: new Date(now).toISOString(),
      by: prefs.author === "" ? (creditor?.signatory ?? "") : prefs.author,
      language,
    };
  };
  const inMailbox = (act: Act): Result<null, ActFault> => {
    const creditor = ledger.creditor();
    const acts = parts.acts().draftActs(mailbox, {
      senderName: creditor.ok ? (creditor.value.creditor?.name ?? null) : null,
      vault: ledger.vault.get,
      open: null,
    });
    const done = acts.act(act);
    for (const [key, { link }] of acts.saved) links.set(key, link);
    return done;
  };
  const writesDrafts = reach.kind === "mailbox";
  const ledger = setting.openLedger(services, {
    facts: factsOf,
    act: writesDrafts ? inMailbox : (act) => parts.acts().actByLink(services, act, links),
    core: () => parts.acts().LEDGER_CORE,
    suggest: () => parts.replies().readingFor,
    build: setting.build,
  });
  return {
    services,
    ledger,
    mailbox,
    prefs,
    language,
    build: setting.build,
    writesDrafts,
    binned: binnedIn(properties),
    links,
    parts,
    timeZone: () => {
      const creditor = ledger.creditor();
      return creditor.ok ? (creditor.value.creditor?.timeZone ?? ZONE) : ZONE;
    },
  };
};
