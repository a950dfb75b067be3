import { beforeAll, describe, expect, it } from "vitest";
import { makeGmail } from "../../../scripts/gmail-build.mjs";
import { textOfValue } from "#shared/app/desk/values.ts";
import { createAccount } from "../../hosts/apps-script/account.ts";
import { mailText } from "../../hosts/apps-script/demo-project.ts";
import { openProject, type Project } from "../../hosts/apps-script/host.ts";
import { surface } from "../../hosts/apps-script/reference/surface.ts";
import { declaredIn, refusalOf } from "../../hosts/apps-script/runtime/syntax.ts";
import { scriptOf, startCost } from "./start-cost.ts";

let made: Awaited<ReturnType<typeof makeGmail>>;

/** A fault of the manifests, of the push set or of a size stops the build here already. */
beforeAll(async () => {
  made = await makeGmail();
}, 120_000);

const filesOf = (folder: string): Readonly<Record<string, string>> => {
  const files = made.folders.get(folder);
  if (files === undefined) throw new Error(`no folder ${folder}`);
  return files;
};

const open = (folder: string): Project => {
  const { "appsscript.json": manifest = "", ...files } = filesOf(folder);
  return openProject({ files, manifest, account: createAccount() });
};

const FOLDERS = ["gmail", "gmail-full", "gmail-paste"];

describe("the built Gmail add-on", () => {
  it("has functions that are plain, and only those that somebody calls", () => {
    for (const folder of FOLDERS) {
      const declared = declaredIn("Code.js", filesOf(folder)["Code.js"] ?? "");
      expect([...declared.keys()].toSorted(), folder).toEqual([...made.bundle.exports].toSorted());
      expect(new Set(declared.values()), folder).toEqual(new Set(["plain"]));
    }
  });

  it("is ES2019 in every part too", () => {
    const parts = Object.entries(filesOf("gmail")).filter(([name]) => name.startsWith("part-"));
    expect(parts.length).toBeGreaterThan(2);
    for (const [name, text] of parts)
      expect(refusalOf(`"use strict"; return {${scriptOf(text)}};`), name).toBeNull();
  });

  it("needs two files at most for the card beside a mail, and each part's files are there", () => {
    const { parts } = made.bundle;
    expect(parts.find(({ name }) => name === "reading")?.files.length).toBeLessThanOrEqual(2);
    for (const { name, files } of parts)
      for (const file of files)
        expect(Object.keys(filesOf("gmail")), name).toContain(`${file}.html`);
  });

  it("keeps the weights of reading and the words of letters out of Code.js", () => {
    const inCode = made.bundle.code.flatMap(({ modules }) => modules);
    const heavy = /mail\/(?:.*weights|rules)|drafting\/letter|app\/(?:open-mail|record-act)\.ts/;
    expect(inCode.filter((module) => heavy.test(module))).toEqual([]);
  });

  it("names nothing of Google's that its scopes do not give", () => {
    const { oauthScopes } = JSON.parse(filesOf("gmail")["appsscript.json"] ?? "") as {
      readonly oauthScopes: readonly string[];
    };
    const all = [...made.bundle.code, ...[...made.bundle.files.values()].flat()];
    const script = all.map(({ code }) => code).join("\n");
    const used = [...surface().globals].flatMap(([name, of]) =>
      [...script.matchAll(new RegExp(`\\b${name}\\.(\\w+)\\(`, "g"))].map(
        ([call, method = ""]) =>
          [call, surface().interfaces.get(of)?.methods.get(method)?.scopes] as const,
      ),
    );
    expect(used.length).toBeGreaterThan(10);
    const unmet = used.filter(
      ([, scopes]) =>
        scopes === undefined ||
        (scopes.length > 0 && !scopes.some((one) => oauthScopes.includes(one))),
    );
    expect(unmet).toEqual([]);
  });

  it.each(FOLDERS)("starts in a realm of Apps Script and answers: %s", (folder) => {
    const project = open(folder);
    const { id } = project.account.mailbox.receive(mailText({ id: "first" }));
    const gmail = project.openGmail();
    expect(gmail.openHome().fault).toBeNull();
    const { fault, counts } = gmail.openMessage(id);
    expect(fault).toBeNull();
    expect(counts.html ?? 0).toBe(0);
  });

  it("reads parts from its files, and from itself where it was pasted", () => {
    const menu = (folder: string) => {
      const gmail = open(folder).openGmail();
      gmail.openHome();
      const chosen = gmail.choose("Chercher / Search");
      return { fault: chosen?.fault, html: chosen?.counts.html ?? 0, lines: gmail.card().lines };
    };
    const pushed = menu("gmail");
    expect(pushed).toMatchObject({ fault: null, html: 2 });
    expect(menu("gmail-paste")).toEqual({ ...pushed, html: 0 });
  });

  it("reads for a call of the desk what that call needs: half of all lies in what reads replies", () => {
    const { webApp } = open("gmail");
    const files = (request: unknown): number | string => {
      const text = textOfValue(request);
      const call = JSON.stringify({ type: "text", build: null, language: "fr", text });
      const answer = webApp.call("callDesk", call);
      return answer.ok ? (answer.execution.counts.html ?? 0) : answer.message;
    };
    const run = (name: string) => ({ ask: "run", name, input: {}, bytes: new Map() });
    expect({
      nothing: files("no request of ours"),
      begun: files({ ask: "begin", ledger: null }),
      hello: files({ ask: "hello" }),
      segments: files({ ask: "segment-names" }),
      bytes: files({ ask: "blob", sha256: "0".repeat(64), from: 0 }),
      unknown: files(run("nobody's")),
      aged: files(run("aged")),
      today: files(run("today")),
    }).toEqual({
      nothing: 1,
      begun: 1,
      hello: 1,
      segments: 1,
      bytes: 1,
      unknown: 4,
      aged: 4,
      today: 5,
    });
  });

  it("serves a page of the desk that names use cases, and holds none of what they decide", () => {
    const page = filesOf("gmail")["desk.html"] ?? "";
    const script = scriptOf(/id="packed">([^<]*)</.exec(page)?.[1] ?? "");
    expect(script).toContain("confirm-reading");
    expect(script).toContain("the script runs it");
    // Of the lists that answers are read by.
    const reading = scriptOf(filesOf("gmail")["part-reading.html"] ?? "");
    for (const words of ["sous huitaine", "refusal.will-not-pay", "hors de question"])
      expect([words, reading.includes(words), script.includes(words)]).toEqual([
        words,
        true,
        false,
      ]);
    expect(script.length).toBeLessThan(1_500_000);
  });

  it("shows the same page from its file and from the script that was pasted", () => {
    const [pushed, pasted] = ["gmail", "gmail-paste"].map(
      (folder) => open(folder).webApp.get().html,
    );
    expect(pushed).toContain('id="packed"');
    expect(pasted).toBe(pushed);
  });

  it("has a start that can be measured, and parts", () => {
    const { startMs, partMs } = startCost(filesOf("gmail"));
    expect(startMs).toBeGreaterThan(0);
    expect(Object.keys(partMs).toSorted()).toEqual(made.bundle.parts.map(({ name }) => name));
  });
});
