import { err, unreachable } from "#shared/kernel/result.ts";
import type { AccountState } from "./account.ts";
import type { AccountCommand } from "./commands.ts";
import { decideDebtor } from "./decide-debtor.ts";
import { decideDispute } from "./decide-dispute.ts";
import { decideExchange } from "./decide-exchange.ts";
import { decideFile } from "./decide-file.ts";
import { decideInvoice } from "./decide-invoice.ts";
import { decideLaw } from "./decide-law.ts";
import { decideMoneyFile } from "./decide-money-file.ts";
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
    case "claim-set-off":
    case "agree-set-off":
    case "refuse-set-off":
    case "write-off-invoice":
    case "take-back-write-off":
    case "offer-discount":
    case "return-payment":
      return decideMoneyFile(command, state, facts);
    case "assign-invoices":
    case "end-assignment":
    case "hand-over-claims":
    case "end-hand-over":
    case "record-insolvency":
    case "end-insolvency":
    case "record-interruption":
    case "record-suspension":
    case "record-legal-fact":
    case "stop-clock":
    case "record-letter-sent":
    case "record-letter-proof":
    case "notice-acceleration":
    case "ask-approval":
    case "give-approval":
    case "refuse-approval":
      return decideLaw(command, state, facts);
    case "set-terms":
    case "set-invoicing-way":
    case "date-performance":
    case "place-sensitive-hold":
    case "lift-sensitive-hold":
    case "record-security":
    case "release-security":
    case "record-identity":
    case "name-payer":
    case "remove-payer":
    case "set-owner":
    case "set-charge-mode":
    case "choose-plan":
    case "set-allocation-order":
    case "set-insurance":
    case "record-insurer-consent":
    case "entrust-dispute":
      return decideFile(command, state, facts);
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
