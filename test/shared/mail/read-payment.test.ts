import { describe, expect, it } from "vitest";
import { dateOf } from "#shared/kernel/calendar.ts";
import { paymentIn } from "#shared/mail/read-payment.ts";
import type { ReadingContext } from "#shared/mail/reading.ts";
import { toldIn } from "#shared/mail/told.ts";

// A Friday.
const context: ReadingContext = {
  sentOn: dateOf("2026-11-20"),
  currency: "EUR",
  invoices: [
    { number: "F2026-0118", totalMinor: 240_000, dueOn: dateOf("2026-10-31") },
    { number: "F2026-0131", totalMinor: 60_000, dueOn: dateOf("2026-11-15") },
  ],
  ownAddresses: [],
  knownIbans: [],
};
const paid = (words: string) => {
  const { on, amountMinor } = paymentIn(toldIn(words, context), [], context).value;
  return [on, amountMinor === null ? null : amountMinor / 100];
};

describe("the day of a payment made", () => {
  it.each([
    ["La facture du 3 octobre a été réglée le 12 novembre.", "2026-11-12"],
    ["Your invoice of 3 October was paid on 12 November.", "2026-11-12"],
    ["Suite à votre relance du 18, sachez que le virement est parti le 16.", "2026-11-16"],
    ["le virement est parti ce matin", "2026-11-20"],
    ["Payment went out this morning.", "2026-11-20"],
    ["Je viens de faire le virement.", "2026-11-20"],
    ["Just paid it!", "2026-11-20"],
    ["payé hier", "2026-11-19"],
    ["It left our account on Tuesday.", "2026-11-17"],
    ["le chèque a été posté vendredi dernier", "2026-11-13"],
    ["c'est chez vous depuis le 10", "2026-11-10"],
    ["It has been with you since the 10th.", "2026-11-10"],
    ["prélevé le 5/11", "2026-11-05"],
    ["Réglé fin octobre.", "2026-10-31"],
    ["We paid two days ago.", "2026-11-18"],
    ["viré il y a trois jours", "2026-11-17"],
    ["Payé par carte le 12/11/2026 sur votre site", "2026-11-12"],
    ["Paid 14-Nov-26, ref 8812", "2026-11-14"],
    ["We received the goods on 2 November and paid on the 9th.", "2026-11-09"],
    ["virement du 13 novembre, vous devriez l'avoir mardi", "2026-11-13"],
    ["Cheque posted last week.", null],
    ["C'est bon pour nous, soldé en septembre.", null],
    ["It was paid in October.", null],
    ["virement émis le 29 octobre, vous avez changé de RIB en septembre", "2026-10-29"],
    ["C'est déjà payé, vérifiez vos comptes.", null],
    ["Votre facture du 3 octobre est déjà réglée.", null],
    ["Already paid, see your mail of the 12th.", null],
  ])("%s", (words, on) => {
    expect(paid(words)[0]).toBe(on);
  });
});

describe("the sum of a payment made", () => {
  it.each([
    ["Nous avons réglé 1 250,50 € le 12.", 1250.5],
    ["995 went off our account on Tuesday", 995],
    ["five hundred euros went over on the 2nd", 500],
    ["deux mille quatre cents euros virés hier", 2400],
    ["On a payé la moitié le 12.", 1500],
    ["80 % réglés le 12", 2400],
    ["F2026-0118   2 400,00\nF2026-0131     600,00\nTotal   3 000,00\npayé le 12/11", 3000],
    ["Payé le 12, moins les 45 € de frais que nous contestons.", null],
    ["La F2026-0131 a été payée le 12.", null],
    ["paid 1 276 € 50, on the 12th", 1276.5],
    ["2 400 payés le 12, les 600 restants sont contestés", 2400],
    [
      "F2026-0118 2,400.00 EUR - sent by Faster Payment on Thursday 30 October\nF2026-0131 600.00 EUR - due to be sent on Wednesday 2 December",
      2400,
    ],
    ["0118 left us on Monday so please look again.", null],
    ["118 a été payée le 12.", null],
    ["It left on the 16th (BNK ref 4410 92).", null],
    ["Virement parti le 12, réf. : 88120 45", null],
    ["Payé le 12, référence n° 4410", null],
  ])("%s", (words, amount) => {
    expect(paid(words)[1]).toBe(amount);
  });
});
