import type { AuthenticationResult, IPublicClientApplication } from "@azure/msal-browser";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { GraphConfig } from "./config.ts";
import { ALL_SCOPES } from "./scopes.ts";
import type { SignIn, SignInFault, TokenWish } from "./ports.ts";

/** Silent calls go to the host and back; a host that does not answer is not waited for. */
const SILENT_MS_MAX = 15_000;
/** A person reads, types a password, looks for a telephone. */
const ASKED_MS_MAX = 5 * 60_000;

export type SignInOptions = {
  /** Null: nothing was configured. */
  readonly config: GraphConfig | null;
  /** Whether the client says that it has NestedAppAuth 1.1. */
  readonly isSupported: boolean;
  /** Where this page lies: an administrator's link leads back to it. */
  readonly origin: string;
};

/**
 * Tokens by nested app authentication: the host (Outlook) holds the account and shows its own window; no password, no
 * redirect and no popup of ours. MSAL is loaded at the first wish for a token and never before.
 * https://learn.microsoft.com/office/dev/add-ins/develop/enable-nested-app-authentication-in-your-add-in
 */
export const openSignIn = ({ config, isSupported, origin }: SignInOptions): SignIn => {
  let account: string | null = null;
  let opening: Promise<Result<IPublicClientApplication, SignInFault>> | null = null;
  const open = async (): Promise<Result<IPublicClientApplication, SignInFault>> => {
    if (config === null) return err({ type: "sign-in-not-configured" });
    if (!isSupported || !hasBridge()) return err({ type: "sign-in-unsupported" });
    opening ??= withinTime(loadMsal(config), SILENT_MS_MAX);
    const opened = await opening;
    // What passes (no network while loading) may be tried again.
    if (!opened.ok && opened.error.type !== "sign-in-unsupported") opening = null;
    return opened;
  };
  const consentLink = config === null ? "" : consentLinkOf(config, origin);
  const take = async (
    work: Promise<AuthenticationResult>,
    asked: boolean,
  ): Promise<Result<string, SignInFault>> => {
    try {
      const result = await work;
      account = result.account.username.toLowerCase();
      return ok(result.accessToken);
    } catch (cause) {
      return err(signInFaultOf(cause, asked, consentLink));
    }
  };
  const silently = async (
    msal: IPublicClientApplication,
    { scopes, fresh, claims }: TokenWish,
  ): Promise<Result<string, SignInFault>> =>
    withinTime(
      take(
        msal.acquireTokenSilent({
          scopes: [...scopes],
          ...(fresh === true ? { forceRefresh: true } : {}),
          ...(claims == null ? {} : { claims }),
        }),
        false,
      ),
      SILENT_MS_MAX,
    );
  return {
    account: () => account,
    token: async (wish) => {
      const msal = await open();
      return msal.ok ? silently(msal.value, wish) : msal;
    },
    ask: async (scopes) => {
      const msal = await open();
      if (!msal.ok) return msal;
      const silent = await silently(msal.value, { scopes });
      if (silent.ok || silent.error.type !== "sign-in-needed") return silent;
      return withinTime(
        take(msal.value.acquireTokenPopup({ scopes: [...scopes] }), true),
        ASKED_MS_MAX,
      );
    },
  };
};

/** https://learn.microsoft.com/entra/identity-platform/v2-admin-consent */
export const consentLinkOf = ({ clientId, tenant }: GraphConfig, origin: string): string =>
  `https://login.microsoftonline.com/${tenant}/v2.0/adminconsent?client_id=${clientId}` +
  `&scope=${encodeURIComponent(ALL_SCOPES.join(" "))}&redirect_uri=${encodeURIComponent(origin)}`;

/**
 * Without the host's bridge MSAL would fall back to popups of its own, from a frame, to a redirect that nobody registered:
 * its factory is only called where the bridge answered.
 */
const loadMsal = async ({
  clientId,
  tenant,
}: GraphConfig): Promise<Result<IPublicClientApplication, SignInFault>> => {
  try {
    const { PublicClientApplication, createNestablePublicClientApplication } =
      await import("@azure/msal-browser");
    let isNested = false;
    const msal = await createNestablePublicClientApplication(
      {
        auth: { clientId, authority: `https://login.microsoftonline.com/${tenant}` },
        // Outlook keeps the tokens: none of ours outlasts the pane.
        cache: { cacheLocation: "memoryStorage" },
      },
      undefined,
      (configuration, controller) => {
        isNested = true;
        return new PublicClientApplication(configuration, controller);
      },
    );
    return isNested ? ok(msal) : err({ type: "sign-in-unsupported" });
  } catch (cause) {
    // A part of the program that cannot be fetched is the same to the person as no network.
    if (cause instanceof TypeError) return err({ type: "offline" });
    return err(signInFaultOf(cause, false, ""));
  }
};

const hasBridge = (): boolean =>
  "nestedAppAuthBridge" in globalThis || "__initializeNestedAppAuth" in globalThis;

/** Codes of MSAL and of Outlook's bridge that mean that there is nothing to sign in with here. */
const UNSUPPORTED = new Set(["nested_app_auth_bridge_disabled", "no_account_found"]);
const DECLINED = new Set(["user_canceled", "user_cancelled", "access_denied"]);
const OFFLINE = new Set(["no_network_connectivity", "network_error", "post_request_failed"]);
/**
 * Consent is for an administrator. The numbers are not a contract, but nothing else tells a closed window from a wall.
 * https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
const ADMIN_NEEDED = /AADSTS(?:65001|90094|90095|90097|900941|650056)\b|admin_?consent/i;
const CONSENT_CODES = new Set([
  "consent_required",
  "admin_consent_required",
  "access_denied_admin",
]);

/** What a rejection of MSAL means; `asked` once the person was shown a window. */
export const signInFaultOf = (cause: unknown, asked: boolean, consentLink: string): SignInFault => {
  const { name, errorCode, subError, errorMessage } = partsOf(cause);
  if (UNSUPPORTED.has(errorCode)) return { type: "sign-in-unsupported" };
  if (OFFLINE.has(errorCode)) return { type: "offline" };
  const isConsent =
    ADMIN_NEEDED.test(errorMessage) || CONSENT_CODES.has(errorCode) || CONSENT_CODES.has(subError);
  // Before a window was shown, the person may be able to consent by himself.
  if (isConsent && asked) return { type: "consent-needed", consentLink };
  if (DECLINED.has(errorCode)) return { type: "sign-in-declined", consentLink };
  if (isConsent || name === "InteractionRequiredAuthError") {
    return asked ? { type: "sign-in-failed", code: errorCode } : { type: "sign-in-needed" };
  }
  return { type: "sign-in-failed", code: errorCode };
};

const CODE = /^[\w.-]{1,80}$/;

const partsOf = (cause: unknown) => {
  const text = (key: string): string => {
    if (typeof cause !== "object" || cause === null) return "";
    const value: unknown = Reflect.get(cause, key);
    return typeof value === "string" ? value.slice(0, 2_000) : "";
  };
  const code = text("errorCode");
  return {
    name: text("name"),
    errorCode: CODE.test(code) ? code : "unknown",
    subError: text("subError"),
    errorMessage: text("errorMessage"),
  };
};

const withinTime = async <T>(
  work: Promise<Result<T, SignInFault>>,
  ms: number,
): Promise<Result<T, SignInFault>> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Result<T, SignInFault>>((resolve) => {
    timer = setTimeout(() => {
      resolve(err({ type: "timed-out" }));
    }, ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};
