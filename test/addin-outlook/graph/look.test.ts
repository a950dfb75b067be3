import { describe, expect, it } from "vitest";
import { lookInMailbox } from "#outlook/graph/look.ts";
import type { LookedFor } from "#shared/app/look-for.ts";
import { partsOfMessage } from "#outlook/graph/mail-shapes.ts";
import { messageIdOf } from "#outlook/graph/mail.ts";
import { saveDraft } from "#outlook/graph/drafts.ts";
import type { GraphMailbox } from "#outlook/graph/ports.ts";
import { utf8Bytes } from "#shared/kernel/bytes.ts";
import { messageOf } from "#shared/mail/message.ts";
import { valueOf } from "../../contracts/sample-entries.ts";
import { createMailbox, receive, send } from "../../hosts/outlook/mailbox.ts";
import { graphBench, linesOf } from "./graph-bench.ts";

const OWN: GraphMailbox = { kind: "own" };
const SINCE = "2026-11-10T00:00:00Z";

type Mail = {
  readonly from: string;
  readonly id: string;
  readonly date?: string;
  readonly subject?: string;
  readonly answers?: string;
};

const mail = ({ from, id, date, subject, answers }: Mail): Uint8Array =>
  utf8Bytes(
    [
      `From: ${from}`,
      "To: julien@ferronnerie-delorme.example",
      `Subject: ${subject ?? id}`,
      `Date: ${date ?? "Thu, 19 Nov 2026 10:00:00 +0000"}`,
      `Message-ID: <${id}>`,
      ...(answers === undefined ? [] : [`In-Reply-To: <${answers}>`, `References: <${answers}>`]),
      "",
      "Bonjour.",
      "",
    ].join("\r\n"),
  );

const NOTHING: LookedFor = {
  addresses: [],
  threads: [],
  drafts: [],
  filed: new Map(),
  lookedAt: null,
};

const idsOf = (mails: readonly Parameters<typeof messageIdOf>[0][]) => mails.map(messageIdOf);

describe("a look in a mailbox", () => {
  it("finds what came since from those who may have answered, in any folder and in Junk, oldest first", async () => {
    const { mailbox, client } = graphBench();
    const from = "compta@roux.example";
    await receive(mailbox, mail({ from, id: "inbox@x" }));
    await receive(
      mailbox,
      mail({ from, id: "archive@x", date: "Wed, 18 Nov 2026 10:00:00 +0000" }),
      {
        folder: "archive",
      },
    );
    await receive(mailbox, mail({ from, id: "deleted@x" }), { folder: "deleteditems" });
    await receive(mailbox, mail({ from: "Compta <COMPTA@roux.example>", id: "junk@x" }), {
      folder: "junkemail",
    });
    await receive(mailbox, mail({ from, id: "old@x", date: "Mon, 02 Nov 2026 10:00:00 +0000" }));
    await receive(mailbox, mail({ from: "famille@example.org", id: "private@x" }));
    const found = await lookInMailbox(client, OWN, { ...NOTHING, addresses: [from] }, SINCE);
    expect(found.unreached).toEqual([]);
    expect(idsOf(found.mails)[0]).toBe("archive@x");
    expect(new Set(idsOf(found.mails))).toEqual(
      new Set(["archive@x", "inbox@x", "deleted@x", "junk@x"]),
    );
  });

  it("finds an answer of somebody unknown in the thread of a mail of ours", async () => {
    const { mailbox, client } = graphBench();
    const ours = await receive(
      mailbox,
      mail({ from: mailbox.address, id: "ours@x", subject: "FA-117" }),
      {
        folder: "sentitems",
        receivedAt: "2026-11-02T10:00:00Z",
      },
    );
    const theirs = await receive(
      mailbox,
      mail({
        from: "nouveau@roux.example",
        id: "theirs@x",
        subject: "RE: FA-117",
        answers: "ours@x",
      }),
    );
    expect(theirs.conversationId).toBe(ours.conversationId);
    const found = await lookInMailbox(client, OWN, { ...NOTHING, threads: ["ours@x"] }, SINCE);
    expect(idsOf(found.mails)).toEqual(["theirs@x"]);
    const read = messageOf(partsOfMessage(found.mails[0]!));
    expect(read.inReplyTo).toEqual(["ours@x"]);
    expect(read.from?.address).toBe("nouveau@roux.example");
  });

  it("finds reports on mails that did not arrive", async () => {
    const { mailbox, client } = graphBench();
    await receive(mailbox, mail({ from: "postmaster@roux.example", id: "bounce@x" }));
    const found = await lookInMailbox(client, OWN, NOTHING, SINCE);
    expect(idsOf(found.mails)).toEqual(["bounce@x"]);
  });

  it("finds drafts of ours that went out, by Message-ID or by our header, and none that waits", async () => {
    const { mailbox, client } = graphBench();
    const base = {
      from: mailbox.address,
      to: ["compta@roux.example"],
      cc: [],
      subject: "Relance",
      text: "",
      inReplyTo: null,
      references: [],
      attachments: [],
    };
    const drafts = ["R-AAAAAA", "R-BBBBBB", "R-CCCCCC"].map((reference, at) => ({
      reference,
      messageId: `draft-${String(at)}@x`,
    }));
    for (const one of drafts) {
      const draft = { ...base, ...one, html: `<p>${one.reference}</p>` };
      valueOf(await saveDraft(client, { draft, mailbox: OWN, files: [] }));
    }
    const [first, second] = mailbox.mails;
    send(mailbox, first!);
    send(mailbox, second!);
    second!.messageId = "<by-exchange@prod.outlook.com>";
    const found = await lookInMailbox(client, OWN, { ...NOTHING, drafts }, SINCE);
    expect(new Set(idsOf(found.mails))).toEqual(
      new Set(["draft-0@x", "by-exchange@prod.outlook.com"]),
    );
  });

  it("asks in few requests for many, and in halves where Exchange finds the question too hard", async () => {
    const { graph, mailbox, client } = graphBench();
    const addresses = Array.from({ length: 45 }, (_, at) => `d${String(at)}@example.org`);
    for (const at of [3, 14, 44]) {
      await receive(mailbox, mail({ from: addresses[at]!, id: `answer-${String(at)}@x` }));
    }
    graph.fail(/^GET .*d10@example/, 400, "InefficientFilter", { times: 2 });
    const found = await lookInMailbox(client, OWN, { ...NOTHING, addresses }, SINCE);
    expect(found.unreached).toEqual([]);
    expect(found.mails).toHaveLength(3);
    expect(graph.requests.length).toBeLessThan(13);
  });

  it("reads on over pages, and follows only links of Graph's own", async () => {
    const { graph, mailbox, client } = graphBench();
    const from = "compta@roux.example";
    for (let at = 0; at < 120; at += 1) {
      await receive(mailbox, mail({ from, id: `mail-${String(at)}@x` }));
    }
    const found = await lookInMailbox(client, OWN, { ...NOTHING, addresses: [from] }, SINCE);
    expect(found.mails).toHaveLength(120);
    expect(linesOf(graph).filter((line) => line.includes("$skip"))).toHaveLength(2);
  });

  it("stops at its bounds and says what it left", async () => {
    const { graph, mailbox, client } = graphBench();
    const from = "compta@roux.example";
    for (let at = 0; at < 360; at += 1) {
      await receive(mailbox, mail({ from, id: `mail-${String(at)}@x` }));
    }
    const found = await lookInMailbox(client, OWN, { ...NOTHING, addresses: [from] }, SINCE);
    expect(found.mails).toHaveLength(300);
    expect(found.unreached).toContainEqual({
      place: "senders",
      count: 1,
      why: { type: "too-many" },
    });
    expect(graph.requests.length).toBeLessThan(60);
  });

  it("goes on behind what was read before, so that the newest answer is never left for good", async () => {
    const { mailbox, client } = graphBench();
    const from = "compta@roux.example";
    const ids = Array.from({ length: 360 }, (_, at) => `mail-${String(at)}@x`);
    for (const id of ids) await receive(mailbox, mail({ from, id }));
    const wanted = { ...NOTHING, addresses: [from] };
    const first = await lookInMailbox(client, OWN, wanted, SINCE);
    const read = idsOf(first.mails).filter((id) => id !== null);
    const filed = new Map(read.slice(0, 200).map((id) => [id, null] as const));
    const seen = new Set(first.mails.slice(200).map(({ id }) => id));
    const found = await lookInMailbox(client, OWN, { ...wanted, filed }, SINCE, seen);
    expect(found.unreached).toEqual([]);
    expect(new Set([...read, ...idsOf(found.mails)])).toEqual(new Set(ids));
    expect(found.mails).toHaveLength(60);
  });

  it("names what it could not reach, and gives what it could", async () => {
    const { graph, mailbox, client } = graphBench();
    const from = "compta@roux.example";
    await receive(mailbox, mail({ from, id: "inbox@x" }));
    graph.fail(/junkemail/, 403, "ErrorAccessDenied", { times: 9 });
    const found = await lookInMailbox(client, OWN, { ...NOTHING, addresses: [from] }, SINCE);
    expect(idsOf(found.mails)).toEqual(["inbox@x"]);
    expect(found.unreached).toEqual([
      { place: "junk", count: 0, why: { type: "denied", code: "ErrorAccessDenied" } },
    ]);
  });

  it("says of a mailbox that is closed to the person that it is, with one question", async () => {
    const shared = createMailbox({ address: "compta@ferronnerie-delorme.example" });
    const { graph, client } = graphBench();
    const place: GraphMailbox = { kind: "shared", address: shared.address };
    const wanted = { ...NOTHING, threads: ["ours@x"], addresses: ["a@example.org"] };
    const found = await lookInMailbox(client, place, wanted, SINCE);
    expect(found).toEqual({
      mails: [],
      unreached: [{ place: "mailbox", count: 0, why: { type: "absent" } }],
    });
    expect(graph.requests).toHaveLength(1);
  });

  it("lets no address or id out of its quotes", async () => {
    const { graph, mailbox, client } = graphBench();
    await receive(mailbox, mail({ from: "famille@example.org", id: "private@x" }));
    const hostile = "x' or startswith(subject,'";
    const wanted = { ...NOTHING, addresses: [hostile, "o'brien@example.org"], threads: [hostile] };
    const found = await lookInMailbox(client, OWN, wanted, SINCE);
    expect(found).toEqual({ mails: [], unreached: [] });
    expect(graph.unknown).toEqual([]);
  });
});
