import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { graphConfigOf } from "#outlook/graph/config.ts";
import { parseConfig } from "#outlook/manifest/config.ts";
import { deploymentOf } from "#outlook/manifest/deployment.ts";
import { contentSecurityPolicy, headersExample, headersOf } from "#outlook/manifest/headers.ts";
import { manifestXml } from "#outlook/manifest/template.ts";
import { manifestTree, walk } from "#outlook/manifest/tree.ts";
import { ROOT } from "../../../scripts/programs.mjs";
import { committedText, deployed, readIcon } from "./manifest-config.ts";

const made = (text: string, origin: string | null = null, isRelease = false) =>
  deploymentOf(text, { origin, isRelease, readFile: readIcon });

const attributesIn = (xml: string): readonly string[] =>
  walk(manifestTree(xml)).flatMap(({ attributes }) => Object.values(attributes));

describe("what a deployment is made of", () => {
  it("is, on localhost, the two manifests at the root of the repository", () => {
    const here = made(committedText);
    if (!here.ok) throw new Error(here.error.join("\n"));
    for (const name of ["manifest.xml", "manifest.full.xml"]) {
      // `npm run manifest:outlook` writes them.
      expect(readFileSync(join(ROOT, name), "utf8"), name).toBe(here.value.files[name]);
    }
  });

  it("bears the origin that was asked for, everywhere", () => {
    const there = made(committedText, "https://relance.dupont-conseil.fr");
    if (!there.ok) throw new Error(there.error.join("\n"));
    for (const name of ["manifest.xml", "manifest.full.xml"]) {
      expect(there.value.files[name]).not.toContain("localhost");
      expect(there.value.files[name]).toContain(
        'DefaultValue="https://relance.dupont-conseil.fr/pane/index.html"',
      );
    }
  });

  it.each([
    "https://relance.dupont-conseil.fr/",
    "https://dupont.fr/relance",
    "http://dupont.fr",
    "dupont.fr",
  ])("is nothing on %s, which is no origin", (origin) => {
    const there = made(committedText, origin);
    expect(there.ok).toBe(false);
  });

  it("is refused at release, fault by fault, while placeholders stand in the configuration", () => {
    const there = made(committedText, null, true);
    if (there.ok) throw new Error("a release of placeholders");
    expect(there.error.join("\n")).toContain(
      "manifest.xml: /OfficeApp/ProviderName is still a placeholder",
    );
    expect(there.error.join("\n")).toContain(
      "manifest.full.xml: /OfficeApp/Id is still a placeholder",
    );
    expect(made(JSON.stringify(deployed), null, true).ok).toBe(true);
  });

  it("holds a client id that is one, or none", () => {
    const none = made(committedText);
    expect(none.ok && JSON.parse(none.value.files["config.json"] ?? "")).toEqual({
      clientId: null,
      tenant: "organizations",
    });
    // Where there is none, the pane signs nobody in.
    expect(graphConfigOf({ clientId: null, tenant: "organizations" })).toBeNull();
    const given = made(JSON.stringify(deployed));
    expect(given.ok && JSON.parse(given.value.files["config.json"] ?? "")).toMatchObject({
      clientId: deployed.clientId,
    });
    expect(given.ok && graphConfigOf(JSON.parse(given.value.files["config.json"] ?? ""))).toEqual({
      clientId: deployed.clientId,
      tenant: "organizations",
    });
    const wrong = made(JSON.stringify({ ...deployed, clientId: "relance" }));
    expect(wrong.ok ? [] : wrong.error.join("\n")).toContain("clientId: relance");
    const nobody = made(
      JSON.stringify({ ...deployed, clientId: "00000000-0000-0000-0000-000000000000" }),
    );
    expect(nobody.ok ? [] : nobody.error.join("\n")).toContain("clientId: 00000000");
    const elsewhere = made(JSON.stringify({ ...deployed, tenant: "https://login.dupont.fr/x" }));
    expect(elsewhere.ok).toBe(false);
  });

  it("names every field that the configuration lacks, or has too many", () => {
    const { provider: _, ...lacking } = deployed;
    const read = parseConfig(JSON.stringify({ ...lacking, owner: "dupont" }));
    expect(read.ok ? "" : read.error.join("\n")).toMatch(/provider/);
    expect(read.ok ? "" : read.error.join("\n")).toMatch(/owner/);
    expect(parseConfig("{").ok).toBe(false);
  });
});

describe("the manifest", () => {
  it("escapes whatever a name holds", () => {
    const name = { en: 'Dupont & "Fils" <SARL>', fr: "Dupont & « Fils »" };
    const xml = manifestXml({ ...deployed, name }, "item");
    expect(attributesIn(xml)).toContain(name.en);
    expect(attributesIn(xml)).toContain(name.fr);
  });

  it("asks for the mailbox only where several messages are taken", () => {
    const item = manifestXml(deployed, "item");
    const mailbox = manifestXml(deployed, "mailbox");
    expect(item).toContain("<Permissions>ReadWriteItem</Permissions>");
    expect(item).not.toContain("SupportsMultiSelect");
    expect(mailbox).toContain("<Permissions>ReadWriteMailbox</Permissions>");
    expect(mailbox).toContain("<SupportsMultiSelect>true</SupportsMultiSelect>");
    // One identity: the second replaces the first.
    expect(/<Id>.*<\/Id>/.exec(item)?.[0]).toBe(/<Id>.*<\/Id>/.exec(mailbox)?.[0]);
  });
});

describe("the headers of the folder", () => {
  it("let Outlook frame the pane, and office.js, sign-in and Graph through; no inline script, nobody else", () => {
    const policy = contentSecurityPolicy();
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/script-src 'self' https:\/\/appsforoffice\.microsoft\.com [^;]*;/);
    expect(policy).toMatch(/frame-ancestors [^;]*https:\/\/outlook\.office\.com/);
    expect(policy).toMatch(/connect-src [^;]*https:\/\/graph\.microsoft\.com/);
    expect(policy.replace("style-src 'self' 'unsafe-inline'", "")).not.toMatch(
      /unsafe|\*(?!\.sharepoint\.com)/,
    );
  });

  it("never stop the frame or the dialog, and never tell Office to forget an icon", () => {
    for (const path of [
      "pane/index.html",
      "desk/index.html",
      "assets/icon-16.png",
      "code/a-1.js",
    ]) {
      const names = Object.keys(headersOf(path));
      expect(names).not.toContain("X-Frame-Options");
      expect(names).not.toContain("Cross-Origin-Opener-Policy");
    }
    expect(headersOf("assets/icon-16.png")["Cache-Control"]).toBeUndefined();
    expect(headersOf("code/pane-1.js")["Cache-Control"]).toContain("immutable");
    expect(headersOf("pane/index.html")["Cache-Control"]).toBe("no-cache");
  });

  it("stand in the example, and in the guide for nginx, as they are served here", () => {
    expect(headersExample()).toContain(`Content-Security-Policy: ${contentSecurityPolicy()}`);
    for (const page of ["docs/outlook/deploy.md", "docs/outlook/deploy.fr.md"]) {
      expect(existsSync(join(ROOT, page))).toBe(true);
      expect(readFileSync(join(ROOT, page), "utf8")).toContain(contentSecurityPolicy());
    }
  });
});
