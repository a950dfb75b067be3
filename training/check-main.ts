import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { TAGS } from "#shared/kernel/parties.ts";
import type { Share } from "#src/cli/reply-score.ts";
import { checkCorpus, handFilesIn, JACCARD_MAX } from "./check-corpus.ts";
import type { CorpusMail } from "./check-corpus.ts";
import { checkPhrases } from "./check-phrases.ts";
import { phraseFilesIn } from "./phrases.ts";

const percent = (count: number, of: number): string =>
  of === 0 ? "-" : `${((100 * count) / of).toFixed(1)} %`;

const counts = (labels: readonly string[], all: readonly string[]): string =>
  labels.map((label) => `${label} ${String(all.filter((one) => one === label).length)}`).join(", ");

const handsOf = (mails: readonly CorpusMail[]): string =>
  `${String(mails.length)} mails by ${String(new Set(mails.map((one) => one.hand)).size)} hands`;

/** Prints the figures of the corpus and what is wrong with it; false where anything is. No word of a mail is shown. */
export const main = (root: string): boolean => {
  const folder = join(root, "corpus/replies");
  const second = join(folder, "second-reading.jsonl");
  const check = checkCorpus(
    handFilesIn(folder),
    existsSync(second) ? readFileSync(second, "utf8") : null,
  );
  const { mails, likest, agreement } = check;
  const files = phraseFilesIn(join(root, "corpus/phrases"));
  const taught = checkPhrases(files, mails);
  const faults = [...check.faults, ...taught.faults];
  const heldOut = mails.filter((one) => one.isHeldOut);
  const indirect = mails.filter((one) => one.isIndirect).length;
  const say = (text: string): void => {
    process.stdout.write(`${text}\n`);
  };
  say(handsOf(mails));
  say(`held out: ${handsOf(heldOut)} (${percent(heldOut.length, mails.length)})`);
  say(`indirect: ${String(indirect)} (${percent(indirect, mails.length)})`);
  say(
    `languages: ${counts(
      ["fr", "en", "mixed"],
      mails.map((one) => one.lang),
    )}`,
  );
  say(
    `tags: ${counts(
      TAGS,
      mails.map((one) => one.expected.tag),
    )}`,
  );
  const [top] = likest;
  if (top !== undefined)
    say(
      `likest two: ${top.jaccard.toFixed(2)} (${top.one}, ${top.other}); at most ${String(JACCARD_MAX)}`,
    );
  if (agreement !== null) {
    const { tag, also, by, amount, reason, reply } = agreement;
    const value = (name: string, { right, of }: Share): string =>
      `${name} ${percent(right, of)} of ${String(of)}`;
    say(
      `read again by another hand: ${String(agreement.mails)} (${percent(agreement.mails, mails.length)}), ` +
        `kappa of the tag ${agreement.kappa.toFixed(3)}`,
    );
    say(
      `the same: ${[
        value("tag", tag),
        value("all tags", also),
        value("by", by),
        value("amount", amount),
        value("reason", reason),
        value("new words", reply),
      ].join(", ")}`,
    );
  }
  const { phrases } = taught;
  say(
    `phrases: ${String(phrases.length)} in ${String(files.length)} files, indirect ${percent(
      phrases.filter((one) => one.isIndirect).length,
      phrases.length,
    )}`,
  );
  say(
    `their tags: ${counts(
      TAGS,
      phrases.map((one) => one.tag),
    )}`,
  );
  if (taught.likest !== null)
    say(
      `likest to another or to a mail: ${taught.likest.jaccard.toFixed(2)} (${taught.likest.one}, ${taught.likest.other})`,
    );
  for (const { code, text } of faults) say(`fault: ${code}: ${text}`);
  say(faults.length === 0 ? "no fault" : `${String(faults.length)} faults`);
  return faults.length === 0;
};
