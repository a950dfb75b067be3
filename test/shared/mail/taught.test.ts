import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TAGS } from "#shared/kernel/parties.ts";
import type { Tag } from "#shared/kernel/parties.ts";
import type { Reading } from "#shared/mail/reading.ts";
import { NOTHING_TAUGHT, habitKey, taughtTimes, withTaught } from "#shared/mail/taught.ts";
import type { Taught } from "#shared/mail/taught.ts";

const readAs = (tag: Tag, confidence: Reading["confidence"], rules = ["r1"]): Reading => {
  const grounds = rules.map((rule) => ({ of: tag, quote: "leurs mots", span: null, rule }));
  return { tag, also: [], tags: [{ tag, grounds }], confidence, ranked: [], invoices: [], grounds };
};

const mail = { from: { address: "Compta@nordis.example" } };
const habit = (read: Tag, tag: Tag, times: number): Taught => ({
  ...NOTHING_TAUGHT,
  bySender: new Map([[habitKey("compta@nordis.example", read), { tag, times }]]),
});
const record = (rule: string, kept: number, corrected: number): Taught => ({
  ...NOTHING_TAUGHT,
  byRule: new Map([[rule, { kept, corrected }]]),
});

const ORDER = ["unsure", "likely", "sure"] as const;

describe("what corrections teach", () => {
  it("changes nothing where nothing was corrected", () => {
    const reading = readAs("promise", "sure");
    expect(withTaught(reading, NOTHING_TAUGHT, mail)).toBe(reading);
  });

  it("proposes the tag that a sender's mails were always filed under, with that as its ground", () => {
    const taught = withTaught(readAs("promise", "sure"), habit("promise", "autoreply", 2), mail);
    expect(taught).toMatchObject({ tag: "autoreply", confidence: "likely" });
    expect(taught.grounds[0]).toMatchObject({ of: "autoreply", quote: "Compta@nordis.example" });
    expect(taughtTimes(taught.grounds[0]!.rule)).toBe(2);
  });

  it("waits for a second correction of a sender, and for a third of a debtor", () => {
    const once = habit("promise", "autoreply", 1);
    expect(withTaught(readAs("promise", "sure"), once, mail).tag).toBe("promise");
    const debtor = (times: number): Taught => ({
      ...NOTHING_TAUGHT,
      byDebtor: new Map([["promise" as const, { tag: "autoreply" as const, times }]]),
    });
    expect(withTaught(readAs("promise", "sure"), debtor(2), mail).tag).toBe("promise");
    expect(withTaught(readAs("promise", "sure"), debtor(3), mail).tag).toBe("autoreply");
  });

  it("never talks an insolvency or a failure of delivery away", () => {
    for (const tag of ["insolvency", "bounce"] as const) {
      const taught = withTaught(readAs(tag, "sure"), habit(tag, "unrelated", 9), mail);
      expect(taught).toMatchObject({ tag, confidence: "likely" });
    }
  });

  it("doubts a reading only where each of its rules is doubted", () => {
    const doubted = record("r1", 0, 3);
    expect(withTaught(readAs("paid", "sure"), doubted, mail).confidence).toBe("likely");
    expect(withTaught(readAs("paid", "likely"), doubted, mail).confidence).toBe("unsure");
    expect(withTaught(readAs("paid", "sure", ["r1", "r2"]), doubted, mail).confidence).toBe("sure");
    expect(withTaught(readAs("paid", "sure"), record("r1", 2, 3), mail).confidence).toBe("sure");
  });

  it("makes nothing surer than it was read, whatever was corrected", () => {
    const tags = fc.constantFrom(...TAGS);
    const taught = fc.record({
      rules: fc.dictionary(
        fc.constantFrom("r1", "r2"),
        fc.record({ kept: fc.nat(9), corrected: fc.nat(9) }),
      ),
      read: tags,
      filed: tags,
      times: fc.nat(9),
    });
    fc.assert(
      fc.property(tags, fc.constantFrom(...ORDER), taught, (tag, confidence, said) => {
        const reading = readAs(tag, confidence, ["r1", "r2"]);
        const after = withTaught(
          reading,
          {
            ...habit(said.read, said.filed, said.times),
            byRule: new Map(Object.entries(said.rules)),
          },
          mail,
        );
        const isNoSurer = ORDER.indexOf(after.confidence) <= ORDER.indexOf(confidence);
        const isAsFiled = after.tag === said.filed && after.confidence === "likely";
        expect(after.tag === tag ? isNoSurer : isAsFiled).toBe(true);
        expect(after.confidence === "sure" && confidence !== "sure").toBe(false);
      }),
      { seed: 20261120, numRuns: 500 },
    );
  });
});
