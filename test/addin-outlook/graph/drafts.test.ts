import { describe, expect, it } from "vitest";
import { aboveQuote, removeDraft, saveDraft } from "#outlook/graph/drafts.ts";
import { findDraft, rawMail, sentBytes } from "#outlook/graph/mail.ts";
import type { GraphMailbox } from "#outlook/graph/ports.ts";
import type { MailDraft } from "#shared/app/use-case.ts";
import { utf8Bytes } from "#shared/kernel/bytes.ts";
import { errorOf, valueOf } from "../../contracts/sample-entries.ts";
import { change, createMailbox, move, receive, send } from "../../hosts/outlook/mailbox.ts";
import { clientOn, graphBench, linesOf, lost } from "./graph-bench.ts";

const OWN: GraphMailbox = { kind: "own" };

const ANSWER = utf8Bytes(
  [
    "From: Anne Roux <compta@roux-menuiserie.example>",
    "To: julien@ferronnerie-delorme.example",
    "Subject: Facture FA-117",
    "Date: Thu, 19 Nov 2026 10:00:00 +0100",
    "Message-ID: <answer-1@roux-menuiserie.example>",
    "Content-Type: text/plain; charset=utf-8",
    "",
    "Nous payons vendredi.",
    "",
  ].join("\r\n"),
);

const DRAFT: MailDraft = {
  from: "julien@ferronnerie-delorme.example",
  to: ["compta@roux-menuiserie.example"],
  cc: ["anne.roux@roux-menuiserie.example"],
  subject: "Re: Facture FA-117",
  text: "Bonjour,\n\nR-ABC123",
  html: '<div lang="fr"><p>Bonjour,</p><p>R-ABC123</p></div>',
  messageId: "relance-1@ferronnerie-delorme.example",
  inReplyTo: "answer-1@roux-menuiserie.example",
  references: ["answer-1@roux-menuiserie.example"],
  reference: "R-ABC123",
  attachments: [],
};
const TRACE = { id: null, messageId: DRAFT.messageId, reference: DRAFT.reference };

const file = (name: string, size: number) => ({
  name,
  type: "application/pdf",
  bytes: new Uint8Array(size).fill(7),
});

describe("a draft in the mailbox", () => {
  it("lies in Drafts under the mail it answers, our words above what it quotes, to our recipients alone", async () => {
    const { mailbox, client } = graphBench();
    await receive(mailbox, ANSWER);
    const saved = valueOf(await saveDraft(client, { draft: DRAFT, mailbox: OWN, files: [] }));
    expect(saved).toMatchObject({ thread: "reply", state: "waiting", notAttached: [] });
    const kept = mailbox.mails.find(({ isDraft }) => isDraft)!;
    expect(kept.folder).toBe("drafts");
    expect(kept.inReplyTo).toBe("<answer-1@roux-menuiserie.example>");
    expect(kept.html.indexOf("R-ABC123")).toBeGreaterThan(kept.html.indexOf("<body"));
    expect(kept.html.indexOf("R-ABC123")).toBeLessThan(kept.html.indexOf("Nous payons vendredi"));
    expect(kept.to.map(({ address }) => address)).toEqual(DRAFT.to);
    expect(kept.cc.map(({ address }) => address)).toEqual(DRAFT.cc);
    expect(kept.subject).toBe(DRAFT.subject);
  });

  it("bears the Message-ID that the ledger knows it by, and says which address it goes out from", async () => {
    const { mailbox, client } = graphBench();
    await receive(mailbox, ANSWER);
    const saved = valueOf(await saveDraft(client, { draft: DRAFT, mailbox: OWN, files: [] }));
    expect(saved.messageId).toBe(DRAFT.messageId);
    expect(saved.from).toBe("julien@ferronnerie-delorme.example");
    expect(saved.webLink).toMatch(/^https:\/\//);
  });

  it("begins a new thread where the mail it answers is not in this mailbox, and says so", async () => {
    const { mailbox, client } = graphBench();
    const saved = valueOf(await saveDraft(client, { draft: DRAFT, mailbox: OWN, files: [] }));
    expect(saved.thread).toBe("new");
    expect(mailbox.mails.map(({ html }) => html)).toEqual([DRAFT.html]);
  });

  it("takes files of any size, each by the way that is for its size", async () => {
    const { graph, mailbox, client } = graphBench();
    const files = [
      file("facture.pdf", 10_000),
      file("limite.pdf", 3 * 1024 * 1024),
      file("plan.pdf", 9_000_000),
    ];
    const saved = valueOf(await saveDraft(client, { draft: DRAFT, mailbox: OWN, files }));
    expect(saved.notAttached).toEqual([]);
    const kept = mailbox.mails[0]!.files.map(({ name, bytes }) => [name, bytes.length]);
    expect(kept).toEqual(files.map(({ name, bytes }) => [name, bytes.length]));
    expect(linesOf(graph).filter((line) => line.includes("createUploadSession"))).toHaveLength(2);
  });

  it("is ready without a file that could not be attached, and names it with the reason", async () => {
    const { graph, client } = graphBench();
    graph.fail(/POST .*attachments$/, 413, "ErrorMessageSizeExceeded");
    const files = [file("facture.pdf", 10), file("releve.pdf", 10)];
    const saved = valueOf(await saveDraft(client, { draft: DRAFT, mailbox: OWN, files }));
    expect(saved.notAttached).toEqual([{ name: "facture.pdf", fault: { type: "too-large" } }]);
  });

  it("is one, and whole, whichever answer of Graph's was lost on the way", async () => {
    for (let nth = 1; nth <= 8; nth += 1) {
      for (const isDone of [true, false]) {
        const { graph, mailbox } = graphBench();
        await receive(mailbox, ANSWER);
        let asked = 0;
        const { client } = clientOn(graph, async (url, init) => {
          asked += 1;
          if (asked !== nth) return await graph.fetch(url, init);
          if (isDone) await graph.fetch(url, init);
          return lost();
        });
        const wish = { draft: DRAFT, mailbox: OWN, files: [file("facture.pdf", 10)] };
        await saveDraft(client, wish);
        const saved = valueOf(await saveDraft(client, wish));
        expect(saved.notAttached).toEqual([]);
        const drafts = mailbox.mails.filter((mail) => mail.isDraft);
        expect(drafts).toHaveLength(1);
        expect(drafts[0]!.html.split("R-ABC123")).toHaveLength(2);
        expect(drafts[0]!.files.map(({ name }) => name)).toEqual(["facture.pdf"]);
        expect(drafts[0]!.messageId).toBe(`<${DRAFT.messageId}>`);
      }
    }
  });

  it("keeps what the person changed in it when it is asked for again", async () => {
    const { mailbox, client } = graphBench();
    valueOf(await saveDraft(client, { draft: DRAFT, mailbox: OWN, files: [] }));
    change(mailbox, mailbox.mails[0]!, { html: "<p>À ma façon. R-ABC123</p>" });
    const again = valueOf(await saveDraft(client, { draft: DRAFT, mailbox: OWN, files: [] }));
    expect(again.thread).toBe("kept");
    expect(mailbox.mails[0]!.html).toBe("<p>À ma façon. R-ABC123</p>");
  });

  it("is left alone once it was sent", async () => {
    const { mailbox, client } = graphBench();
    valueOf(await saveDraft(client, { draft: DRAFT, mailbox: OWN, files: [] }));
    send(mailbox, mailbox.mails[0]!);
    const again = valueOf(await saveDraft(client, { draft: DRAFT, mailbox: OWN, files: [] }));
    expect(again.state).toBe("sent");
    expect(mailbox.mails).toHaveLength(1);
    expect(valueOf(await removeDraft(client, OWN, TRACE))).toBe("left");
    expect(mailbox.mails[0]!.folder).toBe("sentitems");
  });

  it("can be taken back while it waits", async () => {
    const { client } = graphBench();
    valueOf(await saveDraft(client, { draft: DRAFT, mailbox: OWN, files: [] }));
    expect(valueOf(await removeDraft(client, OWN, TRACE))).toBe("removed");
    expect(valueOf(await findDraft(client, OWN, TRACE)).state).toBe("gone");
  });

  it("in a shared mailbox lies there and goes out from there, by the permission of that name", async () => {
    const shared = createMailbox({ address: "compta@ferronnerie-delorme.example" });
    const { client, wishes, mailbox } = graphBench([{ mailbox: shared, rights: "write" }]);
    const place: GraphMailbox = { kind: "shared", address: shared.address };
    const saved = valueOf(await saveDraft(client, { draft: DRAFT, mailbox: place, files: [] }));
    expect(saved.from).toBe(shared.address);
    expect(shared.mails).toHaveLength(1);
    expect(mailbox.mails).toHaveLength(0);
    expect(new Set(wishes.flatMap(({ scopes }) => scopes))).toEqual(
      new Set(["https://graph.microsoft.com/Mail.ReadWrite.Shared"]),
    );
  });

  it("is refused in a shared mailbox that may only be read", async () => {
    const shared = createMailbox({ address: "compta@ferronnerie-delorme.example" });
    const { client } = graphBench([{ mailbox: shared, rights: "read" }]);
    const place: GraphMailbox = { kind: "shared", address: shared.address };
    expect(errorOf(await saveDraft(client, { draft: DRAFT, mailbox: place, files: [] }))).toEqual({
      type: "denied",
      code: "ErrorAccessDenied",
    });
  });

  it("still gets our mark where Exchange takes no header at creation", async () => {
    const { graph, client } = graphBench();
    graph.fail(/POST .*messages$/, 400, "InvalidInternetMessageHeader");
    valueOf(await saveDraft(client, { draft: DRAFT, mailbox: OWN, files: [] }));
    const found = await findDraft(client, OWN, { ...TRACE, messageId: null });
    expect(valueOf(found).state).toBe("waiting");
  });
});

describe("a draft that was sent", () => {
  it("is found by its id after it moved to Sent, and handed over as bytes", async () => {
    const { mailbox, client } = graphBench();
    const saved = valueOf(await saveDraft(client, { draft: DRAFT, mailbox: OWN, files: [] }));
    const trace = { ...TRACE, id: saved.id };
    expect(valueOf(await sentBytes(client, OWN, trace))).toBeNull();
    send(mailbox, mailbox.mails[0]!);
    move(mailbox, mailbox.mails[0]!, "archive");
    const sent = valueOf(await sentBytes(client, OWN, trace));
    expect(sent?.mail.id).toBe(saved.id);
    expect(Buffer.from(sent!.bytes).toString("latin1")).toContain(
      `Message-ID: <${DRAFT.messageId}>`,
    );
  });

  it("is found by its Message-ID without the id, and by our header without either", async () => {
    const { mailbox, client } = graphBench();
    valueOf(await saveDraft(client, { draft: DRAFT, mailbox: OWN, files: [] }));
    send(mailbox, mailbox.mails[0]!);
    const ofOther = { ...TRACE, id: "id-of-another-mailbox" };
    expect(valueOf(await findDraft(client, OWN, ofOther)).state).toBe("sent");
    // Exchange may have given it another one on its way out.
    mailbox.mails[0]!.messageId = "<by-exchange@prod.outlook.com>";
    expect(valueOf(await findDraft(client, OWN, TRACE)).state).toBe("sent");
    expect(valueOf(await sentBytes(client, OWN, TRACE))).not.toBeNull();
  });
});

describe("raw bytes", () => {
  it("are those that Exchange gives, and absent where the mail is gone", async () => {
    const { mailbox, client } = graphBench();
    const mail = await receive(mailbox, ANSWER);
    const bytes = valueOf(await rawMail(client, OWN, mail.immutableId));
    expect(Buffer.from(bytes).toString("utf8")).toContain("Nous payons vendredi.");
    expect(errorOf(await rawMail(client, OWN, "AAMkNOTHERE"))).toEqual({ type: "absent" });
  });
});

describe("our words above a quote", () => {
  it.each([
    [
      "<html><BODY dir=ltr><p>q</p></BODY></html>",
      "<html><BODY dir=ltr>OURS<p>q</p></BODY></html>",
    ],
    ["<p>q</p>", "OURS<p>q</p>"],
    ["", "OURS"],
    ["<body", "OURS<body"],
  ])("stand first in %j", (quoted, whole) => {
    expect(aboveQuote("OURS", quoted)).toBe(whole);
  });
});
