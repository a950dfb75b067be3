import { describe, expect, it } from "vitest";
import { prepareAnswer } from "#shared/app/answer-draft.ts";
import type { PrepareAnswerInput } from "#shared/app/answer-draft.ts";
import { ANSWER_KINDS } from "#shared/app/draft-choice.ts";
import type { AnswerKind } from "#shared/app/draft-choice.ts";
import { claimView } from "#shared/app/claim-view.ts";
import { declareSent, prepareDraft } from "#shared/app/draft-acts.ts";
import { mailRefusalText } from "#shared/app/mail-refusals.ts";
import type { MailRefused } from "#shared/app/mail-refusals.ts";
import { printLetter } from "#shared/app/print-letter.ts";
import type { AccountState } from "#shared/claims/account.ts";
import type { CreditorEvent } from "#shared/claims/creditor.ts";
import type { AccountEvent } from "#shared/claims/events.ts";
import { evolveAccount } from "#shared/claims/evolve.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import { openDayFrom } from "#shared/law/holidays.ts";
import { recoveryContext } from "#shared/recovery/context.ts";
import { noticeDaysOf, noticeLimitsOf } from "#shared/recovery/notice-limits.ts";
import { day, debtor, contact, invoice, says, taken } from "../recovery/accounts.ts";
import { KNOWN, LOOKED, OPENED, decisionOf, loadedOf, refusalOf, text, viewOf } from "./given.ts";
import type { Given } from "./given.ts";

const PLACED = debtor({ address: "3 quai du Port\n29200 Brest", siren: "732829320" });

const REMINDED: readonly AccountEvent[] = [
  taken("reminder-1", "2026-09-25"),
  taken("reminder-2", "2026-10-12"),
  taken("call", "2026-10-19"),
];

const LETTER: readonly AccountEvent[] = [
  PLACED,
  contact(),
  invoice("f1", "2026-09-10"),
  ...REMINDED,
];

const given = (
  events: readonly AccountEvent[],
  creditor: readonly CreditorEvent[] = [],
): Given => ({ creditor: [OPENED, KNOWN, LOOKED, ...creditor], accounts: { d: events } });

const input = { account: "d", way: null, salt: "ab".repeat(16) } as const;

const plain = (html: string): string =>
  html
    .slice(html.indexOf("<body>"))
    .replace(/<\/?(?:span|b)(?: [^>]*)?>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/&#39;/g, "'")
    .replace(/[\s\u00a0\u202f]+/g, " ");

describe("a letter that is due", () => {
  it("is one page to print, and one draft without a Message-ID that waits to be posted", () => {
    const { view, entries, acts } = decisionOf(printLetter, input, given(LETTER));
    const said = plain(view.html);
    expect(said).toContain("Atelier Bloch 3 quai du Port 29200 Brest SIREN 732 829 320");
    expect(said).toContain("Madame, Monsieur,");
    expect(said).toContain("1 000,00 €");
    expect(view.fileName).toMatch(/^lettre-R-[0-9A-Z]{6}\.html$/);
    expect(acts).toEqual([]);
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      type: "draft-prepared",
      data: {
        step: "letter",
        messageId: null,
        to: [],
        portions: [{ invoice: "f1", portion: "p" }],
      },
    });
  });

  it("printed again keeps its reference and writes nothing, and once sent is the step", () => {
    const first = decisionOf(printLetter, input, given(LETTER));
    const waiting = [...LETTER, first.entries[0] as unknown as AccountEvent];
    const again = decisionOf(printLetter, { ...input, salt: "cd".repeat(16) }, given(waiting));
    expect(again.entries).toEqual([]);
    expect(again.view.fileName).toBe(first.view.fileName);
    const sent = decisionOf(declareSent, { account: "d", draft: first.view.draft }, given(waiting));
    expect(sent.entries).toMatchObject([{ type: "step-taken", data: { step: "letter" } }]);
  });

  it("is the primary act of the claim, and can be printed again from there", () => {
    const view = viewOf(claimView, { account: "d" }, given(LETTER));
    expect(view.primary?.action).toEqual({ act: "print-letter", account: "d" });
    expect(text(view.primary?.label ?? null)).toBe("Imprimer la lettre");
    const { entries } = decisionOf(printLetter, input, given(LETTER));
    const later = viewOf(
      claimView,
      { account: "d" },
      given([...LETTER, entries[0] as unknown as AccountEvent]),
    );
    expect(later.actions.map(({ key }) => key)).toContain("print/again");
    expect(later.actions.map(({ key }) => key)).not.toContain("answer/beside-letter");
  });

  it("is not printed where a gate stands, where nothing is due, or where only a mail is", () => {
    const refused = (events: readonly AccountEvent[]): MailRefused => {
      const refusal = refusalOf(printLetter, input, given(events));
      for (const language of ["fr", "en"] as const)
        expect(text(mailRefusalText(refusal, language)).length).toBeGreaterThan(10);
      return refusal;
    };
    const held = says("sensitive-hold-placed", {
      hold: "s",
      on: day("2026-11-10"),
      reason: "death",
      note: null,
    });
    expect(refused([...LETTER, held]).type).toBe("nothing-due");
    expect(refused([PLACED, contact(), invoice("f1", "2026-12-20")]).type).toBe("nothing-due");
    expect(refused([PLACED, contact(), invoice("f1", "2026-11-02")]).type).toBe("no-letter-due");
    const homeless = [debtor(), ...LETTER.slice(1)];
    expect(refused(homeless)).toEqual({ type: "facts-missing", missing: ["debtor-address"] });
  });
});

const evolved = (state: AccountState, events: readonly AccountEvent[]): AccountState =>
  events.reduce(
    (one, event, index) =>
      evolveAccount(one, event, {
        hash: `later-${String(index)}`.padEnd(64, "0"),
        at: "2026-11-20T08:00:00.000Z",
        by: "Camille",
      }),
    state,
  );

const FORMAL: readonly AccountEvent[] = [
  PLACED,
  contact(),
  invoice("f1", "2026-08-20"),
  taken("reminder-1", "2026-09-05"),
  taken("reminder-2", "2026-09-21"),
  taken("call", "2026-09-28"),
  taken("letter", "2026-10-06"),
  says("identity-seen", {
    seen: "i",
    where: "register",
    on: day("2026-11-18"),
    name: "Atelier Bloch",
    siren: "732829320",
    address: "3 quai du Port\n29200 Brest",
    closed: false,
    source: "annuaire-entreprises.data.gouv.fr",
    blob: null,
  }),
  says("document-attached", {
    document: "doc",
    kind: "invoice",
    name: "F1.pdf",
    on: day("2026-08-01"),
    invoice: "f1",
    blob: { sha256: "a".repeat(64), size: 10 },
    obtained: "as-received",
  }),
];

describe("a formal notice that is due", () => {
  it("shows the figures that lesser letters only mention, to the cent, and lists every reminder", () => {
    const { html } = viewOf(printLetter, input, given(FORMAL));
    const said = plain(html);
    expect(said).toContain("Mise en demeure de payer la facture F1");
    expect(said).toContain(
      "Malgré nos relances des 5 septembre 2026, 21 septembre 2026 et 6 octobre 2026",
    );
    // 1,000.00 at 12.40 % for 92 days.
    expect(said).toContain("21 août 2026 20 novembre 2026 92 1 000,00 € 12,40 % 31,25 €");
    expect(said).toContain("À titre indicatif, non réclamés à ce jour");
    expect(said).toContain("l'indemnité forfaitaire pour frais de recouvrement s'élève à 40,00 €");
    expect(said).toContain(
      "mettons en demeure de régler la somme de 1 000,00 € dans un délai de 8 jours",
    );
  });

  it("prints the days that the plan's gate counts: thirty to an individual under the law of the United Kingdom", () => {
    const seen = (kind: "business" | "consumer", soleTrader: boolean, country: string): void => {
      const [, , ...events] = FORMAL;
      const person = debtor({
        kind,
        soleTrader,
        language: "en",
        address: "3 quai du Port\n29200 Brest",
        siren: "732829320",
      });
      const mediator: CreditorEvent = {
        type: "policy-changed",
        data: { changes: { mediator: { name: "M", site: "m.example" } } },
      };
      const opened: CreditorEvent =
        OPENED.type === "ledger-opened" ? { ...OPENED, data: { ...OPENED.data, country } } : OPENED;
      const at: Given = {
        creditor: [opened, KNOWN, LOOKED, mediator],
        accounts: { d: [person, contact(), ...events] },
      };
      const said = plain(viewOf(printLetter, input, at).html);
      const { creditor, accounts } = loadedOf(at);
      const state = accounts.get("d");
      if (state === undefined) throw new Error("no account");
      const days = noticeDaysOf(state, creditor);
      expect(said).toContain(`within ${String(days)} days of the first presentation`);
      // Presented on 20 November, a Friday: the gate opens after the same number of days.
      const sent = evolved(state, [
        taken("formal-notice", "2026-11-20", ["f1"], { act: "n" }),
        says("letter-proof-recorded", {
          proof: "p",
          act: "n",
          kind: "first-presentation",
          on: day("2026-11-20"),
          name: null,
          blob: null,
          obtained: null,
        }),
      ]);
      const context = recoveryContext(day("2026-11-20"), creditor);
      expect(noticeLimitsOf(sent, "f1", "p", context).formalNotice).toBe(
        openDayFrom(addDays(day("2026-11-20"), days), context.calendar),
      );
      expect(days).toBe(
        country === "GB" && (kind === "consumer" || soleTrader) ? 30 : kind === "business" ? 8 : 15,
      );
    };
    for (const country of ["FR", "GB"])
      for (const [kind, soleTrader] of [
        ["business", false],
        ["business", true],
        ["consumer", false],
      ] as const)
        seen(kind, soleTrader, country);
  });

  it("asks for interest and compensation only where the user chose so", () => {
    const claimed = says("charge-mode-set", { mode: "claimed", on: day("2026-11-19") });
    const said = plain(viewOf(printLetter, input, given([...FORMAL, claimed])).html);
    expect(said).toContain("mettons en demeure de régler la somme de 1 071,25 €");
  });

  it("goes out on paper: a mail in its place is refused, and the mail beside it is no act", () => {
    expect(
      refusalOf(prepareDraft, { account: "d", replyTo: null, salt: "e".repeat(32) }, given(FORMAL)),
    ).toEqual({
      type: "on-paper",
    });
    const { entries } = decisionOf(printLetter, input, given(FORMAL));
    const printed = [...FORMAL, entries[0] as unknown as AccountEvent];
    const beside = decisionOf(prepareAnswer, ask("beside-letter"), given(printed));
    const { mail } = beside.view;
    expect([mail.inReplyTo, mail.references]).toEqual([null, []]);
    expect(mail.subject).not.toMatch(/^Re:/);
    expect(mail.text).toContain("seul ce courrier fait courir le délai");
    expect(mail.text).not.toMatch(/mise en demeure|1.000,00/i);
    const written = beside.entries[0] as unknown as Extract<
      AccountEvent,
      { type: "draft-prepared" }
    >;
    // Chance is the same in every decision of these tests: two drafts would be one.
    const draft: AccountEvent = { ...written, data: { ...written.data, draft: "draft-beside" } };
    const sent = decisionOf(
      declareSent,
      { account: "d", draft: "draft-beside" },
      given([...printed, draft]),
    );
    expect(sent.entries).toMatchObject([{ type: "draft-sent", data: { how: "declared" } }]);
  });
});

const ask = (answer: AnswerKind, words: string | null = null): PrepareAnswerInput => ({
  account: "d",
  answer,
  exchange: null,
  replyTo: null,
  words,
  salt: "ef".repeat(16),
});

const WROTE = says("exchange-filed", {
  exchange: "x",
  kind: "mail",
  direction: "in",
  on: day("2026-11-17"),
  at: "2026-11-17T09:00:00.000Z",
  subject: "Votre facture",
  from: "compta@bloch.example",
  to: ["claire@lacombe.example"],
  messageId: "x@bloch.example",
  outcome: null,
  words: "Bonjour, nous avons une question.",
  blob: { sha256: "b".repeat(64), size: 20 },
  obtained: "as-received",
  invoices: [],
  automatic: false,
});

describe("messages that are no step", () => {
  const BASE = [PLACED, contact(), invoice("f1", "2026-10-01"), WROTE];
  const handed = says("claims-handed-over", {
    handOver: "h",
    on: day("2026-11-10"),
    invoices: [],
    to: "Me Aubry",
    role: "lawyer",
    email: "cabinet@aubry.example",
    phone: null,
  });

  it("of a claim handed over are a neutral answer, and their mail passed on as it came", () => {
    const answer = decisionOf(prepareAnswer, ask("handed-over"), given([...BASE, handed]));
    expect(answer.view.mail.text).toContain("suivi par Me Aubry, notre avocat");
    expect(answer.view.mail.text).not.toMatch(/1.000|F1|€/);
    expect(answer.view.mail.to).toEqual(["compta@bloch.example"]);
    const forward = decisionOf(prepareAnswer, ask("forward"), given([...BASE, handed]));
    expect(forward.view.mail).toMatchObject({
      to: ["cabinet@aubry.example"],
      cc: [],
      inReplyTo: null,
      attachments: [{ name: "message.eml", type: "message/rfc822", sha256: "b".repeat(64) }],
    });
    const keys = viewOf(claimView, { account: "d" }, given([...BASE, handed])).actions.map(
      ({ key }) => key,
    );
    expect(keys.slice(0, 2)).toEqual(["answer/handed-over", "answer/forward"]);
    expect(refusalOf(prepareAnswer, ask("forward"), given(BASE)).type).toBe("nobody-else-chases");
  });

  it("of an insolvent debtor say that the claim will be declared, and never name a conciliation", () => {
    const opened = (state: "receivership" | "conciliation"): AccountEvent =>
      says("insolvency-opened", {
        insolvency: "i",
        state,
        judgmentOn: day("2026-11-03"),
        publishedOn: null,
        court: null,
        officer: "SELARL Duval",
        source: "courrier",
      });
    const said = viewOf(
      prepareAnswer,
      ask("insolvency"),
      given([...BASE, opened("receivership")]),
    ).mail;
    expect(said.text).toContain("déclarée auprès de SELARL Duval");
    expect(said.text).not.toMatch(/€|relancer/);
    const quiet = viewOf(
      prepareAnswer,
      ask("insolvency"),
      given([...BASE, opened("conciliation")]),
    ).mail;
    expect(`${quiet.subject} ${quiet.text}`).not.toMatch(/conciliation|procédure|déclar/i);
  });

  it("tell a consumer whose complaint stands of the mediator, and are refused without one", () => {
    const person = debtor({ kind: "consumer", name: "Paul Legrand" });
    const dispute = says("dispute-opened", {
      dispute: "q",
      on: day("2026-11-10"),
      invoice: "f1",
      amount: null,
      reason: "quality",
      mustAct: "us",
      note: null,
      exchange: null,
      quote: null,
    });
    const events = [person, ...BASE.slice(1), dispute];
    expect(refusalOf(prepareAnswer, ask("unresolved-complaint"), given(events))).toEqual({
      type: "facts-missing",
      missing: ["mediator"],
    });
    const mediator = { name: "Médiation du Commerce", site: "https://mediation.example" };
    const settled: CreditorEvent = { type: "policy-changed", data: { changes: { mediator } } };
    const { mail } = viewOf(
      prepareAnswer,
      ask("unresolved-complaint", "Le devis signé prévoit ce prix."),
      given(events, [settled]),
    );
    expect(mail.text).toContain("Médiation du Commerce, https://mediation.example");
    expect(mail.text).toContain("Le devis signé prévoit ce prix.");
  });

  it("notify a missed instalment before the rest falls due, with a day to make it good", () => {
    const agreed = says("instalments-agreed", {
      instalments: "n",
      on: day("2026-10-20"),
      currency: "EUR",
      invoices: ["f1"],
      parts: [
        { by: day("2026-11-02"), amount: 40_000 },
        { by: day("2026-12-02"), amount: 60_000 },
      ],
      exchange: null,
    });
    const { mail } = viewOf(prepareAnswer, ask("acceleration"), given([...BASE, agreed]));
    const said = mail.text.replace(/[\u00a0\u202f]/g, " ");
    expect(said).toContain("versement au 2 novembre 2026 : 400,00 € ne nous sont pas parvenus");
    expect(said).toContain("au plus tard le lundi 30 novembre 2026");
    expect(said).toContain(
      "soit 1 000,00 €, deviendra exigible en entier (articles 1305-4 et 1231-5 du code civil)",
    );
    expect(mail.inReplyTo).toBeNull();
    expect(refusalOf(prepareAnswer, ask("acceleration"), given(BASE)).type).toBe("nothing-missed");
  });

  it("do not exist under a sensitive hold, of any kind", () => {
    const held = says("sensitive-hold-placed", {
      hold: "s",
      on: day("2026-11-10"),
      reason: "illness",
      note: null,
    });
    for (const kind of ANSWER_KINDS) {
      const refusal = refusalOf(prepareAnswer, ask(kind), given([...BASE, handed, held]));
      expect(refusal).toEqual({ type: "sensitive" });
      expect(text(mailRefusalText(refusal, "fr"))).toContain("suspension sensible");
    }
    const { actions } = viewOf(claimView, { account: "d" }, given([...BASE, handed, held]));
    expect(actions.filter(({ key }) => key.startsWith("answer/"))).toEqual([]);
  });
});
