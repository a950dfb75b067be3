import { describe, expect, it } from "vitest";
import { voidBatch, voidEntries } from "#shared/app/ledger-acts.ts";
import { recordAct } from "#shared/app/record-act.ts";
import { confirmReadings } from "#shared/app/without-effect.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import { turnLabels } from "#gmail/script/mail/labels.ts";
import { reachOf } from "#gmail/script/mail/reach.ts";
import { valueOf } from "../mail/mail-story.ts";
import { json } from "../mail/small-gmail.ts";
import type { SmallMail } from "../mail/small-gmail.ts";
import { clicksOf, linesOf, plainly, tellCardStory } from "./card-story.ts";
import type { CardStory } from "./card-story.ts";

const COMPTA = "Compta <compta@debtor-1.example>";
const WHOLE = "Classer tout le fil";

const nordisOf = ({ story }: CardStory): string => story.accounts.get("Nordis SAS") ?? "";
const said = (told: CardStory): string => plainly(linesOf(told.card()).join("\n"));
const labels = (told: CardStory): readonly string[] =>
  clicksOf(told.card()).map(({ label }) => label);

const threadOf = ({ story }: CardStory, count: number): readonly SmallMail[] => {
  const first = story.gmail.put({ from: COMPTA, messageId: "<m0@debtor-1.example>" });
  const rest = Array.from({ length: count - 1 }, (_, at) =>
    story.gmail.put({
      from: COMPTA,
      messageId: `<m${String(at + 1)}@debtor-1.example>`,
      threadId: first.threadId,
      date: `Thu, ${String(19 - at)} Nov 2026 09:00:00 +0100`,
    }),
  );
  return [first, ...rest];
};

describe("the whole thread of an open mail", () => {
  it("is filed by one click behind the other actions, says how many, and is taken back by one", async () => {
    const told = await tellCardStory();
    const [first] = threadOf(told, 3);
    if (first === undefined) throw new Error("no mail");
    const card = told.open(first);
    const folded = card.sections.filter(({ unfolded }) => unfolded === 0);
    expect(clicksOf({ ...card, sections: folded }).map(({ label }) => label)).toContain(WHOLE);
    told.click(WHOLE);
    expect(said(told)).toContain("3 messages classés au dossier.");
    expect(told.story.state(nordisOf(told)).exchanges).toHaveLength(3);
    told.click("Annuler");
    expect(told.story.state(nordisOf(told)).exchanges).toEqual([]);
    expect(told.stack).toHaveLength(1);
  });

  it("says which mails were not filed and why, and files the others", async () => {
    const told = await tellCardStory();
    const [first, second] = threadOf(told, 3);
    if (first === undefined) throw new Error("no mail");
    told.story.gmail.instead = ({ url }) =>
      url.endsWith(`${second?.id ?? ""}?format=raw`) ? json(404, {}) : null;
    told.open(first);
    told.click(WHOLE);
    expect(said(told)).toContain("2 messages classés au dossier.");
    expect(said(told)).toContain("1 message n'est pas classé (19/11). Gmail ne le trouve plus");
    expect(labels(told)).toContain("Annuler");
  });

  it("says that nothing was done where none could be filed, and that nothing was left where all lay there", async () => {
    const told = await tellCardStory();
    const [first] = threadOf(told, 2);
    if (first === undefined) throw new Error("no mail");
    told.open(first);
    told.story.gmail.instead = ({ url }) => (url.includes("format=raw") ? json(404, {}) : null);
    told.click(WHOLE);
    expect(told.card().name).toBe("fault");
    expect(said(told)).toContain("2 messages ne sont pas classés (18/11, 19/11)");
    told.story.gmail.instead = null;
    told.open(first);
    told.click(WHOLE);
    told.click(WHOLE);
    expect(told.toasts).toEqual(["Tout le fil est déjà au dossier."]);
    expect(told.story.state(nordisOf(told)).exchanges).toHaveLength(2);
  });

  it("is not offered beside a mail of nobody", async () => {
    const told = await tellCardStory();
    told.open(told.story.gmail.put({ from: "Ana Ruiz <ana@inconnue.example>" }));
    expect(labels(told)).not.toContain(WHOLE);
  });

  it("tells whose a later mail of it is, which names nothing else that is known", async () => {
    const told = await tellCardStory();
    const [first] = threadOf(told, 1);
    if (first === undefined) throw new Error("no mail");
    const later = told.story.gmail.put({
      from: "Chloé <chloe@ailleurs.example>",
      threadId: first.threadId,
      messageId: "<later@ailleurs.example>",
    });
    expect(told.open(later).name).toBe("mail");
    expect(said(told)).not.toContain("Nordis");
    told.open(first);
    told.click(WHOLE);
    told.story.driver.takeIn([]);
    const other = told.story.gmail.put({
      from: "Chloé <chloe@ailleurs.example>",
      threadId: first.threadId,
      messageId: "<last@ailleurs.example>",
    });
    told.open(other);
    expect(linesOf(told.card())[0]).toBe("Nordis SAS");
    expect(said(told)).toContain("Même fil");
    expect(said(told)).toContain("chloe@ailleurs.example");
  });
});

describe("the job of the hour", () => {
  const answerOf = ({ story }: CardStory): SmallMail =>
    story.gmail.put({ from: COMPTA, messageId: "<a1@debtor-1.example>" });
  /** As if nobody had ever said that they looked. */
  const unlooked = ({ story }: CardStory): void => {
    const looks = story.driver
      .entries()
      .flatMap(({ hash, header }) => (header.type === "answers-looked-for" ? [hash] : []));
    story.run(voidEntries, { account: null, entries: looks });
  };
  const memory = ({ story }: CardStory): readonly string[] =>
    Object.keys(story.mailbox(null).services.properties.readAll()).filter((name) =>
      name.startsWith("gmail-draft:"),
    );

  it("looks for nothing under the public manifest, whose list says so and offers one click", async () => {
    const told = await tellCardStory();
    unlooked(told);
    answerOf(told);
    const asked = told.story.rounds.length;
    told.hour();
    expect(told.story.rounds).toHaveLength(asked);
    told.home();
    expect(said(told)).toContain("Réponses : non surveillées");
    told.click("Vérifié, aucune réponse");
    expect(said(told)).not.toContain("non surveillées");
    expect(labels(told)).not.toContain("Vérifié, aucune réponse");
    told.click("Annuler");
    expect(said(told)).toContain("Réponses : non surveillées");
  });

  it("files what answers under the full manifest, and the list tells it with its hour", async () => {
    const told = await tellCardStory();
    told.on({ isFull: true });
    told.story.gmail.reach = "mailbox";
    answerOf(told);
    told.hour();
    expect(told.story.state(nordisOf(told)).exchanges).toHaveLength(1);
    told.home();
    expect(said(told)).toMatch(/Examen de .*: 1 réponse à lire/u);
    expect(said(told)).not.toContain("non surveillées");
  });

  it("tells on the list what it did not reach", async () => {
    const told = await tellCardStory();
    told.on({ isFull: true });
    told.hour();
    told.home();
    expect(said(told)).toContain("⚠ Examen de");
    expect(said(told)).toContain("Pas examiné : la boîte.");
  });

  it("looks no more once that is turned off, labels or not", async () => {
    const told = await tellCardStory();
    told.on({ isFull: true });
    told.story.gmail.reach = "mailbox";
    told.send({ do: "settings" });
    told.click("Ne plus chercher");
    expect(said(told)).toContain("Relance ne les cherche pas");
    told.click("Étiqueter");
    answerOf(told);
    told.hour();
    expect(told.story.state(nordisOf(told)).exchanges).toEqual([]);
    told.send({ do: "settings" });
    told.click("Chercher chaque heure");
    told.hour();
    expect(told.story.state(nordisOf(told)).exchanges).toHaveLength(1);
    expect([...told.story.gmail.labels.values()]).toContain("Relance/À lire");
  });

  it("labels what it files once labels are on, in the language of the screen, and moves the label when it is read", async () => {
    const told = await tellCardStory();
    told.on({ isFull: true });
    told.story.gmail.reach = "mailbox";
    const mail = answerOf(told);
    told.hour();
    const idOf = (name: string): string =>
      [...told.story.gmail.labels].find(([, one]) => one === name)?.[0] ?? "none";
    expect([...told.story.gmail.labels.values()]).toEqual(["INBOX"]);
    told.send({ do: "settings" });
    told.click("Étiqueter");
    const next = told.story.gmail.put({
      from: COMPTA,
      messageId: "<a2@debtor-1.example>",
      date: "Fri, 20 Nov 2026 09:10:00 +0100",
      text: "Bonjour,\n\nNous vous réglerons 12 640,00 € par virement le 27 novembre 2026.\n",
    });
    told.hour();
    expect(mail.labels.has(idOf("Relance/À lire"))).toBe(false);
    expect(next.labels.has(idOf("Relance/À lire"))).toBe(true);
    told.open(next);
    told.click("Confirmer");
    expect(next.labels.has(idOf("Relance/À lire"))).toBe(false);
    expect(next.labels.has(idOf("Relance/Suivi"))).toBe(true);
  });

  it.each([false, true])("forgets drafts of long ago, full manifest: %s", async (isFull) => {
    const told = await tellCardStory();
    told.on({ isFull });
    const { properties } = told.story.mailbox(null).services;
    properties.write({ "gmail-draft:old": '["begun",1]' });
    told.hour();
    expect(memory(told)).toEqual([]);
  });
});

describe("labels of the full manifest", () => {
  const PROMISED = [
    "Bonjour,\n\nNous vous réglerons 12 640,00 € par virement le 27 novembre 2026.\n",
    "Bonjour,\n\nLe virement de 12 640,00 € partira le 30 novembre 2026.\n",
  ];
  const name = (told: CardStory, mail: SmallMail): readonly string[] =>
    [...mail.labels].flatMap((id) => {
      const label = told.story.gmail.labels.get(id) ?? "";
      return label.startsWith("Relance/") ? [label] : [];
    });
  /** Two answers that the look has filed and labelled, and how a list names them. */
  const given = async () => {
    const told = await tellCardStory();
    told.on({ isFull: true });
    told.story.gmail.reach = "mailbox";
    turnLabels(told.story.mailbox(null), true);
    const mails = PROMISED.map((text, at) =>
      told.story.gmail.put({
        from: COMPTA,
        messageId: `<p${String(at)}@debtor-1.example>`,
        date: `Thu, 19 Nov 2026 1${String(at)}:00:00 +0100`,
        text,
      }),
    );
    told.hour();
    const account = nordisOf(told);
    const replies = told.story
      .state(account)
      .exchanges.map(({ exchange }) => ({ account, exchange }));
    const names = () => mails.map((mail) => name(told, mail).join());
    expect(names()).toEqual(["Relance/À lire", "Relance/À lire"]);
    return { told, account, replies, names };
  };
  const TO_READ = ["Relance/À lire", "Relance/À lire"];
  const FOLLOWED = ["Relance/Suivi", "Relance/Suivi"];

  it.each(["confirm-readings", "leave-without-effect"])(
    "follow replies dealt with several at once (%s), and what is taken back of it, in a handful of requests",
    async (act) => {
      const { told, replies, names } = await given();
      const asked = told.story.rounds.length;
      told.send({ do: act, replies: JSON.stringify(replies), at: "today" });
      expect(names()).toEqual(FOLLOWED);
      // The list of labels, one search, a label that is made, one change: however many they are.
      const rounds = told.story.rounds.slice(asked);
      expect(rounds.map((round) => round.length)).toEqual([1, 1, 1, 1]);
      told.click("Annuler");
      expect(names()).toEqual(TO_READ);
    },
  );

  it("go with the filing that is taken back", async () => {
    const { told, replies, account } = await given();
    const mail = told.story.gmail.put({
      from: COMPTA,
      messageId: "<single@debtor-1.example>",
      date: "Fri, 20 Nov 2026 09:00:00 +0100",
      text: PROMISED[0] ?? "",
    });
    told.open(mail);
    told.click("Confirmer");
    expect(name(told, mail)).toEqual(["Relance/Suivi"]);
    expect(told.story.state(account).exchanges).toHaveLength(replies.length + 1);
    told.click("Annuler");
    expect(told.story.state(account).exchanges).toHaveLength(replies.length);
    expect(name(told, mail)).toEqual([]);
  });

  it("are settled by the next hour where the act was done elsewhere, or Gmail refused them", async () => {
    const { told, replies, account, names } = await given();
    // As the desk or Outlook would: the mailbox learns nothing of it.
    const done = valueOf(told.story.run(confirmReadings, { replies }));
    expect(names()).toEqual(TO_READ);
    told.hour();
    expect(names()).toEqual(FOLLOWED);
    valueOf(told.story.run(voidBatch, { batch: done.undo?.batch ?? "", accounts: [account] }));
    told.hour();
    expect(names()).toEqual(TO_READ);
    const refusing = ({ url }: { readonly url: string }) =>
      url.endsWith("/messages/batchModify") ? json(503, {}) : null;
    told.story.gmail.instead = refusing;
    told.send({ do: "confirm-readings", replies: JSON.stringify(replies), at: "today" });
    expect(told.story.state(account).exchanges.every(({ tagged }) => tagged !== null)).toBe(true);
    expect(names()).toEqual(TO_READ);
    told.story.gmail.instead = null;
    told.hour();
    expect(names()).toEqual(FOLLOWED);
    // A debtor held for illness: none of their mails bears a label any more.
    const hold = {
      type: "place-sensitive-hold",
      on: dateOf("2026-11-20"),
      reason: "illness",
      note: null,
    } as const;
    valueOf(told.story.run(recordAct, { account, command: hold }));
    told.hour();
    expect(names()).toEqual(["", ""]);
  });

  it("are not asked for any more once the public manifest is back, and work again with the full one", async () => {
    const { told, replies, names } = await given();
    told.on({ isFull: false });
    told.story.gmail.reach = "thread";
    const asked = told.story.rounds.length;
    told.send({ do: "confirm-readings", replies: JSON.stringify(replies), at: "today" });
    told.hour();
    expect(told.story.rounds).toHaveLength(asked);
    // Nothing goes on from what was in reach.
    expect(reachOf(told.story.mailbox(null))).toEqual({ kind: "thread" });
    told.on({ isFull: true });
    told.story.gmail.reach = "mailbox";
    told.hour();
    expect(reachOf(told.story.mailbox(null)).kind).toBe("mailbox");
    expect(names()).toEqual(FOLLOWED);
  });
});
