import { describe, expect, it } from "vitest";
import { TAGS } from "#shared/kernel/parties.ts";
import type { Tag } from "#shared/kernel/parties.ts";
import { chanceOf, decideReply } from "#shared/mail/reply-decision.ts";
import { keyNumber, modelOf, rowsOf, storedOf } from "#shared/mail/reply-model.ts";
import type { ReplyModel } from "#shared/mail/reply-model.ts";
import type { Signal } from "#shared/mail/signals.ts";

/** A model in which each word speaks for tags as told, and nothing else speaks. */
const modelSaying = (words: Readonly<Record<string, Partial<Record<Tag, number>>>>): ReplyModel =>
  modelOf(
    storedOf(
      TAGS.map(() => 0),
      new Map(
        Object.entries(words).map(([word, says]) => [
          keyNumber(`w:${word}`),
          TAGS.map((tag) => says[tag] ?? 0),
        ]),
      ),
    ),
  );

const MODEL = modelSaying({
  virement: { paid: 40 },
  vendredi: { promise: 60 },
  casse: { dispute: 70 },
  guichet: { acknowledgement: 8 },
});
const THRESHOLDS = { sure: 4, likely: 2, also: 16 };

/** Each text a sentence, its words what the model sees. */
const decided = (sentences: readonly string[], signals: readonly Signal[] = []) =>
  decideReply(
    MODEL,
    THRESHOLDS,
    sentences.flatMap((text, sentence) =>
      text.split(" ").map((word) => ({ key: `w:${word}`, sentence })),
    ),
    signals,
  );

const signal = (tag: Tag, over: Partial<Signal> = {}): Signal => ({
  tag,
  rule: `${tag}.told`,
  weight: 3,
  sentence: -1,
  span: null,
  hit: null,
  quote: "",
  ...over,
});

describe("a decision", () => {
  it("notes beside a tag what else is said, if it comes after it", () => {
    expect(decided(["casse", "vendredi"])).toMatchObject({ tag: "dispute", also: ["promise"] });
  });

  it("notes nothing that should have been the tag itself", () => {
    expect(decided(["vendredi", "virement"])).toMatchObject({ tag: "promise", also: [] });
  });

  it("is sure where the lead is long for how much is said", () => {
    expect(decided(["vendredi"]).confidence).toBe("sure");
    const long = Array.from({ length: 400 }, (_, at) => `mot${String(at)}`).join(" ");
    expect(decided([`vendredi ${long}`]).confidence).not.toBe("sure");
  });

  it("is not sure beside a dispute that is less than twice as far behind as sure asks", () => {
    const near = decideReply(
      modelSaying({ vendredi: { promise: 60, dispute: 45 } }),
      THRESHOLDS,
      [{ key: "w:vendredi", sentence: 0 }],
      [],
    );
    const far = decideReply(
      modelSaying({ vendredi: { promise: 60, dispute: 35 } }),
      THRESHOLDS,
      [{ key: "w:vendredi", sentence: 0 }],
      [],
    );
    expect([near.confidence, far.confidence]).toEqual(["likely", "sure"]);
  });

  it("is not sure where a rule for a dispute fires beside another tag", () => {
    expect(decided(["vendredi"], [signal("dispute", { sentence: 0 })]).confidence).not.toBe("sure");
  });

  it("takes for a robot what only a machine writes, unless the words say something else", () => {
    const robot = signal("autoreply");
    expect(decided(["guichet"], [robot]).tag).toBe("autoreply");
    expect(decided(["guichet"], [robot, signal("refusal")]).tag).toBe("acknowledgement");
    expect(decided(["vendredi"], [robot]).tag).toBe("promise");
    expect(decided(["guichet"], [signal("autoreply", { weight: 2 })]).tag).toBe("acknowledgement");
  });

  it("offers its own tag first, then the others by how much speaks for them", () => {
    const { ranked } = decided(["guichet virement"], [signal("autoreply")]);
    expect(ranked[0]).toBe("paid");
    expect(decided(["guichet"], [signal("autoreply")]).ranked.slice(0, 2)).toEqual([
      "autoreply",
      "acknowledgement",
    ]);
    expect(new Set(ranked).size).toBe(ranked.length);
  });

  it("never makes a delivery failure of words", () => {
    const model = modelSaying({ undelivered: { bounce: 90 } });
    const { tag, ranked } = decideReply(
      model,
      THRESHOLDS,
      [{ key: "w:undelivered", sentence: 0 }],
      [],
    );
    expect([tag === "bounce", ranked.includes("bounce")]).toEqual([false, false]);
  });
});

describe("what a lead is measured by", () => {
  it("grows with the different words, and with nothing else", () => {
    expect(chanceOf(["w:a", "w:a", "c:x", "r:y"])).toBe(chanceOf(["w:a"]));
    expect(chanceOf(["w:a", "w:b", "w:c", "w:d"])).toBe(3);
  });
});

describe("a stored model", () => {
  it("is read back as it was, with keys that are far apart and weights of any size", () => {
    const rows = new Map([
      [0, [0, 0, 1]],
      [5, [-127, 127, 0]],
      [2 ** 13 - 1, [0, 0, 0]],
      [2 ** 13, [1, 0, -1]],
      [2 ** 24 - 1, [2, -1, 0]],
    ]);
    const stored = storedOf([3, -120, 0], rows);
    expect(rowsOf(stored)).toEqual(rows);
    const { bias, rowOf } = modelOf(stored);
    expect(bias).toEqual([3, -120, 0]);
    // In any order, and of none that is not there.
    for (const [key, row] of [...rows].reverse()) expect(rowOf(key), String(key)).toEqual(row);
    expect([rowOf(1), rowOf(2 ** 13 - 2), rowOf(2 ** 23)]).toEqual([null, null, null]);
  });
});
