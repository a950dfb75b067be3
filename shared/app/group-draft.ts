import type { AccountState } from "#shared/claims/account.ts";
import { balancesOf } from "#shared/claims/balances.ts";
import type { AccountBalances } from "#shared/claims/balances.ts";
import type { AccountEvent } from "#shared/claims/events.ts";
import type { DraftFacts } from "#shared/drafting/facts.ts";
import { GROUP_ENTITIES_MAX, draftGroup, isGroupStep } from "#shared/drafting/group-text.ts";
import type { DraftRefusal } from "#shared/drafting/refusal.ts";
import { idOfChance } from "#shared/kernel/ids.ts";
import { err, ok } from "#shared/kernel/result.ts";
import { PRINT_WORDS } from "#shared/locales/print-words.ts";
import { planOf } from "#shared/recovery/account-plan.ts";
import { chasingAddress, contactLoadOf, loadSince } from "#shared/recovery/contact-load.ts";
import { recoveryContext } from "#shared/recovery/context.ts";
import type { AccountPlan, ProposedAct } from "#shared/recovery/proposal.ts";
import { stepRank } from "#shared/recovery/steps.ts";
import type { Step } from "#shared/recovery/steps.ts";
import { chanceAt, done } from "./act-done.ts";
import { draftChargesOf } from "./draft-charges.ts";
import { draftWord, isWaitingStep, oneAccountToPay } from "./draft-choice.ts";
import { preparedEntry } from "./draft-entry.ts";
import { draftFactsOf } from "./draft-facts.ts";
import { freeReference, invoiceFilesOf, mailOf, referenceKeysOf } from "./draft-thread.ts";
import { groupKey } from "./index-keys.ts";
import type { Loaded, MailDraft, UseCase } from "./use-case.ts";
import type { AccountUnknown, DoneView } from "./view-parts.ts";

export type PrepareGroupDraftInput = {
  /** The group, or some of its members by account: of both, all that are found. */
  readonly group: string | null;
  readonly accounts: readonly string[];
  readonly salt: string;
};

export type PrepareGroupDraftView = DoneView & {
  readonly draft: string;
  readonly mail: MailDraft;
  /** The members that the mail speaks of. */
  readonly accounts: readonly string[];
};

export type PrepareGroupDraftRefusal =
  | AccountUnknown
  | DraftRefusal
  | {
      readonly type:
        | "no-creditor"
        | "no-recipient"
        | "payments-never-known"
        | "references-taken"
        | "not-one-group";
    };

type Planned = { readonly state: AccountState; readonly plan: AccountPlan };

/** What one mail can ask of several members of a group that one person answers for. */
export type GroupAct = {
  readonly group: string;
  readonly name: string | null;
  /** Lower case. */
  readonly address: string;
  /** The highest of its members' steps. */
  readonly step: Step;
  /** At least two. */
  readonly members: readonly { readonly account: string; readonly act: ProposedAct }[];
};

/**
 * Members of one group whose next step is an everyday mail to one address: written to in one mail, a table each. An
 * individual is written to alone; a member whose draft waits, or whose step is formal, has a mail of its own.
 */
export const groupActsOf = (accounts: readonly Planned[]): readonly GroupAct[] => {
  const found = new Map<string, { readonly state: AccountState; readonly act: ProposedAct }[]>();
  for (const { state, plan } of accounts) {
    const { debtor } = state;
    const { act } = plan;
    const address = chasingAddress(state);
    if (debtor === null || debtor.group === null || act === null || address === null) continue;
    const individual = debtor.kind === "consumer" || debtor.soleTrader;
    if (individual || !isGroupStep(act.step) || state.drafts.some(isWaitingStep)) continue;
    const key = JSON.stringify([debtor.group.id, address]);
    found.set(key, [...(found.get(key) ?? []), { state, act: oneAccountToPay(act, state) }]);
  }
  return [...found.values()].flatMap((members): GroupAct[] => {
    const [first] = members;
    const group = first?.state.debtor?.group;
    if (first === undefined || group == null || members.length < 2) return [];
    return [
      {
        group: group.id,
        name: group.name,
        address: chasingAddress(first.state) ?? "",
        step: members.reduce<Step>(
          (step, { act }) => (stepRank(act.step) > stepRank(step) ? act.step : step),
          first.act.step,
        ),
        members: members
          .slice(0, GROUP_ENTITIES_MAX)
          .map(({ state, act }) => ({ account: state.account, act })),
      },
    ];
  });
};

/** One draft to the contact that members of a group share; the same entry stands in each of their accounts. */
export const prepareGroupDraft: UseCase<
  PrepareGroupDraftInput,
  PrepareGroupDraftView,
  PrepareGroupDraftRefusal
> = {
  name: "prepare-group-draft",
  asks: ({ group, accounts, salt }, ledger) => ({
    accounts,
    keys: [...referenceKeysOf(ledger, salt), ...(group === null ? [] : [groupKey(group)])],
    search: false,
  }),
  decide: (input, loaded, facts) => {
    const { creditor, paymentsKnown, policy } = loaded.creditor;
    if (creditor === null) return err({ type: "no-creditor" });
    const missing = input.accounts.find((account) => !loaded.accounts.has(account));
    if (missing !== undefined) return err({ type: "account-unknown", account: missing });
    const paymentsKnownOn = paymentsKnown?.asOf;
    if (paymentsKnownOn === undefined) return err({ type: "payments-never-known" });
    const reference = freeReference(loaded, input.salt);
    if (reference === null) return err({ type: "references-taken" });
    const states = membersOf(input, loaded);
    const load = contactLoadOf(states, loadSince(facts.today, policy));
    const context = recoveryContext(facts.today, loaded.creditor, load);
    const told = new Map<string, { state: AccountState; balances: AccountBalances }>();
    const planned = states.map((state) => {
      const balances = balancesOf(state);
      told.set(state.account, { state, balances });
      return { state, plan: planOf(state, balances, context) };
    });
    const [act, ...others] = groupActsOf(planned);
    if (act === undefined || others.length > 0) return err({ type: "not-one-group" });
    const members = act.members.flatMap((member) => {
      const known = told.get(member.account);
      return known === undefined ? [] : [{ ...known, act: member.act }];
    });
    const files = members.flatMap((member) => invoiceFilesOf(member.state, member.act));
    const to = writtenAs(members[0]?.state, act.address);
    const entities = members.map((member): DraftFacts =>
      draftFactsOf(member.act, {
        state: member.state,
        balances: member.balances,
        creditor,
        paymentsKnownOn,
        today: facts.today,
        reference,
        attachments: files.map(({ name }) => name),
        recipients: [to],
        charges: draftChargesOf(member.act, {
          state: member.state,
          balances: member.balances,
          creditor: loaded.creditor,
          today: facts.today,
        }),
      }),
    );
    const text = draftGroup(entities, act.name);
    if (!text.ok) return text;
    const draft = idOfChance("draft", chanceAt(facts, 1));
    const mail = mailOf(text.value, {
      from: creditor.addresses[0] ?? "",
      thread: { to: [to], cc: [], inReplyTo: null, references: [], subject: null },
      reference,
      chance: chanceAt(facts, 2),
      files,
    });
    const accounts = new Map<string, readonly AccountEvent[]>();
    const { messageId, subject } = mail;
    for (const { act: of, state } of members) {
      const prepared = { draft, on: facts.today, reference, messageId, subject, to: mail.to };
      accounts.set(state.account, [preparedEntry(of, state, prepared)]);
    }
    const said = PRINT_WORDS[facts.language].groupReady(
      draftWord(act.step, facts.language),
      members.length,
    );
    const decision = done({ accounts }, said, facts);
    return ok({
      ...decision,
      view: { ...decision.view, draft, mail, accounts: [...accounts.keys()] },
      acts: [{ kind: "save-draft", key: draft, draft: mail }],
    });
  },
};

/** Of the group asked for and the accounts named; keys of references asked for beside them bring no others. */
const membersOf = (
  { group, accounts }: PrepareGroupDraftInput,
  loaded: Loaded,
): readonly AccountState[] => {
  const named = new Set([
    ...accounts,
    ...(group === null ? [] : (loaded.accountsByKey.get(groupKey(group)) ?? [])),
  ]);
  return [...loaded.accounts.values()].filter(({ account }) => named.has(account));
};

/** The address as the contact has it. */
const writtenAs = (state: AccountState | undefined, address: string): string =>
  state?.contacts.find((one) => one.email?.toLowerCase() === address)?.email ?? address;
