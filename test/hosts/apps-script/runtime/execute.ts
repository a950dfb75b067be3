import { Script } from "node:vm";
import { createAccount, type Account } from "../account.ts";
import { cardService } from "../cards/card-service.ts";
import { START_MS } from "../clock.ts";
import type { Execution, Injection } from "../execution.ts";
import type { Manifest } from "../manifest.ts";
import { createAppsScriptRealm } from "../realm.ts";
import { surface } from "../reference/surface.ts";
import { gmailApp } from "../services/gmail-app.ts";
import { htmlServices } from "../services/html.ts";
import { scriptServices } from "../services/script.ts";
import { storageServices } from "../services/storage.ts";
import { urlFetch } from "../services/url-fetch.ts";
import { utilities } from "../services/utilities.ts";
import { buildBridge, type Bridge } from "./bridge.ts";
import { EmulatorGap, Part, type Behaviours } from "./part.ts";
import { startRun, type Limit, type Run } from "./run.ts";
import { setUp } from "./setup.ts";
import { refusalOf } from "./syntax.ts";
import type { OpenMail, World } from "./world.ts";

export type Program = {
  readonly files: Readonly<Record<string, string>>;
  readonly scripts: readonly Script[];
  readonly declared: ReadonlyMap<string, "plain" | "async" | "generator">;
  readonly manifest: Manifest;
  readonly account: Account;
  readonly webAppUrl: string | null;
};

export type Entry = {
  readonly handler: string;
  /** Plain data, made anew in the realm; more than one for a call of a page. */
  readonly values: readonly unknown[];
  readonly limit: Limit;
  readonly mail: OpenMail | null;
  readonly injections: readonly Injection[];
  /** What the answer is turned into while the realm is there. */
  readonly take: "part" | "plain";
};

export type Executed = { readonly execution: Execution; readonly value: unknown };

/** Services of the global scope. What Google has beside them, Relance may not use. */
const GLOBALS = [
  "CacheService",
  "CardService",
  "ContentService",
  "GmailApp",
  "HtmlService",
  "LockService",
  "Logger",
  "PropertiesService",
  "ScriptApp",
  "Session",
  "UrlFetchApp",
  "Utilities",
  "console",
];

/** A script that runs on without asking anything of Google is stopped after this much of real time. */
const STUCK_MS = 120_000;

export const execute = (program: Program, entry: Entry): Executed => {
  const { account } = program;
  const run = startRun(account, entry.handler, entry.limit, entry.injections);
  let failure: unknown = null;
  let value: unknown = null;
  try {
    run.wait(START_MS);
    const { bridge, call } = load(program, entry, run);
    const answer = call();
    if (isThenable(answer))
      run.complain(
        new Error(`${entry.handler} answered with a promise: entry points are synchronous`),
      );
    value = bridge.leave(answer);
    if (entry.take === "part" && value !== null && value !== undefined && !isAnswer(value))
      throw new Error(`${entry.handler} answered with ${Object.prototype.toString.call(value)}`);
  } catch (error) {
    failure = error;
  }
  const message = failure === null ? null : wordsOf(failure);
  const execution = run.end(message === null ? null : { kind: "thrown", message });
  const complaint = run.complaint();
  if (complaint !== null) throw complaint;
  return { execution, value: execution.fault === null ? value : null };
};

const wordsOf = (error: unknown): string => {
  // An error of the realm is none of this realm's: what it says of itself is read as text.
  const { name, message } = error as { readonly name?: unknown; readonly message?: unknown };
  return typeof message === "string" ? `${String(name)}: ${message}` : String(error);
};

const isThenable = (value: unknown): boolean =>
  Object.prototype.toString.call(value) === "[object Promise]";

const isAnswer = (value: unknown): boolean =>
  value instanceof Part || (Array.isArray(value) && value.every((one) => one instanceof Part));

const load = (
  program: Program,
  entry: Entry,
  run: Run,
): { readonly bridge: Bridge; readonly call: () => unknown } => {
  const { account, manifest } = program;
  const realm = createAppsScriptRealm();
  const world: World = {
    account,
    manifest,
    files: program.files,
    run,
    mail: entry.mail,
    declared: new Set(
      [...program.declared].flatMap(([name, kind]) => (kind === "plain" ? [name] : [])),
    ),
    webAppUrl: program.webAppUrl,
    token: `ya29.of-${String(account.draw())}`,
  };
  const behaviours = behavioursOf(world);
  const bridge = buildBridge({
    realm,
    surface: surface(),
    behaviours,
    scopes: manifest.oauthScopes,
    run,
  });
  const define = setUp(realm, {
    gate: refusalOf,
    compiled: (body) => realm.runCompiled(functionOf(body)),
    now: account.clock.now,
    chance: () => chanceOf(account.draw()),
    unlike: (what) => {
      const gap = new EmulatorGap(what);
      run.complain(gap);
      return gap.message;
    },
  });
  for (const name of GLOBALS) {
    const of = surface().globals.get(name);
    if (of === undefined) throw new Error(`${name} is not in the reference`);
    define(name, bridge.enter(new Part(of, null)));
  }
  for (const script of program.scripts) realm.runCompiled(script, STUCK_MS);
  define("__values", bridge.enter(entry.values));
  const starter = new Script(`${entry.handler}.apply(this, __values)`);
  return { bridge, call: () => realm.runCompiled(starter, STUCK_MS) };
};

const functions = new Map<string, Script>();

/** The body of a function, which the gate took, compiled once a process: every execution evaluates the same parts. */
const functionOf = (body: string): Script => {
  const before = functions.get(body);
  if (before !== undefined) return before;
  const script = new Script(`(function anonymous() {\n${body}\n})`);
  functions.set(body, script);
  return script;
};

const behavioursOf = (world: World): Behaviours => ({
  ...storageServices(world),
  ...utilities(world),
  ...scriptServices(world),
  ...htmlServices(world),
  ...urlFetch(world),
  ...gmailApp(world),
  ...cardService(world),
});

/** Everything that is emulated, by interface and method: for the test that nothing is invented. */
export const emulatedMethods = (): readonly (readonly [of: string, method: string])[] => {
  const account = createAccount();
  const world: World = {
    account,
    manifest: NO_MANIFEST,
    files: {},
    run: startRun(account, "none", { ms: 0, words: "" }, []),
    mail: null,
    declared: new Set(),
    webAppUrl: null,
    token: "",
  };
  return Object.entries(behavioursOf(world)).flatMap(([of, methods]) =>
    Object.keys(methods).map((name) => [of, name] as const),
  );
};

const NO_MANIFEST: Manifest = {
  timeZone: "Etc/UTC",
  runtimeVersion: "V8",
  oauthScopes: [],
  urlFetchWhitelist: null,
  webapp: null,
  addOn: {
    name: "",
    homepage: null,
    contextual: null,
    compose: [],
    draftAccess: "NONE",
    universal: [],
    openLinkUrlPrefixes: [],
    useLocaleFromApp: false,
  },
};

/** Numbers that look drawn, and are the same in every run of a test. */
const chanceOf = (drawn: number): number => {
  let mixed = Math.imul(drawn ^ 0x9e37_79b9, 0x85eb_ca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2_ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 4_294_967_296;
};
