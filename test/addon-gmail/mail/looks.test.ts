import { describe, expect, it } from "vitest";
import { prepareDraft } from "#shared/app/draft-acts.ts";
import { markPaymentsKnown } from "#shared/app/ledger-acts.ts";
import { whatToLookFor } from "#shared/app/look-for.ts";
import type { LookedFor } from "#shared/app/look-for.ts";
import { recordAct } from "#shared/app/record-act.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import { shownText } from "#shared/kernel/text.ts";
import { lastLookText, lookedText } from "#gmail/script/mail/fault-text.ts";
import { lastLookIn, noteLook, placeOfNext } from "#gmail/script/mail/look-memory.ts";
import {
  DRAFT_QUERIES_MAX,
  FIRST_PLACE,
  QUERIES_MAX,
  lookQueries,
} from "#gmail/script/mail/look-queries.ts";
import { LOOK_MAILS_MAX, lookForAnswers } from "#gmail/script/mail/looks.ts";
import { labelMessages, turnLabels } from "#gmail/script/mail/labels.ts";
import type { Looked } from "#gmail/script/mail/mail.ts";
import { reachOf } from "#gmail/script/mail/reach.ts";
import { pathOf, tellMailStory, valueOf } from "./mail-story.ts";
import type { MailStory } from "./mail-story.ts";
import { DEFAULT_TO, refused } from "./small-gmail.ts";

const given = async (): Promise<MailStory> => {
  const story = await tellMailStory();
  story.gmail.reach = "mailbox";
  return story;
};

const look = (story: MailStory, minutes = 4): Looked =>
  lookForAnswers(story.mailbox(null), story.run, { until: story.user.now + minutes * 60_000 });

const told = (looked: Looked): string =>
  lookedText(looked, "fr", () => [])
    .map(shownText)
    .join("")
    .replace(/\u00a0/g, " ");

describe("a look of the full manifest", () => {
  it("files what debtors answered, in all mail and in spam, untagged, and says how many are to be read", async () => {
    const story = await given();
    story.gmail.put({ from: "compta@debtor-1.example", text: "Nous réglons vendredi." });
    story.gmail.put({
      from: "compta@debtor-2.example",
      labels: ["SPAM"],
      text: "Facture contestée.",
    });
    story.gmail.put({
      from: "compta@debtor-2.example",
      labels: [],
      text: "Rappel de notre litige.",
    });
    const looked = look(story);
    expect(looked).toMatchObject({ read: 3, unreached: [], isMarked: true, fault: null });
    expect(told(looked)).toBe("3 réponses à lire");
    const nordis = story.state(story.accounts.get("Nordis SAS") ?? "");
    expect(nordis.exchanges).toMatchObject([{ direction: "in", tagged: null }]);
    expect(story.state(story.accounts.get("Groupe Valade") ?? "").exchanges).toHaveLength(2);
  });

  it("asks for no word and no byte of anybody else's mail", async () => {
    const story = await given();
    const stranger = story.gmail.put({ from: "ami@elsewhere.example", text: "Dimanche ?" });
    expect(look(story)).toMatchObject({ read: 0, filed: [], isMarked: true });
    expect(story.rounds.flat().map(pathOf).join(" ")).not.toContain(stranger.id);
    expect(told(look(story))).toBe("Aucune nouvelle réponse.");
  });

  it("finds nothing new the second time, and reads nothing again", async () => {
    const story = await given();
    story.gmail.put({ from: "compta@debtor-1.example" });
    look(story);
    const before = story.rounds.length;
    expect(look(story)).toMatchObject({ read: 0, filed: [], isMarked: true });
    expect(story.rounds.slice(before).flat().map(pathOf).join(" ")).not.toContain("format=");
  });

  it("finds a draft that went out by the reference in its foot, and what was answered to it from another address", async () => {
    const story = await given();
    const account = story.accounts.get("Nordis SAS") ?? "";
    valueOf(story.run(markPaymentsKnown, { asOf: dateOf("2026-11-19"), source: "bank" }));
    const made = valueOf(story.run(prepareDraft, { account, replyTo: null, salt: "b".repeat(32) }));
    const sent = story.gmail.put({
      from: DEFAULT_TO,
      to: "compta@debtor-1.example",
      messageId: "<CA1@mail.gmail.com>",
      labels: ["SENT"],
      date: "Fri, 20 Nov 2026 09:00:00 +0100",
      text: made.mail.text,
    });
    const bounce = story.gmail.put({
      from: "mailer-daemon@googlemail.com",
      threadId: sent.threadId,
      date: "Fri, 20 Nov 2026 09:01:00 +0100",
      headers: [{ name: "References", value: "<CA1@mail.gmail.com>" }],
      text: "Address not found",
    });
    const looked = look(story);
    const state = story.state(account);
    expect(state.drafts).toMatchObject([{ state: "sent" }]);
    expect(state.exchanges.map(({ direction }) => direction).sort()).toEqual(["in", "out"]);
    expect(looked.filed).toEqual([account, account]);
    expect(story.threads).toEqual(expect.arrayContaining([sent.threadId, bounce.threadId]));
  });

  it("is refused under the public manifest, says so, and counts as no look", async () => {
    const story = await tellMailStory();
    const looked = look(story);
    expect(looked).toMatchObject({
      isMarked: false,
      unreached: [{ place: "mailbox", count: 0, why: { type: "denied" } }],
    });
    expect(told(looked)).toBe(
      "Pas examiné : la boîte. Cette installation de Relance n'a pas le droit de chercher dans toute la boîte.",
    );
    expect(valueOf(story.run(whatToLookFor, null)).lookedAt).toBeNull();
  });

  it("names what it could not reach, and is then no look either", async () => {
    const story = await given();
    const one = story.gmail.put({ from: "compta@debtor-1.example" });
    story.gmail.put({ from: "compta@debtor-2.example" });
    story.gmail.instead = ({ url }) =>
      url.includes(`${one.id}?format=full`) ? refused(503, "backendError") : null;
    const looked = look(story);
    expect(looked).toMatchObject({
      isMarked: false,
      unreached: [{ place: "messages", count: 1, why: { type: "unavailable" } }],
    });
    expect(looked.filed).toHaveLength(1);
    story.gmail.instead = null;
    expect(look(story)).toMatchObject({ isMarked: true, unreached: [] });
    expect(story.state(story.accounts.get("Nordis SAS") ?? "").exchanges).toHaveLength(1);
  });

  it("counts a mail whose bytes did not come as not looked at, and files it the next time", async () => {
    const story = await given();
    const one = story.gmail.put({ from: "compta@debtor-1.example", text: "Déjà payé le 12." });
    story.gmail.instead = ({ url }) =>
      url.includes(`${one.id}?format=raw`) ? refused(429, "rateLimitExceeded") : null;
    expect(look(story)).toMatchObject({
      filed: [],
      isMarked: false,
      unreached: [{ place: "messages", count: 1, why: { type: "throttled" } }],
    });
    // Once more in the same want: what was lost is still no mail that was looked at.
    expect(look(story)).toMatchObject({ isMarked: false });
    story.gmail.instead = null;
    expect(look(story)).toMatchObject({ isMarked: true, unreached: [] });
    expect(story.state(story.accounts.get("Nordis SAS") ?? "").exchanges).toHaveLength(1);
  });

  it("that Google ends by force loses nothing: the next one files the rest, and nothing twice", async () => {
    const story = await given();
    for (let at = 0; at < 2; at += 1)
      story.gmail.put({
        from: `compta@debtor-${String(at + 1)}.example`,
        date: `Thu, 19 Nov 2026 1${String(at)}:00:00 +0100`,
        messageId: `<cut${String(at)}@debtor-1.example>`,
      });
    let filings = 0;
    const ended: MailStory["run"] = (useCase, input, options) => {
      if (useCase.name === "file-mails") filings += 1;
      if (filings === 2) throw new Error("Exceeded maximum execution time");
      return story.run(useCase, input, options);
    };
    expect(() =>
      lookForAnswers(story.mailbox(null), ended, { until: story.user.now + 60_000 }),
    ).toThrow("maximum execution time");
    expect(look(story)).toMatchObject({ isMarked: true, unreached: [] });
    const filed = [...story.accounts.values()].flatMap((one) => story.state(one).exchanges);
    expect(filed.map(({ messageId }) => messageId ?? "").sort()).toEqual([
      "cut0@debtor-1.example",
      "cut1@debtor-1.example",
    ]);
  });

  it("leaves what its time does not bear between two debtors, and files it the next time", async () => {
    const story = await given();
    for (let at = 0; at < 2; at += 1)
      story.gmail.put({
        from: `compta@debtor-${String(at + 1)}.example`,
        date: `Thu, 19 Nov 2026 1${String(at)}:00:00 +0100`,
        messageId: `<late${String(at)}@debtor-1.example>`,
      });
    const until = story.user.now + 60_000;
    const slow: MailStory["run"] = (useCase, input, options) => {
      if (useCase.name === "file-mails") story.user.now += 61_000;
      return story.run(useCase, input, options);
    };
    const cut = lookForAnswers(story.mailbox(null), slow, { until });
    expect(cut).toMatchObject({ isMarked: false, fault: null });
    expect(cut.filed).toHaveLength(1);
    expect(cut.unreached.map(({ why }) => why.type)).toEqual(["out-of-time"]);
    expect(look(story).filed).toHaveLength(1);
  });

  it("asks no more, where all that it reads is filed, than Gmail bears in a minute", () => {
    const [search, message, bytes] = [5, 20, 20];
    expect(QUERIES_MAX * search + LOOK_MAILS_MAX * (message + bytes)).toBeLessThan(6_000);
  });

  it("goes on where it stopped when there was too much for one time", async () => {
    const story = await given();
    for (let at = 0; at < LOOK_MAILS_MAX + 20; at += 1)
      story.gmail.put({
        from: "compta@debtor-1.example",
        messageId: `<long${String(at)}@debtor-1.example>`,
        // Before the oldest open invoice: read, and not filed.
        date: "Mon, 02 Feb 2026 09:00:00 +0100",
      });
    for (const mail of story.gmail.mails.values())
      story.gmail.mails.set(mail.id, { ...mail, internalDate: Date.parse("2026-11-18") });
    const first = look(story);
    expect(first).toMatchObject({
      read: LOOK_MAILS_MAX,
      isMarked: false,
      unreached: [{ place: "messages", count: 20, why: { type: "too-many" } }],
    });
    expect(look(story)).toMatchObject({ read: 20, isMarked: true, unreached: [] });
  });

  it("stops when its time is over and says so", async () => {
    const story = await given();
    story.gmail.put({ from: "compta@debtor-1.example" });
    const looked = look(story, 0);
    expect(looked).toMatchObject({
      isMarked: false,
      unreached: [{ place: "messages", count: 1, why: { type: "out-of-time" } }],
    });
    expect(told(looked)).toContain("dans une heure");
  });
});

describe("what a look leaves behind", () => {
  it("is told on the day's card: how many are to be read, and what was not reached", async () => {
    const story = await given();
    const { services } = story.mailbox(null);
    expect(lastLookIn(services.properties.readAll())).toBeNull();
    story.gmail.put({ from: "compta@debtor-1.example" });
    look(story, 4);
    const last = lastLookIn(services.properties.readAll());
    expect(last).toMatchObject({ filed: 1, unreached: [], isStopped: false });
    story.gmail.put({
      from: "compta@debtor-1.example",
      messageId: "<second@debtor-1.example>",
      date: "Fri, 20 Nov 2026 09:00:00 +0100",
    });
    look(story, 0);
    const words = lastLookIn(services.properties.readAll());
    expect(words === null ? [] : lastLookText(words, "en").map(shownText).join("")).toBe(
      "Not looked at: messages (1). The time that Google allows has passed: the rest in an hour.",
    );
    services.properties.write({ "gmail-look": '{"at":1,"filed":-1}' });
    expect(lastLookIn(services.properties.readAll())).toBeNull();
  });

  it("is what tells whoever writes drafts that the whole mailbox is in reach", async () => {
    const story = await given();
    look(story);
    expect(reachOf(story.mailbox(null))).toEqual({ kind: "mailbox", address: DEFAULT_TO });
    story.gmail.reach = "thread";
    look(story);
    expect(reachOf(story.mailbox(null))).toEqual({ kind: "thread" });
  });

  it("labels answers where labels are on, and no mail of a debtor held for illness", async () => {
    const story = await given();
    turnLabels(story.mailbox(null), true);
    const ill = story.accounts.get("Groupe Valade") ?? "";
    valueOf(
      story.run(recordAct, {
        account: ill,
        command: {
          type: "place-sensitive-hold",
          on: dateOf("2026-11-19"),
          reason: "illness",
          note: null,
        },
      }),
    );
    const one = story.gmail.put({ from: "compta@debtor-1.example" });
    const other = story.gmail.put({ from: "compta@debtor-2.example" });
    look(story);
    const names = (mail: typeof one) => [...mail.labels].map((id) => story.gmail.labels.get(id));
    expect(names(one)).toEqual(["INBOX", "Relance/À lire"]);
    expect(names(other)).toEqual(["INBOX"]);
    expect(story.state(ill).exchanges).toHaveLength(1);
  });
});

describe("the searches of a look", () => {
  const wanted = (addresses: readonly string[], references: readonly string[] = []): LookedFor => ({
    addresses,
    threads: [],
    drafts: references.map((reference) => ({ messageId: null, reference })),
    filed: new Map(),
    lookedAt: null,
  });
  const ROOT_CHARS = "https://gmail.googleapis.com/gmail/v1/users/me".length;

  it("keep within what an address may hold, for a thousand debtors", () => {
    const addresses = Array.from(
      { length: 1_000 },
      (_, at) => `comptabilite.fournisseurs+${String(at)}@societe-${String(at)}.example`,
    );
    const { queries, unreached } = lookQueries(wanted(addresses), 0);
    for (const { path } of queries) expect(ROOT_CHARS + path.length).toBeLessThan(2_000);
    expect(unreached).toEqual([]);
    const searched = queries.map(({ path }) => decodeURIComponent(path)).join(" ");
    for (const address of addresses) expect(searched).toContain(`from:${address}`);
  });

  it("are no more than an hour bears; the senders left are counted", () => {
    const addresses = Array.from({ length: 9_000 }, (_, at) => `a${String(at)}@b.example`);
    const { queries, unreached } = lookQueries(wanted(addresses), 0);
    expect(queries).toHaveLength(QUERIES_MAX);
    const searched = queries.reduce((sum, { count }) => sum + count, 0);
    const left = unreached.reduce((sum, { count }) => sum + count, 0);
    expect(searched + left).toBe(9_000);
  });

  it("begin where the last look stopped, so that some looks later every sender was searched for", () => {
    const addresses = Array.from({ length: 9_000 }, (_, at) => `a${String(at)}@b.example`);
    const searched = new Set<string>();
    let from = FIRST_PLACE;
    let looks = 0;
    for (; searched.size < addresses.length && looks < 20; looks += 1) {
      const { queries, next } = lookQueries(wanted(addresses), 0, from);
      const words = queries.map(({ path }) => decodeURIComponent(path)).join(" ");
      for (const [, address = ""] of words.matchAll(/from:(a\d+@b\.example)/g))
        searched.add(address);
      expect(lookQueries(wanted(addresses), 0, from).next).toEqual(next);
      from = next;
    }
    expect(searched.size).toBe(9_000);
    expect(looks).toBeGreaterThan(1);
    // All that one look bears begins at the first again, wherever the last one stopped.
    expect(lookQueries(wanted(["a@b.example", "c@d.example"]), 0, from).next).toEqual(FIRST_PLACE);
  });

  it("are of debtors' answers first: thousands of drafts that wait take a share of what is left, each in its turn", () => {
    const addresses = Array.from({ length: 9_000 }, (_, at) => `a${String(at)}@b.example`);
    const references = Array.from({ length: 5_000 }, (_, at) => `R-${String(100_000 + at)}`);
    const { queries, next } = lookQueries(wanted(addresses, references), 0);
    const places = queries.map(({ place }) => place);
    expect(queries).toHaveLength(QUERIES_MAX);
    expect(places.slice(0, 2)).toEqual(["reports", "senders"]);
    expect(places.filter((place) => place === "drafts")).toHaveLength(DRAFT_QUERIES_MAX);
    expect(places.lastIndexOf("senders")).toBeLessThan(places.indexOf("drafts"));
    const counted = (place: string): number =>
      queries.reduce((sum, one) => sum + (one.place === place ? one.count : 0), 0);
    expect(next).toEqual({ sender: counted("senders"), draft: counted("drafts") });
    expect(counted("drafts")).toBeGreaterThan(1_900);
    const second = lookQueries(wanted(addresses, references), 0, next);
    const asked = decodeURIComponent(second.queries.map(({ path }) => path).join(" "));
    expect(asked).toContain(`"${references[next.draft] ?? ""}"`);
    expect(asked).not.toContain(`"${references[0] ?? ""}"`);
    // Few debtors leave their room to the drafts.
    const few = lookQueries(wanted(addresses.slice(0, 40), references), 0);
    expect(few.unreached).toEqual([]);
    expect(few.next).toEqual(FIRST_PLACE);
  });

  it("keep from one execution to the next where they are to begin", async () => {
    const story = await given();
    const { services } = story.mailbox(null);
    const nothing = { filed: [], read: 0, unreached: [], isMarked: false, fault: null };
    const place = { sender: 4_200, draft: 1_900 };
    noteLook(services, nothing, place);
    expect(placeOfNext(story.mailbox(null).services)).toEqual(place);
    noteLook(services, nothing, FIRST_PLACE);
    expect(placeOfNext(story.mailbox(null).services)).toEqual(FIRST_PLACE);
  });

  it("never hold an address that could end its term and begin another; it is named instead", () => {
    const { queries, unreached } = lookQueries(
      wanted([
        'x}from:patron@a.example{"@b.example',
        "bon@debtor-1.example",
        "o'neil@debtor-2.example",
        "compta@müller.example",
      ]),
      0,
    );
    expect(queries.map(({ path }) => decodeURIComponent(path)).join(" ")).not.toContain("patron");
    expect(unreached).toMatchObject([{ place: "senders", count: 1 }]);
    // What people really have in an address ends no term: one such contact must not keep all looks from being whole.
    const searched = queries.map(({ path }) => decodeURIComponent(path)).join(" ");
    expect(searched).toContain("from:o'neil@debtor-2.example");
    expect(searched).toContain("from:compta@müller.example");
  });
});

describe("labels on messages", () => {
  it("are put in neutral words once turned on, one in place of the other", async () => {
    const story = await given();
    const mail = story.gmail.put({ from: "compta@debtor-1.example" });
    const mailbox = story.mailbox(null);
    const label = (as: "to-read" | "followed") =>
      valueOf(labelMessages(mailbox, [{ ids: [mail.id], as }], "fr"));
    label("to-read");
    expect(story.rounds).toEqual([]);
    turnLabels(mailbox, true);
    label("to-read");
    label("followed");
    const names = [...mail.labels].map((id) => story.gmail.labels.get(id));
    expect(names).toEqual(["INBOX", "Relance/Suivi"]);
  });

  it("are refused under the public manifest", async () => {
    const story = await tellMailStory();
    turnLabels(story.mailbox(null), true);
    const changes = [{ ids: ["1"], as: "to-read" }] as const;
    const outcome = labelMessages(story.mailbox(null), changes, "en");
    expect(outcome).toMatchObject({ ok: false, error: { type: "denied" } });
  });
});
