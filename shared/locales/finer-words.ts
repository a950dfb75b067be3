import { own } from "#shared/kernel/text.ts";
import type { Language } from "#shared/kernel/money.ts";
import { ownValue } from "#shared/kernel/own-value.ts";
import type { Own } from "#shared/kernel/text.ts";
import { say } from "./locale.ts";
import type { Messages, Sentence } from "./locale.ts";

/** Finer reasons under a tag, and who must act. */
const FR_CODES = {
  "delivery-note-missing": own("Bon de livraison ou preuve manquante"),
  "wrong-address": own("Livré à une autre adresse"),
  "partial-delivery": own("Livraison partielle"),
  "late-delivery": own("Livraison ou travaux en retard"),
  "lost-by-carrier": own("Perdu par le transporteur"),
  "work-unfinished": own("Travaux ou prestation non terminés"),
  damage: own("Marchandise abîmée"),
  "wrong-goods": own("Mauvais article"),
  defects: own("Défaut ou malfaçon"),
  "expert-awaited": own("Expertise ou assurance attendue"),
  "returned-goods": own("Marchandise retournée"),
  "credit-note-awaited": own("Avoir attendu"),
  "set-off": own("Compensation"),
  "deposit-not-counted": own("Acompte non déduit"),
  "discount-forgotten": own("Remise oubliée"),
  "price-differs": own("Prix autre que celui convenu"),
  "vat-or-mentions": own("TVA ou mentions de la facture"),
  "quantity-differs": own("Quantité facturée contestée"),
  "portal-rejection": own("Rejet ou dépôt sur le portail (Chorus, plateforme)"),
  "order-missing": own("Numéro de commande manquant"),
  "approval-missing": own("Visa ou validation attendu chez eux"),
  "supplier-file-missing": own("Pièces de la fiche fournisseur manquantes"),
  "wrong-entity": own("Mauvaise société facturée"),
  cancelled: own("Commande ou contrat annulé"),
  retention: own("Retenue de garantie"),
  "time-barred": own("Prescription invoquée"),
  "charges-contested": own("Intérêts ou frais contestés"),
  "not-our-order": own("Commande contestée"),
  "copy-asked": own("Copie de facture demandée"),
  "statement-asked": own("Relevé de compte demandé"),
  "bank-details-asked": own("Coordonnées bancaires demandées"),
  "order-or-delivery-asked": own("Bon de commande ou de livraison demandé"),
  "explanation-asked": own("Explication demandée"),
  "supplier-details-asked": own("Renseignements d'entreprise demandés"),
  conditional: own("Sous condition"),
  "by-another-office": own("Un autre service doit payer"),
  "by-a-third": own("Dépend du paiement d'un tiers"),
  partial: own("Une partie seulement"),
  "schedule-proposed": own("Échéancier proposé"),
  "time-asked": own("Délai demandé"),
  "cash-trouble": own("Difficultés de trésorerie"),
  "has-left": own("L'interlocuteur est parti"),
  "other-department": own("Autre service"),
  "agent-named": own("Un mandataire répond pour lui"),
} as const;

type Codes = Readonly<Record<keyof typeof FR_CODES, Own>>;

type FinerWords = {
  readonly codes: Codes;
  readonly mustAct: Readonly<Record<"us" | "them" | "third", Own>>;
  readonly said: (code: Own, mustAct: Own) => Sentence;
};

const EN_CODES: Codes = {
  "delivery-note-missing": own("Delivery note or proof missing"),
  "wrong-address": own("Delivered to another address"),
  "partial-delivery": own("Partial delivery"),
  "late-delivery": own("Late delivery or work"),
  "lost-by-carrier": own("Lost by the carrier"),
  "work-unfinished": own("Work or service not finished"),
  damage: own("Damaged goods"),
  "wrong-goods": own("Wrong item"),
  defects: own("Defect or poor work"),
  "expert-awaited": own("Surveyor or insurer awaited"),
  "returned-goods": own("Goods returned"),
  "credit-note-awaited": own("Credit note awaited"),
  "set-off": own("Set-off"),
  "deposit-not-counted": own("Deposit not deducted"),
  "discount-forgotten": own("Discount forgotten"),
  "price-differs": own("Price other than agreed"),
  "vat-or-mentions": own("VAT or wording of the invoice"),
  "quantity-differs": own("Quantity invoiced contested"),
  "portal-rejection": own("Rejected by or not on the portal"),
  "order-missing": own("Order number missing"),
  "approval-missing": own("Approval awaited on their side"),
  "supplier-file-missing": own("Supplier documents missing"),
  "wrong-entity": own("Wrong company invoiced"),
  cancelled: own("Order or contract cancelled"),
  retention: own("Retention"),
  "time-barred": own("Time bar invoked"),
  "charges-contested": own("Interest or charges contested"),
  "not-our-order": own("Order contested"),
  "copy-asked": own("Copy of an invoice asked for"),
  "statement-asked": own("Statement asked for"),
  "bank-details-asked": own("Bank details asked for"),
  "order-or-delivery-asked": own("Order or delivery note asked for"),
  "explanation-asked": own("Explanation asked for"),
  "supplier-details-asked": own("Company details asked for"),
  conditional: own("On a condition"),
  "by-another-office": own("Another office must pay"),
  "by-a-third": own("Hangs on a third party's payment"),
  partial: own("A part only"),
  "schedule-proposed": own("Schedule proposed"),
  "time-asked": own("Time asked for"),
  "cash-trouble": own("Cash trouble"),
  "has-left": own("The contact has left"),
  "other-department": own("Another department"),
  "agent-named": own("An agent answers for them"),
};

export const FINER_WORDS: Messages<FinerWords> = {
  fr: {
    codes: FR_CODES,
    mustAct: {
      us: own("à nous d'agir"),
      them: own("à eux d'agir"),
      third: own("un tiers doit agir"),
    },
    said: (code, mustAct) => say`${code} : ${mustAct}.`,
  },
  en: {
    codes: EN_CODES,
    mustAct: {
      us: own("for us to act"),
      them: own("for them to act"),
      third: own("a third party must act"),
    },
    said: (code, mustAct) => say`${code}: ${mustAct}.`,
  },
};

/** A finer reason inside a sentence; null where there is none, or one of a later version. */
export const finerWord = (language: Language, code: string | null): Own | null => {
  const words: Readonly<Record<string, Own>> = FINER_WORDS[language].codes;
  const word = code === null ? null : ownValue(words, code);
  return word === null ? null : own(word.own.charAt(0).toLowerCase() + word.own.slice(1));
};
