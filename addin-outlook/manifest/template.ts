import type { InBoth, OutlookConfig } from "./config.ts";

/**
 * The two manifests: `item` asks for the open mail alone; `mailbox` for several selected mails and for our own
 * categories besides. One or the other is added, under the same identity.
 */
export type ManifestKind = "item" | "mailbox";

export const MANIFEST_NAMES: Readonly<Record<ManifestKind, string>> = {
  item: "manifest.xml",
  mailbox: "manifest.full.xml",
};

/** The pages that Outlook opens, below the origin. */
export const PANE_PATH = "pane/index.html";

/** Outlook shows English wherever its language is none of these: it matches whole names, not languages. */
const FRENCH_LOCALES = ["fr-FR", "fr-BE", "fr-CA", "fr-CH", "fr-LU"];

/** Headers and attachments of the open mail need 1.8; whatever is newer is asked for at run time. */
const MAILBOX_MIN = "1.8";
/** Several selected messages came with 1.13: an older client takes the outer overrides, which know nothing of them. */
const SEVERAL_MIN = "1.13";

const OVERRIDES = "http://schemas.microsoft.com/office/mailappversionoverrides";

/** An element of the manifest: attributes, and either text or elements. */
type Element = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly inner: string | readonly Element[];
};

const el = (
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  inner: string | readonly Element[] = [],
): Element => ({ name, attributes, inner });

/** The manifest of a deployment, as Outlook takes it. */
export const manifestXml = (config: OutlookConfig, kind: ManifestKind): string => {
  const address = (path: string): string => `${config.origin}/${path}`;
  const icon = (size: number): string => address(`${config.icons}-${String(size)}.png`);
  const localised = (name: string, { en, fr }: InBoth): Element =>
    el(name, { DefaultValue: en }, overridesOf("Override", fr));
  const page = el("SourceLocation", { DefaultValue: address(PANE_PATH) });
  const app = el(
    "OfficeApp",
    {
      xmlns: "http://schemas.microsoft.com/office/appforoffice/1.1",
      "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
      "xmlns:bt": "http://schemas.microsoft.com/office/officeappbasictypes/1.0",
      "xsi:type": "MailApp",
    },
    [
      el("Id", {}, config.id),
      el("Version", {}, config.version),
      el("ProviderName", {}, config.provider),
      el("DefaultLocale", {}, "en-US"),
      localised("DisplayName", config.name),
      localised("Description", config.description),
      el("IconUrl", { DefaultValue: icon(64) }),
      el("HighResolutionIconUrl", { DefaultValue: icon(128) }),
      localised("SupportUrl", config.supportUrl),
      el("AppDomains", {}, [el("AppDomain", {}, config.origin)]),
      el("Hosts", {}, [el("Host", { Name: "Mailbox" })]),
      el("Requirements", {}, [
        el("Sets", {}, [el("Set", { Name: "Mailbox", MinVersion: MAILBOX_MIN })]),
      ]),
      el("FormSettings", {}, [
        el("Form", { "xsi:type": "ItemRead" }, [
          el("DesktopSettings", {}, [page, el("RequestedHeight", {}, "250")]),
        ]),
        el("Form", { "xsi:type": "ItemEdit" }, [el("DesktopSettings", {}, [page])]),
      ]),
      el("Permissions", {}, kind === "item" ? "ReadWriteItem" : "ReadWriteMailbox"),
      el("Rule", { "xsi:type": "RuleCollection", Mode: "Or" }, [
        el("Rule", { "xsi:type": "ItemIs", ItemType: "Message", FormType: "Read" }),
        el("Rule", { "xsi:type": "ItemIs", ItemType: "Message", FormType: "Edit" }),
      ]),
      el("DisableEntityHighlighting", {}, "true"),
      // Each version of the overrides replaces the one around it, resources included: both are whole.
      versionOverrides("1.0", kind, address, icon),
    ],
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(app, "")}`;
};

const versionOverrides = (
  version: "1.0" | "1.1",
  kind: ManifestKind,
  address: (path: string) => string,
  icon: (size: number) => string,
): Element => {
  const isNew = version === "1.1";
  const isSeveral = isNew && kind === "mailbox";
  return el(
    "VersionOverrides",
    isNew
      ? { xmlns: `${OVERRIDES}/1.1`, "xsi:type": "VersionOverridesV1_1" }
      : { xmlns: OVERRIDES, "xsi:type": "VersionOverridesV1_0" },
    [
      el("Requirements", {}, [
        el("bt:Sets", { DefaultMinVersion: isSeveral ? SEVERAL_MIN : MAILBOX_MIN }, [
          el("bt:Set", { Name: "Mailbox" }),
        ]),
      ]),
      el("Hosts", {}, [
        el("Host", { "xsi:type": "MailHost" }, [
          el("DesktopFormFactor", {}, [
            ...(isNew ? [el("SupportsSharedFolders", {}, "true")] : []),
            surface("MessageReadCommandSurface", "read", [
              ...(isNew ? [el("SupportsPinning", {}, "true")] : []),
              ...(isSeveral
                ? [el("SupportsNoItemContext", {}, "true"), el("SupportsMultiSelect", {}, "true")]
                : []),
            ]),
            surface(
              "MessageComposeCommandSurface",
              "compose",
              isNew ? [el("SupportsPinning", {}, "true")] : [],
            ),
          ]),
        ]),
      ]),
      el("Resources", {}, [
        el(
          "bt:Images",
          {},
          [16, 32, 80].map((size) =>
            el("bt:Image", { id: `icon-${String(size)}`, DefaultValue: icon(size) }),
          ),
        ),
        el("bt:Urls", {}, [el("bt:Url", { id: "pane", DefaultValue: address(PANE_PATH) })]),
        el("bt:ShortStrings", {}, [
          wording("group", { en: "Relance", fr: "Relance" }),
          wording("open", { en: "Relance", fr: "Relance" }),
          wording("read-title", { en: "Open Relance", fr: "Ouvrir Relance" }),
          wording("compose-title", { en: "Insert a reminder", fr: "Insérer une relance" }),
        ]),
        el("bt:LongStrings", {}, [
          wording("read-text", {
            en: "Who wrote, what they owe, what they answered, and the next step.",
            fr: "Qui écrit, ce qu'il doit, ce qu'il répond, et l'étape suivante.",
          }),
          wording("compose-text", {
            en: "Puts the text and the recipients of the next reminder into this draft. You send it.",
            fr: "Met dans ce brouillon le texte et les destinataires de la relance. Vous l'envoyez.",
          }),
        ]),
      ]),
      ...(isNew ? [] : [versionOverrides("1.1", kind, address, icon)]),
    ],
  );
};

const surface = (type: string, name: "read" | "compose", supports: readonly Element[]): Element =>
  el("ExtensionPoint", { "xsi:type": type }, [
    el("OfficeTab", { id: "TabDefault" }, [
      el("Group", { id: `relance-${name}` }, [
        el("Label", { resid: "group" }),
        el("Control", { "xsi:type": "Button", id: `relance-${name}-open` }, [
          el("Label", { resid: "open" }),
          el("Supertip", {}, [
            el("Title", { resid: `${name}-title` }),
            el("Description", { resid: `${name}-text` }),
          ]),
          el(
            "Icon",
            {},
            [16, 32, 80].map((size) =>
              el("bt:Image", { size: String(size), resid: `icon-${String(size)}` }),
            ),
          ),
          el("Action", { "xsi:type": "ShowTaskpane" }, [
            el("SourceLocation", { resid: "pane" }),
            ...supports,
          ]),
        ]),
      ]),
    ]),
  ]);

const wording = (id: string, { en, fr }: InBoth): Element =>
  el("bt:String", { id, DefaultValue: en }, overridesOf("bt:Override", fr));

const overridesOf = (name: string, value: string): readonly Element[] =>
  FRENCH_LOCALES.map((locale) => el(name, { Locale: locale, Value: value }));

const escaped = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

const written = ({ name, attributes, inner }: Element, indent: string): string => {
  const said = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const opening = `${indent}<${name}${said.join("")}`;
  if (typeof inner === "string") return `${opening}>${escaped(inner)}</${name}>\n`;
  if (inner.length === 0) return `${opening} />\n`;
  const below = inner.map((child) => written(child, `${indent}  `)).join("");
  return `${opening}>\n${below}${indent}</${name}>\n`;
};
