import { idOfChance } from "#shared/kernel/ids.ts";
import { unreachable } from "#shared/kernel/result.ts";
import type { AccountState, Exchange } from "./account.ts";
import {
  decided,
  invoicesStand,
  nameGiven,
  notEnded,
  notFound,
  notInFuture,
  somethingChanges,
  textGiven,
} from "./checks.ts";
import type { ExchangeCommand } from "./commands.ts";
import { exchangeIdOf } from "./ids.ts";
import type { ClaimRefusal, DecideFacts, Decision } from "./refusals.ts";

type Command<K extends ExchangeCommand["type"]> = Extract<ExchangeCommand, { readonly type: K }>;

/** The same mail with bytes that are here already says nothing new; with other bytes it is another version. */
const notFiledYet = (there: Exchange | undefined, sha256: string | null): ClaimRefusal | null =>
  there !== undefined &&
  (sha256 === null || there.versions.some((version) => version.sha256 === sha256))
    ? { type: "already-filed", exchange: there.exchange }
    : null;

const namesSomething = (state: AccountState, invoices: readonly string[]): ClaimRefusal | null => {
  const unknown = invoices.find((id) => !state.invoices.some((invoice) => invoice.invoice === id));
  return unknown === undefined ? null : { type: "no-such-invoice", invoice: unknown };
};

const fileExchange = (
  command: Command<"file-exchange">,
  state: AccountState,
  facts: DecideFacts,
): Decision => {
  const { type: _, ...data } = command;
  const exchange =
    data.messageId === null ? idOfChance("exchange", facts.chance) : exchangeIdOf(data.messageId);
  const there = state.exchanges.find((known) => known.exchange === exchange);
  return decided(
    [
      notFiledYet(there, data.blob === null ? null : data.blob.sha256),
      // A mail bears the date that its sender gave it: only what is typed can be asked to be past.
      data.kind === "mail" ? null : notInFuture("on", data.on, facts.today),
      namesSomething(state, data.invoices),
    ],
    { type: "exchange-filed", data: { exchange, ...data } },
  );
};

const changeExchange = (
  command: Command<"correct-exchange" | "remove-exchange" | "tag-exchange">,
  there: Exchange,
  state: AccountState,
  facts: DecideFacts,
): Decision => {
  const { exchange } = command;
  switch (command.type) {
    case "correct-exchange": {
      const { changes } = command;
      return decided(
        [
          somethingChanges("exchange", exchange, changes),
          changes.on === undefined || there.kind === "mail"
            ? null
            : notInFuture("on", changes.on, facts.today),
          namesSomething(state, changes.invoices ?? []),
        ],
        { type: "exchange-corrected", data: { exchange, changes } },
      );
    }
    case "remove-exchange":
      return decided([textGiven("reason", command.reason)], {
        type: "exchange-removed",
        data: { exchange, reason: command.reason },
      });
    case "tag-exchange": {
      const { type: _, ...data } = command;
      return decided([], { type: "exchange-tagged", data });
    }
    default:
      return unreachable(command);
  }
};

const changeDocument = (
  command: Command<"correct-document" | "remove-document">,
  state: AccountState,
  facts: DecideFacts,
): Decision => {
  const { document, reason } = command;
  const there = state.documents.find((known) => known.document === document);
  if (there === undefined) return notFound("document", document);
  const wrong = notEnded("document", document, there.removed) ?? textGiven("reason", reason);
  const removal = { type: "document-removed", data: { document, reason } } as const;
  if (command.type === "remove-document") return decided([wrong], removal);
  const { kind, name, on, invoice, blob, obtained } = command;
  return decided(
    [
      wrong,
      nameGiven("name", name),
      notInFuture("on", on, facts.today),
      invoice === null ? null : invoicesStand(state, [invoice], null),
    ],
    removal,
    {
      type: "document-attached",
      data: {
        document: idOfChance("document", facts.chance),
        kind,
        name,
        on,
        invoice,
        blob,
        obtained,
      },
    },
  );
};

/** Mails, calls, letters and meetings; their tags; documents. */
export const decideExchange = (
  command: ExchangeCommand,
  state: AccountState,
  facts: DecideFacts,
): Decision => {
  switch (command.type) {
    case "file-exchange":
      return fileExchange(command, state, facts);
    case "correct-exchange":
    case "remove-exchange":
    case "tag-exchange": {
      const there = state.exchanges.find((known) => known.exchange === command.exchange);
      return there === undefined
        ? notFound("exchange", command.exchange)
        : changeExchange(command, there, state, facts);
    }
    case "attach-document": {
      const { type: _, ...data } = command;
      return decided(
        [
          nameGiven("name", data.name),
          notInFuture("on", data.on, facts.today),
          data.invoice === null ? null : namesSomething(state, [data.invoice]),
        ],
        {
          type: "document-attached",
          data: { document: idOfChance("document", facts.chance), ...data },
        },
      );
    }
    case "correct-document":
    case "remove-document":
      return changeDocument(command, state, facts);
    default:
      return unreachable(command);
  }
};
