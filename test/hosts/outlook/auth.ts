import type { Graph } from "./graph/graph.ts";
import { jsonOf, recordOf, textOf } from "./protocol.ts";

/** What Outlook says when the add-in wants a token. */
export type AuthMode =
  /** At once, as for somebody who agreed before. */
  | "granted"
  /** Not before a window was shown; then yes. */
  | "asks"
  /** The window is closed by the person. */
  | "declined"
  /** Only an administrator can agree. */
  | "admin-needed"
  /** The client knows no nested app authentication for this mailbox. */
  | "unavailable"
  | "offline"
  /** No answer, ever. */
  | "hangs"
  /** No bridge in the page at all: a client without nested app authentication. */
  | "none";

export type Auth = {
  mode: AuthMode;
  /** Windows that were shown to the person. */
  readonly windows: () => number;
  readonly wishes: readonly { readonly method: string; readonly scopes: readonly string[] }[];
  /** Answers one message of MSAL's; null where none ever comes. */
  readonly answer: (text: string) => string | null;
};

const TENANT = "00000000-0000-4000-8000-00000000bbbb";
const PERSON = "00000000-0000-4000-8000-00000000aaaa";

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/** The bridge between MSAL (5.29, src/naa) and Outlook: JSON texts with an id each. */
export const createAuth = (graph: Graph, initial: AuthMode): Auth => {
  const wishes: { method: string; scopes: readonly string[] }[] = [];
  let windows = 0;
  let hasAgreed = false;
  const { address, name } = graph.mailbox;
  const account = {
    environment: "login.windows.net",
    homeAccountId: `${PERSON}.${TENANT}`,
    localAccountId: PERSON,
    tenantId: TENANT,
    username: address,
    name,
  };
  const auth: Auth = {
    mode: initial,
    windows: () => windows,
    wishes,
    answer: (text) => {
      const asked = recordOf(jsonOf(text));
      const requestId = textOf(asked["requestId"]);
      const method = textOf(asked["method"]);
      const params = recordOf(asked["tokenParams"]);
      const scope = textOf(params["scope"]);
      const told = (answer: object): string =>
        JSON.stringify({ messageType: "NestedAppAuthResponse", requestId, ...answer });
      const refused = (status: string, code = "", description = ""): string =>
        told({ success: false, error: { status, code, subError: code, description } });
      if (method === "GetInitContext") {
        return told({
          success: true,
          initContext: {
            sdkName: "emulated",
            sdkVersion: "1",
            capabilities: {},
            accountContext: account,
          },
        });
      }
      wishes.push({ method, scopes: scope.split(" ") });
      const isWindow = method === "GetTokenPopup";
      switch (auth.mode) {
        case "hangs":
          return null;
        case "offline":
          return refused("NO_NETWORK");
        case "none":
        case "unavailable":
          return refused("NESTED_APP_AUTH_UNAVAILABLE");
        case "declined":
          if (!isWindow) return refused("USER_INTERACTION_REQUIRED", "consent_required");
          windows += 1;
          return refused("USER_CANCEL");
        case "admin-needed":
          if (isWindow) windows += 1;
          return refused(
            "USER_INTERACTION_REQUIRED",
            "consent_required",
            "AADSTS90094: The grant requires admin permission.",
          );
        case "asks":
          if (!isWindow && !hasAgreed)
            return refused("USER_INTERACTION_REQUIRED", "consent_required");
          break;
        case "granted":
          break;
      }
      if (isWindow) windows += 1;
      hasAgreed = true;
      const scopes = scope.split(" ").filter((one) => !OPEN_ID.has(one));
      const idToken = [
        part({ alg: "none", typ: "JWT" }),
        part({
          aud: params["clientId"],
          iss: `https://login.microsoftonline.com/${TENANT}/v2.0`,
          oid: PERSON,
          tid: TENANT,
          name,
          preferred_username: address,
          iat: 1,
          exp: 4_102_444_800,
        }),
        "signature",
      ].join(".");
      return told({
        success: true,
        token: {
          access_token: graph.tokens.issue(address, scopes),
          expires_in: 3600,
          id_token: idToken,
          scope,
          properties: null,
        },
        account,
      });
    },
  };
  return auth;
};

const OPEN_ID = new Set(["openid", "profile", "offline_access", "email"]);

/** In Outlook the bridge is put into the page by office.js. Sent to the browser as text. */
export const bridgeScript = (addinOrigin: string): void => {
  if (location.origin !== addinOrigin) return;
  const listeners = new Set<(text: string) => void>();
  Object.defineProperty(window, "nestedAppAuthBridge", {
    value: {
      addEventListener: (_: string, listener: (text: string) => void) => listeners.add(listener),
      removeEventListener: (_: string, listener: (text: string) => void) =>
        listeners.delete(listener),
      postMessage: (text: string) => {
        void window.outlookAuth(text).then((answer) => {
          if (answer === null) return;
          for (const listener of listeners) listener(answer);
        });
      },
    },
  });
};
