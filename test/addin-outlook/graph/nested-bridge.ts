/**
 * The bridge that Outlook puts into a page for nested app authentication, in Node, so that the real MSAL runs against it
 * (msal-browser, src/naa/BridgeProxy.ts). The browser has one of its own in test/hosts/outlook.
 */
export type NestedBridge = {
  mood: "ok" | "ask" | "decline" | "admin" | "offline" | "unavailable" | "mute-at-first";
  readonly methods: () => readonly string[];
  readonly close: () => void;
};

const ACCOUNT = {
  environment: "login.windows.net",
  homeAccountId: "aaaa.bbbb",
  localAccountId: "aaaa",
  tenantId: "bbbb",
  username: "Julien@ferronnerie-delorme.example",
  name: "Julien Delorme",
};

type Request = {
  readonly method: string;
  readonly requestId: string;
  readonly tokenParams?: { readonly clientId: string; readonly scope: string };
};

const coded = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");

export const openBridge = (): NestedBridge => {
  const asked: string[] = [];
  const listeners = new Set<(response: string) => void>();
  let consented = false;
  let issued = 0;
  const errorOf = (method: string): object | null => {
    const isPopup = method === "GetTokenPopup";
    switch (bridge.mood) {
      case "ok":
        return null;
      case "offline":
        return { status: "NO_NETWORK" };
      case "unavailable":
        return { status: "NESTED_APP_AUTH_UNAVAILABLE" };
      case "mute-at-first":
        return { status: "DISABLED" };
      case "ask":
      case "decline":
      case "admin":
        if (isPopup && bridge.mood === "decline") return { status: "USER_CANCEL" };
        if (isPopup && bridge.mood === "admin") {
          const description = "AADSTS90094: An administrator of Contoso has set a policy.";
          return { status: "PERSISTENT_ERROR", code: "access_denied_policy", description };
        }
        if (isPopup) consented = true;
        return consented ? null : { status: "USER_INTERACTION_REQUIRED", code: "consent_required" };
    }
  };
  const answerTo = ({ method, tokenParams }: Request): object => {
    if (method === "GetInitContext") {
      if (bridge.mood === "mute-at-first") return { success: false, error: { status: "DISABLED" } };
      const accountContext = { homeAccountId: "aaaa.bbbb", environment: "x", tenantId: "bbbb" };
      const initContext = { sdkName: "test", sdkVersion: "1", capabilities: {}, accountContext };
      return { success: true, initContext };
    }
    const error = errorOf(method);
    if (error !== null) return { success: false, error };
    issued += 1;
    const claims = { oid: "aaaa", tid: "bbbb", aud: tokenParams?.clientId, exp: 4_102_444_800 };
    const id = [coded({ alg: "none" }), coded(claims), "signature"].join(".");
    const token = {
      access_token: `token.${String(issued)}`,
      expires_in: 3600,
      id_token: id,
      scope: tokenParams?.scope,
    };
    return { success: true, token, account: ACCOUNT };
  };
  const nestedAppAuthBridge = {
    addEventListener: (_type: string, listener: (response: string) => void) => {
      listeners.add(listener);
    },
    removeEventListener: (_type: string, listener: (response: string) => void) => {
      listeners.delete(listener);
    },
    postMessage: (text: string) => {
      const request = JSON.parse(text) as Request;
      asked.push(request.method);
      const answer = {
        messageType: "NestedAppAuthResponse",
        requestId: request.requestId,
        ...answerTo(request),
      };
      queueMicrotask(() => {
        for (const listener of listeners) listener(JSON.stringify(answer));
      });
    },
  };
  const bridge: NestedBridge = {
    mood: "ok",
    methods: () => asked,
    close: () => {
      Reflect.deleteProperty(globalThis, "nestedAppAuthBridge");
      Reflect.deleteProperty(globalThis, "window");
    },
  };
  Object.assign(globalThis, { window: globalThis, nestedAppAuthBridge });
  return bridge;
};
