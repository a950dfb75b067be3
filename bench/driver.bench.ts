import { agedView } from "#shared/app/aged-view.ts";
import { openMail } from "#shared/app/open-mail.ts";
import { searchView } from "#shared/app/search-view.ts";
import { todayView } from "#shared/app/today-view.ts";
import { viewOnly } from "#shared/app/use-case.ts";
import type { Loaded, UseCase } from "#shared/app/use-case.ts";
import { balancesOf } from "#shared/claims/balances.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import { ok } from "#shared/kernel/result.ts";
import { emptyTip } from "#shared/ledger/append.ts";
import { messageOf } from "#shared/mail/message.ts";
import { planOf } from "#shared/recovery/account-plan.ts";
import { recoveryContext } from "#shared/recovery/context.ts";
import { openDriver } from "#src/driver/driver.ts";
import type { Driver } from "#src/driver/driver.ts";
import { emptyMemoryPlace, openMemoryStores } from "#src/store/memory.ts";
import type { MemoryPlace } from "#src/store/memory.ts";
import { bigLedger, emailOf } from "../test/fixtures/big-ledger.ts";
import { figure, timed } from "./figure.ts";

const open = async (place: MemoryPlace): Promise<Driver> => {
  const opened = await openDriver(openMemoryStores({ place }), {
    facts: () => ({
      today: dateOf("2026-11-20"),
      now: "2026-11-20T08:00:00.000Z",
      by: "Claire Lacombe",
      language: "fr",
    }),
    chance: (count) => Array.from({ length: count }, (_, index) => String(index).padStart(32, "0")),
    act: () => Promise.resolve(ok(null)),
    build: "bench",
  });
  if (!opened.ok) throw new Error(opened.error.type);
  return opened.value;
};

const everything: UseCase<null, Loaded, never> = {
  name: "everything",
  asks: () => ({ accounts: "all", keys: [], search: false }),
  decide: (_, loaded) => ok(viewOnly(loaded)),
};

export const measured = async (invoices: number): Promise<void> => {
  const { entries, ledger } = bigLedger(invoices);
  const place = emptyMemoryPlace();
  const stores = openMemoryStores({ place });
  await stores.ledger.begin(emptyTip(ledger, "wri-reader"));
  await stores.ledger.takeIn(entries.slice(0, -100));
  const n = entries.length;
  const [first, folded] = await timed(() => open(place));
  figure(`ledger of ${String(invoices)} invoices folded from its log`, folded, "ms", { n });
  await new Promise((resolve) => setTimeout(resolve, 5_000));
  first.close();
  await stores.ledger.takeIn(entries.slice(-100));
  const [driver, ms] = await timed(() => open(place));
  const aims = invoices <= 10_000;
  figure(`ledger of ${String(invoices)} invoices opened from snapshot and tail`, ms, "ms", {
    ...(aims ? { aim: 150 } : {}),
    n,
  });
  const message = messageOf({
    messageId: "<new@debiteur.example>",
    from: { address: emailOf(7), name: "" },
    to: [{ address: "claire@menuiserie-lacombe.example", name: "" }],
    subject: "Re: Facture LAC-2021-000007",
    sentAt: "2026-11-20T09:00:00+01:00",
    text: "Bonjour, le virement partira vendredi 27 novembre.",
  });
  const [, cold] = await timed(() => driver.run(openMail, { message, account: null }));
  figure("first mail opened after that", cold, "ms", { n });
  const [, warm] = await timed(() => driver.run(openMail, { message, account: null }));
  figure("same mail opened again", warm, "ms", { n });
  const [loaded, states] = await timed(() => driver.run(everything, null));
  figure("all states read back", states, "ms", { n });
  await driver.run(searchView, { query: "lac" });
  for (const query of ["LAC-2021-000777", "debiteur 12", "facture inconnue"]) {
    const [, found] = await timed(() => driver.run(searchView, { query }));
    figure(`search for "${query}"`, found, "ms", { ...(aims ? { aim: 50 } : {}), n: invoices });
  }
  const [, today] = await timed(() => driver.run(todayView, { canWriteDrafts: true }));
  figure("today's list", today, "ms", { n: invoices });
  const [, aged] = await timed(() => driver.run(agedView, null));
  figure("aged balance", aged, "ms", { n: invoices });
  if (!loaded.ok) throw new Error("unread");
  const context = recoveryContext(dateOf("2026-11-20"), loaded.value.creditor);
  const [, planned] = await timed(() => {
    for (const state of loaded.value.accounts.values()) planOf(state, balancesOf(state), context);
  });
  figure("plan of every account", planned, "ms", { n: invoices });
};

export const bench = async (): Promise<void> => {
  await measured(10_000);
};
