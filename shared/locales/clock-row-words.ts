import type { Messages } from "./locale.ts";

/** Deadlines, ours and theirs: what is to be done in a few words, in front of its last day. */
export type ClockKey =
  | "limitation"
  | "claim-declaration"
  | "relief-from-forfeiture"
  | "retention-of-title"
  | "order-service"
  | "order-opposition"
  | "order-opposition-notice"
  | "order-costs-deposit"
  | "order-lawyer"
  | "business-sale-opposition"
  | "unpaid-cheque-payment"
  | "formal-notice-time"
  | "insurer-extension"
  | "insurer-declaration";

export const CLOCK_ROW_WORDS: Messages<Readonly<Record<ClockKey, string>>> = {
  fr: {
    limitation: "Agir en justice",
    "claim-declaration": "Déclarer la créance",
    "relief-from-forfeiture": "Demander le relevé de forclusion",
    "retention-of-title": "Revendiquer les biens",
    "order-service": "Signifier l'ordonnance",
    "order-opposition": "Opposition du débiteur",
    "order-opposition-notice": "Avis d'opposition du greffe",
    "order-costs-deposit": "Consigner les frais",
    "order-lawyer": "Constituer avocat",
    "business-sale-opposition": "Former opposition sur le prix du fonds",
    "unpaid-cheque-payment": "Paiement du chèque",
    "formal-notice-time": "Délai de la mise en demeure",
    "insurer-extension": "Demander la prorogation à l'assureur",
    "insurer-declaration": "Déclarer l'impayé à l'assureur",
  },
  en: {
    limitation: "Go to court",
    "claim-declaration": "Declare the claim",
    "relief-from-forfeiture": "Ask for relief from forfeiture",
    "retention-of-title": "Claim the goods back",
    "order-service": "Serve the order",
    "order-opposition": "Debtor's opposition",
    "order-opposition-notice": "Clerk's notice of opposition",
    "order-costs-deposit": "Deposit the costs",
    "order-lawyer": "Appoint a lawyer",
    "business-sale-opposition": "Oppose payment of the sale price",
    "unpaid-cheque-payment": "Payment of the cheque",
    "formal-notice-time": "Time left by the formal notice",
    "insurer-extension": "Ask the insurer for an extension",
    "insurer-declaration": "Declare the unpaid debt to the insurer",
  },
};
