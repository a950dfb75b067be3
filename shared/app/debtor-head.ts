import { foreign } from "#shared/kernel/text.ts";
import type { Own } from "#shared/kernel/text.ts";
import { APP_FILE } from "#shared/locales/app-file.ts";
import type { RecoveryContext } from "#shared/recovery/context.ts";
import { SERIOUS_STEPS, isSerious, missingFor } from "#shared/recovery/missing.ts";
import type { MissingCode } from "#shared/recovery/missing.ts";
import { stepRank } from "#shared/recovery/steps.ts";
import type { Step } from "#shared/recovery/steps.ts";
import type { GroupView } from "./debtor-groups.ts";
import { anyFormLabel } from "./file-label.ts";
import { invoiceNumber } from "./file-sheet.ts";
import type { Sheet } from "./file-sheet.ts";
import { stepWord } from "./screen-facts.ts";
import type { FormKind, NoticeView } from "./view-parts.ts";

/** What stands over everything else of a debtor: calm lines, the hold first. */
export const standingOf = (sheet: Sheet): readonly NoticeView[] => {
  const { file, facts, on } = sheet;
  const { today } = facts;
  const words = APP_FILE[facts.language].standing;
  const { of } = APP_FILE[facts.language];
  const { account } = on.state;
  const paused = file.sensitiveHolds.filter(({ liftedOn }) => liftedOn === null);
  const assigned = file.assignments.filter(({ ended }) => ended === null);
  return [
    ...paused.map(({ hold, on: since }): NoticeView => ({
      key: `standing/${hold}`,
      tone: "info",
      text: words.sensitive(since, today),
      action: {
        key: `standing/${hold}/lift`,
        label: anyFormLabel("lift-sensitive-hold", facts),
        action: { form: "lift-sensitive-hold", account, subject: hold },
      },
    })),
    ...file.insolvencies
      .filter(({ ended }) => ended === null)
      .map(({ insolvency, state, judgmentOn }): NoticeView => ({
        key: `standing/${insolvency}`,
        tone: "warning",
        text:
          state === "conciliation"
            ? words.conciliation
            : words.insolvent(of.insolvency[state], judgmentOn, today),
        action: null,
      })),
    ...file.handOvers
      .filter(({ ended }) => ended === null)
      .map(({ handOver, to, role, on: since }): NoticeView => ({
        key: `standing/${handOver}`,
        tone: "info",
        text: words.handedOver(foreign(to), of.handedTo[role], since, today),
        action: null,
      })),
    ...assigned.map(({ assignment, to, invoices }): NoticeView => ({
      key: `standing/${assignment}`,
      tone: "info",
      text: words.assigned(invoices.length, foreign(to)),
      action: null,
    })),
  ];
};

/** Where what is lacking is entered; null: nowhere in this debtor's file. */
const FILLED_BY: Readonly<Record<MissingCode, FormKind | null>> = {
  debtor: "debtor",
  address: "debtor",
  siren: "debtor",
  "identity-check": "identity",
  "invoice-copy": "document",
  "order-or-contract": "document",
  "delivery-proof": "document",
  terms: "terms",
  "order-number": "invoice",
  "service-code": "invoicing-way",
  mediator: null,
  "letter-sent": "letter-sent",
  "letter-deposit": "letter-proof",
  "letter-presentation": "letter-proof",
  "sent-mail": "document",
};

const nextSerious = (sheet: Sheet): Step | null => {
  const ranks = sheet.on.plan.portions.flatMap(({ next }) =>
    next === null ? [] : [stepRank(next.step)],
  );
  if (ranks.length === 0) return null;
  const highest = Math.max(...ranks);
  return SERIOUS_STEPS.find((step) => stepRank(step) >= highest) ?? null;
};

/** What the file lacks before the next serious step, each with the form that fills it. */
export const missingGroup = (sheet: Sheet, context: RecoveryContext): GroupView | null => {
  const { facts, on } = sheet;
  const words = APP_FILE[facts.language];
  const step = nextSerious(sheet);
  if (step === null) return null;
  const found = missingFor(on.state, step, context);
  if (found.length === 0) return null;
  const items = found.map(({ code, invoices, needed }) => {
    const form = FILLED_BY[code];
    const [first = null] = invoices ?? [];
    const subject = form === "debtor" ? on.state.account : form === "invoice" ? first : null;
    const note: Own | null = needed === "advised" ? words.advised : null;
    return {
      key: `missing/${code}`,
      text: words.lack(
        words.lacks[code],
        (invoices ?? []).map((id) => invoiceNumber(sheet, id)),
      ),
      words: null,
      note: note === null ? [] : [note],
      done: false,
      actions:
        form === null
          ? []
          : [
              {
                key: `missing/${code}/fill`,
                label: anyFormLabel(form, facts),
                action: { form, account: on.state.account, subject },
              },
            ],
    };
  });
  const title = words.missing(stepWord(step, facts));
  return {
    key: "missing",
    title,
    count: items.length,
    // Before the step is near, it can wait folded.
    open: on.plan.portions.some(({ next }) => next !== null && isSerious(next.step)),
    fields: [],
    notices: [],
    sections: [{ key: "missing", title, hint: null, items, none: words.none, add: null }],
    adds: [],
  };
};
