import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MESSAGE_CHARS_MAX, frameJoiner, framesOf } from "#outlook/desk/chunks.ts";
import { textOfValue, valueOfText } from "#shared/app/desk/values.ts";

const again = (value: unknown): unknown => valueOfText(textOfValue(value));

describe("values between the desk and the pane", () => {
  it("come back as they went: maps, sets, bytes and what is absent", () => {
    const value = {
      rows: new Map([["a", { kept: new Set([1, 2]) }]]),
      bytes: new Uint8Array([0, 255, 10]),
      absent: undefined,
      none: null,
      list: [undefined, "é"],
    };
    expect(again(value)).toEqual(value);
  });

  it("come back as they went, whatever JSON can hold", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(again(value)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  it("are not mistaken for a mark of ours where a mail holds one", () => {
    const value = { $relance: "bytes", of: "AAAA", also: { $relance: 1 } };
    expect(again(value)).toEqual(value);
  });

  it("are nothing where the text is none of ours", () => {
    for (const text of ["", "{", '{"$relance":"date"}', '{"$relance":"map","of":[1]}']) {
      expect(valueOfText(text)).toBeUndefined();
    }
  });
});

describe("messages between the desk and the pane", () => {
  it("stay below what every Outlook carries, however long the text", () => {
    const text = '"\\é\n'.repeat(20_000);
    for (const frame of framesOf("1", text)) {
      expect(frame.length).toBeLessThanOrEqual(MESSAGE_CHARS_MAX);
    }
  });

  it("are put together again in any order, two texts at once", () => {
    const one = "a".repeat(40_000);
    const two = "b".repeat(20_000);
    const join = frameJoiner();
    const frames = [...framesOf("1", one), ...framesOf("2", two)].toReversed();
    expect(frames.map(join).filter((text) => text !== null)).toEqual([two, one]);
  });

  it("are left where they are no frame, or contradict themselves", () => {
    const join = frameJoiner();
    for (const text of [
      "",
      "null",
      '{"id":"1","part":3,"of":2,"text":""}',
      '{"id":"1","part":0,"of":1e9,"text":""}',
    ]) {
      expect(join(text)).toBeNull();
    }
  });

  it("do not gather without end where their rest never comes", () => {
    const join = frameJoiner();
    for (let id = 0; id < 1_000; id += 1) {
      expect(join(JSON.stringify({ id: String(id), part: 0, of: 2, text: "x" }))).toBeNull();
    }
    const late = JSON.stringify({ id: "999", part: 1, of: 2, text: "y" });
    expect(join(late)).toBeNull();
  });
});
