import { computed } from "@preact/signals";
import type { Result } from "#shared/kernel/result.ts";
import { err, ok } from "#shared/kernel/result.ts";
import { idOfChance } from "#shared/kernel/ids.ts";
import { foreign } from "#shared/kernel/text.ts";
import { together } from "#shared/locales/locale.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { chanceRuns } from "#src/custody/chance.ts";
import type { Driver, DriverHost } from "#src/driver/driver.ts";
import type { Host, OpenMail, StorageWord } from "#src/sidebar/host.ts";
import { sha256OfBlob } from "#src/store/blob-hash.ts";
import type { OutlookEvidence, OutlookFault, OutlookItem } from "#outlook/outlook.ts";
import { faultWord } from "./fault-word.ts";
import { fromNote } from "./from-note.ts";
import type { Pane } from "./pane.ts";

/** Name of the choice of language in Outlook's own settings. */
export const LANGUAGE_KEY = "language";

/** What the driver asks of this mailbox. */
export const driverHostOf = (pane: Pane): DriverHost => ({
  facts: pane.facts,
  chance: chanceRuns,
  build: pane.build,
  act: async (act) => {
    const drafts = await import("./drafts.ts");
    if (act.kind === "discard-draft") {
      await drafts.leaveDraft(pane, act.key);
      return ok(null);
    }
    const failure = await drafts.saveDraft(pane, act.key, act.draft);
    return failure === null ? ok(null) : err({ type: "act-failed", key: act.key, detail: failure });
  },
});

/** What the sidebar and the desk see of this pane. All that the first paint can do without comes when it is asked for. */
export const hostOf = (pane: Pane, driver: Driver): Host => {
  const { stores, language, outlook } = pane;
  const custody = () => import("#src/custody/custody.ts");
  const storage = computed<StorageWord>(() => {
    const signedIn = pane.signedIn.value;
    if (!stores.lasts) return { tone: "danger", text: pane.words.value.storage.memory };
    if (signedIn !== null) return signedIn.storage.value;
    return { tone: "good", text: pane.words.value.storage.kept };
  });
  const host: Host = {
    run: pane.run,
    version: pane.version,
    isOwnVersion: pane.isOwnVersion,
    today: () => pane.facts().today,
    language,
    setLanguage: (next) => {
      language.value = next;
      void outlook.settings.write(LANGUAGE_KEY, next);
    },
    author: pane.author,
    setAuthor: (name) => {
      pane.author.value = name;
      pane.remembered.write("author", name);
    },
    ledger: pane.ledger,
    beginLedger: async () => {
      const [ledger = "", writer = ""] = chanceRuns(2);
      const begun = await driver.begin(idOfChance("led", ledger), idOfChance("wri", writer));
      if (!begun.ok) return { ok: false, detail: begun.error.type };
      await pane.readCreditor();
      return { ok: true };
    },
    openMail: pane.openMail,
    wholeMail: async (mail) => {
      const whole = await wholeMail(pane, mail);
      // The screen of that mail is gone, and with it the place where a refusal would stand.
      if (!whole.ok && outlook.item.peek()?.key !== mail.key) sayLeft(pane, mail);
      return whole;
    },
    draftWay: async (account) => (await import("./draft-way.ts")).draftWay(pane, account),
    draftNote: computed(() => {
      const words = pane.words.value;
      // Every draft then lies in Drafts, under its thread, with its files: nothing is to be known beforehand.
      if (pane.signedIn.value !== null && pane.compose.value === null) return null;
      const { text: from, warning } = fromNote(pane);
      const { fromList, here } = words.draftNote;
      return { text: together(pane.compose.value === null ? fromList : here, from), warning };
    }),
    // Outlook opens no message from here: the sidebar says to search for it.
    goToMail: () => Promise.resolve(false),
    openDraft: async (draft) => (await import("./drafts.ts")).openAgain(pane, draft),
    can: {
      get writesDrafts() {
        return pane.signedIn.value !== null;
      },
      get looksForAnswers() {
        return pane.signedIn.value !== null;
      },
    },
    download: async (name, type, bytes) =>
      (await import("./hand-over.ts")).handOver(pane, name, type, bytes),
    evidence: async (sha256) => {
      const found = await stores.stores.vault.get(sha256);
      if (found.ok && found.value !== null) return found.value;
      return (await pane.signedIn.peek()?.evidence(sha256)) ?? null;
    },
    storage,
    storagePlace: computed(() => {
      if (!stores.lasts) return { type: "memory" } as const;
      // As long as OneDrive has not taken everything, this browser alone has it.
      const isShared = pane.signedIn.value?.storage.value.tone === "good";
      return { type: isShared ? "onedrive" : "browser" } as const;
    }),
    backup: async () => {
      const { now, today } = pane.facts();
      return (await custody()).backUp(stores.stores, now, today, language.peek());
    },
    extract: async (accounts) => {
      const { now, today } = pane.facts();
      return (await custody()).extractOf(stores.stores, accounts, now, today, language.peek());
    },
    restore: async (bytes) => {
      const [chance = ""] = chanceRuns(1);
      const { restore } = await custody();
      const outcome = await restore(stores.stores, bytes, chance, language.peek());
      await driver.refresh();
      await pane.readCreditor();
      return outcome;
    },
    check: async () => (await custody()).check(stores.stores, pane.run, language.peek()),
    exportThread: async (account) =>
      (await custody()).exportOf(stores.stores, pane.run, account, language.peek()),
    likelyAddresses: outlook.client.address === "" ? [] : [outlook.client.address],
    // An account without a name is shown by its address, which signs nothing.
    likelyName: outlook.client.name.includes("@") ? "" : outlook.client.name,
    openDesk: (page) => {
      void import("./open-desk.ts").then(({ openDesk }) => openDesk(pane, host, page));
    },
  };
  return host;
};

/**
 * The bytes of the open mail, taken now: what is written is of the mail that is open at this moment, and of no other. A
 * pinned pane outlives the mail that its screen was drawn for.
 */
const wholeMail = async (pane: Pane, mail: OpenMail): Promise<Result<OpenMail, Sentence>> => {
  const { outlook, language } = pane;
  const words = pane.words.peek().mail;
  if (mail.bytes !== null) return ok(mail);
  const item = outlook.item.peek();
  if (item?.key !== mail.key) return err(words.notTheOne);
  const evidence = await evidenceOf(pane, item, mail);
  if (outlook.item.peek()?.key !== mail.key) return err(words.notTheOne);
  if (!evidence.ok) {
    return err(
      evidence.error.type === "item-changed"
        ? words.notTheOne
        : words.noBytes(faultWord(evidence.error, language.peek())),
    );
  }
  const { bytes, obtained } = evidence.value;
  if (!(await isOfMail(bytes, mail))) return err(words.notTheOne);
  return ok({
    ...mail,
    bytes,
    sha256: await sha256OfBlob(bytes),
    size: bytes.length,
    obtained,
  });
};

/** As Outlook gives it; where that is only its parts, or nothing, and somebody is signed in, as Graph does. */
const evidenceOf = async (
  pane: Pane,
  item: OutlookItem,
  mail: OpenMail,
): Promise<Result<OutlookEvidence, OutlookFault>> => {
  const given = await pane.outlook.evidence(item);
  const isWhole = given.ok
    ? given.value.obtained !== "reconstructed"
    : given.error.type === "item-changed";
  if (isWhole) return given;
  const bytes = await pane.signedIn.peek()?.mailBytes(item, mail.message.messageId);
  // Of another mail it would be refused, though what Outlook gave is of this one.
  const isBetter = bytes != null && (await isOfMail(bytes, mail));
  return isBetter ? ok({ bytes, obtained: "regenerated" }) : given;
};

const sayLeft = (pane: Pane, { message }: OpenMail): void => {
  const { mail, strip } = pane.words.peek();
  const subject = message.subject === "" ? strip.noSubject.own : message.subject;
  pane.say({ key: "left", tone: "warning", text: mail.left(foreign(subject, 80)) });
};

/** Bytes that bear another Message-ID are of another mail, whatever Outlook says of what is open. */
const isOfMail = async (bytes: Uint8Array, { message }: OpenMail): Promise<boolean> => {
  const { readMailBytes } = await import("#src/files/mail-bytes.ts");
  const read = await readMailBytes(bytes);
  const [ours, theirs] = [message.messageId, read.ok ? read.value.messageId : null];
  return ours === null || theirs === null || ours === theirs;
};
