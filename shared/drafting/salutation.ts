import { foldText } from "#shared/kernel/text.ts";
import type { Civility } from "#shared/locales/drafting-fr.ts";
import type { DebtorFacts } from "./facts.ts";

/** A longer name is a sentence, an address or a list of departments. */
const PERSON_CHARS_MAX = 60;
const PERSON_WORDS_MAX = 4;

// Folded as foldText does. In French a title is spelled out before a name (« Bonjour Madame Martin »).
const SIR: readonly string[] = ["m", "mr", "monsieur"];
const MADAM: readonly string[] = ["mme", "mlle", "madame", "mademoiselle"];
const OTHER_TITLES: readonly string[] = ["mrs", "ms", "miss", "mx", "dr", "docteur"];

/** Particles that may stand in a family name without a capital. */
const PARTICLES = new Set("de du des la le d l von van der den da dos di del al el ben".split(" "));

/** Words of desks, trades, bodies and forms of firms: a name that holds one is not a person's. */
const NOT_A_PERSON = new Set(
  [
    "comptabilite compta comptable comptables facturation factures facture fournisseur fournisseurs",
    "reglement reglements paiement paiements tresorerie finance finances financier financiere service",
    "services achats achat commercial commerciale ventes administration administratif direction",
    "secretariat accueil contact contacts info infos bureau equipe gestion support assistance siege",
    "agence antenne depot mairie commune ville departement region prefecture ministere tribunal hopital",
    "lycee college ecole universite syndic syndicat copropriete association comite club fondation",
    "cabinet etude garage boulangerie patisserie restaurant hotel cafe bar brasserie pharmacie clinique",
    "atelier ateliers menuiserie plomberie electricite transports transport quincaillerie librairie",
    "imprimerie entreprise entreprises societe ste groupe ets etablissements maison domaine chateau",
    "freres fils cie compagnie associes conseil conseils consulting immobilier immobiliere construction",
    "batiment travaux sarl sas sasu eurl sa sci scp selarl snc scop ei eirl gie cse ltd limited llp llc",
    "plc inc corp corporation company co gmbh ag kg ug bv nv srl spa group holding accounts account",
    "accounting payable payables receivable billing invoices invoicing invoice payments purchasing",
    "procurement department dept team office desk admin administrator reception sales customer helpdesk",
    "mail mailbox noreply reply postmaster daemon webmaster bot notification notifications shop store",
    "and et the",
  ]
    .join(" ")
    .split(" "),
);

/** The title that a name begins with, where it says how French addresses the person; null where none does. */
export const civilityOf = (name: string | null): Civility | null => {
  const [title] = foldText(name ?? "").split(" ");
  if (title === undefined) return null;
  return MADAM.includes(title) ? "madam" : SIR.includes(title) ? "sir" : null;
};

/** Whether a name begins as a private person's does. A « Dr » or « Me » has a practice: they may be either. */
export const namesPerson = (name: string): boolean => {
  const [title = ""] = foldText(name).split(" ");
  return [...SIR, ...MADAM, "mrs", "ms", "miss", "mx"].includes(title);
};

/** Whether a name holds a word of a desk, a trade, a body or a form of firms. */
export const namesFirm = (name: string): boolean =>
  foldText(name)
    .split(" ")
    .some((word) => NOT_A_PERSON.has(word));

/**
 * What stands after « Bonjour »: the name of the contact where it looks like a person's, else null and the greeting
 * stands alone, which wrongs nobody. A person's name is a title and a name, or two to four capitalised words that begin
 * with a given name, hold no word of a desk, a trade or a firm, and are not the debtor's own name. What follows a dash
 * or a bracket (« Sarah Bloch – Atelier Bloch ») is left out.
 */
export const salutationOf = (
  contactName: string | null,
  debtor: Pick<DebtorFacts, "name" | "kind" | "soleTrader">,
): string | null => {
  const name =
    (contactName ?? "")
      .replace(/\s+/g, " ")
      .split(/ [-–—|/] ?|[(<]/)[0]
      ?.trim() ?? "";
  if (name === "" || name.length > PERSON_CHARS_MAX || /[^\p{L}\p{M}'’. -]/u.test(name))
    return null;
  const [first, ...rest] = name.split(" ");
  if (first === undefined) return null;
  const title = titled(first);
  if (title !== null) {
    return isPersonal(rest, 1) ? `${title} ${rest.join(" ")}` : null;
  }
  const words = [first, ...rest];
  // « MARCHAND Sylvie » is a family name first, and « NORDIS FRANCE » a firm.
  if (!isPersonal(words, 2) || isAllCapitals(first) || isDebtorsOwn(words, debtor)) return null;
  return name;
};

const titled = (word: string): string | null => {
  const folded = foldText(word);
  if (SIR.includes(folded) && folded !== "mr") return "Monsieur";
  if (MADAM.includes(folded)) return "Madame";
  if (folded === "me" || folded === "maitre") return "Maître";
  return folded === "mr" || OTHER_TITLES.includes(folded) ? word : null;
};

const isPersonal = (words: readonly string[], wordsMin: number): boolean =>
  words.length >= wordsMin &&
  words.length <= PERSON_WORDS_MAX &&
  words.every((word, index) => {
    const parts = foldText(word).split(" ");
    if (parts.some((part) => NOT_A_PERSON.has(part))) return false;
    return (
      /^\p{Lu}/u.test(word) ||
      (index > 0 && parts.every((part) => PARTICLES.has(part))) ||
      /^d['’]\p{Lu}/u.test(word)
    );
  });

const isAllCapitals = (word: string): boolean =>
  word.length > 1 && !word.includes(".") && word === word.toUpperCase();

/** A firm may bear a person's name; writing « Bonjour Garage Martin » to it is what this stops. */
const isDebtorsOwn = (
  words: readonly string[],
  debtor: Pick<DebtorFacts, "name" | "kind" | "soleTrader">,
): boolean => {
  if (debtor.kind === "consumer" || debtor.soleTrader) return false;
  const own = new Set(foldText(debtor.name).split(" "));
  const folded = words.map(foldText);
  return own.has(folded[0] ?? "") || folded.every((word) => own.has(word));
};
