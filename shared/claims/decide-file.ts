import { err } from "#shared/kernel/result.ts";
import type { AccountState } from "./account.ts";
import type { FileCommand } from "./file-commands.ts";
import type { DecideFacts, Decision } from "./refusals.ts";

export const decideFile = (
  command: FileCommand,
  _state: AccountState,
  _facts: DecideFacts,
): Decision => err({ type: "value-invalid", field: command.type });
