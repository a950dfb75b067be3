import type { GmailFault, GmailRule } from "./fault.ts";
import { scopesOf, SCOPES } from "./scopes.ts";
import type { Variant } from "./scopes.ts";
import { manifestShape } from "./shape.ts";
import type { GmailManifest } from "./shape.ts";

/** What a manifest is pushed with. */
export type GmailProgram = {
  /** Functions at the top of Code.js. */
  readonly functions: readonly string[];
  /** All of the script, the packed parts unpacked. */
  readonly script: string;
  /** Whether the project has the page that the web app shows. */
  readonly hasDesk: boolean;
};

export type ManifestCheck = {
  readonly variant: Variant;
  /** Refuses what stands there for the time being. */
  readonly isRelease: boolean;
  /** Null: the manifest alone is looked at. */
  readonly program: GmailProgram | null;
};

const NAME_CHARS_MAX = 50;
/** Longer ones are cut in Gmail's own menu; no page says where. */
const LABEL_CHARS_MAX = 40;

/** Whom somebody calls by name besides the manifest: the clicks of cards, the hourly job; the web app and its page. */
const CALLED = ["onAction", "onHourly"];
const CALLED_OF_DESK = ["doGet", "callDesk"];

/** The picture that a manifest has until somebody hosts their own, and addresses that nobody can have (RFC 2606). */
const PLACEHOLDER =
  /^https:\/\/www\.gstatic\.com\/|^https?:\/\/localhost|[./](?:example|invalid|test)(?:[:/.]|$)|example\.(?:com|net|org)|placeholder/i;

/** Everything that is wrong with a manifest, without a network. */
export const checkManifest = (text: string, check: ManifestCheck): readonly GmailFault[] => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    return [fault("json", "appsscript.json", cause instanceof Error ? cause.message : "")];
  }
  const read = manifestShape.safeParse(json);
  if (!read.success) {
    return read.error.issues.map((issue) => {
      const at = issue.path.join(".");
      return issue.code === "unrecognized_keys"
        ? fault("unknown", at === "" ? issue.keys.join(", ") : `${at}.${issue.keys.join(", ")}`)
        : fault("shape", at);
    });
  }
  const manifest = read.data;
  return [
    ...settingFaults(manifest, check),
    ...scopeFaults(manifest, check),
    ...addressFaults(manifest, check),
    ...wordFaults(manifest, check),
    ...functionFaults(manifest, check),
    ...sendFaults(check),
  ];
};

const fault = (rule: GmailRule, at: string, value = ""): GmailFault => ({ rule, at, value });

const settingFaults = (
  { runtimeVersion, exceptionLogging, webapp }: GmailManifest,
  { program }: ManifestCheck,
): readonly GmailFault[] => [
  ...(runtimeVersion === "V8" ? [] : [fault("runtime", "runtimeVersion", runtimeVersion)]),
  ...(exceptionLogging === "NONE" ? [] : [fault("logging", "exceptionLogging", exceptionLogging)]),
  ...(webapp === undefined ? [] : webAppFaults(webapp)),
  // The page without its address would never be opened, and the address without its page shows Google's error.
  ...(program === null || program.hasDesk === (webapp !== undefined)
    ? []
    : [fault("web-app", "webapp")]),
];

/** Whoever opens the address sees their own ledger, in their own account. */
const webAppFaults = ({
  executeAs,
  access,
}: NonNullable<GmailManifest["webapp"]>): readonly GmailFault[] => [
  ...(executeAs === "USER_ACCESSING" ? [] : [fault("runs-as", "webapp.executeAs", executeAs)]),
  ...(["MYSELF", "DOMAIN", "ANYONE"].includes(access)
    ? []
    : [fault("runs-as", "webapp.access", access)]),
];

const scopeFaults = (
  { oauthScopes }: GmailManifest,
  { variant, program }: ManifestCheck,
): readonly GmailFault[] => {
  const wanted = scopesOf(variant);
  return [
    ...oauthScopes.flatMap((name) => {
      const known = SCOPES.find((one) => one.name === name);
      if (known === undefined) return [fault("scope", "oauthScopes", name)];
      if (wanted.includes(known)) return [];
      return [fault(known.tier === "restricted" ? "restricted" : "scope", "oauthScopes", name)];
    }),
    ...wanted.flatMap(({ name, needs }) => [
      ...(oauthScopes.includes(name) ? [] : [fault("scope-missing", "oauthScopes", name)]),
      ...(program === null || needs === null || needs.test(program.script)
        ? []
        : [fault("scope-unneeded", "oauthScopes", name)]),
    ]),
    ...twice("oauthScopes", oauthScopes),
  ];
};

const twice = (at: string, values: readonly string[]): readonly GmailFault[] =>
  values.flatMap((value, index) =>
    values.indexOf(value) < index ? [fault("twice", at, value)] : [],
  );

/** Addresses of Google's APIs as they stand in the script, up to where something is put in. */
const asked = (script: string): readonly string[] => [
  ...new Set(script.match(/https:\/\/[a-z]+\.googleapis\.com\/[a-z0-9/]+/g) ?? []),
];

const OPENED = ["https://mail.google.com/", "https://script.google.com/"];

const addressFaults = (
  { urlFetchWhitelist, addOns }: GmailManifest,
  { program }: ManifestCheck,
): readonly GmailFault[] => {
  const { openLinkUrlPrefixes } = addOns.common;
  const addresses = program === null ? [] : asked(program.script);
  return [
    ...urlFetchWhitelist.flatMap((prefix) => [
      // Google takes a domain alone with a path, at least a slash; a wildcard would let a token go anywhere below it.
      ...(/^https:\/\/[a-z0-9.-]+\/(?:[a-z0-9/]+\/)?$/.test(prefix)
        ? []
        : [fault("whitelist", "urlFetchWhitelist", prefix)]),
      ...(program === null || addresses.some((one) => `${one}/`.startsWith(prefix))
        ? []
        : [fault("whitelist-unneeded", "urlFetchWhitelist", prefix)]),
    ]),
    ...addresses
      .filter((one) => !urlFetchWhitelist.some((prefix) => `${one}/`.startsWith(prefix)))
      .map((one) => fault("whitelist-missing", "urlFetchWhitelist", one)),
    ...twice("urlFetchWhitelist", urlFetchWhitelist),
    ...openLinkUrlPrefixes.flatMap((prefix) => {
      if (!/^https:\/\/[a-z0-9.-]+\/(?:[\w/-]+\/)?$/.test(prefix))
        return [fault("prefix", "openLinkUrlPrefixes", prefix)];
      return OPENED.includes(prefix)
        ? []
        : [fault("prefix-unneeded", "openLinkUrlPrefixes", prefix)];
    }),
    ...OPENED.filter((one) => !openLinkUrlPrefixes.includes(one)).map((one) =>
      fault("prefix-missing", "openLinkUrlPrefixes", one),
    ),
  ];
};

const wordFaults = (
  { addOns: { common, gmail } }: GmailManifest,
  { isRelease }: ManifestCheck,
): readonly GmailFault[] => {
  const { name, logoUrl, universalActions } = common;
  const labels = [
    ...universalActions.map(({ label }) => label),
    ...gmail.composeTrigger.selectActions.map(({ text }) => text),
  ];
  return [
    ...(name.trim() === "" || name.length > NAME_CHARS_MAX || /\d\.\d/.test(name)
      ? [fault("name", "addOns.common.name", name)]
      : []),
    ...labels
      .filter((label) => label.trim() === "" || label.length > LABEL_CHARS_MAX)
      .map((label) => fault("label", "label", label)),
    ...twice("label", labels),
    ...(/^https:\/\/[a-z0-9.-]+\/\S+$/i.test(logoUrl)
      ? []
      : [fault("https", "addOns.common.logoUrl", logoUrl)]),
    // Gmail draws no SVG: developers.google.com/workspace/add-ons/guides/workspace-restrictions.
    ...(/\.(?:png|jpe?g|gif)$/i.test(logoUrl)
      ? []
      : [fault("logo", "addOns.common.logoUrl", logoUrl)]),
    ...(isRelease && PLACEHOLDER.test(logoUrl)
      ? [fault("placeholder", "addOns.common.logoUrl", logoUrl)]
      : []),
  ];
};

/**
 * Scopes that let a draft be made would let it be sent too, and Google has none that does not. So that nobody need take
 * our word for it: the script has no call that sends, and none that throws away.
 */
const SENDS =
  /\/(?:messages|drafts|threads)\/(?:send|batchDelete|import|insert)\b|\/trash\b|\b(?:MailApp|GmailApp|DriveApp)\b|sendEmail/;

const sendFaults = ({ program }: ManifestCheck): readonly GmailFault[] => {
  const found = program === null ? null : SENDS.exec(program.script);
  return found === null ? [] : [fault("sends", "Code.js", found[0])];
};

type Named = readonly [at: string, name: string];

const namedAt = (at: string, name: string): Named => [at, name];

const functionFaults = (
  { addOns: { common, gmail } }: GmailManifest,
  { program }: ManifestCheck,
): readonly GmailFault[] => {
  const named: readonly Named[] = [
    ["addOns.common.homepageTrigger", common.homepageTrigger.runFunction],
    ...common.universalActions.map(({ runFunction }) => namedAt("universalActions", runFunction)),
    ...gmail.contextualTriggers.map((one) => namedAt("contextualTriggers", one.onTriggerFunction)),
    ...gmail.composeTrigger.selectActions.map((one) => namedAt("composeTrigger", one.runFunction)),
  ];
  return [
    ...(gmail.contextualTriggers.length === 1
      ? []
      : [fault("trigger-missing", "contextualTriggers")]),
    ...(gmail.composeTrigger.selectActions.length > 0
      ? []
      : [fault("trigger-missing", "composeTrigger")]),
    ...(program === null ? [] : surfaceFaults(named, program)),
  ];
};

/**
 * A page of the web app may call every function at the top of a script, so that list is closed: what is named, and what
 * we know to be called.
 */
const surfaceFaults = (
  named: readonly Named[],
  { functions, hasDesk }: GmailProgram,
): readonly GmailFault[] => {
  const called = [...CALLED, ...(hasDesk ? CALLED_OF_DESK : [])];
  const wanted = [...named, ...called.map((name) => namedAt("Code.js", name))];
  return [
    ...wanted.flatMap(([at, name]) =>
      functions.includes(name) ? [] : [fault("function-missing", at, name)],
    ),
    ...functions
      .filter((name) => !wanted.some(([, one]) => one === name))
      .map((name) => fault("function-open", "Code.js", name)),
  ];
};
