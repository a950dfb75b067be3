import { Buffer } from "node:buffer";
import {
  bytesOf,
  Part,
  ScriptException,
  text,
  type Behaviours,
  type SignedBytes,
} from "../runtime/part.ts";

export type BlobState = { bytes: Uint8Array; type: string | null; name: string | null };

export const blobOf = (
  bytes: Uint8Array,
  type: string | null,
  name: string | null,
): Part<BlobState> => new Part("Base.Blob", { bytes, type, name });

/** Bytes as a script hands them in: signed numbers, or a text in UTF-8. */
export const bytesFrom = (value: unknown, charset: string = "UTF-8"): Uint8Array =>
  typeof value === "string"
    ? encode(value, charset)
    : bytesOf(value as SignedBytes | readonly number[]);

export const encode = (value: string, charset: string): Uint8Array =>
  Uint8Array.from(Buffer.from(value, encodingOf(charset)));

export const decode = (bytes: Uint8Array, charset: string): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString(encodingOf(charset));

const encodingOf = (charset: string): BufferEncoding => {
  const name = charset.toLowerCase().replace("_", "-");
  if (name === "utf-8" || name === "utf8") return "utf8";
  if (name === "iso-8859-1" || name === "latin1") return "latin1";
  if (name === "us-ascii") return "ascii";
  throw new ScriptException(`Invalid argument: charset ${charset}`);
};

/** Bytes of whatever counts as a source of a blob. */
export const blobBytes = (part: unknown): Uint8Array => {
  if (!(part instanceof Part)) throw new Error("no blob");
  if (part.of === "Base.Blob") return stateOf(part).bytes;
  const { bytes, html } = part.state as { readonly bytes?: Uint8Array; readonly html?: string };
  return bytes ?? encode(html ?? "", "UTF-8");
};

const stateOf = (part: Part): BlobState => part.state as BlobState;

export const blobMethods: Behaviours = {
  "Base.Blob": {
    getBytes: (self) => stateOf(self).bytes,
    setBytes: (self, values) => {
      stateOf(self).bytes = bytesFrom(values[0]);
      return self;
    },
    getDataAsString: (self, values) =>
      decode(stateOf(self).bytes, values.length > 0 ? text(values, 0) : "UTF-8"),
    setDataFromString: (self, values) => {
      stateOf(self).bytes = encode(text(values, 0), values.length > 1 ? text(values, 1) : "UTF-8");
      return self;
    },
    getContentType: (self) => stateOf(self).type,
    setContentType: (self, values) => {
      stateOf(self).type = text(values, 0);
      return self;
    },
    getName: (self) => stateOf(self).name,
    setName: (self, values) => {
      stateOf(self).name = text(values, 0);
      return self;
    },
    getBlob: (self) => self,
    copyBlob: (self) => blobOf(stateOf(self).bytes, stateOf(self).type, stateOf(self).name),
    isGoogleType: () => false,
  },
};
