import * as z from "zod/mini";
import type { Sentence } from "#shared/locales/locale.ts";
import { frameJoiner, framesOf } from "./chunks.ts";
import { textOfValue, valueOfText } from "#shared/app/desk/values.ts";

z.config({ jitless: true });

/**
 * What the desk's dialog and the pane say to each other. The pane holds the store: the dialog asks, by a number, and the
 * pane answers under it, a refusal or fault being a value like any other. What changes on its own is told by `state`.
 */
export const WORK = [
  "backup",
  "restore",
  "extract",
  "check",
  "export-thread",
  "evidence",
  "go-to-mail",
  "open-draft",
  "begin-ledger",
  "draft-way",
  "set-author",
  "set-language",
  "unsay",
] as const;
export type Work = (typeof WORK)[number];

const id = z.string().check(z.maxLength(80));

const fromDialog = z.discriminatedUnion("type", [
  z.object({ type: z.literal("hello") }),
  z.object({
    type: z.literal("run"),
    id,
    /** The use case's own name. */
    name: z.string().check(z.maxLength(80)),
    input: z.unknown(),
    bytes: z.optional(z.unknown()),
  }),
  z.object({ type: z.literal("work"), id, work: z.enum(WORK), input: z.unknown() }),
  /** A run is to end before it writes, if it can. */
  z.object({ type: z.literal("cancel"), id }),
]);
export type FromDialog = z.infer<typeof fromDialog>;

const tone = z.enum(["good", "warning", "danger"]);
const shown = z.union([z.object({ own: z.string() }), z.object({ foreign: z.string() })]);
const said = z.object({
  key: z.string(),
  tone: z.enum(["info", "good", "warning", "danger"]),
  text: z.array(shown),
});
/** What the pane says of an act that the desk asked for. */
export type DeskNotice = {
  readonly key: string;
  readonly tone: "info" | "good" | "warning" | "danger";
  readonly text: Sentence;
};
const state = z.object({
  version: z.number(),
  /** The last version that another window or a merge has made. */
  isOwn: z.boolean(),
  language: z.enum(["fr", "en"]),
  author: z.string(),
  ledger: z.nullable(z.string()),
  today: z.string(),
  page: z.nullable(z.string()),
  storage: z.object({ tone, text: z.object({ own: z.string() }) }),
  lasts: z.boolean(),
  writesDrafts: z.boolean(),
  likelyAddresses: z.array(z.string()),
  likelyName: z.string(),
  said: z.array(said),
});
export type DeskState = z.infer<typeof state>;

const fromPane = z.discriminatedUnion("type", [
  z.object({ type: z.literal("state"), state }),
  z.object({ type: z.literal("answer"), id, value: z.unknown() }),
  /** What was asked could not even be tried: the name of no use case, or a fault that nobody foresaw. */
  z.object({ type: z.literal("lost"), id, detail: z.string() }),
]);
export type FromPane = z.infer<typeof fromPane>;

/** One side of the talk: whole messages over a pipe of texts. */
export type Talk<Out> = {
  readonly say: (message: Out) => void;
  readonly hear: (text: string) => void;
};

export const paneTalk = (
  send: (text: string) => void,
  heard: (message: FromDialog) => void,
): Talk<FromPane> => talkOver(send, fromDialog, heard);

export const dialogTalk = (
  send: (text: string) => void,
  heard: (message: FromPane) => void,
): Talk<FromDialog> => talkOver(send, fromPane, heard);

const talkOver = <Out, In>(
  send: (text: string) => void,
  schema: z.ZodMiniType<In>,
  heard: (message: In) => void,
): Talk<Out> => {
  const join = frameJoiner();
  let count = 0;
  return {
    say: (message) => {
      count += 1;
      for (const frame of framesOf(String(count), textOfValue(message))) send(frame);
    },
    hear: (text) => {
      const whole = join(text);
      if (whole === null) return;
      const message = z.safeParse(schema, valueOfText(whole));
      // What is no word of the protocol is of no page of ours, or of another build: nothing is done of it.
      if (message.success) heard(message.data);
    },
  };
};
