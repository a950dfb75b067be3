import { describe, expect, it } from "vitest";
import { claimView } from "#shared/app/claim-view.ts";
import { debtorView } from "#shared/app/debtor-view.ts";
import { declareSent, discardDraft } from "#shared/app/draft-acts.ts";
import { prepareGroupDraft } from "#shared/app/group-draft.ts";
import { markLooked, markPaymentsKnown, voidBatch } from "#shared/app/ledger-acts.ts";
import { recordAct } from "#shared/app/record-act.ts";
import { todayView } from "#shared/app/today-view.ts";
import type { TodayRowView } from "#shared/app/today-list.ts";
import type { DoneView } from "#shared/app/view-parts.ts";
import { GROUP_ENTITIES_MAX, isGroupStep } from "#shared/drafting/group-text.ts";
import { DRAFT_INVOICES_MAX } from "#shared/drafting/text.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { shownText } from "#shared/kernel/text.ts";
import { STEPS } from "#shared/recovery/steps.ts";
import { reasonOf } from "#shared/recovery/reasons.ts";
import {
  MEMBERS_INVOICES_MAX,
  MEMBERS_MAX,
  isEveryday,
  joinGroups,
} from "#shared/recovery/today-groups.ts";
import type { TodayRow } from "#shared/recovery/today-row.ts";
import { filed, mail, seen, stateOf } from "../../fixtures/mails.ts";
import { act, invoiceOf, typeIn } from "../../journeys/ledger-story.ts";
import { CORE_DRIVERS, install, viewOf } from "../../journeys/two-drivers.ts";
import type { Installation } from "../../journeys/two-drivers.ts";
import { openSynchronousDriver } from "../../hosts/synchronous/driver.ts";
import { text } from "./given.ts";

const SHARED = "o.ferrand@groupe-valade.example";

const ROWS = [
  ["Valade Bâtiment SAS", "V-01", 502_000, "2026-10-20"],
  ["Valade Immobilier SARL", "V-02", 400_000, "2026-11-02"],
  ["Valade Négoce SAS", "V-03", 80_050, "2026-11-05"],
  ["Atelier Bloch", "B-01", 115_000, "2026-10-30"],
] as const;

const plain = (said: string): string => said.replace(/[\u00a0\u202f]/g, " ");

const group = async (device: Installation, account: string, email = SHARED): Promise<void> => {
  const [old] = (await stateOf(device, account)).contacts;
  await act(device, account, {
    type: "group-debtor",
    group: { id: null, name: "Groupe Valade" },
  });
  await act(device, account, {
    type: "correct-contact",
    contact: old?.contact ?? "",
    changes: { email },
  });
};

const know = async (device: Installation): Promise<void> => {
  await viewOf(device.run(markPaymentsKnown, { asOf: device.today, source: "bank" }));
  await viewOf(device.run(markLooked, { accounts: [], where: "by-hand" }));
};

const ledger = async (driver: (typeof CORE_DRIVERS)[number]) => {
  const device = await install(driver, "wri-groups");
  const accounts = await typeIn(device, ROWS);
  const [batiment, immobilier, negoce, bloch] = ROWS.map(([name]) => accounts.get(name) ?? "");
  if (!batiment || !immobilier || !negoce || !bloch) throw new Error("no account");
  for (const account of [batiment, immobilier, negoce]) await group(device, account);
  await know(device);
  const rows = async (): Promise<readonly TodayRowView[]> =>
    (await viewOf(device.run(todayView, { canWriteDrafts: true }))).rows;
  const prepare = (accounts: readonly string[]) =>
    viewOf(device.run(prepareGroupDraft, { group: null, accounts, salt: "c3".repeat(16) }));
  const takeBack = async ({ undo }: DoneView) => {
    if (undo === null) throw new Error("nothing to undo");
    return viewOf(device.run(voidBatch, undo));
  };
  return { device, batiment, immobilier, negoce, bloch, rows, prepare, takeBack };
};

const names = (rows: readonly TodayRowView[]): readonly string[] =>
  rows.map(
    ({ word, name, entities }) =>
      `${text(word)} ${name.foreign}${entities === null ? "" : ` ${text(entities)}`}`,
  );

describe.each(CORE_DRIVERS)("a group in today's list on the %s driver", (driver) => {
  it("is one row: its name, how many, the sum, the highest step, the oldest day", async () => {
    const { rows, batiment, immobilier, negoce } = await ledger(driver);
    const list = await rows();
    expect(names(list)).toEqual(["RELANCE Groupe Valade (3 entités)", "RELANCE Atelier Bloch"]);
    const [row] = list;
    expect(row?.amounts.map((amount) => plain(text(amount)))).toEqual(["9 820,50 €"]);
    expect(plain(text(row?.reason ?? null))).toBe("1re relance, 31 j");
    expect(row?.primary.action).toEqual({
      act: "prepare-group-draft",
      accounts: [batiment, immobilier, negoce],
    });
    expect(text(row?.primary.label ?? null)).toBe("Préparer le brouillon");
    expect(row?.more.map(({ label }) => text(label))).toEqual([
      "Pas aujourd'hui",
      "Pourquoi ?",
      "Préparer séparément",
      "Fiche Valade Bâtiment SAS",
      "Fiche Valade Immobilier SARL",
      "Fiche Valade Négoce SAS",
    ]);
  });

  it("says how many invoices are disputed and set aside", async () => {
    const { device, rows, batiment } = await ledger(driver);
    await act(device, batiment, {
      type: "open-dispute",
      on: device.today,
      invoice: invoiceOf("V-01"),
      amount: 100_000,
      reason: "quality",
      quote: null,
      note: null,
      mustAct: "them",
      exchange: null,
    });
    const [row] = await rows();
    expect(plain(text(row?.reason ?? null))).toBe("1re relance, 31 j · 1 facture en litige à part");
    expect(row?.amounts.map((amount) => plain(text(amount)))).toEqual(["8 820,50 €"]);
  });

  it("keeps apart who has another contact, who is an individual, and whose step is formal", async () => {
    const { device, rows, negoce, immobilier, batiment } = await ledger(driver);
    await act(device, negoce, {
      type: "correct-contact",
      contact: (await stateOf(device, negoce)).contacts[0]?.contact ?? "",
      changes: { email: "compta@valade-negoce.example" },
    });
    expect(names(await rows())).toContain("RELANCE Groupe Valade (2 entités)");
    expect(names(await rows())).toContain("RELANCE Valade Négoce SAS");
    await act(device, immobilier, { type: "correct-debtor", changes: { soleTrader: true } });
    expect(names(await rows())).not.toContain("RELANCE Groupe Valade (2 entités)");
    for (const account of [negoce, immobilier, batiment])
      expect((await rows()).some((row) => row.key === `reminder/${account}`)).toBe(true);
  });

  it("is one draft of all its entities, then one row that waits, and one click takes it back", async () => {
    const { device, rows, prepare, takeBack, batiment, immobilier, negoce, bloch } =
      await ledger(driver);
    const [before] = await rows();
    const drafted = await prepare([batiment, immobilier, negoce]);
    expect(device.acts).toHaveLength(1);
    expect(names(await rows())).toEqual([
      "BROUILLON Groupe Valade (3 entités)",
      "RELANCE Atelier Bloch",
    ]);
    for (const account of [batiment, immobilier, negoce]) {
      const { drafts } = await viewOf(device.run(claimView, { account }));
      expect(drafts.map(({ draft }) => draft)).toEqual([drafted.draft]);
      expect(text(drafts[0]?.text ?? null)).toContain("Brouillon commun avec Valade");
    }
    expect((await viewOf(device.run(claimView, { account: bloch }))).drafts).toEqual([]);
    await takeBack(drafted);
    expect((await rows())[0]).toEqual(before);
  });

  it("is declared sent, or discarded, in every entity by one click, and counts as one mail of the day", async () => {
    const { device, rows, prepare, takeBack, batiment, immobilier, negoce } = await ledger(driver);
    const { draft } = await prepare([batiment, immobilier, negoce]);
    const sent = await viewOf(device.run(declareSent, { account: negoce, draft }));
    expect(names(await rows())).toEqual(["RELANCE Atelier Bloch"]);
    for (const account of [batiment, immobilier, negoce])
      expect((await stateOf(device, account)).acts).toHaveLength(1);
    await takeBack(sent);
    expect(names(await rows())).toContain("BROUILLON Groupe Valade (3 entités)");
    await viewOf(device.run(discardDraft, { account: immobilier, draft }));
    expect(names(await rows())).toContain("RELANCE Groupe Valade (3 entités)");
  });

  it("asks once for the mail of a step that every entity took by it", async () => {
    const { device, rows, prepare, batiment, immobilier, negoce } = await ledger(driver);
    const { draft } = await prepare([batiment, immobilier, negoce]);
    await viewOf(device.run(declareSent, { account: negoce, draft }));
    device.today = dateOf("2026-11-23");
    await know(device);
    const list = await rows();
    expect(list.filter(({ wordKey }) => wordKey === "exhibit").map(({ name }) => name)).toEqual([
      { foreign: "Groupe Valade" },
    ]);
  });

  it("is put off whole", async () => {
    const { device, rows, takeBack } = await ledger(driver);
    const off = (await rows())[0]?.more[0]?.action;
    if (off === undefined || !("form" in off)) throw new Error("no form");
    const done = await viewOf(
      device.run(recordAct, {
        account: off.account ?? "",
        also: off.also ?? [],
        command: { type: "put-off", until: dateOf("2026-11-27"), reason: "appel lundi" },
      }),
    );
    expect(names(await rows())).toEqual(["RELANCE Atelier Bloch"]);
    await takeBack(done);
    expect(names(await rows())).toContain("RELANCE Groupe Valade (3 entités)");
  });

  it("is one draft among those to prepare, and of the chips", async () => {
    const { device, batiment, immobilier, negoce, bloch } = await ledger(driver);
    const { drafts } = await viewOf(device.run(todayView, { canWriteDrafts: true }));
    expect(text(drafts?.text ?? null)).toBe("2 brouillons à préparer");
    expect(drafts?.action.action).toEqual({
      act: "prepare-drafts",
      accounts: [bloch],
      groups: [[batiment, immobilier, negoce]],
      oneByOne: false,
    });
  });
});

describe.each(CORE_DRIVERS)(
  "an entity of a group on its own screens, on the %s driver",
  (driver) => {
    it("names the others with what each owes, and the one mail for all", async () => {
      const { device, batiment, immobilier, negoce, bloch } = await ledger(driver);
      const kinOf = async (account: string) => [
        (await viewOf(device.run(claimView, { account }))).kin,
        (await viewOf(device.run(debtorView, { account }))).kin,
      ];
      for (const kin of await kinOf(immobilier)) {
        expect((kin?.title ?? []).map(shownText).join("")).toBe("Groupe Valade");
        expect(kin?.members.map(({ account }) => account)).toEqual([batiment, negoce]);
        expect(kin?.members.map(({ owes }) => plain(text(owes)))).toEqual([
          expect.stringContaining("5 020,00 €"),
          expect.stringContaining("800,50 €"),
        ]);
        expect(kin?.mail).toMatchObject({
          label: { own: "Un seul message pour 3 entités" },
          action: { act: "prepare-group-draft", accounts: [batiment, immobilier, negoce] },
        });
      }
      expect(await kinOf(bloch)).toEqual([null, null]);
    });

    const remind = async (
      device: Installation,
      account: string,
      number: string,
      on: CalendarDate,
    ) =>
      act(device, account, {
        type: "take-step",
        step: "reminder-1",
        on,
        portions: (await stateOf(device, account)).invoices
          .filter((one) => one.number === number)
          .flatMap(({ invoice, portions }) =>
            portions.map(({ portion }) => ({ invoice, portion })),
          ),
        how: "declared",
        exchange: null,
        draft: null,
      });

    it("warns that it is too soon after a mail to the same person for another entity", async () => {
      const { device, batiment, immobilier, bloch } = await ledger(driver);
      const codes = async (account: string) =>
        (await viewOf(device.run(claimView, { account }))).reasons.map(({ code }) => code);
      expect(await codes(immobilier)).not.toContain("too-soon");
      await remind(device, batiment, "V-01", dateOf("2026-11-19"));
      expect(await codes(immobilier)).toContain("too-soon");
      expect(await codes(bloch)).not.toContain("too-soon");
    });

    it("counts the mails to one person over entities against the cap", async () => {
      const { device, batiment, immobilier, negoce } = await ledger(driver);
      for (const [day, account, number] of [
        ["2026-10-22", batiment, "V-01"],
        ["2026-10-26", negoce, "V-03"],
        ["2026-10-29", batiment, "V-01"],
        ["2026-11-03", negoce, "V-03"],
      ] as const)
        await remind(device, account, number, dateOf(day));
      const { reasons } = await viewOf(device.run(claimView, { account: immobilier }));
      expect(reasons.map(({ code }) => code)).toContain("cap-reached");
    });

    it("says so on its row of today's list as well, and of nobody with another contact", async () => {
      const { device, rows, batiment, immobilier, bloch } = await ledger(driver);
      await remind(device, batiment, "V-01", dateOf("2026-11-19"));
      await act(device, immobilier, { type: "group-debtor", group: null });
      const reason = async (account: string) =>
        plain(text((await rows()).find((row) => row.account === account)?.reason ?? null));
      expect(await reason(immobilier)).toContain(`Déjà écrit à ${SHARED} le 19 novembre 2026`);
      expect(await reason(bloch)).not.toContain("19 novembre");
    });
  },
);

describe.each(CORE_DRIVERS)("the answer to a group's mail on the %s driver", (driver) => {
  const answered = async () => {
    const given = await ledger(driver);
    const { device, prepare, batiment, immobilier, negoce } = given;
    const { draft, mail: sent } = await prepare([batiment, immobilier, negoce]);
    await viewOf(device.run(declareSent, { account: batiment, draft }));
    const answer = mail({
      messageId: "<reponse@groupe-valade.example>",
      from: { address: SHARED, name: "Odile Ferrand" },
      inReplyTo: [sent.messageId],
      subject: `Re: ${sent.subject}`,
      text: "Bonjour,\n\nV-02 sera payée le 27 novembre.\n\nOdile Ferrand\n",
      sentAt: "2026-11-20T09:00:00+01:00",
    });
    return { ...given, answer };
  };

  it("is nobody's until a person says whose, the best guess first", async () => {
    const { device, answer, immobilier } = await answered();
    const view = await seen(device, answer);
    expect([view.state, view.account]).toEqual(["choose", null]);
    expect(view.choices).toHaveLength(3);
    expect(view.choices[0]?.account).toBe(immobilier);
  });

  it("is filed under the entity chosen alone, and found there again", async () => {
    const { device, answer, negoce, batiment } = await answered();
    await filed(device, negoce, answer);
    const view = await seen(device, answer);
    expect([view.state, view.account]).toEqual(["claim", negoce]);
    expect((await stateOf(device, batiment)).exchanges).toEqual([]);
  });
});

describe("the accounts that a screen of one asks for", () => {
  it("are those of its group and its addresses, and no other", async () => {
    const device = await ledger("synchronous");
    const copy = openSynchronousDriver(
      "led-00000000000000000001",
      "wri-copy",
      () => ({
        today: device.device.today,
        now: "2026-11-20T08:30:00.000Z",
        by: "",
        language: "fr",
      }),
      (count) => Array.from({ length: count }, (_, index) => String(index).padStart(32, "0")),
    );
    copy.takeIn(await device.device.entries());
    copy.run(claimView, { account: device.batiment });
    expect(copy.shardsRead()).toBe(3);
    copy.run(claimView, { account: device.bloch });
    expect(copy.shardsRead()).toBe(1);
  });
});

describe("what today's list joins", () => {
  const row = (account: string, changes: Partial<TodayRow> = {}): TodayRow => ({
    word: "reminder",
    key: `reminder/${account}`,
    account,
    name: account,
    members: [],
    share: { key: "g/compta@valade.example", group: "Groupe Valade" },
    owner: null,
    amounts: [{ minor: 100, currency: "EUR" }],
    reason: reasonOf("step-due", "says", { step: "reminder-1", days: 5, invoices: 1 }),
    warning: null,
    action: {
      type: "prepare-draft",
      act: {
        step: "reminder-1",
        tone: "courteous",
        currency: "EUR",
        because: "step-due",
        promise: null,
        portions: [],
        lower: [],
        contested: [],
      },
    },
    minutes: 2,
    weight: 1,
    ...changes,
  });

  it("is the same from any order of accounts, and loses no debtor and no cent", () => {
    const rows = Array.from({ length: 30 }, (_, index) =>
      row(`d${String(index).padStart(2, "0")}`, {
        weight: index % 7,
        share: index % 5 === 0 ? null : { key: `g${String(index % 2)}`, group: "G" },
        amounts: [{ minor: index, currency: index % 3 === 0 ? "GBP" : "EUR" }],
      }),
    );
    const joined = joinGroups(rows);
    const byKey = (list: readonly TodayRow[]) => [...list].sort((a, b) => (a.key < b.key ? -1 : 1));
    expect(byKey(joinGroups([...rows].reverse()))).toEqual(byKey(joined));
    const sum = (list: readonly TodayRow[], currency: string): number =>
      list
        .flatMap(({ amounts }) => amounts)
        .filter((one) => one.currency === currency)
        .reduce((all, { minor }) => all + minor, 0);
    for (const currency of ["EUR", "GBP"]) expect(sum(joined, currency)).toBe(sum(rows, currency));
    const accounts = joined.flatMap(({ account, members }) =>
      members.length === 0 ? [account] : members.map((one) => one.account),
    );
    expect(accounts.sort()).toEqual(rows.map(({ account }) => account));
  });

  it("goes into a second mail beyond what one takes", () => {
    const rows = Array.from({ length: MEMBERS_MAX + 2 }, (_, index) => row(`d${String(index)}`));
    expect(joinGroups(rows).map(({ members, key }) => [members.length, key])).toEqual([
      [MEMBERS_MAX, "reminder/g/compta@valade.example"],
      [2, "reminder/g/compta@valade.example/2"],
    ]);
  });

  it("is what one draft takes", () => {
    expect([MEMBERS_MAX, MEMBERS_INVOICES_MAX]).toEqual([GROUP_ENTITIES_MAX, DRAFT_INVOICES_MAX]);
    for (const step of STEPS) expect(isEveryday(step)).toBe(isGroupStep(step));
  });
});
