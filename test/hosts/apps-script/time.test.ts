import { describe, expect, it } from "vitest";
import { createAccount } from "./account.ts";
import { mailText, openDemo, probe } from "./demo-project.ts";

describe("the clock", () => {
  it("counts the start and every call of a service, by its kind", () => {
    const project = openDemo(
      `function probe() {
      var properties = PropertiesService.getUserProperties();
      properties.getProperties();
      properties.setProperty("a", "b");
      var cache = CacheService.getUserCache();
      cache.get("x");
      cache.put("x", "y");
      LockService.getUserLock().tryLock(100);
      HtmlService.createHtmlOutputFromFile("part");
      UrlFetchApp.fetchAll([1, 2, 3].map(function () { return get("https://www.googleapis.com/drive/v3/files/generateIds"); }));
      CardService.newTextParagraph().setText("free");
    }`,
      { files: { "part.html": "x" } },
    );
    const { ms, counts, calls, requests } = project.run("probe");
    expect(counts).toEqual({
      properties: 2,
      "cache-get": 1,
      "cache-put": 1,
      lock: 1,
      html: 1,
      fetch: 1,
    });
    expect(ms).toBe(700 + 35 + 35 + 4 + 92 + 60 + 20 + 300);
    expect(calls.map((one) => [one.number, one.method])).toContainEqual([
      7,
      "URL_Fetch.UrlFetchApp.fetchAll",
    ]);
    expect(requests.map((one) => [one.round, one.id, one.status])).toEqual(
      Array.from({ length: 3 }, () => [1, "drive.files.generateIds", 200]),
    );
  });

  it("is what a script sees, and moves only as calls are made", () => {
    const account = createAccount({ now: "2026-11-20T08:30:00.000Z" });
    const body = `var before = Date.now(); Utilities.sleep(250);
      return [new Date().toISOString(), Date.now() - before, new Date(0).getTime(), new Date() instanceof Date, Date.UTC(2026, 0, 1)];`;
    expect(probe(body, { account })).toEqual([
      "2026-11-20T08:30:00.950Z",
      250,
      0,
      true,
      Date.UTC(2026, 0, 1),
    ]);
  });

  it("makes chance the same in every run", () => {
    const body = "return [Math.random(), Utilities.getUuid()];";
    expect(probe(body)).toEqual(probe(body));
    expect(probe("return Math.random() === Math.random();")).toBe(false);
  });
});

describe("past its time", () => {
  it("a card is killed after thirty seconds, and nothing that it catches brings it back", () => {
    const project = openDemo(`function onHomepage() {
      var properties = PropertiesService.getUserProperties();
      properties.setProperty("before", "1");
      try { Utilities.sleep(40000); } catch (e) { properties.setProperty("after", "1"); }
      return cardOf("a", [text("b")]);
    }`);
    const gmail = project.openGmail();
    expect(gmail.openHome().fault).toEqual({
      kind: "killed",
      message: "Exceeded maximum execution time",
    });
    expect([...project.account.userProperties.keys()]).toEqual(["before"]);
    expect(() => gmail.card()).toThrow(/Exceeded maximum execution time/);
  });

  it("a trigger is killed after six minutes", () => {
    const project = openDemo(
      `function slow() { Utilities.sleep(300000); } function slower() { Utilities.sleep(400000); }`,
    );
    expect(project.run("slow").fault).toBeNull();
    expect(project.run("slower").fault?.kind).toBe("killed");
  });
});

describe("an injection", () => {
  const script = `function onHomepage() {
    var properties = PropertiesService.getUserProperties();
    properties.setProperty("one", "1");
    try { properties.setProperty("two", "2"); } catch (e) { properties.setProperty("caught", e.name); }
    properties.setProperty("three", "3");
    return cardOf("a", [text("b")]);
  }`;
  const after = (how: "throws" | "throws-after" | "kills" | "kills-after") => {
    const project = openDemo(script);
    project.disturb({ call: 2, how });
    const { fault } = project.openGmail().openHome();
    return [fault?.kind ?? null, ...project.account.userProperties.keys()];
  };

  it("lets a call fail before or after it was done", () => {
    expect(after("throws")).toEqual([null, "one", "caught", "three"]);
    expect(after("throws-after")).toEqual([null, "one", "two", "caught", "three"]);
  });

  it("ends the execution before or after a call, beyond any catch", () => {
    expect(after("kills")).toEqual(["killed", "one"]);
    expect(after("kills-after")).toEqual(["killed", "one", "two"]);
  });

  it("gives locks back that a killed execution held", () => {
    const project = openDemo(
      `function probe() { LockService.getUserLock().waitLock(10); PropertiesService.getUserProperties().getKeys(); }`,
    );
    project.disturb({ call: 2, how: "kills" });
    expect(project.run("probe").fault?.kind).toBe("killed");
    expect(project.run("probe").fault).toBeNull();
  });

  it("answers a status to a whole round, and does nothing", () => {
    const account = createAccount();
    const project = openDemo(
      `function probe() { console.log(UrlFetchApp.fetchAll([get("https://www.googleapis.com/drive/v3/files?spaces=drive"), get("https://www.googleapis.com/drive/v3/files?spaces=drive")]).map(function (one) { return one.getResponseCode(); }).join()); }`,
      { account },
    );
    project.disturb({ call: 1, how: "status", status: 503 });
    expect(project.run("probe").logs).toEqual(["503,503"]);
    expect(project.run("probe").logs).toEqual(["200,200"]);
  });

  it("lets another execution happen in between, which finds the lock taken", () => {
    const project = openDemo(`
      function first() { LockService.getUserLock().waitLock(10); PropertiesService.getUserProperties().setProperty("by", "first"); }
      function second() { console.log(String(LockService.getUserLock().tryLock(500))); }`);
    project.disturb({ call: 2, how: "before", happens: () => project.run("second") });
    project.run("first");
    expect(project.executions.map((one) => [one.handler, ...one.logs])).toEqual([
      ["second", "false"],
      ["first"],
    ]);
    expect(project.run("second").logs).toEqual(["true"]);
  });
});

describe("a trigger by the hour", () => {
  const script = `
    function turnOn() { ScriptApp.newTrigger("onHourly").timeBased().everyHours(1).create(); }
    function turnOff() { ScriptApp.getProjectTriggers().forEach(function (one) { if (one.getHandlerFunction() === "onHourly") ScriptApp.deleteTrigger(one); }); }
    function onHourly(e) { console.log(JSON.stringify([new Date().toISOString().slice(11, 16), e.gmail === undefined])); }`;

  it("runs as time passes, without a mail and its token, until it is deleted", () => {
    const project = openDemo(script);
    project.run("turnOn");
    const ran = project.passTime(3 * 3_600_000);
    expect(ran.map((one) => one.logs)).toEqual([
      ['["09:30",true]'],
      ['["10:30",true]'],
      ['["11:30",true]'],
    ]);
    project.run("turnOff");
    expect(project.passTime(5 * 3_600_000)).toEqual([]);
  });

  it("has 90 minutes a day at all in Gmail, six hours in Workspace, and is not run beyond", () => {
    const slow = `${script} function onHourly() { Utilities.sleep(299300); console.log("done"); }`;
    const ends = (kind: "consumer" | "workspace") => {
      const project = openDemo(slow, { account: createAccount({ kind }) });
      project.run("turnOn");
      const ran = project.passTime(25 * 3_600_000);
      return [
        ran.filter(({ fault }) => fault === null).length,
        ran[18]?.fault?.message,
        ran[24]?.logs,
      ];
    };
    // Eighteen of five minutes; a day after the first of them it begins anew.
    expect(ends("consumer")).toEqual([
      19,
      "Service using too much computer time for one day",
      ["done"],
    ]);
    expect(ends("workspace")).toEqual([25, undefined, ["done"]]);
  });

  it("is one of twenty at most that a person has", () => {
    const create =
      'ScriptApp.newTrigger("onHomepage").timeBased().everyHours(1).create(); return 1;';
    const account = createAccount();
    for (let at = 0; at < 20; at += 1) expect(probe(create, { account })).toBe(1);
    expect(() => probe(create, { account })).toThrow(/too many triggers/i);
  });

  it("is refused more often than by the hour, and for a function that is not there", () => {
    expect(() =>
      probe('ScriptApp.newTrigger("onHomepage").timeBased().everyMinutes(5).create();'),
    ).toThrow(/shorter than one hour/);
    expect(() => probe('ScriptApp.newTrigger("nowhere");')).toThrow(
      /Script function not found: nowhere/,
    );
  });
});

describe("the person's mail", () => {
  it("arrives at the instant of the clock", () => {
    const account = createAccount({ now: "2026-11-20T08:30:00.000Z" });
    expect(account.mailbox.receive(mailText({ id: "m1" })).internalDate).toBe(
      Date.parse("2026-11-20T08:30:00.000Z"),
    );
  });
});
