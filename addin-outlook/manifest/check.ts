import { isGuid } from "./config.ts";
import { childrenOf } from "./elements.ts";
import type { ManifestFault, ManifestRule } from "./fault.ts";
import { resourceFaults } from "./check-resources.ts";
import { pngSize } from "./png.ts";
import { childrenNamed, firstNamed, manifestTree, walk } from "./tree.ts";
import type { ManifestNode } from "./tree.ts";

/** The id that the repository's own manifests bear: a release under it would be taken for a stranger's. */
export const DEVELOPMENT_ID = "bd605a0b-c086-46e5-a208-58835351a0b7";

const MANIFEST_BYTES_MAX = 256 * 1024;
const NAME_CHARS_MAX = 125;
const TEXT_CHARS_MAX = 250;
const URL_CHARS_MAX = 2_048;

const APP = "http://schemas.microsoft.com/office/appforoffice/1.1";
const OVERRIDES = "http://schemas.microsoft.com/office/mailappversionoverrides";
const BASIC_TYPES = "http://schemas.microsoft.com/office/officeappbasictypes/1.0";
const PERMISSIONS = ["Restricted", "ReadItem", "ReadWriteItem", "ReadWriteMailbox"];
/** Below this the headers and the attachments of a mail cannot be read. */
const MAILBOX_MIN = [1, 8] as const;
const SEVERAL_MIN = [1, 13] as const;
const SURFACES = ["MessageReadCommandSurface", "MessageComposeCommandSurface"];

export type ManifestCheck = {
  /** Refuses what stands there for the time being: ids, names and addresses nobody has. */
  readonly isRelease: boolean;
  /** The bytes behind a path of the origin (`assets/icon-16.png`), or null. */
  readonly readFile: (path: string) => Uint8Array | null;
};

/** Everything that is wrong with a manifest, without a network: nothing where Outlook should take it. */
export const checkManifest = (text: string, check: ManifestCheck): readonly ManifestFault[] => {
  let root: ManifestNode;
  try {
    root = manifestTree(text);
  } catch (cause) {
    return [fault("xml", "/", cause instanceof Error ? cause.message : String(cause))];
  }
  const bytes = new TextEncoder().encode(text).length;
  const nodes = walk(root);
  return [
    ...(bytes > MANIFEST_BYTES_MAX ? [fault("size", "/", `${String(bytes)} bytes`)] : []),
    ...nodes.flatMap(namespaceFaults),
    ...nodes.flatMap(orderFaults),
    ...identityFaults(root),
    ...nodes.flatMap(lengthFaults),
    ...addressFaults(root),
    ...iconFaults(root, check),
    ...nodes.flatMap(frenchFaults),
    ...resourceFaults(root),
    ...abilityFaults(root),
    ...(check.isRelease ? nodes.flatMap(placeholderFaults) : []),
  ];
};

const fault = (rule: ManifestRule, at: string, value = ""): ManifestFault => ({ rule, at, value });

const namespaceFaults = (node: ManifestNode): readonly ManifestFault[] => {
  const wanted: Readonly<Record<string, string>> =
    node.name === "VersionOverrides"
      ? node.part === "1.1"
        ? { xmlns: `${OVERRIDES}/1.1`, "xsi:type": "VersionOverridesV1_1" }
        : { xmlns: OVERRIDES, "xsi:type": "VersionOverridesV1_0" }
      : node.path === `/${node.name}`
        ? { xmlns: APP, "xmlns:bt": BASIC_TYPES, "xsi:type": "MailApp" }
        : {};
  return Object.entries(wanted).flatMap(([name, value]) =>
    node.attributes[name] === value
      ? []
      : [fault("namespace", `${node.path}@${name}`, node.attributes[name] ?? "")],
  );
};

/** Each child must come at or after the place of the one before it, as often as it may, and none may lack. */
const orderFaults = (node: ManifestNode): readonly ManifestFault[] => {
  const allowed = childrenOf(node.part, node.name);
  const found: ManifestFault[] = [];
  let reached = 0;
  for (const child of node.children) {
    const place = allowed.findIndex(({ name }) => name === child.name);
    if (place < 0) found.push(fault("unknown", child.path));
    else if (place < reached) found.push(fault("order", child.path));
    else reached = place;
  }
  for (const { name, min, max } of allowed) {
    const count = childrenNamed(node, name).length;
    if (count < min) found.push(fault("missing", `${node.path}/${name}`));
    if (count > max) found.push(fault("repeated", `${node.path}/${name}`));
  }
  return found;
};

const textOf = (root: ManifestNode, name: string): string =>
  childrenNamed(root, name)[0]?.text ?? "";

const identityFaults = (root: ManifestNode): readonly ManifestFault[] => {
  const id = textOf(root, "Id");
  const version = textOf(root, "Version");
  const permission = textOf(root, "Permissions");
  const isVersion = /^\d{1,5}(\.\d{1,5}){0,3}$/.test(version) && !/^0+(\.|$)/.test(version);
  return [
    ...(isGuid(id) ? [] : [fault("id", "/OfficeApp/Id", id)]),
    ...(isVersion ? [] : [fault("version", "/OfficeApp/Version", version)]),
    ...(PERMISSIONS.includes(permission)
      ? []
      : [fault("permission", "/OfficeApp/Permissions", permission)]),
  ];
};

/** The value of a setting and those of its languages. */
const valuesOf = (node: ManifestNode): readonly { readonly at: string; readonly value: string }[] =>
  [
    { at: node.path, value: node.attributes["DefaultValue"] },
    ...node.children.map((child) => ({ at: child.path, value: child.attributes["Value"] })),
  ].flatMap(({ at, value }) => (value === undefined ? [] : [{ at, value }]));

const charsMaxOf = ({ name, part, path }: ManifestNode): number | null => {
  if (part === "base") {
    if (name === "DisplayName") return NAME_CHARS_MAX;
    if (name === "Description") return TEXT_CHARS_MAX;
    return name.endsWith("Url") || name === "SourceLocation" ? URL_CHARS_MAX : null;
  }
  if (name === "bt:String") return path.includes("/bt:Short") ? NAME_CHARS_MAX : TEXT_CHARS_MAX;
  return name === "bt:Url" || name === "bt:Image" ? URL_CHARS_MAX : null;
};

const lengthFaults = (node: ManifestNode): readonly ManifestFault[] => {
  const max = charsMaxOf(node);
  if (node.name === "ProviderName") {
    return node.text.length <= NAME_CHARS_MAX ? [] : [fault("length", node.path, node.text)];
  }
  if (max === null) return [];
  return valuesOf(node).flatMap(({ at, value }) =>
    value.length <= max ? [] : [fault("length", at, `${String(value.length)} of ${String(max)}`)],
  );
};

const addressOf = (text: string): URL | null => (URL.canParse(text) ? new URL(text) : null);

const isAddress = ({ name, part }: ManifestNode): boolean =>
  part === "base"
    ? ["IconUrl", "HighResolutionIconUrl", "SupportUrl", "SourceLocation"].includes(name)
    : ["bt:Image", "bt:Url"].includes(name);

/** The origin that the pane of the plain part is on: everything of ours must be there. */
const originOf = (root: ManifestNode): string =>
  addressOf(firstNamed(root, "SourceLocation")?.attributes["DefaultValue"] ?? "")?.origin ?? "";

const addressFaults = (root: ManifestNode): readonly ManifestFault[] => {
  const origin = originOf(root);
  const addresses = walk(root)
    .filter(isAddress)
    .flatMap((node) =>
      valuesOf(node).map((one) => ({ ...one, isOurs: node.name !== "SupportUrl" })),
    );
  const domains = walk(root).filter(({ name }) => name === "AppDomain");
  return [
    ...addresses.flatMap(({ at, value, isOurs }) => {
      const url = addressOf(value);
      if (url?.protocol !== "https:") return [fault("https", at, value)];
      return isOurs && url.origin !== origin ? [fault("origin", at, value)] : [];
    }),
    ...domains
      .filter(({ text }) => !text.startsWith("https://") || addressOf(text)?.origin !== text)
      .map(({ path, text }) => fault("app-domain", path, text)),
    ...(domains.some(({ text }) => text === origin)
      ? []
      : [fault("app-domain", "/OfficeApp/AppDomains", origin)]),
  ];
};

const iconFaults = (root: ManifestNode, { readFile }: ManifestCheck): readonly ManifestFault[] => {
  const isOfSize = (address: string, size: number): boolean => {
    const bytes = readFile(addressOf(address)?.pathname.slice(1) ?? "");
    const found = bytes === null ? null : pngSize(bytes);
    return found !== null && found.width === size && found.height === size;
  };
  const store = [
    { name: "IconUrl", size: 64 },
    { name: "HighResolutionIconUrl", size: 128 },
  ].flatMap(({ name, size }) =>
    childrenNamed(root, name)
      .flatMap(valuesOf)
      .filter(({ value }) => !isOfSize(value, size))
      .map(({ at, value }) => fault("icon", at, `${value} is not ${String(size)} pixels`)),
  );
  const ribbon = overridesOf(root).flatMap((overrides) => {
    const images = firstNamed(overrides, "bt:Images")?.children ?? [];
    return ownNodes(overrides)
      .filter(({ name }) => name === "Icon")
      .flatMap((icon) => {
        const sizes = icon.children.map(({ attributes }) => attributes["size"]);
        const lacks = ["16", "32", "80"].filter((size) => !sizes.includes(size));
        const wrong = icon.children.flatMap(({ path, attributes }) => {
          const named = images.find((image) => image.attributes["id"] === attributes["resid"]);
          return (named === undefined ? [] : valuesOf(named))
            .filter(({ value }) => !isOfSize(value, Number(attributes["size"])))
            .map(({ value }) =>
              fault("icon", path, `${value} is not ${attributes["size"] ?? "any"} pixels`),
            );
        });
        return [...lacks.map((size) => fault("icon-sizes", icon.path, size)), ...wrong];
      });
  });
  return [...store, ...ribbon];
};

/** Every text that a person reads has its French, at least that of France. */
const frenchFaults = (node: ManifestNode): readonly ManifestFault[] => {
  const isText =
    node.part === "base"
      ? ["DisplayName", "Description", "SupportUrl"].includes(node.name)
      : node.name === "bt:String";
  if (!isText) return [];
  const locales = node.children.map(({ attributes }) => attributes["Locale"]);
  return locales.includes("fr-FR") ? [] : [fault("french", node.path)];
};

/** The overrides, the outer first. */
const overridesOf = (root: ManifestNode): readonly ManifestNode[] =>
  walk(root).filter(({ name }) => name === "VersionOverrides");

/** What stands in one version of the overrides, without the version inside it. */
const ownNodes = (overrides: ManifestNode): readonly ManifestNode[] =>
  walk(overrides).filter(({ part }) => part === overrides.part);

const isAtLeast = (
  version: string | undefined,
  [major, minor]: readonly [number, number],
): boolean => {
  const [first = 0, second = 0] = (version ?? "0").split(".").map(Number);
  return first > major || (first === major && second >= minor);
};

/** The Mailbox set that a part asks for. */
const mailboxSetOf = (nodes: readonly ManifestNode[]): string | undefined => {
  const set = nodes.find(
    ({ name, attributes }) => /^(bt:)?Set$/.test(name) && attributes["Name"] === "Mailbox",
  );
  const sets = nodes.find(({ name }) => /^(bt:)?Sets$/.test(name));
  return set === undefined
    ? undefined
    : (set.attributes["MinVersion"] ?? sets?.attributes["DefaultMinVersion"]);
};

const abilityFaults = (root: ManifestNode): readonly ManifestFault[] => {
  const all = overridesOf(root);
  const base = walk(root).filter(({ part }) => part === "base");
  const lacks = (["1.0", "1.1"] as const)
    .filter((version) => !all.some(({ part }) => part === version))
    .map((version) => fault("surface", "/OfficeApp/VersionOverrides", version));
  return [
    ...lacks,
    ...(isAtLeast(mailboxSetOf(base), MAILBOX_MIN)
      ? []
      : [fault("requirement", "/OfficeApp/Requirements", mailboxSetOf(base) ?? "none")]),
    ...all.flatMap((overrides) => overridesAbilityFaults(root, overrides)),
  ];
};

const overridesAbilityFaults = (
  root: ManifestNode,
  overrides: ManifestNode,
): readonly ManifestFault[] => {
  const own = ownNodes(overrides);
  const set = mailboxSetOf(own);
  const isOn = (name: string): boolean =>
    own.some((node) => node.name === name && node.text === "true");
  const surfaces = own
    .filter(({ name }) => name === "ExtensionPoint")
    .map(({ attributes }) => attributes["xsi:type"]);
  const several = isOn("SupportsMultiSelect");
  const min = several || isOn("SupportsNoItemContext") ? SEVERAL_MIN : MAILBOX_MIN;
  const unpinned = own
    .filter(({ name }) => name === "Action")
    .filter((action) => firstNamed(action, "SupportsPinning")?.text !== "true");
  return [
    ...SURFACES.filter((one) => !surfaces.includes(one)).map((one) =>
      fault("surface", overrides.path, one),
    ),
    ...(isAtLeast(set, min) ? [] : [fault("requirement", overrides.path, set ?? "none")]),
    ...(overrides.part === "1.1"
      ? [
          ...unpinned.map(({ path }) => fault("pinning", path)),
          ...(isOn("SupportsSharedFolders")
            ? []
            : [fault("pinning", `${overrides.path}/SupportsSharedFolders`)]),
        ]
      : []),
    ...(several && textOf(root, "Permissions") !== "ReadWriteMailbox"
      ? [fault("several", overrides.path, textOf(root, "Permissions"))]
      : []),
  ];
};

/** Names that RFC 2606 and 6761 keep for examples and for the machine itself. */
const NOBODYS_HOST =
  /^https?:\/\/(?:[^/]*\.)?(?:localhost|example(?:\.(?:com|net|org))?|invalid|test)(?:[:/]|$)|^https?:\/\/(?:127\.|\[::1\])/i;

const placeholderFaults = (node: ManifestNode): readonly ManifestFault[] =>
  [node.text, node.attributes["DefaultValue"], node.attributes["Value"]].flatMap((value = "") => {
    const isPlaceholder =
      /placeholder/i.test(value) ||
      NOBODYS_HOST.test(value) ||
      (node.name === "Id" && (value.toLowerCase() === DEVELOPMENT_ID || /^[0-]+$/.test(value)));
    return isPlaceholder ? [fault("placeholder", node.path, value)] : [];
  });
