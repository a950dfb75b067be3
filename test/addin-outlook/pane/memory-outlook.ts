import { signal } from "@preact/signals";
import type { Signal } from "@preact/signals";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { readMailBytes } from "#src/files/mail-bytes.ts";
import type {
  AppointmentForm,
  DroppedFile,
  Insertion,
  NewForm,
  Outlook,
  OutlookAbility,
  OutlookDialog,
  OutlookFault,
  OutlookItem,
  ReplyForm,
} from "#outlook/outlook.ts";

/**
 * An Outlook in memory: a mailbox of real mails, one of them open, forms that stay open, drafts that are saved. It does
 * what the port says and remembers what came of it; nothing in it knows Relance.
 */
export type MemoryOutlook = Outlook & {
  /** Opens a mail of the mailbox beside the pane; null: nothing is selected. */
  readonly open: (mail: Uint8Array | null) => void;
  /** Another mail is open and Outlook has not said so: events get lost. */
  readonly swap: (mail: Uint8Array) => void;
  readonly compose: (draft?: Partial<MemoryDraft>) => void;
  readonly select: (mails: readonly Uint8Array[]) => void;
  readonly drop: (files: readonly DroppedFile[]) => void;
  readonly setTheme: (theme: "light" | "dark" | "contrast" | null) => void;
  /** The next call of that name answers with this fault. */
  readonly failNext: (call: string, fault: OutlookFault) => void;
  /** Calls of that name wait until they are let go. */
  readonly hold: (call: string) => () => void;
  readonly replies: readonly (ReplyForm & { readonly subject: string })[];
  readonly news: readonly NewForm[];
  readonly appointments: readonly AppointmentForm[];
  readonly draft: () => MemoryDraft | null;
  readonly marks: ReadonlyMap<string, readonly string[]>;
  readonly dialogs: readonly MemoryDialog[];
};

export type MemoryDraft = Insertion & { readonly bcc: readonly string[]; readonly saved: boolean };

export type MemoryDialog = {
  readonly url: string;
  readonly sent: readonly string[];
  readonly say: (text: string) => void;
  readonly close: () => void;
};

export type MemoryOptions = {
  readonly without?: readonly OutlookAbility[];
  readonly language?: string;
  readonly address?: string;
  readonly platform?: Outlook["client"]["platform"];
  readonly theme?: "light" | "dark" | "contrast" | null;
  readonly isShared?: boolean;
  readonly categories?: readonly string[];
  readonly settings?: Readonly<Record<string, string>>;
};

const ABILITIES: readonly OutlookAbility[] = [
  "headers",
  "evidence",
  "reply-form",
  "new-form",
  "reply-attachments",
  "attach",
  "categories",
  "new-categories",
  "pinning",
  "several",
  "drop",
  "dialog",
  "download",
  "sign-in",
];

/** Largest HTML that a form takes. */
const FORM_CHARS_MAX = 32 * 1024;

export const openMemoryOutlook = (options: MemoryOptions = {}): MemoryOutlook => {
  const without = new Set(options.without ?? []);
  const can = Object.fromEntries(ABILITIES.map((one) => [one, !without.has(one)])) as Record<
    OutlookAbility,
    boolean
  >;
  const item: Signal<OutlookItem | null> = signal(null);
  const theme = signal(options.theme ?? null);
  const settings = new Map(Object.entries(options.settings ?? {}));
  const names = new Set(options.categories ?? []);
  const marks = new Map<string, readonly string[]>();
  const faults = new Map<string, OutlookFault>();
  const held = new Map<string, Promise<void>>();
  const replies: (ReplyForm & { readonly subject: string })[] = [];
  const news: NewForm[] = [];
  const appointments: AppointmentForm[] = [];
  const dialogs: MemoryDialog[] = [];
  const listeners = new Set<(files: readonly DroppedFile[]) => void>();
  const selecting = new Set<() => void>();
  let bytes: Uint8Array | null = null;
  let draft: MemoryDraft | null = null;
  let selection: readonly Uint8Array[] = [];
  let count = 0;

  const asked = async (
    call: string,
    ability: OutlookAbility | null,
    of: OutlookItem | null,
  ): Promise<OutlookFault | null> => {
    await held.get(call);
    const fault = faults.get(call);
    faults.delete(call);
    if (fault !== undefined) return fault;
    if (ability !== null && !can[ability]) return { type: "unsupported", ability };
    return of !== null && item.peek()?.key !== of.key ? { type: "item-changed" } : null;
  };
  const show = (mode: OutlookItem["mode"], subject: string): void => {
    count += 1;
    item.value = {
      key: `item-${String(count)}`,
      mode,
      id: `id-${String(count)}`,
      conversationId: null,
      internetMessageId: null,
      subject,
      isShared: options.isShared ?? false,
      from: options.address ?? "claire@atelier-lenoir.test",
    };
  };

  return {
    client: {
      platform: options.platform ?? "web",
      version: "16.0",
      language: options.language ?? "fr-FR",
      address: options.address ?? "claire@atelier-lenoir.test",
      name: "Claire Lenoir",
      can,
      theme,
    },
    item,
    readMessage: async (of) => {
      const mine = bytes;
      const fault = await asked("readMessage", null, of);
      if (fault !== null) return err(fault);
      const read = mine === null ? null : await readMailBytes(mine);
      return read?.ok === true
        ? ok(read.value)
        : err({ type: "failed", code: null, detail: "no mail" });
    },
    evidence: async (of) => {
      const fault = await asked("evidence", "evidence", of);
      if (fault !== null) return err(fault);
      return bytes === null
        ? err({ type: "failed", code: null, detail: "no mail" })
        : ok({ bytes, obtained: "regenerated" });
    },
    replyForm: async (of, form) => {
      const fault = await asked("replyForm", "reply-form", of);
      if (fault !== null) return err(fault);
      if (form.html.length > FORM_CHARS_MAX)
        return err({ type: "too-large", limit: FORM_CHARS_MAX });
      replies.push({ ...form, subject: of.subject });
      return ok(null);
    },
    newForm: async (form) => {
      const fault = await asked("newForm", "new-form", null);
      if (fault !== null) return err(fault);
      if (form.html.length > FORM_CHARS_MAX)
        return err({ type: "too-large", limit: FORM_CHARS_MAX });
      news.push(form);
      return ok(null);
    },
    insert: async (of, insertion) => {
      const fault = await asked("insert", null, of);
      if (fault !== null) return err(fault);
      if (draft === null) return err({ type: "item-changed" });
      if (insertion.attachments.length > 0 && !can.attach)
        return err({ type: "unsupported", ability: "attach" });
      draft = {
        ...insertion,
        bcc: draft.bcc,
        html: insertion.html + draft.html,
        attachments: [...draft.attachments, ...insertion.attachments],
        saved: true,
      };
      return ok(null);
    },
    recipients: async (of) => {
      const fault = await asked("recipients", null, of);
      if (fault !== null) return err(fault);
      return draft === null
        ? err({ type: "item-changed" })
        : ok({ to: draft.to, cc: draft.cc, bcc: draft.bcc });
    },
    appointmentForm: async (form) => {
      const fault = await asked("appointmentForm", null, null);
      if (fault !== null) return err(fault);
      appointments.push(form);
      return ok(null);
    },
    categories: {
      read: async (of) => {
        const fault = await asked("categories", "categories", of);
        return fault === null ? ok(marks.get(of.key) ?? []) : err(fault);
      },
      put: async (of, wanted) => {
        const fault = await asked("categories", "categories", of);
        if (fault !== null) return err(fault);
        if (wanted.some((name) => !names.has(name)))
          return err({ type: "failed", code: 9045, detail: "InvalidCategoryError" });
        marks.set(of.key, [...new Set([...(marks.get(of.key) ?? []), ...wanted])]);
        return ok(null);
      },
      remove: async (of, unwanted) => {
        const fault = await asked("categories", "categories", of);
        if (fault !== null) return err(fault);
        marks.set(
          of.key,
          (marks.get(of.key) ?? []).filter((name) => !unwanted.includes(name)),
        );
        return ok(null);
      },
      make: async (wanted) => {
        const fault = await asked("makeCategories", null, null);
        if (fault !== null) return err(fault);
        if (!can["new-categories"]) return err({ type: "denied", code: null });
        for (const name of wanted) names.add(name);
        return ok(null);
      },
    },
    onSelection: (listener) => {
      selecting.add(listener);
      return () => {
        selecting.delete(listener);
      };
    },
    selected: async () => {
      const fault = await asked("selected", "several", null);
      if (fault !== null) return err(fault);
      return ok(
        selection.map((mail, index) => ({
          id: String(index),
          subject: subjectOf(mail),
          internetMessageId: null,
        })),
      );
    },
    readSelected: async ({ id }) => {
      const fault = await asked("readSelected", "several", null);
      const found = selection[Number(id)];
      if (fault !== null) return err(fault);
      return found === undefined
        ? err({ type: "item-changed" })
        : ok({ bytes: found, obtained: "regenerated" });
    },
    onDrop: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    readDropped: async ({ name, bytes: dropped, isLeft }) => {
      await Promise.resolve();
      if (isLeft === true) return err({ type: "dropped-left" });
      if (name.endsWith(".msg")) return err({ type: "dropped-msg-unreadable" });
      return name.endsWith(".eml")
        ? ok({ bytes: dropped, obtained: "as-received" })
        : err({ type: "dropped-not-a-mail" });
    },
    settings: {
      read: (key) => settings.get(key) ?? null,
      write: async (key, value): Promise<Result<null, OutlookFault>> => {
        const fault = await asked("settings", null, null);
        if (fault !== null) return err(fault);
        if (value === null) settings.delete(key);
        else settings.set(key, value);
        return ok(null);
      },
    },
    openDialog: async (url) => {
      const fault = await asked("openDialog", "dialog", null);
      if (fault !== null) return err(fault);
      const sent: string[] = [];
      const heard = new Set<(text: string) => void>();
      const closed = new Set<() => void>();
      const close = (): void => {
        for (const listener of closed) listener();
      };
      dialogs.push({
        url,
        sent,
        say: (text) => {
          for (const listener of heard) listener(text);
        },
        close,
      });
      const dialog: OutlookDialog = {
        send: (text) => {
          sent.push(text);
          return ok(null);
        },
        onMessage: (listener) => {
          heard.add(listener);
        },
        onClosed: (listener) => {
          closed.add(listener);
        },
        close,
      };
      return ok(dialog);
    },
    graphItem: () => Promise.resolve(null),

    open: (mail) => {
      bytes = mail;
      draft = null;
      if (mail === null) item.value = null;
      else show("read", subjectOf(mail));
    },
    swap: (mail) => {
      bytes = mail;
    },
    compose: (given = {}) => {
      bytes = null;
      draft = {
        to: [],
        cc: [],
        bcc: [],
        subject: "",
        html: "",
        attachments: [],
        saved: false,
        ...given,
      };
      show("compose", draft.subject);
    },
    select: (mails) => {
      selection = mails;
      for (const listener of selecting) listener();
    },
    drop: (files) => {
      for (const listener of listeners) listener(files);
    },
    setTheme: (next) => {
      theme.value = next;
    },
    failNext: (call, fault) => {
      faults.set(call, fault);
    },
    hold: (call) => {
      let letGo = (): void => undefined;
      held.set(
        call,
        new Promise((resolve) => {
          letGo = () => {
            held.delete(call);
            resolve();
          };
        }),
      );
      return () => {
        letGo();
      };
    },
    replies,
    news,
    appointments,
    draft: () => draft,
    marks,
    dialogs,
  };
};

const subjectOf = (mail: Uint8Array): string =>
  /^Subject: (.*)$/m.exec(new TextDecoder().decode(mail.subarray(0, 4_000)))?.[1]?.trim() ?? "";
