import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Own } from "#shared/kernel/text.ts";
import { own } from "#shared/kernel/text.ts";
import { longDate } from "./calendar-words.ts";
import { say } from "./locale.ts";
import type { Messages, Sentence } from "./locale.ts";
import { dire, dit } from "./typeset.ts";

const nombre = (min: number, max: number): Sentence => dire`Un nombre entier, de ${min} à ${max}.`;
const number = (min: number, max: number): Sentence => say`A whole number, from ${min} to ${max}.`;

/** The page of rules on the desk. */
const policyFr = {
  title: dit("Règles"),
  intro: dit(
    "Ce que vous avez réglé une fois pour toutes. Chaque changement est inscrit au registre avec sa date, et s'annule.",
  ),
  groups: {
    rhythm: dit("Rythme"),
    money: dit("Petits écarts"),
    interest: dit("Intérêts et règlements partiels"),
    formal: dit("Étapes solennelles"),
    creditor: dit("Votre entreprise"),
  },
  fields: {
    capMessages: dit("Messages au plus"),
    capDays: dit("En jours"),
    promiseGraceDays: dit("Jours ouvrés laissés après la date promise"),
    useHabits: dit("Relancer après le jour où ce débiteur paie d'habitude"),
    tolerance: (currency: string): Own => own(`Reste toléré en ${currency}`),
    interestBasis: dit("Base de calcul des intérêts"),
    rateSplit: dit("Taux quand le retard dure plusieurs semestres"),
    allocationOrder: dit("Un règlement partiel s'impute d'abord sur"),
    noticeDays: dit("Jours laissés par la mise en demeure"),
    consumerNoticeDays: dit("Jours laissés à un particulier ou non-professionnel"),
    approvalSteps: dit("Étapes qu'une deuxième personne doit approuver"),
    mediatorName: dit("Médiateur de la consommation"),
    mediatorSite: dit("Son site"),
    trader: dit("Qualité de votre entreprise"),
    outsideMainland: dit("Entreprise établie hors de France métropolitaine"),
    alsaceMoselle: dit("Jours fériés d'Alsace-Moselle"),
  },
  hints: {
    capMessages: dit(
      "À une même adresse, toutes relances confondues. Au-delà, Relance avertit. C'est un usage, non une règle de droit.",
    ),
    promiseGraceDays: dit("Un virement met un jour ou deux à paraître au relevé."),
    useHabits: dit(
      "Seulement pour qui a assez de factures payées pour qu'une habitude se voie ; jamais plus de trente jours.",
    ),
    tolerances: dit(
      "Un reste jusqu'à ce montant n'est pas relancé ; Relance propose de le passer en perte. Vide : aucun.",
    ),
    interestBasis: dit(
      "Aucun texte ne fixe cette base pour C. com. L441-10 : c'est un réglage, imprimé sur le décompte. Les exemples officiels divisent par 365.",
    ),
    rateSplit: dit(
      "Aucun texte trouvé ne tranche entre les deux pour les créances privées françaises : c'est un réglage, imprimé sur le décompte.",
    ),
    allocationOrder: dit(
      "À défaut d'accord, C. civ. 1343-1 impute sur les intérêts d'abord. L'ordre choisi est imprimé sur le décompte.",
    ),
    noticeDays: dit(
      "Depuis la première présentation. Aucun texte ne fixe ce délai ; l'usage est de 8 jours entre professionnels, 15 pour un particulier (à vérifier).",
    ),
    approvalSteps: dit(
      "L'étape attend qu'une autre personne que celle qui la prépare l'approuve sur la fiche du débiteur.",
    ),
    mediator: dit(
      "Nommé dans la mise en demeure d'un particulier (C. conso L616-1, R616-1). Sans lui, elle n'est pas écrite.",
    ),
    trader: dit("Décide du tribunal que citent les voies de recours."),
    outsideMainland: dit("Deux mois de plus pour déclarer une créance (C. com. R622-24)."),
    alsaceMoselle: dit("Deux jours fériés de plus (C. trav. L3134-13)."),
  },
  smallAmounts: dit("Le seuil des petits montants se règle avec les scénarios."),
  toPlans: dit("Ouvrir les scénarios"),
  bases: {
    "act/365": dit("Jours réels sur 365"),
    "act/act": dit("Jours réels sur ceux de l'année civile"),
  },
  splits: {
    "half-year": dit("Chaque semestre porte son taux"),
    frozen: dit("Un seul taux, celui du début"),
  },
  orders: {
    "principal-first": dit("Le principal"),
    "interest-first": dit("Les intérêts"),
  },
  traders: {
    "": dit("Non précisée"),
    yes: dit("Commerçant ou société commerciale"),
    no: dit("Profession ou activité civile"),
  },
  save: dit("Enregistrer ces règles"),
  unchanged: dire`Rien n'a changé.`,
  faults: {
    number: nombre,
    amount: dire`Ce montant n'est pas lisible.`,
    mediator: dire`Donnez le nom et le site, ou laissez les deux vides.`,
  },
  closures: {
    title: dit("Fermetures"),
    hint: dit("Les jours où personne ne relance : les deux dates sont comprises."),
    none: dit("Aucune fermeture notée."),
    holidays: (source: Own): Sentence =>
      dire`Les jours fériés sont comptés d'eux-mêmes : ${source}.`,
    dates: (from: CalendarDate, to: CalendarDate): Own =>
      own(
        from === to ? longDate(from, "fr") : `du ${longDate(from, "fr")} au ${longDate(to, "fr")}`,
      ),
    past: dit("passée"),
    running: dit("en cours"),
    from: dit("Du"),
    to: dit("Au"),
    reason: dit("Raison"),
    reasonHint: dit("Par exemple : congés d'août, inventaire."),
    add: dit("Noter cette fermeture"),
    remove: dit("Retirer"),
    faults: {
      date: dire`Donnez cette date.`,
      reason: dire`Dites pourquoi.`,
    },
  },
};

export type DeskPolicyWords = typeof policyFr;

const policyEn: DeskPolicyWords = {
  title: own("Rules"),
  intro: own(
    "What you settled once for all. Each change is entered in the ledger with its day, and can be undone.",
  ),
  groups: {
    rhythm: own("Rhythm"),
    money: own("Small differences"),
    interest: own("Interest and part payments"),
    formal: own("Formal steps"),
    creditor: own("Your business"),
  },
  fields: {
    capMessages: own("Messages at most"),
    capDays: own("In days"),
    promiseGraceDays: own("Working days left after the promised day"),
    useHabits: own("Remind after the day on which this debtor usually pays"),
    tolerance: (currency) => own(`Residue tolerated in ${currency}`),
    interestBasis: own("Day count of interest"),
    rateSplit: own("Rate where lateness lasts several half-years"),
    allocationOrder: own("A part payment is first set against"),
    noticeDays: own("Days left by a formal notice"),
    consumerNoticeDays: own("Days left to a consumer or non-professional"),
    approvalSteps: own("Steps that a second person must approve"),
    mediatorName: own("Consumer mediator"),
    mediatorSite: own("Its site"),
    trader: own("Standing of your business"),
    outsideMainland: own("Business established outside mainland France"),
    alsaceMoselle: own("Public holidays of Alsace-Moselle"),
  },
  hints: {
    capMessages: own(
      "To one address, all reminders taken together. Beyond it, Relance warns. It is custom, not law.",
    ),
    promiseGraceDays: own("A transfer takes a day or two to show on the statement."),
    useHabits: own(
      "Only for those with enough paid invoices for a habit to show; never more than thirty days.",
    ),
    tolerances: own(
      "What is left up to this amount is not chased; Relance proposes to write it off. Empty: none.",
    ),
    interestBasis: own(
      "No text fixes it for C. com. L441-10: it is a setting, printed on the statement. The official examples divide by 365.",
    ),
    rateSplit: own(
      "No text was found that decides between the two for private debts in France: it is a setting, printed on the statement.",
    ),
    allocationOrder: own(
      "Without an agreement, C. civ. 1343-1 sets it against interest first. The chosen order is printed on the statement.",
    ),
    noticeDays: own(
      "From first presentation. No text fixes it; the custom is 8 days between professionals, 15 for a consumer (to be checked).",
    ),
    approvalSteps: own(
      "The step waits until somebody other than its author approves it in the debtor's file.",
    ),
    mediator: own(
      "Named in the formal notice to a consumer (C. conso L616-1, R616-1). Without it, that notice is not written.",
    ),
    trader: own("Decides which court the routes name."),
    outsideMainland: own("Two more months to declare a claim (C. com. R622-24)."),
    alsaceMoselle: own("Two more public holidays (C. trav. L3134-13)."),
  },
  smallAmounts: own("The threshold of small amounts is set with the plans."),
  toPlans: own("Open the plans"),
  bases: {
    "act/365": own("Actual days over 365"),
    "act/act": own("Actual days over those of the calendar year"),
  },
  splits: {
    "half-year": own("Each half-year bears its own rate"),
    frozen: own("One rate, that of the beginning"),
  },
  orders: { "principal-first": own("The principal"), "interest-first": own("The interest") },
  traders: {
    "": own("Not said"),
    yes: own("Trader or commercial company"),
    no: own("Civil profession or activity"),
  },
  save: own("Save these rules"),
  unchanged: say`Nothing has changed.`,
  faults: {
    number,
    amount: say`This amount cannot be read.`,
    mediator: say`Give the name and the site, or leave both empty.`,
  },
  closures: {
    title: own("Closures"),
    hint: own("Days on which nobody chases: both dates are included."),
    none: own("No closure noted."),
    holidays: (source) => say`Public holidays count by themselves: ${source}.`,
    dates: (from, to) =>
      own(from === to ? longDate(from, "en") : `${longDate(from, "en")} to ${longDate(to, "en")}`),
    past: own("past"),
    running: own("running"),
    from: own("From"),
    to: own("To"),
    reason: own("Reason"),
    reasonHint: own("For example: August holidays, stocktaking."),
    add: own("Note this closure"),
    remove: own("Remove"),
    faults: { date: say`Give this date.`, reason: say`Say why.` },
  },
};

export const DESK_POLICY: Messages<DeskPolicyWords> = { fr: policyFr, en: policyEn };
