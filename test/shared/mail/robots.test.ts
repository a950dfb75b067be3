import { describe, expect, it } from "vitest";
import { canBearOnClaim, isAnswer, isMassMail } from "#shared/mail/bearing.ts";
import type { MailHeader } from "#shared/mail/message.ts";
import { robotOf } from "#shared/mail/robots.ts";

const headers = (...lines: readonly string[]): readonly MailHeader[] =>
  lines.map((line) => {
    const colon = line.indexOf(": ");
    return { name: line.slice(0, colon), value: line.slice(colon + 2) };
  });
const rules = (subject: string, ...lines: readonly string[]): readonly string[] =>
  robotOf({
    subject,
    newWords: "",
    headers: headers(...lines),
    from: null,
    report: null,
  }).map((one) => one.rule);

describe("a robot is known", () => {
  it.each([
    ["Auto-Submitted: auto-replied"],
    ["Auto-Submitted: auto-generated (rejected)"],
    ["X-Autoreply: yes"],
    ["X-Autorespond: absence"],
    ["Precedence: auto_reply"],
    ["X-POST-MessageClass: 9; Autoresponder"],
    ["Delivered-To: Autoresponder"],
    ["Content-Type: multipart/report; report-type=disposition-notification"],
  ])("by %s", (line) => {
    expect(rules("Re: Facture", line)).not.toEqual([]);
  });

  it.each([
    "Automatic reply: Facture 118",
    "Réponse automatique : Facture 118",
    "Absence du bureau",
    "ABSENCE : Facture",
    "Out of Office",
    "Accusé de réception : votre relance",
    "Automatische Antwort: Rechnung",
    "Abwesenheitsnotiz",
    "Respuesta automática: factura",
    "Risposta automatica: fattura",
    "Automatisch antwoord: factuur",
  ])("by the subject %s", (subject) => {
    expect(rules(subject)).toEqual(["robot.subject"]);
  });

  it("by marks that only together say so", () => {
    const marks = ["Return-Path: <>", "Precedence: bulk", "In-Reply-To: <r@atelier.example>"];
    expect(rules("Re: Facture", ...marks)).toEqual(["robot.null-path", "robot.precedence"]);
  });
});

describe("no robot is made", () => {
  it.each([
    ["a person by Exchange", "X-Auto-Response-Suppress: All"],
    ["a mail that says so itself", "Auto-Submitted: no"],
    ["a newsletter", "Precedence: bulk"],
    ["a list", "List-Id: <clients.example>"],
    ["a mailing", "Feedback-ID: 1:2:3:example"],
    ["an odd gateway", "Return-Path: <>"],
  ])("of %s", (_, line) => {
    expect(rules("Re: Facture", line)).toEqual([]);
  });

  it("of a list's answer to an absence, or of a person's", () => {
    expect(rules("Out of office etiquette", "List-Id: <x.example>", "Precedence: list")).toEqual(
      [],
    );
    expect(rules("Re: Automatic reply: Facture")).toEqual([]);
  });
});

describe("a mail that nothing is known of", () => {
  it.each([
    ["Re: Facture", true],
    ["RE : Facture", true],
    ["TR: Facture", true],
    ["Re[2]: Facture", true],
    ["Facture : réglée", false],
    ["Regulations: new", false],
    ["Facture", false],
  ])("answers or does not: %s", (subject, isSo) => {
    expect(isAnswer({ subject, headers: [] })).toBe(isSo);
  });

  it("can bear on a claim where it answers, to us alone, and speaks of paying", () => {
    const about = (newWords: string, ...lines: readonly string[]) =>
      canBearOnClaim({
        subject: "Hello",
        newWords,
        headers: headers("In-Reply-To: <a@b.example>", ...lines),
      });
    expect(about("L'échéance sera réglée lundi.")).toBe(true);
    expect(about("You will be paid on Monday.")).toBe(true);
    expect(about("You will have it on Monday.")).toBe(false);
    expect(about("You will be paid on Monday.", "List-Unsubscribe: <https://x.example>")).toBe(
      false,
    );
    expect(isMassMail(headers("Precedence: bulk"))).toBe(true);
  });
});
