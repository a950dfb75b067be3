import { plain } from "../journeys/gmail-pages.ts";
import type { Person } from "../journeys/gmail-pages.ts";
import { sampleMail } from "../journeys/outlook-ledger.ts";
import { press } from "./gmail-press.ts";
import type { Scene, Walk } from "./gmail.ts";

/** Each kind of mail, by the number of the sample's file. */
const MAILS = {
  promise: "063",
  dispute: "044",
  paid: "057",
  instalments: "061",
  question: "039",
  insolvency: "055",
  refusal: "019",
  autoreply: "038",
  bounce: "021",
  broken: "045",
  follow: "062",
  nobody: "017",
  fraud: "059",
  internal: "046",
};

const SARAH = "sarah@atelier-bloch.example";

const mails = async (person: Person, names: readonly (keyof typeof MAILS)[], scene: Scene) => {
  for (const name of names) {
    person.gmail.openMessage(person.receive(await sampleMail(MAILS[name])));
    await scene.picture(`mail-${name}`, person);
  }
};

export const SCENES: Readonly<Record<string, Walk>> = {
  begin: {
    pictures: ["welcome", "first-run-whose", "first-run", "first-run-fault", "today-empty"],
    walk: async ({ person: beside, picture }) => {
      const person = beside({ ledger: "none" });
      person.gmail.openHome();
      await picture("welcome", person);
      press(person, "Commencer", "Start");
      await picture("first-run-whose", person);
      press(person, "Oui, les miennes", "Yes, my own", "Yes, our own", "Yes, mine");
      await picture("first-run", person);
      person.gmail.fill("name", "Menuiserie Lacombe");
      press(person, "Commencer", "Start");
      await picture("first-run-fault", person);
      person.gmail.fill("author", "Claire Lacombe");
      person.gmail.fill("addresses", "claire@menuiserie-lacombe.example");
      press(person, "Commencer", "Start");
      await picture("today-empty", person);
    },
  },
  /** `npm run gallery gmail-docs en-light fr-light`: docs/pictures/gmail-*.png are copies of these. */
  docs: {
    pictures: ["docs-answer"],
    walk: async ({ person: beside, picture }) => {
      const person = beside({});
      person.gmail.openMessage(person.receive(await sampleMail(MAILS.promise)));
      await picture("docs-answer", person);
    },
  },
  mails: {
    pictures: Object.keys(MAILS).map((name) => `mail-${name}`),
    walk: async (scene) => {
      const names = Object.keys(MAILS) as (keyof typeof MAILS)[];
      await mails(scene.person({}), names, scene);
    },
  },
  answer: {
    pictures: ["correct", "confirmed", "draft", "draft-waiting", "sent-found", "follow-form"],
    walk: async ({ person: beside, picture }) => {
      const person = beside({});
      person.gmail.openMessage(person.receive(await sampleMail(MAILS.promise)));
      press(person, "Corriger", "Correct");
      await picture("correct", person);
      person.gmail.back();
      press(person, "Confirmer", "Confirm");
      await picture("confirmed", person);
      const broken = person.receive(await sampleMail(MAILS.broken));
      person.gmail.openMessage(broken);
      press(person, "Préparer la relance", "Prepare the reminder");
      await picture("draft", person);
      person.gmail.openMessage(broken);
      await picture("draft-waiting", person);
      const [draft = ""] = person.account.mailbox.drafts.keys();
      person.account.clock.spend(60_000);
      person.account.mailbox.sendDraft(draft);
      person.gmail.openMessage(broken);
      await picture("sent-found", person);
      person.gmail.openMessage(person.receive(await sampleMail(MAILS.follow)));
      press(person, "Suivre cette facture", "Follow this invoice", "Track this invoice");
      await picture("follow-form", person);
    },
  },
  day: {
    pictures: ["today", "today-done", "item", "item-draft", "queue-end"],
    walk: async ({ person: beside, picture }) => {
      const person = beside({});
      person.gmail.openHome();
      await picture("today", person);
      press(person, "Vérifié, aucune réponse", "Checked, no reply");
      await picture("today-done", person);
      press(person, "Commencer", "Start");
      press(person, "Suivant", "Next");
      await picture("item", person);
      press(
        person,
        "Préparer la relance",
        "Préparer le brouillon",
        "Prepare the reminder",
        "Prepare the draft",
      );
      await picture("item-draft", person);
      for (let at = 0; at < 20; at += 1) {
        if (
          !person.gmail
            .card()
            .labels.map(plain)
            .some((one) => one === "Suivant" || one === "Next")
        )
          break;
        press(person, "Suivant", "Next");
      }
      await picture("queue-end", person);
    },
  },
  looking: {
    pictures: [
      "search",
      "search-found",
      "debtor",
      "claim",
      "timeline",
      "form-call",
      "form-payment",
    ],
    walk: async ({ person: beside, picture }) => {
      const person = beside({});
      person.gmail.choose("Chercher / Search");
      await picture("search", person);
      person.gmail.fill("query", "Nordis");
      press(person, "Chercher", "Search");
      await picture("search-found", person);
      press(person, "Nordis SAS");
      await picture("debtor", person);
      press(person, "Créance", "Claim");
      await picture("claim", person);
      press(person, "Échanges et historique", "Exchanges and history", "History");
      await picture("timeline", person);
      person.gmail.back();
      press(person, "Noter un appel", "Log a call", "Note a call");
      await picture("form-call", person);
      person.gmail.back();
      press(person, "Saisir un règlement", "Enter a payment", "Record a payment");
      await picture("form-payment", person);
    },
  },
  rest: {
    pictures: ["settings", "settings-full", "diagnosis", "compose", "fault"],
    walk: async ({ person: beside, picture }) => {
      const person = beside({});
      person.gmail.choose("Réglages / Settings");
      await picture("settings", person);
      person.gmail.choose("Diagnostic / Diagnosis");
      await picture("diagnosis", person);
      person.gmail.compose("Insérer / Insert (Relance)", { to: [SARAH] });
      await picture("compose", person);
      // Google no longer lets the script read.
      const id = person.receive(await sampleMail(MAILS.promise));
      person.gmail.openHome();
      person.project.disturb({ call: 2, how: "status", status: 403 });
      person.gmail.openMessage(id);
      await picture("fault", person);
      const full = beside({ folder: "gmail-full" });
      full.gmail.choose("Réglages / Settings");
      await picture("settings-full", full);
    },
  },
  phone: {
    pictures: ["phone-mail", "phone-today"],
    walk: async ({ person: beside, picture }) => {
      const person = beside({ client: "ANDROID" });
      person.gmail.openMessage(person.receive(await sampleMail(MAILS.promise)));
      await picture("phone-mail", person);
      press(person, "Aujourd'hui", "Today");
      await picture("phone-today", person);
    },
  },
};
