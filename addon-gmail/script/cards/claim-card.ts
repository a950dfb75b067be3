import type { ClaimView, WaitingDraftView } from "#shared/app/claim-view.ts";
import type { GroupPartView } from "#shared/app/group-part.ts";
import type { InvoiceRowView } from "#shared/app/invoice-rows.ts";
import type { TodayRowView } from "#shared/app/today-list.ts";
import type { ActionView, DoneView } from "#shared/app/view-parts.ts";
import { foreign, own } from "#shared/kernel/text.ts";
import type { Foreign, Own } from "#shared/kernel/text.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { UI } from "#shared/locales/ui.ts";
import type { CardPlace } from "./action-ref.ts";
import { buttonOf, buttonsOf, does, factOf, rowButtonsOf, run, sectionOf, textOf } from "./card.ts";
import type { Button, Card, Footer, Section, Widget } from "./card.ts";
import { buttonFor, clickOf, deskClick } from "./clicks.ts";
import { menuOf, wordsOf } from "./face.ts";
import { plainOf } from "./markup.ts";
import type { Face } from "./face.ts";
import {
  actionSection,
  amountWidgets,
  doneSection,
  dotted,
  factLineWidgets,
  fourLineWidgets,
  joined,
  labelled,
  noticeWidgets,
  reasonWidgets,
  shownOf,
} from "./pieces.ts";

/** Invoices of a card; a debtor of hundreds is looked through on the desk. */
const INVOICES_MAX = 12;
/** Drafts that wait for one debtor: more than a few come of a group. */
const DRAFTS_MAX = 5;
/** Names of invoices in one line. */
const NUMBERS_MAX = 12;

/** The claim of one debtor. */
export const claimCard = (view: ClaimView, face: Face, done: DoneView | null = null): Card =>
  cardOf(view, face, { at: "claim", of: view.account }, done, null);

/** One item of today's list, with the next one a click away: never back to the list. */
export type ItemOnCard = {
  readonly view: ClaimView;
  readonly row: TodayRowView;
  /** Counted from 0, of so many. */
  readonly rank: number;
  readonly count: number;
};

export const itemCard = (
  { view, row, rank, count }: ItemOnCard,
  face: Face,
  done: DoneView | null = null,
): Card => {
  const words = wordsOf(face);
  const place: CardPlace = { at: "item", row: row.key, rank };
  const next = buttonOf([words.next], does("start", { row: row.key, rank: String(rank + 1) }));
  const footer: Footer = {
    primary: buttonFor(row.primary, face, place, "primary"),
    secondary: next,
  };
  const card = cardOf(view, face, place, done, row);
  return {
    ...card,
    name: "item",
    subtitle: [words.rank(rank + 1, count), own(" · "), row.word],
    footer,
  };
};

/** Where the list has been gone through. */
export const queueEndCard = (more: number, face: Face, done: DoneView | null = null): Card => {
  const words = wordsOf(face);
  return {
    name: "item",
    title: [words.queueEnd.title],
    subtitle: null,
    sections: [
      ...(done === null ? [] : [doneSection(done, face, { at: "today" })]),
      sectionOf([
        textOf(words.queueEnd.text),
        ...buttonsOf(
          buttonOf([words.today], does("today"), "primary"),
          more === 0 ? null : buttonOf([words.otherRows(more)], deskClick("today", null, face)),
        ),
      ]),
    ],
    menu: menuOf(face),
    footer: null,
  };
};

const cardOf = (
  view: ClaimView,
  face: Face,
  place: CardPlace,
  done: DoneView | null,
  row: TodayRowView | null,
): Card => {
  const words = UI[face.language].claim;
  const cards = wordsOf(face);
  const reasons = view.reasons.filter(({ text }) => !isSaid(text, view.lines.next));
  return {
    name: "claim",
    title: [view.name],
    subtitle: view.group === null ? null : [view.group],
    sections: [
      ...(done === null ? [] : [doneSection(done, face, place)]),
      headSection(view, face, place, row),
      sectionOf([
        ...factLineWidgets([view.payments, view.answers], face, place),
        ...noticeWidgets(view.notices, face, place),
        ...(view.empty === null ? [] : [textOf([view.empty], "quiet")]),
      ]),
      ...draftSections(view.drafts, words.waiting, face, place),
      ...(reasons.length === 0 ? [] : [sectionOf(reasonWidgets(reasons), [view.reasonsTitle], 2)]),
      ...kinSections(view.kin, face, place),
      ...previewSections(view, face),
      ...invoiceSections(view, face, place),
      ...(view.balances.length === 0
        ? []
        : [sectionOf(amountWidgets(view.balances), [words.balances], 2)]),
      ...actionSection(actionsOf(view.actions, row), face, place, cards.moreActions),
      sectionOf(
        buttonsOf(buttonOf([cards.deskFor], deskClick("claim", view.account, face), "link")),
      ),
    ],
    menu: menuOf(face),
    footer: null,
  };
};

const headSection = (
  { lines, primary }: ClaimView,
  face: Face,
  place: CardPlace,
  row: TodayRowView | null,
): Section => {
  const buttons: readonly (Button | null)[] =
    row === null
      ? [primary === null ? null : buttonFor(primary, face, place, "primary")]
      : // The primary one stands in the footer, in sight whatever is read.
        besideOf(row).map((action) => buttonFor(action, face, place));
  return sectionOf([
    ...fourLineWidgets(lines),
    ...(row === null || isSaid(row.reason, lines.next)
      ? []
      : [textOf([row.word, own(" · "), ...row.reason], "quiet")]),
    ...buttonsOf(...buttons),
  ]);
};

/** A reason is often in the next step itself: it is not said twice. There it follows a colon, and begins small. */
const isSaid = (reason: Sentence, next: Sentence): boolean =>
  plainOf(next, Infinity).toLowerCase().includes(plainOf(reason, Infinity).toLowerCase());

const besideOf = ({ secondary, aside, more }: TodayRowView): readonly ActionView[] =>
  [secondary, aside, ...more.slice(0, 1)].flatMap((action) => action ?? []);

/** The claim itself is shown already, and so is what stands beside the four lines. */
const actionsOf = (
  actions: readonly ActionView[],
  row: TodayRowView | null,
): readonly ActionView[] => {
  const beside = row === null ? [] : besideOf(row).map(({ label }) => label.own);
  return actions
    .filter(({ key, label }) => key !== "claim" && !beside.includes(label.own))
    .slice(0, ACTIONS_MAX);
};

/** Buttons behind "other actions"; the desk has every form. */
const ACTIONS_MAX = 24;

const draftSections = (
  drafts: readonly WaitingDraftView[],
  title: Own,
  face: Face,
  place: CardPlace,
): readonly Section[] =>
  drafts.length === 0
    ? []
    : [
        sectionOf(
          drafts
            .slice(0, DRAFTS_MAX)
            .flatMap((draft): readonly Widget[] => [
              factOf([run(draft.text, "plain")], { bottom: [draft.subject] }),
              ...rowButtonsOf(
                ...(draft.isFallen
                  ? [
                      buttonFor(draft.discard, face, place),
                      buttonFor(draft.declareSent, face, place, "link"),
                    ]
                  : [
                      buttonOf(
                        [wordsOf(face).openDraft],
                        does("open-draft", { draft: draft.draft }),
                      ),
                      buttonFor(draft.declareSent, face, place),
                      buttonFor(draft.discard, face, place, "link"),
                    ]),
              ),
            ]),
          [title],
        ),
      ];

export const kinSections = (
  kin: GroupPartView | null,
  face: Face,
  place: CardPlace,
): readonly Section[] => {
  if (kin === null) return [];
  return [
    sectionOf(
      [
        ...kin.members.map(({ name, owes, open }) =>
          factOf([run([name], "strong")], { bottom: owes, click: clickOf(open.action, face) }),
        ),
        ...(kin.others === null ? [] : [textOf([kin.others], "quiet")]),
        ...buttonsOf(kin.mail === null ? null : buttonFor(kin.mail, face, place)),
      ],
      kin.title,
      0,
    ),
  ];
};

const previewSections = ({ preview }: ClaimView, face: Face): readonly Section[] => {
  if (preview === null) return [];
  const words = UI[face.language].claim;
  const lists: readonly (readonly [Own, readonly Foreign[]])[] = [
    [words.recipients, preview.recipients],
    [words.included, preview.invoices],
    [words.lower, preview.lower],
    [words.contested, preview.contested],
  ];
  return [
    sectionOf(
      [
        labelled(words.step, [preview.stepWord, own(" · "), preview.amount]),
        labelled(words.tone, [preview.toneWord]),
        labelled(words.language, [preview.language]),
        ...lists
          .filter(([, names]) => names.length > 0)
          .map(([label, names]) => labelled(label, namesOf(names, face))),
      ],
      [words.draft],
      1,
    ),
  ];
};

const namesOf = (names: readonly Foreign[], face: Face): Sentence => {
  const { shown, left } = shownOf(names, NUMBERS_MAX);
  const cut = shown.map(({ foreign: name }) => foreign(name, 60));
  return left === 0
    ? joined(cut, ", ")
    : [...joined(cut, ", "), own(", "), wordsOf(face).more(left)];
};

const invoiceSections = (view: ClaimView, face: Face, place: CardPlace): readonly Section[] => {
  const { rows, columns } = view.table;
  const open = rows.filter(({ settled }) => !settled);
  const settled = rows.length - open.length;
  if (rows.length === 0) return [];
  const words = UI[face.language].claim;
  const { shown, left } = shownOf(open, INVOICES_MAX);
  return [
    sectionOf(
      [
        ...shown.flatMap((row) => invoiceWidgets(row, columns, face, place)),
        ...(settled === 0 ? [] : [textOf([words.settled(settled)], "quiet")]),
        ...(left === 0
          ? []
          : buttonsOf(
              buttonOf([wordsOf(face).seeDesk(left)], deskClick("claim", view.account, face)),
            )),
      ],
      [words.invoices],
      INVOICES_UNFOLDED,
    ),
  ];
};

/** Widgets of the invoices in sight: two of them, a line and its buttons each. */
const INVOICES_UNFOLDED = 4;

const invoiceWidgets = (
  row: InvoiceRowView,
  columns: ClaimView["table"]["columns"],
  face: Face,
  place: CardPlace,
): readonly Widget[] => {
  const words = UI[face.language].claim;
  const cards = wordsOf(face).invoice;
  const isPart = row.open.own !== row.total.own;
  const beside = dotted(
    row.condition === null ? null : [foreign(row.condition.foreign, 120)],
    row.step === null ? null : [row.step],
    row.contested === null ? null : [columns.contested, own(" "), row.contested],
    row.promised === null ? null : [columns.promised, own(" "), row.promised],
    row.next === null ? null : [row.next],
  );
  return [
    factOf(
      [
        run([foreign(row.number.foreign, 80)], "strong"),
        run([own(" · "), ...(isPart ? words.openOf(row.open, row.total) : [row.open])], "plain"),
      ],
      {
        // One line of Gmail's: what may be long stands below, where it wraps.
        top: dotted(
          row.due === null ? null : [cards.due(row.due)],
          row.late === null ? null : [cards.late(row.late)],
        ),
        bottom: beside,
      },
    ),
    ...rowButtonsOf(
      ...row.more.slice(0, INVOICE_BUTTONS).map((action) => buttonFor(action, face, place, "link")),
    ),
  ];
};

/** What is most done to one invoice, on one line; the rest is on the desk. */
const INVOICE_BUTTONS = 2;
