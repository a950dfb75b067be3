import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { OUTLOOK_HAND_OVER } from "#shared/locales/outlook-hand-over.ts";
import type { GraphClient } from "#outlook/graph/client.ts";
import { openAppFolder } from "#outlook/graph/onedrive.ts";
import type { GraphFault } from "#outlook/graph/ports.ts";
import type { Pane } from "./pane.ts";

/** Files of one name before none is made any more. */
const SAME_NAME_MAX = 20;
const NAME_CHARS_MAX = 120;

/**
 * Puts a file into the app's folder of the person's OneDrive, beside the ledgers and never over anything. Answers the name
 * that it has there.
 */
export const keepFile = async (
  pane: Pane,
  client: GraphClient,
  name: string,
  bytes: Uint8Array,
): Promise<Result<string, GraphFault>> => {
  const folder = openAppFolder(client);
  // No ledger has such a name: ids hold no space.
  const place = OUTLOOK_HAND_OVER[pane.language.peek()].folder.own;
  const [stem, end] = partsOf(plainName(name));
  for (let nth = 1; nth <= SAME_NAME_MAX; nth += 1) {
    const free = nth === 1 ? `${stem}${end}` : `${stem} (${String(nth)})${end}`;
    const made = await folder.create(`${place}/${free}`, bytes);
    if (!made.ok) return made;
    if (made.value.type === "created") return ok(free);
  }
  return err({ type: "conflict", code: "nameAlreadyExists" });
};

/** https://support.microsoft.com/office/64883a5d-228e-48f5-b3d2-eb39e07630fa: what a name in OneDrive may not hold. */
const plainName = (name: string): string => {
  const within = name.slice(0, NAME_CHARS_MAX).replace(/["*:<>?/\\|\p{Cc}]/gu, "-");
  let plain = within.replace(/^[\s~$.]+/, "");
  while (/[\s.]$/.test(plain)) plain = plain.slice(0, -1);
  return plain === "" ? "relance" : plain;
};

const partsOf = (name: string): readonly [stem: string, end: string] => {
  const dot = name.lastIndexOf(".");
  return dot <= 0 ? [name, ""] : [name.slice(0, dot), name.slice(dot)];
};
