import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkManifest, type GmailProgram } from "#gmail/manifest/check.ts";
import { faultText, GMAIL_RULES } from "#gmail/manifest/fault.ts";
import { SCOPES, scopesOf, type Variant } from "#gmail/manifest/scopes.ts";
import { ROOT } from "../../../scripts/programs.mjs";
import { readManifest } from "../../hosts/apps-script/manifest.ts";

const read = (variant: Variant): string =>
  readFileSync(
    join(ROOT, variant === "public" ? "appsscript.json" : "addon-gmail/appsscript.full.json"),
    "utf8",
  );

const AUTH = "https://www.googleapis.com/auth/";

/** A script that needs all that the full manifest asks for, and nothing more. */
const PROGRAM: GmailProgram = {
  functions:
    "onHomepage onMessage onCompose onAction onHourly onSettings onSearch onDiagnose doGet callDesk".split(
      " ",
    ),
  script: `
    var GMAIL = "https://gmail.googleapis.com/gmail/v1/users/me";
    var UPLOAD = "https://gmail.googleapis.com/upload/gmail/v1/users/me";
    var FILES = "https://www.googleapis.com/drive/v3/files";
    var NEW_FILES = "https://www.googleapis.com/upload/drive/v3/files";
    UrlFetchApp.fetchAll([{ headers: { "X-Goog-Gmail-Access-Token": "…" }, url: GMAIL + "/drafts" }]);
    ScriptApp.newTrigger("onHourly"); "appDataFolder"; "/messages/batchModify";
  `,
  hasDesk: true,
};

/** A manifest that a test puts something wrong into. */
type Loose = ReturnType<typeof JSON.parse>;
type Change = (manifest: Loose) => void;

const faultsOf = (
  change: Change,
  more: { readonly variant?: Variant; readonly program?: Partial<GmailProgram> } = {},
  isRelease = false,
): readonly string[] => {
  const variant = more.variant ?? "public";
  const manifest: Loose = JSON.parse(read(variant));
  change(manifest);
  return checkManifest(JSON.stringify(manifest), {
    variant,
    isRelease,
    program: { ...PROGRAM, ...more.program },
  }).map(({ rule, at, value }) => [rule, at, value].filter(Boolean).join(" "));
};

describe("the two manifests", () => {
  it.each(["public", "full"] as const)("have no fault: %s", (variant) => {
    expect(faultsOf(() => undefined, { variant })).toEqual([]);
  });

  it.each(["public", "full"] as const)("are taken by the emulated Apps Script: %s", (variant) => {
    const manifest = readManifest(read(variant));
    expect(manifest.addOn.contextual).toBe("onMessage");
    expect(manifest.webapp?.executeAs).toBe("USER_ACCESSING");
  });

  it("differ in the restricted scope and in who opens the desk, and in nothing else", () => {
    const [open, full] = (["public", "full"] as const).map((variant): Loose =>
      JSON.parse(read(variant)),
    );
    expect(full).toEqual({
      ...open,
      oauthScopes: [...(open!["oauthScopes"] as string[]), `${AUTH}gmail.modify`],
      webapp: { executeAs: "USER_ACCESSING", access: "DOMAIN" },
    });
  });

  it("ask in public for nothing restricted", () => {
    expect(scopesOf("public").filter(({ tier }) => tier === "restricted")).toEqual([]);
    expect(scopesOf("public").map(({ name }) => name)).toEqual(
      (JSON.parse(read("public")) as { oauthScopes: string[] }).oauthScopes,
    );
    for (const { why } of SCOPES) expect(why).toMatch(/^to /);
  });
});

describe("a manifest is refused", () => {
  const common = (manifest: Loose): Loose => manifest["addOns"].common;
  const gmail = (manifest: Loose): Loose => manifest["addOns"].gmail;

  it.each<[string, Change, string]>([
    [
      "a restricted scope in public",
      (one) => one["oauthScopes"].push(`${AUTH}gmail.modify`),
      `restricted oauthScopes ${AUTH}gmail.modify`,
    ],
    [
      "a scope nobody thought about",
      (one) => one["oauthScopes"].push("https://mail.google.com/"),
      "scope oauthScopes https://mail.google.com/",
    ],
    [
      "a scope that is gone",
      (one) => one["oauthScopes"].shift(),
      `scope-missing oauthScopes ${AUTH}gmail.addons.execute`,
    ],
    [
      "a scope twice",
      (one) => one["oauthScopes"].push(`${AUTH}drive.file`),
      `twice oauthScopes ${AUTH}drive.file`,
    ],
    [
      "the old runtime",
      (one) => (one["runtimeVersion"] = "DEPRECATED_ES5"),
      "runtime runtimeVersion DEPRECATED_ES5",
    ],
    [
      "faults in Google's log",
      (one) => (one["exceptionLogging"] = "STACKDRIVER"),
      "logging exceptionLogging STACKDRIVER",
    ],
    [
      "a page that acts as who deployed it",
      (one) => (one["webapp"].executeAs = "USER_DEPLOYING"),
      "runs-as webapp.executeAs USER_DEPLOYING",
    ],
    [
      "a page for people without an account",
      (one) => (one["webapp"].access = "ANYONE_ANONYMOUS"),
      "runs-as webapp.access ANYONE_ANONYMOUS",
    ],
    ["no web app beside a page", (one) => delete one["webapp"], "web-app webapp"],
    [
      "an address that nothing asks",
      (one) => one["urlFetchWhitelist"].push("https://evil.example/"),
      "whitelist-unneeded urlFetchWhitelist https://evil.example/",
    ],
    [
      "a wildcard that a token could leave by",
      (one) => one["urlFetchWhitelist"].push("https://*.googleapis.com/"),
      "whitelist urlFetchWhitelist https://*.googleapis.com/",
    ],
    [
      "an API that is asked and not listed",
      (one) => one["urlFetchWhitelist"].pop(),
      "whitelist-missing urlFetchWhitelist https://www.googleapis.com/upload/drive/v3/files",
    ],
    [
      "links that cards may not open",
      (one) => (common(one)["openLinkUrlPrefixes"] = ["https://mail.google.com/"]),
      "prefix-missing openLinkUrlPrefixes https://script.google.com/",
    ],
    [
      "links to anywhere",
      (one) => common(one)["openLinkUrlPrefixes"].push("https://example.org/"),
      "prefix-unneeded openLinkUrlPrefixes https://example.org/",
    ],
    [
      "links without https",
      (one) => common(one)["openLinkUrlPrefixes"].push("http://mail.google.com/"),
      "prefix openLinkUrlPrefixes http://mail.google.com/",
    ],
    [
      "a trigger without a function",
      (one) => (gmail(one)["contextualTriggers"][0].onTriggerFunction = "onMail"),
      "function-missing contextualTriggers onMail",
    ],
    [
      "no card beside a mail",
      (one) => (gmail(one)["contextualTriggers"] = []),
      "trigger-missing contextualTriggers",
    ],
    [
      "a logo that is not https",
      (one) => (common(one)["logoUrl"] = "http://relance.fr/logo.png"),
      "https addOns.common.logoUrl http://relance.fr/logo.png",
    ],
    [
      "a logo that Gmail does not draw",
      (one) => (common(one)["logoUrl"] = "https://relance.fr/logo.svg"),
      "logo addOns.common.logoUrl https://relance.fr/logo.svg",
    ],
    [
      "a name with a version",
      (one) => (common(one)["name"] = "Relance 1.2"),
      "name addOns.common.name Relance 1.2",
    ],
    [
      "a label that a menu cuts",
      (one) => (common(one)["universalActions"][0].label = "x".repeat(41)),
      `label label ${"x".repeat(41)}`,
    ],
    [
      "a service nobody needs",
      (one) => (one["dependencies"] = { enabledAdvancedServices: [] }),
      "unknown dependencies",
    ],
    [
      "no language of the user",
      (one) => delete common(one)["useLocaleFromApp"],
      "shape addOns.common.useLocaleFromApp",
    ],
  ])("for %s", (_, change, fault) => {
    expect(faultsOf(change)).toContain(fault);
  });

  it("for a scope, an address or a function that the script does not need any more", () => {
    const idle = { program: { script: "nothing" } };
    expect(faultsOf(() => undefined, idle)).toEqual(
      expect.arrayContaining([
        `scope-unneeded oauthScopes ${AUTH}drive.appdata`,
        "whitelist-unneeded urlFetchWhitelist https://www.googleapis.com/drive/v3/",
      ]),
    );
    const open = { program: { functions: [...PROGRAM.functions, "eraseAll"] } };
    expect(faultsOf(() => undefined, open)).toEqual(["function-open Code.js eraseAll"]);
  });

  it.each([
    "/drafts/send",
    "/messages/send?alt=json",
    "/messages/1/trash",
    "GmailApp",
    "sendEmail",
  ])("for a script that sends or throws away: %s", (call) => {
    const program = { script: `${PROGRAM.script} "${call}"` };
    expect(faultsOf(() => undefined, { program })).toEqual([
      expect.stringMatching(/^sends Code\.js /),
    ]);
  });

  it("for functions of a page that is not there", () => {
    const bare = { program: { hasDesk: false } };
    expect(faultsOf((one) => delete one["webapp"], bare)).toEqual([
      "function-open Code.js doGet",
      "function-open Code.js callDesk",
    ]);
  });

  it("for a release with the picture that stands there for the time being, and not with one's own", () => {
    expect(faultsOf(() => undefined, {}, true)).toEqual([
      "placeholder addOns.common.logoUrl https://www.gstatic.com/images/icons/material/system/1x/label_googblue_24dp.png",
    ]);
    for (const logo of ["https://relance.example/a.png", "https://placeholder.invalid/a.png"])
      expect(faultsOf((one) => (common(one)["logoUrl"] = logo), {}, true)).toHaveLength(1);
    expect(
      faultsOf((one) => (common(one)["logoUrl"] = "https://relance.fr/logo.png"), {}, true),
    ).toEqual([]);
  });

  it("for a text that is no JSON, in words", () => {
    const [fault] = checkManifest("{", { variant: "public", isRelease: false, program: null });
    expect(faultText(fault!)).toMatch(/^appsscript\.json is not JSON: /);
    for (const words of Object.values(GMAIL_RULES)) expect(words.length).toBeGreaterThan(5);
  });
});
