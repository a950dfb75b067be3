import * as z from "zod/mini";

/** What a deployer says of the app registration that Relance signs in by; see docs/outlook. */
export type GraphConfig = {
  readonly clientId: string;
  /** A tenant's id or name, or `organizations`. */
  readonly tenant: string;
};

const NO_CLIENT = "00000000-0000-0000-0000-000000000000";
const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const TENANT = /^[A-Za-z0-9.-]{1,253}$/;

const CONFIG_SCHEMA = z.object({
  clientId: z.string().check(z.regex(GUID)),
  tenant: z.nullish(z.string().check(z.regex(TENANT))),
});

/** The part of config.json that signing in needs; null where nothing, a placeholder or nonsense stands there. */
export const graphConfigOf = (value: unknown): GraphConfig | null => {
  const parsed = CONFIG_SCHEMA.safeParse(value);
  if (!parsed.success || parsed.data.clientId === NO_CLIENT) return null;
  const { clientId, tenant } = parsed.data;
  // Work and school accounts of any organisation: personal ones have no nested app authentication in Outlook.
  return { clientId, tenant: tenant ?? "organizations" };
};
