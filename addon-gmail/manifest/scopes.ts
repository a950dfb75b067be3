/** Which of the two manifests: the public one, or that of a firm which deploys Relance for itself. */
export type Variant = "public" | "full";

/**
 * What Google asks of an add-on with the scope: nothing more, a review of it, or a yearly assessment by a third party
 * (restricted), which Relance will not ask anybody to pay for.
 * https://developers.google.com/workspace/add-ons/concepts/workspace-scopes
 */
export type Tier = "plain" | "sensitive" | "restricted";

export type Scope = {
  readonly name: string;
  readonly tier: Tier;
  readonly variants: readonly Variant[];
  /** What in the built script needs it: where nothing matches, nobody needs the scope any more. */
  readonly needs: RegExp | null;
  /** Said to an administrator, and in the form of Google's review. */
  readonly why: string;
};

const AUTH = "https://www.googleapis.com/auth/";
const BOTH: readonly Variant[] = ["public", "full"];

const scope = (
  name: string,
  tier: Tier,
  needs: RegExp | null,
  why: string,
  variants: readonly Variant[] = BOTH,
): Scope => ({ name: AUTH + name, tier, needs, why, variants });

/** Every scope that Relance asks for, and nothing else may stand in a manifest. */
export const SCOPES: readonly Scope[] = [
  scope("gmail.addons.execute", "plain", null, "to be shown beside Gmail at all"),
  scope(
    "gmail.addons.current.message.readonly",
    "sensitive",
    /X-Goog-Gmail-Access-Token/i,
    "to read the mail that is open and the others of its thread, and to file them as they are",
  ),
  scope(
    "gmail.addons.current.action.compose",
    "plain",
    /\/drafts/,
    "to put the reminder that was clicked for into Drafts; it is never sent from here",
  ),
  scope(
    "drive.file",
    "plain",
    /googleapis\.com\/upload\/drive\/v3/,
    "to keep the journal and the mails in the folder Relance; it reaches no file that Relance did not make",
  ),
  scope(
    "drive.appdata",
    "plain",
    /appDataFolder/,
    "to keep what can be worked out again from the journal",
  ),
  scope("script.external_request", "sensitive", /UrlFetchApp\.fetch/, "to ask Gmail and Drive"),
  scope(
    "script.scriptapp",
    "sensitive",
    /ScriptApp\.newTrigger/,
    "to bring the list of today up to date every hour",
  ),
  scope("script.locale", "plain", null, "to speak the language of Gmail and know the time zone"),
  scope(
    "gmail.modify",
    "restricted",
    /includeSpamTrash|batchModify/,
    "to look for answers every hour over the whole mailbox, and to label the mails that were filed",
    ["full"],
  ),
];

export const scopesOf = (variant: Variant): readonly Scope[] =>
  SCOPES.filter(({ variants }) => variants.includes(variant));
