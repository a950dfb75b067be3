import type { Foreign, Own } from "#shared/kernel/text.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import type { UseCase } from "./use-case.ts";
import type { ActionView } from "./view-parts.ts";

export type SilentRowView = {
  readonly key: string;
  readonly account: string;
  readonly name: Foreign;
  readonly amounts: readonly Own[];
  /** Why nothing is to be done today. */
  readonly reason: Sentence;
  readonly open: ActionView;
};

export type SilentView = {
  readonly kind: "silent";
  readonly title: Own;
  readonly intro: Own;
  readonly rows: readonly SilentRowView[];
  readonly back: ActionView;
};

/** Why nothing: a sentence for every debtor who owes and has no row today. */
export const silentView: UseCase<null, SilentView, never> = {
  name: "silent",
  asks: () => ({ accounts: "all", keys: [], search: false }),
  decide: () => {
    throw new Error("not written yet");
  },
};
