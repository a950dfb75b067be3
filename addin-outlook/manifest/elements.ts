/**
 * Which elements may stand where, and in which order: a manifest whose elements are out of order is refused whole.
 *
 * From Microsoft's page "How to find the proper order of manifest elements" (mail add-ins, both versions of the
 * overrides), and [MS-OWEMXML] for what that page leaves out: the elements of an `Action`, `SupportsSharedFolders`.
 * It holds what we write, not all that Outlook knows: what is missing here is refused, and added when it is needed.
 */
export type Child = {
  readonly name: string;
  readonly min: 0 | 1;
  readonly max: number;
};

/** The part of a manifest that an element stands in: the plain part, or one version of the overrides. */
export type Part = "base" | "1.0" | "1.1";

/** A name alone is needed once; `?` is at most once, `+` once or more, `*` any number of times. */
const BASE: Readonly<Record<string, string>> = {
  OfficeApp:
    "Id AlternateId? Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl " +
    "SupportUrl AppDomains? Hosts Requirements FormSettings Permissions Rule DisableEntityHighlighting? " +
    "VersionOverrides",
  DisplayName: "Override*",
  Description: "Override*",
  IconUrl: "Override*",
  HighResolutionIconUrl: "Override*",
  SupportUrl: "Override*",
  AppDomains: "AppDomain+",
  Hosts: "Host+",
  Requirements: "Sets",
  Sets: "Set+",
  FormSettings: "Form+",
  Form: "DesktopSettings TabletSettings? PhoneSettings?",
  DesktopSettings: "SourceLocation RequestedHeight?",
  TabletSettings: "SourceLocation RequestedHeight?",
  PhoneSettings: "SourceLocation",
  SourceLocation: "Override*",
  Rule: "Rule*",
};

const OVERRIDES: Readonly<Record<string, string>> = {
  Requirements: "bt:Sets",
  "bt:Sets": "bt:Set+",
  Hosts: "Host+",
  Host: "DesktopFormFactor",
  ExtensionPoint: "OfficeTab",
  OfficeTab: "Group+",
  Group: "Label Control+",
  Control: "Label Supertip Icon Action",
  Supertip: "Title Description",
  Icon: "bt:Image+",
  Resources: "bt:Images bt:Urls bt:ShortStrings bt:LongStrings",
  "bt:Images": "bt:Image+",
  "bt:Urls": "bt:Url+",
  "bt:ShortStrings": "bt:String+",
  "bt:LongStrings": "bt:String+",
  "bt:Image": "bt:Override*",
  "bt:Url": "bt:Override*",
  "bt:String": "bt:Override*",
};

const PARTS: Readonly<Record<Part, Readonly<Record<string, string>>>> = {
  base: BASE,
  "1.0": {
    ...OVERRIDES,
    VersionOverrides: "Description? Requirements? Hosts Resources VersionOverrides?",
    DesktopFormFactor: "FunctionFile? ExtensionPoint+",
    Action: "SourceLocation",
  },
  "1.1": {
    ...OVERRIDES,
    VersionOverrides: "Description? Requirements? Hosts Resources",
    DesktopFormFactor: "SupportsSharedFolders? FunctionFile? ExtensionPoint+",
    Action: "SourceLocation SupportsPinning? SupportsNoItemContext? SupportsMultiSelect?",
  },
};

/** What may stand in an element, in order; nothing where it holds text or attributes alone. */
export const childrenOf = (part: Part, name: string): readonly Child[] =>
  (PARTS[part][name] ?? "")
    .split(" ")
    .filter((word) => word !== "")
    .map((word) => {
      const mark = word.at(-1);
      return {
        name: word.replace(/[?+*]$/, ""),
        min: mark === "?" || mark === "*" ? 0 : 1,
        max: mark === "+" || mark === "*" ? Number.POSITIVE_INFINITY : 1,
      };
    });
