import { decimalsOf, MINOR_MAX } from "#shared/kernel/money.ts";
import type { Currency } from "#shared/kernel/money.ts";
import { centsAfter, isThreshold } from "./amounts.ts";
import type { AmountFind } from "./amounts.ts";
import { monthNamed } from "./date-words.ts";
import type { Token } from "./words.ts";

/** Sums without a mark that are kept; the rest of a long list of numbers proves nothing. */
export const BARE_AMOUNTS_MAX = 100;

type Range = { readonly from: number; readonly to: number };

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Words before a number that make it the number of something. */
const NUMBERED_BEFORE = words(
  "n no num numero nr number numbers ref reference facture factures invoice invoices inv fa article art page pages line ligne lot plot plots section dossier case lead contrat commande order po bl devis bon ticket semaine week wk sem s annee year chapter rue room chambre compte account vendor level niveau ext poste tel tour version trace id talon souche check cheque slip confirmation siret siren tva vat rcs the la le piece auto loi batch doc code route zip box bp cs cheques ligne 20",
);
/** Words after a number that make it a count of something else than money, or a time. */
const COUNTED_AFTER = words(
  "h heures heure hours hrs hour min minutes jours jour days day semaines semaine weeks week mois months month ans an years year fois times kg g t tonnes km m m2 m3 cm mm l litres db % pour cartons carton boxes box pieces piece pcs palettes palette pallets pallet rouleaux rolls bouteilles bottles sacs bags bis ter eme e er st nd rd th factures facture invoices invoice virements payments versements mensualites echeances instalments installments cheques checks personnes people am pm degres ° x fold mails mail relances personnes salaries places seats kegs cylinders cubes ml lots units unites articles lignes lines pages colis parcels",
);
/** Words round a number that show it to be a sum, whatever else it is. */
const SUM_BEFORE = words(
  "de of for soit sending send sent pay paid paying verse vire virer virement envoie acompte somme sum amount montant total owe reste rest about faire partir euros chaque deux trois quatre with once put proposer ceci go transfer do lache donner donne pose cheque payer payed regle regler took x extra remaining last other autre autres fait makes",
);
const SUM_AFTER = words(
  "payes paye payee regles regle vires vire verses verse paid sent transferred debited restants restant remaining partis partent partiront sont ont will due posted wired chacun chacune each pile tout tous par per a le on by now end fin demain ce this tomorrow today in went off left to at avant before ttc ht net balles boules piasses credites debites and et + puis then par chez max vendredi lundi mardi mercredi jeudi friday monday tuesday wednesday thursday en dans cash immediately straight tonight next la semaine les upfront up to until until's gone over across de every the chaque every",
);

/** Words before a number that is a sum named already: "I'll send you the 280", "les 197 demain". */
const POINTING = words("the les these those ces my mes");
/** Words before ":" or at the head of several figures that make them a reference. */
const REFERENCE_WORDS = words(
  "ref reference id trace slip confirmation siret siren tva vat rcs compte account batch code dossier case ticket talon virement transaction",
);
/** A number that the day of a month may be. */
const DAY_LAST = 31;

const NO_MARK_BEFORE = "/-_#@+*°'";

/**
 * Figures without a currency beside them that may be sums: "3000 le 20", "1 350 ce soir", "the last 2,000", "4k
 * vendredi". Only a reader who knows the dates, the invoices and the words round them can say which are.
 */
export const findBareAmounts = (
  folded: string,
  tokens: readonly Token[],
  currency: Currency,
  taken: readonly Range[],
  invoiceNumbers: readonly string[],
): readonly AmountFind[] => {
  const finds: AmountFind[] = [];
  const numbers = new Set(invoiceNumbers.map((one) => one.toLowerCase()));
  const ends = invoiceNumbers.map(tailOf).filter((tail) => tail !== "");
  const tails = new Set([...ends, ...ends.map(withoutZeros)]);
  /** Where figures that name something end: those after a space are more of it. */
  let named = -2;
  let range = 0;
  const sorted = [...taken].sort((a, b) => a.from - b.from);
  for (let at = 0; at < tokens.length && finds.length < BARE_AMOUNTS_MAX; at += 1) {
    const token = tokens[at] as Token;
    if (token.kind !== "number") continue;
    while ((sorted[range]?.to ?? Infinity) <= token.from) range += 1;
    if ((sorted[range]?.from ?? Infinity) < token.to) continue;
    const figure = figureAt(tokens, at);
    const before = folded.charAt(token.from - 1);
    const last = tokens[figure.next - 1] as Token;
    const after = folded.charAt(last.to);
    const isTied =
      (before !== "" && NO_MARK_BEFORE.includes(before)) ||
      isLetter(before) ||
      isDigit(before) ||
      before === "." ||
      before === ":";
    const from = at;
    at = figure.next - 1;
    if (
      isTied ||
      (after !== "" && "/_#@°:".includes(after)) ||
      (after === "-" && folded.charAt(last.to + 1) !== " ")
    )
      continue;
    const next = tokens[figure.next];
    const previous = tokens[from - 1];
    const isThousands = next?.text === "k" && next.from <= last.to + 1;
    const follows = tokens[figure.next + (isThousands ? 1 : 0)];
    const isLast =
      follows === undefined ||
      follows.kind === "end" ||
      folded.slice(last.to, follows.from).includes("\n");
    const follow = isLast ? "" : follows.text;
    const text = folded.slice(token.from, last.to);
    const isLead = SUM_BEFORE.has(previous?.text ?? "");
    if (numbers.has(text)) continue;
    // "1401 left us on Monday" is invoice AG-1401, "I can send 500" a sum even where an F-500 is owed.
    const isRound = isLead && text.endsWith("0") && Number(text) % 50 === 0;
    if (tails.has(text) && (text.length < 3 ? !SUM_AFTER.has(follow) : !isRound)) continue;
    if (token.from === named + 1 || isReference(tokens, from)) {
      named = last.to;
      continue;
    }
    if (next !== undefined && touchesWord(folded, last.to) && !isThousands && follow !== "e")
      continue;
    if (COUNTED_AFTER.has(follow) && follow !== "e") continue;
    if (follow === "%" || monthNamed(follow) > 0) continue;
    const isOfInvoice = invoiceNumbers.some((one) => one.includes(text));
    const isPointed = POINTING.has(previous?.text ?? "") && !isOfInvoice && figure.value > DAY_LAST;
    if (NUMBERED_BEFORE.has(previous?.text ?? "") && !isThousands && !figure.cents && !isPointed) {
      // "La 640" is an invoice; "the last 2,000" and "les 800" are sums.
      continue;
    }
    if (isThreshold(folded, token.from)) continue;
    const more = figure.cents || isThousands ? null : centsAfter(folded, last.to, null);
    const isPlain = follow === "" || follows?.kind === "mark" || SUM_AFTER.has(follow);
    if (!isLead && !isPlain && !isThousands && follow !== "e" && !figure.cents && more === null)
      continue;
    const value = figure.value * (isThousands ? 1000 : 1) + Number(more?.cents ?? 0) / 100;
    const isYear =
      figure.size === 4 && !figure.cents && value >= 1990 && value <= 2099 && text.length === 4;
    if (isYear && !isLead && !["le", "on", "pile", "e"].includes(follow)) continue;
    if (text.length > 1 && text.startsWith("0")) continue;
    const minor = Math.round(value * 10 ** decimalsOf(currency));
    if (!Number.isSafeInteger(minor) || minor <= 0 || minor > MINOR_MAX || value < 20) continue;
    const to = isThousands ? (next?.to ?? last.to) : (more?.to ?? last.to);
    finds.push({ from: token.from, to, rule: "amount.bare", minor, share: null, rest: false });
  }
  return finds;
};

const isDigit = (char: string): boolean => char >= "0" && char <= "9" && char.length === 1;
const isLetter = (char: string): boolean => char >= "a" && char <= "z" && char.length === 1;

/** The figures that end a number: "118" of "F2026-118". */
const tailOf = (number: string): string => {
  let from = number.length;
  while (isDigit(number.charAt(from - 1))) from -= 1;
  return number.slice(from);
};

const withoutZeros = (digits: string): string => {
  let from = 0;
  while (from < digits.length - 1 && digits.charAt(from) === "0") from += 1;
  return digits.slice(from);
};

/** "Ref: 4410", "BNK ref 4410 92", "virement n° 88 12": the figures of a reference, in groups or in one. */
const isReference = (tokens: readonly Token[], at: number): boolean => {
  let before = at - 1;
  while (
    at - before < 4 &&
    (tokens[before]?.text === ":" || NUMBER_SIGNS.has(tokens[before]?.text ?? ""))
  )
    before -= 1;
  const isSigned = before < at - 1;
  const text = tokens[before]?.text ?? "";
  if (text === "ref" || text === "reference" || text === "refs") return true;
  return isSigned && REFERENCE_WORDS.has(text);
};
const NUMBER_SIGNS = words("n no nr num numero number ° .");

const touchesWord = (folded: string, at: number): boolean => isLetter(folded.charAt(at));

/** A figure with its groups of three and its cents, from a token on. */
const figureAt = (
  tokens: readonly Token[],
  at: number,
): {
  readonly value: number;
  readonly next: number;
  readonly size: number;
  readonly cents: boolean;
} => {
  let whole = tokens[at]?.text ?? "";
  let next = at + 1;
  let cents = "";
  while (next < tokens.length && next - at < 12) {
    const token = tokens[next] as Token;
    const previous = tokens[next - 1] as Token;
    if (
      token.kind === "number" &&
      token.from === previous.to + 1 &&
      token.text.length === 3 &&
      whole.length <= 3 + 3 * (next - at)
    ) {
      if (previous.kind !== "number") break;
      whole += token.text;
      next += 1;
      continue;
    }
    const follow = tokens[next + 1];
    const isSign =
      (token.text === "." || token.text === "," || token.text === "'") &&
      token.from === previous.to;
    if (!isSign || follow?.kind !== "number" || follow.from !== token.to) break;
    if (follow.text.length === 3) whole += follow.text;
    else if (follow.text.length <= 2) {
      cents = follow.text;
      next += 2;
      break;
    } else break;
    next += 2;
  }
  const value = Number(`${whole}.${cents === "" ? "0" : cents}`);
  return { value, next, size: whole.length, cents: cents.length === 2 };
};
