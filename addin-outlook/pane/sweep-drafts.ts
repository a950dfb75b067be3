import { effect } from "@preact/signals";
import type { Run } from "#shared/app/run.ts";
import { draftKey } from "#shared/app/index-keys.ts";
import { viewOnly } from "#shared/app/use-case.ts";
import type { UseCase } from "#shared/app/use-case.ts";
import { ok } from "#shared/kernel/result.ts";
import type { KeptDrafts } from "./kept-drafts.ts";
import type { Pane } from "./pane.ts";

/** After the last change: several acts of one moment are looked at once. */
const PAUSE_MS = 10_000;

const waitingAmong: UseCase<readonly string[], ReadonlySet<string>, never> = {
  name: "waiting-among",
  asks: (keys) => ({ accounts: [], keys: keys.map(draftKey), search: false }),
  decide: (keys, loaded) => {
    const waiting = [...loaded.accounts.values()].flatMap(({ drafts }) =>
      drafts.flatMap(({ draft, state }) => (state === "prepared" ? [draft] : [])),
    );
    const known = new Set(waiting);
    return ok(viewOnly(new Set(keys.filter((key) => known.has(key)))));
  },
};

/**
 * Forgets the words of drafts that were sent, discarded or erased, here or on another device: what is taken out of the
 * ledger by law must not stay beside it.
 */
export const sweepKeptDrafts = async (
  drafts: Pick<KeptDrafts, "keys" | "remove">,
  run: Run,
  refresh: () => Promise<unknown>,
): Promise<void> => {
  const keys = await drafts.keys();
  if (keys.length === 0) return;
  // One that another window has prepared this very moment is in the ledger before its words are here.
  await refresh();
  const waiting = await run(waitingAmong, keys);
  if (!waiting.ok) return;
  for (const key of keys) if (!waiting.value.has(key)) await drafts.remove(key);
};

/** Sweeps after the pane has opened, and after each change of the ledger. */
export const followKeptDrafts = (pane: Pane): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const sweep = async (): Promise<void> => {
    const { keptDraftsOf } = await import("./drafts.ts");
    const refresh = async () => pane.driver()?.refresh();
    await sweepKeptDrafts(await keptDraftsOf(pane), pane.run, refresh);
  };
  const stop = effect(() => {
    void pane.version.value;
    clearTimeout(timer);
    timer = setTimeout(() => void sweep(), PAUSE_MS);
  });
  return () => {
    stop();
    clearTimeout(timer);
  };
};
