/** What of `appsscript.json` the host reads. */
export type Manifest = {
  readonly timeZone: string;
  readonly runtimeVersion: string;
  readonly oauthScopes: readonly string[];
  readonly urlFetchWhitelist: readonly string[] | null;
  readonly webapp: { readonly executeAs: string; readonly access: string } | null;
  readonly addOn: {
    readonly name: string;
    readonly homepage: string | null;
    readonly contextual: string | null;
    readonly compose: readonly ComposeEntry[];
    readonly draftAccess: "NONE" | "METADATA";
    readonly universal: readonly UniversalEntry[];
    readonly openLinkUrlPrefixes: readonly string[];
    readonly useLocaleFromApp: boolean;
  };
};

export type ComposeEntry = { readonly text: string; readonly handler: string };

export type UniversalEntry =
  | { readonly label: string; readonly handler: string }
  | { readonly label: string; readonly url: string };
