import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { askerOf } from "#src/cli/io.ts";

describe("questions in a terminal", () => {
  it("are answered in turn, by what was typed ahead too", async () => {
    const input = new PassThrough();
    const ask = askerOf(input, new PassThrough());
    input.write("Atelier\nClaire\n");
    expect(await ask("Nom ? ")).toBe("Atelier");
    expect(await ask("Auteur ? ")).toBe("Claire");
    const late = ask("Adresse ? ");
    input.write("c@lacaze.example\n");
    expect(await late).toBe("c@lacaze.example");
  });

  it("are answered by null once nobody is there any more", async () => {
    const input = new PassThrough();
    const ask = askerOf(input, new PassThrough());
    const left = ask("Nom ? ");
    input.end();
    expect(await left).toBeNull();
    expect(await ask("Auteur ? ")).toBeNull();
  });
});
