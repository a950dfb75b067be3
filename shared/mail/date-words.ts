const numbered = (lists: readonly string[]): Readonly<Record<string, number>> => {
  const out: Record<string, number> = Object.create(null) as Record<string, number>;
  lists.forEach((list, index) => {
    for (const word of list.split(" ")) out[word] = index + 1;
  });
  return out;
};

/** Names of months in French and English, without accents, by their number. */
export const MONTH_NAMES = numbered([
  "janvier janv jan january",
  "fevrier fevr fev feb february",
  "mars mar march",
  "avril avr apr april",
  "mai may",
  "juin jun june",
  "juillet juil jul july",
  "aout aug august",
  "septembre sept sep september",
  "octobre oct october",
  "novembre nov november",
  "decembre dec december",
]);

/** Names of days, Monday 1 to Sunday 7. */
export const WEEKDAY_NAMES = numbered([
  "lundi monday",
  "mardi tuesday tues",
  "mercredi wednesday wed weds",
  "jeudi thursday thu thur thurs",
  "vendredi friday fri",
  "samedi saturday",
  "dimanche sunday",
]);

const SMALL: Record<string, number> = Object.create(null) as Record<string, number>;
[
  "un une one",
  "deux two couple",
  "trois three",
  "quatre four",
  "cinq five",
  "six",
  "sept seven",
  "huit eight",
  "neuf nine",
  "dix ten",
  "onze eleven",
  "douze twelve",
  "treize thirteen",
  "quatorze fourteen",
  "quinze fifteen",
].forEach((list, index) => {
  for (const word of list.split(" ")) SMALL[word] = index + 1;
});
SMALL["vingt"] = 20;
SMALL["twenty"] = 20;
SMALL["trente"] = 30;
SMALL["thirty"] = 30;

export const SMALL_NUMBERS: Readonly<Record<string, number>> = SMALL;
