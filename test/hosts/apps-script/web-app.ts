import type { CallResult, WebApp, WebPage } from "./host.ts";
import type { Executed, Program } from "./runtime/execute.ts";
import { Part } from "./runtime/part.ts";
import type { HtmlState } from "./services/html.ts";

export type RunPage = (
  handler: string,
  values: readonly unknown[],
  take: "part" | "plain",
) => Executed;

/** The script's web app, as `doGet` and `google.script.run` see it. */
export const openWebApp = (program: Program, run: RunPage): WebApp => {
  const { webAppUrl, declared } = program;
  return {
    get url() {
      if (webAppUrl === null) throw new Error("the script is not deployed as a web app");
      return webAppUrl;
    },
    names: [...declared].flatMap(([name, kind]) =>
      kind === "plain" && !name.endsWith("_") ? [name] : [],
    ),
    get: (parameters = {}): WebPage => {
      if (webAppUrl === null) throw new Error("the script is not deployed as a web app");
      const pairs = Object.entries(parameters);
      const event = {
        queryString: pairs.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&"),
        parameter: parameters,
        parameters: Object.fromEntries(pairs.map(([name, value]) => [name, [value]])),
        contextPath: "",
        contentLength: -1,
      };
      const { execution, value } = run("doGet", [event], "part");
      if (execution.fault !== null) throw new Error(`doGet: ${execution.fault.message}`);
      if (!(value instanceof Part) || value.of !== "HTML.HtmlOutput")
        throw new Error("doGet gave no page of HtmlService");
      const { html, title, meta, frame } = value.state as HtmlState;
      return {
        execution,
        html,
        title: title ?? program.manifest.addOn.name,
        metaTags: meta,
        frame,
      };
    },
    call: (name, ...values): CallResult => {
      // google.script.run has no member for what does not exist, ends in an underscore, or is asynchronous.
      if (name.endsWith("_") || declared.get(name) !== "plain")
        throw new TypeError(`google.script.run.${name} is not a function`);
      for (const one of values) requireCrossing(one, "argument");
      const { execution, value } = run(name, values, "plain");
      if (execution.fault !== null)
        return { ok: false, message: execution.fault.message, execution };
      // What cannot cross is not told to anybody: the page gets null.
      return { ok: true, value: canCross(value) ? (value ?? null) : null, execution };
    },
  };
};

/** developers.google.com/apps-script/guides/html/reference/run: what may be handed over. */
const canCross = (value: unknown): boolean => {
  if (value === null || value === undefined) return true;
  if (["string", "boolean"].includes(typeof value)) return true;
  if (typeof value === "number") return Number.isFinite(value);
  if (Array.isArray(value)) return value.every(canCross);
  if (typeof value !== "object" || value instanceof Part) return false;
  if (Object.prototype.toString.call(value) !== "[object Object]") return false;
  return Object.values(value).every(canCross);
};

const requireCrossing = (value: unknown, what: string): void => {
  if (value === undefined || !canCross(value))
    throw new TypeError(`Failed due to illegal value in property: ${what}`);
};
