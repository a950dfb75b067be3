import { describe, expect, it } from "vitest";
import type { DisputeReason, Tag } from "#shared/kernel/parties.ts";
import { LEXICON_CLAIMS } from "#shared/mail/lexicon-claims.ts";
import { LEXICON_REFUSALS } from "#shared/mail/lexicon-refusals.ts";
import { sentencesOf } from "#shared/mail/sentences.ts";
import { signalsOf } from "#shared/mail/signals.ts";

const firedIn = (text: string) => signalsOf(sentencesOf(text));
const tagsOf = (text: string): readonly Tag[] => [
  ...new Set(
    firedIn(text)
      .filter((one) => one.rule !== "question.mark")
      .map((one) => one.tag),
  ),
];
const reasonsOf = (text: string): readonly (DisputeReason | undefined)[] =>
  firedIn(text)
    .filter((one) => one.tag === "dispute")
    .map((one) => one.reason);

const DISPUTES: readonly (readonly [string, DisputeReason])[] = [
  ["Nous n'avons jamais été livrés de ces deux palettes.", "not_delivered"],
  [
    "Le chauffeur devait repasser avec le reste, on attend toujours la marchandise.",
    "not_delivered",
  ],
  ["Votre technicien n'est jamais venu.", "not_delivered"],
  ["Les travaux ne sont toujours pas terminés.", "not_delivered"],
  ["Nobody turned up on the day of the training.", "not_delivered"],
  ["We are still waiting for the second pump.", "not_delivered"],
  ["Your engineer never came back to finish it.", "not_delivered"],
  ["Les chaises sont arrivées cassées.", "quality"],
  ["La porte ne ferme plus depuis votre passage.", "quality"],
  ["Il a fallu tout refaire à nos frais.", "quality"],
  ["Nos clients se plaignent, photos envoyées à votre commercial.", "quality"],
  ["The paint was the wrong colour and had to be redone.", "quality"],
  ["Half of the bottles arrived smashed.", "quality"],
  ["The boiler stopped working two days after your visit.", "quality"],
  ["Le devis signé disait 450, ici je lis 520.", "price"],
  ["Personne ne nous a prévenus de ce supplément.", "price"],
  ["La remise convenue a été oubliée.", "price"],
  ["You quoted us 300 and billed 380.", "price"],
  ["Take the fuel surcharge off and we can talk.", "price"],
  ["On a compté 18 cartons, pas 20.", "quantity"],
  ["Vous facturez 12 heures, la feuille de pointage en donne 9.", "quantity"],
  ["The delivery note says 40 boxes, we counted 36.", "quantity"],
  ["Nous n'avons rien commandé chez vous.", "not_ordered"],
  ["Personne ici n'a signé ce bon.", "not_ordered"],
  ["Votre représentant a laissé la machine à l'essai, sans engagement.", "not_ordered"],
  ["Nobody in this office ordered the signs.", "not_ordered"],
  ["I think you have us mixed up with another club.", "not_ordered"],
  ["Cette facture fait doublon avec celle de mars.", "duplicate"],
  ["Vous comptez deux fois la même livraison.", "duplicate"],
  ["You have billed us twice for the same job.", "duplicate"],
  ["J'attends encore l'avoir promis pour les retours.", "credit_due"],
  ["Votre chauffeur a repris les fûts vides en mai.", "credit_due"],
  ["Where is the credit note you promised?", "credit_due"],
  ["We have netted off what you owe us.", "credit_due"],
  ["Merci de redéposer la facture sur Chorus Pro avec le code service.", "missing_reference"],
  ["Sans numéro d'engagement, rien ne peut être mandaté.", "missing_reference"],
  ["No PO, no pay.", "missing_reference"],
  ["Your document was rejected by the portal.", "missing_reference"],
  ["Le contrat a été résilié par recommandé en janvier.", "other"],
  ["Ce sont les 5 % de retenue de garantie.", "other"],
  ["We do not accept these late fees.", "other"],
  ["The invoice is made out to the wrong company.", "other"],
];

const SAID: readonly (readonly [Tag, readonly string[]])[] = [
  [
    "refusal",
    [
      "Je ne paierai pas, inutile d'insister.",
      "Vous n'aurez pas un centime.",
      "Notre société n'entend pas donner suite à votre demande.",
      "Cours toujours !",
      "Vous pouvez toujours m'écrire, ça finira à la poubelle.",
      "Payer ? Quand les poules auront des dents.",
      "Faites ce que bon vous semble.",
      "Arrêtez de m'écrire, bande de rapaces.",
      "Le dossier est clos de notre côté et la décision est définitive.",
      "We have no intention of paying.",
      "You will not see a penny.",
      "Go ahead and sue.",
      "Dream on.",
      "We regard the matter as closed and will not enter into correspondence.",
      "Stop emailing me.",
    ],
  ],
  [
    "insolvency",
    [
      "La société est en redressement judiciaire depuis le 3 mars.",
      "J'ai déposé le bilan hier.",
      "Nous sommes sous la protection du tribunal.",
      "On a rendu les clés au liquidateur.",
      "Mon dossier de surendettement est recevable.",
      "Je n'ai plus le droit de payer un créancier plutôt qu'un autre.",
      "Le curateur de la faillite vous écrira.",
      "Joint administrators were appointed on Monday.",
      "Please lodge your claim with the liquidator.",
      "We filed for Chapter 11 last week.",
      "The company has ceased trading.",
    ],
  ],
  [
    "question",
    [
      "Pouvez-vous m'envoyer un duplicata de la facture ?",
      "À quoi correspond ce montant ?",
      "Un RIB svp.",
      "Sur votre rappel l'IBAN n'est pas le même, lequel est le bon ?",
      "Il nous faudrait un relevé de compte détaillé.",
      "Je ne retrouve pas la facture dans le classeur.",
      "Could you resend the invoice as a PDF?",
      "What is this for?",
      "Can you send me a statement of account?",
      "Which bank account should we use?",
      "Do you take cards over the phone?",
    ],
  ],
  [
    "unrelated",
    [
      "Profitez de -20 % sur toute la gamme jusqu'à dimanche.",
      "Votre rendez-vous du 12 est déplacé au 14.",
      "Je cherche un stage de deux mois dans votre atelier.",
      "Un de vos gars a oublié sa veste chez nous.",
      "Peux-tu me livrer 6 cartons mardi ?",
      "Comment on efface le message de l'écran ?",
      "Inscrivez-vous à notre webinaire.",
      "Nous vous convions à l'inauguration de notre atelier.",
      "Someone left an umbrella in the showroom.",
      "Could you quote us for 200 more?",
      "Please find my CV attached.",
      "Book your free demo today.",
      "The Christmas party is now at eight.",
      "Un voisin nous a parlé de vous, notre budget est de 3000 euros.",
      "Merci de nous rembourser le trop perçu sur ce nouveau compte.",
    ],
  ],
];

const TRAPS: readonly (readonly [Tag, string])[] = [
  ["dispute", "Nous ne contestons pas la facture."],
  ["dispute", "Le virement partira vendredi."],
  ["dispute", "La facture n'est pas arrivée chez nous."],
  ["dispute", "I am out of the office until Monday."],
  ["dispute", "Merci, tout est bien arrivé."],
  ["refusal", "Leave it with me."],
  ["refusal", "I am out of the office."],
  ["refusal", "Laissez-moi souffler jusqu'au printemps."],
  ["insolvency", "Si ça continue, je risque de déposer le bilan."],
  ["insolvency", "Our customer went into administration."],
  ["insolvency", "Le comptable rentre lundi."],
  ["question", "Le virement a été fait hier."],
  ["question", "Let me know if that suits."],
  ["unrelated", "Je vous paie vendredi."],
  ["unrelated", "Nous vous invitons à redéposer la facture sur le portail."],
  ["unrelated", "Could you send the invoice again?"],
  ["unrelated", "La livraison n'est jamais arrivée."],
  ["unrelated", "Les 40 euros figurent sur votre facture."],
];

describe("the lexicon of claims and refusals", () => {
  it.each(DISPUTES)("hears a dispute and its reason: %s (%s)", (text, reason) => {
    expect(reasonsOf(text)).toContain(reason);
  });
  for (const [tag, texts] of SAID)
    it.each(texts)(`hears ${tag}: %s`, (text) => {
      expect(tagsOf(text)).toContain(tag);
    });
  it.each(TRAPS)("does not hear %s in: %s", (tag, text) => {
    expect(tagsOf(text)).not.toContain(tag);
  });
  it("names every rule once, and lists no phrase twice in one rule", () => {
    const rules = [...LEXICON_CLAIMS, ...LEXICON_REFUSALS];
    expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length);
    for (const rule of rules) expect(new Set(rule.phrases).size, rule.id).toBe(rule.phrases.length);
  });
});
