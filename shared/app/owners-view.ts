import { isWithheld } from "#shared/claims/account.ts";
import { fileOf } from "#shared/claims/file.ts";
import { ok } from "#shared/kernel/result.ts";
import { foreign } from "#shared/kernel/text.ts";
import type { Foreign, Own } from "#shared/kernel/text.ts";
import { DESK_HANDOVER } from "#shared/locales/desk-handover.ts";
import { viewOnly } from "./use-case.ts";
import type { UseCase } from "./use-case.ts";

export type OwnerView = {
  /** As it is written in the first file that names this person; capitals do not count. */
  readonly owner: Foreign;
  readonly debtors: number;
};

export type OwnersView = {
  readonly kind: "owners";
  readonly title: Own;
  /** Who follows the most first. */
  readonly owners: readonly OwnerView[];
  /** Debtors whom nobody follows in particular. */
  readonly nobody: number;
};

const fold = (name: string): string => name.trim().toLowerCase();

/** Who among us follows how many debtors. */
export const ownersView: UseCase<null, OwnersView, never> = {
  name: "owners",
  asks: () => ({ accounts: "all", keys: [], search: false }),
  decide: (_input, loaded, facts) => {
    const found = new Map<string, { name: string; debtors: number }>();
    let nobody = 0;
    for (const state of loaded.accounts.values()) {
      if (isWithheld(state)) continue;
      const { owner } = fileOf(state);
      if (owner === null || owner.trim() === "") {
        nobody += 1;
        continue;
      }
      const one = found.get(fold(owner)) ?? { name: owner.trim(), debtors: 0 };
      one.debtors += 1;
      found.set(fold(owner), one);
    }
    return ok(
      viewOnly<OwnersView>({
        kind: "owners",
        title: DESK_HANDOVER[facts.language].title,
        owners: [...found.values()]
          .sort((a, b) => b.debtors - a.debtors || (fold(a.name) < fold(b.name) ? -1 : 1))
          .map(({ name, debtors }) => ({ owner: foreign(name), debtors })),
        nobody,
      }),
    );
  },
};
