import type { Account } from "./account.ts";
import type { GoogleAppsCard } from "./cards/card-json.ts";
import type { Execution, Injection } from "./execution.ts";
import type { Manifest } from "./manifest.ts";

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

export type ShownCard = {
  /** As it goes to Gmail, checked against GoogleAppsCardV1. */
  readonly json: GoogleAppsCard;
  readonly name: string | null;
  readonly title: string;
  readonly subtitle: string;
  /** Every line of words in reading order, without markup. */
  readonly lines: readonly string[];
  /** Whatever can be clicked, by its words, in reading order; a disabled button is left out. */
  readonly labels: readonly string[];
  readonly menu: readonly string[];
  /** Names of the fields. */
  readonly fields: readonly string[];
  /** Bytes of its JSON. */
  readonly size: number;
  /** The card drawn as a page, 300 px wide, for the gallery. */
  readonly toHtml: (theme?: "light" | "dark") => string;
};

export type WebApp = {
  readonly url: string;
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
};

export type CallResult =
  | { readonly ok: true; readonly value: unknown; readonly execution: Execution }
  | { readonly ok: false; readonly message: string; readonly execution: Execution };

/** Refuses what Apps Script would refuse at the push or at the first load: syntax, manifest, missing functions. */
export const openProject = (options: ProjectOptions): Project => {
  throw new Error(`the host is being built: ${Object.keys(options.files).join(", ")}`);
};
