import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { TAGS } from "#shared/kernel/parties.ts";
import { labelledOf, toldIn } from "./examples.ts";
import { trained } from "./train.ts";
import type { Blind } from "./train.ts";

const shareRight = (blind: readonly Blind[]): string => {
  const right = blind.filter(
    ({ mail, scores }) => TAGS[scores.indexOf(Math.max(...scores))] === mail.tag,
  );
  return `${((100 * right.length) / Math.max(1, blind.length)).toFixed(1)} % of ${String(blind.length)}`;
};

/** Trains on what is not held out, and says how right the weights are on hands they have not seen. */
export const main = (root: string): void => {
  const path = join(root, "shared/mail/reply-weights.ts");
  const { file, blind } = trained(labelledOf(toldIn(join(root, "corpus"))));
  const before = readFileSync(path, "utf8");
  writeFileSync(path, file);
  const mails = blind.filter(({ mail }) => !mail.isPhrase);
  const phrases = blind.filter(({ mail }) => mail.isPhrase);
  process.stdout.write(
    `right on hands left out of training: ${shareRight(mails)} mails, ${shareRight(phrases)} phrases\n`,
  );
  process.stdout.write(
    `${String(Buffer.byteLength(file))} bytes, ${file === before ? "as before" : "changed"}\n`,
  );
};
