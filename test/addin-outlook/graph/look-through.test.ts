import { describe, expect, it } from "vitest";
import { lookThroughMailboxes } from "#outlook/graph/look-through.ts";
import type { MailboxLook } from "#outlook/graph/look-through.ts";
import { saveDraft } from "#outlook/graph/drafts.ts";
import type { GraphMailbox } from "#outlook/graph/ports.ts";
import { prepareDraft } from "#shared/app/draft-acts.ts";
import { addDebtor, markLooked, markPaymentsKnown, openLedger } from "#shared/app/ledger-acts.ts";
import { recordAct } from "#shared/app/record-act.ts";
import type { Run } from "#shared/app/run.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import { utf8Bytes } from "#shared/kernel/bytes.ts";
import { stateOf } from "../../fixtures/mails.ts";
import { valueOf } from "../../contracts/sample-entries.ts";
import { CREDITOR } from "../../journeys/ledger-story.ts";
import { install, viewOf } from "../../journeys/two-drivers.ts";
import type { Installation } from "../../journeys/two-drivers.ts";
import { receive, send } from "../../hosts/outlook/mailbox.ts";
import { graphBench, linesOf } from "./graph-bench.ts";
import type { GraphBench } from "./graph-bench.ts";

const OWN: GraphMailbox = { kind: "own" };
const CONTACT = "compta@menuiserie-valade.example";

const owing = async (device: Installation): Promise<string> => {
  const { account } = await viewOf(
    device.run(addDebtor, {
      debtor: {
        name: "Menuiserie Valade",
        kind: "business",
        soleTrader: false,
        country: "FR",
        language: "fr",
        siren: null,
        siret: null,
        vatNumber: null,
        phone: null,
        address: null,
      },
      contacts: [{ name: null, email: CONTACT, phone: null, roles: ["chasing"] }],
      group: null,
      evenSo: false,
    }),
  );
  await viewOf(
    device.run(recordAct, {
      account,
      command: {
        type: "record-invoice",
        number: "F-117",
        issuedOn: addDays(device.today, -60),
        currency: "EUR",
        total: 100_000,
        portions: [{ amount: 100_000, dueOn: addDays(device.today, -20), condition: null }],
        order: null,
        source: "hand",
      },
    }),
  );
  return account;
};

const answer = (inReplyTo: string, at: string): Uint8Array =>
  utf8Bytes(
    [
      `From: Odile Valade <${CONTACT}>`,
      `To: ${CREDITOR.addresses[0] ?? ""}`,
      "Subject: Re: Facture F-117",
      `Date: ${new Date(at).toUTCString()}`,
      "Message-ID: <reponse@menuiserie-valade.example>",
      `In-Reply-To: <${inReplyTo}>`,
      `References: <${inReplyTo}>`,
      "Content-Type: text/plain; charset=utf-8",
      "",
      "Bonjour, nous vous payons vendredi.",
      "",
    ].join("\r\n"),
  );

type Given = {
  readonly bench: GraphBench;
  readonly device: Installation;
  readonly account: string;
  readonly messageId: string;
  readonly look: (seen?: Set<string>) => Promise<MailboxLook>;
};

/** A reminder that was drafted by Graph and sent by the person, and the debtor's answer to it. */
const given = async (): Promise<Given> => {
  const bench = graphBench([], CREDITOR.addresses[0]);
  const device = await install("asynchronous", "wri-look");
  await viewOf(device.run(openLedger, { creditor: CREDITOR, ownInvoices: true }));
  const account = await owing(device);
  await viewOf(device.run(markPaymentsKnown, { asOf: device.today, source: "bank" }));
  await viewOf(device.run(markLooked, { accounts: [], where: "by-hand" }));
  const input = { account, replyTo: null, salt: "e5".repeat(16) };
  const { mail } = await viewOf(device.run(prepareDraft, input));
  valueOf(await saveDraft(bench.client, { draft: mail, mailbox: OWN, files: [] }));
  const run: Run = ((useCase: never, one: never, options: { bytes?: never } = {}) =>
    device.run(useCase, one, options.bytes)) as unknown as Run;
  const look = (seen = new Set<string>()): Promise<MailboxLook> =>
    lookThroughMailboxes({
      client: bench.client,
      run,
      mailboxes: [OWN],
      now: () => `${addDays(device.today, 1)}T09:00:00.000Z`,
      seen,
    });
  return { bench, device, account, messageId: mail.messageId, look };
};

describe("a look through the mailboxes", () => {
  it("finds the reminder that went out and the answer to it, and files both untagged", async () => {
    const { bench, device, account, messageId, look } = await given();
    const [draft] = bench.mailbox.mails;
    send(bench.mailbox, draft!);
    await receive(bench.mailbox, answer(messageId, `${device.today}T10:00:00Z`));
    const done = await look();
    expect(done).toMatchObject({
      looked: 2,
      filed: [account, account],
      unreached: [],
      fault: null,
    });
    expect(done.isMarked).toBe(true);
    const { acts, exchanges } = await stateOf(device, account);
    expect(acts.map(({ how }) => how)).toEqual(["found"]);
    expect(exchanges.map(({ direction, tagged }) => [direction, tagged])).toEqual([
      ["out", null],
      ["in", null],
    ]);
    expect(exchanges.flatMap(({ versions }) => versions.map((one) => one.obtained))).toEqual([
      "regenerated",
      "regenerated",
    ]);
  });

  it("fetches no bytes again of what is filed, and files nothing twice", async () => {
    const { bench, device, account, messageId, look } = await given();
    await receive(bench.mailbox, answer(messageId, `${device.today}T10:00:00Z`));
    expect((await look()).filed).toEqual([account]);
    const before = bench.graph.requests.length;
    expect(await look()).toMatchObject({ looked: 0, filed: [] });
    const again = linesOf(bench.graph).slice(before);
    expect(again.filter((line) => line.endsWith("/$value"))).toEqual([]);
  });

  it("does not write the look down where something could not be reached: silence would be taken for no answer", async () => {
    const { bench, device, account, messageId, look } = await given();
    await receive(bench.mailbox, answer(messageId, `${device.today}T10:00:00Z`));
    bench.graph.fail(/junkemail/, 403, "ErrorAccessDenied", { times: 9 });
    const done = await look();
    expect(done).toMatchObject({ filed: [account], isMarked: false });
    expect(done.unreached.map(({ place }) => place)).toEqual(["junk"]);
  });

  it("says that it could not look at all where there is no network", async () => {
    const { bench, look } = await given();
    bench.graph.isOffline = true;
    const done = await look();
    expect(done).toMatchObject({ looked: 0, filed: [], isMarked: false });
    expect(done.unreached).toContainEqual({
      place: "mailbox",
      count: 0,
      why: { type: "offline" },
      mailbox: OWN,
    });
  });
});
