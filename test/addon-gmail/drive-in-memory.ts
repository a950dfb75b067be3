import type { HttpRequest, HttpResponse } from "#gmail/script/google-port.ts";

/** A small Drive: files by id, what the ledger asks of its REST interface, and nothing else. */
export type MemoryFile = {
  readonly id: string;
  readonly name: string;
  readonly mimeType: string;
  readonly parents: readonly string[];
  readonly appProperties: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
};

export type MemoryDrive = {
  readonly files: Map<string, MemoryFile>;
  /** Ids given out: a file is made under one of them alone. */
  readonly given: Map<string, "drive" | "appDataFolder">;
  /** Answers in place of the file system, for a test of what is refused. */
  refuse: ((request: HttpRequest) => number | null) | null;
};

export const emptyDrive = (): MemoryDrive => ({ files: new Map(), given: new Map(), refuse: null });

const API = "https://www.googleapis.com/drive/v3/files";
const UPLOAD = "https://www.googleapis.com/upload/drive/v3/files";
/** A listing of everything takes several pages. */
const PAGE = 7;

export const answerOf = (drive: MemoryDrive, request: HttpRequest, now: number): HttpResponse => {
  if (!request.url.startsWith("https://www.googleapis.com/"))
    throw new Error(`not on the whitelist: ${request.url}`);
  if (request.url.length > 2048) throw new Error("an address has at most 2 kB");
  if (!(request.headers["Authorization"] ?? "").startsWith("Bearer "))
    return jsonAnswer(401, { error: { code: 401, errors: [{ reason: "authError" }] } });
  const refused = drive.refuse?.(request) ?? null;
  if (refused !== null)
    return jsonAnswer(refused, {
      error: {
        code: refused,
        errors: [{ reason: refused === 403 ? "storageQuotaExceeded" : "backendError" }],
      },
    });
  const [path = "", query = ""] = request.url.split("?");
  const asked = new URLSearchParams(query);
  if (request.method === "get" && path === `${API}/generateIds`) return idsOf(drive, asked);
  if (request.method === "get" && path === API) return listOf(drive, asked);
  if (request.method === "post" && (path === API || path === UPLOAD))
    return created(drive, request, asked, now);
  const id = path.slice(path.lastIndexOf("/") + 1);
  const file = drive.files.get(id);
  if (file === undefined)
    return jsonAnswer(404, { error: { code: 404, errors: [{ reason: "notFound" }] } });
  if (request.method === "get")
    return asked.get("alt") === "media"
      ? bytesAnswer(file.bytes)
      : jsonAnswer(200, {
          id,
          trashed: isBinned(drive, file),
          explicitlyTrashed: binOf(drive).has(id),
          createdTime: new Date(file.createdAt).toISOString(),
        });
  if (request.method === "delete") {
    drive.files.delete(id);
    return jsonAnswer(204, {});
  }
  if (request.method === "patch" && path === `${API}/${id}`) {
    const given = JSON.parse(textOf(bytesOf(request))) as { readonly trashed?: boolean };
    if (given.trashed !== false) throw new Error("nothing else is changed of a file");
    binOf(drive).delete(id);
    return jsonAnswer(200, { id });
  }
  if (request.method === "patch" && path === `${UPLOAD}/${id}`) {
    drive.files.set(id, { ...file, bytes: bytesOf(request) });
    return jsonAnswer(200, { id });
  }
  throw new Error(`not asked of Drive before: ${request.method} ${request.url}`);
};

const BINS = new WeakMap<MemoryDrive, Set<string>>();

/** Ids thrown away themselves; what lies below them is in the bin with them. */
export const binOf = (drive: MemoryDrive): Set<string> => {
  const bin = BINS.get(drive) ?? new Set();
  BINS.set(drive, bin);
  return bin;
};

const isBinned = (drive: MemoryDrive, { id, parents }: MemoryFile): boolean =>
  binOf(drive).has(id) ||
  parents.some((parent) => {
    const folder = drive.files.get(parent);
    return folder !== undefined && isBinned(drive, folder);
  });

const idsOf = (drive: MemoryDrive, asked: URLSearchParams): HttpResponse => {
  const count = Number(asked.get("count"));
  const space = asked.get("space");
  if (!(count >= 1 && count <= 1000) || (space !== "drive" && space !== "appDataFolder"))
    throw new Error(`generateIds: ${asked.toString()}`);
  const ids = Array.from({ length: count }, () => {
    const id = `1${String(drive.given.size).padStart(8, "0")}${"aZ_9-".repeat(5).slice(0, 24)}`;
    drive.given.set(id, space);
    return id;
  });
  return jsonAnswer(200, { ids, space });
};

const QUERY = /^appProperties has \{ key='([^']*)' and value='([^']*)' \}$/;

const listOf = (drive: MemoryDrive, asked: URLSearchParams): HttpResponse => {
  const [, key = "", value] = QUERY.exec(asked.get("q") ?? "") ?? [];
  if (value === undefined) throw new Error(`q: ${asked.get("q") ?? ""}`);
  const space = asked.get("spaces");
  const found = [...drive.files.values()].filter(
    (file) => (drive.given.get(file.id) ?? "drive") === space && file.appProperties[key] === value,
  );
  const from = Number(asked.get("pageToken") ?? "0");
  const next = from + PAGE;
  return jsonAnswer(200, {
    files: found.slice(from, next).map((file) => ({
      id: file.id,
      name: file.name,
      appProperties: file.appProperties,
      trashed: isBinned(drive, file),
      explicitlyTrashed: binOf(drive).has(file.id),
    })),
    ...(next < found.length ? { nextPageToken: String(next) } : {}),
  });
};

const created = (
  drive: MemoryDrive,
  request: HttpRequest,
  asked: URLSearchParams,
  now: number,
): HttpResponse => {
  const { metadata, bytes } =
    asked.get("uploadType") === "multipart"
      ? partsOf(request)
      : { metadata: textOf(bytesOf(request)), bytes: new Uint8Array(0) };
  const given = JSON.parse(metadata) as Partial<MemoryFile>;
  const id = given.id ?? `1folder${String(drive.files.size)}`;
  const space = given.id === undefined ? "drive" : drive.given.get(id);
  if (space === undefined)
    return jsonAnswer(400, { error: { code: 400, errors: [{ reason: "invalid" }] } });
  if (drive.files.has(id))
    return jsonAnswer(409, { error: { code: 409, errors: [{ reason: "fileIdInUse" }] } });
  const isHidden = (given.parents ?? []).includes("appDataFolder");
  if (isHidden !== (space === "appDataFolder")) throw new Error("an id of the other space");
  for (const [key, value] of Object.entries(given.appProperties ?? {}))
    if (new TextEncoder().encode(key + value).length > 124)
      throw new Error("an appProperty has at most 124 bytes");
  drive.files.set(id, {
    id,
    name: given.name ?? "",
    mimeType: given.mimeType ?? "",
    parents: given.parents ?? [],
    appProperties: given.appProperties ?? {},
    bytes,
    createdAt: now,
  });
  return jsonAnswer(200, { id });
};

/** The two parts of a multipart/related body: JSON, then bytes. */
const partsOf = (
  request: HttpRequest,
): { readonly metadata: string; readonly bytes: Uint8Array } => {
  const boundary = /boundary=([\w-]+)/.exec(request.type ?? "")?.[1];
  if (boundary === undefined) throw new Error("a multipart body names its boundary");
  const all = Buffer.from(bytesOf(request));
  const mark = `--${boundary}`;
  const parts: Buffer[] = [];
  let at = all.indexOf(mark);
  for (;;) {
    const next = all.indexOf(`\r\n${mark}`, at + mark.length);
    if (next < 0) break;
    parts.push(all.subarray(at + mark.length + 2, next));
    at = next + 2;
  }
  const bodies = parts.map((part) => part.subarray(part.indexOf("\r\n\r\n") + 4));
  const [metadata, bytes] = bodies;
  if (metadata === undefined || bytes === undefined || bodies.length !== 2)
    throw new Error("two parts");
  return { metadata: metadata.toString("utf8"), bytes: new Uint8Array(bytes) };
};

const bytesOf = ({ body }: HttpRequest): Uint8Array =>
  typeof body === "string" ? new TextEncoder().encode(body) : (body ?? new Uint8Array(0)).slice();

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

const jsonAnswer = (status: number, value: unknown): HttpResponse => ({
  status,
  headers: { "content-type": "application/json" },
  text: () => JSON.stringify(value),
  bytes: () => new TextEncoder().encode(JSON.stringify(value)),
});

const bytesAnswer = (bytes: Uint8Array): HttpResponse => ({
  status: 200,
  headers: {},
  text: () => textOf(bytes),
  bytes: () => bytes.slice(),
});
