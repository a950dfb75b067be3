import { CONCEPTS_CASH } from "#shared/mail/concepts-cash.ts";
import { CONCEPTS_INSOLVENCY } from "#shared/mail/concepts-insolvency.ts";
import { CONCEPTS_INVOICES } from "#shared/mail/concepts-invoices.ts";
import { CONCEPTS_MONEY } from "#shared/mail/concepts-money.ts";
import { CONCEPTS_OFFICE } from "#shared/mail/concepts-office.ts";
import { conceptsAt } from "#shared/mail/concepts.ts";
import { foldedInPlace, tokensOf } from "#shared/mail/words.ts";
import { describe, expect, it } from "vitest";

const conceptsOf = (text: string): readonly string[] => {
  const tokens = tokensOf(foldedInPlace(text)).filter((token) => token.kind !== "mark");
  return tokens.flatMap((_, at) => conceptsAt(tokens, at));
};

/** A sentence, concepts that it must hold, and concepts that it must not. */
type Case = readonly [sentence: string, holds: string, lacks: string];

const PAYING: readonly Case[] = [
  ["Le virement est parti hier soir.", "transfer gone", "will-go"],
  ["Le virement partira jeudi.", "transfer will-go", "gone"],
  ["Your payment went out on Monday.", "payment gone", "will-go"],
  ["Your payment goes out on Monday.", "payment will-go", "gone"],
  ["Vous serez du prochain lot.", "you-are-next payment-run", "gone"],
  ["Thanks a lot for the note.", "", "payment-run"],
  ["Je suis en train de manger.", "", "payment-run"],
  ["You're on the next pay run.", "you-are-next payment-run", "gone"],
  ["Le parapheur est chez la directrice.", "signature boss", "approved"],
  ["Facture en attente de validation.", "invoice awaiting-approval", "paid-done"],
  ["Signed off and ready to go.", "approved", "awaiting-approval"],
  ["Le bon à payer a été donné.", "approval", "purchase-order"],
  ["It is still pending approval upstairs.", "awaiting-approval boss", "gone"],
  ["Le chèque est au courrier depuis mardi.", "cheque gone", "transfer"],
  ["A cheque is in the post.", "cheque gone", "check-yours"],
  ["Please check your bank account.", "check-yours bank", "cheque"],
  ["Vous pouvez représenter le prélèvement.", "direct-debit", "transfer"],
  ["La LCR a été acceptée, à échéance fin mars.", "bill-of-exchange due", "cheque"],
  ["The bill of exchange falls due in June.", "bill-of-exchange due", "cheque"],
  ["Ci-joint l'avis de virement.", "attached-here proof", "statement"],
  ["Remittance advice attached.", "proof attached-here", "not-found"],
  ["Débité de notre compte le 4.", "cashed", "will-arrive"],
  ["It has left our account.", "cashed gone", "will-go"],
  ["Vous devriez le recevoir, comptez deux jours bancaires.", "value-date", "cashed"],
  ["Notre banque a rejeté le virement, IBAN invalide.", "payment-bounced transfer", "mail-failed"],
  ["The transfer bounced, we will resubmit it.", "payment-bounced pay-again", "mail-failed"],
  ["Le plafond de virement du portail bancaire bloque.", "bank-portal", "bank-details"],
  ["La facture a été payée en mars.", "invoice paid-done", "bank-portal"],
  ["Le reste est payé, le solde suivra.", "paid-done will-go", "gone"],
  ["Nous réglerons vendredi.", "will-pay", "paid-done"],
  ["We will pay on Friday.", "will-pay", "paid-done"],
  ["Cela nous avait échappé, un oubli de ma part.", "forgotten", "not-found"],
  ["It slipped through the net, apologies.", "forgotten understanding", "not-found"],
  ["Nos courriers se sont croisés.", "crossed-mails", "forgotten"],
  ["Nous ne vous devons rien, le compte est soldé.", "all-settled", "debt-admitted"],
  ["Le mandatement est chez le comptable public.", "public-money", "insolvency-office"],
];

const BOOKS: readonly Case[] = [
  ["La facture n'est pas encore comptabilisée.", "invoice posting", "paid-done"],
  ["Your invoice has been posted in our books.", "invoice posting", "on-the-pile"],
  ["Le lettrage ne tombe pas juste.", "statement", "cheque"],
  ["There is a mismatch in the three way match.", "matching", "copy"],
  ["Pouvez-vous me renvoyer un duplicata ?", "send-me copy", "pay-again"],
  ["Could you send me a statement of account?", "send-me statement", "proof"],
  ["Aucune trace de cette facture chez nous.", "not-found invoice", "wont-pay"],
  ["We have no record of it.", "not-found", "wont-pay"],
  ["Merci de déposer la facture sur Chorus.", "portal-upload invoice", "bank-portal"],
  ["No PO number, no payment.", "purchase-order payment", "ticket-opened"],
  ["C'est en cours de traitement.", "in-process", "executed"],
  ["It won't be before March, at the earliest.", "not-before", "scheduled"],
  ["Nous paierons quand notre client nous aura réglés.", "our-customer-paid will-pay", "cashed"],
  ["Elle est dans la bannette.", "on-the-pile", "bank"],
  ["Un pli affranchi, confié au facteur.", "by-post", "transfer"],
];

const PEOPLE: readonly Case[] = [
  ["Voyez avec la compta.", "accounts write-to", "look-into"],
  ["Je transmets à notre siège.", "passed-on head-office", "look-into"],
  ["I have passed it to my boss.", "passed-on boss", "death"],
  ["Ce n'est pas moi qui gère, adressez-vous au trésorier.", "write-to treasurer", "away"],
  ["Mme X n'est plus chez nous.", "left-company", "away"],
  ["She no longer works here, her replacement is Tom.", "left-company successor", "pay-again"],
  ["Mon mari s'en occupe ce soir.", "family in-charge", "look-into"],
  ["Le conducteur de travaux doit viser.", "site-manager", "accounts"],
  [
    "All invoices go through our shared service centre.",
    "shared-services invoice",
    "purchase-order",
  ],
  ["Bien reçu, je regarde et je reviens vers vous.", "received look-into reply-later", "back-on"],
  ["Noted, I'll chase it up internally.", "received chase-inside", "leave-alone"],
  ["J'attends le retour de la direction.", "boss", "ask-time"],
  ["I'll give you a ring tomorrow.", "phone", "cheque"],
  ["Je suis absente jusqu'au 12.", "away", "back-on"],
  ["Fermeture annuelle du 1er au 21 août.", "closure", "ceased-trading"],
  ["We are closed for Christmas.", "closure", "ceased-trading"],
  ["Ceci est une réponse automatique.", "automatic", "ticket-opened"],
  ["Votre demande a été enregistrée, ticket 44.", "ticket-opened", "not-mine"],
  ["Address not found: your message could not be delivered.", "mail-failed", "not-found"],
  ["Le comité se réunit mardi.", "committee", "boss"],
  ["I don't understand, which invoice is this?", "puzzled ask-update", "polite-refusal"],
  ["Merci d'arrêter de m'écrire, unsubscribe me.", "stop-mails", "write-to"],
];

const TROUBLE: readonly Case[] = [
  ["Notre trésorerie est tendue ce mois-ci.", "cash-flow tight", "no-money"],
  ["We are at our overdraft limit and can't afford it.", "overdraft no-money", "season"],
  ["Nos clients ne nous paient pas.", "unpaid-by-others", "our-customer-paid"],
  ["La saison démarre en mai.", "season", "tight"],
  ["On attend la subvention du département.", "subsidy", "insolvency-office"],
  ["Je sors de l'hôpital.", "illness", "death"],
  ["There was a fire at the warehouse.", "disaster site-manager", "good-will"],
  ["Le comité a donné son feu vert.", "approval", "disaster"],
  ["Pourrions-nous échelonner en trois fois ?", "proposal ask-parts", "wont-pay"],
  ["Could we have a payment plan, bear with us.", "proposal ask-parts ask-time", "wont-pay"],
  ["See the attached report.", "attached-here", "ask-time"],
  ["Je vous verse un acompte de 500.", "on-account", "wont-pay"],
  ["Nous reconnaissons devoir cette somme.", "debt-admitted money", "wont-pay"],
  ["Nous ne paierons pas.", "wont-pay", "ask-time"],
  ["You won't get a penny, not one cent.", "wont-pay", "ask-parts"],
  ["Vous êtes des escrocs.", "insult", "understanding"],
  ["Attaquez-moi, on se verra au tribunal.", "do-your-worst court", "rescue"],
  ["Sue me.", "do-your-worst", "good-will"],
  ["À la saint-glinglin.", "never-day", "season"],
  ["When pigs fly.", "never-day", "closure"],
  ["Nous maintenons notre position, inutile d'insister.", "polite-refusal", "leave-alone"],
  ["Cessez ce harcèlement.", "leave-alone", "ceased-trading"],
  ["Nous sommes à court de liquidités.", "tight cash-flow", "court"],
  ["We look forward to hearing from you.", "", "court"],
];

const INSOLVENCY: readonly Case[] = [
  ["La société est en redressement judiciaire.", "rescue", "liquidation"],
  ["The company entered administration: joint administrators act.", "insolvency-office", "boss"],
  ["Elle a été placée en liquidation judiciaire.", "liquidation", "rescue"],
  ["They filed for Chapter 11.", "insolvent rescue", "liquidation"],
  ["A winding-up petition was presented.", "liquidation", "rescue"],
  ["Déclarez votre créance auprès du mandataire judiciaire.", "file-claim insolvency-office", ""],
  ["Please lodge a proof of debt with the liquidator.", "file-claim insolvency-office", "rescue"],
  ["Vos factures sont antérieures au jugement.", "standstill", "due"],
  ["Nous sommes en état de cessation des paiements.", "insolvent", "ceased-trading"],
  ["We ceased trading in June and handed back the keys.", "ceased-trading", "closure"],
  ["Surséance, faillissement ou Insolvenz, tout est pareil.", "liquidation rescue", ""],
  ["J'ai clos mon activité, société radiée.", "ceased-trading", "away"],
];

describe("words of paying, of the office, of trouble and of courts", () => {
  it.each([...PAYING, ...BOOKS, ...PEOPLE, ...TROUBLE, ...INSOLVENCY])(
    "finds what is meant in “%s”",
    (sentence, holds, lacks) => {
      const found = new Set(conceptsOf(sentence));
      const listed = (list: string) => list.split(" ").filter((one) => one !== "");
      expect(listed(holds).filter((concept) => !found.has(concept))).toEqual([]);
      expect(listed(lacks).filter((concept) => found.has(concept))).toEqual([]);
    },
  );

  const tables = [
    CONCEPTS_MONEY,
    CONCEPTS_INVOICES,
    CONCEPTS_OFFICE,
    CONCEPTS_CASH,
    CONCEPTS_INSOLVENCY,
  ];
  const entries = tables.flatMap((table) =>
    Object.entries(table).map(([concept, text]) => [concept, text.split(/\s+/)] as const),
  );

  it.each(entries)("writes the words of %s as folded tokens, none of them twice", (_, words) => {
    for (const word of words) {
      const parts = word.split("_");
      expect(foldedInPlace(word)).toBe(word);
      for (const part of parts)
        expect(tokensOf(part.replace("*", "")).map((token) => token.text)).toEqual([
          part.replace("*", ""),
        ]);
    }
    expect(new Set(words).size).toBe(words.length);
  });

  it.each(entries)("meets every word of %s where it stands alone", (concept, words) => {
    for (const word of words)
      expect([word, conceptsOf(word.replaceAll("_", " ").replaceAll("*", "x"))]).toEqual([
        word,
        expect.arrayContaining([concept]),
      ]);
  });

  it("keeps each concept in one of its tables", () => {
    const all = tables.flatMap((table) => Object.keys(table));
    expect(new Set(all).size).toBe(all.length);
  });
});
