import type { MailContent, MailFile, Person } from "./mail.ts";
import { digest } from "./mail.ts";

/**
 * The bytes that Exchange gives for a mail. It keeps no original: it writes the MIME anew from what it stored, with
 * headers and boundaries of its own, so that the SHA-256 is never that of what was sent.
 */
export const exchangeMime = (mail: MailContent): Uint8Array =>
  mail.bytes === null ? written(mail) : rewritten(mail.bytes, mail);

const rewritten = (bytes: Uint8Array, mail: MailContent): Uint8Array => {
  const text = Buffer.from(bytes).toString("latin1").replace(/\r?\n/g, "\r\n");
  const end = text.indexOf("\r\n\r\n");
  const [head, body] = end === -1 ? [text, ""] : [text.slice(0, end), text.slice(end)];
  const names = [...text.matchAll(/\bboundary="?([^"\s;]+)"?/gi)].map(([, name]) => name ?? "");
  const whole = names.reduce(
    (done, name, rank) => done.replaceAll(name, boundaryOf(mail, rank)),
    `${head}\r\n${ownLines(mail).join("\r\n")}${body}`,
  );
  return Buffer.from(whole, "latin1");
};

const boundaryOf = (mail: MailContent, rank: number): string =>
  `_00${String(rank)}_${digest(mail.messageId + mail.subject, 20).replace(/[+/]/g, "0")}_`;

const ownLines = (mail: MailContent): readonly string[] => [
  `Thread-Index: ${digest(mail.subject, 30)}==`,
  "X-MS-Exchange-Organization-SCL: -1",
  `X-MS-Has-Attach: ${mail.files.length === 0 ? "" : "yes"}`,
  "X-MS-TNEF-Correlator:",
];

const written = (mail: MailContent): Uint8Array => {
  const boundary = boundaryOf(mail, 0);
  const head = [
    ...(mail.from === null ? [] : [`From: ${personLine(mail.from)}`]),
    ...peopleLines("To", mail.to),
    ...peopleLines("CC", mail.cc),
    ...peopleLines("BCC", mail.bcc),
    `Subject: ${encoded(mail.subject)}`,
    `Date: ${new Date(mail.sentAt).toUTCString().replace("GMT", "+0000")}`,
    `Message-ID: ${mail.messageId}`,
    ...(mail.inReplyTo === "" ? [] : [`In-Reply-To: ${mail.inReplyTo}`]),
    ...(mail.references === "" ? [] : [`References: ${mail.references}`]),
    ...ownLines(mail),
    "MIME-Version: 1.0",
  ];
  const body = [
    `Content-Type: text/${mail.bodyKind === "html" ? "html" : "plain"}; charset="utf-8"`,
    "Content-Transfer-Encoding: base64",
    "",
    lines64(Buffer.from(mail.bodyKind === "html" ? mail.html : mail.text)),
  ];
  const whole =
    mail.files.length === 0
      ? [...head, ...body]
      : [
          ...head,
          `Content-Type: multipart/mixed; boundary="${boundary}"`,
          "",
          `--${boundary}`,
          ...body,
          ...mail.files.flatMap((file) => [`--${boundary}`, ...fileLines(file)]),
          `--${boundary}--`,
        ];
  return Buffer.from(`${whole.join("\r\n")}\r\n`);
};

const fileLines = (file: MailFile): readonly string[] => [
  `Content-Type: ${file.type}; name="${encoded(file.name)}"`,
  `Content-Disposition: ${file.isInline ? "inline" : "attachment"}; filename="${encoded(file.name)}"`,
  "Content-Transfer-Encoding: base64",
  "",
  lines64(Buffer.from(file.bytes)),
];

const lines64 = (bytes: Buffer): string =>
  (bytes.toString("base64").match(/.{1,76}/g) ?? []).join("\r\n");

const encoded = (text: string): string =>
  /^[\x20-\x7E]*$/.test(text) ? text : `=?utf-8?B?${Buffer.from(text).toString("base64")}?=`;

const personLine = ({ name, address }: Person): string =>
  name === "" || name === address ? address : `"${encoded(name)}" <${address}>`;

const peopleLines = (header: string, people: readonly Person[]): readonly string[] =>
  people.length === 0 ? [] : [`${header}: ${people.map(personLine).join(", ")}`];
