import { describe, expect, it } from "vitest";
import { emulatedMethods } from "./runtime/execute.ts";
import { api, misfits } from "./reference/discovery.ts";
import { methodOf, surface } from "./reference/surface.ts";

describe("what is emulated", () => {
  it("is in Google's reference, method by method", () => {
    const all = emulatedMethods();
    expect(all.length).toBeGreaterThan(200);
    expect(
      all
        .filter(([of, name]) => methodOf(surface(), of, name) === null)
        .map((one) => one.join(".")),
    ).toEqual([]);
  });

  it("needs no Developer Preview", () => {
    const preview = emulatedMethods().filter(
      ([of, name]) => methodOf(surface(), of, name)?.isPreview === true,
    );
    expect(preview).toEqual([]);
  });
});

describe("the reference", () => {
  it("tells the scopes of a method", () => {
    const { interfaces } = surface();
    expect(interfaces.get("Script.ScriptApp")?.methods.get("newTrigger")?.scopes).toEqual([
      "https://www.googleapis.com/auth/script.scriptapp",
    ]);
    expect(interfaces.get("Properties.Properties")?.methods.get("getProperty")?.scopes).toEqual([]);
  });

  it("tells what is in preview", () => {
    expect(methodOf(surface(), "Card.TextParagraph", "setMaxLines")).not.toBeNull();
    expect(methodOf(surface(), "Card.Chip", "setLabel")?.isPreview).toBe(true);
    expect(methodOf(surface(), "Card.TextParagraph", "setText")?.isPreview).toBe(false);
  });

  it("tells routes, parameters, bodies, answers and scopes of the REST interfaces", () => {
    const route = api("gmail").routes.find((one) => one.id === "gmail.users.drafts.create");
    expect(route).toMatchObject({
      verb: "POST",
      host: "https://gmail.googleapis.com",
      path: "/gmail/v1/users/{userId}/drafts",
      uploadPath: "/upload/gmail/v1/users/{userId}/drafts",
      body: "Draft",
      answer: "Draft",
    });
    expect(route?.scopes).toContain(
      "https://www.googleapis.com/auth/gmail.addons.current.action.compose",
    );
    const list = api("drive").routes.find((one) => one.id === "drive.files.list");
    expect([...(list?.query.keys() ?? [])]).toEqual(
      expect.arrayContaining(["q", "spaces", "fields"]),
    );
    for (const name of ["gmail", "drive", "chat"] as const)
      expect(api(name).routes.filter((one) => one.scopes.length === 0 || one.path === "")).toEqual(
        [],
      );
  });

  it("finds what does not fit a schema, however deep", () => {
    const card = {
      header: { title: "a" },
      sections: [{ widgets: [{ textParagraph: { text: 3 } }] }],
    };
    expect(misfits(api("chat"), "GoogleAppsCardV1Card", card)).toEqual([
      "GoogleAppsCardV1Card.sections[0].widgets[0].textParagraph.text is no string",
    ]);
    expect(misfits(api("chat"), "GoogleAppsCardV1Card", { head: {} })).toEqual([
      "GoogleAppsCardV1Card.head is unknown",
    ]);
  });
});
