import type { Own } from "#shared/kernel/text.ts";
import type { OutlookParts } from "#shared/locales/outlook-parts.ts";
import { creditorKnown } from "./creditor-known.ts";
import type { Pane } from "./pane.ts";

export type Timed = {
  readonly call: keyof OutlookParts["diagnosis"]["calls"];
  /** Null: it was not tried, as nothing is open. */
  readonly ms: number | null;
  readonly fault: Own | null;
};

type Answered = { readonly ok: boolean; readonly error?: unknown };

/** Key of the setting that is written and taken away again. */
const TRIED_KEY = "tried";

/** Each call once, one after another: how long Outlook takes here, and which it refuses. Nothing is left behind. */
export const timeCalls = async (pane: Pane): Promise<readonly Timed[]> => {
  const { outlook, stores } = pane;
  const item = outlook.item.peek();
  const mail = item?.mode === "read" ? item : null;
  const calls: readonly (readonly [Timed["call"], (() => Promise<Answered>) | null])[] = [
    ["message", mail === null ? null : () => outlook.readMessage(mail)],
    ["evidence", mail === null ? null : () => outlook.evidence(mail)],
    ["categories", mail === null ? null : () => outlook.categories.read(mail)],
    ["settings", () => outlook.settings.write(TRIED_KEY, null)],
    ["ledger", () => pane.run(creditorKnown, null)],
    ["store", () => stores.stores.ledger.tip()],
  ];
  const timed: Timed[] = [];
  for (const [call, work] of calls) {
    if (work === null) {
      timed.push({ call, ms: null, fault: null });
      continue;
    }
    const began = performance.now();
    const answer = await work();
    const ms = Math.round(performance.now() - began);
    timed.push({ call, ms, fault: answer.ok ? null : faultOf(answer.error, pane) });
  }
  return timed;
};

/** Faults of the store have no words here: what is asked is whether the call answers. */
const faultOf = (error: unknown, pane: Pane): Own => {
  const words = pane.words.peek().fault;
  const types = Object.keys(words) as (keyof typeof words)[];
  const type = types.find(
    (one) => typeof error === "object" && error !== null && "type" in error && error.type === one,
  );
  return words[type ?? "failed"];
};
