import type { Outlook, OutlookFault } from "#outlook/outlook.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { CallQueue } from "./queue.ts";

/** Characters of all settings together, as office.js counts them: JSON within JSON. */
export const SETTINGS_CHARS_MAX = 32 * 1024;
/** All of ours lie under one name, since Office cannot list names and we must know how much there is. */
const NAME = "relance";

/** `Office.RoamingSettings`, as far as we use it. */
export type RoamingSettings = {
  readonly get: (name: string) => unknown;
  readonly set: (name: string, value: unknown) => void;
  readonly saveAsync: (
    heard: (answer: { status: unknown; value: unknown; error?: { code?: unknown } }) => void,
  ) => void;
};

/**
 * Settings that follow the mailbox. What is read is what was last kept: a value that could not be kept is taken back, so
 * that no screen shows what the next start will not.
 */
export const settingsOver = (
  roaming: RoamingSettings | null,
  queue: CallQueue,
): Outlook["settings"] => {
  let kept = textsIn(roaming?.get(NAME));
  // One after another: each save writes everything, and the last one must hold all of it.
  let last: Promise<unknown> = Promise.resolve();

  const save = async (
    to: RoamingSettings,
    key: string,
    value: string | null,
  ): Promise<Result<null, OutlookFault>> => {
    const next = new Map(kept);
    if (value === null) next.delete(key);
    else next.set(key, value);
    const given = Object.fromEntries(next);
    if (JSON.stringify({ [NAME]: JSON.stringify(given) }).length > SETTINGS_CHARS_MAX)
      return err({ type: "too-large", limit: SETTINGS_CHARS_MAX, what: "settings" });
    to.set(NAME, given);
    const answer = await queue.call<unknown>(
      (heard) => {
        to.saveAsync(heard);
      },
      { isWrite: true },
    );
    if (!answer.ok) {
      to.set(NAME, Object.fromEntries(kept));
      return answer;
    }
    kept = next;
    return ok(null);
  };

  return {
    read: (key) => kept.get(key) ?? null,
    write: (key, value) => {
      if (roaming === null)
        return Promise.resolve(err({ type: "failed", code: null, detail: "no-settings" }));
      const turn = last.then(() => save(roaming, key, value));
      last = turn;
      return turn;
    },
  };
};

const textsIn = (given: unknown): ReadonlyMap<string, string> => {
  if (typeof given !== "object" || given === null || Array.isArray(given)) return new Map();
  return new Map(
    Object.entries(given).filter(
      (entry): entry is [string, string] => typeof entry[1] === "string",
    ),
  );
};
