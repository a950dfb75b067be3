import { APP } from "#shared/locales/app.ts";
import type { TodayList } from "#shared/recovery/today.ts";
import { isMailStep } from "./draft-choice.ts";
import type { TodayView } from "./today-list.ts";
import type { Facts } from "./use-case.ts";

/** All drafts of the day by one button; a mail to a group is one of them, and a letter is printed by itself. */
export const draftsOf = (
  list: TodayList,
  canWriteDrafts: boolean,
  facts: Facts,
): TodayView["drafts"] => {
  const accounts = new Set<string>();
  const groups: (readonly string[])[] = [];
  for (const { account, action } of list.rows) {
    if (action.type === "prepare-draft" && isMailStep(action.act.step)) accounts.add(account);
    if (action.type === "prepare-group-draft") groups.push(action.accounts);
  }
  const count = accounts.size + groups.length;
  if (count === 0) return null;
  const words = APP[facts.language].today;
  return {
    text: words.drafts(count),
    action: {
      key: "prepare-drafts",
      label: canWriteDrafts ? words.prepareAll : words.start,
      action: {
        act: "prepare-drafts",
        accounts: [...accounts],
        groups,
        oneByOne: !canWriteDrafts,
      },
    },
  };
};
