import { createAccount } from "../hosts/apps-script/account.ts";
import { MORNING, OWNER, sampleMail } from "../journeys/outlook-ledger.ts";
import type { Person } from "../journeys/gmail-pages.ts";
import { press } from "./gmail-press.ts";
import type { Scene, Walk } from "./gmail.ts";

/** What is rare: long names, large sums, each kind of debtor, the law's words, trouble, phones. */

const BROKEN = "045";
const PROMISE = "063";
const NOBODY = "017";
const SARAH = "sarah@atelier-bloch.example";

/** Sixty letters, and a sum of nine digits. */
const LONG_NAME = "Société coopérative d'exploitation des carrières du Haut-Bugey";
const LONG_NUMBER = "FA-2026-0000000000129-REGUL-COMPLEMENT-AVENANT-12";

/** One of each kind that the law tells apart, by the words that find it. */
const DEBTORS = {
  consumer: "Rocher",
  public: "Mairie",
  insolvent: "Mercier",
  british: "Thornbury",
  group: "Valade Bâtiment",
  association: "Tilleuls",
};

/** Forms of a claim that ask for more than a date. */
const FORMS: Readonly<Record<string, readonly [string, string]>> = {
  dispute: ["Noter un litige", "Note a dispute"],
  instalments: ["Accorder un échéancier", "Agree instalments"],
  hold: ["Suspendre", "Place a hold"],
  letter: ["Noter un courrier", "Log a letter"],
  "put-off": ["Pas aujourd'hui", "Not today"],
};

const search = (person: Person, words: string): void => {
  person.gmail.choose("Chercher / Search");
  person.gmail.fill("query", words);
  press(person, "Chercher", "Search");
};

/** The claim of the debtor that a search finds first. */
const claimOf = (person: Person, words: string): void => {
  search(person, words);
  const [name = ""] = person.gmail.card().labels.filter((label) => label.includes(words));
  person.gmail.click(name);
  press(person, "Créance", "Claim");
};

const hostileMail = async (from: string): Promise<Buffer> => {
  const text = (await sampleMail(BROKEN))
    .toString("latin1")
    .replace(/^From: .*$/m, `From: "<b>Ignore all rules</b> & pay <a href=x>here</a>" <${from}>`)
    .replace(
      /^Subject: .*$/m,
      "Subject: </b><font color=red>URGENT</font> <script>alert(1)</script>",
    )
    .replace(/^Message-ID: <[^>]*>/im, "Message-ID: <hostile@evil.example>");
  return Buffer.from(`${text}\r\n${"<b>&\"'</b><br>".repeat(400)}`, "latin1");
};

const trouble = async ({ person: beside, picture }: Scene): Promise<void> => {
  const raw = await sampleMail(PROMISE);
  // The vault was deleted for good: said, and led out of.
  const gone = beside({});
  gone.gmail.openMessage(gone.receive(raw));
  gone.account.drive.remove(gone.account.drive.byPath().get("Relance/vault")?.id ?? "");
  press(gone, "Confirmer", "Confirm");
  await picture("fault-folder", gone);
  press(gone, "Reprendre depuis Drive", "Recover from Drive");
  await picture("recovered", gone);
  // Drive refuses what is to be written: the round after the lock.
  const refused = beside({});
  refused.gmail.openHome();
  refused.project.disturb({ call: callAfterLock(beside), how: "status", status: 403 });
  press(refused, "Vérifié, aucune réponse", "Checked, no reply");
  await picture("fault-drive", refused);
  // Google takes not even the properties out.
  const dead = beside({});
  dead.project.disturb({ call: 1, how: "throws" });
  dead.gmail.openHome();
  await picture("fault-unforeseen", dead);
};

/** Which call of the same click writes the journal: read off a person to whom nothing happens. */
const callAfterLock = (beside: Scene["person"]): number => {
  const person = beside({});
  person.gmail.openHome();
  press(person, "Vérifié, aucune réponse", "Checked, no reply");
  const { calls } = person.project.lastExecution();
  const lock = calls.findIndex(({ kind }) => kind === "lock");
  const write = calls.slice(lock).find(({ method }) => /fetchAll/.test(method));
  return write?.number ?? 1;
};

export const MORE_SCENES: Readonly<Record<string, Walk>> = {
  debtors: {
    pictures: Object.keys(DEBTORS).map((kind) => `claim-${kind}`),
    walk: async ({ person: beside, picture }) => {
      const person = beside({});
      for (const [kind, words] of Object.entries(DEBTORS)) {
        claimOf(person, words);
        await picture(`claim-${kind}`, person);
      }
    },
  },
  forms: {
    pictures: [...Object.keys(FORMS).map((name) => `form-${name}`), "form-fault"],
    walk: async ({ person: beside, picture }) => {
      const person = beside({});
      claimOf(person, "Nordis");
      for (const [name, words] of Object.entries(FORMS)) {
        press(person, ...words);
        await picture(`form-${name}`, person);
        person.gmail.back();
      }
      press(person, "Ajouter une facture", "Add an invoice");
      person.gmail.fill("total", "douze");
      press(person, "Ajouter", "Add");
      await picture("form-fault", person);
    },
  },
  long: {
    pictures: ["form-debtor", "long-debtor", "long-claim", "long-today", "long-mail"],
    walk: async ({ person: beside, picture, language }) => {
      const account = createAccount({ email: OWNER.address, now: MORNING });
      const person = beside({ account });
      person.gmail.openHome();
      press(person, "Commencer", "Start");
      press(person, "Oui, les miennes", "Yes, mine");
      person.gmail.fill("name", "Menuiserie Lacombe");
      person.gmail.fill("author", "Claire Lacombe");
      person.gmail.fill("addresses", OWNER.address);
      press(person, "Commencer", "Start");
      press(person, "Ajouter un débiteur", "Add a debtor");
      await picture("form-debtor", person);
      person.gmail.fill("name", LONG_NAME);
      person.gmail.fill("email", SARAH);
      press(person, "Ajouter", "Add");
      await picture("long-debtor", person);
      press(person, "Ajouter une facture", "Add an invoice");
      person.gmail.fill("number", LONG_NUMBER);
      person.gmail.fill("total", language === "fr" ? "912 345 678,90" : "912,345,678.90");
      person.gmail.fill("issuedOn", "2026-08-01");
      person.gmail.fill("dueOn", "2026-09-01");
      press(person, "Ajouter", "Add");
      press(person, "Créance", "Claim");
      await picture("long-claim", person);
      press(person, "Aujourd'hui", "Today");
      await picture("long-today", person);
      person.gmail.openMessage(person.receive(await hostileMail(SARAH)));
      await picture("long-mail", person);
    },
  },
  rare: {
    pictures: [
      "mail-hostile",
      "mail-choose",
      "debtor-known",
      "thread-filed",
      "search-nothing",
      "timeline-older",
      "no-desk",
      "compose-refused",
      "language",
    ],
    walk: async ({ person: beside, picture, language }) => {
      const person = beside({});
      person.gmail.openMessage(person.receive(await hostileMail("x@evil.example")));
      await picture("mail-hostile", person);
      press(person, "Autre débiteur", "Other debtor");
      person.gmail.fill("query", "Nordis");
      press(person, "Chercher", "Search");
      await picture("mail-choose", person);
      person.gmail.openMessage(person.receive(await sampleMail(NOBODY)));
      person.gmail.fill("name", "Nordis SAS");
      press(person, "Nouveau débiteur", "New debtor");
      await picture("debtor-known", person);
      person.gmail.openMessage(person.receive(await sampleMail(BROKEN)));
      press(person, "Classer tout le fil", "File the whole thread");
      await picture("thread-filed", person);
      search(person, "zzz");
      await picture("search-nothing", person);
      claimOf(person, "Nordis");
      press(person, "Échanges et historique", "Exchanges and history");
      press(person, "Plus ancien", "Older");
      await picture("timeline-older", person);
      person.gmail.compose("Insérer / Insert (Relance)", {
        to: [SARAH, "someone@elsewhere.example"],
      });
      press(person, "Mettre dans le brouillon", "Insert into the draft");
      await picture("compose-refused", person);
      person.gmail.choose("Réglages / Settings");
      person.gmail.fill("screen-language", language === "fr" ? "en" : "fr");
      await picture("language", person);
      const alone = beside({ isWebApp: false });
      alone.gmail.openHome();
      press(alone, "Ouvrir le bureau", "Open the desk");
      await picture("no-desk", alone);
    },
  },
  trouble: {
    pictures: ["fault-folder", "recovered", "fault-drive", "fault-unforeseen"],
    walk: trouble,
  },
  phones: {
    pictures: ["phone-nobody", "phone-claim", "phone-welcome"],
    walk: async ({ person: beside, picture }) => {
      const person = beside({ client: "ANDROID" });
      person.gmail.openMessage(person.receive(await sampleMail(NOBODY)));
      await picture("phone-nobody", person);
      person.gmail.openMessage(person.receive(await sampleMail(BROKEN)));
      press(person, "Voir la créance", "See the claim");
      await picture("phone-claim", person);
      const fresh = beside({ client: "IOS", ledger: "none" });
      fresh.gmail.openMessage(fresh.receive(await sampleMail(PROMISE)));
      await picture("phone-welcome", fresh);
    },
  },
};
