import { describe, expect, it } from "vitest";
import { own } from "#shared/kernel/text.ts";
import type { ActionName } from "#gmail/script/cards/action-ref.ts";
import { DOES } from "#gmail/script/cards/action-ref.ts";
import {
  buttonOf,
  buttonsOf,
  does,
  factOf,
  run,
  sectionOf,
  textOf,
} from "#gmail/script/cards/card.ts";
import type { Card, Widget } from "#gmail/script/cards/card.ts";
import type { Face } from "#gmail/script/cards/face.ts";
import { cardFaults } from "./card-rules.ts";
import { clicksOf, tellCardStory } from "./card-story.ts";
import type { CardStory } from "./card-story.ts";

/** Actions that lead to a card and write nothing: all of them are followed. */
const LEADS: readonly ActionName[] = [
  "today",
  "start",
  "settings",
  "first-run",
  "search",
  "account",
  "claim",
  "timeline",
  "no-desk",
  "mail",
  "form",
  "mail-correct",
  "mail-other-claim",
  "mail-new-debtor",
  "mail-follow",
];

/** Of each kind of answer that has a card of its own, what a debtor might write. */
const MAILS = [
  "Nous vous réglerons 12 640,00 € par virement le 27 novembre 2026.",
  "La facture LAC-01 a été payée par virement le 12 novembre 2026.",
  "Nous contestons la facture LAC-01 : la marchandise est arrivée cassée.",
  "Pouvez-vous nous accorder un paiement en trois fois ?",
  "Bonjour.",
];

const keyOf = (parameters: Readonly<Record<string, string>>): string =>
  `${parameters[DOES] ?? ""} ${parameters["form"] ?? ""}${parameters["tag"] ?? ""}`;

/** Every card that can be reached by clicks that write nothing, one of each kind; each is held against the rules by the story. */
const walk = (told: CardStory, from: Card, seen: Set<string>): void => {
  const waiting = [from];
  for (let card = waiting.shift(); card !== undefined; card = waiting.shift()) {
    for (const { click } of clicksOf(card)) {
      if (click.kind === "open" || !LEADS.includes(click.does)) continue;
      const parameters = { [DOES]: click.does, ...click.ids };
      if (seen.has(keyOf(parameters))) continue;
      seen.add(keyOf(parameters));
      const answer = told.send(parameters);
      if (!("kind" in answer) && answer.show !== null) waiting.push(told.card());
    }
  }
};

describe("every card", () => {
  it.each([
    { locale: "fr", platform: "WEB" },
    { locale: "en", platform: "IOS" },
  ] as const)(
    "has a title, words on each button and field, nothing empty, unworded or said twice, and on phones its menu in sight: $locale, $platform",
    async ({ locale, platform }) => {
      const told = await tellCardStory();
      told.on({ locale, platform, desk: null });
      const seen = new Set<string>();
      walk(told, told.home(), seen);
      for (const text of MAILS) {
        const mail = told.story.gmail.put({ from: "Compta <compta@debtor-1.example>", text });
        // The same buttons, beside another mail.
        for (const key of seen) if (key.startsWith("mail")) seen.delete(key);
        walk(told, told.open(mail), seen);
      }
      walk(
        told,
        told.open(told.story.gmail.put({ from: "Ana Ruiz <ana@inconnue.example>" })),
        seen,
      );
      told.on({ hasLedger: false });
      walk(told, told.home(), seen);
      const forms = [...seen].filter((key) => key.startsWith("form "));
      // Not fewer than there are: a walk that ends early would find nothing wrong.
      expect(forms.length).toBeGreaterThanOrEqual(19);
      expect(seen.size).toBeGreaterThanOrEqual(30);
    },
  );
});

describe("the rules for cards", () => {
  const FACE: Face = { language: "fr", onPhone: true, desk: null };
  const cardWith = (...widgets: readonly Widget[]): Card => ({
    name: "x",
    title: [own("Titre")],
    subtitle: null,
    sections: [sectionOf(widgets)],
    menu: [],
    footer: null,
  });
  const input = {
    kind: "input",
    name: "quantity-of-the-goods",
    label: [own("Quantité")],
    hint: null,
    value: "",
    lines: false,
    suggestions: [],
    change: null,
  } as const;

  it.each<readonly [string, Card]>([
    ["no title", { ...cardWith(textOf([own("a")])), title: [own(" ")] }],
    ["an empty subtitle", { ...cardWith(textOf([own("a")])), subtitle: [] }],
    ["an empty section", { ...cardWith(), sections: [sectionOf([])] }],
    ["an empty line", cardWith(textOf([own(" ")]))],
    ["an empty label", cardWith(factOf([run([own("a")], "plain")], { top: [] }))],
    ["cut by Gmail", cardWith(factOf([run([own("a")], "plain")], { top: [own("a".repeat(60))] }))],
    ["a button without words", cardWith(...buttonsOf(buttonOf([], does("today"))))],
    ["a long button", cardWith(...buttonsOf(buttonOf([own("a".repeat(40))], does("today"))))],
    ["no label", cardWith({ ...input, label: [] })],
    ["two fields", cardWith(input, input)],
    ["said twice", cardWith(textOf([own("a".repeat(30))]), textOf([own("a".repeat(30))]))],
    ["not worded", cardWith(textOf([own("il reste undefined jours")]))],
    ["not worded", cardWith(textOf([own("formal-notice")]))],
    ["not worded", cardWith(textOf([own("2 facture(s)")]))],
    [
      "out of a phone's reach",
      {
        ...cardWith(textOf([own("a")])),
        menu: [{ label: [own("Réglages")], click: does("settings") }],
      },
    ],
  ])("find %s", (fault, card) => {
    const [found = "", ...others] = cardFaults(card, FACE);
    expect(found.startsWith(fault), found).toBe(true);
    expect(others).toEqual([]);
  });
});
