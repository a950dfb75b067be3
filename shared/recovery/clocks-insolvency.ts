import type { AccountState } from "#shared/claims/account.ts";
import type { AccountBalances } from "#shared/claims/balances.ts";
import { fileOf } from "#shared/claims/file.ts";
import type { Insolvency } from "#shared/claims/file.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { claimDeclarationOf, deadlineOf } from "#shared/law/deadlines.ts";
import type { WorkingCalendar } from "#shared/law/holidays.ts";
import { insolvencyOf, stopsClaim } from "#shared/law/insolvency.ts";
import { lawCountryOf } from "#shared/law/regime.ts";
import { bornOn } from "./claim-birth.ts";
import { clockOfDeadline } from "./clocks-found.ts";
import type { FoundClock } from "./clocks.ts";
import type { RecoveryContext } from "./context.ts";

const isStanding = ({ ended }: Insolvency, today: CalendarDate): boolean =>
  ended === null || ended.on > today;

/** Declaration, relief from its lapse, and retention of title: for what was born before the judgment. */
export const insolvencyClocks = (
  state: AccountState,
  balances: AccountBalances,
  days: WorkingCalendar,
  { today, creditor }: RecoveryContext,
): readonly FoundClock[] => {
  const file = fileOf(state);
  const out: FoundClock[] = [];
  for (const insolvency of file.insolvencies) {
    const deadlines = insolvencyOf(insolvency.state).deadlines;
    if (deadlines.length === 0 || !isStanding(insolvency, today)) continue;
    const { publishedOn, judgmentOn } = insolvency;
    const earlier = balances.invoices
      .filter(
        ({ open, invoice }) =>
          open > 0 && stopsClaim(insolvency.state, bornOn(file, invoice), judgmentOn) !== false,
      )
      .map(({ invoice }) => invoice.invoice);
    // A court of another country opens it under a law that is not held here: its deadline is unknown, not French.
    const french = lawCountryOf(state.debtor?.country ?? "FR") === "FR";
    const startOn = french ? publishedOn : null;
    const needs = [french ? ("publication-date" as const) : ("law-of-claim" as const)];
    if (earlier.length > 0) {
      const declaration = claimDeclarationOf(startOn, creditor.policy.outsideMainland, days);
      out.push(clockOfDeadline("claim-declaration", declaration, earlier, needs, false));
      const { lastOn } = declaration;
      if (lastOn !== null && lastOn < today) {
        const relief = deadlineOf("relief-from-forfeiture", startOn, days);
        out.push(clockOfDeadline("relief-from-forfeiture", relief, earlier, needs, false));
      }
    }
    for (const security of file.securities) {
      if (security.kind !== "retention-of-title" || security.released !== null) continue;
      const goods = earlier.filter(
        (id) => security.invoices.length === 0 || security.invoices.includes(id),
      );
      if (goods.length === 0) continue;
      const claim = deadlineOf("retention-of-title", startOn, days);
      out.push(clockOfDeadline("retention-of-title", claim, goods, needs, false));
    }
  }
  return out;
};
