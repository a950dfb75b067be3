import { err, ok } from "#shared/kernel/result.ts";
import { own } from "#shared/kernel/text.ts";
import type { Own } from "#shared/kernel/text.ts";
import { CLOCK_WORDS } from "#shared/locales/clock-words.ts";
import { LAW_SCREEN } from "#shared/locales/law-screen-words.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { legalClocksOf } from "#shared/recovery/clocks.ts";
import type { LegalClock } from "#shared/recovery/clocks.ts";
import { clockText, clockTitle, clockTone } from "./clocks-view.ts";
import type { ClockView } from "./clocks-view.ts";
import { accountOnScreen, contextOf } from "./screen-facts.ts";
import { viewOnly } from "./use-case.ts";
import type { UseCase } from "./use-case.ts";
import { LAW_PAGES } from "./view-parts.ts";
import type { AccountUnknown, ActionView } from "./view-parts.ts";

export type LawLineView = {
  readonly title: Own;
  /** The deadline of ours that ends first, or that none runs. */
  readonly nearest: Sentence;
  readonly tone: ClockView["tone"];
  readonly mark: Own | null;
  /** How many have passed or are not known, where that is not what `nearest` says. */
  readonly others: Own | null;
  /** The pages of law, in order. */
  readonly pages: readonly ActionView[];
};

/** What the law says of one debtor in a line, and the ways into it. */
export const lawLineView: UseCase<{ readonly account: string }, LawLineView, AccountUnknown> = {
  name: "law-line",
  asks: ({ account }) => ({ accounts: [account], keys: [], search: false }),
  decide: ({ account }, loaded, facts) => {
    const state = loaded.accounts.get(account);
    if (state === undefined) return err({ type: "account-unknown", account });
    const context = contextOf(loaded, facts);
    const { balances } = accountOnScreen(state, context);
    const ours = legalClocksOf(state, balances, context).filter(({ side }) => side === "ours");
    const first = nearestOf(ours);
    const words = LAW_SCREEN[facts.language];
    const others = (of: LegalClock["state"]): number =>
      ours.filter((clock) => clock !== first && clock.state === of).length;
    return ok(
      viewOnly<LawLineView>({
        title: words.title,
        nearest:
          first === null
            ? [CLOCK_WORDS[facts.language].none]
            : [own(`${clockTitle(first, facts).own}. `), ...clockText(first, facts)],
        tone: first === null ? "info" : clockTone(first),
        mark: first?.toCheck === true ? CLOCK_WORDS[facts.language].toCheck : null,
        others: words.others(others("passed"), others("unknown")),
        pages: LAW_PAGES.map((page) => ({
          key: `law/${page}`,
          label: words.pages[page],
          action: { go: "law", account, page },
        })),
      }),
    );
  },
};

/** They come running first, by their last days; then those that passed, then those not known. */
const nearestOf = (ours: readonly LegalClock[]): LegalClock | null =>
  ours.find(({ state }) => state !== "done") ?? null;
