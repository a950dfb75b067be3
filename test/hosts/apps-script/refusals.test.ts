import { describe, expect, it } from "vitest";
import { createAccount } from "./account.ts";
import { BASE, MANIFEST, mailText, openDemo, probe, withoutScope } from "./demo-project.ts";
import { openProject } from "./host.ts";

describe("the push refuses", () => {
  const pushed = (script: string) => () => openDemo(script);

  it.each([
    ["an export", "export function more() {}"],
    ["an import", 'import "x";'],
    ["a top-level await", "await 1;"],
    ["a class field", "class A { b = 1; }"],
    ["a static class field", "class A { static b = 1; }"],
    ["optional chaining", "function more(a) { return a?.b; }"],
    ["a nullish default", "function more(a) { return a ?? 1; }"],
    ["a literal of BigInt", "var more = 1n;"],
    ["a number with separators", "var more = 1_000;"],
    ["a pattern with newer flags", "var more = /a/v;"],
    ["an await beside a loop", "for await (var a of []) {}"],
  ])("%s", (_, script) => {
    expect(pushed(script)).toThrow(/ParseError/);
  });

  it("an entry point that is missing, asynchronous, or not at the top of a script", () => {
    expect(pushed("async function onMessage() {}")).toThrow(/onMessage is async/);
    expect(pushed("function* onMessage() {}")).toThrow(/onMessage is generator/);
    const files = { "Code.js": "(function () { function onMessage() {} })();" };
    expect(() =>
      openProject({ files, manifest: JSON.stringify(MANIFEST), account: createAccount() }),
    ).toThrow(/no function onHomepage/);
  });

  it("a file that clasp would not push", () => {
    expect(() => openDemo("", { files: { "notes.md": "" } })).toThrow(/pushes no notes.md/);
  });

  it("a manifest that asks for a locale without its scope, or for a fetch without a path", () => {
    expect(() => openDemo("", { manifest: withoutScope("script.locale") })).toThrow(
      /script.locale/,
    );
    expect(() => openDemo("", { manifest: withoutScope("addons.execute") })).toThrow(/execute/);
    const bare = { ...MANIFEST, urlFetchWhitelist: ["https://gmail.googleapis.com"] };
    expect(() => openDemo("", { manifest: bare })).toThrow(/urlFetchWhitelist/);
  });
});

describe("the realm has no", () => {
  it.each([
    "fetch",
    "setTimeout",
    "setInterval",
    "queueMicrotask",
    "URL",
    "URLSearchParams",
    "TextEncoder",
    "TextDecoder",
    "crypto",
    "structuredClone",
    "atob",
    "btoa",
    "Buffer",
    "process",
    "require",
    "module",
    "window",
    "Intl",
    "DriveApp",
    "SpreadsheetApp",
  ])("%s", (name) => {
    expect(probe(`return typeof ${name};`)).toBe("undefined");
  });

  it.each([
    "[].at",
    "Object.hasOwn",
    '"".replaceAll',
    '"".matchAll',
    "Promise.allSettled",
    "Object.groupBy",
  ])("%s", (member) => {
    expect(probe(`return typeof ${member};`)).toBe("undefined");
  });

  it("newer methods on what a service gives, either", () => {
    const body = `
      var bytes = Utilities.base64Decode("AQID");
      return [typeof bytes.at, typeof Object.keys(PropertiesService.getUserProperties().getProperties()).at, bytes instanceof Array];`;
    expect(probe(body)).toEqual(["undefined", "undefined", true]);
  });
});

describe("what another V8, or another zone, would answer otherwise", () => {
  it.each([
    "new Date().getHours()",
    "new Date().getTimezoneOffset()",
    "String(new Date())",
    "new Date() + 1",
    "Date()",
    "new Date(2026, 10, 20)",
    'new Date("2026-11-20T10:00:00")',
    'Date.parse("20 November 2026 10:00")',
    'new Date().toLocaleDateString("fr-FR")',
    '(1234.5).toLocaleString("fr-FR")',
    '["é", "z"].sort(function (a, b) { return a.localeCompare(b); })',
    '"I".toLocaleLowerCase("tr")',
  ])("is refused for good: %s", (expression) => {
    expect(() => probe(`try { ${expression}; } catch (e) { return 1; }`)).toThrow(
      /differs at Google/,
    );
  });

  it.each([
    ['new Date("2026-11-20").getTime()', Date.UTC(2026, 10, 20)],
    ['Date.parse("Fri, 20 Nov 2026 10:00:00 +0100")', Date.UTC(2026, 10, 20, 9)],
    ['new Date("2026-11-20T10:00:00.000Z").toISOString()', "2026-11-20T10:00:00.000Z"],
    ["new Date(new Date(5)).getUTCFullYear()", 1970],
    ["JSON.stringify([new Date(0)])", '["1970-01-01T00:00:00.000Z"]'],
    ['"É".toLowerCase()', "é"],
  ])("is answered where it is the same everywhere: %s", (expression, value) => {
    expect(probe(`return ${expression};`)).toBe(value);
  });
});

describe("code out of a text", () => {
  it("runs, as Apps Script runs it", () => {
    expect(probe('return [new Function("a", "return a + 1")(1), (0, eval)("2 + 2")];')).toEqual([
      2, 4,
    ]);
  });

  it("is held to the same syntax", () => {
    expect(() => probe('return new Function("return a?.b");')).toThrow(/SyntaxError/);
    expect(() => probe('return (0, eval)("class A { b = 1; }");')).toThrow(/SyntaxError/);
    expect(() => probe('return (function () {}).constructor("return a ?? b");')).toThrow(
      /SyntaxError/,
    );
  });
});

describe("an execution", () => {
  it("must not answer with a promise", () => {
    const project = openDemo("function onMessage() { return Promise.resolve(onHomepage()); }");
    const { id } = project.account.mailbox.receive(mailText({ id: "m1" }));
    expect(() => project.openGmail().openMessage(id)).toThrow(/promise/);
  });

  it("must not answer with a card that was not built", () => {
    const project = openDemo(
      'function onHomepage() { return CardService.newCardBuilder().setHeader(CardService.newCardHeader().setTitle("a")); }',
    );
    expect(() => project.openGmail().openHome()).toThrow(/Card.CardBuilder, not Card.Card/);
  });

  it("fails where a service lacks its scope", () => {
    const bare = withoutScope("script.scriptapp");
    expect(() => probe('ScriptApp.newTrigger("onHomepage");', { manifest: bare })).toThrow(
      /You do not have permission to call .*newTrigger/,
    );
    const offline = withoutScope("script.external_request");
    expect(() =>
      probe('UrlFetchApp.fetch("https://gmail.googleapis.com/");', { manifest: offline }),
    ).toThrow(/external_request/);
    expect(() => probe("Session.getActiveUser().getEmail();")).toThrow(/userinfo.email/);
  });

  it("fails for good where it uses what Google has and the emulator has not, even if it catches it", () => {
    expect(() => probe("try { Utilities.zip([]); } catch (e) { return 1; }")).toThrow(
      /Utilities.zip is not emulated/,
    );
  });

  it("cannot call what Google has not", () => {
    expect(() => probe('CardService.newTextParagraph().setTitle("a");')).toThrow(/not a function/);
    expect(() => probe("Utilities.sha256(1);")).toThrow(/not a function/);
  });

  it("is refused values of another type, as Apps Script refuses them", () => {
    expect(() => probe("CardService.newTextParagraph().setText(5);")).toThrow(
      /parameters \(number\) don't match the method signature/,
    );
    expect(() => probe('CardService.newTextButton().setTextButtonStyle("FILLED");')).toThrow(
      /String/,
    );
    expect(() => probe("Utilities.base64Encode([200]);")).toThrow(/number\[\]/);
    // A long row crosses in one piece, and is held to the same.
    for (const wrong of ["200", "1.5", '"7"', "null"])
      expect(() =>
        probe(`var row = []; while (row.length < 300) row.push(1);
        row[299] = ${wrong}; Utilities.base64Encode(row);`),
      ).toThrow(/signature/);
    expect(() => probe("Utilities.base64Encode(new Uint8Array(2));")).toThrow(/signature/);
    expect(() => probe('PropertiesService.getUserProperties().setProperty("a", null);')).toThrow(
      /null/,
    );
  });

  it("throws exceptions that are errors of its own realm, and may catch them", () => {
    const body = `try { CacheService.getUserCache().put("", "x"); return 0; }
      catch (e) { return [e instanceof Error, e.name]; }`;
    expect(probe(body)).toEqual([true, "Exception"]);
  });

  it("starts from nothing: no value outlives it", () => {
    const project = openDemo(
      "var count = 0; function probe() { count += 1; console.log(String(count)); }",
    );
    expect([project.run("probe").logs, project.run("probe").logs]).toEqual([["1"], ["1"]]);
  });

  it("takes later declarations of one name, over files in the order of their names", () => {
    const project = openProject({
      files: {
        "b.js": "function probe() { console.log(later()); }",
        "Code.js": BASE,
        "z.js": "function later() { return 'z'; }",
      },
      manifest: JSON.stringify(MANIFEST),
      account: createAccount(),
    });
    expect(project.run("probe").logs).toEqual(["z"]);
  });
});
