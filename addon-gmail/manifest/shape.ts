import * as z from "zod/mini";

const text = z.string();
const trigger = z.strictObject({ runFunction: text });

/**
 * The fields of `appsscript.json` that Relance uses, and no other: whatever else stands in a manifest asks Google for
 * something that nobody here has thought about.
 * https://developers.google.com/apps-script/manifest, https://developers.google.com/apps-script/manifest/gmail-addons
 */
export const manifestShape = z.strictObject({
  timeZone: text,
  runtimeVersion: text,
  exceptionLogging: text,
  oauthScopes: z.array(text),
  urlFetchWhitelist: z.array(text),
  webapp: z.optional(z.strictObject({ executeAs: text, access: text })),
  addOns: z.strictObject({
    common: z.strictObject({
      name: text,
      logoUrl: text,
      layoutProperties: z.optional(z.strictObject({ primaryColor: text })),
      useLocaleFromApp: z.literal(true),
      homepageTrigger: trigger,
      universalActions: z.array(z.strictObject({ label: text, runFunction: text })),
      openLinkUrlPrefixes: z.array(text),
    }),
    gmail: z.strictObject({
      contextualTriggers: z.array(
        z.strictObject({ unconditional: z.strictObject({}), onTriggerFunction: text }),
      ),
      composeTrigger: z.strictObject({
        selectActions: z.array(z.strictObject({ text, runFunction: text })),
        draftAccess: z.enum(["NONE", "METADATA"]),
      }),
    }),
  }),
});

export type GmailManifest = z.infer<typeof manifestShape>;
