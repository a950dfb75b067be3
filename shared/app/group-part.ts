import type { AccountState, Draft } from "#shared/claims/account.ts";
import { foreign } from "#shared/kernel/text.ts";
import type { Foreign, Own } from "#shared/kernel/text.ts";
import { APP_CLAIM } from "#shared/locales/app-claim.ts";
import { GROUP_WORDS } from "#shared/locales/group-words.ts";
import { say } from "#shared/locales/locale.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import type { RecoveryContext } from "#shared/recovery/context.ts";
import { joinGroups } from "#shared/recovery/today-groups.ts";
import { accountToday } from "#shared/recovery/today-rows.ts";
import { fourLines } from "./four-lines.ts";
import { nameOf, saysGroup } from "./owed-lines.ts";
import { accountOnScreen } from "./screen-facts.ts";
import type { AccountOnScreen } from "./screen-facts.ts";
import type { Facts, Loaded } from "./use-case.ts";
import type { ActionView } from "./view-parts.ts";

/** A debtor's group on its own screens: the other members, each a claim of its own. */
export type GroupPartView = {
  readonly title: Sentence;
  readonly members: readonly GroupMemberView[];
  /** `et 8 autres`; null where all are shown. */
  readonly others: Own | null;
  /** One mail for all whose contact is the same and whose next step is an everyday one; null where there is none. */
  readonly mail: ActionView | null;
};

export type GroupMemberView = {
  readonly key: string;
  readonly account: string;
  readonly name: Foreign;
  readonly owes: Sentence;
  readonly open: ActionView;
};

/** Members shown beside a claim; a group of a hundred is looked through on the desk. */
const MEMBERS_SHOWN = 12;
/** Names of others that a draft is shared with. */
const NAMES_SHOWN = 3;

/** Null: in no group, or none of its others is known. The amounts of members are never added: none owes another's. */
export const groupPart = (
  on: AccountOnScreen,
  loaded: Loaded,
  context: RecoveryContext,
  facts: Facts,
): GroupPartView | null => {
  const group = on.state.debtor?.group ?? null;
  if (group === null) return null;
  const others = [...loaded.accounts.values()]
    .filter(({ account, debtor }) => account !== on.state.account && debtor?.group?.id === group.id)
    .map((state) => accountOnScreen(state, context))
    .sort(byName);
  if (others.length === 0) return null;
  const words = GROUP_WORDS[facts.language];
  const name = group.name ?? group.id;
  const hidden = others.length - MEMBERS_SHOWN;
  return {
    title: words.title(foreign(name), saysGroup(name)),
    members: others.slice(0, MEMBERS_SHOWN).map((one) => memberView(one, facts)),
    others: hidden > 0 ? words.others(hidden) : null,
    mail: mailOfAll([on, ...others], context, facts),
  };
};

const byName = (a: AccountOnScreen, b: AccountOnScreen): number =>
  nameOf(a.state).foreign < nameOf(b.state).foreign ? -1 : 1;

const memberView = (on: AccountOnScreen, facts: Facts): GroupMemberView => {
  const { account } = on.state;
  const name = nameOf(on.state);
  return {
    key: `group/${account}`,
    account,
    name,
    owes: fourLines(on, facts).owes,
    open: {
      key: `group/${account}/open`,
      label: APP_CLAIM[facts.language].primary["open-account"],
      action: { go: "claim", account },
    },
  };
};

/** The mail that today's list proposes for the first of them and others. */
const mailOfAll = (
  all: readonly AccountOnScreen[],
  context: RecoveryContext,
  facts: Facts,
): ActionView | null => {
  const rows = all.flatMap(
    ({ state, balances, plan }) => accountToday(state, balances, plan, context).rows,
  );
  const own = all[0]?.state.account;
  for (const { action } of joinGroups(rows)) {
    if (action.type !== "prepare-group-draft" || !action.accounts.includes(own ?? "")) continue;
    return {
      key: "group/mail",
      label: GROUP_WORDS[facts.language].oneMail(action.accounts.length),
      action: { act: "prepare-group-draft", accounts: action.accounts },
    };
  }
  return null;
};

/** With whom a draft is shared; null: it is this account's alone. */
export const sharedWith = (
  { account }: AccountState,
  { draft }: Draft,
  loaded: Loaded,
  facts: Facts,
): Sentence | null => {
  const others = [...loaded.accounts.values()].filter(
    (one) => one.account !== account && one.drafts.some((known) => known.draft === draft),
  );
  const words = GROUP_WORDS[facts.language];
  if (others.length === 0) return null;
  if (others.length > NAMES_SHOWN) return words.shared([words.sharedWithMany(others.length)]);
  const names = others.map(nameOf);
  return words.shared(
    names.slice(1).reduce<Sentence>((said, name) => say`${said}, ${name}`, names.slice(0, 1)),
  );
};
