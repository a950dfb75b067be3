import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Money } from "#shared/kernel/money.ts";
import type { Foreign, Own } from "#shared/kernel/text.ts";
import { own } from "#shared/kernel/text.ts";
import { longDate } from "./calendar-words.ts";
import type { Sentence } from "./locale.ts";
import { comingDay, shortWeekdayDate } from "./short-dates.ts";
import { dire, dit } from "./typeset.ts";

import { sommes, rondes, pluriel, lower, date } from "./figures-fr.ts";

/** Every word of the screens that no other table has. French is the type of all languages. */
export const appFr = {
  today: {
    date: (day: CalendarDate): Own => own(shortWeekdayDate(day, "fr")),
    summary: (overdue: readonly Money[], debtors: number, minutes: number): Own =>
      own(
        `${rondes(overdue)} en retard · ${pluriel(debtors, "débiteur", "débiteurs")}` +
          (minutes > 0 ? ` · ~${String(minutes)}\u00a0min` : ""),
      ),
    nothingLate: (expected: readonly Money[], minutes: number): Own =>
      own(
        `Rien en retard · ${rondes(expected)} attendus` +
          (minutes > 0 ? ` · ~${String(minutes)}\u00a0min` : ""),
      ),
    smallSummary: (expected: readonly Money[], overdue: readonly Money[]): Own =>
      own(
        overdue.length === 0
          ? `${rondes(expected)} attendus, rien en retard`
          : `${rondes(expected)} attendus, dont ${rondes(overdue)} en retard`,
      ),
    allContested: (contested: readonly Money[]): Own =>
      own(`Tout ce qui reste dû est en litige · ${rondes(contested)}`),
    nothingExpected: dit("Rien n'est dû à ce jour"),
    more: {
      notToday: dit("Pas aujourd'hui"),
      why: dit("Pourquoi ?"),
      thread: dit("Échanges"),
      file: dit("Fiche débiteur"),
    },
    drafts: (count: number): Own => own(`${pluriel(count, "brouillon", "brouillons")} à préparer`),
    prepareAll: dit("Tout préparer"),
    start: dit("Commencer"),
    silent: (count: number): Own =>
      dit(`Rien pour ${pluriel(count, "débiteur", "débiteurs")} : pourquoi ›`),
    end: (
      done: { readonly debtors: number; readonly promised: readonly Money[] },
      next: CalendarDate | null,
      today: CalendarDate,
      held: readonly { readonly count: number; readonly click: Own }[],
    ): Sentence => {
      const promised = done.promised.length === 0 ? "" : `, ${rondes(done.promised)} promis`;
      const first =
        done.debtors > 0
          ? `Terminé : ${pluriel(done.debtors, "débiteur", "débiteurs")}${promised}.`
          : held.length > 0
            ? "Rien d'autre aujourd'hui."
            : "Rien à faire aujourd'hui.";
      const waiting = held.map(
        ({ count, click }) =>
          `${pluriel(count, "étape attend", "étapes attendent")} votre clic « ${click.own} ».`,
      );
      if (waiting.length > 0) return [dit([...waiting, first].join(" "))];
      const then =
        next === null
          ? "Aucune échéance à venir."
          : `Prochaine échéance ${comingDay(next, today, "fr")}.`;
      return [dit(`${first} ${then}`)];
    },
    noLedger: {
      title: dit("Bienvenue dans Relance"),
      text: dit(
        "Relance suit vos factures impayées : qui relancer, quand et pourquoi. Dites d'abord qui vous êtes ; tout reste chez vous, et rien ne part sans vous.",
      ),
      start: dit("Commencer"),
    },
    noInvoices: {
      title: dit("Aucune facture pour l'instant"),
      text: dit(
        "Importez la liste de vos factures ouvertes (un fichier CSV suffit), ou ajoutez un débiteur et sa première facture. La liste du jour se fera toute seule.",
      ),
      import: dit("Importer un fichier"),
      addDebtor: dit("Ajouter un débiteur"),
    },
    bankLines: (count: number, amounts: readonly Money[]): Sentence =>
      dire`${own(pluriel(count, "règlement sans débiteur", "règlements sans débiteur"))} : ${own(sommes(amounts))}.`,
    bankLinesAction: dit("Affecter"),
    deferred: (count: number): Sentence =>
      dire`${own(pluriel(count, "écriture illisible", "écritures illisibles"))} dans le registre : mettez Relance à jour.`,
  },

  silent: {
    title: dit("Pourquoi rien aujourd'hui"),
    intro: (count: number): Own =>
      own(
        count === 0
          ? "Tous les débiteurs qui doivent quelque chose sont dans la liste du jour."
          : `${pluriel(count, "débiteur doit", "débiteurs doivent")} encore, sans rien à faire aujourd'hui.`,
      ),
  },

  aged: {
    title: dit("Balance âgée"),
    asOf: (today: CalendarDate, known: CalendarDate | null): Own =>
      dit(
        `Au ${longDate(today, "fr")} ; ${known === null ? "aucun règlement importé" : `règlements connus au ${date(known, today)}`}.`,
      ),
    caption: dit(
      "Principal restant dû selon le retard, hors parts contestées. Les parts contestées et les avoirs ou trop-perçus sont à côté, jamais déduits.",
    ),
    debtor: dit("Débiteur"),
    empty: {
      title: dit("Rien n'est dû"),
      text: dit("La balance âgée se remplit avec la première facture ouverte."),
    },
  },

  debtor: {
    title: dit("Fiche débiteur"),
    name: dit("Nom"),
    kind: dit("Nature"),
    soleTrader: dit("Entrepreneur individuel"),
    country: dit("Pays"),
    language: dit("Langue"),
    languages: { fr: dit("Français"), en: dit("Anglais") },
    siren: dit("SIREN"),
    siret: dit("SIRET"),
    vatNumber: dit("TVA"),
    phone: dit("Téléphone"),
    address: dit("Adresse"),
    group: dit("Groupe"),
    plan: dit("Scénario"),
    paymentDays: dit("Délai habituel"),
    daysAfterIssue: (days: number): Own => own(`${pluriel(days, "jour", "jours")} après émission`),
    openInvoices: dit("Factures ouvertes"),
    sections: {
      contacts: dit("Contacts"),
      promises: dit("Promesses"),
      disputes: dit("Litiges"),
      instalments: dit("Échéanciers"),
      holds: dit("Suspensions"),
      payments: dit("Règlements"),
      "credit-notes": dit("Avoirs"),
      documents: dit("Pièces"),
      notes: dit("Notes"),
    },
    none: {
      contacts: dit("Aucun contact : sans adresse, pas de brouillon."),
      promises: dit("Aucune promesse."),
      disputes: dit("Aucun litige."),
      instalments: dit("Aucun échéancier."),
      holds: dit("Aucune suspension."),
      payments: dit("Aucun règlement."),
      "credit-notes": dit("Aucun avoir."),
      documents: dit("Aucune pièce."),
      notes: dit("Aucune note."),
    },
    notesHint: dit(
      "Restez factuel : ces notes peuvent être communiquées au débiteur, s'il demande l'accès à ses données.",
    ),
    discrepancies: dit("Écarts à régler"),
    actions: {
      debtor: dit("Modifier la fiche"),
      contact: dit("Ajouter un contact"),
      group: dit("Rattacher à un groupe"),
      note: dit("Ajouter une note"),
      invoice: dit("Ajouter une facture"),
      "cancel-invoice": dit("Annuler la facture"),
      "credit-note": dit("Ajouter un avoir"),
      "cancel-credit-note": dit("Annuler l'avoir"),
      payment: dit("Saisir un règlement"),
      allocate: dit("Affecter"),
      "reverse-payment": dit("Annuler le règlement"),
      promise: dit("Noter une promesse"),
      "withdraw-promise": dit("Retirer la promesse"),
      dispute: dit("Noter un litige"),
      "resolve-dispute": dit("Clore le litige"),
      instalments: dit("Accorder un échéancier"),
      "end-instalments": dit("Mettre fin à l'échéancier"),
      hold: dit("Suspendre"),
      call: dit("Noter un appel"),
      letter: dit("Noter un courrier"),
      meeting: dit("Noter un rendez-vous"),
      document: dit("Joindre une pièce"),
      "waive-step": dit("Passer une étape"),
      "take-step": dit("Noter une étape faite"),
      charge: dit("Réclamer intérêts ou indemnité"),
      "waive-charge": dit("Y renoncer"),
      "put-off": dit("Pas aujourd'hui"),
      "retire-contact": dit("Retirer le contact"),
    },
    edit: dit("Modifier"),
  },

  timeline: {
    open: dit("Ouvrir le message"),
    title: dit("Historique"),
    none: dit("Rien n'a encore été noté."),
    author: (by: Foreign, on: CalendarDate | null, today: CalendarDate): Sentence =>
      on === null
        ? dire`noté par ${by}`
        : dire`noté par ${by} ${own(on === today ? "aujourd'hui" : `le ${date(on, today)}`)}`,
    range: (from: number, to: number, of: number): Own =>
      own(`${String(from)} à ${String(to)} sur ${String(of)}`),
    size: (bytes: number): Own =>
      own(
        bytes < 1000
          ? `${String(bytes)}\u00a0o`
          : bytes < 1_000_000
            ? `${String(Math.round(bytes / 1000))}\u00a0ko`
            : `${(bytes / 1_000_000).toFixed(1).replace(".", ",")}\u00a0Mo`,
      ),
  },

  search: {
    label: dit("Chercher"),
    placeholder: dit("Nom, facture, montant, référence, téléphone, SIREN"),
    kinds: {
      debtor: dit("Débiteur"),
      invoice: dit("Facture"),
      contact: dit("Contact"),
      reference: dit("Référence"),
    },
    teach: dit(
      "Tapez un nom, un numéro de facture, un montant, une référence, un téléphone ou un SIREN.",
    ),
    found: (count: number): Own =>
      own(count === 0 ? "Aucun résultat." : `${pluriel(count, "résultat", "résultats")}.`),
    foundMore: (shown: number, more: number): Own =>
      dit(`${String(shown)} résultats affichés, ${pluriel(more, "autre", "autres")} : précisez.`),
  },

  settings: {
    title: dit("Réglages"),
    save: dit("Enregistrer"),
    ledger: dit("Registre"),
    fields: {
      name: dit("Raison sociale"),
      country: dit("Pays"),
      timeZone: dit("Fuseau horaire"),
      language: dit("Langue"),
      legalLine: dit("Mentions légales"),
      soleTrader: dit("Entrepreneur individuel (EI)"),
      siren: dit("SIREN"),
      address: dit("Adresse"),
      iban: dit("IBAN"),
      bic: dit("BIC"),
      phone: dit("Téléphone"),
      addresses: dit("Vos adresses électroniques"),
      signatory: dit("Signataire"),
      staleAfterDays: dit("Encours périmé après (jours ouvrés)"),
      dailyMinutes: dit("Minutes de relance par jour"),
    },
    hints: {
      country: dit("Deux lettres : FR, BE, GB. Il décide du droit et des jours fériés."),
      legalLine: dit("Forme, capital, registre : imprimés tels quels au pied des courriers."),
      soleTrader: dit("« EI » figurera sur chaque courrier, comme la loi le demande."),
      addresses: dit("Une par ligne, alias compris : elles disent dans quel sens va un mail."),
      staleAfterDays: dit("Au-delà, aucune relance plus ferme n'est proposée."),
      iban: dit("Affiché dans les relances : où payer."),
    },
    storage: {
      browser: dit(
        "Vos données sont dans ce navigateur, sur cet appareil, et nulle part ailleurs. Faites des sauvegardes.",
      ),
      memory: dit(
        "Aucun stockage n'est permis ici : tout sera perdu à la fermeture. Faites une sauvegarde avant de quitter.",
      ),
      file: (name: Foreign): Sentence => dire`Vos données sont dans le fichier ${name}.`,
      drive: dit("Vos données sont dans votre Google Drive, et nulle part ailleurs."),
      onedrive: dit(
        "Vos données sont dans ce navigateur et dans votre OneDrive, et nulle part ailleurs.",
      ),
    },
    firstRun: {
      title: dit("Premiers pas"),
      intro: dit("Une minute suffit. Tout se corrige plus tard dans les réglages."),
      question: dit("Est-ce pour relancer vos propres factures ?"),
      yes: dit("Oui, les miennes"),
      no: dit("Non, celles d'un client"),
      refused: dit(
        "Relance ne sert pas encore à relancer pour autrui : le recouvrement amiable pour le compte d'un client obéit à d'autres règles (mandat écrit, assurance, compte séparé). Mieux vaut ne rien commencer ici.",
      ),
      author: dit("Votre nom"),
      authorHint: dit("Il signe chaque écriture du registre."),
      start: dit("Commencer"),
    },
  },

  calendar: {
    action: dit("Agenda (.ics)"),
    note: (count: number, named: boolean): Own =>
      own(
        `${pluriel(count, "date", "dates")}. ` +
          (named
            ? "Les noms des débiteurs y figurent : ne partagez pas cet agenda."
            : "Ni nom de débiteur, ni montant : l'agenda peut être vu par d'autres."),
      ),
    event: (kind: Own, reference: string): Own => dit(`Relance : ${lower(kind)}, ${reference}`),
    named: (kind: Own, name: string): Own => dit(`Relance : ${lower(kind)}, ${name}`),
  },
};

export type AppMessages = typeof appFr;
