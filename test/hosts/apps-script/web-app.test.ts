import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startBrowsers, type Browsers } from "../outlook/chromium.ts";
import { openWebAppPage } from "./chromium-page.ts";
import { openDemo } from "./demo-project.ts";

const SCRIPT = `
function doGet(e) {
  return HtmlService.createHtmlOutputFromFile("desk").setTitle("Bureau").addMetaTag("viewport", "width=device-width");
}
function callDesk(request) {
  if (request.kind === "fail") throw new Error("refused");
  if (request.kind === "date") return new Date(0);
  PropertiesService.getUserProperties().setProperty("seen", JSON.stringify(request));
  return { kind: "ok", twice: request.rows.map(function (one) { return one * 2; }) };
}
function secret_() { return 1; }`;

const PAGE = `<!doctype html><html><body><main id="out">…</main><script>
window.ask = function (request) {
  return new Promise(function (resolve) {
    google.script.run
      .withSuccessHandler(function (value, about) { resolve(["ok", value, about]); })
      .withFailureHandler(function (error, about) { resolve(["failed", error.message, about]); })
      .withUserObject("mine")
      .callDesk(request);
  });
};
ask({ kind: "sum", rows: [1, 2] }).then(function (answer) { document.getElementById("out").textContent = JSON.stringify(answer); });
</script></body></html>`;

const demo = () => openDemo(SCRIPT, { files: { "desk.html": PAGE } });

describe("the web app", () => {
  it("gives the page that doGet makes", () => {
    const page = demo().webApp.get();
    expect([page.title, page.html, page.metaTags, page.frame]).toEqual([
      "Bureau",
      PAGE,
      [{ name: "viewport", content: "width=device-width" }],
      "DEFAULT",
    ]);
  });

  it("is called over google.script.run, under the six minutes of a script", () => {
    const project = demo();
    expect(project.webApp.call("callDesk", { kind: "sum", rows: [1, 2] })).toMatchObject({
      ok: true,
      value: { kind: "ok", twice: [2, 4] },
    });
    expect(project.webApp.call("callDesk", { kind: "fail" })).toMatchObject({
      ok: false,
      message: "Error: refused",
    });
  });

  it("takes and gives only what may cross", () => {
    const { webApp } = demo();
    expect(() => webApp.call("callDesk", { rows: [new Date()] })).toThrow(/illegal value/);
    expect(() => webApp.call("callDesk", { rows: [() => 1] })).toThrow(/illegal value/);
    expect(webApp.call("callDesk", { kind: "date" })).toMatchObject({ ok: true, value: null });
  });

  it("calls no private function and none that is missing", () => {
    const { webApp } = demo();
    expect(() => webApp.call("secret_")).toThrow(/secret_ is not a function/);
    expect(() => webApp.call("nothing")).toThrow(/nothing is not a function/);
    expect(webApp.names).not.toContain("secret_");
  });
});

describe("in Chromium", () => {
  let browsers: Browsers;
  beforeAll(() => {
    browsers = startBrowsers();
  });
  afterAll(async () => {
    await browsers.close();
  });

  it("the page runs in a frame of another site and speaks with the script", async () => {
    const project = demo();
    const { frame, page, faults, executions, close } = await openWebAppPage(project, { browsers });
    await frame.waitForFunction(() => document.getElementById("out")?.textContent !== "…");
    expect(await frame.textContent("#out")).toBe('["ok",{"kind":"ok","twice":[2,4]},"mine"]');
    expect(new URL(frame.url()).host).toMatch(/-script\.googleusercontent\.com$/);
    expect([page.url(), await page.title()]).toEqual([project.webApp.url, "Bureau"]);
    expect(await frame.evaluate("ask({ kind: 'fail' })")).toEqual([
      "failed",
      "Error: refused",
      "mine",
    ]);
    expect(executions.map((one) => one.handler)).toEqual(["doGet", "callDesk", "callDesk"]);
    expect(project.account.userProperties.get("seen")).toBe('{"kind":"sum","rows":[1,2]}');
    expect(faults).toEqual([]);
    await close();
  });

  it("the page cannot hand over a file, call what is private, or ask anybody else", async () => {
    const { frame, faults, close } = await openWebAppPage(demo(), { browsers });
    const refused = await frame.evaluate(() => {
      type Run = { readonly callDesk: (value: unknown) => void };
      const { run } = (
        window as typeof window & { readonly google: { readonly script: { readonly run: Run } } }
      ).google.script;
      try {
        run.callDesk(new Blob(["x"]));
        return "taken";
      } catch (error) {
        return `${String(error)} ${Object.keys(run).join()}`;
      }
    });
    expect(refused).toMatch(/illegal value/);
    expect(refused).toContain("callDesk");
    expect(refused).not.toContain("secret_");
    await frame.evaluate(() => fetch("https://evil.example/").catch(() => null));
    expect(faults).toContain("asked for https://evil.example/");
    await close();
  });
});
