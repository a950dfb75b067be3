/** What Drive keeps of one account. */
export type DriveFiles = {
  readonly files: ReadonlyMap<string, DriveFile>;
  /** A file that the person made in Drive itself: `drive.file` does not see it. */
  readonly put: (name: string, bytes: Uint8Array, parent?: string) => DriveFile;
  /** The person deletes it for good. */
  readonly remove: (id: string) => void;
  /** The person removes the app's hidden data, which deletes all of appDataFolder. */
  readonly clearAppData: () => void;
  /** Files by their path from "My Drive": `Relance/journal/0001.segment`, those of appDataFolder under `appData/`. */
  readonly byPath: () => ReadonlyMap<string, DriveFile>;
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
