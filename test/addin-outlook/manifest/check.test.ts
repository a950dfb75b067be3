import { describe, expect, it } from "vitest";
import { checkManifest, DEVELOPMENT_ID } from "#outlook/manifest/check.ts";
import { MANIFEST_RULES } from "#outlook/manifest/fault.ts";
import type { ManifestFault, ManifestRule } from "#outlook/manifest/fault.ts";
import { pngSize } from "#outlook/manifest/png.ts";
import { manifestXml } from "#outlook/manifest/template.ts";
import { committed, deployed, readIcon } from "./manifest-config.ts";

const right = manifestXml(deployed, "mailbox");

const check = (xml: string, readFile = readIcon): readonly ManifestFault[] =>
  checkManifest(xml, { isRelease: true, readFile });

/** The text with one place changed; a pattern that is not there would test nothing. */
const changed = (from: string | RegExp, to: string): string => {
  const xml = right.replace(from, to);
  if (xml === right) throw new Error(`${String(from)} is not in the manifest`);
  return xml;
};

/** Every place, from the overrides of version 1.1 on. */
const changedInNew = (from: RegExp, to: string): string => {
  const [before = "", after = ""] = right.split(/(?=<VersionOverrides [^>]*V1_1)/);
  const xml = before + after.replace(from, to);
  if (xml === right) throw new Error(`${String(from)} is not in the newer overrides`);
  return xml;
};

const long = (length: number): string => "x".repeat(length);

/** For each rule, manifests that break it and nothing more than it drags along. */
const BROKEN: Readonly<Record<ManifestRule, readonly string[]>> = {
  xml: [changed("</OfficeApp>", ""), "", "<OfficeApp"],
  size: [changed("</OfficeApp>", `<!-- ${long(256 * 1024)} --></OfficeApp>`)],
  namespace: [
    changed('xsi:type="MailApp"', 'xsi:type="TaskPaneApp"'),
    changed("mailappversionoverrides/1.1", "mailappversionoverrides/1.2"),
    changed("officeappbasictypes/1.0", "officeappbasictypes/1.1"),
  ],
  unknown: [
    changed("<Hosts>", "<Methods /><Hosts>"),
    // The page lists it for task panes; Outlook's overrides know none.
    changed(
      '<SourceLocation resid="pane" />',
      '<TaskpaneId>a</TaskpaneId><SourceLocation resid="pane" />',
    ),
    changed(
      /<DesktopFormFactor>/,
      "<DesktopFormFactor><SupportsSharedFolders>true</SupportsSharedFolders>",
    ),
  ],
  order: [
    changed(/(<Id>.*<\/Id>)\s*(<Version>.*<\/Version>)/, "$2$1"),
    changed(/(<Permissions>.*<\/Permissions>)/, "").replace(
      "<FormSettings>",
      "<Permissions>ReadWriteMailbox</Permissions><FormSettings>",
    ),
    changed(/(<Supertip>[\s\S]*?<\/Supertip>)\s*(<Icon>[\s\S]*?<\/Icon>)/, "$2$1"),
    changed(
      /(<SourceLocation resid="pane" \/>)\s*(<SupportsPinning>.*<\/SupportsPinning>)/,
      "$2$1",
    ),
  ],
  repeated: [changed("<ProviderName>", "<ProviderName>a</ProviderName><ProviderName>")],
  missing: [
    changed(/<ProviderName>.*<\/ProviderName>/, ""),
    changed(/<Supertip>[\s\S]*?<\/Supertip>/, ""),
    changed(' id="relance-read-open"', ""),
  ],
  id: [changed(deployed.id, "relance"), changed(deployed.id, `{${deployed.id}}`)],
  version: ["0.9.0.0", "1.0.0.0.0", "1.123456", "1.0-beta", ""].map((version) =>
    changed("<Version>1.0.0.0<", `<Version>${version}<`),
  ),
  length: [
    changed('DisplayName DefaultValue="Relance"', `DisplayName DefaultValue="${long(126)}"`),
    changed("Dupont Conseil", long(126)),
    changed(/Description DefaultValue="[^"]+"/, `Description DefaultValue="${long(251)}"`),
    changed('Value="Ouvrir Relance"', `Value="${long(126)}"`),
    changed(/Value="Qui écrit[^"]+"/, `Value="${long(251)}"`),
  ],
  https: [
    changed("https://dupont-conseil.fr/aide", "http://dupont-conseil.fr/aide"),
    changed(/bt:Url id="pane" DefaultValue="https/, 'bt:Url id="pane" DefaultValue="http'),
    changed("https://dupont-conseil.fr/aide", "aide"),
  ],
  origin: [
    changed(
      /bt:Url id="pane" DefaultValue="[^"]+"/,
      'bt:Url id="pane" DefaultValue="https://dupont.fr/pane/index.html"',
    ),
    changed(
      /(<Form xsi:type="ItemEdit">\s*<DesktopSettings>\s*<SourceLocation DefaultValue=")[^"]+/,
      "$1https://dupont.fr/pane/index.html",
    ),
  ],
  "app-domain": [
    changed(/<AppDomain>[^<]+/, "$&/"),
    changed(/<AppDomain>[^<]+/, "<AppDomain>https://dupont.fr"),
    changed(/<AppDomain>https:\/\//, "<AppDomain>"),
    changed(/<AppDomains>[\s\S]*<\/AppDomains>/, ""),
  ],
  reference: [
    changed('Label resid="group"', 'Label resid="groups"'),
    changed('Label resid="group"', 'Label resid="read-text"'),
    // What the outer overrides hold is gone for the inner ones.
    changedInNew(/<bt:Url id="pane"/, '<bt:Url id="panel"'),
  ],
  unused: [
    changed(
      "<bt:ShortStrings>",
      '<bt:ShortStrings><bt:String id="old" DefaultValue="Old"><bt:Override Locale="fr-FR" Value="Vieux" /></bt:String>',
    ),
  ],
  "resource-id": [right.replaceAll('"read-title"', `"${long(33)}"`)],
  twice: [
    changed(
      "<bt:Urls>",
      '<bt:Urls><bt:Url id="pane" DefaultValue="https://relance.dupont-conseil.fr/pane/index.html" />',
    ),
    changed('id="relance-compose-open"', 'id="relance-read-open"'),
  ],
  icon: [
    changed("icon-64.png", "icon-80.png"),
    changed("icon-128.png", "icon-256.png"),
    changed(/(id="icon-80" DefaultValue="[^"]+)icon-80/, "$1icon-64"),
    changed('size="32" resid="icon-32"', 'size="32" resid="icon-16"'),
  ],
  "icon-sizes": [changed(/<bt:Image size="80" resid="icon-80" \/>/, "")],
  french: [
    changed(/<Override Locale="fr-FR" Value="Relance" \/>/, ""),
    changed('<bt:Override Locale="fr-FR" Value="Insérer une relance" />', ""),
  ],
  permission: [changed("ReadWriteMailbox", "ReadWrite")],
  requirement: [
    changed('MinVersion="1.8"', 'MinVersion="1.5"'),
    changed(
      '<Set Name="Mailbox" MinVersion="1.8" />',
      '<Set Name="NestedAppAuth" MinVersion="1.1" />',
    ),
    // Several messages came with 1.13.
    changed('DefaultMinVersion="1.13"', 'DefaultMinVersion="1.8"'),
  ],
  surface: [
    changed(/<VersionOverrides [^>]*V1_1[\s\S]*?<\/VersionOverrides>/, ""),
    changed("MessageComposeCommandSurface", "AppointmentOrganizerCommandSurface"),
    changedInNew(/MessageReadCommandSurface/, "AppointmentOrganizerCommandSurface"),
  ],
  pinning: [
    changed("<SupportsPinning>true", "<SupportsPinning>false"),
    changed(/<SupportsSharedFolders>true<\/SupportsSharedFolders>/, ""),
  ],
  several: [changed("<Permissions>ReadWriteMailbox", "<Permissions>ReadWriteItem")],
  placeholder: [
    changed(deployed.id, DEVELOPMENT_ID),
    changed(deployed.id, "00000000-0000-0000-0000-000000000000"),
    changed("Dupont Conseil", "PLACEHOLDER: who publishes it"),
    right.replaceAll("relance.dupont-conseil.fr", "localhost:3000"),
    changed("https://dupont-conseil.fr/aide", "https://www.example.org/aide"),
    changed("https://dupont-conseil.fr/aide", "https://127.0.0.1/aide"),
  ],
};

describe("the checker of manifests", () => {
  it("finds nothing wrong with either manifest of a deployment", () => {
    expect(check(manifestXml(deployed, "item"))).toEqual([]);
    expect(check(right)).toEqual([]);
  });

  it("knows each rule by manifests that break it", () => {
    expect(Object.keys(BROKEN).toSorted()).toEqual(Object.keys(MANIFEST_RULES).toSorted());
  });

  const cases = Object.entries(BROKEN).flatMap(([rule, texts]) =>
    texts.map((text, at) => [rule, at + 1, text] as const),
  );

  it.each(cases)("refuses a manifest by the rule %s (%i)", (rule, _, text) => {
    expect(check(text).map((fault) => fault.rule)).toContain(rule);
  });

  it("says where in the file a fault stands, and what stands there", () => {
    expect(check(changed('Label resid="group"', 'Label resid="groups"'))).toContainEqual({
      rule: "reference",
      at: "/OfficeApp/VersionOverrides/Hosts/Host/DesktopFormFactor/ExtensionPoint/OfficeTab[TabDefault]/Group[relance-read]/Label",
      value: "groups",
    });
  });

  it("lets placeholders pass on one's own machine, and refuses every one of them at release", () => {
    const xml = manifestXml(committed, "item");
    expect(checkManifest(xml, { isRelease: false, readFile: readIcon })).toEqual([]);
    const refused = check(xml);
    expect(new Set(refused.map(({ rule }) => rule))).toEqual(new Set(["placeholder"]));
    const values = refused.map(({ value }) => value);
    expect(values).toContain(committed.id);
    expect(values).toContain(committed.provider);
    expect(values).toContain(committed.supportUrl.fr);
    expect(values).toContain(`${committed.origin}/pane/index.html`);
  });

  it("misses an icon that is no picture at all", () => {
    const faults = check(right, (path) =>
      path.includes("-16") ? new Uint8Array(40) : readIcon(path),
    );
    expect(new Set(faults.map(({ rule }) => rule))).toEqual(new Set(["icon"]));
  });
});

describe("the size of a PNG", () => {
  it("is read out of its header", () => {
    expect(pngSize(readIcon("assets/icon-80.png") ?? new Uint8Array())).toEqual({
      width: 80,
      height: 80,
    });
  });

  it("is none for what is cut short or something else", () => {
    const png = readIcon("assets/icon-16.png") ?? new Uint8Array();
    expect(pngSize(png.slice(0, 20))).toBeNull();
    expect(pngSize(new Uint8Array(64))).toBeNull();
  });
});
