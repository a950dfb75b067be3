import { gunzipSync, gzipSync } from "fflate";
import * as z from "zod/mini";
import {
  FILE_BYTES_MAX,
  PIECE_CHARS,
  PIECES_MAX,
  PLAIN_CHARS_MAX,
  answered,
  toPage,
} from "#shared/app/desk/wire.ts";
import type { DeskRequest, ToPage, ToScript, WireFault } from "#shared/app/desk/wire.ts";
import { textOfValue, valueOfText } from "#shared/app/desk/values.ts";
import { base64OfBytes, utf8Bytes, utf8Text } from "#shared/kernel/bytes.ts";
import type { Language } from "#shared/kernel/money.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { bytesOfBase64 } from "#shared/mail/charsets.ts";
import { chanceRuns } from "#src/custody/chance.ts";
import type { CallScript } from "./script-run.ts";

z.config({ jitless: true });

export type TalkFault = "no-answer" | WireFault;

/** What the script answered instead; `wire` with a TalkFault where nothing came of the call. */
export type Refused = {
  readonly type: string;
  readonly fault?: string;
  /** Whether the store's recovery leads out of it. */
  readonly recover?: boolean;
};

export type ScriptTalk = {
  /** The value is what the request's own answer is: both sides are of one build, which the script checks. */
  readonly ask: <T>(request: DeskRequest) => Promise<Result<T, Refused>>;
};

/** Where the ledger stood before the call and after it. */
export type Told = (before: string | null, after: string | null) => void;

/** Requests and answers over calls that take and give a text, in pieces where they are long. */
export const openTalk = (call: CallScript, language: () => Language, told: Told): ScriptTalk => {
  let build: string | null = null;

  const send = async (message: OfCall): Promise<ToPage | "no-answer"> => {
    const text = await call(JSON.stringify({ ...message, build, language: language() }));
    if (text === null) return "no-answer";
    const answer = z.safeParse(toPage, jsonOf(text));
    return answer.success ? answer.data : { type: "fault", fault: "unreadable" };
  };

  const sendText = async (text: string): Promise<ToPage | "no-answer"> => {
    if (text.length <= PLAIN_CHARS_MAX) return send({ type: "text", text });
    const pieces = piecesOf(base64OfBytes(gzipSync(utf8Bytes(text))));
    const last = pieces.length - 1;
    const [gzip = ""] = pieces.slice(last);
    if (last === 0) return send({ type: "packed", gzip });
    if (pieces.length > PIECES_MAX) return { type: "fault", fault: "too-large" };
    const [key = ""] = chanceRuns(1);
    for (const [at, piece] of pieces.slice(0, last).entries()) {
      const kept = await send({ type: "piece", key, at, gzip: piece });
      if (kept === "no-answer" || kept.type !== "kept") return kept;
    }
    return send({ type: "last", key, at: last, gzip });
  };

  /** The text of an answer, whose later pieces are asked for. */
  const textOf = async (answer: Whole): Promise<Result<string, TalkFault>> => {
    if (answer.type === "text") return ok(answer.text);
    if (answer.type === "packed") return unpacked(answer.gzip);
    let gzip = answer.gzip;
    for (let at = 1; at < answer.of; at += 1) {
      const more = await send({ type: "more", key: answer.key, at });
      if (more === "no-answer") return err("no-answer");
      if (more.type !== "more") return err(more.type === "fault" ? more.fault : "unreadable");
      gzip += more.gzip;
    }
    return unpacked(gzip);
  };

  const once = async (
    text: string,
  ): Promise<Result<unknown, { readonly fault: TalkFault; readonly again: boolean }>> => {
    const answer = await sendText(text);
    if (answer === "no-answer") return err({ fault: answer, again: false });
    if (answer.type === "fault")
      return err({ fault: answer.fault, again: answer.fault === "pieces-gone" });
    if (answer.type === "kept" || answer.type === "more")
      return err({ fault: "unreadable", again: false });
    build = answer.build;
    const { before, after } = answer;
    told(before, after);
    const whole = await textOf(answer);
    // What has written must not be asked for a second time.
    return whole.ok ? whole : err({ fault: whole.error, again: before === after });
  };

  return {
    ask: async <T>(request: DeskRequest): Promise<Result<T, Refused>> => {
      if (bytesIn(request) > FILE_BYTES_MAX) return err(wire("too-large"));
      const text = textOfValue(request);
      let answer = await once(text);
      if (!answer.ok && answer.error.again) answer = await once(text);
      if (!answer.ok) return err(wire(answer.error.fault));
      const value = z.safeParse(answered, valueOfText(String(answer.value)));
      if (!value.success) return err(wire("unreadable"));
      return value.data.ok ? ok(value.data.value as T) : err(value.data.error);
    },
  };
};

/** Known before anything is packed, which takes a while. */
const bytesIn = (request: DeskRequest): number => {
  if (request.ask === "keep-blob") return request.bytes.length;
  if (request.ask !== "run") return 0;
  return [...request.bytes.values()].reduce((sum, { length }) => sum + length, 0);
};

const wire = (fault: TalkFault): Refused => ({ type: "wire", fault });

type OfCall = ToScript extends infer One
  ? One extends ToScript
    ? Omit<One, "build" | "language">
    : never
  : never;
type Whole = Extract<ToPage, { readonly type: "text" | "packed" | "pieces" }>;

const piecesOf = (text: string): readonly string[] =>
  Array.from({ length: Math.max(1, Math.ceil(text.length / PIECE_CHARS)) }, (_, at) =>
    text.slice(at * PIECE_CHARS, (at + 1) * PIECE_CHARS),
  );

const unpacked = (base64: string): Result<string, TalkFault> => {
  try {
    const text = utf8Text(gunzipSync(bytesOfBase64(base64)));
    return text === null ? err("unreadable") : ok(text);
  } catch {
    // fflate throws errors of its own for whatever is not gzip.
    return err("unreadable");
  }
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
};
