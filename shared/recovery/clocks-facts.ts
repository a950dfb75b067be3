import type { AccountState } from "#shared/claims/account.ts";
import type { AccountBalances } from "#shared/claims/balances.ts";
import { fileOf } from "#shared/claims/file.ts";
import type { LegalFact } from "#shared/claims/file.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { earliest } from "#shared/kernel/calendar.ts";
import { deadlineOf, oppositionOf, orderServiceOf } from "#shared/law/deadlines.ts";
import type { WorkingCalendar } from "#shared/law/holidays.ts";
import { clockOfDeadline, openOf } from "./clocks-found.ts";
import type { FoundClock } from "./clocks.ts";

/** Two facts are of one matter where they name a common invoice; one that names none is of all. */
const sameMatter = (a: LegalFact, b: LegalFact): boolean =>
  a.invoices.length === 0 ||
  b.invoices.length === 0 ||
  a.invoices.some((id) => b.invoices.includes(id));

const firstAfter = (
  facts: readonly LegalFact[],
  of: LegalFact,
  kinds: readonly LegalFact["kind"][],
): CalendarDate | null =>
  earliest(
    facts
      .filter((fact) => kinds.includes(fact.kind) && fact.on >= of.on && sameMatter(fact, of))
      .map(({ on }) => on),
  );

const SERVED = ["order-served-in-person", "order-served-otherwise"] as const;

/** Dated facts of a procedure that the user recorded, each with the deadlines that run from it. */
export const factClocks = (
  state: AccountState,
  balances: AccountBalances,
  days: WorkingCalendar,
): readonly FoundClock[] => {
  const { legalFacts } = fileOf(state);
  const out: FoundClock[] = [];
  for (const fact of legalFacts) {
    const invoices = openOf(balances, fact.invoices);
    if (invoices.length === 0) continue;
    const after = (...kinds: readonly LegalFact["kind"][]): CalendarDate | null =>
      firstAfter(legalFacts, fact, kinds);
    switch (fact.kind) {
      case "order-issued":
        out.push(
          clockOfDeadline(
            "order-service",
            orderServiceOf(fact.on, days),
            invoices,
            [],
            after(...SERVED) !== null,
          ),
        );
        break;
      case "order-served-in-person":
      case "order-served-otherwise": {
        const opposed = after("opposition-known") !== null;
        const inPerson = fact.kind === "order-served-in-person";
        const personalActOn = inPerson ? null : after("order-served-in-person");
        // The later service in person has a clock of its own.
        if (personalActOn === null) {
          const opposition = oppositionOf(
            { servedOn: fact.on, inPerson, personalActOn: null, seizureOn: null },
            days,
          );
          out.push(
            clockOfDeadline("order-opposition", opposition, invoices, ["act-in-person"], opposed),
          );
        }
        const notice = deadlineOf("order-opposition-notice", fact.on, days);
        out.push(clockOfDeadline("order-opposition-notice", notice, invoices, [], opposed));
        break;
      }
      case "costs-letter-received":
        out.push(
          clockOfDeadline(
            "order-costs-deposit",
            deadlineOf("order-costs-deposit", fact.on, days),
            invoices,
            [],
            false,
          ),
        );
        break;
      case "lawyer-letter-received":
        out.push(
          clockOfDeadline(
            "order-lawyer",
            deadlineOf("order-lawyer", fact.on, days),
            invoices,
            [],
            false,
          ),
        );
        break;
      case "business-sale-published":
        out.push(
          clockOfDeadline(
            "business-sale-opposition",
            deadlineOf("business-sale-opposition", fact.on, days),
            invoices,
            [],
            false,
          ),
        );
        break;
      case "cheque-certificate": {
        // Obtained and not served: its time to pay has not begun.
        if (after("cheque-certificate-served") !== null) break;
        const waiting = deadlineOf("unpaid-cheque-payment", null, days);
        out.push(
          clockOfDeadline(
            "unpaid-cheque-payment",
            waiting,
            invoices,
            ["certificate-served"],
            false,
          ),
        );
        break;
      }
      case "cheque-certificate-served":
        out.push(
          clockOfDeadline(
            "unpaid-cheque-payment",
            deadlineOf("unpaid-cheque-payment", fact.on, days),
            invoices,
            [],
            false,
          ),
        );
        break;
      case "opposition-known":
        break;
    }
  }
  return out;
};
