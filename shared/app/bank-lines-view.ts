import { money } from "#shared/kernel/money.ts";
import { ok } from "#shared/kernel/result.ts";
import { compareText, foreign } from "#shared/kernel/text.ts";
import type { Foreign, Own } from "#shared/kernel/text.ts";
import { APP } from "#shared/locales/app.ts";
import { DESK } from "#shared/locales/desk.ts";
import { sumsOf } from "./owed-lines.ts";
import { NOTHING_ASKED, viewOnly } from "./use-case.ts";
import type { UseCase } from "./use-case.ts";
import type { EmptyView } from "./view-parts.ts";

export type BankLineView = {
  readonly key: string;
  readonly line: string;
  readonly date: Own;
  readonly amount: Own;
  readonly reference: Foreign | null;
  readonly payer: Foreign | null;
  /** What to search the debtor by at first: the payer's name, where the statement gave one. */
  readonly guess: string;
};

export type BankLinesView = {
  readonly kind: "bank-lines";
  readonly title: Own;
  readonly intro: Own;
  /** Oldest first. */
  readonly lines: readonly BankLineView[];
  /** `3 lignes · 1 234,00 €`. */
  readonly count: Own;
  /** Those already settled; null where there is none. */
  readonly settled: Own | null;
  readonly empty: EmptyView | null;
};

/** Money in that no debtor could be found for: each line is assigned to one, or set aside with a reason. */
export const bankLinesView: UseCase<null, BankLinesView, never> = {
  name: "bank-lines",
  asks: () => NOTHING_ASKED,
  decide: (_input, loaded, facts) => {
    const words = DESK[facts.language].bank;
    const { common } = APP[facts.language];
    const { bankLines } = loaded.creditor;
    const open = bankLines
      .filter(({ state }) => state === "open")
      .sort((a, b) => (a.on === b.on ? compareText(a.line, b.line) : compareText(a.on, b.on)));
    const settled = bankLines.length - open.length;
    return ok(
      viewOnly<BankLinesView>({
        kind: "bank-lines",
        title: words.title,
        intro: words.intro,
        lines: open.map((line) => ({
          key: line.line,
          line: line.line,
          date: common.date(line.on, facts.today),
          amount: common.amount(money(line.amount, line.currency)),
          reference: line.reference === null ? null : foreign(line.reference),
          payer: line.payer === null ? null : foreign(line.payer),
          guess: line.payer ?? "",
        })),
        count: words.count(
          open.length,
          sumsOf(open.map(({ amount, currency }) => ({ minor: amount, currency }))),
        ),
        settled: settled === 0 ? null : words.settled(settled),
        empty:
          open.length > 0
            ? null
            : {
                title: words.empty.title,
                text: words.empty.text,
                actions: [{ key: "import", label: words.empty.import, action: { go: "import" } }],
              },
      }),
    );
  },
};
