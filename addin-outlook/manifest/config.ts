import * as z from "zod/mini";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";

/** Texts in both languages that Relance speaks. */
export type InBoth = { readonly en: string; readonly fr: string };

/** What a deployment says of itself: `outlook.config.json`, from which manifests and `config.json` are made. */
export type OutlookConfig = {
  /** The identity by which Outlook knows the add-in; one a deployment, and the same for ever. */
  readonly id: string;
  readonly version: string;
  /** Where the folder is served from: https, no path. */
  readonly origin: string;
  readonly provider: string;
  readonly supportUrl: InBoth;
  readonly name: InBoth;
  readonly description: InBoth;
  /** Path of the icons below the origin, without `-16.png`. */
  readonly icons: string;
  /** Of the app registration in Entra; empty where nobody shall sign in. */
  readonly clientId: string;
  /** Whose accounts may sign in: a tenant's id or name, or `organizations` for any firm's. */
  readonly tenant: string;
};

const inBoth = z.strictObject({ en: z.string(), fr: z.string() });

const configFile = z.strictObject({
  id: z.string(),
  version: z.string(),
  origin: z.string(),
  provider: z.string(),
  supportUrl: inBoth,
  name: inBoth,
  description: inBoth,
  icons: z.string().check(z.regex(/^[a-z0-9][a-z0-9/-]*$/)),
  clientId: z.string(),
  tenant: z.string(),
});

/** The configuration out of the text of its file, or what is wrong with it, by field. */
export const parseConfig = (text: string): Result<OutlookConfig, readonly string[]> => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    return err([`not JSON: ${String(cause)}`]);
  }
  const read = configFile.safeParse(json);
  if (read.success) return ok(read.data);
  return err(
    read.error.issues.map((issue) =>
      issue.code === "unrecognized_keys"
        ? `${issue.keys.join(", ")}: is no field of it`
        : `${issue.path.join(".")}: is missing, or of another form`,
    ),
  );
};

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export const isGuid = (text: string): boolean => GUID.test(text);

/**
 * What the pages read at run time from `config.json`, so that a folder that is built can be given a client id by an
 * editor of text alone. Nobody signs in without one.
 */
export const runtimeConfig = ({
  clientId,
  tenant,
}: OutlookConfig): { readonly clientId: string | null; readonly tenant: string } => ({
  clientId: clientId === "" ? null : clientId,
  tenant,
});

/** What the manifest does not show and yet must be right: by whom, and whose accounts, are signed in. */
export const signInFaults = ({ clientId, tenant }: OutlookConfig): readonly string[] => [
  ...(clientId === "" || (isGuid(clientId) && !/^[0-]+$/.test(clientId))
    ? []
    : [`clientId: ${clientId} is no id of an app registration; leave it empty for no sign-in`]),
  ...(/^[a-z0-9.-]{1,253}$/i.test(tenant)
    ? []
    : [`tenant: ${tenant} is neither a tenant's id or name nor organizations`]),
];
