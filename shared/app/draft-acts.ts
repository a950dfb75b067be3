import type { AccountState, Exchange } from "#shared/claims/account.ts";
import { balancesOf } from "#shared/claims/balances.ts";
import { proposedContact } from "#shared/claims/contacts.ts";
import type { CreditorIdentity } from "#shared/claims/creditor.ts";
import type { AccountEvent } from "#shared/claims/events.ts";
import type { Draft } from "#shared/drafting/blocks.ts";
import { replySubject } from "#shared/drafting/mime.ts";
import { recipientsOfReply } from "#shared/drafting/recipients.ts";
import type { DraftRefusal } from "#shared/drafting/refusal.ts";
import { draftText } from "#shared/drafting/text.ts";
import { idOfChance, referenceOf } from "#shared/kernel/ids.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { foreign, own } from "#shared/kernel/text.ts";
import type { Own } from "#shared/kernel/text.ts";
import { MAIL_WORDS } from "#shared/locales/mail-words.ts";
import { recoveryWords } from "#shared/locales/recovery-words.ts";
import { domainOf } from "#shared/mail/domains.ts";
import type { Message } from "#shared/mail/message.ts";
import { planOf } from "#shared/recovery/account-plan.ts";
import { recoveryContext } from "#shared/recovery/context.ts";
import type { ProposedAct } from "#shared/recovery/proposal.ts";
import { isStep } from "#shared/recovery/steps.ts";
import type { Reason } from "#shared/recovery/reasons.ts";
import { chanceAt, done } from "./act-done.ts";
import { stepsOfDraft } from "./draft-steps.ts";
import { draftFactsOf } from "./draft-facts.ts";
import { referenceKey } from "./index-keys.ts";
import type { MailDraft, UseCase } from "./use-case.ts";
import type { AccountUnknown, DoneView } from "./view-parts.ts";

export type PrepareDraftInput = {
  readonly account: string;
  /** The mail of this debtor that is open, whose thread the draft goes on with; null: the last one filed. */
  readonly replyTo: Message | null;
  /** 32 random hexadecimal digits: candidates for the draft's reference are made of them, and asked for beforehand. */
  readonly salt: string;
};

export type PrepareDraftView = DoneView & {
  readonly draft: string;
  readonly mail: MailDraft;
};

export type PrepareDraftRefusal =
  | AccountUnknown
  | DraftRefusal
  | { readonly type: "no-creditor" }
  | { readonly type: "nothing-due"; readonly reasons: readonly Reason[] }
  | { readonly type: "no-recipient" }
  | { readonly type: "payments-never-known" }
  | { readonly type: "call-first" }
  /** A draft prepared earlier is neither sent nor discarded: two would ask twice for the same money. */
  | { readonly type: "draft-waits"; readonly draft: string }
  | { readonly type: "references-taken" };

/** References tried before giving up; two in a row are taken about once in ten million drafts. */
const REFERENCES_TRIED = 4;

/**
 * Drafts the next step: the text of the plan's act, to the right person, under the right thread. It lies in the user's
 * Drafts; nothing is sent.
 */
export const prepareDraft: UseCase<PrepareDraftInput, PrepareDraftView, PrepareDraftRefusal> = {
  name: "prepare-draft",
  asks: ({ account, salt }, ledger) => ({
    accounts: [account],
    keys: referencesOf(ledger, salt).map(referenceKey),
    search: false,
  }),
  decide: (input, loaded, facts) => {
    const { creditor } = loaded.creditor;
    if (creditor === null) return err({ type: "no-creditor" });
    const state = loaded.accounts.get(input.account);
    if (state === undefined) return err({ type: "account-unknown", account: input.account });
    const balances = balancesOf(state);
    const plan = planOf(state, balances, recoveryContext(facts.today, loaded.creditor));
    const { act } = plan;
    if (act === null) return err({ type: "nothing-due", reasons: plan.reasons });
    if (act.step === "call" && !state.exchanges.some((one) => one.kind === "call")) {
      return err({ type: "call-first" });
    }
    const waiting = state.drafts.find((one) => one.state === "prepared");
    if (waiting !== undefined) return err({ type: "draft-waits", draft: waiting.draft });
    const paymentsKnownOn = loaded.creditor.paymentsKnown?.asOf;
    if (paymentsKnownOn === undefined) return err({ type: "payments-never-known" });
    const reference = referencesOf(loaded.ledger, input.salt).find(
      (one) => !loaded.accountsByKey.has(referenceKey(one)),
    );
    if (reference === undefined) return err({ type: "references-taken" });
    const thread = threadOf(state, input.replyTo, creditor);
    if (thread.to.length === 0) return err({ type: "no-recipient" });
    const files = invoiceFilesOf(state, act);
    const text = draftText(
      draftFactsOf(act, {
        state,
        balances,
        creditor,
        paymentsKnownOn,
        today: facts.today,
        reference,
        attachments: files.map((file) => file.name),
        recipients: [...thread.to, ...thread.cc],
      }),
    );
    if (!text.ok) return text;
    const draft = idOfChance("draft", chanceAt(facts, 1));
    const from = creditor.addresses[0] ?? "";
    const mail = mailOf(text.value, { from, thread, reference, chance: chanceAt(facts, 2), files });
    const event: AccountEvent = {
      type: "draft-prepared",
      data: {
        draft,
        step: act.step,
        tone: act.tone,
        on: facts.today,
        language: state.debtor?.language ?? "fr",
        portions: act.portions.map(({ invoice, portion }) => ({ invoice, portion })),
        lower: act.lower.flatMap(({ invoice, portion, next }) =>
          next === null ? [] : [{ invoice, portion, step: next.step }],
        ),
        reference,
        messageId: mail.messageId,
        to: [...mail.to],
        subject: mail.subject,
        promise: act.promise,
      },
    };
    const words = MAIL_WORDS[facts.language];
    const name = foreign(state.debtor?.name ?? state.account);
    const decision = done(
      { accounts: new Map([[state.account, [event]]]) },
      words.draftReady(own(recoveryWords[facts.language].steps[act.step]), name),
      facts,
    );
    return ok({
      ...decision,
      view: { ...decision.view, draft, mail },
      acts: [{ kind: "save-draft", key: draft, draft: mail }],
    });
  },
};

export type DraftInput = { readonly account: string; readonly draft: string };
export type DraftActRefusal =
  | AccountUnknown
  | { readonly type: "draft-unknown"; readonly draft: string }
  | { readonly type: "draft-not-waiting"; readonly draft: string };

/** The user says it went: the step counts as taken today. Found in Sent later, it gains its bytes. */
export const declareSent: UseCase<DraftInput, DoneView, DraftActRefusal> = {
  name: "declare-sent",
  asks: ({ account }) => ({ accounts: [account], keys: [], search: false }),
  decide: ({ account, draft }, loaded, facts) => {
    const found = waitingDraft(loaded.accounts.get(account), account, draft);
    if (!found.ok) return found;
    const events = stepsOfDraft(found.value, facts.today, "declared", null);
    const word = stepWord(found.value.step, facts.language);
    const text = MAIL_WORDS[facts.language].declaredSent(word);
    return ok(done({ accounts: new Map([[account, events]]) }, text, facts));
  },
};

export const discardDraft: UseCase<DraftInput, DoneView, DraftActRefusal> = {
  name: "discard-draft",
  asks: ({ account }) => ({ accounts: [account], keys: [], search: false }),
  decide: ({ account, draft }, loaded, facts) => {
    const found = waitingDraft(loaded.accounts.get(account), account, draft);
    if (!found.ok) return found;
    const event: AccountEvent = { type: "draft-discarded", data: { draft, on: facts.today } };
    const text = MAIL_WORDS[facts.language].draftDiscarded;
    const decision = done({ accounts: new Map([[account, [event]]]) }, text, facts);
    return ok({ ...decision, acts: [{ kind: "discard-draft", key: draft }] });
  },
};

const stepWord = (step: string, language: "fr" | "en"): Own =>
  isStep(step) ? own(recoveryWords[language].steps[step]) : own(step);

const waitingDraft = (
  state: AccountState | undefined,
  account: string,
  draft: string,
): Result<AccountState["drafts"][number], DraftActRefusal> => {
  if (state === undefined) return err({ type: "account-unknown", account });
  const found = state.drafts.find((one) => one.draft === draft);
  if (found === undefined) return err({ type: "draft-unknown", draft });
  return found.state === "prepared" ? ok(found) : err({ type: "draft-not-waiting", draft });
};

const referencesOf = (ledger: string, salt: string): readonly string[] =>
  Array.from({ length: REFERENCES_TRIED }, (_, index) =>
    referenceOf(`${ledger} ${salt} ${String(index)}`),
  );

type Thread = {
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  /** Null: a mail of its own, with its own subject. */
  readonly subject: string | null;
};

/** The thread to go on with: the open mail's, else that of the last mail exchanged with a contact still in office. */
const threadOf = (
  state: AccountState,
  replyTo: Message | null,
  creditor: CreditorIdentity,
): Thread => {
  const active = state.contacts.filter((one) => one.retired === null && one.email !== null);
  const known = active.map((one) => one.email ?? "");
  const isIndividual = state.debtor?.kind === "consumer" || state.debtor?.soleTrader === true;
  const reply = (message: Parameters<typeof recipientsOfReply>[0]["message"]) =>
    recipientsOfReply({
      message,
      knownContacts: known,
      ownAddresses: creditor.addresses,
      debtorIsIndividual: isIndividual,
    });
  if (replyTo !== null) {
    const { to, cc } = reply({
      from: replyTo.from?.address ?? null,
      replyTo: replyTo.replyTo.map((one) => one.address),
      to: replyTo.to.map((one) => one.address),
      cc: replyTo.cc.map((one) => one.address),
    });
    const references = [
      ...replyTo.references,
      ...(replyTo.messageId === null ? [] : [replyTo.messageId]),
    ];
    if (isKnownTo(to, known)) {
      return { to, cc, inReplyTo: replyTo.messageId, references, subject: replyTo.subject };
    }
  }
  const last = lastMailOf(state, known);
  if (last !== null) {
    const { to, cc } = reply({ from: last.from, replyTo: [], to: last.to, cc: [] });
    if (isKnownTo(to, known)) {
      const references = last.messageId === null ? [] : [last.messageId];
      return { to, cc, inReplyTo: last.messageId, references, subject: last.subject };
    }
  }
  const contact = proposedContact(state, "chasing");
  return {
    to: contact?.email == null ? [] : [contact.email],
    cc: [],
    inReplyTo: null,
    references: [],
    subject: null,
  };
};

/** Never to somebody we do not know as this debtor's contact: a stranger's mail may have matched by its words. */
const isKnownTo = (to: readonly string[], known: readonly string[]): boolean =>
  to.length > 0 &&
  to.every((address) => known.some((one) => one.toLowerCase() === address.toLowerCase()));

const lastMailOf = (state: AccountState, known: readonly string[]): Exchange | null => {
  const folded = new Set(known.map((one) => one.toLowerCase()));
  let last: Exchange | null = null;
  for (const exchange of state.exchanges) {
    const withContact = [exchange.from ?? "", ...exchange.to].some((one) =>
      folded.has(one.toLowerCase()),
    );
    const fits =
      exchange.kind === "mail" && exchange.direction !== "internal" && !exchange.automatic;
    if (
      fits &&
      withContact &&
      exchange.messageId !== null &&
      (last === null || exchange.at >= last.at)
    ) {
      last = exchange;
    }
  }
  return last;
};

type InvoiceFile = { readonly name: string; readonly type: string; readonly sha256: string };

/** Copies of the invoices the act asks for, where their files were kept. */
const invoiceFilesOf = (state: AccountState, act: ProposedAct): readonly InvoiceFile[] => {
  const asked = new Set([...act.portions, ...act.lower].map((one) => one.invoice));
  return state.documents.flatMap((document) =>
    document.kind === "invoice" &&
    document.removed === null &&
    document.blob !== null &&
    document.invoice !== null &&
    asked.has(document.invoice)
      ? [{ name: document.name, type: "application/pdf", sha256: document.blob.sha256 }]
      : [],
  );
};

const mailOf = (
  text: Draft,
  parts: {
    readonly from: string;
    readonly thread: Thread;
    readonly reference: string;
    readonly chance: string;
    readonly files: readonly InvoiceFile[];
  },
): MailDraft => {
  const { thread, from, reference } = parts;
  return {
    from,
    to: thread.to,
    cc: thread.cc,
    subject: thread.subject === null ? text.subject : replySubject(thread.subject),
    text: text.text,
    html: text.html,
    messageId: `${parts.chance}.${reference.toLowerCase()}@${domainOf(from)}`,
    inReplyTo: thread.inReplyTo,
    references: thread.references,
    reference,
    attachments: parts.files,
  };
};
