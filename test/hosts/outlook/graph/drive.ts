import { bytes, json, nothing, objectOf, refusal } from "./exchange.ts";
import type { GraphAnswer, GraphQuestion } from "./exchange.ts";
import type { Uploads } from "./uploads.ts";
import { recordOf, textOf } from "../protocol.ts";

/**
 * The app's folder of somebody's OneDrive. Names differ by more than case, as on Windows.
 * https://learn.microsoft.com/graph/onedrive-sharepoint-appfolder
 */
export type Drive = {
  /** By path in lower case. */
  readonly files: Map<string, DriveFile>;
  /** Made by the first question after it. */
  isFolderMade: boolean;
  quotaBytes: number;
  made: number;
};

export type DriveFile = {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly version: number;
  readonly id: string;
};

export const createDrive = (): Drive => ({
  files: new Map(),
  isFolderMade: false,
  quotaBytes: Number.POSITIVE_INFINITY,
  made: 0,
});

export const DOWNLOAD_ORIGIN = "https://emulated-my.sharepoint.com/download/";

/** https://learn.microsoft.com/graph/api/driveitem-put-content: "only supports files up to 4MB in size". */
const SMALL_BYTES_MAX = 4 * 1024 * 1024;
const PAGE_DEFAULT = 200;
const PATH_CHARS_MAX = 400;

const tagOf = (file: DriveFile): string => `"{${file.id}},${String(file.version)}"`;

const nameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);
const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf("/")));

const fileJson = (file: DriveFile): object => ({
  id: file.id,
  name: nameOf(file.path),
  size: file.bytes.length,
  eTag: tagOf(file),
  cTag: `"c:{${file.id}},${String(file.version)}"`,
  file: { mimeType: "application/octet-stream" },
  "@microsoft.graph.downloadUrl": `${DOWNLOAD_ORIGIN}${file.id}?v=${String(file.version)}`,
});

const folderJson = (name: string): object => ({
  id: `FOLDER-${name.toUpperCase()}`,
  name,
  size: 0,
  eTag: `"{FOLDER-${name.toUpperCase()}},1"`,
  folder: { childCount: 1 },
});

/** https://support.microsoft.com/office/64883a5d-228e-48f5-b3d2-eb39e07630fa: what a name in OneDrive may not hold. */
const isBadName = (path: string): boolean =>
  path.length > PATH_CHARS_MAX ||
  path
    .split("/")
    .some(
      (name) =>
        name === "" ||
        /["*:<>?\\|]/.test(name) ||
        /^\s|[\s.]$/.test(name) ||
        /^(~\$|desktop\.ini$|\.lock$|con$|prn$|aux$|nul$)/i.test(name),
    );

const isFolder = (drive: Drive, path: string): boolean =>
  path === "" ||
  [...drive.files.keys()].some((known) => known.startsWith(`${path.toLowerCase()}/`));

export type DriveQuestion = {
  readonly question: GraphQuestion;
  readonly drive: Drive;
  /** What follows `approot`: nothing, `/children`, or `:/path` with or without `:/action`. */
  readonly rest: string;
  readonly uploads: Uploads;
};

export const answerDrive = ({ question, drive, rest, uploads }: DriveQuestion): GraphAnswer => {
  const { method } = question;
  if (rest === "" && method === "GET") {
    drive.isFolderMade = true;
    return json(200, { ...folderJson("Relance"), specialFolder: { name: "approot" } });
  }
  if (rest === "/children" && method === "GET") {
    drive.isFolderMade = true;
    return children(question, drive, "");
  }
  const address = /^:\/(.+?)(?::(?:\/(content|children|createUploadSession))?)?$/.exec(rest);
  const [, path = "", action] = address ?? [];
  if (path === "") return refusal(400, "invalidRequest");
  if (isBadName(path)) return refusal(400, "invalidRequest");
  // A first upload alone has been answered "not found" (OneDrive/onedrive-api-docs#1132).
  if (!drive.isFolderMade) return refusal(404, "itemNotFound");
  const file = drive.files.get(path.toLowerCase()) ?? null;
  const refused = precondition(question, file);
  if (refused !== null && method !== "GET") return refused;
  switch (`${method} ${action ?? ""}`) {
    case "GET ":
      if (file !== null) return json(200, fileJson(file));
      return isFolder(drive, path)
        ? json(200, folderJson(nameOf(path)))
        : refusal(404, "itemNotFound");
    case "GET children":
      return isFolder(drive, path) ? children(question, drive, path) : refusal(404, "itemNotFound");
    case "GET content":
      // A redirect to another server, which a page with a token in its request may not follow.
      return file === null
        ? refusal(404, "itemNotFound")
        : { status: 302, headers: { location: `${DOWNLOAD_ORIGIN}${file.id}` }, body: "" };
    case "PUT content": {
      const content = question.body ?? new Uint8Array();
      if (content.length > SMALL_BYTES_MAX) return refusal(413, "requestEntityTooLarge");
      return put(drive, path, content, behaviorOf(question.url.searchParams.get(BEHAVIOR)));
    }
    case "POST createUploadSession": {
      const behavior = behaviorOf(
        textOf(recordOf(recordOf(objectOf(question))["item"])[BEHAVIOR]) || null,
      );
      // The name is taken or free when the last byte is there, not when the session begins.
      return uploads.begin("drive", null, (content) => put(drive, path, content, behavior));
    }
    case "DELETE ":
      if (!isFolder(drive, path) && file === null) return refusal(404, "itemNotFound");
      for (const known of drive.files.keys()) {
        const low = path.toLowerCase();
        if (known === low || known.startsWith(`${low}/`)) drive.files.delete(known);
      }
      return nothing;
    default:
      return refusal(400, "invalidRequest");
  }
};

const BEHAVIOR = "@microsoft.graph.conflictBehavior";
type Behavior = "fail" | "replace" | "rename";
/** "The default for PUT is replace." (driveItem resource, instance attributes) */
const behaviorOf = (given: string | null): Behavior =>
  given === "fail" || given === "rename" ? given : "replace";

const precondition = (question: GraphQuestion, file: DriveFile | null): GraphAnswer | null => {
  const match = question.headers["if-match"];
  const none = question.headers["if-none-match"];
  if (match !== undefined && file === null) return refusal(404, "itemNotFound");
  if (match !== undefined && match !== "*" && file !== null && match !== tagOf(file))
    return refusal(412, "resourceModified");
  if (none === "*" && file !== null) return refusal(412, "resourceModified");
  return null;
};

const put = (drive: Drive, path: string, content: Uint8Array, behavior: Behavior): GraphAnswer => {
  const known = drive.files.get(path.toLowerCase()) ?? null;
  if ((known !== null || isFolder(drive, path)) && behavior === "fail")
    return refusal(409, "nameAlreadyExists");
  const used = [...drive.files.values()].reduce((sum, file) => sum + file.bytes.length, 0);
  if (used + content.length > drive.quotaBytes) return refusal(507, "quotaLimitReached");
  drive.made += 1;
  const free = behavior === "rename" && known !== null ? `${path} 1` : path;
  const replaced = free === path ? known : null;
  const file: DriveFile = {
    path: replaced?.path ?? free,
    bytes: content,
    version: (replaced?.version ?? 0) + 1,
    id: replaced?.id ?? `01EMULATED${String(drive.made)}`,
  };
  drive.files.set(free.toLowerCase(), file);
  return json(replaced === null ? 201 : 200, fileJson(file));
};

const children = (question: GraphQuestion, drive: Drive, folder: string): GraphAnswer => {
  const low = folder.toLowerCase();
  const inside = [...drive.files.values()].filter(
    ({ path }) => low === "" || path.toLowerCase().startsWith(`${low}/`),
  );
  const files = inside.filter(({ path }) => parentOf(path).toLowerCase() === low);
  const below = inside
    .filter(({ path }) => parentOf(path).toLowerCase() !== low)
    .map(({ path }) => path.slice(low === "" ? 0 : low.length + 1).split("/")[0] ?? "");
  const all = [...[...new Set(below)].map(folderJson), ...files.map(fileJson)];
  const given = question.url.searchParams;
  const top = Number(given.get("$top") ?? PAGE_DEFAULT);
  const skip = Number(given.get("$skiptoken") ?? 0);
  const next = new URL(question.url);
  next.searchParams.set("$skiptoken", String(skip + top));
  return json(200, {
    value: all.slice(skip, skip + top),
    ...(all.length > skip + top ? { "@odata.nextLink": next.href } : {}),
  });
};

/** The bytes behind a download address, which needs no token and is good for an hour. */
export const answerDownload = (question: GraphQuestion, drive: Drive): GraphAnswer | null => {
  const url = `${question.url.origin}${question.url.pathname}`;
  if (!url.startsWith(DOWNLOAD_ORIGIN)) return null;
  const id = url.slice(DOWNLOAD_ORIGIN.length);
  const file = [...drive.files.values()].find((one) => one.id === id);
  return file === undefined
    ? refusal(404, "itemNotFound")
    : bytes("application/octet-stream", file.bytes);
};
