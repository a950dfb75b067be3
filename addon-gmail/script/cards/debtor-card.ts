import type { GroupView } from "#shared/app/debtor-groups.ts";
import type { DebtorView } from "#shared/app/debtor-view.ts";
import type { ItemView, SectionView } from "#shared/app/file-sheet.ts";
import type { ActionView, DoneView } from "#shared/app/view-parts.ts";
import { own } from "#shared/kernel/text.ts";
import type { CardPlace } from "./action-ref.ts";
import {
  buttonOf,
  buttonsOf,
  factOf,
  plain,
  rowButtonsOf,
  run,
  sectionOf,
  textOf,
} from "./card.ts";
import type { Card, Section, Widget } from "./card.ts";
import { kinSections } from "./claim-card.ts";
import { buttonFor, deskClick } from "./clicks.ts";
import { menuOf, wordsOf } from "./face.ts";
import type { Face } from "./face.ts";
import {
  actionSection,
  amountWidgets,
  doneSection,
  dotted,
  fieldWidgets,
  noticeWidgets,
  quoteOf,
  shownOf,
  toned,
} from "./pieces.ts";

/** Items of one list: the newest ones; a debtor of years has hundreds of payments. */
const ITEMS_MAX = 4;
/** Lists of one group. */
const LISTS_MAX = 6;
/** Buttons of one item. */
const ITEM_BUTTONS = 3;
/** Characters of a note or a quote: the desk has it whole. */
const WORDS_CHARS_MAX = 240;
const DISCREPANCIES_MAX = 6;
const ACTIONS_MAX = 24;

/** All that is known of one debtor; what needs a file or more room stands on the desk. */
export const debtorCard = (view: DebtorView, face: Face, done: DoneView | null = null): Card => {
  const place: CardPlace = { at: "account", of: view.account };
  const words = wordsOf(face);
  const { group } = view;
  return {
    name: "debtor",
    title: [view.name],
    subtitle:
      group === null ? [view.title] : [view.title, own(" · "), group.label, own(" "), group.name],
    sections: [
      ...(done === null ? [] : [doneSection(done, face, place)]),
      sectionOf([
        ...noticeWidgets(view.standing, face, place),
        ...amountWidgets(view.balances),
        ...fieldWidgets(view.terms),
        ...buttonsOf(
          ...view.actions
            .filter(({ key }) => key === "claim" || key === "timeline")
            .map((action) => buttonFor(action, face, place)),
          buttonOf([words.deskFor], deskClick("account", view.account, face), "link"),
        ),
      ]),
      ...discrepancySections(view, face, place),
      ...view.groups.map((one) => groupSection(one, face, place)),
      ...kinSections(view.kin, face, place),
      ...actionSection(otherActions(view).slice(0, ACTIONS_MAX), face, place, words.moreActions),
    ],
    menu: menuOf(face),
    footer: null,
  };
};

/** What stands with its own list already is not offered a second time. */
const otherActions = ({ actions, groups }: DebtorView): readonly ActionView[] => {
  const adds = groups.flatMap((group) => [
    ...group.adds,
    ...group.sections.flatMap(({ add }) => add ?? []),
  ]);
  const offered = new Set(adds.map(({ label }) => label.own));
  return actions.filter(
    ({ key, label }) => key !== "claim" && key !== "timeline" && !offered.has(label.own),
  );
};

const discrepancySections = (
  { discrepancies, discrepanciesTitle }: DebtorView,
  face: Face,
  place: CardPlace,
): readonly Section[] =>
  discrepancies.length === 0
    ? []
    : [
        sectionOf(
          discrepancies
            .slice(0, DISCREPANCIES_MAX)
            .flatMap(({ text, choices }) => [
              toned(text, "warning"),
              ...rowButtonsOf(...choices.map((choice) => buttonFor(choice, face, place))),
            ]),
          [discrepanciesTitle],
        ),
      ];

const groupSection = (group: GroupView, face: Face, place: CardPlace): Section => {
  const widgets: readonly Widget[] = [
    ...noticeWidgets(group.notices, face, place),
    ...fieldWidgets(group.fields),
    ...group.sections.slice(0, LISTS_MAX).flatMap((one) => listWidgets(one, face, place)),
    ...buttonsOf(...group.adds.slice(0, ITEM_BUTTONS).map((add) => buttonFor(add, face, place))),
  ];
  const title =
    group.count === null || group.count === 0
      ? [group.title]
      : [group.title, own(` ${String(group.count)}`)];
  return sectionOf(widgets, title, group.open ? Math.min(widgets.length, 4) : 0);
};

const listWidgets = (section: SectionView, face: Face, place: CardPlace): readonly Widget[] => {
  const { shown, left } = shownOf(section.items, ITEMS_MAX);
  return [
    textOf([section.title], "strong"),
    ...(section.hint === null ? [] : [textOf([section.hint], "quiet")]),
    ...(shown.length === 0 ? [textOf([section.none], "quiet")] : []),
    ...shown.flatMap((item) => itemWidgets(item, face, place)),
    ...(left === 0 ? [] : [textOf([wordsOf(face).more(left)], "quiet")]),
    ...buttonsOf(section.add === null ? null : buttonFor(section.add, face, place)),
  ];
};

const itemWidgets = (item: ItemView, face: Face, place: CardPlace): readonly Widget[] => [
  factOf(
    item.words === null
      ? plain(item.text)
      : [run(item.text, "plain"), quoteOf(item.words, WORDS_CHARS_MAX)],
    { bottom: dotted(item.note) },
  ),
  ...rowButtonsOf(
    ...item.actions.slice(0, ITEM_BUTTONS).map((action) => buttonFor(action, face, place, "link")),
  ),
];
