import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { DisputeReason, Tag } from "#shared/kernel/parties.ts";
import { replyFeaturesOf } from "#shared/mail/reading.ts";
import { messageOfRecord, contextOfRecord, recordsOf } from "#src/cli/reply-records.ts";
import type { ReplyRecord } from "#src/cli/reply-records.ts";

/** A labelled reply and what it holds. */
export type Labelled = {
  readonly id: string;
  readonly hand: string;
  readonly record: ReplyRecord;
  readonly keys: readonly string[];
  readonly tag: Tag;
  readonly reason: DisputeReason | null;
};

/** The hands of a folder, in the order of their names; a faulty line stops everything. */
export const labelledIn = (folder: string): readonly Labelled[] =>
  readdirSync(folder)
    .filter((name) => /^hand-\d+\.jsonl$/.test(name))
    .sort()
    .flatMap((name) => {
      const found = recordsOf(readFileSync(join(folder, name), "utf8"));
      if (!found.ok)
        throw new Error(`${name}, line ${String(found.error.line)}: ${found.error.path}`);
      return found.value.flatMap((record): readonly Labelled[] => {
        if (record.expected == null) return [];
        const features = replyFeaturesOf(messageOfRecord(record), contextOfRecord(record));
        return [
          {
            id: record.id,
            hand: name,
            record,
            keys: [...new Set(features.map((one) => one.key))],
            tag: record.expected.tag,
            reason: record.expected.dispute?.reason ?? null,
          },
        ];
      });
    });
