import type { BrowserContext, Frame, Page } from "playwright-core";
import { startBrowsers, type Browsers } from "../outlook/chromium.ts";
import type { Execution } from "./execution.ts";
import type { Project } from "./host.ts";

/** The script's web app in Chromium, over Gmail as an overlay or by itself, with the emulated script behind it. */
export type WebAppPage = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** The frame that our page runs in: of another site than the one in the address bar. */
  readonly frame: Frame;
  /** Executions that the page had run, `doGet` first. */
  readonly executions: readonly Execution[];
  /** Errors of the page, and what it asked of anybody else than Google's server of the script. */
  readonly faults: readonly string[];
  readonly close: () => Promise<void>;
};

export type WebAppPageOptions = {
  readonly parameters?: Readonly<Record<string, string>>;
  readonly browsers?: Browsers;
  readonly language?: string;
  readonly theme?: "light" | "dark";
  readonly width?: number;
  readonly height?: number;
  readonly timeZone?: string;
};

/** Where Apps Script serves the page of a person's own web app from; the number changes with every script. */
const SANDBOX = "https://n-relance-0lu-script.googleusercontent.com";
const SANDBOX_PAGE = `${SANDBOX}/userCodeAppPanel`;

/** The sandbox that Google's frame has (developers.google.com/apps-script/guides/html/restrictions). */
const RIGHTS = [
  "allow-downloads",
  "allow-forms",
  "allow-modals",
  "allow-popups",
  "allow-popups-to-escape-sandbox",
  "allow-same-origin",
  "allow-scripts",
  "allow-storage-access-by-user-activation",
  "allow-top-navigation-by-user-activation",
].join(" ");

type Crossing =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string };

export const openWebAppPage = async (
  project: Project,
  options: WebAppPageOptions = {},
): Promise<WebAppPage> => {
  const browsers = options.browsers ?? startBrowsers();
  const browser = await browsers.browser("partitioned");
  const context = await browser.newContext({
    locale: options.language ?? "fr-FR",
    timezoneId: options.timeZone ?? "Europe/Paris",
    colorScheme: options.theme ?? "light",
    viewport: { width: options.width ?? 1200, height: options.height ?? 800 },
    acceptDownloads: true,
  });
  const served = project.webApp.get(options.parameters ?? {});
  const executions: Execution[] = [served.execution];
  const faults: string[] = [];

  const outer = `<!doctype html><html><head><meta charset="utf-8"><title>${escaped(served.title)}</title>
${served.metaTags.map(({ name, content }) => `<meta name="${escaped(name)}" content="${escaped(content)}">`).join("")}
<style>html,body,iframe{margin:0;border:0;width:100%;height:100%;display:block}</style></head>
<body><iframe title="app" sandbox="${RIGHTS}" src="${SANDBOX_PAGE}"></iframe></body></html>`;

  await context.exposeBinding(
    "callEmulatedScript",
    (source, name: string, values: unknown[]): Crossing => {
      if (!source.frame.url().startsWith(SANDBOX)) return { ok: false, message: "not our page" };
      const result = project.webApp.call(name, ...values);
      executions.push(result.execution);
      return result.ok ? { ok: true, value: result.value } : { ok: false, message: result.message };
    },
  );
  await context.addInitScript(installRun, { origin: SANDBOX, names: project.webApp.names });
  await context.route("**/*", async (route) => {
    const url = route.request().url();
    if (url.startsWith(project.webApp.url))
      await route.fulfill({ contentType: "text/html", body: outer });
    else if (url === SANDBOX_PAGE)
      await route.fulfill({ contentType: "text/html", body: served.html });
    else {
      faults.push(`asked for ${url}`);
      await route.abort();
    }
  });

  const page = await context.newPage();
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  await page.goto(project.webApp.url, { waitUntil: "load" });
  const frame = page.frames().find((one) => one.url() === SANDBOX_PAGE);
  if (frame === undefined) throw new Error("the page did not come up");
  return {
    page,
    context,
    frame,
    executions,
    faults,
    close: async () => {
      await context.close();
      if (options.browsers === undefined) await browsers.close();
    },
  };
};

const escaped = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

/**
 * Runs in the page: `google.script.run` as its reference has it. Handlers are set on a copy, so that two calls under way
 * do not share them; arguments are checked before they leave.
 */
const installRun = ({
  origin,
  names,
}: {
  readonly origin: string;
  readonly names: readonly string[];
}): void => {
  if (location.origin !== origin) return;
  type Handler = (value: unknown, about?: unknown) => void;
  type Call = (name: string, values: readonly unknown[]) => Promise<Crossing>;
  const call = (window as typeof window & { readonly callEmulatedScript: Call }).callEmulatedScript;
  const legal = (value: unknown): boolean => {
    if (value === null || value === undefined) return true;
    if (typeof value === "string" || typeof value === "boolean") return true;
    if (typeof value === "number") return Number.isFinite(value);
    if (Array.isArray(value)) return value.every(legal);
    if (typeof value !== "object") return false;
    return Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(legal);
  };
  const runner = (success: Handler | null, failure: Handler | null, about: unknown): object => {
    const made: Record<string, unknown> = {
      withSuccessHandler: (handler: Handler) => runner(handler, failure, about),
      withFailureHandler: (handler: Handler) => runner(success, handler, about),
      withUserObject: (object: unknown) => runner(success, failure, object),
    };
    for (const name of names)
      made[name] = (...values: unknown[]): void => {
        if (!values.every(legal))
          throw new TypeError(
            `Failed due to illegal value in property: ${String(values.findIndex((one) => !legal(one)))}`,
          );
        void call(name, values).then((answer) => {
          if (answer.ok) success?.(answer.value, about);
          else if (failure !== null) failure(new Error(answer.message), about);
          else throw new Error(`Uncaught ${answer.message}`);
        });
      };
    return made;
  };
  const google = {
    script: {
      run: runner(null, null, undefined),
      host: {
        origin: "https://script.google.com",
        close: () => undefined,
        setHeight: () => undefined,
      },
    },
  };
  Object.defineProperty(window, "google", { value: google, configurable: true });
};
