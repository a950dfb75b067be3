import { describe, expect, it } from "vitest";
import { voidBatch } from "#shared/app/ledger-acts.ts";
import { tagMail } from "#shared/app/mail-acts.ts";
import type { ReadingView, TagValues } from "#shared/app/mail-view.ts";
import { setTeaching } from "#shared/app/teaching-acts.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import type { Tag } from "#shared/kernel/parties.ts";
import { shownText } from "#shared/kernel/text.ts";
import type { Message } from "#shared/mail/message.ts";
import { file, mail, seen, stateOf } from "../../fixtures/mails.ts";
import { typeIn } from "../../journeys/ledger-story.ts";
import { CORE_DRIVERS, install, viewOf } from "../../journeys/two-drivers.ts";
import type { Installation } from "../../journeys/two-drivers.ts";

const TEXT = "Bonjour,\n\nLe virement de 1 150,00 € partira le 27 novembre 2026.\n";

const at = (rank: number): Message =>
  mail({ messageId: `<m${String(rank)}@debtor-1.example>`, text: TEXT });

const readingOf = async (device: Installation, account: string, message: Message) =>
  (await seen(device, message, account)).reading!;

const fileAs = (
  device: Installation,
  account: string,
  message: Message,
  reading: ReadingView,
  as: Tag,
  values: Partial<TagValues> = {},
) => {
  const { bytes, ...given } = file(message);
  return viewOf(
    device.run(
      tagMail,
      {
        account,
        mail: given,
        tag: as,
        also: as === reading.tag ? reading.also : [],
        values: { ...reading.values, ...values },
        suggested: reading.tag,
        grounds: reading.grounds,
        reading,
      },
      new Map([[given.sha256 ?? "", bytes]]),
    ),
  );
};

describe.each(CORE_DRIVERS)("corrections of readings, on the %s driver", (driver) => {
  const given = async () => {
    const device = await install(driver, "wri-correct");
    const account = (await typeIn(device)).get("Nordis SAS")!;
    const correctedOf = async () =>
      (await stateOf(device, account)).exchanges.map(({ corrected }) => corrected);
    const read = (rank: number) => readingOf(device, account, at(rank));
    return { device, account, correctedOf, read };
  };

  it("are none where the mail is filed as it was read", async () => {
    const { device, account, correctedOf, read } = await given();
    const reading = await read(1);
    expect(reading.tag).toBe("promise");
    await fileAs(device, account, at(1), reading, reading.tag);
    expect(await correctedOf()).toEqual([null]);
  });

  it("keep what was suggested and what was chosen, values and rules, and no word of the mail", async () => {
    const { device, account, correctedOf, read } = await given();
    const reading = await read(1);
    const by = dateOf("2026-11-30");
    await fileAs(device, account, at(1), reading, "promise", { by });
    const [corrected] = await correctedOf();
    expect(corrected).toMatchObject({
      confidence: reading.confidence,
      suggested: { tag: "promise", by: "2026-11-27" },
      chosen: { tag: "promise", by, amount: 115_000 },
    });
    expect(corrected?.rules.length).toBeGreaterThan(0);
    expect(JSON.stringify(corrected)).not.toContain("virement");
  });

  it("go when the mail is filed again as it was read", async () => {
    const { device, account, correctedOf, read } = await given();
    const reading = await read(1);
    await fileAs(device, account, at(1), reading, "question");
    expect(await correctedOf()).toMatchObject([{ chosen: { tag: "question" } }]);
    await fileAs(device, account, at(1), reading, reading.tag);
    expect(await correctedOf()).toEqual([null]);
  });

  it("teach what a sender's mails were always filed under, as likely and never as sure", async () => {
    const { device, account, read } = await given();
    for (const rank of [1, 2])
      await fileAs(device, account, at(rank), await read(rank), "autoreply");
    const third = await read(3);
    expect(third).toMatchObject({ tag: "autoreply", confidence: "likely", quote: null });
    expect(third.why.map((one) => one.map(shownText).join(""))[0]).toContain(
      "comme 2 messages de compta@debtor-1.example",
    );
    // What they teach was wrong this once: from then on it is read by its words again.
    await fileAs(device, account, at(3), third, "promise");
    expect((await read(4)).tag).toBe("promise");
  });

  it("teach nothing of a sender whose mails were also filed as they were read", async () => {
    const { device, account, read } = await given();
    await fileAs(device, account, at(1), await read(1), "promise");
    for (const rank of [2, 3])
      await fileAs(device, account, at(rank), await read(rank), "question");
    expect((await read(4)).tag).toBe("promise");
  });

  it("take the certainty from rules that were wrong three times out of three", async () => {
    const { device, account, read } = await given();
    const confidences: string[] = [];
    const tags: readonly Tag[] = ["question", "unrelated", "acknowledgement"];
    for (const [rank, as] of tags.entries()) {
      const reading = await read(rank);
      confidences.push(reading.confidence);
      await fileAs(device, account, at(rank), reading, as);
    }
    expect(confidences).toEqual(["sure", "sure", "sure"]);
    expect((await read(9)).confidence).toBe("likely");
  });

  it("teach nothing while the user does not want them to, and are kept all the same", async () => {
    const { device, account, correctedOf, read } = await given();
    for (const rank of [1, 2])
      await fileAs(device, account, at(rank), await read(rank), "autoreply");
    await viewOf(device.run(setTeaching, { used: false }));
    expect((await read(3)).tag).toBe("promise");
    expect((await correctedOf()).filter((one) => one !== null)).toHaveLength(2);
    await viewOf(device.run(setTeaching, { used: true }));
    expect((await read(3)).tag).toBe("autoreply");
    expect((await viewOf(device.run(setTeaching, { used: true }))).undo).toBeNull();
  });

  it("teach nothing any more once the click that made them is taken back", async () => {
    const { device, account, read } = await given();
    await fileAs(device, account, at(1), await read(1), "autoreply");
    const { undo } = await fileAs(device, account, at(2), await read(2), "autoreply");
    expect((await read(3)).tag).toBe("autoreply");
    await viewOf(device.run(voidBatch, undo!));
    expect((await read(3)).tag).toBe("promise");
  });
});
