import { createHash } from "node:crypto";
import type { VirtualClock } from "./clock.ts";

/** What Drive keeps of one account. */
export type DriveFiles = {
  readonly files: ReadonlyMap<string, DriveFile>;
  /** A file that the person made in Drive itself: `drive.file` does not see it. */
  readonly put: (name: string, bytes: Uint8Array, parent?: string) => DriveFile;
  /** The person deletes it for good, with what lies in it. */
  readonly remove: (id: string) => void;
  /** The person removes the app's hidden data, which deletes all of appDataFolder. */
  readonly clearAppData: () => void;
  /** Files by their path from "My Drive": `Relance/journal/0001.segment`; those of appDataFolder under `appData/`. */
  readonly byPath: () => ReadonlyMap<string, DriveFile>;
  readonly space: DriveSpace;
};

/** What the REST methods do. */
export type DriveSpace = {
  readonly generateId: (place: "drive" | "appDataFolder") => string;
  /** Where an id was made for; null for one that Drive did not make. */
  readonly placeOf: (id: string) => "drive" | "appDataFolder" | null;
  /** Also of a file that is gone: an id serves once. */
  readonly isUsed: (id: string) => boolean;
  readonly write: (file: DriveFile) => void;
  readonly erase: (id: string) => void;
  /** Resumable uploads that were begun, by the id in their address. */
  readonly uploads: Map<string, unknown>;
  readonly isHidden: (file: DriveFile) => boolean;
};

export type DriveFile = {
  readonly id: string;
  readonly name: string;
  readonly mimeType: string;
  readonly parents: readonly string[];
  readonly appProperties: Readonly<Record<string, string>>;
  readonly properties: Readonly<Record<string, string>>;
  readonly description: string | null;
  readonly bytes: Uint8Array | null;
  readonly createdTime: number;
  readonly modifiedTime: number;
  readonly trashed: boolean;
  /** Made by this app: what `drive.file` sees. */
  readonly isOurs: boolean;
  readonly version: number;
};

export const ROOT = "root-folder-of-my-drive";
export const APP_DATA = "root-folder-of-app-data";

export const createDrive = (clock: VirtualClock, draw: () => number): DriveFiles => {
  const files = new Map<string, DriveFile>();
  const made = new Map<string, "drive" | "appDataFolder">();
  const used = new Set<string>();
  const write = (file: DriveFile): void => {
    used.add(file.id);
    files.set(file.id, file);
  };
  const generateId = (place: "drive" | "appDataFolder"): string => {
    const id = `1${createHash("sha256")
      .update(`file ${String(draw())}`)
      .digest("base64url")
      .slice(0, 32)}`;
    made.set(id, place);
    return id;
  };
  const isHidden = (file: DriveFile): boolean =>
    file.parents.some((id) => {
      const parent = files.get(id);
      return id === APP_DATA || (parent !== undefined && isHidden(parent));
    });
  const remove = (id: string): void => {
    files.delete(id);
    for (const file of files.values()) if (file.parents.includes(id)) remove(file.id);
  };
  const pathOf = (file: DriveFile): string => {
    const [parent] = file.parents;
    const above = parent === undefined ? undefined : files.get(parent);
    if (above !== undefined) return `${pathOf(above)}/${file.name}`;
    return parent === APP_DATA ? `appData/${file.name}` : file.name;
  };
  return {
    files,
    put: (name, bytes, parent = ROOT) => {
      const file: DriveFile = {
        id: generateId("drive"),
        name,
        mimeType: "application/octet-stream",
        parents: [parent],
        appProperties: {},
        properties: {},
        description: null,
        bytes,
        createdTime: clock.now(),
        modifiedTime: clock.now(),
        trashed: false,
        isOurs: false,
        version: 1,
      };
      write(file);
      return file;
    },
    remove,
    clearAppData: () => {
      for (const file of [...files.values()].filter(isHidden)) files.delete(file.id);
    },
    byPath: () => new Map([...files.values()].map((file) => [pathOf(file), file])),
    space: {
      generateId,
      placeOf: (id) => made.get(id) ?? null,
      isUsed: (id) => used.has(id),
      write,
      erase: remove,
      uploads: new Map(),
      isHidden,
    },
  };
};
