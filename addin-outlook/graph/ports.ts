import type { Result } from "#shared/kernel/result.ts";

/** Types that the parts of `graph/` share, and that the pane sees of them. */

/** Why a token was not had. Everything in Relance works without one; what is said is what signing in would add. */
export type SignInFault =
  /** The deployer has put no client id into the configuration. */
  | { readonly type: "sign-in-not-configured" }
  /** This client has no nested app authentication, or the mailbox is one of Outlook.com or Gmail. */
  | { readonly type: "sign-in-unsupported" }
  /** Silence was not enough: the person has to click once. */
  | { readonly type: "sign-in-needed" }
  /** The window was closed. Where users may not consent, closing is all they can do: hence the link. */
  | { readonly type: "sign-in-declined"; readonly consentLink: string }
  /** An administrator must agree first; the link is for him. */
  | { readonly type: "consent-needed"; readonly consentLink: string }
  | { readonly type: "offline" }
  | { readonly type: "timed-out" }
  /** `code` is Microsoft's own. */
  | { readonly type: "sign-in-failed"; readonly code: string };

/** Why Graph did not do what was asked; `code` is Graph's own. Never a word of a mail, an address or a sum. */
export type GraphFault =
  | SignInFault
  /** Too many requests, from whatever program: not before `seconds` have passed. */
  | { readonly type: "throttled"; readonly seconds: number }
  /** Microsoft's own fault, which passes. */
  | { readonly type: "unavailable"; readonly status: number }
  /** This account may not do that: a right in the mailbox, a policy, a scope. */
  | { readonly type: "denied"; readonly code: string }
  | { readonly type: "absent" }
  /** Something else stands there, or it was changed by another. */
  | { readonly type: "conflict"; readonly code: string }
  | { readonly type: "too-large" }
  /** The OneDrive or the mailbox has no room left. */
  | { readonly type: "no-room" }
  | { readonly type: "refused"; readonly status: number; readonly code: string }
  /** An answer that is not what Graph's pages say. */
  | { readonly type: "unreadable" };

export type TokenWish = {
  readonly scopes: readonly string[];
  /** The one at hand was refused: another, past every cache. */
  readonly fresh?: boolean;
  /** What Graph said is missing (continuous access evaluation), as it said it. */
  readonly claims?: string | null;
};

export type SignIn = {
  /** Never shows anything. */
  readonly token: (wish: TokenWish) => Promise<Result<string, SignInFault>>;
  /** May show Microsoft's own window: only on a click. */
  readonly ask: (scopes: readonly string[]) => Promise<Result<string, SignInFault>>;
  /** Who signed in, lower case; null before. */
  readonly account: () => string | null;
};

/** A mailbox as Graph's paths name it: the person's own, or one that others share with them. */
export type GraphMailbox =
  { readonly kind: "own" } | { readonly kind: "shared"; readonly address: string };

/** A folder of files that one creates, reads and lists: the app's own folder in OneDrive. Paths are below it, with `/`. */
export type AppFolder = {
  /** What lies directly in a folder; nothing where there is no such folder. */
  readonly list: (folder: string) => Promise<Result<readonly FolderItem[], GraphFault>>;
  /** Null where there is no such file. */
  readonly read: (
    path: string,
    bytesMax: number,
  ) => Promise<Result<{ readonly bytes: Uint8Array; readonly tag: string } | null, GraphFault>>;
  /** Never writes over anything: where a file of that name is, it stays, and `exists` is answered. */
  readonly create: (
    path: string,
    bytes: Uint8Array,
  ) => Promise<
    Result<
      { readonly type: "created"; readonly tag: string } | { readonly type: "exists" },
      GraphFault
    >
  >;
  /** Writes a file over, if it still is what `tag` names; creates it where `tag` is null and none is there. */
  readonly replace: (
    path: string,
    bytes: Uint8Array,
    tag: string | null,
  ) => Promise<
    Result<
      { readonly type: "written"; readonly tag: string } | { readonly type: "moved" },
      GraphFault
    >
  >;
  /** An absent file is no failure. */
  readonly remove: (path: string) => Promise<Result<null, GraphFault>>;
};

export type FolderItem = {
  readonly name: string;
  readonly kind: "file" | "folder";
  /** Changes with the content. */
  readonly tag: string;
  readonly size: number;
};
