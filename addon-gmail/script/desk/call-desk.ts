import { CALL_CHARS_MAX, deskRequest, toScript } from "#shared/app/desk/wire.ts";
import type { ToPage, ToScript, WireFault } from "#shared/app/desk/wire.ts";
import { textOfValue, valueOfText } from "#shared/app/desk/values.ts";
import type { Language } from "#shared/kernel/money.ts";
import { ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import * as z from "zod/mini";
import { answerRequest } from "./answer-request.ts";
import type { DeskWorld } from "./desk-world.ts";
import { answerParcel, joinedText, keepPiece, keptPiece, unpackedText } from "./parcels.ts";

z.config({ jitless: true });

/**
 * The one function of the desk's page: a text in, a text out (docs/decisions/0022-gmail-desk-bytes.md). Whoever has the page
 * open may send whatever they like, so all of it is read as a stranger's; and all of it runs as the person who is signed
 * in, over that person's own Drive.
 */
export const callDesk = (
  given: unknown,
  build: string,
  open: (language: Language) => DeskWorld,
): string => JSON.stringify(answered(given, build, open));

const answered = (
  given: unknown,
  build: string,
  open: (language: Language) => DeskWorld,
): ToPage => {
  if (typeof given !== "string") return fault("unreadable");
  if (given.length > CALL_CHARS_MAX) return fault("too-large");
  const call = z.safeParse(toScript, jsonOf(given));
  if (!call.success) return fault("unreadable");
  if (call.data.build !== null && call.data.build !== build) return fault("other-build");
  const world = open(call.data.language);
  try {
    return ofCall(world, call.data);
  } catch {
    // The log has that it happened and no word of what: what throws may bear words of a mail.
    world.services.log("desk-unforeseen");
    return fault("unforeseen");
  }
};

const ofCall = (world: DeskWorld, call: ToScript): ToPage => {
  const { services } = world;
  if (call.type === "piece") {
    const kept = keepPiece(services, call.key, call.at, call.gzip);
    return kept.ok ? { type: "kept" } : fault(kept.error);
  }
  if (call.type === "more") {
    const gzip = keptPiece(services, call.key, call.at);
    return gzip === null ? fault("pieces-gone") : { type: "more", gzip };
  }
  const text = textOf(world, call);
  if (!text.ok) return fault(text.error);
  const request = z.safeParse(deskRequest, valueOfText(text.value));
  if (!request.success) return fault("unreadable");
  const before = hashOf(world);
  const answer = answerRequest(world, request.data);
  const told = { build: world.build, before, after: hashOf(world) };
  return answerParcel(services, textOfValue(answer), told);
};

const textOf = (
  { services }: DeskWorld,
  call: Exclude<ToScript, { readonly type: "piece" | "more" }>,
): Result<string, WireFault> => {
  if (call.type === "text") return ok(call.text);
  if (call.type === "packed") return unpackedText(services, call.gzip);
  return joinedText(services, call.key, call.at, call.gzip);
};

/** Where the ledger stands: other executions write too. */
const hashOf = ({ ledger }: DeskWorld): string | null => {
  const tip = ledger.tip();
  return tip === null ? null : `${tip.hash} ${String(tip.tick)}`;
};

const fault = (type: WireFault): ToPage => ({ type: "fault", fault: type });

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
};
