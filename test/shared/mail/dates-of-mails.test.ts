import { describe, expect, it } from "vitest";
import { dateOf } from "#shared/kernel/calendar.ts";
import { findDates } from "#shared/mail/dates.ts";

// A Wednesday.
const sentOn = dateOf("2025-11-12");
const next = (text: string, monthFirst = false): string | null | undefined =>
  findDates(text, { sentOn, monthFirst })[0]?.next;

describe("a date of a French mail", () => {
  it.each([
    ["vendredi prochain", "2025-11-14"],
    ["le 15", "2025-11-15"],
    ["le 5", "2025-12-05"],
    ["le 5 prochain", "2025-12-05"],
    ["le 15 courant", "2025-11-15"],
    ["le 30/11", "2025-11-30"],
    ["le 30.11.", "2025-11-30"],
    ["le 30/11/25", "2025-11-30"],
    ["le 1er décembre", "2025-12-01"],
    ["le 1 er dec.", "2025-12-01"],
    ["le quinze novembre", "2025-11-15"],
    ["le vingt-cinq novembre", "2025-11-25"],
    ["le trente et un décembre", "2025-12-31"],
    ["le 3 fevrier", "2026-02-03"],
    ["le 20 aout 2026", "2026-08-20"],
    ["le 28 novmbre", "2025-11-28"],
    ["le 4 janv", "2026-01-04"],
    ["le 12 sept. 2026", "2026-09-12"],
    ["d'ici la fin du mois", "2025-11-30"],
    ["d'ici vendredi", "2025-11-14"],
    ["avant la fin de la semaine", "2025-11-14"],
    ["fin novembre", "2025-11-30"],
    ["fin de semaine", "2025-11-14"],
    ["fin de la semaine prochaine", "2025-11-21"],
    ["début de semaine prochaine", "2025-11-18"],
    ["en milieu de semaine prochaine", "2025-11-19"],
    ["courant de semaine prochaine", "2025-11-21"],
    ["la semaine qui vient", "2025-11-21"],
    ["dans le courant de la semaine", "2025-11-14"],
    ["dans la semaine", "2025-11-14"],
    ["avant le week-end", "2025-11-14"],
    ["ce week-end", "2025-11-16"],
    ["après le weekend", "2025-11-17"],
    ["sous 8 jours", "2025-11-20"],
    ["sous 10 j", "2025-11-22"],
    ["sous huit jours", "2025-11-20"],
    ["sous huitaine", "2025-11-20"],
    ["sous quinzaine", "2025-11-27"],
    ["dans la quinzaine", "2025-11-27"],
    ["sous une dizaine de jours", "2025-11-22"],
    ["d'ici une quinzaine de jours", "2025-11-27"],
    ["dans 10 jours", "2025-11-22"],
    ["d'ici deux semaines", "2025-11-26"],
    ["d'ici 8 à 10 jours", "2025-11-22"],
    ["sous 24/48h", "2025-11-14"],
    ["sous 24 à 48 heures", "2025-11-14"],
    ["sous 72 heures", "2025-11-15"],
    ["comptez cinq jours ouvrés", "2025-11-19"],
    ["J+5", "2025-11-17"],
    ["semaine 48", "2025-11-28"],
    ["S48", "2025-11-28"],
    ["sem. 48", "2025-11-28"],
    ["la semaine du 24", "2025-11-28"],
    ["semaine du 24 au 28 novembre", "2025-11-28"],
    ["début décembre", "2025-12-10"],
    ["mi-décembre", "2025-12-15"],
    ["à la mi décembre", "2025-12-15"],
    ["mi-mois", "2025-11-15"],
    ["courant janvier", "2026-01-31"],
    ["en janvier", "2026-01-31"],
    ["dans le courant du mois de décembre", "2025-12-31"],
    ["le mois prochain", "2025-12-31"],
    ["début du mois prochain", "2025-12-10"],
    ["fin du mois prochain", "2025-12-31"],
    ["le 5 du mois prochain", "2025-12-05"],
    ["dans le mois en cours", undefined],
    ["2e quinzaine de novembre", "2025-11-30"],
    ["première quinzaine de décembre", "2025-12-15"],
    ["dernier jour du mois", "2025-11-30"],
    ["le dernier jour ouvré du mois", "2025-11-28"],
    ["avant Noël", "2025-12-24"],
    ["avant les fêtes", "2025-12-24"],
    ["avant la fin de l'année", "2025-12-31"],
    ["fin du trimestre", "2025-12-31"],
    ["lundi en huit", "2025-11-24"],
    ["mardi en quinze", "2025-12-02"],
    ["jeudi de la semaine prochaine", "2025-11-20"],
    ["le vendredi 28/11", "2025-11-28"],
    ["vendredi 28", "2025-11-28"],
    ["ven. 28", "2025-11-28"],
    ["mecredi 26", "2025-11-26"],
    ["vendrdi", "2025-11-14"],
    ["après-demain", "2025-11-14"],
    ["demain matin", "2025-11-13"],
    ["dans la journée", "2025-11-12"],
    ["cet après-midi", "2025-11-12"],
    ["ce soir", "2025-11-12"],
  ])("%s is %s", (text, date) => {
    expect(next(text)).toBe(date);
  });
});

describe("a date of an English mail", () => {
  it.each([
    ["the 5th", "2025-12-05"],
    ["by the fifteenth", "2025-11-15"],
    ["on the twenty-first", "2025-11-21"],
    ["14th of next month", "2025-12-14"],
    ["the 1st of the month", "2025-12-01"],
    ["21 Nov", "2025-11-21"],
    ["Nov 21", "2025-11-21"],
    ["November 21st, 2025", "2025-11-21"],
    ["14-Nov-25", "2025-11-14"],
    ["3 Dec '25", "2025-12-03"],
    ["the third of December", "2025-12-03"],
    ["Tue 18th", "2025-11-18"],
    ["Fri 28 Nov", "2025-11-28"],
    ["on Thurs.", "2025-11-13"],
    ["first thing Monday", "2025-11-17"],
    ["Friday", "2025-11-14"],
    ["next Friday", "2025-11-14"],
    ["Friday week", "2025-11-21"],
    ["a week on Friday", "2025-11-21"],
    ["Monday fortnight", "2025-12-01"],
    ["Thursday of next week", "2025-11-20"],
    ["close of business Thursday", "2025-11-13"],
    ["COB Friday", "2025-11-14"],
    ["by COB tomorrow", "2025-11-13"],
    ["by end of play", "2025-11-12"],
    ["EOD", "2025-11-12"],
    ["EOW", "2025-11-14"],
    ["EOM", "2025-11-30"],
    ["month-end", "2025-11-30"],
    ["by the end of next week", "2025-11-21"],
    ["early next week", "2025-11-18"],
    ["mid next week", "2025-11-19"],
    ["later this week", "2025-11-14"],
    ["before the weekend", "2025-11-14"],
    ["mid-month", "2025-11-15"],
    ["start of next month", "2025-12-10"],
    ["beginning of December", "2025-12-10"],
    ["in December", "2025-12-31"],
    ["next month", "2025-12-31"],
    ["two weeks from now", "2025-11-26"],
    ["ten working days from this morning", "2025-11-26"],
    ["within ten (10) business days of today's date", "2025-11-26"],
    ["a week today", "2025-11-19"],
    ["a week tomorrow", "2025-11-20"],
    ["in a couple of weeks", "2025-11-26"],
    ["in two weeks' time", "2025-11-26"],
    ["in a fortnight", "2025-11-26"],
    ["within 5 business days", "2025-11-19"],
    ["within 48 hours", "2025-11-14"],
    ["w/c 24/11", "2025-11-28"],
    ["week commencing 24th November", "2025-11-28"],
    ["the week of November 24", "2025-11-28"],
    ["w/e 28 Nov", "2025-11-28"],
    ["week 48", "2025-11-28"],
    ["wk 48", "2025-11-28"],
    ["wk48", "2025-11-28"],
    ["last working day of the month", "2025-11-28"],
    ["the last business day", "2025-11-28"],
    ["last Friday of the month", "2025-11-28"],
    ["end of Q1", "2026-03-31"],
    ["by year end", "2025-12-31"],
    ["before Christmas", "2025-12-24"],
    ["tomorow", "2025-11-13"],
    ["wensday", "2025-11-19"],
  ])("%s is %s", (text, date) => {
    expect(next(text)).toBe(date);
  });
});

describe("what is no date", () => {
  it.each([
    "10,450.00",
    "le 12 bis",
    "the second invoice",
    "les deux factures",
    "les 5 cartons",
    "tel. 06 12 34 56 78",
    "version 2.10.3",
    "1/2 palette",
    "24/7",
    "F-S48-12",
    "the board sat down",
    "mon associé",
    "mar de café",
    "may I ask",
    "il vient de marcher",
    "60 jours fin de mois".slice(0, 8),
    "trois jours de retard",
    "net 30 days",
    "9h-12h",
    "le mois",
    "une semaine",
  ])("%s", (text) => {
    expect(findDates(text, { sentOn, monthFirst: false })).toEqual([]);
  });
});

describe("a day gone by", () => {
  it.each([
    ["hier", "2025-11-11"],
    ["vendredi dernier", "2025-11-07"],
    ["mercredi passé", "2025-11-05"],
    ["last Tuesday", "2025-11-11"],
    ["il y a trois jours", "2025-11-09"],
    ["two weeks ago", "2025-10-29"],
    ["Tuesday of last week", "2025-11-04"],
  ])("%s is %s, and no day to come", (text, date) => {
    const find = findDates(text, { sentOn, monthFirst: false })[0];
    expect(find?.last).toBe(date);
    expect(find?.past).toBe(true);
  });
});

describe("dates in hostile text", () => {
  it.each([
    "a la ",
    "le 3 ",
    "12/",
    "semaine du 1 au ",
    "vingt-",
    "the next ",
    "31/12/2199 ",
    "1 ",
  ])("of many times %j are found within the limit", (piece) => {
    const text = piece.repeat(5_000);
    expect(findDates(text, { sentOn, monthFirst: false }).length).toBeLessThanOrEqual(200);
  });

  it("at the ends of the calendar are no error", () => {
    for (const day of ["1900-01-01", "2199-12-31", "2180-12-31"])
      expect(() =>
        findDates("week of 31/12/2199, in 12 months, Friday week", {
          sentOn: dateOf(day),
          monthFirst: false,
        }),
      ).not.toThrow();
  });
});

describe("a day told by another one", () => {
  const nth = (text: string, rank: number) => findDates(text, { sentOn, monthFirst: false })[rank];

  it.each([
    ["Le client paie jeudi, vous avez le vôtre le lendemain.", "2025-11-14"],
    ["The grant lands on the 20th and yours goes the next day.", "2025-11-21"],
    ["They pay us Thursday. You get it the day after.", "2025-11-14"],
    ["La paie tombe le 28, je vous vire ça le jour même.", "2025-11-28"],
    ["I'm paid on the 28th and will send it the same day.", "2025-11-28"],
    ["Je touche ma pension le 5 et je vous verse 150 ce jour-là.", "2025-12-05"],
    ["On est livrés le 20, vous serez réglés le surlendemain.", "2025-11-22"],
    ["The bank opens the line on the 20th, two days later it is with you.", "2025-11-22"],
    ["La subvention tombe le 20, votre virement part le lundi suivant.", "2025-11-24"],
    ["We are paid on the 20th, you on the following Monday.", "2025-11-24"],
    ["La moitié le 20, le reste la semaine suivante.", "2025-11-28"],
    ["Half on the 20th and the rest the week after.", "2025-11-28"],
    ["Half by 28 November and the rest the following month.", "2025-12-31"],
    ["L'audience est le 25, je vous paie la veille.", "2025-11-24"],
  ])("%s", (text, date) => {
    expect(nth(text, 1)?.next).toBe(date);
  });

  it.each([
    ["avant la veille de Noël", "2025-12-24"],
    ["le lendemain du 25", "2025-11-26"],
    ["the day after the 25th", "2025-11-26"],
    ["the day before Christmas", "2025-12-24"],
  ])("takes the day behind it: %s", (text, date) => {
    expect(nth(text, 0)?.next).toBe(date);
  });

  it("is the day of the other when told of something done", () => {
    const text = "Mon virement date du 28 octobre, débité le jour même.";
    expect(nth(text, 1)?.last).toBe("2025-10-28");
    expect(nth("Posted on 28 October, cashed the next day.", 1)?.last).toBe("2025-10-29");
  });

  it.each([
    "Dès que le client paie, vous l'avez le jour même.",
    "Once the grant lands you are paid the same day.",
    "Le chèque est arrivé le 3. Si vous annulez celle-ci, je paie l'autre le jour même.",
    "Deux jours après la livraison.",
    "The day after you send it.",
  ])("is none without another: %s", (text) => {
    expect(findDates(text, { sentOn, monthFirst: false }).map((one) => one.rule)).not.toContain(
      "date.relative",
    );
  });

  it("is found in a long text of them without end", () => {
    for (const piece of ["the day after ", "lundi le lendemain ", "a a a "])
      expect(() => findDates(piece.repeat(2_000), { sentOn, monthFirst: false })).not.toThrow();
  });
});

describe("a week told by its first day", () => {
  it.each([
    ["in the week commencing 17 November", "2025-11-21"],
    ["during the week beginning the 17th", "2025-11-21"],
    ["in the week of 17 November", "2025-11-21"],
    ["in the week ending 21 November", "2025-11-21"],
    ["dans la semaine du 17", "2025-11-21"],
    ["la semaine commençant le 17 novembre", "2025-11-21"],
    ["sur la semaine du 17 au 21 novembre", "2025-11-21"],
  ])("%s", (text, date) => {
    expect(next(text)).toBe(date);
  });
});
