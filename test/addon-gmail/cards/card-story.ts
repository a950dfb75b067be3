import { threadKey } from "#gmail/script/ledger/ledger.ts";
import type { GmailLedger, GmailLedgerHost, StoredToday } from "#gmail/script/ledger/ledger.ts";
import { dispatch } from "#gmail/script/actions/dispatch.ts";
import { cardEventOf } from "#gmail/script/actions/card-event.ts";
import type { ComposeAnswer } from "#gmail/script/actions/compose-answer.ts";
import { workHourly } from "#gmail/script/actions/hourly.ts";
import { SCREENS } from "#gmail/script/actions/screens.ts";
import { openWorld } from "#gmail/script/actions/world.ts";
import type { World } from "#gmail/script/actions/world.ts";
import { DOES } from "#gmail/script/cards/action-ref.ts";
import type {
  Answer,
  Button,
  Card,
  Click,
  MenuItem,
  OpenLink,
  Section,
  Widget,
} from "#gmail/script/cards/card.ts";
import { fitCard } from "#gmail/script/cards/fit-card.ts";
import { markupOf, plainOf } from "#gmail/script/cards/markup.ts";
import { acts } from "#gmail/script/parts/acts.ts";
import { reading } from "#gmail/script/parts/reading.ts";
import { keysOfAccount } from "#shared/app/index-keys.ts";
import { todayView } from "#shared/app/today-view.ts";
import { viewOnly } from "#shared/app/use-case.ts";
import type { UseCase } from "#shared/app/use-case.ts";
import { emptyCreditor } from "#shared/claims/creditor.ts";
import type { CreditorState } from "#shared/claims/creditor.ts";
import { dateOf, dayNumber, parseCalendarDate } from "#shared/kernel/calendar.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { emptyTip } from "#shared/ledger/append.ts";
import { LEDGER } from "../../journeys/two-drivers.ts";
import { tellMailStory } from "../mail/mail-story.ts";
import type { MailStory } from "../mail/mail-story.ts";
import type { SmallMail } from "../mail/small-gmail.ts";
import { cardFaults } from "./card-rules.ts";

/**
 * A person at Gmail's cards: opens mails, clicks by words, fills in fields. The events are built as Gmail builds them,
 * the answers put on the stack as Gmail puts them; cards stay plain data.
 */
export type CardStory = {
  readonly story: MailStory;
  readonly stack: Card[];
  readonly links: OpenLink[];
  readonly toasts: string[];
  readonly parts: { readonly reading: number; readonly acts: number };
  readonly card: () => Card;
  /** Opens a mail: its contextual card. */
  readonly open: (mail: SmallMail) => Card;
  /** Without a mail: the home card. */
  readonly home: () => Card;
  /** The job of the hour; nobody sees it. */
  readonly hour: () => void;
  readonly compose: (draft: Compose) => ComposeAnswer;
  readonly click: (label: string, nth?: number) => Answer | ComposeAnswer;
  readonly fill: (field: string, value: string | readonly string[]) => void;
  /** Sends what no card of ours could say. */
  readonly send: (parameters: Readonly<Record<string, string>>) => Answer | ComposeAnswer;
  /** The same with fields that no card of ours shows. */
  readonly sendWith: (
    parameters: Readonly<Record<string, string>>,
    inputs: Readonly<Record<string, string>>,
  ) => Answer | ComposeAnswer;
  readonly on: (options: Partial<Options>) => void;
};

type Compose = {
  readonly to: readonly string[];
  readonly cc?: readonly string[];
  readonly bcc?: readonly string[];
};

type Options = {
  locale: string;
  platform: "WEB" | "ANDROID" | "IOS";
  desk: string | null;
  hasLedger: boolean;
  compose: Compose | null;
  /** The full manifest. */
  isFull: boolean;
};

export const tellCardStory = async (): Promise<CardStory> => {
  const story = await tellMailStory();
  const stack: Card[] = [];
  const links: OpenLink[] = [];
  const toasts: string[] = [];
  const fields = new Map<string, readonly string[]>();
  const counts = { reading: 0, acts: 0 };
  let mail: SmallMail | null = null;
  const options: Options = {
    locale: "fr",
    platform: "WEB",
    desk: "https://script.google.com/macros/s/AKfycb/exec",
    hasLedger: true,
    compose: null,
    isFull: false,
  };
  const threads: Threads = new Map();

  const worldOf = (parameters: Readonly<Record<string, string>>): World => {
    const services = story.mailbox(mail).services;
    return openWorld(cardEventOf(eventOf(parameters)), {
      services: { ...services, webApp: () => options.desk },
      openLedger: (_services, host) => ledgerOver(story, host, options, threads),
      parts: {
        reading: () => {
          counts.reading += 1;
          return reading;
        },
        acts: () => {
          counts.acts += 1;
          return acts;
        },
      },
      screens: SCREENS,
      build: "test",
      looksPossible: () => options.isFull,
    });
  };
  const eventOf = (parameters: Readonly<Record<string, string>>): unknown => ({
    commonEventObject: {
      hostApp: "GMAIL",
      platform: options.platform,
      userLocale: options.locale,
      timeZone: { id: "Europe/Paris", offset: 3_600_000 },
      formInputs: Object.fromEntries(
        [...fields].map(([name, value]) => [name, { "": inputOf(name, value) }]),
      ),
      parameters,
    },
    ...(mail === null
      ? {}
      : {
          gmail: {
            messageId: mail.id,
            threadId: mail.threadId,
            accessToken: `open-${mail.threadId}`,
          },
        }),
    ...(options.compose === null
      ? {}
      : {
          gmail: {
            toRecipients: options.compose.to,
            ccRecipients: options.compose.cc ?? [],
            bccRecipients: options.compose.bcc ?? [],
          },
        }),
  });
  const inputOf = (name: string, value: readonly string[]): unknown =>
    fieldsOf(told.card()).some((one) => one.kind === "date" && one.name === name) &&
    parseCalendarDate(value[0] ?? "") !== null
      ? { dateInput: { msSinceEpoch: String(dayNumber(dateOf(value[0] ?? "")) * 86_400_000) } }
      : { stringInputs: { value } };
  const shown = (world: World, card: Card): Card => {
    const fitted = fitCard(card, world.face);
    const faults = cardFaults(fitted, world.face);
    if (faults.length > 0) throw new Error(`${plainOf(fitted.title)}: ${faults.join("; ")}`);
    fields.clear();
    for (const field of fieldsOf(fitted)) {
      const value = standing(field);
      if (value.length > 0) fields.set(field.name, value);
    }
    return fitted;
  };
  const apply = (world: World, answer: Answer | ComposeAnswer): Answer | ComposeAnswer => {
    if ("kind" in answer) return answer;
    if (answer.toast !== null) toasts.push(plainOf(answer.toast));
    if (answer.open !== null) links.push(answer.open);
    if (answer.show === null) return answer;
    const { how, card } = answer.show;
    const drawn = shown(world, card);
    if (how === "instead") stack.pop();
    if (how === "root") stack.length = 0;
    if (how !== "push") stack.pop();
    stack.push(drawn);
    return answer;
  };
  const send = (parameters: Readonly<Record<string, string>>): Answer | ComposeAnswer => {
    const world = worldOf(parameters);
    return apply(world, dispatch(world));
  };
  const told: CardStory = {
    story,
    stack,
    links,
    toasts,
    parts: counts,
    card: () => {
      const top = stack[stack.length - 1];
      if (top === undefined) throw new Error("no card is shown");
      return top;
    },
    open: (opened) => {
      mail = opened;
      stack.length = 0;
      fields.clear();
      const world = worldOf({});
      stack.push(shown(world, SCREENS.mail(world, null, null)));
      return told.card();
    },
    home: () => {
      mail = null;
      stack.length = 0;
      fields.clear();
      const world = worldOf({});
      stack.push(shown(world, SCREENS.today(world, null, false)));
      return told.card();
    },
    hour: () => {
      mail = null;
      options.locale = "";
      workHourly(worldOf({}));
      options.locale = "fr";
    },
    compose: (draft) => {
      mail = null;
      options.compose = draft;
      const world = worldOf({});
      const answer = world.parts.acts().composing(world);
      if (answer.kind === "compose-card") stack.push(shown(world, answer.card));
      return answer;
    },
    click: (label, nth = 0) => {
      const found = clicksOf(told.card()).filter((one) => one.label === label)[nth];
      if (found === undefined) {
        const labels = clicksOf(told.card()).map((one) => one.label);
        throw new Error(`nothing says "${label}": ${labels.join(" | ")}`);
      }
      if (found.click.kind === "open") {
        links.push(found.click);
        return { show: null, toast: null, open: found.click, changed: false };
      }
      return send({ [DOES]: found.click.does, ...found.click.ids });
    },
    fill: (field, value) => {
      const found = fieldsOf(told.card()).find(({ name }) => name === field);
      if (found === undefined) throw new Error(`no field ${field}`);
      fields.set(field, typeof value === "string" ? [value] : value);
      if (found.kind !== "date" && found.change !== null)
        send({ [DOES]: found.change.does, ...found.change.ids });
    },
    send,
    sendWith: (parameters, inputs) => {
      fields.clear();
      for (const [name, value] of Object.entries(inputs)) fields.set(name, [value]);
      return send(parameters);
    },
    on: (changes) => {
      Object.assign(options, changes);
      story.language = options.locale.startsWith("fr") ? "fr" : "en";
    },
  };
  return told;
};

const creditorCase: UseCase<null, CreditorState, never> = {
  name: "creditor",
  asks: () => ({ accounts: [], keys: [], search: false }),
  decide: (_input, loaded) => ok(viewOnly(loaded.creditor)),
};

const keysCase: UseCase<null, readonly string[], never> = {
  name: "keys",
  asks: () => ({ accounts: "all", keys: [], search: false }),
  decide: (_input, loaded) => ok(viewOnly([...loaded.accounts.values()].flatMap(keysOfAccount))),
};

/** Accounts by the key of the thread that mails of theirs were filed with: no entry says it, and the ledger keeps it. */
type Threads = Map<string, Set<string>>;

const knowing = <Input, View, Refusal>(
  useCase: UseCase<Input, View, Refusal>,
  threads: Threads,
): UseCase<Input, View, Refusal> => {
  const foundBy = (input: Input, ledger: string) =>
    useCase.asks(input, ledger).keys.flatMap((key): readonly (readonly [string, string[]])[] => {
      const accounts = threads.get(key);
      return accounts === undefined ? [] : [[key, [...accounts]]];
    });
  return {
    ...useCase,
    asks: (input, ledger) => {
      const asks = useCase.asks(input, ledger);
      const found = foundBy(input, ledger).flatMap(([, accounts]) => accounts);
      return asks.accounts === "all" ? asks : { ...asks, accounts: [...asks.accounts, ...found] };
    },
    decide: (input, loaded, facts) => {
      const accountsByKey = new Map([...loaded.accountsByKey, ...foundBy(input, loaded.ledger)]);
      return useCase.decide(input, { ...loaded, accountsByKey }, facts);
    },
  };
};

/** The ledger's port over the driver that serves only what was asked. */
const ledgerOver = (
  story: MailStory,
  host: GmailLedgerHost,
  options: Options,
  threads: Threads,
): GmailLedger => {
  const refusedHere = err({ type: "drive-offline", detail: "not in this story" } as const);
  const run: GmailLedger["run"] = (useCase, input, more = {}) => {
    if (!options.hasLedger) return err({ type: "ledger-not-begun" });
    const before = story.driver.acts().length;
    const written = story.driver.entries().length;
    const result = story.run(knowing(useCase, threads), input, more);
    for (const thread of more.threads ?? [])
      for (const { header } of story.driver.entries().slice(written))
        if (header.stream.startsWith("account/")) {
          const key = threadKey(thread);
          const account = header.stream.slice("account/".length);
          threads.set(key, (threads.get(key) ?? new Set()).add(account));
        }
    for (const act of story.driver.acts().slice(before)) {
      const done = host.act(act);
      if (!done.ok) return done;
    }
    return result as Result<never, never>;
  };
  const today = (): StoredToday | null => {
    const view = story.driver.run(todayView, { canWriteDrafts: true });
    return view.ok
      ? {
          view: view.value,
          more: 0,
          date: dateOf(story.today),
          language: story.language,
          at: Date.parse(`${story.today}T07:12:00Z`),
          due: false,
        }
      : null;
  };
  return {
    tip: () => (options.hasLedger ? emptyTip(LEDGER, "wri-gmail") : null),
    creditor: () => {
      const read = story.driver.run(creditorCase, null);
      return ok(read.ok && options.hasLedger ? read.value : emptyCreditor());
    },
    begin: () => {
      options.hasLedger = true;
      return ok({ tip: emptyTip(LEDGER, "wri-gmail"), recovered: false });
    },
    mayKnow: (keys) => {
      const known = story.driver.run(keysCase, null);
      const all = new Set([...(known.ok ? known.value : []), ...story.threads.map(threadKey)]);
      return keys.some((key) => all.has(key));
    },
    run,
    summary: () => (options.hasLedger ? today() : null),
    refold: () => ok({ done: true, steps: 1, stepsDone: 1 }),
    takeIn: () => refusedHere,
    entries: () => ok(story.driver.entries()),
    segmentNames: () => refusedHere,
    segmentTexts: () => refusedHere,
    vault: {
      get: (names) =>
        ok(new Map(names.map((name) => [name, story.driver.vault.get(name) ?? null]))),
      keep: () => refusedHere,
      names: () => ok([...story.driver.vault.keys()]),
    },
    witness: () => null,
    keepWitness: () => refusedHere,
    recover: () => refusedHere,
    inBin: () => ok(0),
    takeOutOfBin: () => ok(0),
    size: () => null,
  };
};

/** Every line of words in reading order, as Gmail would show it. */
export const linesOf = (card: Card): readonly string[] => [
  plainOf(card.title),
  ...(card.subtitle === null ? [] : [plainOf(card.subtitle)]),
  ...card.sections.flatMap(sectionLines),
];

const sectionLines = ({ title, widgets }: Section): readonly string[] => [
  ...(title === null ? [] : [plainOf(title)]),
  ...widgets.flatMap(widgetLines),
];

const widgetLines = (widget: Widget): readonly string[] => {
  switch (widget.kind) {
    case "text":
      return [wordsOf(markupOf(widget.text))];
    case "fact":
      return [
        ...(widget.top === null ? [] : [plainOf(widget.top)]),
        wordsOf(markupOf(widget.text)),
        ...(widget.bottom === null ? [] : [plainOf(widget.bottom)]),
      ];
    case "input":
    case "date":
    case "choice":
      return [plainOf(widget.label)];
    case "buttons":
    case "divider":
      return [];
  }
};

/** As a reader sees it: typeset spaces are spaces. */
export const plainly = (text: string): string => text.replace(/[\u00a0\u202f]/g, " ");

const wordsOf = (markup: string): string =>
  plainly(
    markup
      .replace(/<br>/g, "\n")
      .replace(/<[^>]*>/g, "")
      .replace(/&lt;/g, "<")
      .replace(/&gt;/g, ">")
      .replace(/&quot;/g, '"')
      .replace(/&#39;/g, "'")
      .replace(/&amp;/g, "&"),
  );

export const fieldsOf = ({ sections }: Card) =>
  sections.flatMap(({ widgets }) =>
    widgets.flatMap((widget) =>
      widget.kind === "input" || widget.kind === "date" || widget.kind === "choice" ? [widget] : [],
    ),
  );

const standing = (field: ReturnType<typeof fieldsOf>[number]): readonly string[] => {
  if (field.kind === "choice")
    return field.items.filter(({ selected }) => selected).map(({ value }) => value);
  if (field.kind === "date") return field.value === null ? [] : [field.value];
  return field.value === "" ? [] : [field.value];
};

export type Clickable = {
  readonly label: string;
  readonly click: Click;
  readonly look: Button["look"];
};

/** Whatever can be clicked, by its words. */
export const clicksOf = ({ sections, menu, footer }: Card): readonly Clickable[] => [
  ...sections.flatMap(({ widgets }) => widgets.flatMap(widgetClicks)),
  ...(footer === null ? [] : [clickable(footer.primary)]),
  ...(footer?.secondary == null ? [] : [clickable(footer.secondary)]),
  ...menu.map((item: MenuItem) => ({
    label: plainly(plainOf(item.label)),
    click: item.click,
    look: "link" as const,
  })),
];

const clickable = ({ label, click, look }: Button): Clickable => ({
  label: plainly(plainOf(label)),
  click,
  look,
});

const widgetClicks = (widget: Widget): readonly Clickable[] => {
  if (widget.kind === "buttons") return widget.buttons.map(clickable);
  if (widget.kind !== "fact") return [];
  const { click, button, text } = widget;
  return [
    ...(click === null ? [] : [{ label: wordsOf(markupOf(text)), click, look: "link" as const }]),
    ...(button === null ? [] : [clickable(button)]),
  ];
};

export const primariesOf = (card: Card): readonly string[] =>
  clicksOf(card)
    .filter(({ look }) => look === "primary")
    .map(({ label }) => label);
