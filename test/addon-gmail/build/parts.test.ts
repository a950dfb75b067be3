import { beforeAll, describe, expect, it } from "vitest";
import { declaredIn } from "../../hosts/apps-script/runtime/syntax.ts";
import { bundleSmall, openSmall, smallFiles, type Bundled, type Files } from "./small-script.ts";

let bundle: Bundled;
let files: Files;

beforeAll(async () => {
  bundle = await bundleSmall();
  files = smallFiles(bundle);
});

const call = (given: Files, name: string) => openSmall(given).webApp.call(name);

const told = (given: Files, name: string) => {
  const answer = call(given, name);
  return {
    said: answer.ok ? answer.value : answer.message,
    files: answer.execution.counts.html ?? 0,
  };
};

describe("Gmail's script in files", () => {
  it("is one script of ES2019 with a function for each export, and a file for each part and what parts share", () => {
    expect(Object.keys(files).toSorted()).toEqual([
      "Code.js",
      "desk.html",
      "part-acts.html",
      "part-common.html",
      "part-reading.html",
    ]);
    const declared = declaredIn("Code.js", files["Code.js"] ?? "");
    expect([...declared.keys()].toSorted()).toEqual([
      "tellAll",
      "tellBuild",
      "tellHeavy",
      "tellNothing",
      "tellPage",
      "tellReading",
      "tellTwice",
    ]);
    expect(new Set(declared.values())).toEqual(new Set(["plain"]));
  });

  it("reads no file where no part is asked for, and evaluates nothing of a part", () => {
    expect(told(files, "tellNothing")).toEqual({ said: "public heavy main", files: 0 });
  });

  it("reads a part and what it leans on: two files, each module evaluated once", () => {
    expect(told(files, "tellReading")).toEqual({
      said: "reading réglé € 𝄞 [heavy main between reading]",
      files: 2,
    });
  });

  it("reads a part once however often it is asked for, and what two parts share once for both", () => {
    expect(told(files, "tellTwice").files).toBe(2);
    expect(told(files, "tellAll")).toEqual({
      said: "reading réglé € 𝄞 [heavy main between reading] acts réglé € 𝄞 [heavy main between reading acts]",
      files: 3,
    });
  });

  it("remembers nothing from one execution to the next", () => {
    const project = openSmall(files);
    const first = project.webApp.call("tellReading");
    const second = project.webApp.call("tellReading");
    expect(second).toEqual({ ...first, execution: second.execution });
    expect(second.execution.counts).toEqual({ html: 2 });
  });

  it("gives the text of a page as it is", () => {
    expect(told(files, "tellPage").said).toBe("<!doctype html><p>Bureau à “jour”</p>");
  });

  it("says which manifest it was built for, without another bundle", () => {
    expect(told(smallFiles(bundle, { variant: "full" }), "tellNothing").said).toBe(
      "full heavy main",
    );
  });

  it("is the same again from the same sources", async () => {
    expect(smallFiles(await bundleSmall())).toEqual(files);
  });
});

describe("a part that does not belong", () => {
  it("is refused with its name where it is of another build, and nothing of it is evaluated", () => {
    const id = told(files, "tellBuild").said;
    const other = (files["part-reading.html"] ?? "").replace(String(id), "0123456789ab");
    expect(other).not.toBe(files["part-reading.html"]);
    expect(told({ ...files, "part-reading.html": other }, "tellReading").said).toBe(
      `Error: part-reading is not of build ${String(id)}: push or paste every file again`,
    );
  });

  it("is refused where a file lies under the name of another", () => {
    const swapped = { ...files, "part-reading.html": files["part-acts.html"] ?? "" };
    expect(told(swapped, "tellReading").said).toMatch(/part-reading is not of build/);
  });

  it("is refused where the file is not there", () => {
    const { "part-common.html": _, ...rest } = files;
    expect(told(rest, "tellReading").said).toMatch(/part-common/);
  });

  it("is read though an editor has put space around it and other line ends in it", () => {
    const spaced = `\r\n${(files["part-reading.html"] ?? "").replace(/\n/g, "\r\n")}\r\n  `;
    expect(told({ ...files, "part-reading.html": spaced }, "tellReading").said).toMatch(
      /^reading réglé/,
    );
  });
});

describe("the script to paste", () => {
  it("is one file that holds everything, reads none, and says the same", () => {
    const pasted = smallFiles(bundle, { isPasted: true });
    expect(Object.keys(pasted)).toEqual(["Code.js"]);
    for (const name of ["tellNothing", "tellReading", "tellAll", "tellPage"]) {
      expect(told(pasted, name), name).toEqual({ said: told(files, name).said, files: 0 });
    }
  });
});
