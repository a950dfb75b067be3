import type { Foreign, Own } from "#shared/kernel/text.ts";
import { own } from "#shared/kernel/text.ts";
import { say } from "./locale.ts";
import type { Messages, Sentence } from "./locale.ts";
import { dire, dit } from "./typeset.ts";

const nombre = (count: number, one: string, many: string): string =>
  `${String(count)} ${count < 2 ? one : many}`;
const many = (count: number, one: string, several: string): string =>
  `${String(count)} ${count === 1 ? one : several}`;

/** Microsoft's own code, for whoever has to look it up. */
const codeFr = (code: string): string => (code === "" ? "" : ` (code ${code})`);
const codeEn = (code: string): string => (code === "" ? "" : ` (code ${code})`);

const fr = {
  /** What signing in adds, said beside its button. */
  offer: dire`Connecté à Microsoft, Relance écrit les brouillons en un clic, cherche les réponses dans toute la boîte, retrouve ce qui est parti et garde votre registre dans votre OneDrive.`,
  signIn: dit("Se connecter"),
  signInAgain: dit("Réessayer la connexion"),
  consentLink: dit("Lien à transmettre à votre administrateur"),
  signInFaults: {
    "sign-in-not-configured": dire`La connexion n'a pas été prévue par la personne qui a installé Relance : tout le reste fonctionne.`,
    "sign-in-unsupported": dire`La connexion n'est pas possible dans cette boîte (Outlook.com, Gmail ou un Outlook trop ancien) : tout le reste fonctionne.`,
    "sign-in-needed": dire`Microsoft demande votre accord : cliquez sur « Se connecter ».`,
    "sign-in-declined": dire`Vous avez fermé la fenêtre de Microsoft sans accepter. Si elle demandait un administrateur, transmettez-lui le lien ; sinon, réessayez quand vous voulez.`,
    "consent-needed": dire`Votre entreprise demande l'accord d'un administrateur : transmettez-lui le lien. En attendant, tout le reste fonctionne.`,
    "timed-out": dire`Microsoft n'a pas répondu à temps. Réessayez.`,
    offline: dire`Pas de réseau, ou Microsoft 365 est hors d'atteinte : rien n'est perdu. Réessayez une fois connecté.`,
  },
  signInFailed: (code: string): Sentence =>
    dire`La connexion à Microsoft a échoué${own(codeFr(code))}. Réessayez ; si cela recommence, donnez ce code à votre administrateur.`,
  faults: {
    absent: dire`Microsoft ne le trouve plus : le message ou le fichier a été supprimé ou déplacé hors de la boîte.`,
    "too-large": dire`C'est trop volumineux pour Microsoft 365 : ajoutez-le vous-même ou allégez-le.`,
    "no-room": dire`Il n'y a plus de place dans votre boîte ou votre OneDrive : libérez-en, puis recommencez.`,
    unreadable: dire`La réponse de Microsoft n'est pas celle attendue : rien n'a été changé ici. Réessayez plus tard.`,
  },
  throttled: (seconds: number): Sentence =>
    dire`Microsoft demande de patienter ${own(nombre(seconds, "seconde", "secondes"))} : trop de demandes à la fois. Relance n'insiste pas ; réessayez ensuite.`,
  unavailable: (status: number): Sentence =>
    dire`Microsoft 365 a une panne passagère (${status}) : réessayez dans quelques minutes.`,
  denied: (code: string): Sentence =>
    dire`Microsoft ne l'autorise pas pour ce compte ou cette boîte${own(codeFr(code))} : vérifiez vos droits sur la boîte, ou voyez avec votre administrateur.`,
  conflict: (code: string): Sentence =>
    dire`Quelqu'un d'autre vient de le modifier${own(codeFr(code))} : rouvrez-le, puis recommencez.`,
  refused: (status: number, code: string): Sentence =>
    dire`Microsoft a refusé la demande (${status}${own(code === "" ? "" : `, ${code}`)}) : rien n'a été fait.`,
  sync: {
    busy: dire`Une autre fenêtre de Relance range en ce moment dans OneDrive : rien n'est perdu, la prochaine fois continue.`,
    newer: dire`Le dossier dans OneDrive vient d'une version plus récente de Relance : rechargez Outlook pour l'obtenir. Rien n'y a été changé.`,
    notBegun: dire`Il n'y a pas encore de registre ici.`,
    otherLedger: dire`Le dossier dans OneDrive contient le registre d'un autre créancier : les deux restent séparés.`,
    stored: dire`Ce navigateur ne garde plus rien pour l'instant : la mise en commun attend.`,
    kept: dit("À jour dans votre OneDrive."),
    pulled: (count: number): Own =>
      dit(`${nombre(count, "écriture reçue", "écritures reçues")} de vos autres appareils.`),
    more: dit("La suite à la prochaine mise en commun."),
    fileBroken: (path: Foreign): Sentence =>
      dire`Un fichier a été modifié à la main dans OneDrive : ${path}. Il est laissé de côté ; tout le reste est pris.`,
    entriesMissing: (count: number): Sentence =>
      dire`Il manque ${own(nombre(count, "écriture", "écritures"))} dans OneDrive. L'appareil qui les a les remettra ; sinon, restaurez une sauvegarde.`,
    blobBroken: dire`Une pièce dans OneDrive n'est plus celle qui y avait été mise : elle est laissée de côté et montrée comme absente.`,
  },
  look: {
    /** What Graph cannot reach at all, in any mailbox. */
    never: dire`Ne sont jamais examinés : l'archive en ligne, les boîtes de groupe et les fichiers de données hors d'Exchange.`,
    places: {
      mailbox: dit("la boîte"),
      senders: dit("des expéditeurs"),
      threads: dit("des fils"),
      reports: dit("les avis de non-remise"),
      junk: dit("le courrier indésirable"),
      drafts: dit("des brouillons partis"),
    },
    unreached: (place: Own, count: number, why: Sentence): Sentence =>
      count === 0
        ? dire`Pas examiné : ${place}. ${why}`
        : dire`Pas examiné : ${place} (${count}). ${why}`,
    tooMany: dire`Il y en a trop pour une fois : la suite au prochain examen.`,
    toRead: (count: number): Own => dit(nombre(count, "réponse à lire", "réponses à lire")),
    none: dit("Aucune nouvelle réponse."),
  },
  draft: {
    notAttached: (name: Foreign, why: Sentence): Sentence =>
      dire`Le brouillon est prêt sans ${name}. ${why}`,
    newThread: dire`Le message auquel répondre n'est pas dans cette boîte : le brouillon ouvre un nouveau fil.`,
    alreadySent: dire`Ce brouillon est déjà parti : rien n'a été changé.`,
    otherFrom: (address: Foreign): Sentence =>
      dire`Il partira de ${address}, que votre débiteur ne connaît pas.`,
  },
};
export type OutlookGraphMessages = typeof fr;

const en: OutlookGraphMessages = {
  offer: say`Signed in to Microsoft, Relance writes drafts in one click, looks for replies in the whole mailbox, finds what has gone out and keeps your ledger in your OneDrive.`,
  signIn: own("Sign in"),
  signInAgain: own("Try signing in again"),
  consentLink: own("Link for your administrator"),
  signInFaults: {
    "sign-in-not-configured": say`Whoever installed Relance has not set up signing in: everything else works.`,
    "sign-in-unsupported": say`Signing in is not possible in this mailbox (Outlook.com, Gmail or an Outlook that is too old): everything else works.`,
    "sign-in-needed": say`Microsoft asks for your consent: click “Sign in”.`,
    "sign-in-declined": say`You closed Microsoft's window without accepting. If it asked for an administrator, pass on the link; otherwise try again whenever you like.`,
    "consent-needed": say`Your organisation wants an administrator to agree: pass on the link. Meanwhile everything else works.`,
    "timed-out": say`Microsoft did not answer in time. Try again.`,
    offline: say`No network, or Microsoft 365 is out of reach: nothing is lost. Try again once you are connected.`,
  },
  signInFailed: (code) =>
    say`Signing in to Microsoft failed${own(codeEn(code))}. Try again; if it happens again, give this code to your administrator.`,
  faults: {
    absent: say`Microsoft no longer finds it: the mail or file was deleted or moved out of the mailbox.`,
    "too-large": say`It is too large for Microsoft 365: add it yourself, or make it smaller.`,
    "no-room": say`Your mailbox or OneDrive is full: make room, then try again.`,
    unreadable: say`Microsoft's answer is not the expected one: nothing was changed here. Try again later.`,
  },
  throttled: (seconds) =>
    say`Microsoft asks to wait ${own(many(seconds, "second", "seconds"))}: too many requests at once. Relance does not insist; try again after that.`,
  unavailable: (status) =>
    say`Microsoft 365 has a passing fault (${status}): try again in a few minutes.`,
  denied: (code) =>
    say`Microsoft does not allow it for this account or mailbox${own(codeEn(code))}: check your rights in the mailbox, or ask your administrator.`,
  conflict: (code) =>
    say`Somebody else has just changed it${own(codeEn(code))}: open it again, then try once more.`,
  refused: (status, code) =>
    say`Microsoft refused the request (${status}${own(code === "" ? "" : `, ${code}`)}): nothing was done.`,
  sync: {
    busy: say`Another window of Relance is writing to OneDrive right now: nothing is lost, the next time goes on.`,
    newer: say`The folder in OneDrive comes from a later version of Relance: reload Outlook to get it. Nothing was changed there.`,
    notBegun: say`There is no ledger here yet.`,
    otherLedger: say`The folder in OneDrive holds another creditor's ledger: the two stay apart.`,
    stored: say`This browser keeps nothing for the moment: sharing waits.`,
    kept: own("Up to date in your OneDrive."),
    pulled: (count) => own(`${many(count, "entry", "entries")} received from your other devices.`),
    more: own("The rest comes the next time."),
    fileBroken: (path) =>
      say`A file was changed by hand in OneDrive: ${path}. It is set aside; everything else is taken in.`,
    entriesMissing: (count) =>
      say`${own(many(count, "entry is", "entries are"))} missing in OneDrive. The device that has them will put them back; otherwise restore a backup.`,
    blobBroken: say`A piece of evidence in OneDrive is no longer the one that was put there: it is set aside and shown as absent.`,
  },
  look: {
    never: say`Never looked at: the online archive, group mailboxes, and data files outside Exchange.`,
    places: {
      mailbox: own("the mailbox"),
      senders: own("senders"),
      threads: own("threads"),
      reports: own("delivery reports"),
      junk: own("junk mail"),
      drafts: own("drafts that may have gone out"),
    },
    unreached: (place, count, why) =>
      count === 0
        ? say`Not looked at: ${place}. ${why}`
        : say`Not looked at: ${place} (${count}). ${why}`,
    tooMany: say`Too many for one time: the next look goes on.`,
    toRead: (count) => own(many(count, "reply to read", "replies to read")),
    none: own("No new reply."),
  },
  draft: {
    notAttached: (name, why) => say`The draft is ready without ${name}. ${why}`,
    newThread: say`The mail to reply to is not in this mailbox: the draft begins a new thread.`,
    alreadySent: say`This draft has already gone out: nothing was changed.`,
    otherFrom: (address) => say`It will go out from ${address}, which your debtor does not know.`,
  },
};

/** The words of what Relance does with Microsoft Graph, by language. */
export const OUTLOOK_GRAPH: Messages<OutlookGraphMessages> = { fr, en };
