import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { labelledOf, toldIn } from "../../training/examples.ts";
import { trained } from "../../training/train.ts";

const ROOT = join(import.meta.dirname, "../..");

it("the weights come out the same, byte for byte, when they are learned again", () => {
  const { file } = trained(labelledOf(toldIn(join(ROOT, "corpus"))));
  expect(file).toBe(readFileSync(join(ROOT, "shared/mail/reply-weights.ts"), "utf8"));
}, 600_000);
