import { describe, expect, it } from "vitest";
import type { Tag } from "#shared/kernel/parties.ts";
import { LEXICON_PAYMENT } from "#shared/mail/lexicon-payment.ts";
import { sentencesOf } from "#shared/mail/sentences.ts";
import { signalsOf } from "#shared/mail/signals.ts";

const tagsOf = (text: string): readonly Tag[] => [
  ...new Set(signalsOf(sentencesOf(text)).map((one) => one.tag)),
];

const PROMISES: readonly string[] = [
  "Nous réglerons cette facture jeudi prochain.",
  "jvous paye vendredi promis",
  "Votre facture sera soldée avant la fin du mois.",
  "Le virement partira lundi.",
  "Vous passerez dans le prochain train de règlements.",
  "Votre dossier est inscrit à la campagne du 15.",
  "On vous a mis dans le lot de vendredi.",
  "Chez nous les fournisseurs, c'est le 10 et le 25.",
  "Le bon à payer est signé, la banque fera le reste.",
  "Le dossier est au parapheur, Mme Roux signe les virements le mardi.",
  "Ma femme fait les chèques le dimanche soir.",
  "Dès que la subvention tombe, vous serez payés les premiers.",
  "Après la vendange je vous règle tout.",
  "Je vous poste un chèque demain matin.",
  "Je passerai vous déposer l'argent au magasin samedi.",
  "Vous pouvez représenter le prélèvement à partir du 5.",
  "Comptez sur nous, on ne vous oublie pas.",
  "Je m'en occupe en rentrant.",
  "On régularise la semaine prochaine.",
  "L'ordre est donné à la banque pour le 30.",
  "Vous aurez votre argent avant Noël.",
  "C'est réglé dans les 48 heures.",
  "Le siège va procéder au règlement.",
  "C'était un oubli de notre part, toutes nos excuses.",
  "Le paiement est agendé au 20 mars.",
  "Mardi en huit, sans faute.",
  "Le paiement ne saurait tarder.",
  "Je verse 500 euros ce soir, le solde fin mars.",
  "J'ai demandé à la compta de vous régler au plus vite.",
  "Nous allons nous exécuter sous huitaine.",
  "You will be paid on Friday.",
  "We'll get this settled first thing Monday.",
  "You're in Friday's run.",
  "It's down for our next payment run.",
  "We pay suppliers on the last working day of the month.",
  "Approved and slotted for month end.",
  "It's on the director's desk for signature.",
  "My husband does the banking on Sundays.",
  "Once our customer has paid us you'll be first in line.",
  "The cheque will be in tomorrow's post.",
  "I'll pop in on Saturday with the cash.",
  "Please re-present the direct debit on the 3rd.",
  "You have my word.",
  "Leave it with me, I'll get it sorted this week.",
  "The transfer is scheduled for the 14th.",
  "Should be with you by Wednesday.",
  "Same will be cleared by EOD tomorrow.",
  "I've asked accounts to release it.",
  "Half today and the rest at the end of the month.",
  "Friday week at the latest.",
  "As soon as you send the corrected invoice we will release payment.",
  "I'll see you right when the lambs are sold.",
  "Payment is being processed.",
  "Don't worry, you'll get your money.",
];

const PAYMENTS: readonly string[] = [
  "Nous avons réglé cette facture le 3 mars.",
  "Elle a été payée par virement la semaine dernière.",
  "Je viens de faire le virement.",
  "C'est parti ce matin de notre banque.",
  "La somme a été débitée de notre compte lundi.",
  "Vous trouverez ci-joint l'avis de virement.",
  "Regardez votre relevé de compte, vous devriez l'avoir reçu.",
  "Le chèque a été encaissé par vos soins le 12.",
  "J'ai payé en espèces à votre livreur.",
  "Réglé par carte au comptoir hier.",
  "Vous nous avez déjà prélevés le 5.",
  "Chez nous la facture apparaît soldée.",
  "Nos messages se sont croisés.",
  "C'est notre maison mère qui a réglé.",
  "Le règlement est parti dans le lot de mardi.",
  "Vous avez dû mal affecter notre virement.",
  "On a déjà réglé, regardez mieux.",
  "Nous ne vous devons plus rien.",
  "Le virement porte la référence 4471-B.",
  "Le nécessaire a été fait vendredi.",
  "L'argent est chez vous depuis mardi.",
  "We paid this on 2 June.",
  "This invoice has been settled.",
  "Just sent it through online banking.",
  "It left our account on Tuesday.",
  "Ours went out with Tuesday's run.",
  "Remittance advice attached.",
  "Please check your bank statement again.",
  "Your driver took the cash on delivery.",
  "The cheque was posted last Thursday.",
  "You cashed our cheque three weeks ago.",
  "Paid by card over the phone this morning.",
  "You already took it by direct debit.",
  "Our records show it as paid.",
  "We must have crossed in the post.",
  "Our parent company paid it in April.",
  "The bank's trace number is 99812.",
  "The money has been in your account since Monday.",
  "Allow two days for the transfer to reach you.",
  "We are all square as far as I can see.",
];

const INSTALMENTS: readonly string[] = [
  "Pouvons-nous régler en trois fois ?",
  "Auriez-vous la gentillesse de nous accorder un délai supplémentaire ?",
  "Nous sollicitons un échéancier sur six mois.",
  "Notre trésorerie est très tendue en ce moment.",
  "Je ne peux pas tout payer d'un coup.",
  "Je peux mettre 100 euros par mois.",
  "Laissez-nous souffler jusqu'à la saison.",
  "On paiera à petit feu si vous êtes d'accord.",
  "Notre plus gros client ne nous paie plus.",
  "La banque nous a coupé le découvert.",
  "Serait-il possible de repousser l'échéance à fin juin ?",
  "Pourriez-vous patienter encore quelques semaines ?",
  "On est à sec jusqu'à la rentrée.",
  "Un moratoire de trois mois nous sauverait.",
  "Could we spread this over four months?",
  "Would you accept 200 a month?",
  "Cash flow is a nightmare at the moment.",
  "We need a bit more time, please.",
  "Can you bear with us until the season picks up?",
  "We are waiting on a big customer who hasn't paid us.",
  "I can't do the whole lot in one go.",
  "Is there any chance of a payment plan?",
  "The bank has pulled our overdraft.",
  "There's nothing left in the account.",
  "Could you hold the cheque until next month?",
  "I'm on universal credit and can manage 20 a week.",
];

/** What must not be read into a sentence. */
const TRAPS: readonly (readonly [string, Tag])[] = [
  ["Nous ne paierons pas cette facture.", "promise"],
  ["Je ne vous paierai jamais.", "promise"],
  ["We will not pay this.", "promise"],
  ["I won't be paying a penny.", "promise"],
  ["Nous n'avons pas encore payé.", "paid"],
  ["It has not been paid yet.", "paid"],
  ["We haven't paid because the goods were broken.", "paid"],
  ["La facture sera réglée le 15.", "paid"],
  ["Will be paid next week.", "paid"],
  ["Le virement partira mardi.", "paid"],
  ["Payment will go out on Friday.", "paid"],
  ["Le virement est parti mardi.", "promise"],
  ["It went out on Tuesday.", "promise"],
  ["Nous avons payé hier.", "promise"],
  ["Votre lettre est bien arrivée.", "paid"],
  ["Je vous rappelle demain.", "promise"],
  ["I will call you back tomorrow.", "promise"],
  ["We will look into it and come back to you.", "promise"],
  ["Je suis en congé jusqu'au 15 août.", "promise"],
  ["I am out of the office until Monday.", "instalments"],
  ["Mme Roux est partie à la retraite.", "paid"],
  ["The manager has left the company.", "paid"],
  ["Les cartons ont été livrés le 3 mars.", "paid"],
  ["Merci de nous envoyer une copie de la facture.", "paid"],
  ["Could you send me your bank details?", "paid"],
  ["La livraison était en deux fois.", "instalments"],
  ["Le délai de livraison n'a pas été respecté.", "instalments"],
  ["Deux pièces étaient cassées à l'arrivée.", "instalments"],
  ["Half the pallets were damaged.", "instalments"],
  ["We ordered ten and received six.", "instalments"],
  ["Nous refusons de payer cette facture.", "instalments"],
  ["Happy New Year by the way.", "promise"],
  ["Passez un bon week-end.", "promise"],
];

describe("the words of payment", () => {
  it.each(PROMISES)("hears a promise in: %s", (text) => {
    expect(tagsOf(text)).toContain("promise");
  });

  it.each(PAYMENTS)("hears a payment made in: %s", (text) => {
    expect(tagsOf(text)).toContain("paid");
  });

  it.each(INSTALMENTS)("hears a wish for time or parts in: %s", (text) => {
    expect(tagsOf(text)).toContain("instalments");
  });

  it.each(TRAPS)("does not hear in « %s » what it does not say: %s", (text, tag) => {
    expect(tagsOf(text)).not.toContain(tag);
  });

  it("names each rule once, after its tag", () => {
    const ids = LEXICON_PAYMENT.map((one) => one.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, tag } of LEXICON_PAYMENT) expect(id.startsWith(`${tag}.`)).toBe(true);
  });

  it("writes every phrase as mails are folded: small letters, no accents, no signs", () => {
    for (const { id, phrases, unless = "", needs = "" } of LEXICON_PAYMENT)
      for (const text of [...phrases, unless, needs])
        expect([id, /^[a-z0-9|*?.# ]*$/.test(text), text]).toEqual([id, true, text]);
  });
});
