import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createAccount } from "./account.ts";
import { openDemo, probe, withScopes } from "./demo-project.ts";

describe("properties", () => {
  it("are kept between executions, one store a person and one a script", () => {
    const account = createAccount();
    probe('PropertiesService.getUserProperties().setProperties({ a: "1", b: "2" });', { account });
    const body = `var user = PropertiesService.getUserProperties();
      return [user.getProperties(), user.getProperty("none"), PropertiesService.getScriptProperties().getKeys(), PropertiesService.getDocumentProperties()];`;
    expect(probe(body, { account })).toEqual([{ a: "1", b: "2" }, null, [], null]);
  });

  it("may replace all others", () => {
    const account = createAccount();
    probe(
      'var p = PropertiesService.getUserProperties(); p.setProperty("a", "1"); p.setProperties({ b: "2" }, true);',
      { account },
    );
    expect([...account.userProperties]).toEqual([["b", "2"]]);
  });

  it("hold 9 kB a value and 500 kB a store, whole calls or none of them", () => {
    const account = createAccount();
    const long =
      'PropertiesService.getUserProperties().setProperties({ a: "x", b: Array(9218).join("x") });';
    expect(() => probe(long, { account })).toThrow(/Argument too large: value/);
    expect(account.userProperties.size).toBe(0);
    const many = `var p = PropertiesService.getUserProperties();
      for (var at = 0; at < 70; at += 1) p.setProperty("key-" + at, Array(9001).join("é".charAt(0) === "é" ? "x" : "y"));`;
    expect(() => probe(many, { account })).toThrow(/exceeded the property storage quota/);
    expect(account.userProperties.size).toBe(56);
  });

  it("are counted for a day, from the first call of it", () => {
    const account = createAccount();
    account.usage.set("properties", { since: account.clock.now() - 20 * 3_600_000, used: 49_999 });
    const body = "var p = PropertiesService.getUserProperties(); p.getKeys(); p.getKeys();";
    expect(() => probe(body, { account })).toThrow(/too many times for one day/);
    account.clock.spend(3 * 3_600_000);
    expect(() => probe(body, { account })).toThrow(/too many times for one day/);
    account.clock.spend(3_600_000);
    expect(probe(`${body} return 1;`, { account })).toBe(1);
  });
});

describe("the cache", () => {
  it("forgets after its time, of six hours at most", () => {
    const account = createAccount();
    probe(
      'CacheService.getUserCache().putAll({ a: "1", b: "2" }, 99999); CacheService.getUserCache().put("c", "3");',
      { account },
    );
    const read = 'return CacheService.getUserCache().getAll(["a", "b", "c", "d"]);';
    expect(probe(read, { account })).toEqual({ a: "1", b: "2", c: "3" });
    account.clock.spend(11 * 60_000);
    expect(probe(read, { account })).toEqual({ a: "1", b: "2" });
    account.clock.spend(6 * 3_600_000);
    expect(probe(read, { account })).toEqual({});
  });

  it("holds 100 kB a value and 250 characters a key", () => {
    const put = (key: string, value: string) => () =>
      probe(`CacheService.getUserCache().put(${key}, ${value});`);
    expect(put('"a"', 'Array(102402).join("x")')).toThrow(/Argument too large: value/);
    expect(put('Array(252).join("k")', '"x"')).toThrow(/Argument too large: key/);
    expect(put('"a"', 'Array(102401).join("x")')).not.toThrow();
  });

  it("keeps 900 of more than 1,000 items, those that last longest", () => {
    const account = createAccount();
    const body = `var cache = CacheService.getUserCache(); var all = {};
      cache.put("first", "x", 60);
      for (var at = 0; at < 1000; at += 1) all["k" + at] = "x";
      cache.putAll(all, 3600);`;
    probe(body, { account });
    expect(account.userCache.size).toBe(900);
    expect(account.userCache.has("first")).toBe(false);
  });

  it("may be emptied by Google at any moment", () => {
    const account = createAccount();
    probe('CacheService.getUserCache().put("a", "1");', { account });
    account.userCache.clear();
    expect(probe('return CacheService.getUserCache().get("a");', { account })).toBeNull();
  });
});

describe("utilities", () => {
  it("digest, encode and decode signed bytes", () => {
    const body = `
      var digest = Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, "é", Utilities.Charset.UTF_8);
      return [digest.slice(0, 4), Utilities.base64Encode([-1, 0, 1]), Utilities.base64EncodeWebSafe([-1, -1]), Utilities.base64Decode("/wAB"), Utilities.base64DecodeWebSafe("__8=")];`;
    const digest = [...new Int8Array(createHash("sha256").update("é").digest())].slice(0, 4);
    expect(probe(body)).toEqual([digest, "/wAB", "__8=", [-1, 0, 1], [-1, -1]]);
    for (const wrong of ["*", "/w=", "_w=="])
      expect(() => probe(`Utilities.base64Decode("${wrong}");`)).toThrow(/Could not decode/);
    // The web's own decoders take a text without its padding.
    expect(() => probe('Utilities.base64DecodeWebSafe("__8");')).toThrow(/Could not decode/);
  });

  it("take bytes in long rows as in short ones", () => {
    const body = `var row = []; while (row.length < 1000) row.push(row.length % 256 - 128);
      return [Utilities.base64Decode(Utilities.base64Encode(row)).join() === row.join(),
        Utilities.newBlob(row).getBytes().slice(0, 2), row.length];`;
    expect(probe(body)).toEqual([true, [-128, -127], 1000]);
  });

  it("zip a text and unzip it byte for byte", () => {
    const body = `var zipped = Utilities.gzip(Utilities.newBlob("Prévôt"), "a.gz").getBytes();
      return [Utilities.ungzip(Utilities.newBlob(zipped, "application/x-gzip")).getDataAsString(), zipped.slice(0, 2)];`;
    expect(probe(body)).toEqual(["Prévôt", [31, -117]]);
    expect(() => probe('Utilities.ungzip(Utilities.newBlob("no"));')).toThrow(/decompress/);
  });

  it("write a day in a zone", () => {
    const body = `return Utilities.formatDate(new Date(Date.UTC(2026, 10, 20, 23, 30)), "Europe/Paris", "yyyy-MM-dd'T'HH:mm");`;
    expect(probe(body)).toBe("2026-11-21T00:30");
  });
});

describe("files of HTML", () => {
  it("give their text as it was pushed", () => {
    const files = { "part-reading.html": "H4sIAAAA+/=\n" };
    expect(
      probe('return HtmlService.createHtmlOutputFromFile("part-reading").getContent();', { files }),
    ).toBe("H4sIAAAA+/=\n");
    expect(() => probe('HtmlService.createHtmlOutputFromFile("part-other");')).toThrow(
      /No HTML file named part-other/,
    );
  });
});

describe("the person", () => {
  it("is told only where the manifest asks for it", () => {
    const manifest = withScopes("https://www.googleapis.com/auth/userinfo.email");
    expect(probe("return Session.getActiveUser().getEmail();", { manifest })).toBe(
      "claire@menuiserie-lacombe.example",
    );
  });
});

describe("the address of the web app", () => {
  it("is there where it is deployed", () => {
    expect(probe("return ScriptApp.getService().getUrl();")).toBe(openDemo("").webApp.url);
  });
});
