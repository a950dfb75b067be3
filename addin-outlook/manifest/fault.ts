/** What is wrong with a manifest; `at` is the path of the element, `value` what stands there. */
export type ManifestFault = {
  readonly rule: ManifestRule;
  readonly at: string;
  readonly value: string;
};

export const MANIFEST_RULES = {
  xml: "is not well-formed XML",
  size: "is larger than the 256 KB that Outlook takes",
  namespace: "has another type or namespace than Outlook asks for",
  unknown: "has an element that may not stand here",
  order: "has an element too early or too late",
  repeated: "has an element more often than once",
  missing: "lacks an element or an attribute",
  id: "is not a GUID",
  version: "is not up to four numbers of up to five digits, from 1.0 on",
  length: "is longer than Outlook takes",
  https: "is not an https address",
  origin: "is on another origin than the pane",
  "app-domain": "is not a bare origin, or the pane's own is not listed",
  reference: "names a resource that is not there, or of another kind",
  unused: "is a resource that nothing names",
  "resource-id": "is a resource id longer than 32 characters",
  twice: "is an id that is given twice",
  icon: "is an icon that is not there, or has another size than the one asked for",
  "icon-sizes": "lacks one of the sizes 16, 32 and 80",
  french: "has no French beside",
  permission: "is not one of the permissions that Outlook knows",
  requirement: "asks for no Mailbox set, or one that is too low for what stands here",
  surface: "lacks a version of the overrides, or one of the reading and composing surfaces in it",
  pinning: "is a pane that cannot be pinned, or a mailbox that cannot be shared",
  several: "takes several messages without the permission for it",
  placeholder: "is still a placeholder",
} as const;

export type ManifestRule = keyof typeof MANIFEST_RULES;

export const faultText = ({ rule, at, value }: ManifestFault): string =>
  `${at} ${MANIFEST_RULES[rule]}${value === "" ? "" : `: ${value}`}`;
