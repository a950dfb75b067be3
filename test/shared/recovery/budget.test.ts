import { describe, expect, it } from "vitest";
import { minutesOf, withinBudget, workOn } from "#shared/recovery/budget.ts";
import type { BudgetRow } from "#shared/recovery/budget.ts";
import { TODAY, fold, invoice, taken, waived } from "./accounts.ts";

type Row = BudgetRow & { readonly id: string };

const row = (id: string, word: BudgetRow["word"], minutes: number, weight: number): Row => ({
  id,
  word,
  minutes,
  weight,
});

const ids = (rows: readonly Row[]): readonly string[] => rows.map(({ id }) => id);

describe("a day's work", () => {
  it("leaves the lightest reminders for tomorrow once the minutes are spent, in the list's own order", () => {
    const rows = [
      row("a", "reminder", 2, 10),
      row("b", "reminder", 2, 30),
      row("c", "call", 5, 20),
    ];
    const { now, later } = withinBudget(rows, 7);
    expect(ids(now)).toEqual(["b", "c"]);
    expect(ids(later)).toEqual(["a"]);
  });

  it("never cuts clocks of law, answers, promises and drafts begun", () => {
    const kept = (["clock", "to-read", "broken", "promise", "draft", "blocked"] as const).map(
      (word) => row(word, word, 20, 1),
    );
    const { now, later } = withinBudget(
      [...kept, row("r", "reminder", 2, 9), row("s", "reminder", 2, 8)],
      40,
    );
    expect(ids(now)).toEqual([...ids(kept), "r"]);
    expect(ids(later)).toEqual(["s"]);
  });

  it("does not fill up again with what was left as it is worked off", () => {
    const rows = [row("a", "reminder", 2, 10), row("b", "reminder", 2, 5)];
    expect(ids(withinBudget(rows, 40, 38).now)).toEqual(["a"]);
    expect(ids(withinBudget(rows, 40, 40).now)).toEqual([]);
    expect(ids(withinBudget(rows, 40, 36).now)).toEqual(["a", "b"]);
  });

  it("proposes a day of an old ledger, not all of it", () => {
    const old = Array.from({ length: 500 }, (_, index) => row(String(index), "reminder", 2, index));
    const { now, later } = withinBudget(old, 40);
    expect(now).toHaveLength(20);
    expect(later).toHaveLength(480);
    expect(ids(now)[0]).toBe("480");
  });

  it("counts a mail once whatever tables it has, a call for longer, a waiver for nothing", () => {
    const { acts } = fold("a", [
      invoice("f1", "2026-10-01"),
      taken("reminder-1", TODAY, ["f1"], { draft: "d" }),
      taken("reminder-2", TODAY, ["f2"], { draft: "d" }),
      taken("call", TODAY, ["f1"], { how: "called" }),
      taken("letter", "2026-11-19", ["f1"]),
      waived("letter", TODAY),
    ]);
    expect(minutesOf([workOn(acts, TODAY)])).toBe(7);
    // One mail to a group stands in each of its accounts, and took its minutes once.
    const group = [
      { mails: ["draft-1"], calls: 0 },
      { mails: ["draft-1"], calls: 1 },
    ];
    expect(minutesOf(group)).toBe(7);
  });
});
