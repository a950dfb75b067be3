import { describe, expect, it } from "vitest";
import { claimView } from "#shared/app/claim-view.ts";
import { declareSent, discardDraft, prepareDraft } from "#shared/app/draft-acts.ts";
import { mailRefusalText } from "#shared/app/mail-refusals.ts";
import { printLetter } from "#shared/app/print-letter.ts";
import { todayView } from "#shared/app/today-view.ts";
import type { AccountEvent } from "#shared/claims/events.ts";
import { day } from "../recovery/accounts.ts";
import { KNOWN, LOOKED, OPENED, decisionOf, refusalOf, text, viewOf } from "./given.ts";
import type { Given } from "./given.ts";
import { NOTICED, read } from "./noticed.ts";

const given = (events: readonly AccountEvent[], today?: string): Given => ({
  creditor: [OPENED, KNOWN, LOOKED],
  accounts: { d: events },
  ...(today === undefined ? {} : { today }),
});

const SALT = "ab".repeat(16);
const MAIL = { account: "d", replyTo: null, salt: SALT };
const PAPER = { account: "d", way: null, salt: SALT };
const plain = (said: string): string => said.replace(/[\s\u00a0\u202f]+/g, " ");

describe("a last notice that is due", () => {
  it("asks first what is intended: its button opens a form, and no list of drafts takes it along", () => {
    const { primary } = viewOf(claimView, { account: "d" }, given(NOTICED));
    expect(primary?.action).toEqual({ form: "last-notice", account: "d", subject: null });
    expect(text(primary?.label ?? null)).toBe("Préparer le dernier avis");
    const today = viewOf(todayView, { canWriteDrafts: true }, given(NOTICED));
    expect(today.drafts).toBeNull();
  });

  it("is a mail of its own, in no thread, that says what the user said of the court", () => {
    const choice = { intendsCourt: true };
    const { view, acts } = decisionOf(
      prepareDraft,
      { ...MAIL, lastNotice: choice },
      given(NOTICED),
    );
    const { mail } = view;
    expect([mail.inReplyTo, mail.references, mail.subject]).toEqual([
      null,
      [],
      "Dernier avis\u00a0: facture F1",
    ]);
    expect(plain(mail.text)).toContain(
      "mise en demeure du 22 octobre 2026 (lettre recommandée n° 1A 204 511 2233 4, présentée le 24 octobre 2026)",
    );
    // Eight days from Friday 20 November end on Saturday 28: the next open day is given.
    expect(plain(mail.text)).toContain("au plus tard le lundi 30 novembre 2026");
    expect(mail.text).toContain("nous saisirons la juridiction compétente");
    expect(acts).toMatchObject([{ kind: "save-draft" }]);
    const unsaid = viewOf(prepareDraft, MAIL, given(NOTICED)).mail;
    expect(unsaid.text).toContain("nous examinerons les suites à donner");
    expect(unsaid.text).not.toContain("juridiction");
  });

  it("leaves at least the days that the plan's gate counts before the legal step", () => {
    const { entries, view } = decisionOf(prepareDraft, MAIL, given(NOTICED));
    const waiting = [...NOTICED, entries[0] as unknown as AccountEvent];
    const sent = decisionOf(declareSent, { account: "d", draft: view.draft }, given(waiting));
    const gone = [...waiting, sent.entries[0] as unknown as AccountEvent];
    const primaryOn = (today: string) =>
      viewOf(claimView, { account: "d" }, given(gone, today)).primary?.action;
    expect(primaryOn("2026-11-30")).not.toMatchObject({ go: "law" });
    const later = viewOf(
      claimView,
      { account: "d" },
      {
        ...given([...gone, read("2026-12-01")], "2026-12-01"),
        creditor: [
          OPENED,
          { type: "payments-known", data: { asOf: day("2026-12-01"), source: "hand" } },
          {
            type: "answers-looked-for",
            data: {
              on: day("2026-12-01"),
              at: "2026-12-01T07:12:00.000Z",
              where: "by-hand",
              accounts: [],
            },
          },
        ],
      },
    );
    expect(later.primary?.action).toEqual({ go: "law", account: "d", page: "routes" });
    expect(text(later.primary?.label ?? null)).toBe("Voir les voies");
  });

  it("is a page as well, registered, and printed again it asks again what is intended", () => {
    const lastNotice = { intendsCourt: false };
    const first = decisionOf(printLetter, { ...PAPER, lastNotice }, given(NOTICED));
    expect(first.view.fileName).toMatch(/^dernier-avis-R-[0-9A-Z]{6}\.html$/);
    expect(first.view.html).toContain("Lettre recommandée avec avis de réception");
    expect(first.entries).toMatchObject([
      { type: "draft-prepared", data: { step: "last-notice", messageId: null, tone: "formal" } },
    ]);
    const waiting = [...NOTICED, first.entries[0] as unknown as AccountEvent];
    const again = viewOf(claimView, { account: "d" }, given(waiting)).actions.find(
      ({ key }) => key === "print/again",
    );
    expect(again?.action).toEqual({ form: "last-notice", account: "d", subject: null });
    const second = decisionOf(printLetter, { ...PAPER, lastNotice }, given(waiting));
    expect(second.entries).toEqual([]);
    expect(second.view.html).toBe(first.view.html);
  });

  it("is refused where none is due, in words", () => {
    const early = NOTICED.slice(0, 6);
    for (const refusal of [
      refusalOf(prepareDraft, { ...MAIL, lastNotice: { intendsCourt: true } }, given(early)),
      refusalOf(printLetter, { ...PAPER, lastNotice: { intendsCourt: true } }, given(early)),
    ])
      for (const language of ["fr", "en"] as const)
        expect(text(mailRefusalText(refusal, language)).length).toBeGreaterThan(10);
    const { entries, view } = decisionOf(prepareDraft, MAIL, given(NOTICED));
    const waiting = [...NOTICED, entries[0] as unknown as AccountEvent];
    expect(
      refusalOf(printLetter, { ...PAPER, lastNotice: { intendsCourt: true } }, given(waiting)),
    ).toMatchObject({ type: "draft-waits", draft: view.draft });
    expect(
      decisionOf(discardDraft, { account: "d", draft: view.draft }, given(waiting)).entries,
    ).toHaveLength(1);
  });
});
