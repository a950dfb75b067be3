import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createAccount, type Account } from "./account.ts";
import { probe as runProbe, withoutScope, type ManifestData } from "./demo-project.ts";

/** What a script says to Drive, in a few words. */
const MORE = `
function call(method, path, more) {
  var request = get("https://www.googleapis.com" + path);
  request.method = method;
  Object.keys(more || {}).forEach(function (name) { request[name] = more[name]; });
  var answer = UrlFetchApp.fetch(request.url, (function () { delete request.url; return request; })());
  var text = answer.getContentText();
  return { status: answer.getResponseCode(), body: text.charAt(0) === "{" ? JSON.parse(text) : text, headers: answer.getHeaders() };
}
function meta(value) { return { contentType: "application/json", payload: JSON.stringify(value) }; }
function multipart(value, type, text) {
  var body = "--b\\r\\nContent-Type: application/json; charset=UTF-8\\r\\n\\r\\n" + JSON.stringify(value) + "\\r\\n--b\\r\\nContent-Type: " + type + "\\r\\n\\r\\n" + text + "\\r\\n--b--";
  return { contentType: "multipart/related; boundary=b", payload: Utilities.newBlob(body).getBytes() };
}
var FILES = "/drive/v3/files", UPLOAD = "/upload/drive/v3/files";
`;

const probe = (
  body: string,
  account: Account = createAccount(),
  manifest?: ManifestData,
): unknown =>
  runProbe(body, { account, more: MORE, ...(manifest === undefined ? {} : { manifest }) });

describe("a file", () => {
  it("is made under an id that was drawn before, and made twice is refused", () => {
    const account = createAccount();
    const body = `
      var id = call("get", FILES + "/generateIds?count=1&space=drive").body.ids[0];
      var first = call("post", UPLOAD + "?uploadType=multipart", multipart({ id: id, name: "a", appProperties: { kind: "tail" } }, "text/plain", "Prévôt"));
      var second = call("post", UPLOAD + "?uploadType=multipart", multipart({ id: id, name: "a" }, "text/plain", "x"));
      return [first.status, Object.keys(first.body).sort(), second.status, second.body.error.errors[0].reason, call("get", FILES + "/" + id + "?alt=media").body];`;
    expect(probe(body, account)).toEqual([
      200,
      ["id", "kind", "mimeType", "name"],
      409,
      "fileIdInUse",
      "Prévôt",
    ]);
    expect([...account.drive.byPath().keys()]).toEqual(["a"]);
  });

  it("does not come back under the id of one that is gone", () => {
    const body = `
      var id = call("get", FILES + "/generateIds").body.ids[0];
      call("post", FILES, meta({ id: id, name: "a" }));
      return [call("delete", FILES + "/" + id).status, call("get", FILES + "/" + id).status, call("post", FILES, meta({ id: id, name: "a" })).status];`;
    expect(probe(body)).toEqual([204, 404, 409]);
  });

  it("takes no id of another place, nor one that Drive did not draw", () => {
    const body = `
      var hidden = call("get", FILES + "/generateIds?space=appDataFolder").body.ids[0];
      return [call("post", FILES, meta({ id: hidden, name: "a" })).status, call("post", FILES, meta({ id: "mine", name: "a" })).status];`;
    expect(probe(body)).toEqual([400, 400]);
  });

  it("is written anew whole, and tells its size and digest where asked", () => {
    const account = createAccount();
    const body = `
      var made = call("post", UPLOAD + "?uploadType=media", { contentType: "application/octet-stream", payload: [1, -1] }).body;
      call("patch", UPLOAD + "/" + made.id + "?uploadType=media", { contentType: "text/plain", payload: "abc" });
      call("patch", FILES + "/" + made.id, meta({ name: "b", appProperties: { a: "1" } }));
      return [made.name, call("get", FILES + "/" + made.id + "?fields=name,size,sha256Checksum,appProperties,version").body];`;
    expect(probe(body, account)).toEqual([
      "Untitled",
      {
        name: "b",
        size: "3",
        sha256Checksum: createHash("sha256").update("abc").digest("hex"),
        appProperties: { a: "1" },
        version: "3",
      },
    ]);
  });

  it("of more than 5 MB goes up in two requests", () => {
    const account = createAccount();
    const body = `
      var bytes = Array(5300000).join("x");
      var large = call("post", UPLOAD + "?uploadType=media", { contentType: "text/plain", payload: bytes }).status;
      var begun = call("post", UPLOAD + "?uploadType=resumable", meta({ name: "large" }));
      var done = UrlFetchApp.fetch(begun.headers.Location, { method: "put", contentType: "text/plain", payload: bytes, headers: get("").headers });
      return [large, begun.status, done.getResponseCode()];`;
    expect(probe(body, account)).toEqual([413, 200, 200]);
    expect(account.drive.byPath().get("large")?.bytes?.length).toBe(5_299_999);
  });

  it("holds 124 bytes a property and thirty of them", () => {
    const body = `
      var many = {}; for (var at = 0; at < 31; at += 1) many["k" + at] = "v";
      return [
        call("post", FILES, meta({ appProperties: { key: Array(123).join("v") } })).status,
        call("post", FILES, meta({ appProperties: { key: Array(122).join("v") } })).status,
        call("post", FILES, meta({ appProperties: many })).status];`;
    expect(probe(body)).toEqual([403, 200, 403]);
  });

  it("is refused what Drive would pass over or not know", () => {
    expect(() => probe('call("get", FILES + "?limit=3");')).toThrow(/no parameter limit/);
    expect(() => probe('call("get", "/drive/v3/folders");')).toThrow(/no method of Google's/);
    expect(() =>
      probe(
        'call("patch", FILES + "/x", { headers: { Authorization: get("").headers.Authorization, "If-Match": "1" } });',
      ),
    ).toThrow(/no If-Match/);
    expect(probe('return call("post", FILES, meta({ title: "a" })).status;')).toBe(400);
    expect(probe('return call("get", FILES + "?fields=files(id").status;')).toBe(400);
  });
});

describe("a folder", () => {
  it("holds files, and is found by listing what the app made", () => {
    const account = createAccount();
    account.drive.put("Relance", new Uint8Array());
    const body = `
      var folder = call("post", FILES, meta({ name: "Relance", mimeType: "application/vnd.google-apps.folder" })).body.id;
      call("post", UPLOAD + "?uploadType=multipart", multipart({ name: "0001.segment", parents: [folder], appProperties: { kind: "segment" } }, "text/plain", "s"));
      call("post", FILES, meta({ name: "other", parents: [folder] }));
      var q = encodeURIComponent("'" + folder + "' in parents and appProperties has { key='kind' and value='segment' } and trashed = false");
      return call("get", FILES + "?spaces=drive&fields=files(name,parents)&q=" + q).body.files.map(function (one) { return [one.name, one.parents[0] === folder]; });`;
    expect(probe(body, account)).toEqual([["0001.segment", true]]);
    expect([...account.drive.byPath().keys()]).toContain("Relance/0001.segment");
  });

  it("is gone with what lies in it when the person deletes it", () => {
    const account = createAccount();
    probe(
      `var folder = call("post", FILES, meta({ name: "Relance", mimeType: "application/vnd.google-apps.folder" })).body.id;
       call("post", FILES, meta({ name: "in", parents: [folder] }));`,
      account,
    );
    account.drive.remove(account.drive.byPath().get("Relance")?.id ?? "");
    expect(account.drive.files.size).toBe(0);
  });
});

describe("what an app sees", () => {
  it("is what it made, and nothing else of the person's", () => {
    const account = createAccount();
    const { id } = account.drive.put("private", new Uint8Array([1]));
    const body = `return [call("get", FILES + "/${id}").status, call("get", FILES + "?fields=files(id)").body.files];`;
    expect(probe(body, account)).toEqual([404, []]);
  });

  it("has a hidden place of its own, gone when the person removes the app's data", () => {
    const account = createAccount();
    const body = `
      call("post", FILES, meta({ name: "shard", parents: ["appDataFolder"] }));
      return [call("get", FILES + "?fields=files(name)").body.files, call("get", FILES + "?spaces=appDataFolder&fields=files(name)").body.files];`;
    expect(probe(body, account)).toEqual([[], [{ name: "shard" }]]);
    expect([...account.drive.byPath().keys()]).toEqual(["appData/shard"]);
    account.drive.clearAppData();
    expect(account.drive.files.size).toBe(0);
  });

  it("hangs on the scopes of the manifest", () => {
    const visible = 'return call("post", FILES, meta({ name: "a" })).status;';
    const hidden =
      'return call("post", FILES, meta({ name: "a", parents: ["appDataFolder"] })).status;';
    expect(probe(visible, createAccount(), withoutScope("drive.file"))).toBe(403);
    expect(probe(hidden, createAccount(), withoutScope("drive.appdata"))).toBe(403);
    expect(probe(hidden, createAccount(), withoutScope("drive.file"))).toBe(200);
  });

  it("needs the token of this execution, and an address that the manifest allows", () => {
    expect(
      runProbe(
        'return UrlFetchApp.fetch("https://www.googleapis.com/drive/v3/files", { headers: { Authorization: "Bearer old" }, muteHttpExceptions: true }).getResponseCode();',
      ),
    ).toBe(401);
    expect(() => runProbe('UrlFetchApp.fetch("https://example.org/");')).toThrow(
      /urlFetchWhitelist/,
    );
    // A domain that only begins like an allowed one, and a scheme that is not its.
    for (const url of [
      "https://www.googleapis.com.example.org/drive/",
      "http://www.googleapis.com/drive/v3/files",
    ])
      expect(() => runProbe(`UrlFetchApp.fetch("${url}");`)).toThrow(/urlFetchWhitelist/);
    expect(() =>
      runProbe(
        'UrlFetchApp.fetch("https://www.googleapis.com/drive/v3/files/x", { headers: get("").headers });',
      ),
    ).toThrow(/returned code 404/);
  });

  it("takes an address of 2 kB, a hundred headers and 8 kB of them in a call", () => {
    const asks = (query: string, headers: string): unknown =>
      probe(
        `var headers = get("").headers; ${headers}
        return UrlFetchApp.fetch("https://www.googleapis.com/drive/v3/files?q=" + ${query}, { headers: headers, muteHttpExceptions: true }).getResponseCode();`,
      );
    expect(asks('""', "")).toBe(200);
    expect(() => asks('Array(2100).join("x")', "")).toThrow(/URL Length/);
    const many = 'for (var at = 0; at < 100; at += 1) headers["X-" + at] = "1";';
    expect(() => asks('""', many)).toThrow(/header count/);
    const long = 'headers["X-A"] = headers["X-B"] = Array(4096).join("x");';
    expect(() => asks('""', long)).toThrow(/header size/);
  });
});
