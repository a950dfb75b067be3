import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { DisputeReason, Tag } from "#shared/kernel/parties.ts";
import { replyFeaturesOf } from "#shared/mail/reading.ts";
import { messageOfRecord, contextOfRecord, recordsOf } from "#src/cli/reply-records.ts";
import type { ReplyMail } from "#src/cli/reply-records.ts";
import { phraseFilesIn } from "./phrases.ts";

/** A labelled reply and what it holds. */
export type Labelled = {
  readonly id: string;
  /** The file that it comes from. */
  readonly hand: string;
  readonly isPhrase: boolean;
  readonly keys: readonly string[];
  readonly tag: Tag;
  readonly reason: DisputeReason | null;
};

const keysOf = (mail: ReplyMail): readonly string[] => [
  ...new Set(replyFeaturesOf(messageOfRecord(mail), contextOfRecord(mail)).map((one) => one.key)),
];

/** The hands of a folder that are not held out, in the order of their names; a faulty line stops everything. */
const mailsIn = (folder: string): readonly Labelled[] =>
  readdirSync(folder)
    .filter((name) => /^hand-\d+\.jsonl$/.test(name))
    .sort()
    .flatMap((name) => {
      const found = recordsOf(readFileSync(join(folder, name), "utf8"));
      if (!found.ok)
        throw new Error(`${name}, line ${String(found.error.line)}: ${found.error.path}`);
      return found.value.flatMap((record): readonly Labelled[] =>
        record.expected == null
          ? []
          : [
              {
                id: record.id,
                hand: name,
                isPhrase: false,
                keys: keysOf(record),
                tag: record.expected.tag,
                reason: record.expected.dispute?.reason ?? null,
              },
            ],
      );
    });

const phrasesIn = (folder: string): readonly Labelled[] =>
  phraseFilesIn(folder).flatMap(({ name, phrases, faults }) => {
    const [fault] = faults;
    if (fault !== undefined) throw new Error(`${name}, line ${String(fault.line)}: ${fault.text}`);
    return phrases.map(({ id, mail, tag, reason }) => ({
      id,
      hand: name,
      isPhrase: true,
      keys: keysOf(mail),
      tag,
      reason,
    }));
  });

/** What weights are learned from: the mails of a corpus that are not held out, then its phrases. */
export const labelledIn = (corpus: string): readonly Labelled[] => [
  ...mailsIn(join(corpus, "replies")),
  ...phrasesIn(join(corpus, "phrases")),
];
