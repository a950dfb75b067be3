import type { CalendarDate } from "#shared/kernel/calendar.ts";
import { longDate, weekdayDate } from "./calendar-words.ts";
import { typeset } from "./drafting-said-fr.ts";

/** Why a text is not drafted, and what is wrong with one that is, in French: the model of the other language. */
export const draftingRefusalsFr = {
  refusal: {
    notDraftedYet: (missing: readonly string[]): string =>
      typeset(`Cette étape ne peut pas encore être rédigée. Il manque : ${missing.join(" ; ")}.`),
    routeIsYours:
      "Relance ne rédige rien à cette étape\u00a0: la voie est votre choix, et chacune a ses formulaires.",
    forLaw: {
      "identity-checked": "l'identité exacte du débiteur, vérifiée (dénomination, SIREN, siège)",
      statement: "le décompte arrêté des sommes dues",
      "registered-letter":
        "l'envoi en recommandé (papier ou électronique) ou la remise en main propre",
      "formal-notice-sent": "la mise en demeure et la preuve de son envoi",
      "first-presentation": "la preuve de la date de première présentation",
      "time-limit-passed": "l'expiration du délai donné par la mise en demeure",
      "route-chosen": "la voie choisie et les pièces qu'elle demande",
    },
    factsMissing: (missing: readonly string[]): string =>
      typeset(`Pour rédiger ce message, il manque : ${missing.join(" ; ")}.`),
    facts: {
      "creditor-name": "la dénomination de votre entreprise",
      signatory: "le nom du signataire",
      "creditor-email": "votre adresse électronique",
      call: "l'appel lui-même : notez-le d'abord (date, interlocuteur, réponse)",
      statement: "le décompte des intérêts",
      "assignee-account": "le compte du cessionnaire, seul à pouvoir être payé",
      "debtor-address": "l'adresse postale du débiteur",
      mediator:
        "le médiateur de la consommation dont vous relevez (nom et site), dans les réglages",
    },
    nothingToAsk: "Aucune somme n'est à demander à cette étape.",
    tooManyInvoices: (max: number): string =>
      `Plus de ${String(max)} factures pour un seul message : joignez plutôt un relevé de compte.`,
    severalCurrencies: "Un message ne porte que sur une devise : préparez-en un par devise.",
    toneAboveStep: "Ce ton est au-dessus de l'étape atteinte.",
    replyByUnfit: (on: CalendarDate): string =>
      `La date de réponse souhaitée, ${weekdayDate(on, "fr")}, doit être un jour ouvré à venir.`,
    promiseNotBroken: (by: CalendarDate): string =>
      `La promesse court jusqu'au ${longDate(by, "fr")} : elle n'est pas rompue.`,
    promiseNotChecked: (by: CalendarDate, known: CalendarDate): string =>
      typeset(
        `Les règlements ne sont connus que jusqu'au ${longDate(known, "fr")}, avant la date promise du ${longDate(by, "fr")} : vérifiez d'abord la banque.`,
      ),
    notLateYet: (number: string): string => `La facture ${number} n'est pas encore en retard.`,
    lateAlready: (number: string): string =>
      typeset(`La facture ${number} est déjà échue : un rappel de courtoisie n'a plus d'objet.`),
    costsForbidden:
      "Les frais de recouvrement ne se demandent ni à un particulier ni à un non-professionnel.",
    assignedMixed: typeset(
      "Des factures cédées et d'autres qui ne le sont pas ne se mêlent pas dans un même message : le compte à payer n'est pas le même.",
    ),
    notForGroups: "Cette étape se prépare débiteur par débiteur, jamais pour un groupe.",
  },

  finding: {
    court: "évoque un tribunal ou une procédure",
    "court-officer": "évoque un commissaire de justice ou une saisie",
    threat: "menace, ou met en cause la réputation ou des tiers",
    "formal-notice-word": "parle de mise en demeure avant l'étape de la lettre",
    insult: "met en cause l'honnêteté du débiteur",
    "invented-deadline": "présente une date souhaitée comme un délai légal",
    "consumer-cost": "réclame à un particulier des frais ou pénalités interdits",
    "interest-too-early": "parle de pénalités avant la deuxième relance",
    "lateness-too-early": "parle de retard avant l'échéance",
    "too-firm": "est plus ferme que le ton choisi",
    "rights-given-up": "abandonne des droits sans le dire expressément",
  },
};

export type DraftingRefusals = typeof draftingRefusalsFr;
