import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "acorn";
import { beforeAll, describe, expect, it } from "vitest";
import { bundleCore } from "../../scripts/core-bundle.mjs";
import { ROOT } from "../../scripts/programs.mjs";
import { FLOOR } from "../hosts/apps-script/floor.ts";
import { morningOf } from "../hosts/apps-script/morning.ts";
import { createAppsScriptRealm, createCoreRealm } from "../hosts/apps-script/realm.ts";

describe("the realm of the floor", () => {
  it("holds every built-in that the list names, and none besides", () => {
    for (const realm of [createAppsScriptRealm(), createCoreRealm()]) {
      // A well-known symbol can't be deleted; the method that it stands for is gone.
      expect(realm.left).toEqual(["Symbol.matchAll"]);
      expect(realm.missing).toEqual([]);
    }
    const globals = createAppsScriptRealm().run("Object.getOwnPropertyNames(globalThis).join(' ')");
    const named = Object.keys(FLOOR).filter((name) => !name.startsWith("%"));
    expect(String(globals).split(" ").toSorted()).toEqual(named.toSorted());
  });

  it.each([
    ["[1].at(0)"],
    ["[1].findLast(Boolean)"],
    ["[2, 1].toSorted()"],
    ["new Uint8Array(1).at(0)"],
    ["'a'.replaceAll('a', 'b')"],
    ["'a'.matchAll(/a/g)"],
    ["'a'.at(0)"],
    ["Object.hasOwn({}, 'a')"],
    ["Object.groupBy([], Boolean)"],
    ["Promise.allSettled([])"],
    ["structuredClone({})"],
    ["new TextEncoder()"],
    ["setTimeout(function () {}, 0)"],
    ["new URL('https://relance.example/')"],
    ["atob('')"],
    ["crypto.subtle"],
    ["new Intl.NumberFormat('fr')"],
    ["new WeakRef({})"],
    ["process.exit()"],
    ["require('fs')"],
  ])("refuses %s in Apps Script", (script) => {
    expect(() => createAppsScriptRealm().run(script)).toThrow(/is not (a function|defined)/);
  });

  it.each([
    ['new RegExp("a", "d")', "Invalid flags"],
    ['RegExp("a", "v")', "Invalid flags"],
    ["/a/[Symbol.matchAll]('a')", "is not a function"],
  ])("refuses %s: flags and matches newer than 2019", (script, why) => {
    for (const realm of [createAppsScriptRealm(), createCoreRealm()])
      expect(() => realm.run(script)).toThrow(why);
  });

  it("runs patterns as they are: made by name or by letter, with the floor's flags", () => {
    const script = `[new RegExp("(?<y>\\\\d+)", "gimsuy").flags, RegExp(/a/).source, /a/ instanceof RegExp,
      "a1b2".split(new RegExp("\\\\d")).join(), RegExp.prototype === Object.getPrototypeOf(new RegExp("a"))].join(" ")`;
    expect(createAppsScriptRealm().run(script)).toBe("gimsuy a true a,b, true");
  });

  it.each([
    ["Date.now()"],
    ["Math.random()"],
    ["'a'.localeCompare('b')"],
    ["(1).toLocaleString('fr')"],
    ["[1].toLocaleString('fr')"],
    ["console.log('')"],
    ["eval('1')"],
  ])("refuses %s in the core", (script) => {
    expect(() => createCoreRealm().run(script)).toThrow(/is not (a function|defined)/);
  });
});

describe("the core, whole, in the realm of the floor", () => {
  let bundle = "";
  beforeAll(async () => {
    bundle = await bundleCore();
  });

  it("is a classic script of ES2019", () => {
    const options = { ecmaVersion: 2019, sourceType: "script" } as const;
    expect(() => parse(bundle, options)).not.toThrow();
    expect(() => parse("a?.b", options)).toThrow(SyntaxError);
    expect(() => parse("class A { b = 1 }", options)).toThrow(SyntaxError);
    expect(() => parse("/a/v", options)).toThrow(SyntaxError);
  });

  it("loads all its modules", () => {
    const realm = createCoreRealm();
    realm.run(bundle);
    const paths = String(realm.run("Object.keys(Relance.modules).join('\\n')")).split("\n");
    expect(paths).toContain("/shared/kernel/bytes.ts");
    for (const path of paths) expect(path).toMatch(/^\/shared\/[a-z]+\/[a-z0-9/-]+\.ts$/);
  });

  const work = (path: string, script: string): unknown => {
    const realm = createCoreRealm();
    realm.run(bundle);
    return realm.run(`(function (it) { return ${script}; })(Relance.modules["${path}"])`);
  };

  it("hashes as FIPS 180-4 says", () => {
    expect(work("/shared/kernel/bytes.ts", `it.sha256Hex(it.utf8Bytes("abc"))`)).toBe(
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    );
  });

  it("shares money, counts days and writes canonical text", () => {
    expect(
      work(
        "/shared/kernel/money.ts",
        `JSON.stringify(it.allocateMoney(it.money(100, "EUR"), [1, 1, 1]).map(function (part) {
          return part.minor;
        }))`,
      ),
    ).toBe("[34,33,33]");
    expect(work("/shared/kernel/calendar.ts", `it.addDays(it.dateOf("2026-02-27"), 3)`)).toBe(
      "2026-03-02",
    );
    expect(work("/shared/ledger/canonical.ts", `it.canonicalText({ b: 1, a: "é" })`)).toBe(
      '{"a":"é","b":1}',
    );
  });

  it("lives a morning there: a ledger opened, invoices taken in, today's list, as in Node to the byte", async () => {
    const csv = readFileSync(join(ROOT, "src/workbench/sample/invoices.csv"), "utf8");
    const told = morningOf(csv);
    expect(told).toContain("Garage Mercier SARL");
    const realm = createCoreRealm();
    realm.run(await bundleCore("test/hosts/apps-script/morning.ts"));
    expect(realm.run(`Relance.morningOf(${JSON.stringify(csv)})`)).toBe(told);
  }, 60_000);

  it("parses with zod where no code may be made out of text", () => {
    expect(
      work(
        "/shared/claims/fields.ts",
        `[12, 1.5, "12", 1e300].map(function (value) { return it.zMinor.safeParse(value).success; }).join()`,
      ),
    ).toBe("true,false,false,false");
    expect(() => createCoreRealm().run("new Function('return 1')")).toThrow(/code generation/i);
  });
});
