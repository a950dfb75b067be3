import { json, nothing, refusal } from "./exchange.ts";
import type { GraphAnswer, GraphQuestion } from "./exchange.ts";

/**
 * Upload sessions, of mails and of OneDrive alike: an address that needs no token, ranges in order, the last makes the
 * file. https://learn.microsoft.com/graph/api/attachment-createuploadsession,
 * https://learn.microsoft.com/graph/api/driveitem-createuploadsession
 */
export type Uploads = {
  readonly begin: (
    kind: "mail" | "drive",
    size: number | null,
    finish: (content: Uint8Array) => GraphAnswer,
  ) => GraphAnswer;
  /** Null where the address is none of a session. */
  readonly answer: (question: GraphQuestion) => GraphAnswer | null;
};

export const UPLOAD_ORIGINS = {
  mail: "https://outlook.office.com/api/gv1.0/upload/",
  drive: "https://emulated-my.sharepoint.com/_api/upload/",
} as const;

/** Up to 4 MB a range for mails, 60 MiB for OneDrive. */
const RANGE_BYTES_MAX = { mail: 4 * 1024 * 1024, drive: 60 * 1024 * 1024 } as const;
/** "a multiple of 320 KiB", or the service fails to commit some files. */
const RANGE_UNIT = 320 * 1024;

type UploadSession = {
  readonly kind: "mail" | "drive";
  readonly size: number | null;
  readonly finish: (content: Uint8Array) => GraphAnswer;
  readonly parts: Uint8Array[];
  have: number;
};

export const createUploads = (): Uploads => {
  const sessions = new Map<string, UploadSession>();
  let made = 0;
  return {
    begin: (kind, size, finish) => {
      made += 1;
      const url = `${UPLOAD_ORIGINS[kind]}${String(made)}`;
      sessions.set(url, { kind, size, finish, parts: [], have: 0 });
      return json(kind === "mail" ? 201 : 200, {
        uploadUrl: url,
        expirationDateTime: "2099-01-01T00:00:00Z",
        nextExpectedRanges: ["0-"],
      });
    },
    answer: (question) => {
      const url = `${question.url.origin}${question.url.pathname}`;
      if (!Object.values(UPLOAD_ORIGINS).some((origin) => url.startsWith(origin))) return null;
      const session = sessions.get(url);
      if (session === undefined) return refusal(404, "itemNotFound");
      // The address is the key: with a token beside it the request may be refused.
      if (question.headers["authorization"] !== undefined) return refusal(401, "unauthenticated");
      if (question.method === "DELETE") {
        sessions.delete(url);
        return nothing;
      }
      if (question.method === "GET") return json(200, standingOf(session));
      return taken(session, question, () => sessions.delete(url));
    },
  };
};

/** "When uploading files as Outlook attachments … a single value "{start}"" (uploadSession resource). */
const standingOf = ({ kind, have }: UploadSession): object => ({
  expirationDateTime: "2099-01-01T00:00:00Z",
  nextExpectedRanges: [kind === "mail" ? String(have) : `${String(have)}-`],
});

const taken = (session: UploadSession, question: GraphQuestion, end: () => void): GraphAnswer => {
  const content = question.body ?? new Uint8Array();
  const range = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(question.headers["content-range"] ?? "");
  const [first, last, total] = (range ?? []).slice(1).map(Number);
  if (first === undefined || last === undefined || total === undefined)
    return refusal(400, "invalidRange");
  if (session.size !== null && total !== session.size) return refusal(400, "invalidRange");
  const isLast = last === total - 1;
  if (last - first + 1 !== content.length || content.length > RANGE_BYTES_MAX[session.kind])
    return refusal(413, "invalidRange");
  if (!isLast && session.kind === "drive" && content.length % RANGE_UNIT !== 0)
    return refusal(400, "invalidRange");
  // In order, without a gap: what comes twice or too early is refused.
  if (first !== session.have) return refusal(416, "invalidRange");
  session.parts.push(content);
  session.have += content.length;
  if (!isLast) return json(session.kind === "mail" ? 200 : 202, standingOf(session));
  end();
  return session.finish(Buffer.concat(session.parts));
};
