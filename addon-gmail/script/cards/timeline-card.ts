import type { TimelineItemView, TimelineView } from "#shared/app/timeline-view.ts";
import type { DoneView } from "#shared/app/view-parts.ts";
import { own } from "#shared/kernel/text.ts";
import type { Own } from "#shared/kernel/text.ts";
import { APP } from "#shared/locales/app.ts";
import { UI } from "#shared/locales/ui.ts";
import type { CardPlace } from "./action-ref.ts";
import {
  buttonOf,
  buttonsOf,
  does,
  factOf,
  plain,
  rowButtonsOf,
  run,
  sectionOf,
  textOf,
} from "./card.ts";
import type { Card, Section, Widget } from "./card.ts";
import { buttonFor, deskClick } from "./clicks.ts";
import { menuOf, wordsOf } from "./face.ts";
import type { Face } from "./face.ts";
import { doneSection, dotted, quoteOf, toned } from "./pieces.ts";

/** Items a card: a page of the view holds a hundred, too much for the small card of a phone. */
export const CARD_PAGE = 20;
/** Characters of a quote: the mail is a click away. */
const WORDS_CHARS_MAX = 300;

/** Everything that happened with one debtor, newest first. `page` counts cards, not the view's own pages. */
export const timelineCard = (
  view: TimelineView,
  page: number,
  face: Face,
  done: DoneView | null = null,
): Card => {
  const words = UI[face.language].timeline;
  const { account } = view;
  const place: CardPlace = { at: "timeline", of: account, rank: page };
  const cards = Math.max(1, Math.ceil(view.items.length / CARD_PAGE));
  const inView = page % CARDS_A_PAGE;
  const items = view.items.slice(inView * CARD_PAGE, (inView + 1) * CARD_PAGE);
  const isLast = view.page + 1 >= view.pages && inView + 1 >= cards;
  const turn = (label: Own, to: number) =>
    buttonOf([label], does("timeline", { account, page: String(to) }));
  return {
    name: "timeline",
    title: [view.name],
    subtitle: [view.title, own(" · "), rangeOf(view, page, items.length, face)],
    sections: [
      ...(done === null ? [] : [doneSection(done, face, place)]),
      ...(items.length === 0 ? [sectionOf([textOf([view.none], "quiet")])] : []),
      ...daysOf(items, face, place),
      sectionOf(
        buttonsOf(
          page === 0 ? null : turn(words.newer, page - 1),
          isLast ? null : turn(words.older, page + 1),
          buttonFor(view.back, face, place, "link"),
          buttonOf([wordsOf(face).deskFor], deskClick("timeline", account, face), "link"),
        ),
      ),
    ],
    menu: menuOf(face),
    footer: null,
  };
};

/** What this card shows of them all: a page of the view is several cards. */
const rangeOf = ({ total }: TimelineView, page: number, shown: number, face: Face): Own => {
  const first = page * CARD_PAGE;
  return APP[face.language].timeline.range(shown === 0 ? 0 : first + 1, first + shown, total);
};

/** Cards in one page of the view. */
export const CARDS_A_PAGE = 5;

/** One section a day. */
const daysOf = (
  items: readonly TimelineItemView[],
  face: Face,
  place: CardPlace,
): readonly Section[] => {
  const days: { readonly on: string; readonly date: Own; readonly widgets: Widget[] }[] = [];
  for (const item of items) {
    const last = days[days.length - 1];
    const widgets = itemWidgets(item, face, place);
    if (last?.on === item.on) last.widgets.push(...widgets);
    else days.push({ on: item.on, date: item.date, widgets: [...widgets] });
  }
  return days.map(({ date, widgets }) => sectionOf(widgets, [date]));
};

const itemWidgets = (item: TimelineItemView, face: Face, place: CardPlace): readonly Widget[] => {
  const [exhibit] = item.exhibits;
  return [
    factOf(
      item.words === null
        ? plain(item.text)
        : [run(item.text, "plain"), quoteOf(item.words, WORDS_CHARS_MAX)],
      {
        bottom: dotted(
          item.author,
          exhibit === undefined
            ? null
            : [
                own(`${exhibit.sha256.slice(0, 12)}…`),
                own(" · "),
                exhibit.size,
                own(" · "),
                exhibit.obtained,
              ],
        ),
      },
    ),
    ...(item.ended === null ? [] : [toned(item.ended, "info")]),
    ...rowButtonsOf(
      item.open === null ? null : buttonFor(item.open, face, place, "link"),
      item.undo === null ? null : buttonFor(item.undo, face, place, "link"),
    ),
  ];
};
