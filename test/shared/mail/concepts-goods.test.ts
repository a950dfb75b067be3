import { CONCEPTS_GOODS } from "#shared/mail/concepts-goods.ts";
import { CONCEPTS_PRICE } from "#shared/mail/concepts-price.ts";
import { CONCEPTS_SERVICE } from "#shared/mail/concepts-work.ts";
import { conceptsAt } from "#shared/mail/concepts.ts";
import { foldedInPlace, tokensOf } from "#shared/mail/words.ts";
import { describe, expect, it } from "vitest";

const conceptsOf = (text: string): readonly string[] => {
  const tokens = tokensOf(foldedInPlace(text)).filter((token) => token.kind !== "mark");
  return tokens.flatMap((_, at) => conceptsAt(tokens, at));
};

/** A sentence, concepts that it must hold, and concepts that it must not. */
type Case = readonly [sentence: string, holds: string, lacks: string];

const GOODS: readonly Case[] = [
  ["Nous n'avons jamais reçu les deux palettes.", "not-arrived package", "leak spoiled"],
  ["Il manque trois cartons sur votre BL.", "missing package goods-receipt", "not-done"],
  ["On attend toujours le matériel, personne ne l'a vu arriver.", "not-arrived goods", "training"],
  ["The boxes never arrived and the driver has no POD.", "not-arrived carrier goods-receipt", ""],
  ["Two boxes short, see the delivery note.", "missing goods-receipt package", "not-ordered"],
  ["Signature illisible, ce n'est pas notre signature !", "goods-signature", "unsigned"],
  ["Livré à la mauvaise adresse, chez le voisin.", "wrong-address delivery", "not-us"],
  ["It was delivered late, after the event.", "late-goods delivery", "time-barred"],
  ["Colis refusé à la livraison avec réserves.", "goods-reserve package", ""],
  ["L'écran est arrivé cassé.", "broken goods goods-arrived", "leak"],
  ["The pump was damaged in transit.", "broken trade-goods", "missing"],
  ["La machine est en panne depuis le premier jour.", "not-working goods", "spoiled"],
  ["It doesn't work and never has.", "not-working", "not-ordered"],
  ["Le toit fuit toujours.", "leak trade-goods", "weight"],
  ["Half of the fruit was mouldy, the rest past its best.", "spoiled", "broken"],
  ["Pourriez-vous me répondre ?", "", "spoiled"],
  ["Plats froids, servis tièdes au mieux.", "food-temperature", "spoiled"],
  ["Les nappes sont tachées.", "stained", "work"],
  ["Ce n'est pas la bonne couleur.", "wrong-item", "cancelled"],
  ["You sent the wrong size.", "wrong-item", "does-not-fit"],
  ["The doors do not fit, too wide by 3 cm.", "does-not-fit trade-goods", "not-working"],
  ["De notre côté tout va bien.", "", "does-not-fit"],
  ["Pièces non conformes, défaut de soudure.", "defect goods", "too-high"],
  ["Le logiciel plante trois fois par jour.", "software", "trade-goods"],
  ["Faute d'orthographe sur la banderole, à refaire.", "print redo", "liability"],
  ["We are not happy at all, the job was botched.", "dissatisfied work", "social"],
  ["Photos à l'appui, vous verrez.", "evidence", "social"],
  ["Your rep promised us a replacement.", "your-rep your-promise redo", "not-ordered"],
  ["Votre commercial devait passer reprendre le tout.", "your-rep your-promise", "no-show"],
  ["Everything went straight to the poubelle.", "thrown-away", "lost-object"],
  ["Ils se sont portés garants car la banque suit.", "guarantee", "trade-goods"],
];

const SERVICE: readonly Case[] = [
  ["Le chantier n'est pas terminé.", "work unfinished", "cancelled"],
  ["You left the job half finished.", "unfinished", "dissatisfied"],
  ["La formation n'a jamais eu lieu.", "training not-done", "not-arrived"],
  ["Nobody turned up on the Tuesday.", "no-show", "not-arrived"],
  ["Vos gars ne sont jamais revenus.", "worker no-show", "return"],
  ["Nous réglerons à la levée des réserves.", "snag", "goods-reserve"],
  ["The snag list is still open.", "snag", "unfinished"],
  ["Pas de PV de réception signé.", "acceptance-report", "unsigned"],
  ["Vous comptez 14 heures, la feuille d'heures en dit 9.", "hours-work", "weight"],
  ["Of course we will.", "", "training"],
  ["Le ménage n'a pas été fait.", "trade-service not-done", "stained"],
  ["Chorus a rejeté la facture, code service absent.", "portal-upload internal-code", "software"],
  ["Il manque le numéro d'engagement.", "internal-code missing", "certain"],
  ["La mairie mandate le 12.", "public-body public-money", "lawyer"],
  ["The council needs this on the portal.", "public-body portal-upload", "court"],
  ["Découvrez notre catalogue et nos solutions.", "sales-talk", "order"],
  ["Je me permets de vous adresser ma candidature en alternance.", "job-application", "trial"],
  ["Merci de répondre à notre enquête.", "newsletter", "expert"],
  ["Quelqu'un a oublié un parapluie chez vous.", "lost-object", "lost-goods"],
  ["Félicitations pour le bébé !", "social", "meeting"],
  ["Pourriez-vous nous faire un devis pour du neuf ?", "new-business", "too-high"],
];

const PRICE: readonly Case[] = [
  ["Le prix convenu était de 40.", "price agreed-price", "too-high"],
  ["You quoted 900, not 1,100.", "agreed-price quotation", "double-billing"],
  ["C'est trop cher, vous nous avez surfacturés.", "too-high", "discount"],
  ["Surcharge gasoil jamais annoncée.", "surcharge", "price-rise"],
  ["Où est passée notre remise ?", "discount", "return"],
  ["The index went up without notice.", "price-rise", "surcharge"],
  ["Écart de 3 centimes.", "rounding mismatch", "weight"],
  ["We counted 48 units instead of 60.", "quantity instead-of", "only"],
  ["Poids net 3 tonnes à la bascule.", "weight", "missing"],
  ["Vous avez facturé deux fois la même chose.", "double-billing", "copy"],
  ["Already invoiced in May.", "double-billing", "paid-done"],
  ["Ça ne correspond à rien.", "mismatch", "withhold"],
  ["Il y a une erreur, merci de rectifier.", "billing-error", "sorry"],
  ["We never ordered this.", "not-ordered order", "cancelled"],
  ["Rien n'a été signé, jamais commandé.", "not-ordered", "unsigned"],
  ["No PO, no pay.", "purchase-order", "order"],
  ["Contrat résilié en juin.", "cancelled subscription", "unfinished"],
  ["It was a free trial.", "trial", "court"],
  ["Mauvaise entité, c'est notre filiale.", "wrong-entity", "wrong-item"],
  ["The business was sold in March.", "sold-company", "sales-talk"],
  ["Cette facture ne nous concerne pas.", "not-us", "wrong-entity"],
  ["Nous attendons un avoir.", "credit-note", "copy"],
  ["On a renvoyé la marchandise, venez chercher le reste.", "return goods", "credit-note"],
  ["We deducted what you owe us.", "set-off", "retention"],
  ["Retenue de garantie de 5 %.", "retention guarantee", "gesture"],
  ["Pénalités et intérêts de retard.", "penalty late-fees", "guarantee"],
  ["That's fine with us.", "", "penalty"],
  ["La créance est prescrite.", "time-barred", "trade-goods"],
  ["Faites un geste commercial.", "gesture", "discount"],
  ["Un duplicata, s'il vous plaît.", "copy", "double-billing"],
  ["The attachment won't open.", "unreadable", "not-working"],
  ["Votre RIB à jour ?", "bank-details", "statement"],
  ["Fiche fournisseur et Kbis, svp.", "supplier-record", "certificate"],
  ["Is this IBAN genuine or a scam?", "bank-details fraud-check", "statement"],
  ["Enlevez la ligne et je la passe.", "remove-line", "cancelled"],
  ["Le contrat prévoit le contraire, c'est écrit.", "document-says subscription", "order"],
  ["D'où sortent ces 300 ?", "breakdown", "unreadable"],
  ["Nous contestons formellement.", "dispute-word", "order"],
  ["Notre avocat vous écrira.", "lawyer", "court"],
  ["On se verra au tribunal.", "court", "lawyer"],
  ["Les fonds sont à court terme.", "", "court"],
  ["Expertise contradictoire demandée, puis le médiateur.", "expert mediator", "lawyer"],
  ["Lettre recommandée avec accusé de réception.", "registered-letter", "goods-receipt"],
  ["Article 1219 du code civil, exception d'inexécution.", "law-article withhold", "print"],
  ["Nous ne devons rien.", "nothing-due", "withhold"],
];

const wordsOf = (text: string): readonly string[] => text.split(" ").filter((one) => one !== "");

describe("the concepts of goods, work and prices", () => {
  it.each([...GOODS, ...SERVICE, ...PRICE])("reads “%s”", (sentence, holds, lacks) => {
    const found = conceptsOf(sentence);
    expect(found).toEqual(expect.arrayContaining([...wordsOf(holds)]));
    expect(found.filter((one) => wordsOf(lacks).includes(one))).toEqual([]);
  });

  it("holds small letters, figures and joined words alone, each once", () => {
    for (const table of [CONCEPTS_GOODS, CONCEPTS_SERVICE, CONCEPTS_PRICE])
      for (const [concept, text] of Object.entries(table)) {
        const entries = text.split(/\s+/).filter((one) => one !== "");
        const odd = entries.filter((one) => !/^[a-zœ0-9]+\*?(?:_[a-zœ0-9]+\*?)*$/.test(one));
        expect([concept, odd]).toEqual([concept, []]);
        expect(new Set(entries).size).toBe(entries.length);
      }
  });
});
