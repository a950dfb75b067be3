import { describe, expect, it } from "vitest";
import { deliveryReportOf } from "#shared/mail/delivery-report.ts";
import type { ReportSources } from "#shared/mail/delivery-report.ts";

const OURS = { name: "To", value: "claire@atelier.example" };
const daemon = { address: "mailer-daemon@mx.example", name: "Mail Delivery System" };

const report = (sources: Partial<ReportSources>) =>
  deliveryReportOf({
    headers: [OURS],
    from: daemon,
    subject: "Undelivered Mail Returned to Sender",
    status: null,
    original: null,
    text: null,
    ...sources,
  });

describe("a report by fields", () => {
  it("names each recipient, and sums up by the worst of them", () => {
    const found = report({
      status: [
        "Reporting-MTA: dns; mx.example",
        "",
        "Final-Recipient: rfc822; late@d.example",
        "Action: delayed",
        "Status: 4.4.1",
        "",
        "Original-Recipient: rfc822;Gone@D.example",
        "Final-Recipient: rfc822;Gone@D.example",
        "Action: failed",
        "Status: 5.0.0",
        "Diagnostic-Code: smtp; 550 5.1.1",
        " no such user",
        "",
        "Final-Recipient: rfc822; there@d.example",
        "Action: delivered",
        "Status: 2.1.5",
      ].join("\r\n"),
    });
    expect(found).toMatchObject({
      action: "failed",
      status: "5.1.1",
      finalRecipient: "gone@d.example",
      permanence: "permanent",
    });
    expect(found?.outcomes).toEqual([
      {
        recipient: "late@d.example",
        action: "delayed",
        status: "4.4.1",
        permanence: "transient",
      },
      {
        recipient: "gone@d.example",
        action: "failed",
        status: "5.1.1",
        permanence: "permanent",
      },
      {
        recipient: "there@d.example",
        action: "delivered",
        status: "2.1.5",
        permanence: "unknown",
      },
    ]);
  });

  it("parts recipients where the server forgot the empty line between them", () => {
    const found = report({
      status:
        "Final-Recipient: rfc822; a@d.example\nAction: failed\nStatus: 5.1.1\n" +
        "Final-Recipient: rfc822; b@d.example\nAction: failed\nStatus: 4.2.2\n",
    });
    expect(found?.outcomes.map((one) => [one.recipient, one.permanence])).toEqual([
      ["a@d.example", "permanent"],
      ["b@d.example", "transient"],
    ]);
  });

  it("says of a mail that arrived that it did not fail", () => {
    const status = "Final-Recipient: rfc822; a@d.example\nAction: delivered\nStatus: 2.0.0\n";
    expect(report({ status })?.action).toBe("delivered");
  });

  it("knows our mail, and the mails it answered, by the one that came back", () => {
    const found = report({
      status: "Final-Recipient: rfc822; a@d.example\nAction: failed\n",
      original:
        "\n\nReceived: from x\nMessage-Id:\n <rappel-2@atelier.example>\n" +
        "References: <rappel-1@atelier.example>\n <question@d.example>\nTo: a@d.example\n\nBonjour",
    });
    expect(found?.originalMessageId).toBe("rappel-2@atelier.example");
    expect(found?.originalReferences).toEqual(["rappel-1@atelier.example", "question@d.example"]);
  });
});

describe("a report without fields", () => {
  it.each([
    [
      "of qmail",
      "Hi. This is the qmail-send program at mx.example.\n\n<gone@d.example>:\n" +
        "192.0.2.1 does not like recipient.\nRemote host said: 550 5.1.1 unknown\n" +
        "\n<full@e.example>:\n452 4.2.2 mailbox full\n\n--- Below this line is a copy of the message.\n",
      [
        ["gone@d.example", "5.1.1", "permanent"],
        ["full@e.example", "4.2.2", "transient"],
      ],
    ],
    [
      "of Exim",
      "A message that you sent could not be delivered to one or more of its\nrecipients.\n\n" +
        "  gone@d.example\n    host mx.d.example: 550 no mailbox by that name\n\n" +
        "------ This is a copy of the message ------\n\nReceived: x\nTo: other@d.example\n",
      [["gone@d.example", null, "permanent"]],
    ],
  ])("%s", (_, text, outcomes) => {
    const found = report({ subject: "failure notice", text });
    expect(found?.outcomes.map((one) => [one.recipient, one.status, one.permanence])).toEqual(
      outcomes,
    );
  });

  it("names by X-Failed-Recipients every address that failed", () => {
    const found = report({
      headers: [OURS, { name: "X-Failed-Recipients", value: "a@d.example, b@d.example" }],
      text: "550 5.1.1 unknown",
    });
    expect(found?.outcomes.map((one) => one.recipient)).toEqual(["a@d.example", "b@d.example"]);
  });

  it("does not take our own address for the one that failed", () => {
    const found = report({
      text: "Dear claire@atelier.example, 550 5.1.1 gone@d.example: unknown",
    });
    expect(found?.finalRecipient).toBe("gone@d.example");
  });

  it("takes the address that our mail went to where the notice names none", () => {
    const found = report({ text: "550 5.1.1 unknown", original: "To: Gone <gone@d.example>\n" });
    expect(found?.finalRecipient).toBe("gone@d.example");
  });

  it("is late, and not failed, where the server goes on trying", () => {
    const text = "The server will keep trying to deliver your message.\n<a@d.example>: 451 busy";
    expect(report({ subject: "Delivery delayed", text })).toMatchObject({
      action: "delayed",
      permanence: "transient",
    });
  });
});

describe("no report", () => {
  const person = { address: "marie@d.example", name: "Marie" };
  it("is made of a person's words about a failed mail, with its subject and codes", () => {
    const text = "Votre mail m'est revenu : 550 5.1.1 user unknown, mail delivery failed.";
    expect(report({ from: person, subject: "RE: Undelivered Mail", text })).toBeNull();
    expect(report({ from: person, subject: "Undeliverable: facture", text })).toBeNull();
  });

  it("is made of a server's prose alone", () => {
    expect(report({ subject: "Bonjour", text: "Your mailbox is full." })).toBeNull();
  });

  it("is made of a name that begins like a daemon's", () => {
    const from = { address: "bouncer@club.example", name: "Le club" };
    expect(report({ from, subject: "Mail delivery", text: "550 entrées" })).toBeNull();
  });

  it.each(["disposition-notification", "feedback-report"])("is a %s", (type) => {
    const value = `multipart/report; report-type=${type}`;
    expect(report({ headers: [{ name: "Content-Type", value }] })).toBeNull();
  });
});

it("is read in a time that grows with the report alone", () => {
  for (const piece of ["a@d.example\n", "<a@b.c>:\n", "550 ", "5.1.", "Message-ID: <", "> > "]) {
    const text = piece.repeat(400_000 / piece.length);
    const start = performance.now();
    report({ text, status: text, original: text });
    // Quadratic code takes minutes at this length.
    expect(performance.now() - start).toBeLessThan(3_000);
  }
});
