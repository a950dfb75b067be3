import { beforeAll, describe, expect, it } from "vitest";
import { cardEventOf } from "#gmail/script/actions/card-event.ts";
import { ACTIONS, DOES } from "#gmail/script/cards/action-ref.ts";
import { clicksOf, tellCardStory } from "./card-story.ts";
import type { CardStory } from "./card-story.ts";

/**
 * What comes back from a card is whatever somebody sends. Drawn from a fixed seed, so that a run repeats itself: the number
 * of the round is said where one fails.
 */
const SEED = 20_261_120;
const ROUNDS = 300;

const chanceFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const KEYS = [
  ..."message account form subject also rows tag at of row rank used own query page accounts".split(
    " ",
  ),
  ..."replies draft until hold exchange answer entries batch known __proto__ constructor".split(
    " ",
  ),
];

/** Of nobody's ledger: wrong, missing, doubled, too long, of another language or alphabet. */
const STRANGE = [
  "",
  " ",
  "0",
  "-1",
  "1e9",
  "99999",
  "yes",
  "oui",
  "null",
  "undefined",
  "__proto__",
  "toString",
  "debtor-nobody",
  "20 novembre 2026",
  "2026-11-31",
  "2026-11-30",
  "1.200,00 €",
  "一千二百",
  "‮evil‬",
  "\ud800",
  "😀".repeat(60),
  "x".repeat(20_000),
  "<script>alert(1)</script>",
  "../../etc/passwd",
  "[]",
  "[[[[",
  '["a"]',
  '["a","a"]',
  '{"__proto__":{"x":1}}',
  '[{"account":"a","exchange":"b"}]',
  `[${'"a",'.repeat(80)}"a"]`,
  "promise",
  "invoice",
  "payment",
  "debtor",
  "instalments",
  "claim",
  "item",
  "insolvency",
];

/** What asks for no id: a person may do it from anywhere, and then it is written. */
const OF_NO_ID = [
  "payments-known",
  "settings-teaching",
  "settings-save",
  "first-run-save",
  "form-save",
];

const drawn = <T>(next: () => number, list: readonly T[]): T =>
  list[Math.floor(next() * list.length)] as T;

const fuzzOf = (next: () => number, values: readonly string[]) => {
  const one = <T>(list: readonly T[]): T => drawn(next, list);
  const some = (count: number) =>
    Object.fromEntries(
      Array.from({ length: Math.floor(next() * count) }, () => [one(KEYS), one(values)]),
    );
  return {
    parameters: (): Readonly<Record<string, string>> => ({
      // Without it nothing is done beside a mail, whatever else is sent.
      ...(next() < 0.5 ? { message: one(values) } : {}),
      ...some(6),
      ...(next() < 0.05 ? {} : { [DOES]: next() < 0.1 ? one(values) : one(ACTIONS) }),
    }),
    inputs: (): Readonly<Record<string, string>> => ({
      ...some(4),
      ...Object.fromEntries(
        ["name", "amount", "on", "total", "number", "dueOn", "words", "tag", "author", "addresses"]
          .filter(() => next() < 0.4)
          .map((field) => [field, one(values)]),
      ),
    }),
    /** Not even texts. */
    anything: (): unknown => {
      const depth = (left: number): unknown => {
        const kind = Math.floor(next() * (left === 0 ? 5 : 7));
        if (kind === 5) return Array.from({ length: 3 }, () => depth(left - 1));
        if (kind === 6)
          return Object.fromEntries(
            Array.from({ length: 4 }, () => [
              one([
                "commonEventObject",
                "parameters",
                "formInputs",
                "",
                "stringInputs",
                "value",
                "gmail",
                "dateInput",
                "msSinceEpoch",
                "messageId",
                "userLocale",
                "timeZone",
                "id",
              ]),
              depth(left - 1),
            ]),
          );
        return [null, one(values), 5, true, undefined][kind];
      };
      // Where Google puts what was typed and picked, and where it puts nothing of the kind.
      const typed = { stringInputs: { value: [depth(1), depth(1)] } };
      const picked = { dateInput: { msSinceEpoch: depth(1) } };
      const common = {
        parameters: depth(2),
        formInputs: { a: { "": typed }, b: typed, c: { "": picked }, d: depth(3) },
        userLocale: "fr",
      };
      return {
        commonEventObject: next() < 0.5 ? common : depth(4),
        parameters: depth(2),
        gmail: depth(3),
        draftMetadata: depth(3),
      };
    },
  };
};

let told: CardStory;
let account = "";
let mail = "";
/** What the buttons of our own cards send. */
let sent: readonly Readonly<Record<string, string>>[] = [];
beforeAll(async () => {
  told = await tellCardStory();
  const put = told.story.gmail.put({ from: "Compta <compta@debtor-1.example>" });
  told.open(put);
  mail = put.id;
  account = told.story.accounts.get("Nordis SAS") ?? "";
  const cards = [told.card(), told.home()];
  told.open(put);
  for (const name of ["claim", "account", "timeline", "settings", "start"])
    told.send({ [DOES]: name, ...(name === "start" ? {} : { account }) });
  sent = [...cards, ...told.stack]
    .flatMap(clicksOf)
    .flatMap(({ click }) => (click.kind === "run" ? [{ [DOES]: click.does, ...click.ids }] : []));
});

/** A card, a line, a link or words for a draft; the story holds every card against its rules. */
const isAnswer = (answer: ReturnType<CardStory["send"]>): boolean =>
  "kind" in answer || answer.show !== null || answer.toast !== null || answer.open !== null;

describe("whatever is sent to the one dispatcher", () => {
  it("is answered and writes nothing, where it names nothing of this ledger", () => {
    const { parameters, inputs } = fuzzOf(chanceFrom(SEED), STRANGE);
    const before = told.story.driver.entries().length;
    for (let round = 0; round < ROUNDS; round += 1) {
      const sent = parameters();
      if (OF_NO_ID.includes(sent[DOES] ?? "")) continue;
      const answer = told.sendWith(sent, inputs());
      expect(isAnswer(answer), `round ${String(round)}`).toBe(true);
    }
    expect(told.story.driver.entries()).toHaveLength(before);
    expect(told.story.gmail.drafts.size).toBe(0);
  });

  it("is answered, where one word of what a card of ours would send is missing, doubled or strange", () => {
    const next = chanceFrom(SEED + 1);
    const { inputs } = fuzzOf(next, [...STRANGE, account]);
    const done = new Set<string>();
    for (let round = 0; round < ROUNDS; round += 1) {
      const ours = drawn(next, sent);
      const key = drawn(next, Object.keys(ours));
      const { [key]: _gone, ...missing } = ours;
      const value = drawn(next, [...STRANGE, account, mail, `["${account}","${account}"]`]);
      const wrong =
        next() < 0.3 ? missing : { ...ours, [next() < 0.8 ? key : drawn(next, KEYS)]: value };
      const answer = told.sendWith(wrong, inputs());
      expect(isAnswer(answer), `round ${String(round)}`).toBe(true);
      if (told.card().name !== "fault") done.add(wrong[DOES] ?? "");
    }
    // Most of them reach what they name: a test of refusals alone would show little.
    expect(done.size).toBeGreaterThanOrEqual(15);
  });

  it("is an event of nothing where it is none", () => {
    const { anything } = fuzzOf(chanceFrom(SEED + 2), STRANGE);
    for (let round = 0; round < ROUNDS; round += 1) {
      const { parameters, inputs } = cardEventOf(anything());
      expect(Object.values(parameters).every((value) => typeof value === "string")).toBe(true);
      expect([...inputs.values()].flat().every((value) => typeof value === "string")).toBe(true);
    }
  });
});
