import { describe, expect, it } from "vitest";
import { ownValue } from "#shared/kernel/own-value.ts";

describe("a map asked by a key from outside", () => {
  it("gives what it holds, and nothing that every object inherits", () => {
    const map: { readonly [key: string]: string } = Object.fromEntries([
      ["a", "first"],
      ["__proto__", "own"],
    ]);
    expect(ownValue(map, "a")).toBe("first");
    expect(ownValue(map, "__proto__")).toBe("own");
    for (const key of ["constructor", "toString", "hasOwnProperty", "b"])
      expect(ownValue(map, key), key).toBeNull();
    expect(ownValue({}, "__proto__")).toBeNull();
  });
});
