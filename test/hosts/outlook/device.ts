import type { BrowserContext, Route } from "playwright-core";
import { bridgeScript, createAuth } from "./auth.ts";
import type { Auth, AuthMode } from "./auth.ts";
import type { Browsers, Storage } from "./chromium.ts";
import { extrasScript } from "./extras.ts";
import { DOWNLOAD_ORIGIN } from "./graph/drive.ts";
import { GRAPH_ORIGIN } from "./graph/graph.ts";
import type { Graph } from "./graph/graph.ts";
import { UPLOAD_ORIGINS } from "./graph/uploads.ts";
import { serveSites } from "./sites.ts";
import type { Asked } from "./sites.ts";
import { THEMES } from "./themes.ts";
import type { ThemeName } from "./themes.ts";

export type DeviceOptions = {
  readonly dist: string;
  readonly addinOrigin: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly browsers: Browsers;
  readonly storage: Storage;
  readonly language: string;
  readonly theme: ThemeName;
  readonly timeZone: string;
  readonly viewport: { readonly width: number; readonly height: number };
  readonly platform: "OfficeOnline" | "PC" | "Mac";
  readonly blocksPopups: boolean;
  readonly graph: Graph;
  readonly auth: AuthMode;
};

/** One browser of one person on one machine: what its windows share is storage, tokens and the network. */
export type Device = {
  /** Of this machine alone: another device of the same person may have its network. */
  isOffline: boolean;
  readonly context: BrowserContext;
  readonly asked: Asked;
  readonly auth: Auth;
};

export const openDevice = async (options: DeviceOptions): Promise<Device> => {
  const browser = await options.browsers.browser(options.storage);
  const context = await browser.newContext({
    locale: options.language,
    timezoneId: options.timeZone,
    viewport: options.viewport,
    colorScheme: options.theme === "light" ? "light" : "dark",
    forcedColors: options.theme === "contrast" ? "active" : "none",
  });
  const asked = await serveSites(context, options);
  const auth = createAuth(options.graph, options.auth);
  const device: Device = { isOffline: false, context, asked, auth };
  // Routes added later are tried first.
  for (const origin of [GRAPH_ORIGIN, DOWNLOAD_ORIGIN, ...Object.values(UPLOAD_ORIGINS)]) {
    await context.route(
      (url) => url.href.startsWith(origin),
      (route) => (device.isOffline ? route.abort(NO_NETWORK) : carry(route, options.graph)),
    );
  }
  await context.exposeBinding("outlookAuth", (_, text: string) => auth.answer(text));
  if (options.auth !== "none") await context.addInitScript(bridgeScript, options.addinOrigin);
  await context.addInitScript(extrasScript, {
    addinOrigin: options.addinOrigin,
    platform: options.platform,
    theme: THEMES[options.theme],
    blocksPopups: options.blocksPopups,
  });
  return device;
};

const NO_NETWORK = "internetdisconnected";

const carry = async (route: Route, graph: Graph): Promise<void> => {
  const request = route.request();
  const told = await graph.handle({
    method: request.method(),
    url: new URL(request.url()),
    headers: await request.allHeaders(),
    body: request.postDataBuffer(),
  });
  if (told === "offline") {
    await route.abort(NO_NETWORK);
    return;
  }
  const body = typeof told.body === "string" ? told.body : Buffer.from(told.body);
  await route.fulfill({ status: told.status, headers: { ...told.headers }, body });
};
