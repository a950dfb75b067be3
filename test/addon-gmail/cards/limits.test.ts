import { describe, expect, it } from "vitest";
import type { OpenMailView } from "#shared/app/mail-view.ts";
import type { TimelineView } from "#shared/app/timeline-view.ts";
import type { TodayRowView, TodayView } from "#shared/app/today-list.ts";
import { utf8Bytes } from "#shared/kernel/bytes.ts";
import { foreign, own } from "#shared/kernel/text.ts";
import { messageOf } from "#shared/mail/message.ts";
import {
  buttonOf,
  buttonsOf,
  does,
  factOf,
  rowButtonsOf,
  run,
  sectionOf,
  textOf,
} from "#gmail/script/cards/card.ts";
import type { Card, Widget } from "#gmail/script/cards/card.ts";
import type { Face } from "#gmail/script/cards/face.ts";
import { CARD_BYTES_MAX, CARD_WIDGETS_MAX, fitCard } from "#gmail/script/cards/fit-card.ts";
import { mailCard } from "#gmail/script/cards/mail-card.ts";
import { markupOf, plainOf } from "#gmail/script/cards/markup.ts";
import { timelineCard } from "#gmail/script/cards/timeline-card.ts";
import { todayCard } from "#gmail/script/cards/today-card.ts";
import { linesOf } from "./card-story.ts";

const FACE: Face = { language: "fr", onPhone: true, desk: "https://script.google.com/m/exec" };
/** Of every sign that grows when it is escaped, and more than any view lets through. */
const EVIL = foreign(`<&"'😀`.repeat(4_000));
const LONG = [own("Motif : "), EVIL];

/** What Google is sent, reckoned by the test itself: the words as they are drawn, and the ids. */
const sent = (card: Card): number =>
  utf8Bytes(
    JSON.stringify(card, (key: string, value: unknown) => {
      if (key === "text" && Array.isArray(value))
        return markupOf(value as Parameters<typeof markupOf>[0]);
      const isWords =
        Array.isArray(value) &&
        value.length > 0 &&
        value.every(
          (one) => typeof one === "object" && one !== null && ("own" in one || "foreign" in one),
        );
      return isWords ? plainOf(value as Parameters<typeof plainOf>[0]) : value;
    }),
  ).length;

const widgetsOf = (card: Card): readonly Widget[] =>
  card.sections.flatMap(({ widgets }) => widgets);

const labelsOf = (card: Card): readonly string[] =>
  widgetsOf(card).flatMap((widget) =>
    widget.kind === "buttons" ? widget.buttons.map(({ label }) => plainOf(label)) : [],
  );

const ROW: TodayRowView = {
  key: "row",
  account: "debtor-00000000000000000001",
  accounts: ["debtor-00000000000000000001"],
  wordKey: "reminder",
  word: own("RELANCE"),
  chip: "reminders",
  name: EVIL,
  entities: own("(3 entités)"),
  amounts: [own("12 640,00 €")],
  reason: LONG,
  primary: { key: "p", label: own("Préparer"), action: { act: "prepare-draft", account: "a" } },
  secondary: null,
  aside: null,
  reply: null,
  more: [],
};

const TODAY: TodayView = {
  kind: "today",
  title: own("Aujourd'hui"),
  date: own("ven. 20 nov."),
  search: { key: "s", label: own("Chercher"), action: { go: "search", query: "" } },
  payments: { text: own("Encours au 20/11"), stale: false, actions: [] },
  answers: { text: own("Réponses vues"), stale: false, actions: [] },
  summary: own("84 210 € en retard"),
  overdue: [],
  small: false,
  chips: [
    { key: "to-read", label: own("À lire"), count: 30 },
    { key: "reminders", label: own("Relances"), count: 31 },
  ],
  owners: [],
  rows: Array.from({ length: 61 }, (_, at) => ({
    ...ROW,
    key: `row-${String(at)}`,
    chip: at < 30 ? "to-read" : "reminders",
  })),
  later: null,
  drafts: null,
  silent: null,
  end: null,
  notices: [],
  empty: null,
};

const MAIL: OpenMailView = {
  kind: "open-mail",
  state: "claim",
  toRead: false,
  account: "debtor-00000000000000000001",
  name: EVIL,
  about: LONG,
  lines: { who: LONG, owes: LONG, said: LONG, next: LONG },
  matched: LONG,
  reading: null,
  choices: Array.from({ length: 300 }, (_, at) => ({
    key: String(at),
    account: `debtor-${String(at)}`,
    name: EVIL,
    reason: LONG,
    owes: LONG,
  })),
  follow: null,
  filed: null,
  notices: Array.from({ length: 50 }, (_, at) => ({
    key: String(at),
    tone: "warning" as const,
    text: LONG,
    action: null,
  })),
  primary: { key: "confirm", label: own("Confirmer"), mail: "confirm" },
  more: [],
  hint: null,
};

const OPEN = { id: "18c", message: messageOf({ subject: "x" }), chosen: null };

const TIMELINE: TimelineView = {
  kind: "timeline",
  account: "debtor-00000000000000000001",
  title: own("Historique"),
  name: EVIL,
  items: Array.from({ length: 100 }, (_, at) => ({
    key: String(at),
    on: `2026-11-${String((at % 20) + 1).padStart(2, "0")}`,
    date: own("20/11"),
    text: LONG,
    words: EVIL,
    author: LONG,
    exhibits: [],
    ended: LONG,
    open: { key: "o", label: own("Ouvrir"), action: { go: "message", messageId: EVIL.foreign } },
    undo: {
      key: "u",
      label: own("Annuler"),
      action: { act: "void-entries", account: "a", entries: ["e".repeat(64)] },
    },
  })),
  none: own("Rien"),
  page: 0,
  pages: 4,
  total: 400,
  range: own("1 à 100 sur 400"),
  back: { key: "b", label: own("Créance"), action: { go: "claim", account: "a" } },
};

describe("a card, whatever a mail or a file holds", () => {
  it.each([
    ["the open mail", mailCard(MAIL, OPEN, FACE)],
    ["today", todayCard({ view: TODAY, more: 0, clock: "07:55", look: null }, FACE)],
    ["a page of the timeline", timelineCard(TIMELINE, 0, FACE)],
    [
      "a thousand lines",
      {
        name: "x",
        title: LONG,
        subtitle: LONG,
        sections: Array.from({ length: 200 }, () =>
          sectionOf([factOf([run(LONG, "plain")], { click: does("claim", { account: "a" }) })]),
        ),
        menu: [],
        footer: null,
      },
    ],
  ])("stays under 50 kB and a hundred widgets: %s", (_what, card: Card) => {
    const fitted = fitCard(card, FACE);
    expect(sent(fitted)).toBeLessThanOrEqual(CARD_BYTES_MAX);
    expect(widgetsOf(fitted).length).toBeLessThanOrEqual(CARD_WIDGETS_MAX);
    expect(fitted.sections.every(({ widgets }) => widgets.length > 0)).toBe(true);
  });

  it("keeps what must be seen, and says that the rest is on the desk", () => {
    const fitted = fitCard(mailCard(MAIL, OPEN, FACE), FACE);
    expect(
      widgetsOf(fitted)
        .slice(0, 4)
        .every(({ kind }) => kind === "text"),
    ).toBe(true);
    expect(linesOf(fitted)).toContainEqual(
      expect.stringMatching(
        /^\d+ lignes ne tiennent pas sur cette carte : la suite est au bureau\.$/,
      ),
    );
  });

  it("keeps each button that is of the card and not of a line, on phones the menu too", () => {
    const card = mailCard(MAIL, OPEN, FACE);
    const ofCard = labelsOf(card);
    const fitted = fitCard(card, FACE);
    expect(linesOf(fitted).length).toBeLessThan(linesOf(card).length);
    expect(labelsOf(fitted)).toEqual(
      expect.arrayContaining([...ofCard, "Aujourd'hui", "Chercher", "Réglages"]),
    );
    expect(labelsOf(fitCard(card, { ...FACE, onPhone: false }))).not.toContain("Réglages");
  });

  it("cuts a row with its own buttons, counts the lines that are left out, and leads to the desk", () => {
    const row = (at: number): readonly Widget[] => [
      factOf([run([own(`Ligne ${String(at)}`)], "plain")]),
      textOf([own("note")]),
      ...rowButtonsOf(buttonOf([own(`Ouvrir ${String(at)}`)], does("today"))),
    ];
    const rows = Array.from({ length: 50 }, (_, at) => row(at)).flat();
    const last = buttonsOf(buttonOf([own("Enregistrer")], does("settings-save")));
    const card: Card = {
      name: "x",
      title: [own("Titre")],
      subtitle: null,
      sections: [sectionOf(rows, [own("Lignes")], 0), sectionOf(last)],
      menu: [],
      footer: null,
    };
    const fitted = fitCard(card, { ...FACE, onPhone: false });
    expect(widgetsOf(fitted).length).toBeLessThanOrEqual(CARD_WIDGETS_MAX);
    const shown = linesOf(fitted).filter((line) => line.startsWith("Ligne "));
    expect(labelsOf(fitted)).toEqual([
      ...shown.map((line) => line.replace("Ligne", "Ouvrir")),
      "Ouvrir le bureau",
      "Enregistrer",
    ]);
    expect(shown).toHaveLength(32);
    expect(linesOf(fitted)).toContain(
      "18 lignes ne tiennent pas sur cette carte : la suite est au bureau.",
    );
  });

  it("is left as it is where it fits", () => {
    const small = todayCard(
      { view: { ...TODAY, rows: [] }, more: 0, clock: "07:55", look: null },
      FACE,
    );
    expect(fitCard(small, { ...FACE, onPhone: false })).toEqual(small);
  });
});

describe("the home card of a long morning", () => {
  it("shows three rows of each of its groups and unfolds the others, a lone group whole", () => {
    const shownOf = (rows: readonly TodayRowView[]) =>
      todayCard({ view: { ...TODAY, rows }, more: 0, clock: "07:55", look: null }, FACE)
        .sections.filter(({ title }) => title !== null)
        .map(({ unfolded }) => unfolded);
    const [first = ROW] = TODAY.rows.filter(({ chip }) => chip === "reminders");
    expect(shownOf([...TODAY.rows.slice(0, 6), first])).toEqual([6, null]);
    expect(shownOf(TODAY.rows.slice(0, 8))).toEqual([null]);
  });

  it("shows eight rows in their groups, and leaves the other 53 to the desk", () => {
    const card = todayCard({ view: TODAY, more: 0, clock: "07:55", look: null }, FACE);
    const facts = widgetsOf(card).filter(({ kind }) => kind === "fact");
    expect(facts).toHaveLength(8);
    expect(card.sections.flatMap(({ title }) => (title === null ? [] : [plainOf(title)]))).toEqual([
      "À lire 30",
    ]);
    expect(labelsOf(card)).toContain("Voir les 53 autres");
  });

  it("counts the rows that the properties had no room for", () => {
    const view = { ...TODAY, rows: TODAY.rows.slice(0, 20) };
    const card = todayCard({ view, more: 41, clock: "07:55", look: null }, FACE);
    expect(JSON.stringify(card)).toContain("Voir les 53 autres");
  });
});
