import type { Account } from "../account.ts";
import type { Manifest } from "../manifest.ts";
import type { Run } from "./run.ts";

/** What the services of one execution stand on. */
export type World = {
  readonly account: Account;
  readonly manifest: Manifest;
  readonly files: Readonly<Record<string, string>>;
  readonly run: Run;
  /** The mail beside which the add-on runs; null for triggers, the editor and web apps. */
  readonly mail: OpenMail | null;
  /** Names of the functions at the top of the scripts. */
  readonly declared: ReadonlySet<string>;
  readonly webAppUrl: string | null;
  /** The token that `ScriptApp.getOAuthToken` gives in this execution. */
  readonly token: string;
};

export type OpenMail = {
  readonly messageId: string;
  readonly threadId: string;
  /** What the event object carries; Google hands out another for every event. */
  readonly accessToken: string;
  /** After a click the token also lets drafts be made; when a mail is opened it only lets read. */
  readonly isClick: boolean;
};
