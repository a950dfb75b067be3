import { describe, expect, it } from "vitest";
import { voidEntries } from "#shared/app/ledger-acts.ts";
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
