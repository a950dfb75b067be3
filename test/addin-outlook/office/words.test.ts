import { describe, expect, it } from "vitest";
import type { DropRefusal, OutlookAbility, OutlookFault } from "#outlook/outlook.ts";
import { abilitiesOf, platformOf } from "#outlook/office/abilities.ts";
import type { Probe } from "#outlook/office/abilities.ts";
import { fileNameWithin, tooManyFiles } from "#outlook/office/limits.ts";
import { faultOfError, faultOfThrown } from "#outlook/office/office-fault.ts";
import type { Language } from "#shared/kernel/money.ts";
import { dropRefusalWords, outlookFaultWords } from "#shared/locales/outlook-faults.ts";
import type { OutlookFaultWord } from "#shared/locales/outlook-faults.ts";
import type { Sentence } from "#shared/locales/locale.ts";

const text = (sentence: Sentence): string =>
  sentence.map((one) => ("own" in one ? one.own : one.foreign)).join("");

const set =
  (newest: number): Probe["isSet"] =>
  (name, version) =>
    name === "Mailbox" ? Number(version.split(".")[1]) <= newest : true;
const web: Probe = {
  platform: "web",
  isSet: set(15),
  hasCall: () => true,
  accountType: "office365",
  hasWholeMailbox: true,
};
const cannot = (probe: Partial<Probe>): readonly string[] =>
  Object.entries(abilitiesOf({ ...web, ...probe }))
    .filter(([, can]) => !can)
    .map(([ability]) => ability);

describe("what a client can do", () => {
  it.each<[string, Partial<Probe>, readonly OutlookAbility[]]>([
    ["everything on the web of today with the wider manifest", {}, []],
    [
      "no list of categories and no several mails with the narrow one",
      { hasWholeMailbox: false },
      ["new-categories", "several"],
    ],
    [
      "LTSC 2021, at 1.9",
      { platform: "windows", isSet: set(9) },
      ["evidence", "reply-attachments", "several"],
    ],
    ["Mac, at 1.14", { platform: "mac", isSet: set(14) }, ["reply-attachments", "download"]],
    [
      "a client of the sets that lacks a method",
      { hasCall: (name) => name !== "loadItemByIdAsync" },
      ["several"],
    ],
    ["Outlook.com", { accountType: "outlookCom" }, ["pinning", "sign-in"]],
    [
      "a client that knows no dialogs and no sign-in",
      { isSet: (name, version) => name === "Mailbox" && set(15)(name, version) },
      ["dialog", "sign-in"],
    ],
  ])("%s", (_, probe, lacks) => {
    expect(cannot(probe)).toEqual(lacks);
  });

  it("is called by our names of platforms, new Outlook on Windows being the web's", () => {
    expect(["PC", "OfficeOnline", "Mac", "iOS", "Android", "Universal"].map(platformOf)).toEqual([
      "windows",
      "web",
      "mac",
      "mobile",
      "mobile",
      "unknown",
    ]);
  });
});

describe("a failure of Office", () => {
  it.each<[number, OutlookFault]>([
    [9030, { type: "item-changed" }],
    [9041, { type: "offline" }],
    [5011, { type: "timed-out" }],
    [7000, { type: "denied", code: 7000 }],
    [9017, { type: "denied", code: 9017 }],
    [9012, { type: "too-large", limit: 100, what: "recipients" }],
    [9055, { type: "unsupported", ability: "headers" }],
    [5001, { type: "failed", code: 5001, detail: "Name" }],
  ])("%i is a fault of ours", (code, fault) => {
    expect(faultOfError({ code, name: "Name" }, "headers")).toEqual(fault);
  });

  it("thrown by a missing method, a bad argument, a gone item or a permission is told apart", () => {
    const named = Object.assign(new Error("x"), { name: "Sys.ArgumentOutOfRangeException" });
    expect(faultOfThrown(new TypeError("x is not a function"), "evidence")).toEqual({
      type: "unsupported",
      ability: "evidence",
    });
    expect(faultOfThrown(named)).toEqual({
      type: "failed",
      code: null,
      detail: "Sys.ArgumentOutOfRangeException",
    });
    expect(
      faultOfThrown(new Error("Invalid operation (x) when Office.context.mailbox.item is null.")),
    ).toEqual({ type: "item-changed" });
    expect(faultOfThrown(new Error("Elevated permission"))).toEqual({ type: "denied", code: null });
    expect(faultOfError(null)).toEqual({ type: "failed", code: null, detail: "" });
  });
});

describe("a fault in words", () => {
  const abilities = Object.keys(abilitiesOf(web)) as OutlookAbility[];
  const faults: readonly OutlookFault[] = [
    ...abilities.map((ability): OutlookFault => ({ type: "unsupported", ability })),
    { type: "denied", code: 9017 },
    { type: "denied", code: null },
    { type: "item-changed" },
    { type: "timed-out" },
    { type: "offline" },
    ...(["text", "subject", "settings", "recipients", "files", "bytes"] as const).map(
      (what): OutlookFault => ({ type: "too-large", limit: 26_214_400, what }),
    ),
    { type: "failed", code: 9044, detail: "InvalidCategory" },
    { type: "failed", code: 5001, detail: "InternalError" },
  ];

  it("has one sentence a fault and language, each its own", () => {
    for (const language of ["fr", "en"] as const satisfies readonly Language[]) {
      const said = faults.map((fault: OutlookFaultWord) =>
        text(outlookFaultWords(fault, language)),
      );
      expect(new Set(said).size).toBe(faults.length);
      for (const one of said) expect(one).toMatch(/^[A-ZÀ-Ý].*\.$/);
    }
    expect(
      text(outlookFaultWords({ type: "too-large", limit: 26_214_400, what: "bytes" }, "fr")),
    ).toContain("25 Mo");
    expect(text(outlookFaultWords({ type: "denied", code: 9017 }, "fr"))).toContain(
      "(code 9017)\u00a0:",
    );
  });

  it("says why a dropped file was not taken", () => {
    const refusals: readonly DropRefusal["type"][] = [
      "dropped-left",
      "dropped-not-a-mail",
      "dropped-msg-unreadable",
    ];
    for (const one of refusals)
      expect(text(dropRefusalWords(one, "fr"))).not.toBe(text(dropRefusalWords(one, "en")));
  });
});

describe("a file", () => {
  it("keeps its ending where its name is cut", () => {
    const name = fileNameWithin(`${"facture".repeat(60)}.pdf`);
    expect(name).toHaveLength(255);
    expect(name.endsWith(".pdf")).toBe(true);
  });

  it("is refused with the others where they are too large together", () => {
    const file = {
      name: "a.pdf",
      type: "application/pdf",
      bytes: new Uint8Array(13 * 1024 * 1024),
    };
    expect(tooManyFiles([file])).toBeNull();
    expect(tooManyFiles([file, file])).toMatchObject({ type: "too-large", what: "bytes" });
  });
});
