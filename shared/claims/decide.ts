import { err, unreachable } from "#shared/kernel/result.ts";
import type { AccountState } from "./account.ts";
import type { AccountCommand } from "./commands.ts";
import { decideDebtor } from "./decide-debtor.ts";
import { decideDispute } from "./decide-dispute.ts";
import { decideExchange } from "./decide-exchange.ts";
import { decideInvoice } from "./decide-invoice.ts";
import { decidePayment } from "./decide-payment.ts";
import { decidePromise } from "./decide-promise.ts";
import { decideStep } from "./decide-step.ts";
import { accountSchemas } from "./events.ts";
import type { AccountEvent } from "./events.ts";
import type { ClaimRefusal, DecideFacts, Decision } from "./refusals.ts";

const route = (command: AccountCommand, state: AccountState, facts: DecideFacts): Decision => {
  switch (command.type) {
    case "add-debtor":
    case "correct-debtor":
    case "group-debtor":
    case "add-contact":
    case "correct-contact":
    case "retire-contact":
    case "write-note":
    case "remove-note":
      return decideDebtor(command, state, facts);
    case "record-invoice":
    case "correct-invoice":
    case "cancel-invoice":
    case "record-credit-note":
    case "correct-credit-note":
    case "allocate-credit-note":
    case "cancel-credit-note":
      return decideInvoice(command, state, facts);
    case "record-payment":
    case "allocate-payment":
    case "correct-payment":
    case "reverse-payment":
    case "claim-charge":
    case "waive-charge":
      return decidePayment(command, state, facts);
    case "make-promise":
    case "correct-promise":
    case "withdraw-promise":
    case "agree-instalments":
    case "correct-instalments":
    case "end-instalments":
      return decidePromise(command, state, facts);
    case "open-dispute":
    case "correct-dispute":
    case "resolve-dispute":
    case "place-hold":
    case "correct-hold":
    case "lift-hold":
      return decideDispute(command, state, facts);
    case "file-exchange":
    case "correct-exchange":
    case "remove-exchange":
    case "tag-exchange":
    case "attach-document":
    case "correct-document":
    case "remove-document":
      return decideExchange(command, state, facts);
    case "prepare-draft":
    case "discard-draft":
    case "take-step":
    case "waive-step":
    case "put-off":
    case "accept-discrepancy":
      return decideStep(command, state, facts);
    default:
      return unreachable(command);
  }
};

/** What the event's own description would not read back must never be written: it would block the account for ever. */
const describes = ({ type, data }: AccountEvent): ClaimRefusal | null => {
  const parsed = accountSchemas[type].safeParse(data);
  if (parsed.success) return null;
  const path = parsed.error.issues[0]?.path ?? [];
  return { type: "value-invalid", field: path.map(String).join(".") };
};

/** Every act by hand in one account: the events it makes, or why not. */
export const decideAccount = (
  command: AccountCommand,
  state: AccountState,
  facts: DecideFacts,
): Decision => {
  const decision = route(command, state, facts);
  if (!decision.ok) return decision;
  for (const event of decision.value) {
    const refusal = describes(event);
    if (refusal !== null) return err(refusal);
  }
  return decision;
};
