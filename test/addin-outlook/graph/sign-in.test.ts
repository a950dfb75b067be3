import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { graphConfigOf } from "#outlook/graph/config.ts";
import { consentLinkOf, openSignIn, signInFaultOf } from "#outlook/graph/sign-in.ts";
import type { SignIn } from "#outlook/graph/ports.ts";
import { errorOf, valueOf } from "../../contracts/sample-entries.ts";
import { openBridge } from "./nested-bridge.ts";
import type { NestedBridge } from "./nested-bridge.ts";

const CONFIG = { clientId: "11111111-2222-3333-4444-555555555555", tenant: "organizations" };
const ORIGIN = "https://relance.example";
const SCOPES = ["https://graph.microsoft.com/Mail.ReadWrite"];

let bridge: NestedBridge;

const signInOf = (config: typeof CONFIG | null = CONFIG, isSupported = true): SignIn =>
  openSignIn({ config, isSupported, origin: ORIGIN });

describe("signing in by the real MSAL", () => {
  beforeEach(() => {
    bridge = openBridge();
  });
  afterEach(() => {
    bridge.close();
  });

  it("gets a token without a word where the person has consented before", async () => {
    const signIn = signInOf();
    expect(signIn.account()).toBeNull();
    expect(valueOf(await signIn.token({ scopes: SCOPES }))).toMatch(/^token\./);
    expect(bridge.methods()).toEqual(["GetInitContext", "GetToken"]);
    expect(signIn.account()).toBe("julien@ferronnerie-delorme.example");
  });

  it("shows nothing by itself: where consent is wanted, it says that a click is", async () => {
    bridge.mood = "ask";
    const signIn = signInOf();
    expect(errorOf(await signIn.token({ scopes: SCOPES }))).toEqual({ type: "sign-in-needed" });
    expect(bridge.methods()).not.toContain("GetTokenPopup");
    expect(valueOf(await signIn.ask(SCOPES))).toMatch(/^token\./);
    expect(bridge.methods().filter((one) => one === "GetTokenPopup")).toHaveLength(1);
    expect(valueOf(await signIn.token({ scopes: SCOPES }))).toMatch(/^token\./);
  });

  it("takes a closed window for a no, and gives the administrator's link all the same", async () => {
    bridge.mood = "decline";
    expect(errorOf(await signInOf().ask(SCOPES))).toEqual({
      type: "sign-in-declined",
      consentLink: consentLinkOf(CONFIG, ORIGIN),
    });
  });

  it("says that an administrator must agree, with the link for him", async () => {
    bridge.mood = "admin";
    const fault = errorOf(await signInOf().ask(SCOPES));
    expect(fault).toEqual({
      type: "consent-needed",
      consentLink: expect.stringContaining(CONFIG.clientId) as string,
    });
  });

  it("says that there is no network, and tries again the next time", async () => {
    bridge.mood = "offline";
    const signIn = signInOf();
    expect(errorOf(await signIn.token({ scopes: SCOPES }))).toEqual({ type: "offline" });
    bridge.mood = "ok";
    expect(valueOf(await signIn.token({ scopes: SCOPES }))).toMatch(/^token\./);
  });

  it("asks the host for a new token where the old one was refused", async () => {
    const signIn = signInOf();
    const first = valueOf(await signIn.token({ scopes: SCOPES }));
    expect(valueOf(await signIn.token({ scopes: SCOPES, fresh: true }))).not.toBe(first);
  });

  it("is not to be had in a mailbox whose host says so", async () => {
    bridge.mood = "unavailable";
    expect(errorOf(await signInOf().ask(SCOPES))).toEqual({ type: "sign-in-unsupported" });
  });

  it("opens no window of its own where the host's bridge does not answer", async () => {
    bridge.mood = "mute-at-first";
    expect(errorOf(await signInOf().ask(SCOPES))).toEqual({ type: "sign-in-unsupported" });
    expect(bridge.methods()).toEqual(["GetInitContext"]);
  });
});

describe("signing in that cannot be", () => {
  it("is said, and asks nobody", async () => {
    expect(errorOf(await signInOf(null).ask(SCOPES))).toEqual({ type: "sign-in-not-configured" });
    expect(errorOf(await signInOf(CONFIG, false).ask(SCOPES))).toEqual({
      type: "sign-in-unsupported",
    });
    expect(errorOf(await signInOf().ask(SCOPES))).toEqual({ type: "sign-in-unsupported" });
  });

  it.each([
    [null],
    [{}],
    [{ clientId: "" }],
    [{ clientId: "00000000-0000-0000-0000-000000000000" }],
    [{ clientId: "CLIENT_ID" }],
    [{ clientId: CONFIG.clientId, tenant: "evil.example/x?" }],
  ])("is what %j configures", (value) => {
    expect(graphConfigOf(value)).toBeNull();
  });

  it("is not what a client id alone configures: any organisation may then sign in", () => {
    expect(graphConfigOf({ clientId: CONFIG.clientId, other: 1 })).toEqual(CONFIG);
  });
});

describe("a rejection of MSAL", () => {
  it.each([
    [{ errorCode: "user_canceled" }, "sign-in-declined"],
    [{ errorCode: "access_denied" }, "sign-in-declined"],
    [{ errorCode: "server_error", errorMessage: "AADSTS90094: Admin consent" }, "consent-needed"],
    [{ errorCode: "x", errorMessage: "AADSTS650011" }, "sign-in-failed"],
    [{ name: "InteractionRequiredAuthError", errorCode: "login_required" }, "sign-in-failed"],
    [{ errorCode: "no_network_connectivity" }, "offline"],
    ["a string", "sign-in-failed"],
    [null, "sign-in-failed"],
  ])("%j after a window means %s", (cause, type) => {
    expect(signInFaultOf(cause, true, "link").type).toBe(type);
  });

  it("never passes on words that may hold a name", () => {
    expect(signInFaultOf({ errorCode: "Julien Delorme !", errorMessage: "x" }, true, "")).toEqual({
      type: "sign-in-failed",
      code: "unknown",
    });
  });
});
