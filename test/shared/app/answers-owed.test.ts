import { describe, expect, it } from "vitest";
import { prepareAnswer } from "#shared/app/answer-draft.ts";
import { markAnswered } from "#shared/app/answered.ts";
import { claimView } from "#shared/app/claim-view.ts";
import { declareSent, discardDraft, prepareDraft } from "#shared/app/draft-acts.ts";
import { tagMail } from "#shared/app/mail-acts.ts";
import { openMail } from "#shared/app/open-mail.ts";
import { todayView } from "#shared/app/today-view.ts";
import type { Decision } from "#shared/app/use-case.ts";
import type { CreditorEvent } from "#shared/claims/creditor.ts";
import type { AccountEvent } from "#shared/claims/events.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import type { Language } from "#shared/kernel/money.ts";
import type { Tag } from "#shared/kernel/parties.ts";
import { messageOf } from "#shared/mail/message.ts";
import {
  KNOWN,
  LOOKED,
  OPENED,
  contact,
  debtor,
  decisionOf,
  invoice,
  refusalOf,
  text,
  viewOf,
} from "./given.ts";
import type { Given } from "./given.ts";

const BASE = [
  debtor("n", "Nordis SAS"),
  contact("compta@nordis.example"),
  invoice("F-101", 240_000, "2026-10-01"),
];

const wrote = (words: string) =>
  messageOf({
    messageId: "q@nordis.example",
    from: { address: "compta@nordis.example", name: "Comptabilité Nordis" },
    to: [{ address: "claire@lacombe.example", name: "" }],
    subject: "Re: Facture F-101",
    sentAt: "2026-11-19T09:00:00Z",
    text: words,
  });

type LedgerOpened = Extract<CreditorEvent, { readonly type: "ledger-opened" }>;

type Story = {
  readonly given: Given;
  readonly events: readonly AccountEvent[];
  readonly language: Language;
};

const eventsIn = ({ entries }: Decision<unknown>): readonly AccountEvent[] =>
  // What it teaches of rules is no account's.
  entries.filter(({ stream }) => stream === "account/n") as unknown as readonly AccountEvent[];

const storyOf = (
  events: readonly AccountEvent[],
  language: Language = "fr",
  creditor: Given["creditor"] = [OPENED, KNOWN, LOOKED],
): Story => ({ events, language, given: { creditor, accounts: { n: events }, language } });

/** The debtor's mail, opened and confirmed as it was read, or filed under another tag. */
const confirmed = (
  words: string,
  {
    tag,
    language,
    creditor,
    base = BASE,
  }: {
    readonly tag?: Tag;
    readonly language?: Language;
    readonly creditor?: Given["creditor"];
    readonly base?: readonly AccountEvent[];
  } = {},
): Story => {
  const before = storyOf(base, language, creditor);
  const message = wrote(words);
  const { reading } = viewOf(openMail, { message, account: null }, before.given);
  if (reading === null) throw new Error("not read");
  const decision = decisionOf(
    tagMail,
    {
      account: "n",
      mail: { message, sha256: null, size: 0, obtained: "as-received" },
      tag: tag ?? reading.tag,
      also: reading.also,
      values: reading.values,
      suggested: reading.tag,
      grounds: reading.grounds,
      reading,
    },
    before.given,
  );
  return storyOf([...base, ...eventsIn(decision)], language, creditor);
};

const seen = (story: Story, words: string) => {
  const view = viewOf(openMail, { message: wrote(words), account: null }, story.given);
  const { primary, lines, more, reading } = view;
  return {
    next: text(lines?.next ?? null),
    primary: primary === null ? null : text(primary.label),
    more: more.map(({ label }) => text(label)),
    confirmed: text(reading?.confirmed?.text ?? null),
  };
};

const today = ({ given }: Story) => {
  const view = viewOf(todayView, { canWriteDrafts: true }, given);
  return {
    rows: view.rows.map(({ word, reason, primary, aside }) =>
      [word, reason, primary.label, aside?.label ?? null].map(text),
    ),
    summary: text(view.summary),
    end: text(view.end),
    answers: view.answers.actions.map(({ label }) => text(label)),
  };
};

const COPY = "Bonjour,\n\nPouvez-vous nous renvoyer la facture F-101 ?\n\nCordialement";
const reply = (story: Story) =>
  decisionOf(
    prepareAnswer,
    {
      account: "n",
      answer: "reply",
      exchange: null,
      replyTo: null,
      words: null,
      salt: "a".repeat(32),
    },
    story.given,
  );

describe("a debtor who asked something of us", () => {
  it("is answered, not reminded: line, button and list say what is ours to do", () => {
    const story = confirmed(COPY);
    const said = "À nous de répondre : copie de facture demandée (19/11/2026)";
    expect(seen(story, COPY)).toMatchObject({ next: `${said}.`, primary: "Préparer la réponse" });
    expect(seen(story, COPY).more[0]).toBe("C'est fait");
    expect(today(story).rows).toEqual([
      ["BLOQUÉ CHEZ NOUS", said, "Préparer la réponse", "C'est fait"],
    ]);
    expect(
      refusalOf(prepareDraft, { account: "n", replyTo: null, salt: "a".repeat(32) }, story.given),
    ).toMatchObject({ type: "nothing-due", reasons: [{ code: "answer-owed" }] });
  });

  it("is told so in English, and where the tag was put right by hand", () => {
    const words = "Hello,\n\nWe have received your message.\n\nRegards";
    const story = confirmed(words, { tag: "question", language: "en" });
    expect(today(story).rows).toEqual([
      [
        "WAITING ON US",
        "Our turn to answer: what they asked (19 Nov 2026)",
        "Prepare the answer",
        "Done",
      ],
    ]);
    expect(seen(story, words).primary).toBe("Prepare the answer");
  });

  it("is sent the copy in his own thread, without a word of money, before payments were ever known", () => {
    const copy: AccountEvent = {
      type: "document-attached",
      data: {
        document: "doc-1",
        kind: "invoice",
        name: "F-101.pdf",
        on: dateOf("2026-08-01"),
        invoice: "F-101",
        blob: { sha256: "c".repeat(64), size: 10 },
        obtained: null,
      },
    };
    const story = confirmed(COPY, { creditor: [OPENED], base: [...BASE, copy] });
    const { mail, text: said } = reply(story).view;
    expect(mail).toMatchObject({
      to: ["compta@nordis.example"],
      inReplyTo: "q@nordis.example",
      subject: "Re: Facture F-101",
      attachments: [{ name: "F-101.pdf", sha256: "c".repeat(64) }],
    });
    expect(text([{ own: mail.text }])).toContain(
      "Nous répondons à votre message du 19 novembre 2026",
    );
    expect(mail.text).toContain("Une copie de la facture est jointe (F-101.pdf).");
    expect(mail.text).not.toMatch(/€|relance|retard|règlement/i);
    expect(text(said)).toBe("Brouillon prêt : Réponse, Nordis SAS. Complétez-le avant l'envoi.");
  });

  it("is chased again once the answer has gone", () => {
    const story = confirmed(COPY);
    const drafted = reply(story);
    const waiting = storyOf([...story.events, ...eventsIn(drafted)]);
    expect(today(waiting).rows.map(([word]) => word)).toEqual(["BLOQUÉ CHEZ NOUS"]);
    const sent = decisionOf(
      declareSent,
      { account: "n", draft: drafted.view.draft },
      waiting.given,
    );
    const after = storyOf([...waiting.events, ...eventsIn(sent)]);
    expect(today(after).rows.map(([word]) => word)).toEqual(["RELANCE"]);
  });

  it("is chased again after one click, which is said beside the mail's tag and can be undone", () => {
    const story = confirmed(COPY);
    const { exchange = "" } =
      story.events.flatMap((one) => (one.type === "exchange-filed" ? [one.data] : []))[0] ?? {};
    const input = { account: "n", exchanges: [exchange] };
    const done = decisionOf(markAnswered, input, story.given);
    expect(done.view.undo).not.toBeNull();
    const after = storyOf([...story.events, ...eventsIn(done)]);
    expect(today(after).rows.map(([word]) => word)).toEqual(["RELANCE"]);
    expect(seen(after, COPY).confirmed).toContain("Vous y avez répondu.");
    expect(refusalOf(markAnswered, { account: "n", exchanges: ["x"] }, story.given)).toMatchObject({
      type: "exchange-unknown",
    });
    const again = { account: "n", answer: "reply", exchange: null } as const;
    expect(
      refusalOf(
        prepareAnswer,
        { ...again, replyTo: null, words: null, salt: "a".repeat(32) },
        after.given,
      ),
    ).toEqual({ type: "nothing-asked" });
  });

  it("asks us for a credit note, whatever else is wrong: ours to act on, and nothing is said to be paid up", () => {
    const words =
      "Hello,\n\nthe invoice F-101 is wrong: we ordered 4 doors, not 6. Please issue a credit note.\n\nRegards";
    const story = confirmed(words, { language: "en" });
    const said = "Invoice F-101: €2,400.00 disputed (quantity), our turn to answer";
    const { rows, summary } = today(story);
    expect(rows).toEqual([["WAITING ON US", said, "Settle the dispute", ""]]);
    expect(summary).toBe("All that is owed is disputed · €2,400");
    expect(seen(story, words)).toMatchObject({ next: `${said}.`, primary: "Settle the dispute" });
    expect(seen(story, words).confirmed).toContain("Credit note awaited: for us to act.");
  });
});

const PAID = "Bonjour,\n\nNous avons réglé la facture F-101 par virement le 12 novembre 2026.";

describe("a debtor who says that it has paid", () => {
  const UNKNOWN = [OPENED, LOOKED];
  const said =
    "Le débiteur dit le 19 novembre 2026 avoir payé : à vérifier en banque (règlements jamais relevés)";

  it("has the bank looked at before any draft, in one click or with the payment entered", () => {
    const story = confirmed(PAID, { creditor: UNKNOWN });
    const mail = seen(story, PAID);
    expect(mail).toMatchObject({ next: `${said}.`, primary: "Saisir un règlement" });
    expect(mail.more[0]).toBe("Encours vérifié, à jour");
    expect(today(story).rows).toEqual([
      ["PAYÉ ?", said, "Saisir un règlement", "Encours vérifié, à jour"],
    ]);
    const claim = viewOf(claimView, { account: "n" }, story.given);
    expect(claim.actions[0]?.action).toEqual({ act: "payments-known", asOf: "2026-11-20" });
  });

  it("is reminded again where the payments known since hold none", () => {
    const story = confirmed(PAID, { creditor: [...UNKNOWN, KNOWN] });
    expect(today(story).rows.map(([word]) => word)).toEqual(["RELANCE"]);
  });
});

describe("a day on which a click alone keeps steps back", () => {
  const taken = (on: string, step = "reminder-1"): AccountEvent => ({
    type: "step-taken",
    data: {
      act: "act-1",
      step,
      on: dateOf(on),
      portions: [{ invoice: "F-101", portion: "p1" }],
      how: "found",
      exchange: null,
      draft: null,
    },
  });

  it("says how many wait and for which click, and gives that click", () => {
    const events = [...BASE, taken("2026-10-30")];
    const unseen = storyOf(events, "fr", [OPENED, KNOWN]);
    expect(today(unseen)).toMatchObject({
      rows: [],
      end: "1 étape attend votre clic « Vérifié, aucune réponse ». Rien d'autre aujourd'hui.",
      answers: ["Vérifié, aucune réponse"],
    });
    expect(today(storyOf(events, "en", [OPENED, LOOKED])).end).toBe(
      "1 step waits for your click on “Checked, up to date”. Nothing else today.",
    );
    expect(today(storyOf(events)).rows.map(([word]) => word)).toEqual(["RELANCE"]);
  });

  it("gives the click however lately answers were looked for, where the last step came after", () => {
    const patient: CreditorEvent = {
      type: "ledger-opened",
      data: { ...(OPENED as LedgerOpened).data, staleAfterDays: 10 },
    };
    const looked: CreditorEvent = {
      type: "answers-looked-for",
      data: {
        on: dateOf("2026-11-06"),
        at: "2026-11-06T07:12:00.000Z",
        where: "by-hand",
        accounts: [],
      },
    };
    const events = [
      debtor("n", "Nordis SAS"),
      contact("compta@nordis.example"),
      invoice("F-101", 240_000, "2026-11-05"),
      taken("2026-11-06", "due"),
    ];
    const day = viewOf(
      todayView,
      { canWriteDrafts: true },
      { creditor: [patient, KNOWN, looked], accounts: { n: events } },
    );
    expect(day.answers.stale).toBe(true);
    expect(day.answers.actions.map(({ label }) => text(label))).toEqual([
      "Vérifié, aucune réponse",
    ]);
    expect(text(day.end)).toContain("1 étape attend votre clic « Vérifié, aucune réponse »");
  });
});

describe("a debtor who disputes while a reminder's draft waits", () => {
  const WRONG: readonly (readonly [Language, string, string, string, string])[] = [
    [
      "fr",
      "Bonjour,\n\nNous contestons la facture F-101 : la marchandise est cassée. Nous attendons votre avoir.",
      "Écarter le brouillon",
      "Traiter le litige",
      "Brouillon du 20/11/2026 à écarter (1re relance) : la situation a changé depuis",
    ],
    [
      "en",
      "Hello,\n\nthe invoice F-101 is wrong: we ordered 4 doors, not 6. Please issue a credit note.",
      "Discard the draft",
      "Settle the dispute",
      "Draft of 20 Nov 2026 to discard (first reminder): things have changed since",
    ],
  ];

  it.each(WRONG)("has it discarded, then the dispute settled (%s)", (language, words, ...said) => {
    const [discard, settle, why] = said;
    const before = storyOf(BASE, language);
    const salt = "a".repeat(32);
    const drafted = decisionOf(prepareDraft, { account: "n", replyTo: null, salt }, before.given);
    const base = [...BASE, ...eventsIn(drafted)];
    expect(seen(storyOf(base, language), words).primary).not.toBe(discard);
    const story = confirmed(words, { language, base });
    const mail = seen(story, words);
    expect(mail).toMatchObject({ primary: discard });
    expect(mail.more[0]).toBe(settle);
    expect(mail.next).toBe(`${why}.`);
    const claim = viewOf(claimView, { account: "n" }, story.given);
    expect(text(claim.primary?.label ?? null)).toBe(discard);
    expect(claim.drafts.map(({ isFallen }) => isFallen)).toEqual([true]);
    expect(today(story).rows.map(([, , primary]) => primary)).toEqual([discard, settle]);
    const gone = decisionOf(discardDraft, { account: "n", draft: drafted.view.draft }, story.given);
    const after = storyOf([...story.events, ...eventsIn(gone)], language);
    expect(seen(after, words)).toMatchObject({ primary: settle });
  });

  it("keeps a draft to be opened whose debtor has only said thank you", () => {
    const before = storyOf(BASE);
    const drafted = decisionOf(
      prepareDraft,
      { account: "n", replyTo: null, salt: "a".repeat(32) },
      before.given,
    );
    const words = "Bonjour,\n\nBien reçu, merci.";
    const story = confirmed(words, {
      tag: "acknowledgement",
      base: [...BASE, ...eventsIn(drafted)],
    });
    expect(seen(story, words).primary).toBe("Voir le brouillon");
  });
});
