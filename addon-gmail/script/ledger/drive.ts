import * as z from "zod/mini";
import { concatBytes, utf8Bytes } from "#shared/kernel/bytes.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { parseJson } from "#shared/ledger/canonical.ts";
import type { HttpRequest, HttpResponse, Services } from "#gmail/script/google-port.ts";
import type { GmailLedgerFault } from "./ledger.ts";

z.config({ jitless: true });

const FILES = "https://www.googleapis.com/drive/v3/files";
const UPLOAD = "https://www.googleapis.com/upload/drive/v3/files";

/** Requests of one round: Drive refuses a user who asks for much more at once. */
const ROUND_REQUESTS_MAX = 40;
/** Bytes that one round sends: Apps Script holds them all in memory. */
const ROUND_BYTES_MAX = 20 * 1024 * 1024;
/** Ids that Drive gives out in one answer. */
export const IDS_MAX = 1000;
/** Pages of a listing, of a thousand files each: a million files are not ours. */
const PAGES_MAX = 200;

export type Space = "drive" | "appDataFolder";

/** What a file of ours is, by its private properties: how it is found again when its id was lost. */
export type FileKind = "folder" | "segment" | "tail" | "blob" | "derived";

export type NewFile = {
  readonly id: string;
  readonly name: string;
  readonly parent: string;
  readonly type: string;
  readonly kind: FileKind;
  /** Beside its kind: at most 124 bytes each with its name. */
  readonly marks: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
};

export type DriveWrite =
  | { readonly how: "create"; readonly file: NewFile }
  | { readonly how: "replace"; readonly id: string; readonly bytes: Uint8Array }
  | { readonly how: "delete"; readonly id: string };

export type ListedFile = {
  readonly id: string;
  readonly name: string;
  readonly marks: Readonly<Record<string, string>>;
  /** It lies in the bin, where it can be used until that is emptied. */
  readonly isBinned: boolean;
  /** It was thrown away itself, and not with a folder above it. */
  readonly isThrown: boolean;
};

/** The few things that the ledger asks of Drive, each in as few parallel rounds as it can be done in. */
export type Drive = {
  /** The bytes of files; null where there is none (any longer). */
  readonly read: (
    ids: readonly string[],
  ) => Result<ReadonlyMap<string, Uint8Array | null>, GmailLedgerFault>;
  readonly exist: (ids: readonly string[]) => Result<ReadonlySet<string>, GmailLedgerFault>;
  /**
   * Writes files. A creation under an id that is taken is an earlier try of the same, and is written again. Answers the ids
   * of files that were to be replaced and are gone.
   */
  readonly write: (writes: readonly DriveWrite[]) => Result<ReadonlySet<string>, GmailLedgerFault>;
  /** Ids to make files under later: a creation that is tried twice is then refused by Drive, not done twice. */
  readonly newIds: (counts: {
    readonly [space in Space]: number;
  }) => Result<{ readonly [space in Space]: readonly string[] }, GmailLedgerFault>;
  /** Makes a folder, at once: nothing would be lost by a second one. */
  readonly createFolder: (name: string, parent: string) => Result<string, GmailLedgerFault>;
  /** Which of these lie in the bin, they themselves or a folder above them; what is gone lies nowhere. */
  readonly binned: (ids: readonly string[]) => Result<Binned, GmailLedgerFault>;
  /** Takes out of the bin what was thrown away itself: what lies below comes along. */
  readonly takeOut: (ids: readonly string[]) => Result<null, GmailLedgerFault>;
  /** When files were made, in milliseconds since 1970; those that are gone are not told of. */
  readonly createdAt: (
    ids: readonly string[],
  ) => Result<ReadonlyMap<string, number>, GmailLedgerFault>;
  /** Files of a kind, by what they were marked with, those in the bin as well. Never in daily use. */
  readonly list: (space: Space, kind: FileKind) => Result<readonly ListedFile[], GmailLedgerFault>;
};

export type Binned = {
  readonly all: readonly string[];
  /** Those that were thrown away themselves. */
  readonly own: readonly string[];
  /** Those that Drive has no more. */
  readonly gone: readonly string[];
};

export const driveOver = (services: Services): Drive => {
  const ask = (
    requests: readonly HttpRequest[],
  ): Result<readonly HttpResponse[], GmailLedgerFault> => {
    const answers: HttpResponse[] = [];
    for (const round of roundsOf(requests)) {
      const first = services.fetchAll(round);
      if (!first.ok) return err({ type: "drive-offline", detail: first.error.detail });
      const passing = round.filter((_, at) => isPassing(first.value[at]));
      const again = passing.length === 0 ? ok([]) : services.fetchAll(passing);
      if (!again.ok) return err({ type: "drive-offline", detail: again.error.detail });
      let taken = 0;
      for (const answer of first.value) {
        const second = isPassing(answer) ? again.value[taken++] : undefined;
        answers.push(second ?? answer);
      }
    }
    return ok(answers);
  };
  const request = (method: HttpRequest["method"], url: string): HttpRequest => ({
    method,
    url,
    headers: { Authorization: `Bearer ${services.token()}` },
  });

  const askJson = <T>(one: HttpRequest, shape: z.ZodMiniType<T>): Result<T, GmailLedgerFault> => {
    const answered = ask([one]);
    if (!answered.ok) return answered;
    const [answer] = answered.value;
    if (answer?.status !== 200) return err(refusalOf(answer));
    const parsed = shape.safeParse(parseJson(answer.text()));
    return parsed.success
      ? ok(parsed.data)
      : err({ type: "drive-refused", status: 200, detail: "not as described" });
  };

  return {
    read: (ids) => {
      const answered = ask(ids.map((id) => request("get", `${FILES}/${id}?alt=media`)));
      if (!answered.ok) return answered;
      const read = new Map<string, Uint8Array | null>();
      for (const [at, id] of ids.entries()) {
        const answer = answered.value[at];
        if (answer?.status === 200) read.set(id, answer.bytes());
        else if (answer?.status === 404) read.set(id, null);
        else return err(refusalOf(answer));
      }
      return ok(read);
    },
    exist: (ids) => {
      const answered = ask(ids.map((id) => request("get", `${FILES}/${id}?fields=id`)));
      if (!answered.ok) return answered;
      const found = new Set<string>();
      for (const [at, id] of ids.entries()) {
        const answer = answered.value[at];
        if (answer?.status === 200) found.add(id);
        else if (answer?.status !== 404) return err(refusalOf(answer));
      }
      return ok(found);
    },
    write: (writes) => {
      const answered = ask(writes.map((one) => requestOf(one, request)));
      if (!answered.ok) return answered;
      const gone = new Set<string>();
      const taken: DriveWrite[] = [];
      for (const [at, one] of writes.entries()) {
        const answer = answered.value[at];
        const status = answer?.status ?? 0;
        if (status >= 200 && status < 300) continue;
        if (status === 409 && one.how === "create")
          taken.push({ how: "replace", id: one.file.id, bytes: one.file.bytes });
        // What is made has no other way to be missing than the folder that it is made in.
        else if (status === 404 && one.how === "create") return err({ type: "folder-gone" });
        else if (status === 404 && one.how === "replace") gone.add(one.id);
        else if (status !== 404 || one.how !== "delete") return err(refusalOf(answer));
      }
      if (taken.length === 0) return ok(gone);
      const again = ask(taken.map((one) => requestOf(one, request)));
      if (!again.ok) return again;
      const refused = again.value.find(({ status }) => status < 200 || status >= 300);
      return refused === undefined ? ok(gone) : err(refusalOf(refused));
    },
    newIds: (counts) => {
      const given: { [space in Space]: string[] } = { drive: [], appDataFolder: [] };
      for (const space of ["drive", "appDataFolder"] as const) {
        while (given[space].length < counts[space]) {
          const count = Math.min(IDS_MAX, counts[space] - given[space].length);
          const url = `${FILES}/generateIds?count=${String(count)}&space=${space}`;
          const ids = askJson(request("get", url), GENERATED);
          if (!ids.ok) return ids;
          if (ids.value.ids.length === 0)
            return err({ type: "drive-refused", status: 200, detail: "no ids" });
          given[space].push(...ids.value.ids);
        }
      }
      return ok(given);
    },
    createFolder: (name, parent) => {
      const made = askJson(
        {
          ...request("post", `${FILES}?fields=id`),
          type: "application/json; charset=UTF-8",
          body: JSON.stringify({
            name,
            mimeType: "application/vnd.google-apps.folder",
            parents: [parent],
            appProperties: { relance: "folder", folder: name },
          }),
        },
        MADE,
      );
      return made.ok ? ok(made.value.id) : made;
    },
    binned: (ids) => {
      const fields = "fields=id,trashed,explicitlyTrashed";
      const answered = ask(ids.map((id) => request("get", `${FILES}/${id}?${fields}`)));
      if (!answered.ok) return answered;
      const all: string[] = [];
      const own: string[] = [];
      const gone: string[] = [];
      for (const [at, id] of ids.entries()) {
        const answer = answered.value[at];
        if (answer?.status === 404) {
          gone.push(id);
          continue;
        }
        if (answer?.status !== 200) return err(refusalOf(answer));
        const file = BINNED.safeParse(parseJson(answer.text()));
        if (!file.success || file.data.trashed !== true) continue;
        all.push(id);
        if (file.data.explicitlyTrashed !== false) own.push(id);
      }
      return ok({ all, own, gone });
    },
    takeOut: (ids) => {
      const answered = ask(
        ids.map((id) => ({
          ...request("patch", `${FILES}/${id}?fields=id`),
          type: "application/json; charset=UTF-8",
          body: JSON.stringify({ trashed: false }),
        })),
      );
      if (!answered.ok) return answered;
      const refused = answered.value.find(({ status }) => status !== 200 && status !== 404);
      return refused === undefined ? ok(null) : err(refusalOf(refused));
    },
    createdAt: (ids) => {
      const answered = ask(ids.map((id) => request("get", `${FILES}/${id}?fields=createdTime`)));
      if (!answered.ok) return answered;
      const times = new Map<string, number>();
      for (const [at, id] of ids.entries()) {
        const answer = answered.value[at];
        if (answer?.status === 404) continue;
        if (answer?.status !== 200) return err(refusalOf(answer));
        const file = CREATED.safeParse(parseJson(answer.text()));
        const time = file.success ? Date.parse(file.data.createdTime) : Number.NaN;
        if (!Number.isNaN(time)) times.set(id, time);
      }
      return ok(times);
    },
    list: (space, kind) => {
      const files: ListedFile[] = [];
      let page: string | null = null;
      for (let read = 0; read < PAGES_MAX; read += 1) {
        const query: string = [
          `q=${encodeURIComponent(`appProperties has { key='relance' and value='${kind}' }`)}`,
          `spaces=${space}`,
          "pageSize=1000",
          `fields=${encodeURIComponent(LISTED_FIELDS)}`,
          ...(page === null ? [] : [`pageToken=${encodeURIComponent(page)}`]),
        ].join("&");
        const listed: Result<z.infer<typeof LISTED>, GmailLedgerFault> = askJson(
          request("get", `${FILES}?${query}`),
          LISTED,
        );
        if (!listed.ok) return listed;
        for (const { id, name, appProperties, trashed, explicitlyTrashed } of listed.value.files)
          files.push({
            id,
            name,
            marks: appProperties ?? {},
            isBinned: trashed === true,
            isThrown: trashed === true && explicitlyTrashed !== false,
          });
        page = listed.value.nextPageToken ?? null;
        if (page === null) break;
      }
      return ok(files);
    },
  };
};

const zFileId = z.string().check(z.regex(/^[\w-]{1,200}$/));
const GENERATED = z.object({ ids: z.array(zFileId) });
const MADE = z.object({ id: zFileId });
const CREATED = z.object({ createdTime: z.string() });
const LISTED_FIELDS = "nextPageToken,files(id,name,appProperties,trashed,explicitlyTrashed)";
const BINNED = z.object({
  trashed: z.optional(z.boolean()),
  explicitlyTrashed: z.optional(z.boolean()),
});
const LISTED = z.object({
  nextPageToken: z.optional(z.string()),
  files: z.array(
    z.object({
      id: zFileId,
      name: z.string(),
      appProperties: z.optional(z.record(z.string(), z.string())),
      trashed: z.optional(z.boolean()),
      explicitlyTrashed: z.optional(z.boolean()),
    }),
  ),
});
/** Of a fault, Google's own word for it; never what it is about. */
const FAULT = z.object({
  error: z.object({ errors: z.optional(z.array(z.object({ reason: z.string() }))) }),
});

const requestOf = (
  write: DriveWrite,
  request: (method: HttpRequest["method"], url: string) => HttpRequest,
): HttpRequest => {
  if (write.how === "delete") return request("delete", `${FILES}/${write.id}`);
  if (write.how === "replace") {
    return {
      ...request("patch", `${UPLOAD}/${write.id}?uploadType=media&fields=id`),
      type: "application/octet-stream",
      body: write.bytes,
    };
  }
  const { id, name, parent, type, kind, marks, bytes } = write.file;
  const metadata = {
    id,
    name,
    mimeType: type,
    parents: [parent],
    appProperties: { ...marks, relance: kind },
  };
  // The id is of this file alone, so no run of bytes within it can be its boundary by chance.
  const boundary = `relance-${id}`;
  return {
    ...request("post", `${UPLOAD}?uploadType=multipart&fields=id`),
    type: `multipart/related; boundary=${boundary}`,
    body: concatBytes(
      utf8Bytes(
        `--${boundary}\r\nContent-Type: application/json; charset=UTF-8\r\n\r\n${JSON.stringify(metadata)}\r\n` +
          `--${boundary}\r\nContent-Type: ${type}\r\n\r\n`,
      ),
      bytes,
      utf8Bytes(`\r\n--${boundary}--\r\n`),
    ),
  };
};

const roundsOf = (requests: readonly HttpRequest[]): readonly (readonly HttpRequest[])[] => {
  const rounds: HttpRequest[][] = [];
  let size = 0;
  for (const request of requests) {
    const last = rounds[rounds.length - 1];
    const own = request.body?.length ?? 0;
    if (last === undefined || last.length >= ROUND_REQUESTS_MAX || size + own > ROUND_BYTES_MAX) {
      rounds.push([request]);
      size = own;
    } else {
      last.push(request);
      size += own;
    }
  }
  return rounds;
};

/** What a moment may mend. Everything asked here may be asked twice. */
const isPassing = (answer: HttpResponse | undefined): boolean =>
  answer !== undefined && (answer.status >= 500 || isThrottled(answer));

/** Drive says "slower" in two ways: https://developers.google.com/workspace/drive/api/guides/handle-errors */
const isThrottled = (answer: HttpResponse): boolean =>
  answer.status === 429 || (answer.status === 403 && SLOWER.includes(reasonOf(answer)));

const SLOWER = ["rateLimitExceeded", "userRateLimitExceeded", "sharingRateLimitExceeded"];

const reasonOf = (answer: HttpResponse): string => {
  const fault = FAULT.safeParse(parseJson(answer.text()));
  return (fault.success ? fault.data.error.errors?.[0]?.reason : undefined) ?? "";
};

const FULL = ["storageQuotaExceeded", "teamDriveFileLimitExceeded"];

const refusalOf = (answer: HttpResponse | undefined): GmailLedgerFault => {
  if (answer === undefined) return { type: "drive-offline", detail: "no answer" };
  const reason = reasonOf(answer);
  if (FULL.includes(reason)) return { type: "drive-full" };
  if (isThrottled(answer)) return { type: "drive-busy" };
  return {
    type: "drive-refused",
    status: answer.status,
    detail: /^\w{1,60}$/.test(reason) ? reason : "",
  };
};
