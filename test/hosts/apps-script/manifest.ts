import * as z from "zod/mini";

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

const trigger = z.object({ runFunction: z.string() });

const shape = z.object({
  timeZone: z.string(),
  runtimeVersion: z.literal("V8"),
  oauthScopes: z.array(z.string()),
  urlFetchWhitelist: z.optional(z.array(z.string())),
  webapp: z.optional(
    z.object({
      executeAs: z.enum(["USER_ACCESSING", "USER_DEPLOYING"]),
      access: z.enum(["MYSELF", "DOMAIN", "ANYONE", "ANYONE_ANONYMOUS"]),
    }),
  ),
  addOns: z.object({
    common: z.object({
      name: z.string().check(z.minLength(1), z.maxLength(50)),
      logoUrl: z.string().check(z.startsWith("https://")),
      homepageTrigger: z.optional(trigger),
      universalActions: z.optional(
        z.array(
          z.object({
            label: z.string(),
            runFunction: z.optional(z.string()),
            openLink: z.optional(z.string()),
          }),
        ),
      ),
      openLinkUrlPrefixes: z.optional(z.array(z.string().check(z.startsWith("https://")))),
      useLocaleFromApp: z.optional(z.boolean()),
    }),
    gmail: z.object({
      homepageTrigger: z.optional(trigger),
      contextualTriggers: z.optional(
        z.array(z.object({ unconditional: z.object({}), onTriggerFunction: z.string() })),
      ),
      composeTrigger: z.optional(
        z.object({
          selectActions: z.array(z.object({ text: z.string(), runFunction: z.string() })),
          draftAccess: z.optional(z.enum(["NONE", "METADATA"])),
        }),
      ),
    }),
  }),
});

const EXECUTE = "https://www.googleapis.com/auth/gmail.addons.execute";
const LOCALE = "https://www.googleapis.com/auth/script.locale";

/** Throws what Apps Script answers to a manifest that it does not take. */
export const readManifest = (text: string): Manifest => {
  const { addOns, ...rest } = z.parse(shape, JSON.parse(text));
  const { common, gmail } = addOns;
  if (!rest.oauthScopes.includes(EXECUTE)) throw new Error(`the manifest lacks ${EXECUTE}`);
  if (common.useLocaleFromApp === true && !rest.oauthScopes.includes(LOCALE))
    throw new Error(`useLocaleFromApp needs ${LOCALE}`);
  for (const prefix of rest.urlFetchWhitelist ?? [])
    if (!/^https:\/\/(?:\*\.)?[a-z0-9.-]+\/\S*$/.test(prefix))
      throw new Error(`urlFetchWhitelist: ${prefix} is no https prefix with a domain and a path`);
  const universal = (common.universalActions ?? []).map((one): UniversalEntry => {
    if (one.runFunction !== undefined) return { label: one.label, handler: one.runFunction };
    if (one.openLink !== undefined) return { label: one.label, url: one.openLink };
    throw new Error(`the universal action ${one.label} does nothing`);
  });
  return {
    timeZone: rest.timeZone,
    runtimeVersion: rest.runtimeVersion,
    oauthScopes: rest.oauthScopes,
    urlFetchWhitelist: rest.urlFetchWhitelist ?? null,
    webapp: rest.webapp ?? null,
    addOn: {
      name: common.name,
      homepage: gmail.homepageTrigger?.runFunction ?? common.homepageTrigger?.runFunction ?? null,
      contextual: gmail.contextualTriggers?.[0]?.onTriggerFunction ?? null,
      compose: (gmail.composeTrigger?.selectActions ?? []).map((one) => ({
        text: one.text,
        handler: one.runFunction,
      })),
      draftAccess: gmail.composeTrigger?.draftAccess ?? "NONE",
      universal,
      openLinkUrlPrefixes: common.openLinkUrlPrefixes ?? [],
      useLocaleFromApp: common.useLocaleFromApp === true,
    },
  };
};

/** Every function that the manifest names, with the place that names it. */
export const handlersIn = (
  manifest: Manifest,
): readonly (readonly [place: string, handler: string])[] => {
  const { addOn } = manifest;
  return [
    ...(addOn.homepage === null ? [] : [["homepageTrigger", addOn.homepage] as const]),
    ...(addOn.contextual === null ? [] : [["contextualTriggers", addOn.contextual] as const]),
    ...addOn.compose.map((one) => ["composeTrigger", one.handler] as const),
    ...addOn.universal.flatMap((one) =>
      "handler" in one ? [["universalActions", one.handler] as const] : [],
    ),
    ...(manifest.webapp === null ? [] : [["webapp", "doGet"] as const]),
  ];
};
