import { describe, expect, it } from "vitest";
import type { Tag } from "#shared/kernel/parties.ts";
import { LEXICON_OTHERS } from "#shared/mail/lexicon-others.ts";
import { sentencesOf } from "#shared/mail/sentences.ts";
import { signalsOf } from "#shared/mail/signals.ts";

const tagsOf = (text: string): readonly Tag[] => [
  ...new Set(signalsOf(sentencesOf(text)).map((one) => one.tag)),
];

const CONTACTS: readonly string[] = [
  "Madame Ferry a quitté l'entreprise en avril.",
  "Il ne travaille plus chez nous depuis Pâques.",
  "Notre ancien comptable est parti en retraite.",
  "Je ne fais plus partie du personnel.",
  "J'ai vendu mon fonds de commerce l'an dernier.",
  "Mon associé est décédé au printemps, voyez avec le notaire.",
  "Je ne m'occupe plus des fournisseurs depuis la rentrée.",
  "C'est plus moi qui gère ça.",
  "Ce n'est pas mon rayon, demandez à la comptabilité.",
  "Moi je conduis le camion, les papiers c'est ma belle-sœur.",
  "Je ne fais que le standard.",
  "Vous faites erreur de destinataire.",
  "Vous vous trompez de société.",
  "Merci d'adresser vos factures au siège, service fournisseurs.",
  "Tout est centralisé à Nantes.",
  "La comptabilité a été externalisée chez un prestataire.",
  "Il faut voir avec notre cabinet comptable.",
  "Adressez-vous au syndic de l'immeuble.",
  "Dorénavant, écrivez à ma collègue Lucie.",
  "Rapprochez-vous du liquidateur.",
  "C'est mon épouse qui tient les comptes.",
  "Nous ne sommes plus propriétaires des murs.",
  "Merci de mettre à jour vos contacts.",
  "Depuis le rachat, les factures ne sont plus traitées ici.",
  "Le nouveau gérant s'appelle M. Blin.",
  "Il vous faut passer par le centre de services partagés.",
  "Karen left the company in May.",
  "He no longer works for us.",
  "She retired at Christmas.",
  "I sold the business two years ago.",
  "My late husband ran the shop, I know nothing of it.",
  "You've got the wrong person, mate.",
  "That's not my department.",
  "I only drive the van.",
  "Sheila does the books.",
  "My brother handles the money side.",
  "Please write to our accounts team in Leeds.",
  "Everything goes through head office now.",
  "Our payables moved to Manila.",
  "Going forward please use the new email address.",
  "We are only the managing agents.",
  "You want my sister, she holds the purse strings.",
  "The new owners took over from me last summer.",
  "Please take me off your mailing list.",
];

const RECEIPTS: readonly string[] = [
  "Bien reçu, merci.",
  "C'est noté.",
  "Bien noté, je transmets à la direction.",
  "Je fais suivre au service concerné.",
  "Je regarde et je reviens vers vous.",
  "Je vois ça avec mon responsable.",
  "J'en touche un mot au patron.",
  "Votre courrier est sur le bureau du directeur.",
  "Le dossier est en cours de validation.",
  "J'attends le retour de mon chef de chantier.",
  "Je relance en interne.",
  "Je n'ai aucune visibilité à ce stade.",
  "Ce sera évoqué lors de la prochaine réunion du bureau.",
  "Je me renseigne et je vous tiens au courant.",
  "On vous redit ça.",
  "Je pose votre lettre sur son bureau.",
  "Vu, je regarde.",
  "Noted, thanks.",
  "Got it, cheers.",
  "Received with thanks.",
  "I've passed it on to our finance team.",
  "Looking into it now.",
  "Let me check with my manager.",
  "I'll get back to you.",
  "It's on her desk.",
  "I'm chasing them internally.",
  "I can't give you a date yet.",
  "Leave it with me.",
  "We'll raise it at the next committee meeting.",
  "Will revert back to you shortly.",
  "👍",
];

const ROBOTS: readonly string[] = [
  "Je suis absente jusqu'au 12 mai.",
  "En congés du 3 au 17 août, je vous répondrai à mon retour.",
  "Nos bureaux sont fermés jusqu'au 2 janvier.",
  "Ceci est un message automatique, merci de ne pas y répondre.",
  "Votre demande a bien été enregistrée sous le numéro 5512.",
  "Un conseiller vous répondra dans les meilleurs délais.",
  "Cette boîte n'est pas relevée.",
  "En cas d'urgence, appelez le standard.",
  "Pendant mon absence, Lise assure l'intérim.",
  "I am out of the office until Monday.",
  "I am on annual leave with no access to email.",
  "Our offices are closed for the bank holiday.",
  "A ticket has been opened on your behalf.",
  "Please do not reply to this address.",
  "Your request has been logged under number 77.",
  "We aim to respond within 3 working days.",
  "This mailbox is not monitored.",
  "For urgent matters please ring the main desk.",
  "Our team will respond in order of receipt.",
];

/** What must not be read into a sentence. */
const TRAPS: readonly (readonly [string, Tag])[] = [
  ["Le virement a quitté notre compte lundi.", "wrong_contact"],
  ["It left our account on Tuesday.", "wrong_contact"],
  ["The driver left in a hurry without unloading.", "wrong_contact"],
  ["Vous nous facturez le mauvais prix.", "wrong_contact"],
  ["You charged the wrong price.", "wrong_contact"],
  ["N'hésitez pas à me contacter.", "wrong_contact"],
  ["Please contact me on Monday.", "wrong_contact"],
  ["Ce produit n'est plus en stock.", "wrong_contact"],
  ["We will pay on Friday.", "wrong_contact"],
  ["Je vais voir avec mon banquier pour un étalement.", "wrong_contact"],
  ["Nous n'avons pas reçu la marchandise.", "acknowledgement"],
  ["Only six boxes were received.", "acknowledgement"],
  ["Le virement partira mardi.", "acknowledgement"],
  ["Pouvez-vous vérifier vos comptes ?", "acknowledgement"],
  ["We refuse to pay this invoice.", "acknowledgement"],
  ["The machine broke down on it.", "acknowledgement"],
  ["We have received no goods.", "acknowledgement"],
  ["Je vous confirme le virement de ce jour.", "acknowledgement"],
  ["Le patron est absent, il signera les chèques à son retour.", "autoreply"],
  ["Notre compte a été fermé par la banque.", "autoreply"],
  ["Je vous règle vendredi.", "autoreply"],
  ["Paiement sous 30 jours.", "autoreply"],
  ["Your automatic payment reminder is wrong.", "autoreply"],
  ["This is a promise I can't keep.", "autoreply"],
];

describe("the words of contacts, receipts and robots", () => {
  it.each(CONTACTS)("hears another person to write to in: %s", (text) => {
    expect(tagsOf(text)).toContain("wrong_contact");
  });

  it.each(RECEIPTS)("hears that a mail has come, and no more, in: %s", (text) => {
    expect(tagsOf(text)).toContain("acknowledgement");
  });

  it.each(ROBOTS)("hears a robot in: %s", (text) => {
    expect(tagsOf(text)).toContain("autoreply");
  });

  it.each(TRAPS)("does not hear in « %s » what it does not say: %s", (text, tag) => {
    expect(tagsOf(text)).not.toContain(tag);
  });

  it("names each rule once, after its tag", () => {
    const ids = LEXICON_OTHERS.map((one) => one.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, tag } of LEXICON_OTHERS) expect(id.startsWith(`${tag}.`)).toBe(true);
  });

  it("writes every phrase as mails are folded: small letters, no accents, no signs", () => {
    for (const { id, phrases, unless = "", needs = "" } of LEXICON_OTHERS)
      for (const text of [...phrases, unless, needs])
        expect([id, /^[a-z0-9|*?.# \u{1f44d}]*$/u.test(text), text]).toEqual([id, true, text]);
  });
});
