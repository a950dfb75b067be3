import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import { discardDraft as discardDraftCase, prepareDraft } from "#shared/app/draft-acts.ts";
import { markPaymentsKnown } from "#shared/app/ledger-acts.ts";
import type { MailDraft } from "#shared/app/use-case.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import { ok } from "#shared/kernel/result.ts";
import { shownText } from "#shared/kernel/text.ts";
import { decodedWords } from "#shared/mail/encoded-words.ts";
import { draftActs, retryDraft } from "#gmail/script/mail/draft-acts.ts";
import { forgetOldDrafts } from "#gmail/script/mail/draft-memory.ts";
import { draftOf, saveDraft } from "#gmail/script/mail/drafts.ts";
import { draftFaultText, savedDraftText } from "#gmail/script/mail/fault-text.ts";
import type { DraftPlace, SavedDraft } from "#gmail/script/mail/mail.ts";
import { openMessage } from "#gmail/script/mail/open-message.ts";
import { probeReach, reachOf } from "#gmail/script/mail/reach.ts";
import { pathOf, tellMailStory, valueOf } from "./mail-story.ts";
import type { MailStory } from "./mail-story.ts";
import { headersOf, refused } from "./small-gmail.ts";
import type { SmallMail } from "./small-gmail.ts";

const NORDIS = "Nordis SAS";
const REPLY = {
  from: "Compta Nordis <compta@debtor-1.example>",
  subject: "LAC-01 : état du paiement",
  messageId: "<reponse.1@debtor-1.example>",
  headers: [{ name: "References", value: "<premier@menuiserie-lacombe.example>" }],
  text: "Nous revenons vers vous au sujet de LAC-01.",
};

const placeOf = (
  story: MailStory,
  mail: SmallMail | null,
  files = new Map<string, Uint8Array>(),
): DraftPlace => ({
  senderName: "Menuiserie Lacombe",
  vault: (names) => ok(new Map(names.map((name) => [name, files.get(name) ?? null]))),
  open: mail === null ? null : valueOf(openMessage(story.mailbox(mail), { messageId: mail.id })),
});

/** The draft that the core decides on for the open reply. */
const decide = (
  story: MailStory,
  place: DraftPlace,
): { readonly key: string; readonly draft: MailDraft } => {
  const account = story.accounts.get(NORDIS) ?? "";
  valueOf(story.run(markPaymentsKnown, { asOf: dateOf("2026-11-19"), source: "bank" }));
  const replyTo = place.open?.message ?? null;
  const made = valueOf(story.run(prepareDraft, { account, replyTo, salt: "a".repeat(32) }));
  return { key: made.draft, draft: made.mail };
};

const draftBytes = (story: MailStory, saved: SavedDraft): string =>
  Buffer.from(story.gmail.mails.get(saved.messageId)?.raw ?? []).toString("latin1");

const headerOf = (words: string, name: string): string | undefined =>
  headersOf(words).find((one) => one.name === name)?.value;

describe("a draft in Gmail", () => {
  it("answers in the open thread with exact headers, to whom the core says and nobody else", async () => {
    const story = await tellMailStory();
    const mail = story.gmail.put(REPLY);
    const place = placeOf(story, mail);
    const { key, draft } = decide(story, place);
    const saved = valueOf(saveDraft(story.mailbox(mail), { key, draft }, place));
    const words = draftBytes(story, saved);
    expect(saved).toMatchObject({ threadId: mail.threadId, thread: "reply", notAttached: [] });
    expect(headerOf(words, "In-Reply-To")).toBe("<reponse.1@debtor-1.example>");
    expect(headerOf(words, "References")).toBe(
      "<premier@menuiserie-lacombe.example> <reponse.1@debtor-1.example>",
    );
    expect(headerOf(words, "X-Relance-Reference")).toBe(draft.reference);
    expect(headerOf(words, "Message-ID")).toBe(`<${draft.messageId}>`);
    expect(decodedWords(headerOf(words, "Subject") ?? "")).toBe("Re: LAC-01 : état du paiement");
    expect(headerOf(words, "To")).toBe("<compta@debtor-1.example>");
    expect(headersOf(words).map(({ name }) => name)).not.toContain("Cc");
    expect(headersOf(words).map(({ name }) => name)).not.toContain("X-Unsent");
    expect(saved.link).toBe(`https://mail.google.com/mail/#all/${mail.threadId}`);
  });

  it("is made once, however often it is asked for", async () => {
    const story = await tellMailStory();
    const mail = story.gmail.put(REPLY);
    const place = placeOf(story, mail);
    const act = decide(story, place);
    const first = valueOf(saveDraft(story.mailbox(mail), act, place));
    const again = valueOf(saveDraft(story.mailbox(mail), act, place));
    expect(again).toEqual({ ...first, thread: "kept" });
    expect(draftOf(story.mailbox(null), act.key)).toEqual({ ...first, thread: "kept" });
    expect(story.gmail.drafts.size).toBe(1);
  });

  it("begins a thread of its own where no mail is open, and opens among the drafts of the right account", async () => {
    const story = await tellMailStory();
    const place = placeOf(story, null);
    const { key, draft } = decide(story, place);
    const open = {
      threadId: "1",
      message: valueOf(
        openMessage(story.mailbox(story.gmail.put({ from: "x@y.example" })), {
          messageId: [...story.gmail.mails.keys()][0] ?? "",
        }),
      ).message,
      mailbox: "claire@menuiserie-lacombe.example",
    };
    const saved = valueOf(saveDraft(story.mailbox(null), { key, draft }, { ...place, open }));
    expect(saved.thread).toBe("new");
    expect(saved.link).toBe(
      `https://mail.google.com/mail/?authuser=claire%40menuiserie-lacombe.example#drafts?compose=${saved.messageId}`,
    );
  });

  it("never joins the open thread when it answers a mail of another", async () => {
    const story = await tellMailStory();
    const place = placeOf(story, story.gmail.put(REPLY));
    const { key, draft } = decide(story, place);
    const stranger = story.gmail.put({ from: "x@y.example", subject: "Autre chose" });
    const elsewhere = {
      ...place,
      open: valueOf(openMessage(story.mailbox(stranger), { messageId: stranger.id })),
    };
    const saved = valueOf(saveDraft(story.mailbox(stranger), { key, draft }, elsewhere));
    expect(saved.thread).toBe("new");
    expect(saved.threadId).not.toBe(stranger.threadId);
    const told = savedDraftText(saved, true, "fr").map(shownText).join("");
    expect(told).toContain("nouveau fil");
  });

  it("finds the thread by a search where the whole mailbox is in reach, unless the Message-ID could be a search itself", async () => {
    const story = await tellMailStory();
    story.gmail.reach = "mailbox";
    expect(probeReach(story.mailbox(null))).toEqual({
      kind: "mailbox",
      address: "claire@menuiserie-lacombe.example",
    });
    const mail = story.gmail.put(REPLY);
    const { key, draft } = decide(story, placeOf(story, mail));
    const saved = valueOf(saveDraft(story.mailbox(null), { key, draft }, placeOf(story, null)));
    expect(saved).toMatchObject({ thread: "reply", threadId: mail.threadId });
    const crafted = {
      ...draft,
      inReplyTo: "x}from:patron@menuiserie-lacombe.example{",
      messageId: "autre@menuiserie-lacombe.example",
    };
    const before = story.rounds.length;
    const other = valueOf(
      saveDraft(story.mailbox(null), { key: "draft-other", draft: crafted }, placeOf(story, null)),
    );
    expect(other.thread).toBe("new");
    expect(story.rounds.slice(before).flat().map(pathOf)).toEqual(["post /drafts"]);
  });

  it("is made in a new thread where the old one has gone", async () => {
    const story = await tellMailStory();
    const mail = story.gmail.put(REPLY);
    const place = placeOf(story, mail);
    const act = decide(story, place);
    story.gmail.mails.delete(mail.id);
    expect(valueOf(saveDraft(story.mailbox(mail), act, place)).thread).toBe("new");
  });

  it("takes its files out of the vault, and is made without one that is gone, by its name", async () => {
    const story = await tellMailStory();
    const mail = story.gmail.put(REPLY);
    const there = "a".repeat(64);
    const pdf = Uint8Array.from({ length: 300 }, (_, at) => at % 256);
    const place = placeOf(story, mail, new Map([[there, pdf]]));
    const { key, draft } = decide(story, place);
    const attachments = [
      { name: "LAC-01.pdf", type: "application/pdf", sha256: there },
      { name: "LAC-02.pdf", type: "application/pdf", sha256: "b".repeat(64) },
    ];
    const saved = valueOf(
      saveDraft(story.mailbox(mail), { key, draft: { ...draft, attachments } }, place),
    );
    expect(saved.notAttached).toEqual(["LAC-02.pdf"]);
    const words = draftBytes(story, saved);
    expect(words).toContain('filename="LAC-01.pdf"');
    const base64 = Buffer.from(pdf).toString("base64");
    expect(words.replace(/\r\n/g, "")).toContain(base64);
    expect(savedDraftText(saved, true, "en").map(shownText).join("")).toContain("LAC-02.pdf");
  });

  it("goes up as it is when it is large: the same bytes, in the same thread", async () => {
    const story = await tellMailStory();
    const mail = story.gmail.put(REPLY);
    const name = "c".repeat(64);
    const pdf = new Uint8Array(4_000_000).fill(200);
    const place = placeOf(story, mail, new Map([[name, pdf]]));
    const { key, draft } = decide(story, place);
    const attachments = [{ name: "plan.pdf", type: "application/pdf", sha256: name }];
    const saved = valueOf(
      saveDraft(story.mailbox(mail), { key, draft: { ...draft, attachments } }, place),
    );
    expect(saved).toMatchObject({ thread: "reply", threadId: mail.threadId });
    expect(story.rounds[story.rounds.length - 1]?.[0]?.url).toContain("/upload/gmail/v1/");
    expect(draftBytes(story, saved).endsWith("--\r\n")).toBe(true);
    expect(headerOf(draftBytes(story, saved), "X-Relance-Reference")).toBe(draft.reference);
  });

  it("is refused whole when an address could add a header, and nothing is asked of Gmail", async () => {
    const story = await tellMailStory();
    const place = placeOf(story, null);
    const { key, draft } = decide(story, place);
    const crafted = { ...draft, to: ["a@b.example\r\nBcc: all@world.example"] };
    const asked = story.rounds.length;
    expect(saveDraft(story.mailbox(null), { key, draft: crafted }, place)).toMatchObject({
      ok: false,
    });
    expect(story.rounds).toHaveLength(asked);
    expect(story.gmail.drafts.size).toBe(0);
  });
});

describe("a draft whose making nobody could see", () => {
  /** Gmail makes it, and the answer is lost on the way. */
  const lost = (story: MailStory): void => {
    story.gmail.instead = (request) => {
      if (request.method !== "post") return null;
      story.gmail.instead = null;
      story.gmail.answer(request);
      return refused(503, "backendError");
    };
  };

  it("is found in its thread when it is tried again", async () => {
    const story = await tellMailStory();
    const mail = story.gmail.put(REPLY);
    const place = placeOf(story, mail);
    const act = decide(story, place);
    lost(story);
    expect(saveDraft(story.mailbox(mail), act, place)).toMatchObject({
      error: { type: "unavailable" },
    });
    const again = valueOf(saveDraft(story.mailbox(mail), act, place));
    expect(again).toMatchObject({ thread: "kept", id: null, threadId: mail.threadId });
    expect(story.gmail.drafts.size).toBe(1);
  });

  it("is found in its thread as well where the public manifest has come back since the mailbox was in reach", async () => {
    const story = await tellMailStory();
    story.gmail.reach = "mailbox";
    probeReach(story.mailbox(null));
    story.gmail.reach = "thread";
    const mail = story.gmail.put(REPLY);
    const place = placeOf(story, mail);
    const act = decide(story, place);
    lost(story);
    expect(saveDraft(story.mailbox(mail), act, place).ok).toBe(false);
    const again = valueOf(saveDraft(story.mailbox(mail), act, place));
    expect(again).toMatchObject({ thread: "kept", threadId: mail.threadId });
    expect(reachOf(story.mailbox(null))).toEqual({ kind: "thread" });
    expect(story.gmail.drafts.size).toBe(1);
  });

  it("is found by a search where the whole mailbox is in reach", async () => {
    const story = await tellMailStory();
    story.gmail.reach = "mailbox";
    probeReach(story.mailbox(null));
    const act = decide(story, placeOf(story, null));
    lost(story);
    expect(saveDraft(story.mailbox(null), act, placeOf(story, null)).ok).toBe(false);
    const again = valueOf(saveDraft(story.mailbox(null), act, placeOf(story, null)));
    expect(again.thread).toBe("kept");
    expect(again.id).not.toBeNull();
    expect(story.gmail.drafts.size).toBe(1);
  });

  it("is left to the person to look for where neither can tell, and made once they have", async () => {
    const story = await tellMailStory();
    const place = placeOf(story, null);
    const act = decide(story, place);
    story.gmail.instead = ({ method }) => (method === "post" ? refused(503, "backendError") : null);
    expect(saveDraft(story.mailbox(null), act, place).ok).toBe(false);
    story.gmail.instead = null;
    const again = saveDraft(story.mailbox(null), act, place);
    expect(again).toEqual({ ok: false, error: { type: "draft-uncertain" } });
    const told = draftFaultText({ type: "draft-uncertain" }, "fr", () => []);
    expect(told.map(shownText).join("")).toContain("Regardez dans Brouillons");
    expect(story.gmail.drafts.size).toBe(0);
    expect(valueOf(saveDraft(story.mailbox(null), act, { ...place, again: true })).thread).toBe(
      "new",
    );
    expect(story.gmail.drafts.size).toBe(1);
  });

  it("is simply tried again where Gmail said no", async () => {
    const story = await tellMailStory();
    const place = placeOf(story, null);
    const act = decide(story, place);
    story.gmail.instead = ({ method }) =>
      method === "post" ? refused(403, "rateLimitExceeded") : null;
    expect(saveDraft(story.mailbox(null), act, place)).toMatchObject({
      error: { type: "throttled" },
    });
    story.gmail.instead = null;
    expect(saveDraft(story.mailbox(null), act, place).ok).toBe(true);
    expect(story.gmail.drafts.size).toBe(1);
  });

  it("keeps its words for the next click, since the ledger has it as prepared already", async () => {
    const story = await tellMailStory();
    const place = placeOf(story, null);
    const { key, draft } = decide(story, place);
    story.gmail.instead = ({ method }) =>
      method === "post" ? refused(429, "rateLimitExceeded") : null;
    const acts = draftActs(story.mailbox(null), place);
    expect(acts.act({ kind: "save-draft", key, draft })).toEqual({
      ok: false,
      error: { type: "act-failed", key, detail: "throttled" },
    });
    expect(acts.faults.get(key)).toEqual({ type: "throttled" });
    story.gmail.instead = null;
    const again = retryDraft(story.mailbox(null), key, place);
    expect(again?.ok).toBe(true);
    expect(retryDraft(story.mailbox(null), key, place)).toBeNull();
    expect(story.gmail.drafts.size).toBe(1);
  });
});

describe("a draft that is discarded", () => {
  it("goes from Gmail too, once", async () => {
    const story = await tellMailStory();
    const place = placeOf(story, null);
    const act = decide(story, place);
    valueOf(saveDraft(story.mailbox(null), act, place));
    const account = story.accounts.get(NORDIS) ?? "";
    valueOf(story.run(discardDraftCase, { account, draft: act.key }));
    const acts = draftActs(story.mailbox(null), place);
    expect(acts.act({ kind: "discard-draft", key: act.key }).ok).toBe(true);
    expect(acts.discarded.get(act.key)).toBe("removed");
    expect(story.gmail.drafts.size).toBe(0);
    const again = draftActs(story.mailbox(null), place);
    again.act({ kind: "discard-draft", key: act.key });
    expect(again.discarded.get(act.key)).toBe("unknown");
  });

  it("is left where it has gone out already", async () => {
    const story = await tellMailStory();
    const place = placeOf(story, null);
    const act = decide(story, place);
    valueOf(saveDraft(story.mailbox(null), act, place));
    story.gmail.drafts.clear();
    const acts = draftActs(story.mailbox(null), place);
    acts.act({ kind: "discard-draft", key: act.key });
    expect(acts.discarded.get(act.key)).toBe("left");
  });
});

describe("what is remembered of drafts", () => {
  it("goes after four months, and before that where there are too many", async () => {
    const story = await tellMailStory();
    const { services } = story.mailbox(null);
    const day = 24 * 60 * 60 * 1000;
    const now = services.now();
    const row = (at: number) => JSON.stringify(["made", at, "r-1", "1", "1", false]);
    services.properties.write({
      "gmail-draft:old": row(now - 121 * day),
      "gmail-draft:young": row(now - day),
      "gmail-draft:odd": "{not json",
      other: "kept",
    });
    for (let at = 0; at < 400; at += 1)
      services.properties.write({ [`gmail-draft:n${String(at)}`]: row(now - 2 * day - at) });
    expect(forgetOldDrafts(services)).toBe(3);
    const left = services.properties.readAll();
    expect(Object.keys(left).filter((name) => name.startsWith("gmail-draft:"))).toHaveLength(400);
    expect(left["gmail-draft:young"]).toBeDefined();
    expect(left["other"]).toBe("kept");
  });

  it("is nothing where somebody wrote other words under its name", async () => {
    const story = await tellMailStory();
    const { services } = story.mailbox(null);
    services.properties.write({
      "gmail-draft:d": JSON.stringify(["made", 1, "r-1", "../x", "1", false]),
    });
    expect(draftOf(story.mailbox(null), "d")).toBeNull();
  });
});
