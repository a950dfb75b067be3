import { describe, expect, it } from "vitest";
import { shownText } from "#shared/kernel/text.ts";
import { recordAct } from "#shared/app/record-act.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import { valueOf } from "../mail/mail-story.ts";
import { DEFAULT_TO, json, refused } from "../mail/small-gmail.ts";
import type { SmallMail } from "../mail/small-gmail.ts";
import { clicksOf, fieldsOf, linesOf, plainly, primariesOf, tellCardStory } from "./card-story.ts";
import type { CardStory } from "./card-story.ts";

const COMPTA = "Compta <compta@debtor-1.example>";

const promiseOf = ({ story }: CardStory): SmallMail =>
  story.gmail.put({
    from: COMPTA,
    subject: "Re: facture LAC-01",
    text: "Bonjour,\n\nNous vous réglerons 12 640,00 € par virement le 27 novembre 2026.\n\nCordialement\n",
  });

const labels = (told: CardStory): readonly string[] =>
  clicksOf(told.card()).map(({ label }) => label);
const nordisOf = ({ story }: CardStory): string => story.accounts.get("Nordis SAS") ?? "";

describe("the card beside a debtor's mail", () => {
  it("says who, how much and how late, what they said and what comes next before the first button", async () => {
    const told = await tellCardStory();
    const card = told.open(promiseOf(told));
    const widgets = card.sections[0]?.widgets ?? [];
    expect(widgets.slice(0, 4).map(({ kind }) => kind)).toEqual(["text", "text", "text", "text"]);
    const [, , who, owes, said, next] = linesOf(card);
    expect(who).toContain("Nordis SAS");
    expect(owes).toContain("15 640,00 €");
    expect(said).toContain("« Nous vous réglerons 12 640,00 € par virement le 27 novembre 2026");
    expect(next).toContain("avant le 27/11");
    expect(primariesOf(card)).toEqual(["Confirmer"]);
  });

  it("files it as a promise in one click, says so, and takes it back in another", async () => {
    const told = await tellCardStory();
    told.open(promiseOf(told));
    told.click("Confirmer");
    expect(told.story.state(nordisOf(told)).promises).toMatchObject([{ by: "2026-11-27" }]);
    expect(told.story.state(nordisOf(told)).exchanges[0]?.versions).toHaveLength(1);
    expect(linesOf(told.card())).toContain("Fait");
    told.click("Annuler");
    expect(told.story.state(nordisOf(told)).promises).toEqual([]);
    expect(told.stack).toHaveLength(1);
  });

  it("is corrected by a form whose fields are those of the tag chosen", async () => {
    const told = await tellCardStory();
    told.open(promiseOf(told));
    told.click("Corriger");
    expect(fieldsOf(told.card()).map(({ name }) => name)).toEqual([
      "tag",
      "by",
      "amount",
      "invoices",
    ]);
    told.fill("tag", "dispute");
    expect(fieldsOf(told.card()).map(({ name }) => name)).toContain("reason");
    told.fill("reason", "quality");
    told.click("Confirmer");
    expect(told.story.state(nordisOf(told)).promises).toEqual([]);
    expect(told.story.state(nordisOf(told)).disputes[0]).toMatchObject({ reason: "quality" });
    expect(told.stack).toHaveLength(1);
  });

  it("asks for what is wrong in a form by the field's own name, and keeps what was typed", async () => {
    const told = await tellCardStory();
    told.open(promiseOf(told));
    told.click("Corriger");
    told.fill("amount", "douze mille");
    told.click("Confirmer");
    expect(linesOf(told.card()).join("\n")).toContain("Montant promis :");
    const amount = fieldsOf(told.card()).find(({ name }) => name === "amount");
    expect(amount).toMatchObject({ value: "douze mille" });
    expect(told.story.state(nordisOf(told)).promises).toEqual([]);
  });

  it("carries the menu on phones, which have no home page of add-ons", async () => {
    const told = await tellCardStory();
    told.on({ platform: "ANDROID" });
    const card = told.open(promiseOf(told));
    expect(card.menu.map(({ label }) => label.map(shownText).join(""))).toEqual([
      "Aujourd'hui",
      "Chercher",
      "Réglages",
    ]);
    told.click("Aujourd'hui");
    expect(linesOf(told.card())[0]).toContain("Aujourd'hui");
  });

  it("speaks the language of Gmail until another one is chosen", async () => {
    const told = await tellCardStory();
    told.on({ locale: "en-GB" });
    told.open(told.story.gmail.put({ from: "Ana Ruiz <ana@inconnue.example>" }));
    expect(primariesOf(told.card())).toEqual(["New debtor"]);
    told.click("Settings");
    told.fill("screen-language", "fr");
    expect(linesOf(told.card())[0]).toBe("Réglages");
    told.open(told.story.gmail.put({ from: "Ana Ruiz <ana@inconnue.example>" }));
    expect(primariesOf(told.card())).toEqual(["Nouveau débiteur"]);
  });
});

describe("the card beside a mail of nobody", () => {
  it("has a name field and nothing else, and fetched no part of the script", async () => {
    const told = await tellCardStory();
    const mail = told.story.gmail.put({ from: "Ana Ruiz <ana@inconnue.example>" });
    const card = told.open(mail);
    expect(fieldsOf(card)).toMatchObject([{ kind: "input", name: "name", value: "Ana Ruiz" }]);
    expect(card.sections).toHaveLength(1);
    expect(primariesOf(card)).toEqual(["Nouveau débiteur"]);
    expect(told.parts).toEqual({ reading: 0, acts: 0 });
  });

  it("makes a debtor of its sender by that name, and shows its claim", async () => {
    const told = await tellCardStory();
    told.open(told.story.gmail.put({ from: "Ana Ruiz <ana@inconnue.example>" }));
    told.fill("name", "Ruiz & Filles");
    told.click("Nouveau débiteur");
    expect(linesOf(told.card())[0]).toBe("Ruiz & Filles");
    expect(told.card().name).toBe("mail");
  });

  it("says that a debtor of that name is known before it makes a second one", async () => {
    const told = await tellCardStory();
    told.open(told.story.gmail.put({ from: "Ana Ruiz <ana@inconnue.example>" }));
    told.fill("name", "Nordis SAS");
    told.click("Nouveau débiteur");
    expect(fieldsOf(told.card()).map(({ name }) => name)).toEqual(["name", "evenSo"]);
  });
});

describe("the card beside a mail of mine", () => {
  /** As Gmail gives a mail with a file. */
  const withPdf = (told: CardStory, mail: SmallMail): void => {
    const read = (path: string) =>
      told.story.gmail.answer({
        method: "get",
        url: `https://gmail.googleapis.com/gmail/v1/users/me/messages/${mail.id}?format=${path}`,
        headers: {
          "X-Goog-Gmail-Access-Token": `open-${mail.threadId}`,
          Authorization: "Bearer ya29.token",
        },
      });
    const given = JSON.parse(read("full").text()) as { payload: { parts?: unknown[] } };
    const file = {
      partId: "9",
      mimeType: "application/pdf",
      filename: "LAC-77.pdf",
      headers: [{ name: "Content-Disposition", value: 'attachment; filename="LAC-77.pdf"' }],
      body: { attachmentId: "a", size: 1200 },
    };
    const { payload } = given;
    const whole = {
      ...given,
      payload: {
        ...payload,
        mimeType: "multipart/mixed",
        body: { size: 0 },
        parts: [{ ...payload, partId: "0", filename: "" }, file],
      },
    };
    told.story.gmail.instead = ({ url }) => (url.includes("format=full") ? json(200, whole) : null);
  };

  it("follows the invoice that it carries: a form with what was read, then the claim", async () => {
    const told = await tellCardStory();
    const mail = told.story.gmail.put({
      from: DEFAULT_TO,
      to: "Atelier Nouveau <contact@nouveau.example>",
      subject: "Facture LAC-77",
      text: "Veuillez trouver notre facture n° LAC-77 du 20/11/2026, 1 200,00 € TTC, à régler au 20/12/2026.\n",
      labels: ["SENT"],
    });
    withPdf(told, mail);
    told.open(mail);
    expect(primariesOf(told.card())).toEqual(["Suivre cette facture"]);
    told.click("Suivre cette facture");
    expect(fieldsOf(told.card()).find(({ name }) => name === "number")).toMatchObject({
      value: "LAC-77",
    });
    told.fill("total", "1 200,00");
    told.fill("dueOn", "2026-12-20");
    told.fill("name", "Atelier Nouveau");
    told.click("Enregistrer");
    expect(told.card().name).toBe("mail");
    expect(linesOf(told.card())).toContain("Facture enregistrée.");
    told.click("Annuler");
    expect(linesOf(told.card())).not.toContain("Facture enregistrée.");
  });
});

describe("the home card", () => {
  it("shows what is late, how fresh that is, and one button a row, eight rows at most", async () => {
    const told = await tellCardStory();
    const card = told.home();
    expect(linesOf(card)[0]).toContain("Aujourd'hui");
    expect(linesOf(card).map(plainly).join(" ")).toMatch(/\d € attendus, dont 24 660 € en retard/);
    expect(linesOf(card)).toContain("Liste dressée à 07:12");
    const rows = card.sections.flatMap(({ widgets }) =>
      widgets.filter(({ kind }) => kind === "fact"),
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.length).toBeLessThanOrEqual(8);
    expect(card.footer?.primary.label.map(shownText)).toEqual(["Commencer"]);
    expect(told.parts).toEqual({ reading: 0, acts: 0 });
  });

  it("goes through the list one card an item, never back to the list", async () => {
    const told = await tellCardStory();
    told.home();
    told.click("Commencer");
    const first = linesOf(told.card())[0];
    expect(told.card().name).toBe("item");
    told.click("Suivant");
    expect(told.card().name).toBe("item");
    expect(linesOf(told.card())[0]).not.toBe(first);
    expect(told.stack).toHaveLength(2);
    for (let at = 0; at < 20 && labels(told).includes("Suivant"); at += 1) told.click("Suivant");
    expect(linesOf(told.card())[0]).toBe("Terminé");
  });

  it("leads to the desk for what needs its room, and says how to get one where there is none", async () => {
    const told = await tellCardStory();
    told.home();
    told.click("Ouvrir le bureau");
    expect(told.links[0]).toMatchObject({
      over: true,
      url: expect.stringContaining("?page=today"),
    });
    told.on({ desk: null });
    told.home();
    told.click("Ouvrir le bureau");
    expect(linesOf(told.card())[0]).toBe("Le bureau n'est pas ouvert");
  });
});

describe("a draft from a card", () => {
  /** A mail is open: only beside one may a draft be laid into Gmail. */
  const besideAMail = async (): Promise<CardStory> => {
    const told = await tellCardStory();
    told.send({ do: "payments-known" });
    told.open(promiseOf(told));
    told.send({ do: "claim", account: nordisOf(told) });
    return told;
  };

  it("is written by Gmail's own compose window where no mail is open", async () => {
    const told = await tellCardStory();
    told.send({ do: "payments-known" });
    told.home();
    told.send({ do: "claim", account: nordisOf(told) });
    told.click("Préparer le brouillon");
    expect(told.story.gmail.drafts.size).toBe(0);
    expect(told.links[0]?.url).toMatch(/^https:\/\/mail\.google\.com\/mail\/\?view=cm/);
    expect(linesOf(told.card()).join("\n")).toContain("fenêtre de rédaction");
    expect(told.story.state(nordisOf(told)).drafts).toMatchObject([{ state: "prepared" }]);
    told.click("Je l'ai envoyé");
    expect(told.story.state(nordisOf(told)).acts).toHaveLength(1);
  });

  it("lies in Gmail, is opened, and is declared sent from the same card", async () => {
    const told = await besideAMail();
    const [primary = ""] = primariesOf(told.card());
    expect(primary).toBe("Préparer le brouillon");
    told.click(primary);
    expect(told.story.gmail.drafts.size).toBe(1);
    expect(told.links[0]?.url).toMatch(/^https:\/\/mail\.google\.com\/mail\//);
    expect(told.card().name).toBe("draft");
    told.click("Je l'ai envoyé");
    expect(told.story.state(nordisOf(told)).acts).toHaveLength(1);
  });

  it("joins the thread of the open mail that it answers: what the debtor asked of us is answered there", async () => {
    const told = await tellCardStory();
    const mail = told.story.gmail.put({
      from: COMPTA,
      text: "Bonjour, pouvez-vous nous renvoyer la facture LAC-01 ?\n",
    });
    told.open(mail);
    told.click("Confirmer");
    told.click("Préparer la réponse");
    expect(told.story.gmail.drafts.size).toBe(1);
    expect(told.links[0]?.url).toContain(`#all/${mail.threadId}`);
    expect(plainly(linesOf(told.card()).join(" "))).not.toContain("nouveau fil");
  });

  it("is taken out of Gmail with what is taken back", async () => {
    const told = await besideAMail();
    told.click("Préparer le brouillon");
    told.click("Annuler");
    expect(told.story.gmail.drafts.size).toBe(0);
    expect(told.story.state(nordisOf(told)).drafts).toEqual([]);
  });

  it("opens from Drafts as long as it may go, and no more once the debtor has paid, from its own card too", async () => {
    const told = await besideAMail();
    told.click("Préparer le brouillon");
    told.click("Ouvrir le brouillon");
    const [first, again] = told.links;
    expect(again).toEqual(first);
    pays(told);
    told.click("Ouvrir le brouillon");
    expect(plainly(linesOf(told.card()).join(" "))).toContain("les sommes n'y sont plus justes");
    told.send({ do: "claim", account: nordisOf(told) });
    expect(() => told.click("Ouvrir le brouillon")).toThrow("nothing says");
    expect(told.links).toHaveLength(2);
    told.click("Écarter le brouillon");
    expect(told.story.gmail.drafts.size).toBe(0);
  });

  it("that Gmail did not take is tried again by a button, once Gmail answers", async () => {
    const told = await besideAMail();
    told.story.gmail.instead = () => ({
      status: 503,
      headers: {},
      text: () => "{}",
      bytes: () => new Uint8Array(),
    });
    told.click("Préparer le brouillon");
    expect(told.card().name).toBe("fault");
    // It may have been made all the same: whoever clicks again has looked.
    expect(plainly(linesOf(told.card()).join(" "))).toContain("Regardez dans Brouillons");
    told.story.gmail.instead = null;
    told.click("Réessayer");
    expect(told.story.gmail.drafts.size).toBe(1);
    expect(told.links).toHaveLength(1);
    told.click("Réessayer");
    expect(told.story.gmail.drafts.size).toBe(1);
  });

  it("that Gmail did not take is not made any more once the debtor has paid, or it was taken back", async () => {
    const told = await besideAMail();
    told.story.gmail.instead = ({ url }) => (url.includes("/drafts") ? refused(403, "no") : null);
    told.click("Préparer le brouillon");
    told.story.gmail.instead = null;
    const [waiting] = told.story.state(nordisOf(told)).drafts;
    const again = { do: "open-draft", draft: waiting?.draft ?? "" };
    pays(told);
    told.send(again);
    expect(plainly(linesOf(told.card()).join(" "))).toContain("la situation a changé");
    told.send({ do: "discard-draft", account: nordisOf(told), draft: again.draft });
    told.send(again);
    expect(told.story.gmail.drafts.size).toBe(0);
  });
});

describe("a form as a card", () => {
  it("notes a call in the account it was opened for, and comes back to the claim", async () => {
    const told = await tellCardStory();
    told.send({ do: "claim", account: nordisOf(told) });
    told.click("Noter un appel");
    told.fill("words", "Rappelle lundi <b>ferme</b>");
    told.click("Ajouter");
    expect(told.card().name).toBe("claim");
    expect(told.stack).toHaveLength(1);
    expect(told.story.state(nordisOf(told)).exchanges[0]).toMatchObject({
      kind: "call",
      words: "Rappelle lundi <b>ferme</b>",
    });
  });

  it("records a payment in the notation of the person", async () => {
    const told = await tellCardStory();
    told.send({ do: "claim", account: nordisOf(told) });
    told.click("Saisir un règlement");
    told.fill("amount", "1 000,50");
    told.fill("on", "2026-11-19");
    told.click("Ajouter");
    expect(told.story.state(nordisOf(told)).payments[0]).toMatchObject({
      amount: 100_050,
      on: "2026-11-19",
    });
  });

  it("has a row more for each part that is added, and asks for each what it lacks", async () => {
    const told = await tellCardStory();
    told.send({ do: "claim", account: nordisOf(told) });
    told.click("Accorder un échéancier");
    told.fill("part-0/amount", "5 000");
    told.fill("part-1/amount", "5 000");
    told.click("Ajouter un versement");
    expect(fieldsOf(told.card()).filter(({ name }) => name.endsWith("/amount"))).toHaveLength(3);
    told.fill("part-2/by", "2027-02-20");
    told.click("Ajouter");
    expect(told.card().name).toBe("form");
    expect(linesOf(told.card())).toContain("À corriger");
    expect(fieldsOf(told.card()).find(({ name }) => name === "part-0/amount")).toMatchObject({
      value: "5 000",
    });
  });

  it("that needs a file stands on the desk", async () => {
    const told = await tellCardStory();
    told.send({ do: "claim", account: nordisOf(told) });
    told.click("Joindre une pièce");
    expect(told.links[0]?.url).toContain("page=account");
  });
});

describe("what comes back from a card", () => {
  it.each([
    ["an action that no card names", { do: "drop-everything" }],
    ["no action at all", {}],
    ["a prototype's own name", { do: "constructor" }],
  ])("is refused in words: %s", async (_what, parameters: Record<string, string>) => {
    const told = await tellCardStory();
    const before = told.story.driver.entries().length;
    told.send(parameters);
    expect(linesOf(told.card()).join("\n")).toContain("une autre version de Relance");
    expect(told.story.driver.entries()).toHaveLength(before);
  });

  it.each([
    ["an id that is too long", { do: "claim", account: "x".repeat(500) }],
    ["an id that is missing", { do: "prepare-draft" }],
    ["a list that is no list", { do: "looked", accounts: "{}" }],
    ["a list that is no JSON", { do: "looked", accounts: "[" }],
    [
      "more replies than a list has",
      {
        do: "confirm-readings",
        replies: JSON.stringify(
          Array.from({ length: 99 }, () => ({ account: "a", exchange: "e" })),
        ),
      },
    ],
    ["a day that is none", { do: "put-off", account: "a", until: "2026-13-45" }],
  ])("is refused in words: %s", async (_what, parameters: Record<string, string>) => {
    const told = await tellCardStory();
    told.send(parameters);
    expect(linesOf(told.card()).join("\n")).toContain("n'est pas lisible");
  });

  it("is refused where the account is of another ledger", async () => {
    const told = await tellCardStory();
    for (const does of ["claim", "account", "timeline", "prepare-draft"]) {
      told.send({ do: does, account: "debtor-00000000000000000000" });
      expect(told.card().name).toBe("fault");
    }
    told.send({ do: "form", form: "call", account: "debtor-00000000000000000000" });
    expect(told.card().name).toBe("fault");
  });

  it("is not done with another mail than the one that the card was drawn for", async () => {
    const told = await tellCardStory();
    const first = promiseOf(told);
    const second = promiseOf(told);
    told.open(first);
    told.open(second);
    told.send({ do: "mail-confirm", message: first.id });
    expect(linesOf(told.card()).join("\n")).toContain("Un autre message est ouvert");
    expect(told.story.state(nordisOf(told)).exchanges).toEqual([]);
  });
});

describe("a draft that waits for a reply to be read", () => {
  it("says that it does, and not the debtor's words alone", async () => {
    const told = await tellCardStory();
    told.send({ do: "payments-known" });
    told.open(told.story.gmail.put({ from: COMPTA, text: "Bonjour.\n" }));
    told.click("Classer");
    told.send({ do: "prepare-draft", account: nordisOf(told) });
    expect(told.card().name).toBe("fault");
    expect(plainly(linesOf(told.card()).join(" "))).toContain(
      "Réponse à lire, du 18/11/2026 : « Bonjour. »",
    );
    // The claim says so as well where it tells why nothing is done, and says it once.
    told.send({ do: "claim", account: nordisOf(told) });
    const words = linesOf(told.card()).map(plainly).join(" ");
    expect(words).toContain("Rien aujourd'hui : réponse à lire, du 18/11/2026 : « Bonjour. »");
    expect(words.match(/du 18\/11\/2026 : « Bonjour. »/g)).toHaveLength(1);
  });
});

describe("a draft that is discarded", () => {
  it("is taken out of Gmail, or said to be the person's to delete where its address is not known", async () => {
    const told = await tellCardStory();
    told.send({ do: "payments-known" });
    told.open(promiseOf(told));
    const account = nordisOf(told);
    const prepare = (): string => {
      told.send({
        do: "mail-draft",
        message: [...told.story.gmail.mails.keys()][0] ?? "",
        account,
      });
      const { drafts } = told.story.state(account);
      return drafts[drafts.length - 1]?.draft ?? "";
    };
    const first = prepare();
    expect(told.story.gmail.drafts.size).toBe(1);
    told.send({ do: "discard-draft", account, draft: first, at: "mail" });
    expect(told.story.gmail.drafts.size).toBe(0);
    expect(linesOf(told.card()).join(" ")).not.toContain("Supprimez aussi");
    const second = prepare();
    told.story.mailbox(null).services.properties.write({ [`gmail-draft:${second}`]: null });
    told.send({ do: "discard-draft", account, draft: second, at: "mail" });
    expect(plainly(linesOf(told.card()).join(" "))).toContain(
      "Brouillon abandonné. Supprimez aussi le brouillon dans Gmail",
    );
  });
});

describe("the first run", () => {
  it("asks whose invoices they are, refuses to chase for others, and opens the ledger with a name and an address", async () => {
    const told = await tellCardStory();
    told.on({ hasLedger: false });
    told.home();
    told.click("Commencer");
    told.click("Non, celles d'un client");
    expect(plainly(linesOf(told.card()).join("\n"))).toContain("Relance");
    expect(fieldsOf(told.card())).toEqual([]);
    told.click("Modifier la réponse");
    told.click("Oui, les miennes");
    expect(fieldsOf(told.card()).map(({ name }) => name)).toContain("addresses");
    told.click("Commencer");
    expect(linesOf(told.card())).toContain("À corriger");
  });
});

describe("beside a draft that is being written", () => {
  const NORDIS = "compta@debtor-1.example";

  it("puts the words of the step into it, and leaves what the person wrote", async () => {
    const told = await tellCardStory();
    told.send({ do: "payments-known" });
    const card = told.compose({ to: [NORDIS] });
    expect(card.kind).toBe("compose-card");
    expect(labels(told)).toEqual(["Mettre dans le brouillon"]);
    const inserted = told.click("Mettre dans le brouillon");
    expect(inserted).toMatchObject({ kind: "insert", subject: null, to: null });
    expect("html" in inserted && inserted.html).toContain("LAC-01");
    expect(told.story.gmail.drafts.size).toBe(0);
    expect(told.story.state(nordisOf(told)).drafts).toMatchObject([{ state: "prepared" }]);
  });

  it("gives recipients and a subject to one that nobody is addressed in yet", async () => {
    const told = await tellCardStory();
    told.send({ do: "payments-known" });
    told.compose({ to: [] });
    const inserted = told.send({ do: "compose-insert", account: nordisOf(told) });
    expect(inserted).toMatchObject({ kind: "insert", to: [NORDIS] });
    expect("subject" in inserted && inserted.subject).toContain("2 factures échues");
  });

  it.each([
    { to: ["compta@debtor-2.example"] },
    { to: [NORDIS, "someone@elsewhere.example"] },
    { to: [NORDIS], cc: ["someone@elsewhere.example"] },
    { to: [], bcc: ["someone@elsewhere.example"] },
    { to: [NORDIS, "no address"] },
  ])("puts nothing of a debtor's into one that others would read: $to $cc $bcc", async (draft) => {
    const told = await tellCardStory();
    told.send({ do: "payments-known" });
    told.compose(draft);
    const answer = told.send({ do: "compose-insert", account: nordisOf(told) });
    expect(answer).toMatchObject({ kind: "compose-card" });
    const words = "card" in answer ? plainly(linesOf(answer.card).join(" ")) : "";
    expect(words).toContain("d'autres destinataires que les contacts de ce débiteur");
    expect(told.story.state(nordisOf(told)).drafts).toEqual([]);
  });

  it("lets the creditor have a copy", async () => {
    const told = await tellCardStory();
    told.send({ do: "payments-known" });
    told.compose({ to: [NORDIS], bcc: [DEFAULT_TO] });
    expect(told.click("Mettre dans le brouillon")).toMatchObject({ kind: "insert" });
  });
});

/** A payment that comes in by another way: the desk, another device. */
const pays = (told: CardStory): void => {
  valueOf(
    told.story.run(recordAct, {
      account: nordisOf(told),
      command: {
        type: "record-payment",
        on: dateOf("2026-11-19"),
        amount: 100_000,
        currency: "EUR",
        source: "hand",
        payer: null,
        reference: null,
        rank: 0,
        named: [],
        allocations: null,
      },
    }),
  );
};
