import * as z from "zod/mini";
import type { NoOutlook, Outlook, OutlookClient, OutlookItem } from "#outlook/outlook.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { LOWEST_MAILBOX_SET, abilitiesOf, platformOf } from "./abilities.ts";
import { categoriesOf } from "./categories.ts";
import { watchDrops } from "./drop.ts";
import { hasCall, watchItem } from "./item.ts";
import type { ItemWatch } from "./item.ts";
import { faultOfThrown } from "./office-fault.ts";
import { openQueue } from "./queue.ts";
import type { CallQueue } from "./queue.ts";
import { readMessage } from "./read.ts";
import type { Session } from "./session.ts";
import { settingsOver } from "./settings.ts";
import { themeEvents, watchTheme } from "./theme.ts";

z.config({ jitless: true });

/** office.js itself comes from the network, beside the page. */
const READY_LIMIT_MS = 30_000;

/** Waits until Outlook is ready for this page, and gives what it can do; outside Outlook it says so. */
export const openOutlook = async (): Promise<Result<Outlook, NoOutlook>> => {
  if (typeof Office === "undefined") return err({ type: "office-not-loaded" });
  const host = await ready();
  if (host === null) return err({ type: "office-not-loaded" });
  if (host !== "Outlook") return err({ type: "not-in-outlook" });
  const { requirements, diagnostics } = Office.context;
  if (!requirements.isSetSupported("Mailbox", LOWEST_MAILBOX_SET))
    return err({ type: "outlook-too-old", version: diagnostics.version });
  const { mailbox } = Office.context;
  const queue = openQueue();
  const client = clientOf(mailbox, queue);
  const watch = await watchItem(mailbox, queue, client.address);
  const session: Session = {
    mailbox,
    queue,
    can: client.can,
    isSet: (version) => requirements.isSetSupported("Mailbox", version),
    isOpen: watch.isOpen,
  };
  return ok(outlookOf(session, client, watch));
};

const ready = (): Promise<string | null> =>
  new Promise((resolve) => {
    const late = setTimeout(() => {
      resolve(null);
    }, READY_LIMIT_MS);
    void Office.onReady(({ host }) => {
      clearTimeout(late);
      // In a page of its own it is ready for no host.
      resolve(String(host ?? ""));
    });
  });

const profile = z.object({
  emailAddress: z.optional(z.nullable(z.string())),
  displayName: z.optional(z.nullable(z.string())),
  accountType: z.optional(z.nullable(z.string())),
});

const clientOf = (mailbox: Office.Mailbox, queue: CallQueue): OutlookClient => {
  const { requirements, diagnostics, displayLanguage } = Office.context;
  const parsed = z.safeParse(profile, mailbox.userProfile);
  const { emailAddress, displayName, accountType } = parsed.success ? parsed.data : {};
  const platform = platformOf(String(diagnostics.platform));
  const can = abilitiesOf({
    platform,
    isSet: (name, version) => requirements.isSetSupported(name, version),
    hasCall: (name) => hasCall(mailbox, name),
    accountType: accountType ?? "",
    hasWholeMailbox: mayReadWholeMailbox(mailbox),
  });
  const tellsTheme = requirements.isSetSupported("Mailbox", "1.14");
  return {
    platform,
    version: diagnostics.version,
    language: displayLanguage,
    address: (emailAddress ?? "").toLowerCase(),
    name: displayName ?? "",
    can,
    theme: watchTheme({
      now: tellsTheme ? Office.context.officeTheme : null,
      listen: tellsTheme ? themeEvents(mailbox, queue) : null,
    }),
  };
};

/**
 * Whether the manifest asks for ReadWriteMailbox. Office has no word for it, but refuses a call that needs it before it
 * sends anything, where the host told the permission to the page; where it did not, the call itself will be refused.
 */
const mayReadWholeMailbox = (mailbox: Office.Mailbox): boolean => {
  if (!hasCall(mailbox.masterCategories, "getAsync")) return false;
  try {
    // Ill-formed on purpose: it is refused for its permission first, for its missing callback else, and never sent.
    const list: unknown = mailbox.masterCategories;
    (Reflect.get(Object(list), "getAsync") as () => void).call(list);
    return true;
  } catch (thrown) {
    return faultOfThrown(thrown).type !== "denied";
  }
};

const outlookOf = (session: Session, client: OutlookClient, watch: ItemWatch): Outlook => {
  const { mailbox, queue } = session;
  // What a click asks for comes when it is asked for: the first paint waits for none of it.
  const forms = () => import("./forms.ts");
  const compose = () => import("./compose.ts");
  const selection = () => import("./selected.ts");
  let reader: ReturnType<Awaited<ReturnType<typeof selection>>["selectedReader"]> | null = null;
  return {
    client,
    item: watch.item,
    readMessage: (item) => readMessage(session, item),
    evidence: async (item) => (await import("./evidence.ts")).evidenceOf(session, item),
    replyForm: async (item, form) => (await forms()).openReplyForm(session, item, form),
    newForm: async (form) => (await forms()).openNewForm(session, form),
    appointmentForm: async (form) => (await forms()).openAppointmentForm(session, form),
    insert: async (item, insertion) => (await compose()).insertInto(session, item, insertion),
    recipients: async (item) => (await compose()).recipientsOf(session, item),
    categories: categoriesOf(session),
    onSelection: (listener) => {
      if (!session.can.several) return () => undefined;
      let isListening = true;
      void queue.call<unknown>((callback) => {
        const heard = (): void => {
          if (isListening) listener();
        };
        mailbox.addHandlerAsync(Office.EventType.SelectedItemsChanged, heard, callback);
      });
      return () => {
        isListening = false;
      };
    },
    selected: async () => (await selection()).selectedItems(session),
    readSelected: async (item) => {
      const { selectedReader } = await selection();
      reader ??= selectedReader(session);
      return reader(item);
    },
    onDrop: watchDrops(mailbox, queue, document),
    readDropped: async (file) => (await import("./dropped.ts")).readDropped(file),
    settings: settingsOver(Office.context.roamingSettings, queue),
    openDialog: async (url) => (await import("./dialog.ts")).openDialog(session, url),
    graphItem: async (item) => graphItemOf(session, watch, item),
  };
};

/** Graph's id of an item is its id in another alphabet; a draft has one once it is saved. */
const graphItemOf = async (
  session: Session,
  watch: ItemWatch,
  item: OutlookItem,
): ReturnType<Outlook["graphItem"]> => {
  const { mailbox, queue } = session;
  if (!session.isOpen(item)) return null;
  const home = watch.mailboxOf(item);
  if (home === null) return null;
  let id = item.id;
  const live: unknown = mailbox.item;
  if (id === null && item.mode === "compose" && hasCall(live, "getItemIdAsync")) {
    const saved = await queue.call<unknown>(
      (callback) => {
        (live as Office.MessageCompose).getItemIdAsync(callback);
      },
      { item: item.key },
    );
    id = saved.ok && typeof saved.value === "string" && saved.value !== "" ? saved.value : null;
  }
  // New Outlook on Mac may give no id of the open mail, and still the id of what is selected.
  if (id === null && item.mode === "read" && session.can.several) {
    const { selectedItems } = await import("./selected.ts");
    const selected = await selectedItems(session);
    const [only, more] = selected.ok ? selected.value : [];
    const isThis = only?.internetMessageId === item.internetMessageId && session.isOpen(item);
    id = only !== undefined && more === undefined && isThis ? only.id : null;
  }
  if (id === null) return null;
  return {
    id: mailbox.convertToRestId(id, Office.MailboxEnums.RestVersion.v2_0),
    mailbox: home,
  };
};
