import { err } from "#shared/kernel/result.ts";
import type { AccountState } from "./account.ts";
import type { MoneyFileCommand } from "./file-commands.ts";
import type { DecideFacts, Decision } from "./refusals.ts";

export const decideMoneyFile = (
  command: MoneyFileCommand,
  _state: AccountState,
  _facts: DecideFacts,
): Decision => err({ type: "value-invalid", field: command.type });
