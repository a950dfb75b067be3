import { describe, expect, it } from "vitest";
import type { MailDraft } from "#shared/app/use-case.ts";
import { utf8Bytes } from "#shared/kernel/bytes.ts";
import { attachmentBytes, readMailBytes } from "#src/files/mail-bytes.ts";
import {
  asIfSent,
  bytesOfDraft,
  editedDraft,
  editedHtml,
  openDraftFile,
} from "#src/workbench/draft-file.ts";

const TABLE = '<table border="1"><tr><th>Facture</th></tr><tr><td>F-1</td></tr></table>';
const DRAFT: MailDraft = {
  from: "claire@lacombe.example",
  to: ["sarah@bloch.example"],
  cc: ["copie@bloch.example"],
  subject: "Re: Facture F-1 échue",
  text: "Bonjour,\n\nReste dû : 1 150,00 €.\n\n- Facture F-1\n\nCordialement,\nClaire\n\nR-ABC234\n",
  html: `<div lang="fr"><p>Bonjour,</p>\n<p>Reste dû : 1 150,00 €.</p>\n${TABLE}\n<p>Cordialement,<br>Claire</p>\n<p>R-ABC234</p></div>`,
  messageId: "one.r-abc234@lacombe.example",
  inReplyTo: "answer@bloch.example",
  references: ["first@lacombe.example", "answer@bloch.example"],
  reference: "R-ABC234",
  attachments: [{ name: "F-1.pdf", type: "application/pdf", sha256: "a".repeat(64) }],
};
const PDF = utf8Bytes("%PDF-1.7 one");

const made = async (): Promise<Uint8Array> => {
  const bytes = await bytesOfDraft(DRAFT, "Menuiserie Lacombe", () => Promise.resolve(PDF));
  if (!bytes.ok) throw new Error(bytes.error.type);
  return bytes.value;
};
const read = async (bytes: Uint8Array) => {
  const message = await readMailBytes(bytes);
  if (!message.ok) throw new Error(message.error.type);
  return message.value;
};
const header = async (bytes: Uint8Array, name: string): Promise<string | undefined> =>
  (await read(bytes)).headers.find((one) => one.name === name)?.value;

describe("the file of a draft", () => {
  it("is a mail that programs open as not yet sent, in its thread, with its files", async () => {
    const bytes = await made();
    const message = await read(bytes);
    expect(await header(bytes, "X-Unsent")).toBe("1");
    expect(message.inReplyTo).toEqual(["answer@bloch.example"]);
    expect(message.references).toEqual(DRAFT.references);
    expect(message.sentAt).toBeNull();
    const file = await attachmentBytes(bytes, 0);
    expect(file.ok && file.value.content).toEqual(PDF);
  });

  it("is not made where a file it attaches is no longer in the vault", async () => {
    const bytes = await bytesOfDraft(DRAFT, "Menuiserie Lacombe", () => Promise.resolve(null));
    expect(bytes).toEqual({ ok: false, error: { type: "file-absent", name: "F-1.pdf" } });
  });

  it("takes other words, recipients and subject, and keeps its thread, reference, copy and files", async () => {
    const opened = await openDraftFile(await made());
    if (!opened.ok) throw new Error(opened.error.type);
    const text = opened.value.text.replace("Bonjour,", "Bonjour <Sarah>,");
    const edited = await editedDraft(await made(), {
      to: ["autre@bloch.example"],
      subject: "Re: autre objet",
      text,
    });
    if (!edited.ok) throw new Error(edited.error.type);
    const message = await read(edited.value);
    expect(message.to.map((one) => one.address)).toEqual(["autre@bloch.example"]);
    expect(message.cc.map((one) => one.address)).toEqual(["copie@bloch.example"]);
    expect(message.subject).toBe("Re: autre objet");
    expect(message.text).toContain("Bonjour <Sarah>,");
    expect(message.html).toContain("<p>Bonjour &lt;Sarah&gt;,</p>");
    expect(message.html).toContain(TABLE);
    expect(message.messageId).toBe(DRAFT.messageId);
    expect(message.references).toEqual(DRAFT.references);
    expect(await header(edited.value, "X-Relance-Reference")).toBe("R-ABC234");
    const file = await attachmentBytes(edited.value, 0);
    expect(file.ok && file.value.content).toEqual(PDF);
  });

  it("does not grow with every saving", async () => {
    let bytes = await made();
    const sizes: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      const opened = await openDraftFile(bytes);
      if (!opened.ok) throw new Error(opened.error.type);
      const edits = { to: DRAFT.to, subject: DRAFT.subject, text: opened.value.text };
      const edited = await editedDraft(bytes, edits);
      if (!edited.ok) throw new Error(edited.error.type);
      bytes = edited.value;
      sizes.push(bytes.length);
    }
    expect(new Set(sizes).size).toBe(1);
  });

  it("refuses a subject that would add a header", async () => {
    const edited = await editedDraft(await made(), {
      to: ["sarah@bloch.example"],
      subject: "Re: x\r\nBcc: everyone@evil.example",
      text: "x",
    });
    expect(edited).toMatchObject({ ok: false, error: { type: "line-break-in-header" } });
  });

  it("as if sent is the same mail, dated and no longer a draft", async () => {
    const sent = await asIfSent(await made(), "2026-11-20T07:45:10Z", 60);
    if (!sent.ok) throw new Error(sent.error.type);
    const before = await read(await made());
    const after = await read(sent.value);
    expect(after.sentAt).toBe("2026-11-20T08:45:10+01:00");
    expect(await header(sent.value, "X-Unsent")).toBeUndefined();
    expect(after.messageId).toBe(before.messageId);
    expect(after.text?.trimEnd()).toBe(before.text?.trimEnd());
    expect(after.html).toBe(before.html);
  });
});

describe("the HTML of an edited draft", () => {
  it("keeps word for word what was not touched, and escapes what was", () => {
    const html = editedHtml(DRAFT, DRAFT.text.replace("1 150,00 €", "<b>1 000</b> & rien"));
    expect(html).toContain("<p>Bonjour,</p>");
    expect(html).toContain(TABLE);
    expect(html).toContain("<p>Reste dû : &lt;b&gt;1 000&lt;/b&gt; &amp; rien.</p>");
  });

  it("is escaped whole where text and HTML do not go together", () => {
    const html = editedHtml(
      { text: "un\n\ndeux", html: "<script>alert(1)</script>" },
      "un\n\ntrois",
    );
    expect(html).toBe('<div lang="fr"><p>un</p>\n<p>trois</p></div>');
  });
});
