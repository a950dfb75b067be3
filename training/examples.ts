import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { DisputeReason, Tag } from "#shared/kernel/parties.ts";
import { replyFeaturesOf } from "#shared/mail/reading.ts";
import { messageOfRecord, contextOfRecord, recordsOf } from "#src/cli/reply-records.ts";
import type { ReplyMail } from "#src/cli/reply-records.ts";
import { phraseFilesIn } from "./phrases.ts";

/** A reply and what it is labelled. */
export type Told = {
  readonly id: string;
  /** The file that it comes from. */
  readonly hand: string;
  readonly isPhrase: boolean;
  readonly mail: ReplyMail;
  readonly tag: Tag;
  readonly reason: DisputeReason | null;
};

/** The same with what it holds. */
export type Labelled = Told & { readonly keys: readonly string[] };

export const keysOf = (mail: ReplyMail): readonly string[] => [
  ...new Set(replyFeaturesOf(messageOfRecord(mail), contextOfRecord(mail)).map((one) => one.key)),
];

/** The hands of a folder that are not held out, in the order of their names; a faulty line stops everything. */
const mailsIn = (folder: string): readonly Told[] =>
  readdirSync(folder)
    .filter((name) => /^hand-\d+\.jsonl$/.test(name))
    .sort()
    .flatMap((name) => {
      const found = recordsOf(readFileSync(join(folder, name), "utf8"));
      if (!found.ok)
        throw new Error(`${name}, line ${String(found.error.line)}: ${found.error.path}`);
      return found.value.flatMap((record): readonly Told[] =>
        record.expected == null
          ? []
          : [
              {
                id: record.id,
                hand: name,
                isPhrase: false,
                mail: record,
                tag: record.expected.tag,
                reason: record.expected.dispute?.reason ?? null,
              },
            ],
      );
    });

const phrasesIn = (folder: string): readonly Told[] =>
  phraseFilesIn(folder).flatMap(({ name, phrases, faults }) => {
    const [fault] = faults;
    if (fault !== undefined) throw new Error(`${name}, line ${String(fault.line)}: ${fault.text}`);
    return phrases.map(({ id, mail, tag, reason }) => ({
      id,
      hand: name,
      isPhrase: true,
      mail,
      tag,
      reason,
    }));
  });

/** What weights are learned from: the mails of a corpus that are not held out, then its phrases. */
export const toldIn = (corpus: string): readonly Told[] => [
  ...mailsIn(join(corpus, "replies")),
  ...phrasesIn(join(corpus, "phrases")),
];

export const labelledOf = (told: readonly Told[]): readonly Labelled[] =>
  told.map((one) => ({ ...one, keys: keysOf(one.mail) }));
