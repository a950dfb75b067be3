import type { ManifestFault } from "./fault.ts";
import { firstNamed, walk } from "./tree.ts";
import type { ManifestNode } from "./tree.ts";

/** Longer ids are refused by Outlook, with words that name another cause. */
const RESOURCE_ID_CHARS_MAX = 32;

/** Where a resource must stand, by the element that names it. */
const PLACES: Readonly<Record<string, string>> = {
  Label: "bt:ShortStrings",
  Title: "bt:ShortStrings",
  Description: "bt:LongStrings",
  SourceLocation: "bt:Urls",
  FunctionFile: "bt:Urls",
  "bt:Image": "bt:Images",
};

/** Every version of the overrides has its own resources: those of the one around it are gone for it. */
export const resourceFaults = (root: ManifestNode): readonly ManifestFault[] =>
  walk(root)
    .filter(({ name }) => name === "VersionOverrides")
    .flatMap((overrides) =>
      faultsWithin(walk(overrides).filter(({ part }) => part === overrides.part)),
    );

const faultsWithin = (nodes: readonly ManifestNode[]): readonly ManifestFault[] => {
  const resources = nodes.find(({ name }) => name === "Resources");
  const given = resources?.children.flatMap(({ children }) => children) ?? [];
  const naming = nodes.filter(({ attributes }) => attributes["resid"] !== undefined);
  const idsIn = (place: string): readonly string[] =>
    (resources === undefined ? undefined : firstNamed(resources, place))?.children.flatMap(
      ({ attributes }) => attributes["id"] ?? [],
    ) ?? [];
  const named = new Set(naming.map(({ attributes }) => attributes["resid"]));
  return [
    ...naming
      .filter(
        ({ name, attributes }) => !idsIn(PLACES[name] ?? "").includes(attributes["resid"] ?? ""),
      )
      .map(({ path, attributes }) => at("reference", path, attributes["resid"])),
    ...given
      .filter(({ attributes }) => !named.has(attributes["id"] ?? ""))
      .map(({ path, attributes }) => at("unused", path, attributes["id"])),
    ...given
      .filter(({ attributes }) => (attributes["id"] ?? "").length > RESOURCE_ID_CHARS_MAX)
      .map(({ path, attributes }) => at("resource-id", path, attributes["id"])),
    ...twiceIn(given),
    ...twiceIn(nodes.filter(({ name }) => name === "Control" || name === "Group")),
  ];
};

const at = (
  rule: ManifestFault["rule"],
  path: string,
  value: string | undefined,
): ManifestFault => ({ rule, at: path, value: value ?? "" });

const twiceIn = (nodes: readonly ManifestNode[]): readonly ManifestFault[] => {
  const seen = new Set<string>();
  return nodes.flatMap(({ path, attributes }) => {
    const id = attributes["id"];
    if (id === undefined) return [at("missing", `${path}@id`, undefined)];
    if (seen.has(id)) return [at("twice", path, id)];
    seen.add(id);
    return [];
  });
};
