import { idOfChance } from "#shared/kernel/ids.ts";
import { unreachable } from "#shared/kernel/result.ts";
import type { AccountState } from "./account.ts";
import {
  decided,
  nameGiven,
  notEnded,
  notFound,
  notInFuture,
  somethingChanges,
  textGiven,
} from "./checks.ts";
import type { DebtorCommand } from "./commands.ts";
import { emailHolds, identifiersHold } from "./identifiers.ts";
import { contactIdOf, groupIdOf } from "./ids.ts";
import type { ClaimRefusal, DecideFacts, Decision } from "./refusals.ts";

type Reachable = {
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
};

const reachable = ({ name, email, phone }: Reachable): ClaimRefusal | null =>
  [name, email, phone].every((text) => text === null || text.trim() === "")
    ? { type: "contact-empty", field: "email" }
    : null;

const tidy = (text: string | null): string | null =>
  text === null || text.trim() === "" ? null : text.trim();

const addContact = (
  command: Extract<DebtorCommand, { readonly type: "add-contact" }>,
  state: AccountState,
  facts: DecideFacts,
): Decision => {
  const name = tidy(command.name);
  const email = tidy(command.email)?.toLowerCase() ?? null;
  const phone = tidy(command.phone);
  const known = contactIdOf(state.account, { name, email, phone });
  const there = state.contacts.find((contact) =>
    email === null ? contact.contact === known : contact.email === email,
  );
  const taken: ClaimRefusal | null =
    there !== undefined && there.retired === null
      ? { type: "contact-taken", contact: there.contact, value: email ?? name ?? phone ?? "" }
      : null;
  // Somebody who had left and is back: the retired one stays what it is.
  const contact = state.contacts.some((other) => other.contact === known)
    ? idOfChance("contact", facts.chance)
    : known;
  return decided([reachable({ name, email, phone }), emailHolds("email", email), taken], {
    type: "contact-added",
    data: { contact, name, email, phone, roles: command.roles },
  });
};

const correctContact = (
  command: Extract<DebtorCommand, { readonly type: "correct-contact" }>,
  state: AccountState,
): Decision => {
  const { contact: id, changes } = command;
  const contact = state.contacts.find((known) => known.contact === id);
  if (contact === undefined) return notFound("contact", id);
  const next: Reachable = {
    name: changes.name === undefined ? contact.name : changes.name,
    email: changes.email === undefined ? contact.email : changes.email,
    phone: changes.phone === undefined ? contact.phone : changes.phone,
  };
  return decided(
    [
      notEnded("contact", id, contact.retired),
      somethingChanges("contact", id, changes),
      reachable(next),
      emailHolds("email", changes.email),
    ],
    { type: "contact-corrected", data: { contact: id, changes } },
  );
};

const groupDebtor = (
  { group }: Extract<DebtorCommand, { readonly type: "group-debtor" }>,
  debtor: string,
  ledger: string,
): Decision =>
  group === null
    ? decided([], { type: "debtor-grouped", data: { debtor, group: null, name: null } })
    : decided([nameGiven("group.name", group.name)], {
        type: "debtor-grouped",
        data: { debtor, group: group.id ?? groupIdOf(ledger, group.name), name: group.name },
      });

/** Debtors, their groups, contacts and notes. The account bears the debtor's id. */
export const decideDebtor = (
  command: DebtorCommand,
  state: AccountState,
  facts: DecideFacts,
): Decision => {
  switch (command.type) {
    case "add-debtor": {
      const { type: _, ...data } = command;
      const taken: ClaimRefusal | null =
        state.debtor === null ? null : { type: "debtor-taken", name: state.debtor.name };
      return decided([taken, nameGiven("name", data.name), identifiersHold(data)], {
        type: "debtor-added",
        data: { debtor: state.account, ...data },
      });
    }
    case "correct-debtor": {
      const { changes } = command;
      if (state.debtor === null) return notFound("debtor", state.account);
      const { debtor } = state.debtor;
      return decided(
        [
          somethingChanges("debtor", debtor, changes),
          changes.name === undefined ? null : nameGiven("name", changes.name),
          identifiersHold(changes),
        ],
        { type: "debtor-corrected", data: { debtor, changes } },
      );
    }
    case "group-debtor":
      if (state.debtor === null) return notFound("debtor", state.account);
      return groupDebtor(command, state.debtor.debtor, facts.ledger);
    case "add-contact":
      return addContact(command, state, facts);
    case "correct-contact":
      return correctContact(command, state);
    case "retire-contact": {
      const { type: _, ...data } = command;
      const there = state.contacts.find((contact) => contact.contact === data.contact);
      if (there === undefined) return notFound("contact", data.contact);
      return decided(
        [notEnded("contact", data.contact, there.retired), notInFuture("on", data.on, facts.today)],
        { type: "contact-retired", data },
      );
    }
    case "write-note":
      return decided(
        [textGiven("text", command.text), notInFuture("on", command.on, facts.today)],
        {
          type: "note-written",
          data: { note: idOfChance("note", facts.chance), on: command.on, text: command.text },
        },
      );
    case "remove-note": {
      const { note, reason } = command;
      if (!state.notes.some((known) => known.note === note)) return notFound("note", note);
      return decided([textGiven("reason", reason)], {
        type: "note-removed",
        data: { note, reason },
      });
    }
    default:
      return unreachable(command);
  }
};
