import type { Account } from "./account.ts";
import {
  actionResponseOf,
  cardOf,
  composedDraftOf,
  draftUpdatesOf,
  universalResponseOf,
  type ActionResponse,
  type DraftUpdate,
} from "./cards/card-service.ts";
import { checkLink } from "./cards/card-checks.ts";
import {
  clickablesOf,
  fieldsOf,
  shownCard,
  type ActionJson,
  type Field,
  type OnClick,
  type ShownCard,
} from "./cards/shown-card.ts";
import { COMPOSE, type Json } from "./cards/card-parts.ts";
import type { GoogleAppsCard } from "./cards/card-json.ts";
import type { Execution } from "./execution.ts";
import { eventOf, type EventParts, type FormInput, type Surroundings } from "./gmail-event.ts";
import type { ComposeDraft, ComposeResult, FieldValue, Gmail, OpenedLink } from "./host.ts";
import type { Manifest } from "./manifest.ts";
import { EmulatorGap, Part } from "./runtime/part.ts";
import type { Executed } from "./runtime/execute.ts";
import type { OpenMail } from "./runtime/world.ts";

/** Runs an entry point under the thirty seconds of a card. */
export type RunHandler = (handler: string, event: object, mail: OpenMail | null) => Executed;

type Level = { readonly card: ShownCard; readonly values: Map<string, readonly string[]> };

export const openWindow = (
  account: Account,
  manifest: Manifest,
  surroundings: Surroundings,
  run: RunHandler,
): Gmail => {
  const { addOn } = manifest;
  const stack: Level[] = [];
  const toasts: string[] = [];
  const opened: OpenedLink[] = [];
  const openedDrafts: string[] = [];
  const draftUpdates: DraftUpdate[] = [];
  let mail: OpenMail | null = null;
  let people: EventParts["people"];
  let mode: "sidebar" | "compose" = "sidebar";

  const top = (): Level => {
    const level = stack[stack.length - 1];
    if (level === undefined) throw new Error(`no card is shown; ${lastWords()}`);
    return level;
  };
  let lastExecution: Execution | null = null;
  const lastWords = (): string =>
    lastExecution?.fault == null
      ? "nothing was opened"
      : `the last run: ${lastExecution.fault.message}`;

  const runWith = (
    handler: string,
    parts: Omit<EventParts, "mail" | "people">,
    isClick: boolean,
  ): Executed => {
    // Every event has a token of its own, and what it lets do hangs on what the person did.
    if (mail !== null) mail = { ...mail, isClick, accessToken: `gm.${String(account.draw())}` };
    const event = eventOf(manifest, surroundings, account.clock.now(), {
      ...parts,
      mail,
      ...(people === undefined ? {} : { people }),
    });
    const done = run(handler, event, mail);
    lastExecution = done.execution;
    return done;
  };

  const show = (card: GoogleAppsCard): void => {
    stack.splice(0, stack.length, levelOf(card));
  };

  const opensWith = (handler: string | null, what: string): Execution => {
    if (handler === null) throw new Error(`the manifest has no ${what}`);
    stack.length = 0;
    const { execution, value } = runWith(handler, {}, false);
    if (execution.fault !== null) return execution;
    show(cardOf(partIn(onlyOne(value, what), "Card.Card", what)));
    return execution;
  };

  const openLink = (json: Json): void => {
    const url = String(json["url"]);
    checkLink(url, { manifest });
    opened.push({
      url,
      openAs: json["openAs"] === "OVERLAY" ? "OVERLAY" : "FULL_SIZE",
      onClose: json["onClose"] === "RELOAD" ? "RELOAD" : "NOTHING",
    });
  };

  const apply = (response: ActionResponse): void => {
    for (const step of response.navigations) {
      if (step.how === "push") stack.push(levelOf(step.card));
      else if (step.how === "update") stack.splice(stack.length - 1, 1, levelOf(step.card));
      else if (step.how === "pop") stack.pop();
      else if (step.how === "root") stack.splice(1);
      else if (step.how === "named") {
        const at = stack.findLastIndex((one) => one.card.name === step.name);
        if (at < 0) throw new Error(`no card is named ${step.name}`);
        stack.splice(at + 1);
      }
    }
    if (stack.length === 0) throw new Error("the last card was taken away");
    if (response.notification !== null) toasts.push(response.notification);
    if (response.link !== null) openLink(response.link);
  };

  const act = (action: ActionJson, composes: boolean): Execution | null => {
    const level = top();
    const missing = missingIn(level, action);
    if (missing.length > 0) {
      toasts.push(`Required: ${missing.join(", ")}`);
      return null;
    }
    const parameters = Object.fromEntries(
      (action.parameters ?? []).map(({ key, value }) => [key, value]),
    );
    const { execution, value } = runWith(
      action.function,
      { parameters, formInputs: formOf(level) },
      true,
    );
    if (execution.fault !== null) return execution;
    if (composes) {
      const draft = composedDraftOf(partIn(value, "Card.ComposeActionResponse", action.function));
      if (draft === null) throw new Error(`${action.function} gave no draft`);
      openedDrafts.push(draft);
      return execution;
    }
    const part = partIn(value, null, action.function);
    if (mode === "compose" && part.of === "Card.UpdateDraftActionResponse")
      draftUpdates.push(...draftUpdatesOf(part));
    else apply(actionResponseOf(partIn(value, "Card.ActionResponse", action.function)));
    return execution;
  };

  const press = (onClick: OnClick): Execution | null => {
    if (onClick.openLink !== undefined) {
      openLink(onClick.openLink);
      return null;
    }
    const action = onClick.action ?? onClick.openDynamicLinkAction;
    if (action === undefined) throw new Error("this does nothing");
    return act(action, onClick[COMPOSE] !== undefined);
  };

  const fieldNamed = (name: string): Field => {
    const fields = fieldsOf(top().card.json);
    const found =
      fields.find((one) => one.name === name) ?? fields.find((one) => one.label === name);
    if (found === undefined)
      throw new Error(
        `no field ${name}; there are ${fields.map((one) => `${one.name} (${one.label})`).join(", ")}`,
      );
    return found;
  };

  const gmail: Gmail = {
    get stack() {
      return stack.map((one) => one.card);
    },
    card: () => top().card,
    toasts,
    opened,
    openedDrafts,
    draftUpdates,
    openMessage: (messageId) => {
      const message = account.mailbox.messages.get(messageId);
      if (message === undefined) throw new Error(`no message ${messageId}`);
      mode = "sidebar";
      people = undefined;
      mail = { messageId, threadId: message.threadId, accessToken: "", isClick: false };
      return opensWith(addOn.contextual, "contextual trigger");
    },
    openHome: () => {
      if (surroundings.client !== "WEB") throw new Error("phones have no home page of add-ons");
      mode = "sidebar";
      people = undefined;
      mail = null;
      return opensWith(addOn.homepage, "home page");
    },
    choose: (label) => {
      const entry = addOn.universal.find((one) => one.label === label);
      if (entry === undefined)
        throw new Error(
          `no universal action ${label}; there are ${addOn.universal.map((one) => one.label).join(", ")}`,
        );
      if ("url" in entry) {
        openLink({ url: entry.url });
        return null;
      }
      const { execution, value } = runWith(entry.handler, {}, true);
      if (execution.fault !== null) return execution;
      const { cards, link } = universalResponseOf(
        partIn(value, "Card.UniversalActionResponse", entry.handler),
      );
      if (cards !== null) show(onlyOne(cards, entry.label));
      if (link !== null) openLink(link);
      return execution;
    },
    click: (label, nth = 0) => {
      const all = clickablesOf(top().card.json);
      const found = all.filter((one) => one.label === label)[nth];
      if (found === undefined)
        throw new Error(
          `nothing to click says ${label}; there are ${all.map((one) => one.label).join(" | ")}`,
        );
      return press(found.onClick);
    },
    fill: (name, value) => {
      const field = fieldNamed(name);
      const values = fieldValues(field, value);
      top().values.set(field.name, values);
      return field.onChange === null ? null : act(field.onChange, false);
    },
    valueOf: (name) => top().values.get(fieldNamed(name).name) ?? [],
    back: () => {
      if (stack.length < 2) throw new Error("there is no card below");
      stack.pop();
    },
    compose: (text: string, draft: ComposeDraft = {}): ComposeResult => {
      const entry = addOn.compose.find((one) => one.text === text);
      if (entry === undefined)
        throw new Error(
          `no compose action ${text}; there are ${addOn.compose.map((one) => one.text).join(", ")}`,
        );
      mode = "compose";
      mail = null;
      people =
        addOn.draftAccess === "METADATA"
          ? {
              toRecipients: draft.to ?? [],
              ccRecipients: draft.cc ?? [],
              bccRecipients: draft.bcc ?? [],
            }
          : undefined;
      const execution = opensWith(entry.handler, "compose action");
      return { execution, card: stack[stack.length - 1]?.card ?? null };
    },
    closeOverlay: () => {
      const link = opened[opened.length - 1];
      if (link === undefined) throw new Error("no link was opened");
      if (link.onClose !== "RELOAD") return null;
      return mail === null
        ? opensWith(addOn.homepage, "home page")
        : opensWith(addOn.contextual, "contextual trigger");
    },
  };
  return gmail;
};

const levelOf = (json: GoogleAppsCard): Level => ({
  card: shownCard(json),
  values: new Map(fieldsOf(json).map((field) => [field.name, field.initial])),
});

const partIn = (value: unknown, of: string | null, handler: string): Part => {
  if (value instanceof Part && (of === null || value.of === of)) return value;
  const given = value instanceof Part ? value.of : String(value);
  throw new Error(`${handler} answered with ${given}${of === null ? "" : `, not ${of}`}`);
};

/** An answer is one card, or a list of one: several would be shown as a list of headers. */
const onlyOne = <T>(value: T | readonly T[], what: string): T => {
  const [first, ...more] = Array.isArray(value) ? (value as readonly T[]) : [value as T];
  if (first === undefined) throw new Error(`the ${what} gave no card`);
  if (more.length > 0) throw new EmulatorGap(`several cards at once: ${what}`);
  return first;
};

const missingIn = ({ card, values }: Level, action: ActionJson): readonly string[] => {
  const fields = fieldsOf(card.json);
  const required =
    action.allWidgetsAreRequired === true
      ? fields.map((one) => one.name)
      : (action.requiredWidgets ?? []);
  return required.filter((name) => (values.get(name) ?? []).length === 0);
};

/** What the person put in, as the field takes it; throws what Gmail does not let them put in. */
const fieldValues = (field: Field, value: FieldValue): readonly string[] => {
  const all = typeof value === "string" ? [value] : value;
  const [first = ""] = all;
  switch (field.kind) {
    case "text":
      if (field.charactersMax !== null && first.length > field.charactersMax)
        throw new Error(`${field.name} takes ${String(field.charactersMax)} characters`);
      return first === "" ? [] : [first];
    case "date":
      if (first === "") return [];
      if (!/^\d{4}-\d\d-\d\d$/.test(first)) throw new Error(`${field.name} takes a day: ${first}`);
      return [String(Date.parse(`${first}T00:00:00Z`))];
    case "time":
    case "date-time":
      return [first];
    case "choice-one":
    case "choice-many":
    case "switch": {
      if (field.kind === "choice-one" && all.length > 1)
        throw new Error(`${field.name} takes one value`);
      return all.map((one) => {
        const option =
          field.options.find((item) => item.value === one) ??
          field.options.find((item) => item.text === one);
        if (option === undefined)
          throw new Error(
            `${field.name} has no ${one}; there are ${field.options.map((item) => item.text || item.value).join(", ")}`,
          );
        return option.value;
      });
    }
    default:
      return field.kind satisfies never;
  }
};

const formOf = ({ card, values }: Level): Readonly<Record<string, FormInput>> =>
  Object.fromEntries(
    fieldsOf(card.json).flatMap((field) => {
      const given = values.get(field.name) ?? [];
      return given.length === 0 ? [] : [[field.name, inputOf(field, given)] as const];
    }),
  );

const inputOf = (field: Field, value: readonly string[]): FormInput => {
  const [first = "0"] = value;
  switch (field.kind) {
    case "date":
      return { dateInput: { msSinceEpoch: first } };
    case "time": {
      const minutes = Math.floor(Number(first) / 60_000);
      return { timeInput: { hours: Math.floor(minutes / 60), minutes: minutes % 60 } };
    }
    case "date-time":
      return { dateTimeInput: { msSinceEpoch: first, hasDate: true, hasTime: true } };
    case "text":
    case "choice-one":
    case "choice-many":
    case "switch":
      return { stringInputs: { value } };
    default:
      return field.kind satisfies never;
  }
};
