import type { AccountState } from "#shared/claims/account.ts";
import { balancesOf } from "#shared/claims/balances.ts";
import type { AccountBalances } from "#shared/claims/balances.ts";
import type { Look } from "#shared/claims/creditor.ts";
import { lookAt } from "#shared/claims/evolve-creditor.ts";
import { capital, own } from "#shared/kernel/text.ts";
import type { Own } from "#shared/kernel/text.ts";
import { APP_CLAIM } from "#shared/locales/app-claim.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { recoveryWords } from "#shared/locales/recovery-words.ts";
import { planOf } from "#shared/recovery/account-plan.ts";
import { contactLoadOf, loadSince } from "#shared/recovery/contact-load.ts";
import { recoveryContext } from "#shared/recovery/context.ts";
import type { RecoveryContext } from "#shared/recovery/context.ts";
import type { AccountPlan } from "#shared/recovery/proposal.ts";
import { sayReason } from "#shared/recovery/reasons.ts";
import type { Reason } from "#shared/recovery/reasons.ts";
import { draftWord } from "./draft-choice.ts";
import type { Facts, Loaded } from "./use-case.ts";
import type { FactLineView, ReasonView } from "./view-parts.ts";
import { wallClock } from "./wall-clock.ts";

/** What the screens of one account and of all of them read the same way. */
export type AccountOnScreen = {
  readonly state: AccountState;
  readonly balances: AccountBalances;
  readonly plan: AccountPlan;
};

/** Where several accounts are loaded, mails to one address are counted over all of them. */
export const contextOf = ({ creditor, accounts }: Loaded, { today }: Facts): RecoveryContext => {
  const since = loadSince(today, creditor.policy);
  const load = accounts.size > 1 ? contactLoadOf(accounts.values(), since) : null;
  return recoveryContext(today, creditor, load);
};

export const accountOnScreen = (state: AccountState, context: RecoveryContext): AccountOnScreen => {
  const balances = balancesOf(state);
  return { state, balances, plan: planOf(state, balances, context) };
};

export const accountsOnScreen = (
  loaded: Loaded,
  context: RecoveryContext,
): readonly AccountOnScreen[] =>
  [...loaded.accounts.values()].map((state) => accountOnScreen(state, context));

/** How far payments are known, and whether that is too long ago. */
export const paymentsLine = (context: RecoveryContext, facts: Facts): FactLineView => {
  const words = APP_CLAIM[facts.language].facts;
  const { creditor, paymentsKnown } = context.creditor;
  const importing = {
    key: "import-payments",
    label: words.import,
    action: { go: "import" as const },
  };
  const upToDate = {
    key: "payments-known",
    label: words.paymentsUpToDate,
    action: { act: "payments-known" as const, asOf: facts.today },
  };
  if (paymentsKnown === null) {
    return { text: words.paymentsNever, stale: true, actions: [importing, upToDate] };
  }
  const noted = wallClock(paymentsKnown.at, creditor?.timeZone ?? "");
  const clock = noted !== null && noted.on === paymentsKnown.asOf ? noted.clock : null;
  const stale = paymentsKnown.asOf < context.freshFrom;
  return {
    text: words.paymentsKnown(paymentsKnown.asOf, clock, facts.today),
    stale,
    actions: stale ? [importing, upToDate] : [],
  };
};

/** When answers were last looked for: of everybody, or of one account. A tick that nobody gave is never shown. `holds`: a step waits for it. */
export const answersLine = (
  context: RecoveryContext,
  facts: Facts,
  account: string | null,
  holds = false,
): FactLineView => {
  const words = APP_CLAIM[facts.language].facts;
  const look: Look | null =
    account === null ? context.creditor.lastLook : lookAt(context.creditor, account);
  const looked = {
    key: "looked",
    label: words.looked,
    action: { act: "looked" as const, accounts: account === null ? [] : [account] },
  };
  if (look === null) return { text: words.answersNever, stale: true, actions: [looked] };
  const noted = wallClock(look.at, context.creditor.creditor?.timeZone ?? "");
  const stale = holds || look.on < context.freshFrom;
  return {
    text: words.answersSeen(look.on, noted?.on === look.on ? noted.clock : null, facts.today),
    stale,
    actions: stale ? [looked] : [],
  };
};

export const reasonText = (reason: Reason, facts: Facts): Sentence =>
  sayReason(recoveryWords[facts.language].reasons, reason);

const TONES = {
  forbid: "danger",
  "forbid-higher": "warning",
  "forbid-formal": "warning",
  warn: "warning",
  says: "info",
} as const;

/** What stands in the way because the debtor or the user said so: nothing is wrong. */
const CALM: readonly Reason["code"][] = [
  "promise-running",
  "instalments-running",
  "hold",
  "put-off",
  "sensitive-hold",
  "handed-over",
  "assigned",
];

export const reasonView = (reason: Reason, facts: Facts): ReasonView => ({
  code: reason.code,
  tone: CALM.includes(reason.code) ? "info" : TONES[reason.effect],
  text: reasonText(reason, facts),
  blocks: reason.effect !== "warn" && reason.effect !== "says",
});

/** A step's name as a label: a step of a later version is shown by its key. */
export const stepWord = (step: string, facts: Facts): Own =>
  own(capital(draftWord(step, facts.language).own));
