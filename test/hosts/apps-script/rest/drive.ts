import { createHash } from "node:crypto";
import { Buffer } from "node:buffer";
import type { Account } from "../account.ts";
import { APP_DATA, ROOT, type DriveFile } from "../drive-files.ts";
import { api, misfits } from "../reference/discovery.ts";
import { EmulatorGap } from "../runtime/part.ts";
import { driveQuery, folderId } from "./drive-query.ts";
import {
  json,
  picked,
  refusal,
  relatedParts,
  type RestAnswer,
  type RestRequest,
  type Routed,
} from "./http.ts";

const FILE = "https://www.googleapis.com/auth/drive.file";
const APPDATA = "https://www.googleapis.com/auth/drive.appdata";

/** "Simple" and "multipart" uploads are for 5 MB or less: developers.google.com/workspace/drive/api/guides/manage-uploads */
const UPLOAD_BYTES_MAX = 5 * 1024 * 1024;
/** developers.google.com/workspace/drive/api/guides/properties: key and value together, and how many of one app. */
const PROPERTY_BYTES_MAX = 124;
const PROPERTIES_MAX = 30;
const IDS_MAX = 1_000;
const PAGE_MAX = 1_000;

const UPLOAD_ROOT = "https://www.googleapis.com/upload/drive/v3/files";

type Begun = { readonly routed: Routed; readonly meta: Meta };

/** Drive v3 over the files of one account, as an app with these scopes sees it. */
export const driveAnswer = (
  account: Account,
  scopes: readonly string[],
  request: RestRequest,
  routed: Routed,
): RestAnswer => {
  if (request.headers.has("if-match"))
    throw new EmulatorGap("Drive v3 has no If-Match: it would be passed over without a word");
  const { uploads } = account.drive.space;
  const isCreation =
    routed.route.id === "drive.files.create" || routed.route.id === "drive.files.update";
  if (!isCreation) return answerTo(account, scopes, routed, null);
  const given = bodyOf(request, routed);
  if ("status" in given) return given;
  if (routed.query.get("uploadType") !== "resumable")
    return answerTo(account, scopes, routed, given);
  const id = `upload-${String(account.draw())}`;
  uploads.set(id, { routed, meta: given.meta } satisfies Begun);
  return {
    status: 200,
    type: "text/html",
    body: new Uint8Array(),
    location: `${UPLOAD_ROOT}?uploadType=resumable&upload_id=${id}`,
  };
};

/** The second request of a resumable upload: all its bytes at once. Null where the address is none of ours. */
export const resumedAnswer = (
  account: Account,
  scopes: readonly string[],
  request: RestRequest,
): RestAnswer | null => {
  const id = /^https:\/\/www\.googleapis\.com\/upload\/drive\/.*[?&]upload_id=([\w-]+)$/.exec(
    request.url,
  )?.[1];
  if (id === undefined || request.verb !== "PUT") return null;
  if (request.headers.has("content-range")) throw new EmulatorGap("an upload in several pieces");
  const begun = account.drive.space.uploads.get(id) as Begun | undefined;
  if (begun === undefined) return refusal(404, "notFound", "The upload session is not known.");
  account.drive.space.uploads.delete(id);
  const given = { meta: begun.meta, bytes: request.body, type: request.contentType };
  return answerTo(account, scopes, begun.routed, given);
};

const answerTo = (
  account: Account,
  scopes: readonly string[],
  routed: Routed,
  written: Given | null,
): RestAnswer => {
  const { drive, clock } = account;
  const { route, params, query } = routed;
  const sees = (file: DriveFile | undefined): file is DriveFile => {
    if (file === undefined) return false;
    return drive.space.isHidden(file)
      ? scopes.includes(APPDATA)
      : scopes.includes(FILE) && file.isOurs;
  };
  const answer = (value: unknown, basic: string): RestAnswer => {
    const words = query.get("fields") ?? basic;
    const shown = picked(value, words);
    if (shown === undefined)
      return refusal(400, "invalidParameter", `Invalid field selection ${words}`);
    const wrong = misfits(api("drive"), route.answer ?? "", value);
    if (wrong.length > 0) throw new Error(wrong.join("; "));
    return json(200, shown);
  };
  const answerFile = (file: DriveFile): RestAnswer =>
    answer(resourceOf(file), "kind,id,name,mimeType");
  const absent = (id: string): RestAnswer => refusal(404, "notFound", `File not found: ${id}.`);
  const found = (): DriveFile | null => {
    const file = drive.files.get(params.get("fileId") ?? "");
    return sees(file) ? file : null;
  };

  switch (route.id) {
    case "drive.about.get":
      if (!query.has("fields"))
        return refusal(400, "required", "The 'fields' parameter is required for this method.");
      return answer(
        {
          kind: "drive#about",
          user: { kind: "drive#user", emailAddress: account.email, me: true },
        },
        "*",
      );
    case "drive.files.generateIds": {
      const count = Number(query.get("count") ?? "10");
      const space = query.get("space") ?? "drive";
      if (count < 1 || count > IDS_MAX || (space !== "drive" && space !== "appDataFolder"))
        return refusal(400, "invalidParameter", "Invalid value");
      const ids = Array.from({ length: count }, () => drive.space.generateId(space));
      return answer({ kind: "drive#generatedIds", space, ids }, "*");
    }
    case "drive.files.get": {
      const file = found();
      if (file === null) return absent(params.get("fileId") ?? "");
      if (query.get("alt") !== "media") return answerFile(file);
      if (file.bytes === null)
        return refusal(
          403,
          "fileNotDownloadable",
          "Only files with binary content can be downloaded.",
        );
      return { status: 200, type: file.mimeType, body: file.bytes };
    }
    case "drive.files.list": {
      const hidden = query.get("spaces") === "appDataFolder";
      const test = driveQuery(query.get("q") ?? "");
      const order = query.get("orderBy") ?? "";
      if (!/^(?:(?:name|createdTime|modifiedTime)(?: desc)?)?$/.test(order))
        throw new EmulatorGap(`orderBy of Drive: ${order}`);
      const size = Math.min(Number(query.get("pageSize") ?? "100"), PAGE_MAX);
      const from = Number(query.get("pageToken") ?? "0");
      const all = [...drive.files.values()]
        .filter((file) => sees(file) && drive.space.isHidden(file) === hidden && test(file))
        .sort(byOrder(order));
      const files = all.slice(from, from + size).map(resourceOf);
      const next = from + size < all.length ? { nextPageToken: String(from + size) } : {};
      return answer(
        { kind: "drive#fileList", incompleteSearch: false, files, ...next },
        "kind,incompleteSearch,nextPageToken,files(kind,id,name,mimeType)",
      );
    }
    case "drive.files.create": {
      const { meta, bytes, type } = written ?? NOTHING_WRITTEN;
      const parents = (meta.parents ?? ["root"]).map(folderId);
      const [parent = ROOT] = parents;
      if (parents.length > 1)
        return refusal(400, "multipleParentsNotSupported", "A file has one parent.");
      if (parent !== ROOT && parent !== APP_DATA && !sees(drive.files.get(parent)))
        return absent(parent);
      const place = parent === APP_DATA || isIn(account, parent) ? "appDataFolder" : "drive";
      if (!scopes.includes(place === "drive" ? FILE : APPDATA))
        return refusal(403, "insufficientPermissions", "Insufficient Permission");
      const id = meta.id ?? drive.space.generateId(place);
      if (drive.space.isUsed(id))
        return refusal(409, "fileIdInUse", "A file already exists with the provided ID.");
      if (drive.space.placeOf(id) !== place)
        return refusal(400, "invalid", "The provided file ID is not usable.");
      const wrong =
        propertiesFault(meta.appProperties ?? {}) ?? propertiesFault(meta.properties ?? {});
      if (wrong !== null) return wrong;
      const now = clock.now();
      const file: DriveFile = {
        id,
        name: meta.name ?? "Untitled",
        mimeType: meta.mimeType ?? type ?? "application/octet-stream",
        parents: [parent],
        appProperties: withoutNulls({}, meta.appProperties),
        properties: withoutNulls({}, meta.properties),
        description: meta.description ?? null,
        bytes,
        createdTime: now,
        modifiedTime: now,
        trashed: false,
        isOurs: true,
        version: 1,
      };
      drive.space.write(file);
      return answerFile(file);
    }
    case "drive.files.update": {
      const file = found();
      if (file === null) return absent(params.get("fileId") ?? "");
      const { meta, bytes, type } = written ?? NOTHING_WRITTEN;
      if (meta.parents !== undefined)
        return refusal(
          403,
          "fieldNotWritable",
          "The parents field is not directly writable in update requests. Use the addParents and removeParents parameters instead.",
        );
      if (meta.id !== undefined && meta.id !== file.id)
        return refusal(
          403,
          "fieldNotWritable",
          "The resource body includes fields which are not directly writable.",
        );
      const appProperties = withoutNulls(file.appProperties, meta.appProperties);
      const properties = withoutNulls(file.properties, meta.properties);
      const wrong = propertiesFault(appProperties) ?? propertiesFault(properties);
      if (wrong !== null) return wrong;
      const added = query.get("addParents");
      if (added !== undefined && added.includes(","))
        return refusal(400, "multipleParentsNotSupported", "A file has one parent.");
      const changed: DriveFile = {
        ...file,
        name: meta.name ?? file.name,
        mimeType: meta.mimeType ?? (bytes === null ? file.mimeType : (type ?? file.mimeType)),
        parents: added === undefined ? file.parents : [folderId(added)],
        appProperties,
        properties,
        description: meta.description ?? file.description,
        bytes: bytes ?? file.bytes,
        modifiedTime: clock.now(),
        trashed: meta.trashed ?? file.trashed,
        version: file.version + 1,
      };
      drive.space.write(changed);
      return answerFile(changed);
    }
    case "drive.files.delete": {
      const file = found();
      if (file === null) return absent(params.get("fileId") ?? "");
      drive.space.erase(file.id);
      return { status: 204, type: "text/html", body: new Uint8Array() };
    }
    default:
      throw new EmulatorGap(`${route.id} is not emulated`);
  }
};

const isIn = (account: Account, parent: string): boolean => {
  const folder = account.drive.files.get(parent);
  return folder !== undefined && account.drive.space.isHidden(folder);
};

type Meta = {
  readonly id?: string;
  readonly name?: string;
  readonly mimeType?: string;
  readonly parents?: readonly string[];
  readonly description?: string;
  readonly appProperties?: Readonly<Record<string, string | null>>;
  readonly properties?: Readonly<Record<string, string | null>>;
  readonly trashed?: boolean;
};

const NOTHING_WRITTEN: Given = { meta: {}, bytes: null, type: null };

type Given = {
  readonly meta: Meta;
  readonly bytes: Uint8Array | null;
  readonly type: string | null;
};

const bodyOf = (request: RestRequest, { isUpload, query }: Routed): Given | RestAnswer => {
  if (!isUpload || query.get("uploadType") === "resumable") {
    const text = Buffer.from(request.body).toString("utf8");
    if (text !== "" && !/^application\/json\b/i.test(request.contentType ?? ""))
      return refusal(400, "badContent", "Unsupported content with type");
    return metaOf(text === "" ? {} : jsonOf(text), null, null);
  }
  if (request.body.length > UPLOAD_BYTES_MAX)
    return refusal(413, "uploadTooLarge", "This upload type takes 5 MB or less.");
  switch (query.get("uploadType") ?? "") {
    case "media":
      return metaOf({}, request.body, request.contentType);
    case "multipart": {
      const parts = relatedParts(request);
      if (parts === null) return refusal(400, "badContent", "Malformed multipart body.");
      return metaOf(parts.meta, parts.bytes, parts.type);
    }
    default:
      return refusal(400, "badRequest", "uploadType is required.");
  }
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Google answers 400, as to any body that is no metadata.
    return null;
  }
};

const metaOf = (
  value: unknown,
  bytes: Uint8Array | null,
  type: string | null,
): Given | RestAnswer => {
  const wrong = misfits(api("drive"), "File", withoutNullProperties(value));
  if (wrong.length > 0)
    return refusal(400, "badRequest", `Invalid JSON payload received: ${wrong.join("; ")}`);
  return { meta: value as Meta, bytes, type };
};

/** A null takes a property away; the types of the package do not say so. */
const withoutNullProperties = (value: unknown): unknown =>
  typeof value !== "object" || value === null
    ? value
    : Object.fromEntries(
        Object.entries(value).map(([key, one]: [string, unknown]) => [
          key,
          /^(?:appP|p)roperties$/.test(key) && typeof one === "object" && one !== null
            ? Object.fromEntries(Object.entries(one).filter(([, inner]) => inner !== null))
            : one,
        ]),
      );

const withoutNulls = (
  before: Readonly<Record<string, string>>,
  given: Readonly<Record<string, string | null>> | undefined,
): Readonly<Record<string, string>> => {
  const merged = { ...before, ...given };
  return Object.fromEntries(
    Object.entries(merged).flatMap(([key, value]) =>
      value === null ? [] : [[key, value] as const],
    ),
  );
};

const propertiesFault = (
  properties: Readonly<Record<string, string | null>>,
): RestAnswer | null => {
  const pairs = Object.entries(properties);
  if (pairs.length > PROPERTIES_MAX)
    return refusal(
      403,
      "propertyCountLimitExceeded",
      "The maximum number of properties is exceeded.",
    );
  const isLong = pairs.some(
    ([key, value]) => Buffer.byteLength(key) + Buffer.byteLength(value ?? "") > PROPERTY_BYTES_MAX,
  );
  return isLong
    ? refusal(
        403,
        "propertyLengthLimitExceeded",
        "Property key and value are limited to 124 bytes.",
      )
    : null;
};

const byOrder = (order: string) => {
  const [field = "", way = ""] = order.split(" ");
  const sign = way === "desc" ? -1 : 1;
  return (a: DriveFile, b: DriveFile): number => {
    if (field === "name") return sign * (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
    if (field === "createdTime") return sign * (a.createdTime - b.createdTime);
    // Newest first where nothing is said: no code may count on it.
    return field === "modifiedTime"
      ? sign * (a.modifiedTime - b.modifiedTime)
      : b.modifiedTime - a.modifiedTime;
  };
};

const resourceOf = (file: DriveFile): Readonly<Record<string, unknown>> => ({
  kind: "drive#file",
  id: file.id,
  name: file.name,
  mimeType: file.mimeType,
  parents: file.parents,
  ...(file.description === null ? {} : { description: file.description }),
  ...(Object.keys(file.appProperties).length === 0 ? {} : { appProperties: file.appProperties }),
  ...(Object.keys(file.properties).length === 0 ? {} : { properties: file.properties }),
  createdTime: new Date(file.createdTime).toISOString(),
  modifiedTime: new Date(file.modifiedTime).toISOString(),
  trashed: file.trashed,
  explicitlyTrashed: file.trashed,
  version: String(file.version),
  ownedByMe: true,
  webViewLink: `https://drive.google.com/file/d/${file.id}/view`,
  ...(file.bytes === null
    ? {}
    : {
        size: String(file.bytes.length),
        md5Checksum: createHash("md5").update(file.bytes).digest("hex"),
        sha256Checksum: createHash("sha256").update(file.bytes).digest("hex"),
      }),
});
