import { parseXml, XmlElement, XmlText } from "@rgrove/parse-xml";
import type { Part } from "./elements.ts";

/** An element of a manifest, with where it stands. */
export type ManifestNode = {
  readonly name: string;
  readonly part: Part;
  /** Names from the root on, each with its `id` where it has one: enough to find it in the file. */
  readonly path: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly ManifestNode[];
};

/** Throws what the parser says, with line and column, where the text is no XML. */
export const manifestTree = (text: string): ManifestNode => {
  const { root } = parseXml(text);
  if (root === null) throw new Error("no element at all");
  return nodeOf(root, "base", "");
};

/** The element and all below it, in the order of the file. */
export const walk = (node: ManifestNode): readonly ManifestNode[] => [
  node,
  ...node.children.flatMap(walk),
];

export const childrenNamed = (node: ManifestNode, name: string): readonly ManifestNode[] =>
  node.children.filter((child) => child.name === name);

/** The first element of a name below, at any depth. */
export const firstNamed = (node: ManifestNode, name: string): ManifestNode | undefined =>
  walk(node).find((one) => one.name === name);

const nodeOf = (element: XmlElement, outer: Part, above: string): ManifestNode => {
  const part = partOf(element, outer);
  const id = element.attributes["id"];
  const path = `${above}/${element.name}${id === undefined ? "" : `[${id}]`}`;
  const elements = element.children.filter((child) => child instanceof XmlElement);
  const texts = element.children.filter((child) => child instanceof XmlText);
  return {
    name: element.name,
    part,
    path,
    attributes: element.attributes,
    text: texts
      .map(({ text }) => text)
      .join("")
      .trim(),
    children: elements.map((child) => nodeOf(child, part, path)),
  };
};

const partOf = ({ name, attributes }: XmlElement, outer: Part): Part => {
  if (name !== "VersionOverrides") return outer;
  return attributes["xsi:type"] === "VersionOverridesV1_1" ? "1.1" : "1.0";
};
