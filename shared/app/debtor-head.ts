import { foreign } from "#shared/kernel/text.ts";
import { APP_FILE } from "#shared/locales/app-file.ts";
import { anyFormLabel } from "./file-label.ts";
import type { Sheet } from "./file-sheet.ts";
import type { NoticeView } from "./view-parts.ts";

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
