import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { TAGS } from "#shared/kernel/parties.ts";
import { labelledIn } from "./examples.ts";
import { trained } from "./train.ts";

/** Trains on the hands that are not held out, and says how right the weights are on hands they have not seen. */
export const main = (root: string): void => {
  const mails = labelledIn(join(root, "corpus/replies"));
  const path = join(root, "shared/mail/reply-weights.ts");
  const { file, blind } = trained(mails);
  const before = readFileSync(path, "utf8");
  writeFileSync(path, file);
  const right = blind.filter(({ mail, scores }) => {
    const best = TAGS[scores.indexOf(Math.max(...scores))];
    return best === mail.tag;
  }).length;
  const share = ((100 * right) / Math.max(1, blind.length)).toFixed(1);
  process.stdout.write(
    `${String(mails.length)} mails; ${share} % right on hands left out of training\n`,
  );
  process.stdout.write(
    `${String(Buffer.byteLength(file))} bytes, ${file === before ? "as before" : "changed"}\n`,
  );
};
