import type { AccountState } from "#shared/claims/account.ts";
import { fileOf } from "#shared/claims/file.ts";
import type { AccountFile } from "#shared/claims/file.ts";
import { parseCalendarDate } from "#shared/kernel/calendar.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { money } from "#shared/kernel/money.ts";
import type { Currency } from "#shared/kernel/money.ts";
import { foreign } from "#shared/kernel/text.ts";
import type { Foreign } from "#shared/kernel/text.ts";
import { APP_FILE } from "#shared/locales/app-file.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { happening } from "./happening.ts";
import type { Happening } from "./happening.ts";
import { stepWord } from "./screen-facts.ts";
import type { Facts } from "./use-case.ts";

/** What of a debtor's file matters to who reads its history: law, letters and their proofs, who chases, what was let go. */

const typed = (text: string | null): Foreign | null =>
  text === null || text.trim() === "" ? null : foreign(text);

type Blob = { readonly sha256: string; readonly size: number } | null;

const kept = (blob: Blob): Partial<Happening> =>
  blob === null
    ? {}
    : { documentSha256: blob.sha256, documentSize: blob.size, obtained: "as-received" };

type End = { readonly on: CalendarDate; readonly reason: string } | null;

const numberOf = (state: AccountState, id: string): Foreign =>
  foreign(state.invoices.find(({ invoice }) => invoice === id)?.number ?? id);

const currencyOf = (state: AccountState, id: string): Currency =>
  state.invoices.find(({ invoice }) => invoice === id)?.currency ?? "EUR";

/** Adds what the entries of the file rest on: taking those back would leave these without their object. */
export const restOnFile = (state: AccountState, ids: Set<string>): void => {
  if (state.file === null) return;
  const { file } = state;
  for (const { rests } of file.interruptions) if (rests !== null) ids.add(rests);
  for (const { act } of [...file.letters, ...file.letterProofs]) ids.add(act);
  for (const { payment } of file.returns) ids.add(payment);
  for (const { invoice } of [...file.writeOffs, ...file.discounts]) ids.add(invoice);
  for (const { dispute } of file.disputesEntrusted) ids.add(dispute);
  for (const { instalments, exchange } of file.accelerations) {
    ids.add(instalments);
    if (exchange !== null) ids.add(exchange);
  }
  for (const { invoices } of [
    ...file.setOffs,
    ...file.assignments,
    ...file.handOvers,
    ...file.securities,
    ...file.legalFacts,
    ...file.interruptions,
    ...file.suspensions,
  ])
    for (const invoice of invoices) ids.add(invoice);
  for (const { portions } of file.approvals) for (const { invoice } of portions) ids.add(invoice);
};

export const fileHappenings = (state: AccountState, facts: Facts): readonly Happening[] => {
  // Of most accounts nothing of this was ever said.
  if (state.file === null) return [];
  const file = fileOf(state);
  return [
    ...lawHappenings(file, facts),
    ...letterHappenings(state, file, facts),
    ...transferHappenings(file, facts),
    ...balanceHappenings(state, file, facts),
    ...standingHappenings(file, facts),
  ];
};

const endOf =
  (facts: Facts) =>
  (end: End): Sentence | null =>
    end === null
      ? null
      : APP_FILE[facts.language].endedOn(end.on, foreign(end.reason), facts.today);

const lawHappenings = (file: AccountFile, facts: Facts): readonly Happening[] => {
  const words = APP_FILE[facts.language];
  const ended = endOf(facts);
  const { today } = facts;
  return [
    ...file.insolvencies.map((one) =>
      happening({
        key: one.insolvency,
        on: one.judgmentOn ?? one.publishedOn ?? dayOf(one.entry.at, today),
        entry: one.entry,
        text: words.insolvency(
          words.of.insolvency[one.state],
          one.judgmentOn,
          one.publishedOn,
          today,
        ),
        ended: ended(one.ended),
      }),
    ),
    ...file.interruptions.map((one) =>
      happening({
        key: one.interruption,
        on: one.on,
        entry: one.entry,
        text: words.interrupted(words.of.interruption[one.cause]),
        words: typed(one.note),
      }),
    ),
    ...file.suspensions.map((one) =>
      happening({
        key: one.suspension,
        on: one.from,
        entry: one.entry,
        text: words.stayed(words.of.suspension[one.cause], one.from, one.until, today),
        words: typed(one.note),
      }),
    ),
    ...file.legalFacts.map((one) =>
      happening({
        key: one.fact,
        on: one.on,
        entry: one.entry,
        text: [words.of.legalFact[one.kind]],
        words: typed(one.note),
        ...kept(one.blob),
      }),
    ),
    ...file.accelerations.map((one) =>
      happening({
        key: one.notice,
        on: one.on,
        entry: one.entry,
        text: words.accelerated(one.until, today),
      }),
    ),
  ];
};

const dayOf = (at: string, today: CalendarDate): CalendarDate =>
  parseCalendarDate(at.slice(0, 10)) ?? today;

const letterHappenings = (
  state: AccountState,
  file: AccountFile,
  facts: Facts,
): readonly Happening[] => {
  const words = APP_FILE[facts.language];
  const stepOf = (id: string) =>
    stepWord(state.acts.find(({ act }) => act === id)?.step ?? "letter", facts);
  return [
    ...file.letters.map((one) =>
      happening({
        key: `${one.act}/sent`,
        on: one.on,
        entry: one.entry,
        text: words.letter(stepOf(one.act), words.of.letterChannel[one.channel], typed(one.number)),
      }),
    ),
    ...file.letterProofs.map((one) =>
      happening({
        key: one.proof,
        on: one.on,
        entry: one.entry,
        text: words.proof(stepOf(one.act), words.of.letterProof[one.kind]),
        ...kept(one.blob),
        ...(one.obtained === null ? {} : { obtained: one.obtained }),
      }),
    ),
  ];
};

const transferHappenings = (file: AccountFile, facts: Facts): readonly Happening[] => {
  const words = APP_FILE[facts.language];
  const ended = endOf(facts);
  const { today } = facts;
  return [
    ...file.assignments.map((one) =>
      happening({
        key: one.assignment,
        on: one.on,
        entry: one.entry,
        text: words.assigned(one.invoices.length, foreign(one.to), words.of.chaser[one.chaser]),
        words: typed(one.note),
        ended: ended(one.ended),
      }),
    ),
    ...file.handOvers.map((one) =>
      happening({
        key: one.handOver,
        on: one.on,
        entry: one.entry,
        text: words.handedOver(foreign(one.to), words.of.handedTo[one.role]),
        ended: ended(one.ended),
      }),
    ),
    ...file.securities.map((one) =>
      happening({
        key: one.security,
        on: one.on,
        entry: one.entry,
        text: words.security(
          words.of.security[one.kind],
          typed(one.who),
          one.amount === null || one.currency === null ? null : money(one.amount, one.currency),
          one.dueOn,
          today,
        ),
        words: typed(one.note),
        ended:
          one.released === null
            ? null
            : words.releasedOn(one.released.on, foreign(one.released.reason), today),
      }),
    ),
    ...file.insurerConsents.map((one) =>
      happening({
        key: one.consent,
        on: one.on,
        entry: one.entry,
        text: words.consent(one.on, one.until, today),
        words: typed(one.note),
        ...kept(one.blob),
      }),
    ),
    ...file.identities.map((one) =>
      happening({
        key: one.seen,
        on: one.on,
        entry: one.entry,
        text: words.seen(
          words.of.identityPlace[one.where],
          foreign(one.name),
          typed(one.siren),
          one.closed,
        ),
        words: typed(one.source),
        ...kept(one.blob),
      }),
    ),
  ];
};

const balanceHappenings = (
  state: AccountState,
  file: AccountFile,
  facts: Facts,
): readonly Happening[] => {
  const words = APP_FILE[facts.language];
  const { today } = facts;
  return [
    ...file.setOffs.map((one) => {
      const { agreed, refused } = one;
      return happening({
        key: one.setOff,
        on: one.on,
        entry: one.entry,
        text: words.setOff(money(one.amount, one.currency), one.by, typed(one.reference)),
        words: typed(one.note),
        ended:
          agreed !== null
            ? words.agreedOn(agreed.on, today)
            : refused !== null
              ? words.refusedOn(refused.on, foreign(refused.reason), today)
              : null,
      });
    }),
    ...file.writeOffs.map((one) =>
      happening({
        key: one.writeOff,
        on: one.on,
        entry: one.entry,
        text: words.writeOff(
          money(one.amount, currencyOf(state, one.invoice)),
          numberOf(state, one.invoice),
          words.of.writeOff[one.reason],
        ),
        words: typed(one.note),
        ended:
          one.takenBack === null
            ? null
            : words.takenBackOn(one.takenBack.on, foreign(one.takenBack.reason), today),
      }),
    ),
    ...file.returns.flatMap((one) => {
      const payment = state.payments.find((known) => known.payment === one.payment);
      if (payment === undefined) return [];
      return happening({
        key: `${one.payment}/returned`,
        on: one.on,
        entry: one.entry,
        text: words.returned(
          money(payment.amount, payment.currency),
          words.of.returned[one.why],
          typed(one.code),
        ),
        words: typed(one.note),
      });
    }),
  ];
};

const standingHappenings = (file: AccountFile, facts: Facts): readonly Happening[] => {
  const words = APP_FILE[facts.language];
  const { today } = facts;
  const order = file.allocationOrder;
  return [
    ...(order === null
      ? []
      : [
          happening({
            key: `allocation-order/${order.on}`,
            on: order.on,
            entry: order.entry,
            text: words.allocationOrder(
              order.order,
              money(order.principalFirstTotal, order.currency),
              money(order.interestFirstTotal, order.currency),
            ),
          }),
        ]),
    ...file.sensitiveHolds.map((one) =>
      happening({
        key: one.hold,
        on: one.on,
        entry: one.entry,
        // The history is printed and passed on: why is nobody's business there.
        text: words.suspended,
        ended: one.liftedOn === null ? null : words.endedOn(one.liftedOn, null, today),
      }),
    ),
    ...file.approvals.map((one) => {
      const { given, refused } = one;
      return happening({
        key: one.approval,
        on: one.on,
        entry: one.entry,
        text: words.approvalAsked(stepWord(one.step, facts)),
        words: typed(one.note),
        ended:
          given !== null
            ? words.approvalGiven(foreign(given.by), given.on, today)
            : refused !== null
              ? words.approvalRefused(
                  foreign(refused.by),
                  refused.on,
                  foreign(refused.reason),
                  today,
                )
              : null,
      });
    }),
  ];
};
