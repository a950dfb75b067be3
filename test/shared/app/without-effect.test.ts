import { describe, expect, it } from "vitest";
import { confirmReading } from "#shared/app/confirm-reading.ts";
import { voidBatch } from "#shared/app/ledger-acts.ts";
import { todayView } from "#shared/app/today-view.ts";
import {
  confirmReadings,
  leaveRepliesWithoutEffect,
  leaveWithoutEffect,
} from "#shared/app/without-effect.ts";
import { shownText } from "#shared/kernel/text.ts";
import { repliesToRead } from "#shared/recovery/gates.ts";
import { file, filed, mail, seen, stateOf, tag } from "../../fixtures/mails.ts";
import { typeIn } from "../../journeys/ledger-story.ts";
import { CORE_DRIVERS, install, viewOf } from "../../journeys/two-drivers.ts";
import type { Installation } from "../../journeys/two-drivers.ts";

const SURE = "Bonjour,\n\nLe virement de 1 150,00 € partira le 27 novembre 2026.\n";
const FRAUD =
  "Bonjour,\n\nNous avons changé de banque, merci de noter notre nouveau RIB : FR76 3000 6000 0112 3456 7890 189.\n";

const leave = (device: Installation, account: string, message: ReturnType<typeof mail>) => {
  const { bytes, ...given } = file(message);
  return device.run(
    leaveWithoutEffect,
    { account, mail: given, suggested: "acknowledgement" },
    new Map([[given.sha256 ?? "", bytes]]),
  );
};

const exchangesOf = async (device: Installation, account: string) =>
  (await stateOf(device, account)).exchanges.map(({ exchange }) => exchange);

const toRead = async (device: Installation, account: string) =>
  repliesToRead(await stateOf(device, account)).length;

describe.each(CORE_DRIVERS)("replies without effect, on the %s driver", (driver) => {
  const given = async () => {
    const device = await install(driver, "wri-aside");
    const account = (await typeIn(device)).get("Nordis SAS")!;
    return { device, account };
  };

  it("files the open mail by one click, wants no tag, and one click takes it back", async () => {
    const { device, account } = await given();
    const { undo } = await viewOf(leave(device, account, mail({})));
    const [exchange] = (await stateOf(device, account)).exchanges;
    expect(exchange).toMatchObject({ tagged: null, withoutEffect: { by: "Claire Lacombe" } });
    expect(await toRead(device, account)).toBe(0);
    const view = await seen(device, mail({}), account);
    expect(view.reading?.confirmed?.tag).toBeNull();
    expect(view.reading?.confirmed?.text.map(shownText).join("")).toContain("sans effet");
    await viewOf(device.run(voidBatch, undo!));
    expect(await exchangesOf(device, account)).toEqual([]);
  });

  it("adds no contact: nobody was said to answer for the debtor", async () => {
    const { device, account } = await given();
    const before = (await stateOf(device, account)).contacts.length;
    const stranger = mail({ from: { address: "someone@elsewhere.example", name: "" } });
    await viewOf(leave(device, account, stranger));
    expect((await stateOf(device, account)).contacts).toHaveLength(before);
  });

  it("gives way to a tag that comes later, and never takes one away", async () => {
    const { device, account } = await given();
    await viewOf(leave(device, account, mail({})));
    await viewOf(tag(device, account, mail({}), "question"));
    const [exchange] = (await stateOf(device, account)).exchanges;
    expect(exchange).toMatchObject({ tagged: { tag: "question" }, withoutEffect: null });
    expect(await leave(device, account, mail({}))).toEqual({
      ok: false,
      error: { type: "already-tagged" },
    });
  });

  it("sets several aside at once and takes all of them back at once", async () => {
    const { device, account } = await given();
    await filed(device, account, mail({}));
    await filed(device, account, mail({ messageId: "<two@debtor-1.example>" }), "two");
    expect(await toRead(device, account)).toBe(2);
    const replies = (await exchangesOf(device, account)).map((exchange) => ({ account, exchange }));
    const done = await viewOf(device.run(leaveRepliesWithoutEffect, { replies }));
    expect(done.text.map(shownText).join("")).toContain("2 réponses");
    expect(await toRead(device, account)).toBe(0);
    await viewOf(device.run(voidBatch, done.undo!));
    expect(await toRead(device, account)).toBe(2);
  });

  it("sets nothing aside unseen that gives bank details nobody knows", async () => {
    const { device, account } = await given();
    await filed(device, account, mail({ text: FRAUD }));
    await filed(device, account, mail({ messageId: "<two@debtor-1.example>" }), "two");
    const replies = (await exchangesOf(device, account)).map((exchange) => ({ account, exchange }));
    const refused = { ok: false, error: { type: "fraud-unseen" } };
    expect(await device.run(leaveRepliesWithoutEffect, { replies })).toEqual(refused);
    expect(await device.run(confirmReading, replies[0]!)).toEqual(refused);
    expect(await toRead(device, account)).toBe(2);
    const today = await viewOf(device.run(todayView, { canWriteDrafts: true }));
    const row = today.rows.find(({ wordKey }) => wordKey === "to-read");
    expect(row).toMatchObject({ aside: null, reply: null, secondary: null });
    expect(row?.reason.map(shownText).join("")).toContain("FR76");
    const open = await seen(device, mail({ text: FRAUD }), account);
    expect(open.notices[0]).toMatchObject({ key: "fraud", tone: "danger", action: null });
    await viewOf(leave(device, account, mail({ text: FRAUD })));
    expect(await toRead(device, account)).toBe(1);
  });

  it("confirms several sure readings at once, and none where one of them is not", async () => {
    const { device, account } = await given();
    await filed(device, account, mail({ text: SURE }));
    const second = mail({ messageId: "<two@debtor-1.example>", text: SURE });
    await filed(device, account, second, "two");
    const replies = (await exchangesOf(device, account)).map((exchange) => ({ account, exchange }));
    const done = await viewOf(device.run(confirmReadings, { replies }));
    const state = await stateOf(device, account);
    expect(state.exchanges.map(({ tagged }) => tagged?.tag)).toEqual(["promise", "promise"]);
    expect(state.misfits).toEqual([]);
    await viewOf(device.run(voidBatch, done.undo!));
    expect(await toRead(device, account)).toBe(2);
    await filed(
      device,
      account,
      mail({ messageId: "<three@debtor-1.example>", text: "Bof." }),
      "three",
    );
    const all = (await exchangesOf(device, account)).map((exchange) => ({ account, exchange }));
    expect(await device.run(confirmReadings, { replies: all })).toEqual({
      ok: false,
      error: { type: "not-all-sure" },
    });
    expect(await toRead(device, account)).toBe(3);
  });

  it("refuses what is not there, and nothing at all", async () => {
    const { device, account } = await given();
    const unknown = { replies: [{ account, exchange: "none" }] };
    const refused = (error: object) => ({ ok: false, error });
    const nothing = refused({ type: "nothing-chosen" });
    const notThere = refused({ type: "exchange-unknown", exchange: "none" });
    expect(await device.run(leaveRepliesWithoutEffect, { replies: [] })).toEqual(nothing);
    expect(await device.run(confirmReadings, { replies: [] })).toEqual(nothing);
    expect(await device.run(leaveRepliesWithoutEffect, unknown)).toEqual(notThere);
    expect(await device.run(confirmReadings, unknown)).toEqual(notThere);
  });
});
