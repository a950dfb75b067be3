import { describe, expect, it } from "vitest";
import { openMail } from "#shared/app/open-mail.ts";
import type { Language } from "#shared/kernel/money.ts";
import type { Tag } from "#shared/kernel/parties.ts";
import { messageOf } from "#shared/mail/message.ts";
import { KNOWN, LOOKED, OPENED, contact, debtor, invoice, text, viewOf } from "./given.ts";

const opened = (words: string, language: Language = "fr") => {
  const view = viewOf(
    openMail,
    {
      message: messageOf({
        messageId: "q@nordis.example",
        from: { address: "compta@nordis.example", name: "Nordis" },
        to: [{ address: "claire@lacombe.example", name: "" }],
        subject: "Re: Facture F-101",
        sentAt: "2026-11-19T09:00:00Z",
        text: words,
      }),
      account: null,
    },
    {
      creditor: [OPENED, KNOWN, LOOKED],
      accounts: {
        n: [
          debtor("n", "Nordis SAS"),
          contact("compta@nordis.example"),
          invoice("F-101", 240_000, "2026-10-01"),
        ],
      },
      language,
    },
  );
  const { reading } = view;
  return {
    amount: reading?.values.amount ?? null,
    parts: reading?.values.parts ?? [],
    by: reading?.values.by ?? null,
    grounds: (reading?.grounds ?? []).filter(({ of }) => of.endsWith(".amount")),
    offered: (reading?.likeliest ?? []).map(({ tag }) => tag),
    primary: view.primary === null ? null : text(view.primary.label),
    said: text(view.lines?.said ?? null),
    notices: view.notices.map((notice) => text(notice.text)),
    ways: view.notices.flatMap(({ action }) => (action === null ? [] : [action.action])),
  };
};

const MONEY: readonly Tag[] = ["promise", "paid", "instalments"];

describe("a sum in another currency than the invoices'", () => {
  it.each([
    ["We will pay £950.00 on 3 December 2026.", "£950.00"],
    ["We will pay £950 on 3 December 2026.", "£950"],
    ["We will pay 950.00 GBP on 3 December 2026.", "950.00 GBP"],
    ["We will pay GBP 950 on 3 December 2026.", "GBP 950"],
    [
      "We will pay nine hundred and fifty pounds on 3 December 2026.",
      "nine hundred and fifty pounds",
    ],
    ["Nous paierons 950 CHF le 3 décembre 2026.", "950 CHF"],
    ["Nous paierons 9 500 SEK le 3 décembre 2026.", "9 500 SEK"],
    ["Nous vous virerons $2,400.00 le 3 décembre 2026.", "$2,400.00"],
    ["We paid £2,400.00 on 12 November 2026.", "£2,400.00"],
  ])("is no sum of theirs, and is shown with its sign: %s", (words, quote) => {
    const mail = opened(words);
    expect(mail.amount).toBeNull();
    expect(mail.parts).toEqual([]);
    expect(mail.grounds.map((ground) => ground.quote)).toEqual([quote]);
    expect(mail.primary).toBeNull();
    expect(mail.notices).toEqual([
      `Montant à vérifier : « ${quote} » n'est pas en EUR, il n'est donc pas repris.`,
    ]);
  });

  it("leaves each part of a plan open", () => {
    const mail = opened("We will pay £500 on 3 December 2026 and £450 on 10 December 2026.", "en");
    expect([mail.amount, mail.parts, mail.primary]).toEqual([null, [], null]);
    expect(mail.notices).toEqual([
      "Amount to check: “£500” is not in EUR, so it is not taken over.",
    ]);
  });

  it.each([
    "Nous paierons 950,00 € le 3 décembre 2026.",
    "We will pay EUR 950.00 on 3 December 2026, not the £820.00 of the quote.",
    "Ron is mad, but we will pay 950.00 euros on 3 December 2026.",
  ])("takes nothing from a sum in their own: %s", (words) => {
    const mail = opened(words);
    expect([mail.amount, mail.by]).toEqual([95_000, "2026-12-03"]);
    expect(mail.notices).toEqual([]);
  });
});

describe("a death told in a mail", () => {
  it.each([
    [
      "Bonjour,\n\nMon père Paul Girard est décédé le 3 novembre. Merci de patienter, nous paierons le 3 décembre 2026.",
      "Mon père Paul Girard est décédé le 3 novembre.",
    ],
    [
      "Bonjour,\n\nM. Nordis est décédé la semaine dernière. Merci de patienter.",
      "M. Nordis est décédé la semaine dernière.",
    ],
    [
      "Hello,\n\nMy father passed away on 3 November. Please bear with us.",
      "My father passed away on 3 November.",
    ],
  ])("is what is shown of it, and no promise is offered: %s", (words, sentence) => {
    const mail = opened(words);
    expect(mail.said).toContain(sentence);
    expect(mail.primary).toBeNull();
    expect(mail.offered).toHaveLength(3);
    expect(mail.offered.filter((tag) => MONEY.includes(tag))).toEqual([]);
    expect(mail.notices[0]).toMatch(/^Décès annoncé : à vérifier\./);
    expect(mail.ways).toEqual([{ form: "sensitive-hold", account: "n", subject: null }]);
  });

  it.each([
    "Bonjour,\n\nNotre comptable a quitté la société. Nous paierons le 3 décembre 2026.",
    "Hello,\n\nOur server died last night; we will pay on 3 December 2026.",
  ])("is not read in words that only resemble one: %s", (words) => {
    expect(opened(words).notices.join(" ")).not.toContain("Décès");
  });
});
