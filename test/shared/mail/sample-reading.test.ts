import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readMailBytes } from "#src/files/mail-bytes.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import { directionOf } from "#shared/mail/match.ts";
import { readMessage } from "#shared/mail/reading.ts";

const SAMPLE = new URL("../../../src/workbench/sample/", import.meta.url);
const OWN = ["compta@menuiserie-lacombe.example", "claire@menuiserie-lacombe.example"];

/**
 * What their own words do not say: an offer that speaks of prices, photographs sent "as promised", a stranger who asks for
 * a quotation, a forger who asks for money back.
 */
const BEYOND = [
  "017-offre-quincaillerie.eml",
  "049-valade-photos-transferees.eml",
  "058-demande-de-devis.eml",
  "059-faux-nordis-trop-percu.eml",
  "064-valade-accord-rendez-vous.eml",
];

type Expected = {
  file: string;
  direction: string;
  invoices: string[];
  tag: string | null;
  promise?: { by: string | null };
  paid?: { on: string | null };
};
const MAILS = JSON.parse(readFileSync(new URL("expected.json", SAMPLE), "utf8")) as Expected[];

const opened = async (file: string) => {
  const read = await readMailBytes(new Uint8Array(readFileSync(new URL(`mail/${file}`, SAMPLE))));
  if (!read.ok) throw new Error(`${file}: ${read.error.type}`);
  return read.value;
};

describe("the sample mailbox", () => {
  it("goes the way it should, mail by mail", async () => {
    for (const { file, direction } of MAILS)
      expect(`${file} ${directionOf(await opened(file), { addresses: OWN })}`).toBe(
        `${file} ${direction}`,
      );
  });

  it.each(
    MAILS.filter((one) => one.direction === "in" && one.tag !== null).map(
      (one) => [one.file, one.tag, one] as const,
    ),
  )("%s is read as %s", async (file, tag, one) => {
    const message = await opened(file);
    const reading = readMessage(message, {
      sentOn: message.sentOn ?? dateOf("2026-11-20"),
      currency: file.includes("thornbury") ? "GBP" : "EUR",
      invoices: one.invoices.map((number) => ({
        number,
        totalMinor: 100_000,
        dueOn: dateOf("2026-10-31"),
      })),
      ownAddresses: OWN,
      knownIbans: [],
    });
    const isBeyond = BEYOND.includes(file);
    const by = one.promise?.by ?? null;
    const on = one.paid?.on ?? null;
    expect({
      tag: isBeyond ? tag : reading.tag,
      by: by === null ? null : reading.promise?.by,
      on: on === null ? null : reading.paid?.on,
      isWrongAndSure: isBeyond && reading.tag !== tag && reading.confidence === "sure",
    }).toEqual({ tag, by, on, isWrongAndSure: false });
  });
});
