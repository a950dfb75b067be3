import { foreign } from "#shared/kernel/text.ts";
import type { Own } from "#shared/kernel/text.ts";
import { APP } from "#shared/locales/app.ts";
import { TODAY_WORDS } from "#shared/locales/today-words.ts";
import type { TodayRow } from "#shared/recovery/today-row.ts";
import { saysGroup } from "./owed-lines.ts";
import type { Facts } from "./use-case.ts";
import type { ActionView } from "./view-parts.ts";

export const entitiesWord = ({ name, members }: TodayRow, facts: Facts): Own => {
  const { group } = TODAY_WORDS[facts.language];
  return group.entities(members.length, saysGroup(name));
};

/** Behind `[...]` of a row of several debtors: what concerns all of them, then each one's file. */
export const moreOfGroup = (
  { account, key, members, action }: TodayRow,
  facts: Facts,
  canWriteDrafts: boolean,
): readonly ActionView[] => {
  const { more } = APP[facts.language].today;
  const { group } = TODAY_WORDS[facts.language];
  const accounts = members.map((member) => member.account);
  const apart: ActionView = {
    key: `${key}/apart`,
    label: group.apart,
    action: { act: "prepare-drafts", accounts, oneByOne: !canWriteDrafts },
  };
  return [
    {
      key: `${key}/put-off`,
      label: more.notToday,
      action: { form: "put-off", account, subject: null, also: accounts.slice(1) },
    },
    { key: `${key}/why`, label: more.why, action: { go: "claim", account } },
    ...(action.type === "prepare-group-draft" ? [apart] : []),
    ...members.map((member): ActionView => ({
      key: `${key}/file/${member.account}`,
      label: group.file(foreign(member.name)),
      action: { go: "account", account: member.account },
    })),
  ];
};
