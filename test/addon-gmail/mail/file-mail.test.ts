import { describe, expect, it } from "vitest";
import { declareSent, prepareDraft } from "#shared/app/draft-acts.ts";
import { fileMails } from "#shared/app/file-mails.ts";
import { markPaymentsKnown, voidBatch } from "#shared/app/ledger-acts.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import { ok } from "#shared/kernel/result.ts";
import { shownText } from "#shared/kernel/text.ts";
import { draftOf, saveDraft } from "#gmail/script/mail/drafts.ts";
import { filedText } from "#gmail/script/mail/fault-text.ts";
import {
  THREAD_MAILS_MAX,
  fileMessage,
  fileSent,
  fileThread,
  mailToFile,
  withMails,
} from "#gmail/script/mail/file-mail.ts";
import { wholeMessage } from "#gmail/script/mail/open-message.ts";
import { findSent } from "#gmail/script/mail/sent.ts";
import { pathOf, tellMailStory, valueOf } from "./mail-story.ts";
import type { MailStory } from "./mail-story.ts";
import { DEFAULT_TO, json } from "./small-gmail.ts";
import type { SmallMail } from "./small-gmail.ts";

const COMPTA = "Compta <compta@debtor-1.example>";

const nordisOf = (story: MailStory): string => story.accounts.get("Nordis SAS") ?? "";

describe("a mail filed from Gmail", () => {
  it("lies in the vault byte for byte as Google gave it, under the SHA-256 that the entry names", async () => {
    const story = await tellMailStory();
    const mail = story.gmail.put({ from: COMPTA, text: "Payé par chèque, « à réception ».\n" });
    const account = nordisOf(story);
    valueOf(fileMessage(story.mailbox(mail), story.run, { messageId: mail.id, account }));
    const [exchange] = story.state(account).exchanges;
    expect(exchange).toMatchObject({ direction: "in", versions: [{ obtained: "as-received" }] });
    const sha256 = exchange?.versions[0]?.sha256 ?? "";
    expect([...(story.driver.vault.get(sha256) ?? [])]).toEqual([...mail.raw]);
    expect(story.threads).toEqual([mail.threadId]);
  });

  it("is one exhibit however often it is filed", async () => {
    const story = await tellMailStory();
    const mail = story.gmail.put({ from: COMPTA });
    const named = { messageId: mail.id, account: nordisOf(story) };
    valueOf(fileMessage(story.mailbox(mail), story.run, named));
    expect(valueOf(fileMessage(story.mailbox(mail), story.run, named)).undo).toBeNull();
    expect(story.state(named.account).exchanges).toHaveLength(1);
  });

  it("is not filed at all where its bytes could not be had", async () => {
    const story = await tellMailStory();
    const mail = story.gmail.put({ from: COMPTA });
    story.gmail.instead = ({ url }) => (url.endsWith("=raw") ? json(500, {}) : null);
    const named = { messageId: mail.id, account: nordisOf(story) };
    expect(fileMessage(story.mailbox(mail), story.run, named)).toEqual({
      ok: false,
      error: { type: "unavailable", status: 500 },
    });
    expect(story.state(named.account).exchanges).toEqual([]);
  });
});

describe("a whole thread filed from Gmail", () => {
  const threadOf = (story: MailStory, count: number): readonly SmallMail[] => {
    const [first, ...rest] = Array.from({ length: count }, (_, at) => ({
      from: at % 2 === 0 ? COMPTA : DEFAULT_TO,
      to: at % 2 === 0 ? DEFAULT_TO : COMPTA,
      messageId: `<m${String(at)}@debtor-1.example>`,
      text: `Courrier n° ${String(at)}, déjà évoqué.\n`,
      labels: at % 2 === 0 ? ["INBOX"] : ["SENT"],
    }));
    if (first === undefined) return [];
    const opening = story.gmail.put(first);
    return [opening, ...rest.map((one) => story.gmail.put({ ...one, threadId: opening.threadId }))];
  };

  it("takes what it holds, then all words and all bytes in one round, and is one act that one click takes back", async () => {
    const story = await tellMailStory();
    const mails = threadOf(story, 4);
    const [first] = mails;
    const account = nordisOf(story);
    const named = { threadId: first?.threadId ?? "", account };
    const filed = valueOf(fileThread(story.mailbox(first ?? null), story.run, named));
    expect(filed).toMatchObject({ filed: 4, already: 0, left: [] });
    expect(story.rounds.map((round) => round.length)).toEqual([1, 5]);
    expect(story.rounds[1]?.map(pathOf)).toEqual([
      `get /threads/${named.threadId}?format=full`,
      ...mails.map(({ id }) => `get /messages/${id}?format=raw`),
    ]);
    const kept = [...story.driver.vault.values()].map((bytes) => [...bytes]);
    expect(kept).toEqual(mails.map(({ raw }) => [...raw]));
    const { undo } = filed.done ?? { undo: null };
    valueOf(story.run(voidBatch, { batch: undo?.batch ?? "", accounts: undo?.accounts ?? [] }));
    expect(story.state(account).exchanges).toEqual([]);
  });

  it("leaves out what another debtor wrote in it, and names it", async () => {
    const story = await tellMailStory();
    const [first] = threadOf(story, 2);
    const { contacts } = story.state(story.accounts.get("Groupe Valade") ?? "");
    story.gmail.put({
      from: contacts[0]?.email ?? "",
      threadId: first?.threadId ?? "",
      messageId: "<other@debtor-2.example>",
      text: "Et nous payons la LAC-03 le 3 décembre.\n",
    });
    const account = nordisOf(story);
    const named = { threadId: first?.threadId ?? "", account };
    const filed = valueOf(fileThread(story.mailbox(first ?? null), story.run, named));
    expect(filed).toMatchObject({
      filed: 2,
      left: [{ count: 1, why: { type: "other-debtor" } }],
    });
    expect(story.state(account).exchanges).toHaveLength(2);
    const said = filedText(
      filed,
      "fr",
      () => [],
      () => "jeu. 19 nov.",
    );
    expect(said.map(shownText).join("")).toContain("Un autre de vos débiteurs l'a écrit");
  });

  it("leaves drafts and what is filed already, and asks for nothing twice", async () => {
    const story = await tellMailStory();
    const mails = threadOf(story, 3);
    const [first, second] = mails;
    story.gmail.put({ from: DEFAULT_TO, threadId: first?.threadId ?? "", labels: ["DRAFT"] });
    const account = nordisOf(story);
    const mailbox = story.mailbox(first ?? null);
    valueOf(fileMessage(mailbox, story.run, { messageId: second?.id ?? "", account }));
    const asked = story.rounds.length;
    const named = { threadId: first?.threadId ?? "", account };
    const filed = valueOf(fileThread(mailbox, story.run, named));
    expect(filed).toMatchObject({ filed: 2, already: 1 });
    expect(story.rounds.slice(asked).flat().map(pathOf)).not.toContain(
      `get /messages/${second?.id ?? ""}?format=raw`,
    );
    expect(valueOf(fileThread(mailbox, story.run, named))).toMatchObject({
      done: null,
      filed: 0,
      already: 3,
    });
  });

  it("is filed in pieces where it is long, and says how much is left", async () => {
    const story = await tellMailStory();
    const [first] = threadOf(story, THREAD_MAILS_MAX + 5);
    const named = { threadId: first?.threadId ?? "", account: nordisOf(story) };
    const mailbox = story.mailbox(first ?? null);
    const filed = valueOf(fileThread(mailbox, story.run, named));
    expect(filed).toMatchObject({
      filed: THREAD_MAILS_MAX,
      left: [{ count: 5, why: { type: "too-many" } }],
    });
    expect(
      filedText(filed, "fr", () => [], String)
        .map(shownText)
        .join(""),
    ).toContain("Il en reste 5");
    expect(valueOf(fileThread(mailbox, story.run, named))).toMatchObject({
      filed: 5,
      already: THREAD_MAILS_MAX,
      left: [],
    });
  });

  it("of a hundred mails is filed whole by a few clicks, though one is too large and one is refused: both are named, and stand in nobody's way", async () => {
    const story = await tellMailStory();
    const large = { from: COMPTA, messageId: "<large@debtor-1.example>", size: 40 * 1024 * 1024 };
    const first = story.gmail.put(large);
    const rest = Array.from({ length: 99 }, (_, at) =>
      story.gmail.put({
        from: COMPTA,
        messageId: `<h${String(at)}@debtor-1.example>`,
        threadId: first.threadId,
        text: `Courrier ${String(at)}.`,
      }),
    );
    const lost = rest[40]?.id ?? "";
    story.gmail.instead = ({ url }) => (url.endsWith(`${lost}?format=raw`) ? json(403, {}) : null);
    const named = { threadId: first.threadId, account: nordisOf(story) };
    const clicks = Array.from({ length: 5 }, () =>
      valueOf(fileThread(story.mailbox(first), story.run, named)),
    );
    expect(clicks.map(({ filed }) => filed)).toEqual([30, 29, 29, 10, 0]);
    for (const { left } of clicks)
      expect(left).toContainEqual({
        count: 1,
        at: [first.internalDate],
        why: { type: "too-large" },
      });
    expect(clicks[1]?.left).toContainEqual(
      expect.objectContaining({ count: 1, why: { type: "denied", code: "" } }),
    );
    // The bytes of what is too large were asked for by nobody.
    expect(story.rounds.flat().map(pathOf)).not.toContain(`get /messages/${first.id}?format=raw`);
    expect(story.state(named.account).exchanges).toHaveLength(98);
    expect(story.driver.vault.size).toBe(98);
  });

  it("files the others where the bytes of one are not to be had, and names why", async () => {
    const story = await tellMailStory();
    const mails = threadOf(story, 3);
    const [first, , third] = mails;
    story.gmail.instead = ({ url }) =>
      url.endsWith(`${third?.id ?? ""}?format=raw`) ? json(404, {}) : null;
    const named = { threadId: first?.threadId ?? "", account: nordisOf(story) };
    const filed = valueOf(fileThread(story.mailbox(first ?? null), story.run, named));
    expect(filed).toMatchObject({ filed: 2, left: [{ count: 1, why: { type: "absent" } }] });
  });
});

describe("several mails filed as one act", () => {
  it("are told one after the other, as if filed in turn: the same mail twice is one exhibit", async () => {
    const story = await tellMailStory();
    const mail = story.gmail.put({ from: COMPTA });
    const account = nordisOf(story);
    const whole = valueOf(wholeMessage(story.mailbox(mail), { messageId: mail.id }));
    const input = { account, mail: mailToFile(whole) };
    const done = valueOf(story.run(fileMails, { mails: [input, input] }, withMails([whole])));
    expect(done.filed).toEqual([[account], []]);
    expect(story.state(account).exchanges).toHaveLength(1);
    expect(
      story.driver.entries().filter(({ header }) => header.type === "exchange-filed"),
    ).toHaveLength(1);
  });

  it("leave out an account that is not there", async () => {
    const story = await tellMailStory();
    const mail = story.gmail.put({ from: COMPTA });
    const whole = valueOf(wholeMessage(story.mailbox(mail), { messageId: mail.id }));
    const input = { account: "acc-none", mail: mailToFile(whole) };
    const done = valueOf(story.run(fileMails, { mails: [input] }, withMails([whole])));
    expect(done).toMatchObject({ filed: [[]], undo: null });
    expect(story.driver.vault.size).toBe(0);
  });
});

describe("what was sent from Gmail", () => {
  /** A draft under the debtor's mail; answers what it takes to send it. */
  const given = async () => {
    const story = await tellMailStory();
    const account = nordisOf(story);
    const mail = story.gmail.put({ from: COMPTA, messageId: "<q@debtor-1.example>" });
    valueOf(story.run(markPaymentsKnown, { asOf: dateOf("2026-11-19"), source: "bank" }));
    const made = valueOf(story.run(prepareDraft, { account, replyTo: null, salt: "a".repeat(32) }));
    const place = { senderName: null, vault: () => ok(new Map()), open: null };
    valueOf(saveDraft(story.mailbox(mail), { key: made.draft, draft: made.mail }, place));
    /** As Gmail's editor sends it: a Message-ID of its own, no header of ours, the text as it stood. */
    const send = (text = made.mail.text, headers: { name: string; value: string }[] = []) =>
      story.gmail.put({
        from: DEFAULT_TO,
        to: COMPTA,
        messageId: "<CAgmails.own@mail.gmail.com>",
        threadId: mail.threadId,
        labels: ["SENT"],
        date: "Fri, 20 Nov 2026 10:00:00 +0100",
        headers,
        text,
      });
    const find = () =>
      findSent(story.mailbox(mail), story.run, { threadId: mail.threadId, account });
    return { story, account, mail, made, send, find };
  };

  it("is recognised at the next opening by the reference in its foot, filed, and its step is taken", async () => {
    const { story, account, made, send, find } = await given();
    const sent = send();
    const found = find();
    expect(found).toMatchObject({ drafts: [made.draft], fault: null });
    valueOf(fileSent(story.mailbox(sent), story.run, account, found));
    const state = story.state(account);
    expect(state.drafts).toMatchObject([{ draft: made.draft, state: "sent" }]);
    expect(state.acts).toMatchObject([{ draft: made.draft, how: "found" }]);
    expect(state.exchanges).toMatchObject([{ direction: "out" }]);
    expect(draftOf(story.mailbox(null), made.draft)).toBeNull();
    const asked = story.rounds.length;
    expect(find()).toEqual({ mails: [], drafts: [], fault: null });
    expect(story.rounds).toHaveLength(asked);
  });

  it("is recognised by our header where the text was written anew", async () => {
    const { made, send, find } = await given();
    send("Tout autre texte.", [{ name: "X-Relance-Reference", value: made.mail.reference }]);
    expect(find().drafts).toEqual([made.draft]);
  });

  it("gains its bytes where it was only declared sent", async () => {
    const { story, account, made, send, find } = await given();
    valueOf(story.run(declareSent, { account, draft: made.draft }));
    const sent = send();
    valueOf(fileSent(story.mailbox(sent), story.run, account, find()));
    const { acts, exchanges } = story.state(account);
    expect(acts.filter(({ exchange }) => exchange !== null)).toHaveLength(1);
    expect(exchanges.some(({ direction }) => direction === "out")).toBe(true);
  });

  it("is not looked for where no draft waits, and one request tells that nothing went", async () => {
    const { story, account, mail, find } = await given();
    const before = story.rounds.length;
    expect(find().mails).toEqual([]);
    expect(story.rounds.slice(before).flat().map(pathOf)).toEqual([
      `get /threads/${mail.threadId}?format=minimal`,
    ]);
    const other = story.accounts.get("Groupe Valade") ?? "";
    const asked = story.rounds.length;
    findSent(story.mailbox(mail), story.run, { threadId: mail.threadId, account: other });
    expect(story.rounds).toHaveLength(asked);
    expect(account).not.toBe(other);
  });

  it("that is no draft of ours is read once and then left", async () => {
    const { story, send, find } = await given();
    const other = send("Un mot personnel, sans rapport.");
    expect(find().mails).toEqual([]);
    const before = story.rounds.length;
    expect(find().mails).toEqual([]);
    expect(story.rounds.slice(before).flat().map(pathOf).join(" ")).not.toContain(other.id);
  });

  it("is not taken for a draft where a debtor's mail quotes its reference", async () => {
    const { story, mail, made, find } = await given();
    story.gmail.put({
      from: COMPTA,
      threadId: mail.threadId,
      date: "Fri, 20 Nov 2026 11:00:00 +0100",
      text: `Réf. ${made.mail.reference}`,
    });
    expect(find().mails).toEqual([]);
  });
});
