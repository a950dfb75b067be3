import { describe, expect, it } from "vitest";
import { openMessage, openedIn, tokenIn, wholeMessage } from "#gmail/script/mail/open-message.ts";
import { pathOf, tellMailStory, valueOf } from "./mail-story.ts";
import { json, tokenFor } from "./small-gmail.ts";

describe("the mail that is open in Gmail", () => {
  it("is read in one request with both tokens, and found by its thread as well as by what it says", async () => {
    const story = await tellMailStory();
    const mail = story.gmail.put({
      from: "Compta <compta@debtor-1.example>",
      headers: [{ name: "Delivered-To", value: "claire@menuiserie-lacombe.example" }],
      text: "Virement vendredi pour LAC-01.",
    });
    const opened = valueOf(openMessage(story.mailbox(mail), { messageId: mail.id }));
    expect(story.rounds.map((round) => round.map(pathOf))).toEqual([
      [`get /messages/${mail.id}?format=full`],
    ]);
    expect(story.rounds[0]?.[0]?.headers).toEqual({
      Authorization: "Bearer ya29.token",
      "X-Goog-Gmail-Access-Token": tokenFor(mail),
    });
    expect(opened.message.text).toBe("Virement vendredi pour LAC-01.");
    expect(opened.asks.keys).toEqual(
      expect.arrayContaining([`thread:${mail.threadId}`, "address:compta@debtor-1.example"]),
    );
    expect(opened.mailbox).toBe("claire@menuiserie-lacombe.example");
    expect(opened.isSent).toBe(false);
  });

  it("has its text fetched where Gmail keeps it apart", async () => {
    const story = await tellMailStory();
    const mail = story.gmail.put({
      from: "compta@debtor-1.example",
      text: "Long mot.",
      isApart: true,
    });
    const opened = valueOf(openMessage(story.mailbox(mail), { messageId: mail.id }));
    expect(opened.message.text).toBe("Long mot.");
    expect(opened.message.unknown).toEqual([]);
    expect(story.rounds).toHaveLength(2);
  });

  it("has its text fetched from within the parts of a mail with files, and no file", async () => {
    const story = await tellMailStory();
    const mail = story.gmail.put({ from: "compta@debtor-1.example", text: "Au fond." });
    const apart = { attachmentId: `text-of-${mail.id}`, size: 8 };
    const given = {
      id: mail.id,
      threadId: mail.threadId,
      payload: {
        mimeType: "multipart/mixed",
        headers: mail.headers.filter(({ name }) => name !== "Content-Type"),
        parts: [
          { mimeType: "multipart/alternative", parts: [{ mimeType: "text/plain", body: apart }] },
          {
            mimeType: "text/plain",
            filename: "journal.txt",
            headers: [{ name: "Content-Disposition", value: "attachment" }],
            body: { attachmentId: "a-file", size: 9 },
          },
        ],
      },
    };
    story.gmail.instead = ({ url }) => (url.endsWith("format=full") ? json(200, given) : null);
    const opened = valueOf(openMessage(story.mailbox(mail), { messageId: mail.id }));
    expect(opened.message.text).toBe("Au fond.");
    expect(story.rounds[1]?.map(pathOf)).toEqual([
      `get /messages/${mail.id}/attachments/text-of-${mail.id}`,
    ]);
  });

  it("still opens without its text when that cannot be fetched, and says that the text is unknown", async () => {
    const story = await tellMailStory();
    const mail = story.gmail.put({ from: "compta@debtor-1.example", isApart: true });
    story.gmail.instead = ({ url }) => (url.includes("/attachments/") ? json(500, {}) : null);
    const opened = valueOf(openMessage(story.mailbox(mail), { messageId: mail.id }));
    expect(opened.message.unknown).toEqual(["text"]);
  });

  it("is refused, with Google's code, when it is not of the open thread", async () => {
    const story = await tellMailStory();
    const open = story.gmail.put({ from: "compta@debtor-1.example" });
    const other = story.gmail.put({ from: "secret@elsewhere.example" });
    expect(openMessage(story.mailbox(open), { messageId: other.id })).toEqual({
      ok: false,
      error: { type: "denied", code: "insufficientPermissions" },
    });
  });

  it("has its bytes as they lie at Google, hashed, in the same round as its words", async () => {
    const story = await tellMailStory();
    const mail = story.gmail.put({
      from: "compta@debtor-1.example",
      text: "Réglé le 12, à bientôt.\n",
    });
    const whole = valueOf(wholeMessage(story.mailbox(mail), { messageId: mail.id }));
    expect(story.rounds).toHaveLength(1);
    expect([...whole.bytes]).toEqual([...mail.raw]);
    expect(whole.bytes).toContain(0xe9);
    expect(whole.sha256).toBe(story.mailbox(null).services.sha256(mail.raw));
  });

  it.each([
    ["no JSON", () => "<html>Sign in</html>"],
    ["another shape", () => JSON.stringify({ id: 7, threadId: [] })],
    ["an id that is a path", () => JSON.stringify({ id: "../drafts", threadId: "1", payload: {} })],
    ["no payload", (id: string) => JSON.stringify({ id, threadId: id })],
    [
      "a payload that is a text",
      (id: string) => JSON.stringify({ id, threadId: id, payload: "x" }),
    ],
  ])("is unreadable when Gmail answers %s", async (_, answer) => {
    const story = await tellMailStory();
    const mail = story.gmail.put({ from: "compta@debtor-1.example" });
    story.gmail.instead = () => ({ ...json(200, {}), text: () => answer(mail.id) });
    expect(openMessage(story.mailbox(mail), { messageId: mail.id })).toEqual({
      ok: false,
      error: { type: "unreadable" },
    });
  });

  it.each([
    ["the bytes of another message", { id: "1111111111111111", raw: "QQ" }],
    ["no bytes", { id: "", raw: "" }],
  ])("is never filed with %s", async (_, answer) => {
    const story = await tellMailStory();
    const mail = story.gmail.put({ from: "compta@debtor-1.example" });
    story.gmail.instead = ({ url }) =>
      url.endsWith("format=raw")
        ? json(200, { ...answer, id: answer.id === "" ? mail.id : answer.id })
        : null;
    expect(wholeMessage(story.mailbox(mail), { messageId: mail.id }).ok).toBe(false);
  });
});

describe("the event of an opened mail", () => {
  const gmail = { messageId: "18c2a", threadId: "18c29", accessToken: "t".repeat(100) };

  it("names the mail, its thread and the token that opens them", () => {
    expect(openedIn({ commonEventObject: {}, gmail })).toEqual({
      messageId: "18c2a",
      threadId: "18c29",
      messageToken: gmail.accessToken,
    });
    expect(openedIn({ gmail: { ...gmail, messageId: "msg-f:1786" } })?.messageId).toBe(
      "msg-f:1786",
    );
  });

  it("gives its token where no mail is open", () => {
    expect(tokenIn({ gmail: { accessToken: "t" } })).toBe("t");
    expect(tokenIn({ commonEventObject: {} })).toBeNull();
    expect(tokenIn({ gmail: { accessToken: 7 } })).toBeNull();
  });

  it.each([
    [null],
    [{}],
    [{ gmail: null }],
    [{ gmail: { ...gmail, accessToken: "" } }],
    [{ gmail: { ...gmail, messageId: "a/../../drafts" } }],
    [{ gmail: { ...gmail, messageId: ["18c2a"] } }],
  ])("names none where it is %j", (event) => {
    expect(openedIn(event)).toBeNull();
  });
});
