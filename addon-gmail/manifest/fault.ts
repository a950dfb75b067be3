/** What is wrong with a manifest or with what it is pushed with; `at` is where, `value` what stands there. */
export type GmailFault = { readonly rule: GmailRule; readonly at: string; readonly value: string };

export const GMAIL_RULES = {
  json: "is not JSON",
  shape: "is missing, or of another form than Apps Script takes",
  unknown: "is no field that Relance needs",
  runtime: "is not the V8 runtime",
  logging: "lets Google's log keep the words of faults, which may be words of a mail",
  scope: "is a scope that Relance does not ask for",
  "scope-missing": "is a scope that is needed and not asked for",
  "scope-unneeded": "is a scope that nothing in the script needs any more",
  restricted: "is a restricted scope in the public manifest",
  twice: "stands there twice",
  whitelist: "is an address of another form than urlFetchWhitelist takes",
  "whitelist-missing": "is asked by the script and is in no urlFetchWhitelist",
  "whitelist-unneeded": "is in the urlFetchWhitelist and asked by nothing in the script",
  prefix: "is no https address up to a slash",
  "prefix-missing": "is opened by cards and is in no openLinkUrlPrefixes",
  "prefix-unneeded": "may be opened by cards, and none opens it",
  "function-missing": "is a function that the script does not have",
  "function-open": "is a function that anybody's page could call and nothing here does",
  sends: "has a call that sends or throws away mail, or asks for a whole mailbox or Drive",
  name: "is no name that the Marketplace takes: 1 to 50 characters, no version",
  label: "is longer than a menu shows",
  https: "is not an https address",
  logo: "is not a picture that Gmail shows: PNG, JPEG or GIF",
  placeholder: "is still a placeholder (-- --logo https://… puts yours in)",
  "runs-as": "lets a visitor of the web app act as whoever deployed it, or without an account",
  "web-app": "and the page that it shows go together: one of them is missing",
  "trigger-missing": "is missing: cards beside a mail, the home page, or beside a draft",
  files: "is a file that clasp would push and no project of ours has",
  "file-missing": "is a file of the project that clasp would not push",
  size: "is too large",
} as const;

export type GmailRule = keyof typeof GMAIL_RULES;

export const faultText = ({ rule, at, value }: GmailFault): string =>
  `${at} ${GMAIL_RULES[rule]}${value === "" ? "" : `: ${value}`}`;
