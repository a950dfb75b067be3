import type { TodayRowView, TodayView } from "#shared/app/today-list.ts";
import type { DoneView } from "#shared/app/view-parts.ts";
import { own } from "#shared/kernel/text.ts";
import type { Own } from "#shared/kernel/text.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import type { CardPlace } from "./action-ref.ts";
import { buttonOf, buttonsOf, does, factOf, rowButtonsOf, run, sectionOf, textOf } from "./card.ts";
import type { Card, Fact, Section, Widget } from "./card.ts";
import { buttonFor, clickOf, deskClick } from "./clicks.ts";
import { wordsOf } from "./face.ts";
import type { Face } from "./face.ts";
import { doneSection, factLineWidgets, joined, noticeWidgets, toned } from "./pieces.ts";

/** The list of today as the properties keep it. */
export type TodayOnCard = {
  readonly view: TodayView;
  /** Rows beyond those of the view. */
  readonly more: number;
  /** The hour it was drawn up at, in the creditor's zone. */
  readonly clock: string;
  /** What the last look of the hour found; null: nothing to tell, or nobody looks. */
  readonly look: { readonly text: Sentence; readonly isWhole: boolean } | null;
};

/** Rows of the home card; the rest is a click away, on the desk. */
const ROWS_MAX = 8;

const PLACE: CardPlace = { at: "today" };

/** The screen of every morning: what is late, how fresh that is, one section a group, one button a row. */
export const todayCard = (
  { view, more, clock, look }: TodayOnCard,
  face: Face,
  done: DoneView | null = null,
): Card => {
  const words = wordsOf(face);
  const rows = view.rows.slice(0, ROWS_MAX);
  const left = view.rows.length - rows.length + more;
  const head = done === null ? [] : [doneSection(done, face, PLACE)];
  return {
    name: "today",
    title: [view.title, own(" · "), view.date],
    // The longer sentence of a few invoices stands whole below: a header has one line for it.
    subtitle: view.empty === null && !view.small ? [view.summary] : null,
    sections:
      view.empty === null
        ? [
            ...head,
            sectionOf([
              ...(view.small ? [textOf([view.summary], "strong")] : []),
              textOf([words.drawnAt(clock)], "quiet"),
              ...factLineWidgets([view.payments, view.answers], face, PLACE),
              ...(look === null ? [] : [toned(look.text, look.isWhole ? "info" : "warning")]),
              ...noticeWidgets(view.notices, face, PLACE),
            ]),
            ...groupSections(rows, view, face),
            ...endSections(view, left, face),
          ]
        : [...head, emptySection(view.empty, face)],
    menu: [{ label: [words.settings], click: does("settings") }],
    footer:
      view.empty !== null
        ? null
        : {
            primary: buttonOf([words.start], does("start"), "primary"),
            secondary: buttonOf([words.search], does("search")),
          },
  };
};

/** Rows of a group in sight; the others unfold. A row is its line and its buttons. */
const GROUP_ROWS_UNFOLDED = 3;

/** One section a chip, in the order of the list; under twenty invoices there are no chips, and one section. */
const groupSections = (
  rows: readonly TodayRowView[],
  { chips }: TodayView,
  face: Face,
): readonly Section[] => {
  const groups: { readonly title: Own | null; readonly rows: TodayRowView[] }[] = [];
  const byChip = new Map<string | null, TodayRowView[]>();
  for (const row of rows) {
    const chip = chips.find(({ key }) => key === row.chip) ?? null;
    const group = byChip.get(chip?.key ?? null);
    if (group !== undefined) {
      group.push(row);
      continue;
    }
    const first = [row];
    byChip.set(chip?.key ?? null, first);
    groups.push({
      title: chip === null ? null : own(`${chip.label.own} ${String(chip.count)}`),
      rows: first,
    });
  }
  return groups.map(({ title, rows: ofGroup }) => {
    const drawn = ofGroup.map((row) => [rowFact(row, face), ...rowButtons(row, face)]);
    // Alone, or without a title, a group has nothing to make room for.
    const folds = title !== null && groups.length > 1 && drawn.length > GROUP_ROWS_UNFOLDED;
    return sectionOf(
      drawn.flat(),
      title === null ? null : [title],
      folds ? drawn.slice(0, GROUP_ROWS_UNFOLDED).flat().length : null,
    );
  });
};

/** Word above, name and amount, the reason below; a click on the line shows the claim. */
export const rowFact = (row: TodayRowView, face: Face): Fact =>
  factOf(
    [
      run(row.entities === null ? [row.name] : [row.name, own(" "), row.entities], "strong"),
      ...(row.amounts.length === 0
        ? []
        : [run([own(" · "), ...joined(row.amounts, " · ")], "plain")]),
    ],
    {
      top: [row.word],
      bottom: row.reason,
      click: clickOf({ go: "claim", account: row.account }, face),
    },
  );

const rowButtons = ({ primary, aside }: TodayRowView, face: Face): readonly Widget[] =>
  rowButtonsOf(
    buttonFor(primary, face, PLACE),
    // What reads the mail first stands on the line itself.
    aside === null ? null : buttonFor(aside, face, PLACE),
  );

const endSections = (view: TodayView, left: number, face: Face): readonly Section[] => {
  const words = wordsOf(face);
  const { end, silent, later, drafts } = view;
  const widgets: readonly Widget[] = [
    ...(end === null ? [] : [textOf(end)]),
    ...(drafts === null ? [] : [textOf([drafts.text], "quiet")]),
    ...(later === null ? [] : [textOf([later.text], "quiet")]),
    ...buttonsOf(
      left === 0 ? null : buttonOf([words.otherRows(left)], deskClick("today", null, face)),
      silent === null ? null : buttonFor(silent, face, PLACE, "link"),
      left === 0 ? buttonOf([words.desk], deskClick("today", null, face), "link") : null,
    ),
  ];
  return widgets.length === 0 ? [] : [sectionOf(widgets)];
};

const emptySection = ({ title, text, actions }: NonNullable<TodayView["empty"]>, face: Face) =>
  sectionOf([
    textOf([title], "strong"),
    textOf([text]),
    ...buttonsOf(
      ...actions.map((action, index) =>
        buttonFor(action, face, PLACE, index === 0 ? "primary" : "plain"),
      ),
    ),
  ]);

/** Before any ledger is here: what Relance is, and the way in. */
export const welcomeCard = (
  empty: { readonly title: Own; readonly text: Own; readonly start: Own },
  face: Face,
  done: DoneView | null = null,
): Card => ({
  name: "welcome",
  title: [wordsOf(face).name],
  subtitle: null,
  sections: [
    ...(done === null ? [] : [doneSection(done, face, PLACE)]),
    sectionOf([
      textOf([empty.title], "strong"),
      textOf([empty.text]),
      ...buttonsOf(buttonOf([empty.start], does("first-run"), "primary")),
    ]),
  ],
  menu: [],
  footer: null,
});

/** The list is being worked out, or could not be: said with the hour, and the way to try again. */
export const todayLaterCard = (why: Sentence, face: Face): Card => {
  const words = wordsOf(face);
  return {
    name: "today",
    title: [words.today],
    subtitle: null,
    sections: [
      sectionOf([
        textOf(why),
        ...buttonsOf(
          buttonOf([words.retry], does("today")),
          buttonOf([words.desk], deskClick("today", null, face), "link"),
        ),
      ]),
    ],
    menu: [{ label: [words.settings], click: does("settings") }],
    footer: {
      primary: buttonOf([words.retry], does("today"), "primary"),
      secondary: buttonOf([words.search], does("search")),
    },
  };
};
