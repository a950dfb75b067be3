import { describe, expect, it } from "vitest";
import { dateOf } from "#shared/kernel/calendar.ts";
import { findAmounts } from "#shared/mail/amounts.ts";
import { findDates } from "#shared/mail/dates.ts";

// A Friday.
const sentOn = dateOf("2026-11-20");
const next = (text: string, monthFirst = false): string | null | undefined =>
  findDates(text, { sentOn, monthFirst })[0]?.next;

describe("a date in words", () => {
  it.each([
    ["le 30/11", "2026-11-30"],
    ["le 5 décembre", "2026-12-05"],
    ["le 1er du mois prochain", "2026-12-01"],
    ["vendredi", "2026-11-27"],
    ["lundi prochain", "2026-11-23"],
    ["mardi en huit", "2026-12-01"],
    ["fin de semaine", "2026-11-20"],
    ["la semaine prochaine", "2026-11-27"],
    ["début de semaine prochaine", "2026-11-24"],
    ["fin du mois", "2026-11-30"],
    ["mi-décembre", "2026-12-15"],
    ["début janvier", "2027-01-10"],
    ["courant décembre", "2026-12-31"],
    ["le mois prochain", "2026-12-31"],
    ["sous 8 jours", "2026-11-28"],
    ["sous huitaine", "2026-11-28"],
    ["sous quinze jours", "2026-12-05"],
    ["sous 10 jours ouvrés", "2026-12-04"],
    ["sous 48h", "2026-11-22"],
    ["semaine 49", "2026-12-04"],
    ["après-demain", "2026-11-22"],
    ["4 December", "2026-12-04"],
    ["December 4th, 2026", "2026-12-04"],
    ["on the 5th", "2026-12-05"],
    ["end of next week", "2026-11-27"],
    ["early next week", "2026-11-24"],
    ["within 5 working days", "2026-11-27"],
    ["in a fortnight", "2026-12-04"],
    ["Friday week", "2026-12-04"],
    ["w/c 23 November", "2026-11-27"],
    ["the last working day of the month", "2026-11-30"],
    ["EOM", "2026-11-30"],
    ["tomorrow", "2026-11-21"],
  ])("%s, said on Friday 20 November 2026, is %s", (text, date) => {
    expect(next(text)).toBe(date);
  });

  it("is month first where the claim is in dollars, and never where that makes no day", () => {
    expect(next("12/04/2026", true)).toBe("2026-12-04");
    expect(next("12/04/2026")).toBe("2026-04-12");
    expect(next("23/11/2026", true)).toBe("2026-11-23");
  });

  it("is the last such day where the words tell of something done", () => {
    const [find] = findDates("payé le 12/06", { sentOn, monthFirst: false });
    expect(find?.last).toBe("2026-06-12");
    expect(find?.next).toBe("2027-06-12");
  });

  it.each(["mon associé", "le 12 bis", "1 250,50", "tél 01.02.03.04.05", "il peut payer", "sun"])(
    "is not seen in %s",
    (text) => {
      expect(findDates(text, { sentOn, monthFirst: false })).toEqual([]);
    },
  );

  it("stands where its span says", () => {
    const text = "réglé jeudi, ou le 3 décembre";
    for (const find of findDates(text, { sentOn, monthFirst: false }))
      expect(["jeudi", "3 décembre"]).toContain(text.slice(find.from, find.to));
  });
});

describe("a sum in words", () => {
  it.each([
    ["1 250,50 €", 125050],
    ["1 250,50 €", 125050],
    ["1.250,50 EUR", 125050],
    ["EUR 1,250.50", 125050],
    ["1250€50", 125050],
    ["2k€", 200000],
    ["1 200 euros TTC", 120000],
    ["14.250 euro", 1425000],
    ["un chèque de 300", 30000],
    ["380 euro,", 38000],
  ])("%s is %i cents", (text, minor) => {
    expect(findAmounts(text, "EUR")[0]?.minor).toBe(minor);
  });

  it("can be a share or the rest of the claim", () => {
    expect(findAmounts("la moitié", "EUR")[0]?.share).toBe(0.5);
    expect(findAmounts("30 % dès jeudi", "EUR")[0]?.share).toBe(0.3);
    expect(findAmounts("le solde", "EUR")[0]?.rest).toBe(true);
  });

  it.each(["le 12/06", "F-2026-00418", "06 12 34 56 78", "8 cartons", "semaine 48", "£20"])(
    "is not seen in %s",
    (text) => {
      expect(findAmounts(text, "EUR")).toEqual([]);
    },
  );
});
