import * as z from "zod/mini";
import { utf8Text } from "#shared/kernel/bytes.ts";
import { ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { parseJson } from "#shared/ledger/canonical.ts";
import type { GraphClient } from "./client.ts";
import type { GraphFault } from "./ports.ts";

/** How often one session goes on after it broke. */
const RESUMES_MAX = 5;
/** One more from the beginning, where a session cannot be gone on with. */
const SESSIONS_MAX = 2;
const ANSWER_BYTES_MAX = 1024 * 1024;

export type Upload = {
  readonly client: GraphClient;
  readonly bytes: Uint8Array;
  readonly rangeBytes: number;
  /** The address of a new session. */
  readonly begin: () => Promise<Result<string, GraphFault>>;
  /** Whether the file is there: the answer to the last range may be all that was lost. */
  readonly isThere: () => Promise<Result<boolean, GraphFault>>;
};

/**
 * A large file in ranges, one after another; the last one makes the file, and before it nothing of it is to be seen. What
 * breaks goes on where Microsoft says that it stands, else from the beginning, and never makes a file that is there
 * already. https://learn.microsoft.com/graph/api/driveitem-createuploadsession#resuming-an-in-progress-upload
 */
export const uploadLarge = async ({
  client,
  bytes,
  rangeBytes,
  begin,
  isThere,
}: Upload): Promise<Result<"sent" | "found", GraphFault>> => {
  for (let sessions = 1; ; sessions += 1) {
    const session = await begin();
    if (!session.ok) return session;
    const sent = await sendRanges(client, session.value, bytes, rangeBytes);
    if (sent.ok) return ok("sent");
    if (!isBroken(sent.error)) return sent;
    const there = await isThere();
    if (!there.ok) return sent;
    if (there.value) return ok("found");
    if (sessions === SESSIONS_MAX) return sent;
  }
};

const sendRanges = async (
  client: GraphClient,
  url: string,
  bytes: Uint8Array,
  rangeBytes: number,
): Promise<Result<null, GraphFault>> => {
  let resumes = 0;
  for (let from = 0; from < bytes.length;) {
    const range = bytes.subarray(from, from + rangeBytes);
    const to = from + range.length - 1;
    const put = await client.open(
      {
        method: "PUT",
        url,
        headers: {
          "content-range": `bytes ${String(from)}-${String(to)}/${String(bytes.length)}`,
          "content-type": "application/octet-stream",
        },
        bytes: range,
      },
      ANSWER_BYTES_MAX,
    );
    if (put.ok) {
      from = to + 1;
      continue;
    }
    if (!isBroken(put.error) || resumes === RESUMES_MAX) return put;
    resumes += 1;
    const next = await nextByte(client, url);
    if (next === null || next >= bytes.length) return put;
    from = next;
  }
  return ok(null);
};

/** What a moment may mend, or a range that had arrived although its answer had not. */
const isBroken = (fault: GraphFault): boolean =>
  fault.type === "offline" ||
  fault.type === "timed-out" ||
  fault.type === "unavailable" ||
  fault.type === "absent" ||
  (fault.type === "refused" && fault.status === RANGE_NOT_SATISFIABLE);

const RANGE_NOT_SATISFIABLE = 416;

/** OneDrive names ranges (`"26-"`), Exchange the one byte that comes next (`"26"`). */
const STANDING_SCHEMA = z.object({
  nextExpectedRanges: z.array(z.string().check(z.regex(/^\d{1,12}(?:-\d{0,12})?$/))),
});

/** Where a session stands; null where it is gone, or does not say. */
const nextByte = async (client: GraphClient, url: string): Promise<number | null> => {
  const answer = await client.open({ method: "GET", url }, ANSWER_BYTES_MAX);
  const text = answer.ok ? utf8Text(answer.value) : null;
  const standing = STANDING_SCHEMA.safeParse(text === null ? null : parseJson(text));
  const [first] = standing.success ? standing.data.nextExpectedRanges : [];
  return first === undefined ? null : Number.parseInt(first, 10);
};
