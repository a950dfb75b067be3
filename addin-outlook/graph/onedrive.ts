import * as z from "zod/mini";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { GraphClient, GraphRequest } from "./client.ts";
import type { AppFolder, FolderItem, GraphFault } from "./ports.ts";
import { FILES_SCOPES } from "./scopes.ts";
import { uploadLarge } from "./upload.ts";

/**
 * The app's own folder in the person's OneDrive (`Apps/<name of the app registration>`): the one place there that Relance
 * may see. https://learn.microsoft.com/graph/onedrive-sharepoint-appfolder
 */
const ROOT = "/me/drive/special/approot";

/** Files up to here go in one request; Graph's pages have long said 4 MB. https://learn.microsoft.com/graph/api/driveitem-put-content */
const SMALL_BYTES_MAX = 4 * 1024 * 1024;
/** Multiples of 320 KiB. https://learn.microsoft.com/graph/api/driveitem-createuploadsession */
const RANGE_BYTES = 16 * 320 * 1024;
const PAGE_ITEMS = 200;
/** A folder of the vault with more than 100,000 files is not listed further: what is not seen is asked for by name. */
const PAGES_MAX = 500;

const ITEM_SCHEMA = z.object({
  name: z.string(),
  size: z.nullish(z.number()),
  eTag: z.optional(z.string()),
  cTag: z.optional(z.string()),
  folder: z.nullish(z.object({})),
  "@microsoft.graph.downloadUrl": z.optional(z.string()),
});
type Item = z.infer<typeof ITEM_SCHEMA>;

const ITEMS_SCHEMA = z.object({
  value: z.array(ITEM_SCHEMA),
  "@odata.nextLink": z.optional(z.string()),
});
const SESSION_SCHEMA = z.object({ uploadUrl: z.string() });

export const openAppFolder = (client: GraphClient): AppFolder => {
  const ask = (
    method: GraphRequest["method"],
    path: string,
    rest: Pick<GraphRequest, "body" | "headers"> = {},
  ): GraphRequest => ({ method, path, scopes: FILES_SCOPES, ...rest });

  /** The folder is made by the first question after it: a first upload alone has been answered "not found" (onedrive-api-docs#1132). */
  let isMade = false;
  const make = async (): Promise<Result<null, GraphFault>> => {
    if (isMade) return ok(null);
    const made = await client.done(ask("GET", ROOT));
    isMade = made.ok;
    return made;
  };

  const itemAt = async (path: string): Promise<Result<Item | null, GraphFault>> => {
    const item = await client.json(ask("GET", addressOf(path)), ITEM_SCHEMA);
    if (!item.ok) return item.error.type === "absent" ? ok(null) : err(item.error);
    return ok(item.value);
  };

  /** A large file: one session; its last range makes the file, or finds that another was first. */
  const upload = async (
    path: string,
    bytes: Uint8Array,
    behavior: "fail" | "replace",
    headers: Readonly<Record<string, string>>,
  ): Promise<Result<string, GraphFault>> => {
    const sent = await uploadLarge({
      client,
      bytes,
      rangeBytes: RANGE_BYTES,
      begin: async () => {
        const session = await client.json(
          ask("POST", `${addressOf(path)}:/createUploadSession`, {
            headers,
            body: { json: { item: { "@microsoft.graph.conflictBehavior": behavior } } },
          }),
          SESSION_SCHEMA,
        );
        return session.ok ? ok(session.value.uploadUrl) : session;
      },
      // What is written over was there before: whether it has changed since, `If-Match` of a new session knows.
      isThere: async () => {
        if (behavior === "replace") return ok(false);
        const item = await itemAt(path);
        return item.ok ? ok(item.value !== null) : item;
      },
    });
    if (!sent.ok) return sent;
    // By us or by another: who finds it there looks into it, as into any file that was there first.
    if (sent.value === "found") return err({ type: "conflict", code: "" });
    const item = await itemAt(path);
    if (!item.ok) return item;
    return item.value === null ? err({ type: "unreadable" }) : ok(tagOf(item.value));
  };

  const put = async (
    path: string,
    bytes: Uint8Array,
    behavior: "fail" | "replace",
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Result<string, GraphFault>> => {
    const made = await make();
    if (!made.ok) return made;
    if (bytes.length > SMALL_BYTES_MAX) return await upload(path, bytes, behavior, headers);
    const item = await client.json(
      ask("PUT", `${addressOf(path)}:/content?@microsoft.graph.conflictBehavior=${behavior}`, {
        headers,
        body: { bytes },
      }),
      ITEM_SCHEMA,
    );
    return item.ok ? ok(tagOf(item.value)) : item;
  };

  return {
    list: async (folder) => {
      const made = await make();
      if (!made.ok) return made;
      const items: FolderItem[] = [];
      const at = folder === "" ? `${ROOT}/children` : `${addressOf(folder)}:/children`;
      let path = `${at}?$select=name,size,eTag,cTag,folder&$top=${String(PAGE_ITEMS)}`;
      for (let page = 0; page < PAGES_MAX; page += 1) {
        const answer = await client.json(ask("GET", path), ITEMS_SCHEMA);
        if (!answer.ok) return answer.error.type === "absent" ? ok([]) : err(answer.error);
        items.push(...answer.value.value.map(folderItemOf));
        const next = answer.value["@odata.nextLink"];
        if (next === undefined) return ok(items);
        path = next;
      }
      return err({ type: "too-large" });
    },
    read: async (path, bytesMax) => {
      const item = await itemAt(path);
      if (!item.ok || item.value === null) return item.ok ? ok(null) : item;
      const url = item.value["@microsoft.graph.downloadUrl"];
      if (url === undefined || item.value.folder != null) return err({ type: "unreadable" });
      if ((item.value.size ?? 0) > bytesMax) return err({ type: "too-large" });
      // `/content` redirects to this address, which a page with a token may not follow (CORS).
      // https://learn.microsoft.com/graph/api/driveitem-get-content#downloading-files-in-javascript-apps
      const bytes = await client.open({ method: "GET", url }, bytesMax);
      if (!bytes.ok) return bytes.error.type === "absent" ? ok(null) : err(bytes.error);
      return ok({ bytes: bytes.value, tag: tagOf(item.value) });
    },
    create: async (path, bytes) => {
      const tag = await put(path, bytes, "fail");
      if (tag.ok) return ok({ type: "created", tag: tag.value });
      return tag.error.type === "conflict" ? ok({ type: "exists" }) : err(tag.error);
    },
    replace: async (path, bytes, tag) => {
      const written =
        tag === null
          ? await put(path, bytes, "fail")
          : await put(path, bytes, "replace", { "if-match": tag });
      if (written.ok) return ok({ type: "written", tag: written.value });
      const isMoved =
        written.error.type === "conflict" || (tag !== null && written.error.type === "absent");
      return isMoved ? ok({ type: "moved" }) : err(written.error);
    },
    remove: async (path) => {
      const gone = await client.done(ask("DELETE", addressOf(path)));
      return gone.ok || gone.error.type === "absent" ? ok(null) : gone;
    },
  };
};

/** https://learn.microsoft.com/graph/onedrive-addressing-driveitems */
const addressOf = (path: string): string =>
  `${ROOT}:/${path.split("/").map(encodeURIComponent).join("/")}`;

/** The tag of the item as a whole is the one that `If-Match` is compared with. */
const tagOf = (item: Item): string => item.eTag ?? item.cTag ?? "";

const folderItemOf = (item: Item): FolderItem => ({
  name: item.name,
  kind: item.folder == null ? "file" : "folder",
  tag: tagOf(item),
  size: item.size ?? 0,
});
