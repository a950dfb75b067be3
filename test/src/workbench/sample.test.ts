import { readdirSync, readFileSync } from "node:fs";
import PostalMime, { type Email } from "postal-mime";
import { describe, expect, it } from "vitest";

interface Expected {
  readonly file: string;
  readonly direction: string;
  readonly debtor: string | null;
  readonly invoices: readonly string[];
  readonly tag: string | null;
  readonly promise?: { readonly by: string | null; readonly amount: number | null };
  readonly note: string;
}

interface Mail {
  readonly file: string;
  readonly bytes: Buffer;
  /** The bytes one to one as characters, for what stands in the raw form. */
  readonly raw: string;
  /** The unfolded head of the message. */
  readonly head: string;
  readonly email: Email;
  /** Text, or the HTML without its marks, in plain spaces. */
  readonly text: string;
  readonly expected: Expected;
}

const SAMPLE = new URL("../../../src/workbench/sample/", import.meta.url);
const OWN = ["claire@menuiserie-lacombe.example", "compta@menuiserie-lacombe.example"];
const DAY_OF_THE_SAMPLE = Date.parse("2026-11-20T08:30:00+01:00");

/** Message-IDs that the sample answers without holding them. */
const OUTSIDE: ReadonlySet<string> = new Set();

const expectedList = JSON.parse(
  readFileSync(new URL("expected.json", SAMPLE), "utf8"),
) as readonly Expected[];
const files = readdirSync(new URL("mail/", SAMPLE))
  .filter((name) => name.endsWith(".eml"))
  .sort();

const mails: readonly Mail[] = await Promise.all(
  files.map(async (file) => {
    const bytes = readFileSync(new URL(`mail/${file}`, SAMPLE));
    const raw = bytes.toString("latin1");
    const email = await PostalMime.parse(bytes, { forceRfc822Attachments: true });
    const expected = expectedList.find((one) => one.file === file);
    if (expected === undefined) throw new Error(`${file} is not in expected.json`);
    const text = plain(email.text ?? (email.html ?? "").replace(/<[^<>]*>/g, " "));
    const head = (raw.split(/\r?\n\r?\n/)[0] ?? "").replace(/\r?\n[ \t]+/g, " ");
    return { file, bytes, raw, head, email, text, expected };
  }),
);

const rows = readFileSync(new URL("invoices.csv", SAMPLE), "utf8")
  .trim()
  .split("\n")
  .map((line) => line.split(";"));
const header = rows[0] ?? [];
const invoices = rows
  .slice(1)
  .map((cells) => Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ""])));

function plain(text: string): string {
  return text.replace(/&nbsp;|\u00a0|\u202f/g, " ");
}

function pdfs(mail: Mail): readonly string[] {
  return mail.email.attachments
    .filter((one) => (one.filename ?? "").endsWith(".pdf"))
    .map((one) => {
      if (typeof one.content === "string") throw new Error("an attachment is not in bytes");
      return Buffer.from(one.content as Uint8Array).toString("latin1");
    });
}

function withText(pattern: RegExp): readonly string[] {
  return mails.filter((mail) => pattern.test(mail.text)).map((mail) => mail.file);
}

function withRaw(pattern: RegExp): readonly string[] {
  return mails.filter((mail) => pattern.test(mail.raw)).map((mail) => mail.file);
}

function minor(french: string): number {
  return Number(french.replace(/ /g, "").replace(",", ""));
}

/** As the mails write it: `8 240,00` in euros, `1,940.00` in pounds. */
function written(invoice: Record<string, string>): string {
  const total = invoice["total"] ?? "";
  return invoice["currency"] === "GBP"
    ? total.replace(/[ ,]/g, (mark) => (mark === " " ? "," : "."))
    : total;
}

describe("the sample mailbox", () => {
  it("holds at least 44 mails, each with its truth written down, and no truth without its mail", () => {
    expect(mails.length).toBeGreaterThanOrEqual(44);
    expect(expectedList.map((one) => one.file)).toEqual(files);
    for (const file of files) expect(file).toMatch(/^\d{3}-[a-z0-9-]+\.eml$/);
  });

  it("is parsed whole: sender, recipient, subject, date, words", () => {
    for (const { file, email, text } of mails) {
      expect(email.from?.address, `in ${file}`).toBeTruthy();
      expect(email.to?.[0]?.address, `in ${file}`).toBeTruthy();
      expect(email.subject, `in ${file}`).toBeTruthy();
      expect(email.date, `in ${file}`).toBeTruthy();
      expect(text.trim().length, `in ${file}`).toBeGreaterThan(40);
      expect(text + (email.subject ?? ""), `in ${file}`).not.toMatch(
        /\ufffd|Ã©|â‚¬|=\?[a-z0-9-]+\?[QB]\?/i,
      );
    }
  });

  it("gives every mail a Message-ID of its own", () => {
    const ids = mails.map((mail) => mail.email.messageId);
    expect(ids).not.toContain(undefined);
    expect(new Set(ids).size).toBe(mails.length);
  });

  it("answers only mails that it holds, and older ones", () => {
    const dates = new Map(mails.map((mail) => [mail.email.messageId, mail.email.date ?? ""]));
    let answers = 0;
    for (const { file, email } of mails) {
      const named = `${email.inReplyTo ?? ""} ${email.references ?? ""}`.match(/<[^<>\s]+>/g) ?? [];
      for (const id of named.filter((one) => !OUTSIDE.has(one))) {
        answers += 1;
        expect(dates.get(id), `${file} answers ${id}`).toBeDefined();
        expect(Date.parse(dates.get(id) ?? ""), `in ${file}`).toBeLessThan(
          Date.parse(email.date ?? ""),
        );
      }
    }
    expect(answers).toBeGreaterThan(50);
  });

  it("has a thread of at least six mails with one debtor", () => {
    const root = mails.find((mail) => mail.file.includes("nordis-facture-0093"));
    const id = root?.email.messageId ?? "none";
    const thread = mails.filter((mail) =>
      `${mail.email.references ?? ""} ${mail.email.messageId}`.includes(id),
    );
    expect(thread.length).toBeGreaterThanOrEqual(6);
    expect(new Set(thread.map((mail) => mail.expected.debtor))).toEqual(new Set(["Nordis SAS"]));
  });

  it("runs by date from late August 2026 to the day of the sample", () => {
    const times = mails.map((mail) => Date.parse(mail.email.date ?? ""));
    expect([...times].sort((a, b) => a - b)).toEqual(times);
    expect(times[0]).toBeGreaterThan(Date.parse("2026-08-20T00:00:00+02:00"));
    expect(times[times.length - 1]).toBeLessThan(DAY_OF_THE_SAMPLE);
  });

  it("names the right weekday in every Date header", () => {
    for (const { file, head } of mails) {
      const date = /^Date: (\w{3}), (\d{1,2} \w{3} \d{4}) \d\d:\d\d:\d\d ([+-]\d{4})$/m.exec(head);
      expect(date, `in ${file}`).not.toBeNull();
      const day = new Date(`${date?.[2] ?? ""} 00:00:00 UTC`).getUTCDay();
      expect(["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"][day], `in ${file}`).toBe(date?.[1]);
    }
  });

  it("names the right weekday wherever the words of a mail do", () => {
    const days = ["dim", "lun", "mar", "mer", "jeu", "ven", "sam"];
    const months = [
      "janv",
      "févr",
      "mars",
      "avr",
      "mai",
      "juin",
      "juil",
      "août",
      "sept",
      "oct",
      "nov",
      "déc",
    ];
    const french =
      /\b(lun|mar|mer|jeu|ven|sam|dim)[a-z]*\.? (\d{1,2}) (janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc)[a-z]*\b/gi;
    let found = 0;
    for (const { file, text } of mails) {
      for (const [whole, day = "", date = "", month = ""] of text.matchAll(french)) {
        found += 1;
        const at = Date.UTC(2026, months.indexOf(month.toLowerCase()), Number(date));
        expect(days[new Date(at).getUTCDay()], `${file}: ${whole}`).toBe(day.toLowerCase());
      }
    }
    expect(found).toBeGreaterThan(10);
  });

  it("uses no domain but .example", () => {
    for (const { file, head, email } of mails) {
      const everything = `${head}\n${email.text ?? ""}\n${email.html ?? ""}`;
      const domains = [
        ...everything.matchAll(/@([a-z0-9][a-z0-9.-]*[a-z0-9])/gi),
        ...everything.matchAll(/https?:\/\/([^\s/"'<>]+)/gi),
        ...everything.matchAll(/\b(?:www\.[a-z0-9.-]+)/gi),
        ...head.matchAll(/\b(?:d|mailfrom|header\.from|header\.d)=([a-z0-9.-]*[a-z0-9])/gi),
        ...head.matchAll(/^Received: from (\S+)/gim),
      ].map((match) => match[1] ?? match[0]);
      for (const domain of domains) expect(domain, `in ${file}`).toMatch(/(^|\.)example$/);
    }
  });

  it("uses only invented telephone numbers, SIRENs and IBANs, each well formed", () => {
    let ibans = 0;
    for (const { file, text } of mails) {
      for (const [phone] of text.matchAll(/\b0\d(?: \d\d){4}\b/g)) {
        expect(phone, `in ${file}`).toMatch(/^01 99 00 /);
      }
      for (const [phone] of text.matchAll(/\b01632 \d{6}\b/g))
        expect(phone, `in ${file}`).toMatch(/ 960/);
      for (const [iban] of text.matchAll(/\bFR\d\d(?: ?[0-9]{1,4}){6}/g)) {
        ibans += 1;
        const digits = iban.replace(/ /g, "");
        expect(BigInt(`${digits.slice(4)}1527${digits.slice(2, 4)}`) % 97n, `in ${file}`).toBe(1n);
      }
    }
    expect(ibans).toBeGreaterThanOrEqual(2);
    for (const invoice of invoices) {
      const digits = (invoice["siren"] ?? "").split("").map(Number).reverse();
      const sum = digits.reduce((total, digit, at) => {
        const twice = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
        return total + (at % 2 === 1 ? twice : digit);
      }, 0);
      expect(sum % 10, `SIREN of ${invoice["debtor"] ?? ""}`).toBe(0);
    }
  });
});

describe("the open items of the sample", () => {
  it("are 15 open invoices of nine accounts of the four kinds, in euros and pounds", () => {
    expect(header.join(",")).toBe(
      "debtor,kind,siren,email,number,issued,due,total,currency,paid,order,language,phone",
    );
    const open = invoices.filter((one) => minor(one["paid"] ?? "") < minor(one["total"] ?? ""));
    expect(open).toHaveLength(15);
    expect(new Set(open.map((one) => one["debtor"])).size).toBe(9);
    expect(new Set(invoices.map((one) => one["kind"]))).toEqual(
      new Set(["business", "consumer", "non-professional", "public"]),
    );
    const left = (currency: string): number =>
      open
        .filter((one) => one["currency"] === currency)
        .reduce((sum, one) => sum + minor(one["total"] ?? "") - minor(one["paid"] ?? ""), 0);
    expect([left("EUR"), left("GBP")]).toEqual([4_922_400, 480_540]);
  });

  it("each stand in a mail of the same debtor, with the same amount to the cent", () => {
    for (const invoice of invoices) {
      const number = invoice["number"] ?? "";
      const told = mails.filter(
        (mail) => mail.expected.debtor === invoice["debtor"] && mail.text.includes(number),
      );
      expect(told.length, `for ${number}`).toBeGreaterThan(0);
      const with_amount = told.filter((mail) => mail.text.includes(written(invoice)));
      expect(with_amount.length, `${number} ${written(invoice)}`).toBeGreaterThan(0);
    }
  });

  it("agree with the PDF that carries them: number, due date, amount", () => {
    let read = 0;
    for (const invoice of invoices) {
      const number = invoice["number"] ?? "";
      for (const pdf of mails.flatMap(pdfs).filter((one) => one.includes(`FACTURE ${number}`))) {
        read += 1;
        expect(pdf.startsWith("%PDF-1.4"), `for ${number}`).toBe(true);
        expect(pdf, `for ${number}`).toContain(invoice["due"] ?? "");
        expect(pdf, `for ${number}`).toContain(invoice["issued"] ?? "");
        expect(pdf, `for ${number}`).toContain(written(invoice));
      }
    }
    expect(read).toBeGreaterThanOrEqual(14);
  });

  it("leave two invoices to be followed from the mail that carries them", () => {
    const listed = new Set(invoices.map((one) => one["number"]));
    const named = mails.flatMap((mail) => mail.expected.invoices);
    expect([...new Set(named.filter((number) => !listed.has(number)))]).toEqual([
      "LAC-2026-0128",
      "LAC-2026-0129",
    ]);
  });
});

describe("the truth written down for the sample", () => {
  it("tells direction as the sender's address does", () => {
    for (const { file, email, expected } of mails) {
      const own = OWN.includes(email.from?.address ?? "");
      const inside = own && (email.to ?? []).every((one) => OWN.includes(one.address ?? ""));
      expect(expected.direction, `in ${file}`).toBe(inside ? "internal" : own ? "out" : "in");
      expect(expected.tag === null, `in ${file}`).toBe(own);
    }
    expect(mails.filter((mail) => mail.expected.direction === "internal").length).toBe(3);
  });

  it("knows every tag at least once", () => {
    const tags = [...new Set(mails.flatMap((mail) => mail.expected.tag ?? []))].sort();
    expect(tags).toEqual(
      [
        "promise",
        "paid",
        "dispute",
        "instalments",
        "question",
        "wrong_contact",
        "insolvency",
        "refusal",
        "autoreply",
        "bounce",
        "acknowledgement",
        "unrelated",
      ].sort(),
    );
  });

  it("names only debtors of the list", () => {
    const known = new Set(invoices.map((one) => one["debtor"] ?? ""));
    for (const { file, expected } of mails) {
      expect(expected.debtor === null || known.has(expected.debtor), `in ${file}`).toBe(true);
      expect(expected.tag !== "unrelated" || expected.debtor === null, `in ${file}`).toBe(true);
      expect(expected.note, `in ${file}`).not.toBe("");
    }
  });

  it("has a promise pending, a promise broken and one of yesterday to confirm", () => {
    const promised = mails
      .filter((mail) => mail.expected.tag === "promise")
      .map((mail) => [mail.expected.debtor, mail.expected.promise?.by]);
    expect(promised).toEqual([
      ["Atelier Bloch", "2026-11-13"],
      ["Syndicat des copropriétaires Résidence Les Tilleuls", "2026-11-27"],
      ["Nordis SAS", "2026-11-20"],
    ]);
  });
});

describe("the forms of mail in the sample", () => {
  it("has both line ends, and never both in one mail", () => {
    const crlf = mails.filter((mail) => mail.raw.includes("\r\n"));
    for (const { file, raw } of crlf)
      expect(raw.replace(/\r\n/g, ""), `in ${file}`).not.toMatch(/[\r\n]/);
    expect(crlf.length).toBeGreaterThanOrEqual(10);
    expect(mails.length - crlf.length).toBeGreaterThanOrEqual(10);
    expect(readFileSync(new URL(".gitattributes", SAMPLE), "utf8")).toContain("*.eml -text");
  });

  it.each(["utf-8", "iso-8859-1", "iso-8859-15", "windows-1252", "us-ascii"])(
    "has bodies in %s",
    (charset) => {
      expect(
        withRaw(new RegExp(`^Content-Type: text/[a-z]+; charset=${charset}\\b(?!-)`, "m")),
      ).not.toEqual([]);
    },
  );

  it.each([
    ["utf-8", "quoted-printable"],
    ["utf-8", "base64"],
    ["utf-8", "8bit"],
    ["us-ascii", "7bit"],
    ["iso-8859-1", "8bit"],
    ["iso-8859-1", "quoted-printable"],
    ["iso-8859-15", "8bit"],
    ["iso-8859-15", "quoted-printable"],
    ["windows-1252", "8bit"],
    ["windows-1252", "quoted-printable"],
    ["windows-1252", "base64"],
  ])("has %s in %s", (charset, encoding) => {
    const part = new RegExp(
      `charset=${charset}(?:;[^\\r\\n]*)?\\r?\\nContent-Transfer-Encoding: ${encoding}`,
    );
    expect(withRaw(part)).not.toEqual([]);
  });

  it("has the euro sign and the apostrophe of windows-1252, raw and quoted-printable", () => {
    const windows = mails.filter((mail) => mail.raw.includes("charset=windows-1252"));
    const both = (euro: string, apostrophe: string): boolean =>
      windows.some((mail) => mail.raw.includes(euro) && mail.raw.includes(apostrophe));
    expect(both("\x80", "\x92")).toBe(true);
    expect(both("=80", "=92")).toBe(true);
    expect(withRaw(/charset=iso-8859-15[^]*=A4/)).not.toEqual([]);
  });

  it("has encoded words of both sorts in subjects and names, and file names of RFC 2231", () => {
    expect(mails.some((mail) => /^Subject: .*=\?[a-z0-9-]+\?Q\?/m.test(mail.head))).toBe(true);
    expect(mails.some((mail) => /^Subject: .*=\?[a-z0-9-]+\?B\?/m.test(mail.head))).toBe(true);
    expect(mails.some((mail) => /^From: =\?[a-z0-9-]+\?Q\?/m.test(mail.head))).toBe(true);
    expect(mails.some((mail) => /^From: =\?[a-z0-9-]+\?B\?/m.test(mail.head))).toBe(true);
    expect(withRaw(/filename\*=UTF-8''/)).not.toEqual([]);
    expect(withRaw(/filename\*=iso-8859-1''/)).not.toEqual([]);
    expect(withRaw(/filename\*0\*=UTF-8''/)).not.toEqual([]);
    expect(withRaw(/filename\*0="/)).not.toEqual([]);
    const names = mails.flatMap((mail) => mail.email.attachments.map((one) => one.filename));
    expect(names).toContain("Facture_LAC-2026-0079.pdf");
    expect(names).toContain("PV de chantier n° 7 - réserves.pdf");
  });

  it("has alternatives, HTML alone, nested parts with an inline picture, and flowed text", () => {
    expect(mails.some((mail) => /^Content-Type: multipart\/alternative/m.test(mail.head))).toBe(
      true,
    );
    expect(mails.filter((mail) => /^Content-Type: text\/html/m.test(mail.head)).length).toBe(2);
    const nested = mails.filter((mail) =>
      ["multipart/mixed", "multipart/alternative", "multipart/related"].every((type) =>
        mail.raw.includes(`Content-Type: ${type}`),
      ),
    );
    expect(nested.length).toBeGreaterThanOrEqual(2);
    for (const mail of nested) {
      const picture = mail.email.attachments.find((one) => one.mimeType === "image/png");
      expect(picture?.disposition, `in ${mail.file}`).toBe("inline");
      const id = (picture?.contentId ?? "none").replace(/[<>]/g, "");
      expect(mail.email.html, `in ${mail.file}`).toContain(`cid:${id}`);
    }
    expect(withRaw(/format=flowed/).length).toBeGreaterThanOrEqual(5);
  });

  it("has a bounce with its status and the mail that came back", () => {
    const bounce = mails.find((mail) => mail.expected.tag === "bounce");
    expect(bounce?.head).toMatch(/^Content-Type: multipart\/report;.*report-type=delivery-status/m);
    const types = bounce?.email.attachments.map((one) => one.mimeType);
    expect(types).toEqual(["message/delivery-status", "message/rfc822"]);
  });

  it("has robots that say so in their headers, and no person who does", () => {
    for (const { file, head, expected } of mails) {
      const robot = expected.tag === "autoreply" || expected.tag === "bounce";
      expect(/^Auto-Submitted: auto-/m.test(head), `in ${file}`).toBe(robot);
      expect(/^X-Autoreply: /m.test(head), `in ${file}`).toBe(expected.tag === "autoreply");
    }
  });

  it("has what servers add on each mail that came in, and on no mail sent", () => {
    for (const { file, head, expected } of mails) {
      const came = expected.direction === "in";
      expect(/^Received: /m.test(head), `in ${file}`).toBe(came);
      const judged = came && expected.tag !== "bounce";
      expect(/^Authentication-Results: /m.test(head), `in ${file}`).toBe(judged);
    }
    expect(withRaw(/^DKIM-Signature: v=1; a=rsa-sha256;/m).length).toBeGreaterThanOrEqual(5);
  });

  it.each([
    ["Outlook header blocks", /^De : .+\s+Envoyé : .+\s+À : .+\s+Objet : /m],
    ["an English header block", /^From: .+\s+Sent: .+\s+To: .+\s+Subject: /m],
    ["Zimbra header blocks", /^----- Mail original -----/m],
    [
      "a French attribution with its day",
      /^Le (?:lun|mar|mer|jeu|ven|sam|dim)\. \d+ [a-zéû]+\.? 2026 à \d\d:\d\d, /m,
    ],
    ["an English attribution", /^On \w{3}, \d+ \w{3} 2026 at \d\d:\d\d, /m],
    ["the attribution of Apple Mail", /^> Le \d+ [a-zéû]+\.? 2026 à \d\d:\d\d, .* a écrit :/m],
    ["the foot of Outlook on a phone", /Envoyé à partir de Outlook pour iOS/],
    ["the foot of a telephone", /Envoyé de mon iPhone/],
    ["a signature mark", /^-- $/m],
    ["a disclaimer", /destinés à l.usage exclusif de leurs destinataires/],
    ["a forwarded mail", /^Début du message transféré :/m],
    ["an answer between the quoted lines", /^> .+\n\n[A-Z][^>]+\n\n> /m],
  ])("has %s", (_, pattern) => {
    expect(withText(pattern)).not.toEqual([]);
  });
});
