import { Script } from "node:vm";
import type { Account } from "./account.ts";
import type { DraftUpdate } from "./cards/card-service.ts";
import type { ShownCard } from "./cards/shown-card.ts";
import { CARD_LIMIT, SCRIPT_LIMIT } from "./clock.ts";
import type { Execution, Injection } from "./execution.ts";
import { openWindow } from "./gmail-window.ts";
import { handlersIn, readManifest, type Manifest } from "./manifest.ts";
import { execute, type Entry, type Executed, type Program } from "./runtime/execute.ts";
import { quotaLeft, useQuota } from "./runtime/quota.ts";
import type { Limit } from "./runtime/run.ts";
import { declaredIn } from "./runtime/syntax.ts";
import { openWebApp } from "./web-app.ts";

/**
 * A project as clasp pushes it, opened over one account. Everything is synchronous, as Apps Script is, and every call
 * of an entry point is an execution of its own: a fresh realm, its own 30 seconds, and a record of what it asked for.
 */
export type Project = {
  readonly account: Account;
  readonly manifest: Manifest;
  /** Every execution so far, oldest first. */
  readonly executions: readonly Execution[];
  readonly lastExecution: () => Execution;
  /** Gmail of this person, in a browser or on a phone. */
  readonly openGmail: (options?: GmailOptions) => Gmail;
  /** Disturbs the next execution at one of its calls of a service; see `Injection`. */
  readonly disturb: (injection: Injection) => void;
  /** Lets time go by; triggers that come due run, oldest first. */
  readonly passTime: (ms: number) => readonly Execution[];
  /** Runs a function as the editor does, under the six minutes of a script. */
  readonly run: (handler: string, argument?: unknown) => Execution;
  /** The script's web app: the page that `doGet` gives, and what the page calls. */
  readonly webApp: WebApp;
};

export type ProjectOptions = {
  /** By name in the folder that is pushed: `Code.js`, `part-reading.html`. The manifest is apart. */
  readonly files: Readonly<Record<string, string>>;
  /** The text of `appsscript.json`. */
  readonly manifest: string;
  readonly account: Account;
  /** False: the script is not deployed as a web app. */
  readonly isWebApp?: boolean;
};

export type GmailOptions = {
  readonly client?: "WEB" | "ANDROID" | "IOS";
  /** As Gmail tells it: `fr`, `en`, `fr-CA`. */
  readonly locale?: string;
  readonly timeZone?: string;
};

/** What a person does beside Gmail, and what it shows. A click that finds nothing throws, and lists what is there. */
export type Gmail = {
  /** The cards that lie on each other, the one shown last. */
  readonly stack: readonly ShownCard[];
  /** The card shown; throws where there is none. */
  readonly card: () => ShownCard;
  /** Lines that came up at the foot, oldest first. */
  readonly toasts: readonly string[];
  /** Links that were opened, by a button or by an answer. */
  readonly opened: readonly OpenedLink[];
  /** Drafts that `setComposeAction` had Gmail open, by id. */
  readonly openedDrafts: readonly string[];
  /** What was written into the draft of a compose action. */
  readonly draftUpdates: readonly DraftUpdate[];
  readonly openMessage: (messageId: string) => Execution;
  /** The add-on without a mail: on the web alone. */
  readonly openHome: () => Execution;
  /** A universal action, by its label in the manifest. */
  readonly choose: (label: string) => Execution | null;
  /** The button, line, menu item or link with exactly these words; `nth` counts from 0 where several have them. */
  readonly click: (label: string, nth?: number) => Execution | null;
  /** Writes in a field, by its name or its label, and does what the field does when it changes. */
  readonly fill: (field: string, value: FieldValue) => Execution | null;
  /** What is in the field. */
  readonly valueOf: (field: string) => readonly string[];
  /** Back to the card below. */
  readonly back: () => void;
  /** The compose action of this text, in a draft that is being written. */
  readonly compose: (text: string, draft?: ComposeDraft) => ComposeResult;
  /** The overlay of the last link is closed again: an `onClose` of RELOAD_ADD_ON opens the add-on anew. */
  readonly closeOverlay: () => Execution | null;
};

/** A text; the chosen values of a choice; a day as YYYY-MM-DD for a date picker. */
export type FieldValue = string | readonly string[];

export type OpenedLink = {
  readonly url: string;
  readonly openAs: "FULL_SIZE" | "OVERLAY";
  readonly onClose: "NOTHING" | "RELOAD";
};

export type ComposeDraft = {
  readonly to?: readonly string[];
  readonly cc?: readonly string[];
  readonly bcc?: readonly string[];
  readonly subject?: string;
};

export type ComposeResult = {
  readonly execution: Execution;
  /** The cards that the compose action gave. */
  readonly card: ShownCard | null;
};

export type WebApp = {
  readonly url: string;
  /** What a page may call: public functions of the scripts. */
  readonly names: readonly string[];
  /** What `doGet` gives: the page, its title and meta tags. */
  readonly get: (parameters?: Readonly<Record<string, string>>) => WebPage;
  /** `google.script.run`: the name must be a public function, arguments and answer must be able to cross. */
  readonly call: (name: string, ...values: readonly unknown[]) => CallResult;
};

export type WebPage = {
  readonly execution: Execution;
  readonly html: string;
  readonly title: string;
  readonly metaTags: readonly { readonly name: string; readonly content: string }[];
  /** `DEFAULT`: no page of another site may hold it in a frame. */
  readonly frame: string;
};

export type CallResult =
  | { readonly ok: true; readonly value: unknown; readonly execution: Execution }
  | { readonly ok: false; readonly message: string; readonly execution: Execution };

/** Deployments of a web app have an address of this form. */
const WEB_APP_URL = `https://script.google.com/macros/s/AKfycb${"W".repeat(66)}/exec`;

const HOUR_MS = 3_600_000;

/** Refuses what Apps Script would refuse at the push or at the first load: syntax, manifest, missing functions. */
export const openProject = (options: ProjectOptions): Project => {
  const { account } = options;
  const manifest = readManifest(options.manifest);
  const program = programOf(options, manifest);
  const executions: Execution[] = [];
  let injections: Injection[] = [];

  const run = (
    handler: string,
    values: readonly unknown[],
    more: Pick<Entry, "limit" | "mail" | "take">,
  ): Executed => {
    const given = injections;
    injections = [];
    const done = execute(program, { handler, values, injections: given, ...more });
    executions.push(done.execution);
    return done;
  };
  const background = { limit: SCRIPT_LIMIT, mail: null, take: "plain" } as const;
  const requireHandler = (handler: string): void => {
    if (program.declared.get(handler) !== "plain")
      throw new Error(`Script function not found: ${handler}`);
  };

  return {
    account,
    manifest,
    executions,
    lastExecution: () => {
      const last = executions[executions.length - 1];
      if (last === undefined) throw new Error("nothing has run");
      return last;
    },
    openGmail: ({ client = "WEB", locale = "fr", timeZone = "Europe/Paris" } = {}) =>
      openWindow(account, manifest, { client, locale, timeZone }, (handler, event, mail) => {
        requireHandler(handler);
        return run(handler, [event], { limit: CARD_LIMIT, mail, take: "part" });
      }),
    disturb: (injection) => {
      injections.push(injection);
    },
    passTime: (ms) => {
      const end = account.clock.now() + ms;
      const ran: Execution[] = [];
      for (;;) {
        const [due] = [...account.triggers].sort((a, b) => a.next - b.next);
        if (due === undefined || due.next > end) break;
        account.clock.spend(Math.max(0, due.next - account.clock.now()));
        due.next += due.everyHours * HOUR_MS;
        requireHandler(due.handler);
        const limit = triggerLimit(account);
        const { execution } = run(due.handler, [triggerEvent(due.id)], { ...background, limit });
        useQuota(account, "triggerMs", Math.min(execution.ms, limit.ms));
        ran.push(execution);
      }
      account.clock.spend(Math.max(0, end - account.clock.now()));
      return ran;
    },
    run: (handler, argument) => {
      requireHandler(handler);
      return run(handler, argument === undefined ? [] : [argument], background).execution;
    },
    webApp: openWebApp(program, (handler, values, take) => {
      requireHandler(handler);
      return run(handler, values, { ...background, take });
    }),
  };
};

/** Six minutes, or what is left of the time that all triggers of a person may take in a day. */
const triggerLimit = (account: Account): Limit => {
  const ms = quotaLeft(account, "triggerMs");
  return ms < SCRIPT_LIMIT.ms
    ? { ms, words: "Service using too much computer time for one day" }
    : SCRIPT_LIMIT;
};

const triggerEvent = (id: string): object => ({ authMode: "FULL", triggerUid: id });

const programOf = (options: ProjectOptions, manifest: Manifest): Program => {
  const declared = new Map<string, "plain" | "async" | "generator">();
  const scripts: Script[] = [];
  // Files of a project run in the order of their names, as clasp pushes them.
  for (const [name, text] of Object.entries(options.files).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!/\.(?:js|gs|html)$/.test(name)) throw new Error(`clasp pushes no ${name}`);
    if (name.endsWith(".html")) continue;
    for (const [one, kind] of declaredIn(name, text)) declared.set(one, kind);
    scripts.push(new Script(text, { filename: name }));
  }
  for (const [place, handler] of handlersIn(manifest)) {
    const kind = declared.get(handler);
    if (kind === undefined)
      throw new Error(`${place}: no function ${handler} at the top of a script`);
    if (kind !== "plain")
      throw new Error(`${place}: ${handler} is ${kind}; entry points are synchronous`);
  }
  const isWebApp = options.isWebApp ?? manifest.webapp !== null;
  return {
    files: options.files,
    scripts,
    declared,
    manifest,
    account: options.account,
    webAppUrl: isWebApp ? WEB_APP_URL : null,
  };
};
