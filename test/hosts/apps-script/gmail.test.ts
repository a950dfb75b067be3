import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import { messageOf } from "#shared/mail/message.ts";
import { partsOfGmail } from "#shared/mail/gmail-message.ts";
import { createAccount, type Account } from "./account.ts";
import { mailText, probe, probeMail, withoutScope, withScopes } from "./demo-project.ts";

const API = "https://gmail.googleapis.com/gmail/v1/users/me";

const ask = (path: string, more = "{}"): string => `
  var request = get("${API}${path}", e && e.gmail ? { "X-Goog-Gmail-Access-Token": e.gmail.accessToken } : {});
  var given = ${more};
  Object.keys(given).forEach(function (name) { request[name] = given[name]; });
  var answer = UrlFetchApp.fetchAll([request])[0];
  var words = answer.getContentText();
  return [answer.getResponseCode(), words.charAt(0) === "{" ? JSON.parse(words) : words];`;

type Answer = readonly [status: number, body: Readonly<Record<string, unknown>>];

const read = (account: Account, messageId: string, path: string): Answer =>
  probeMail(ask(path), { account, messageId }) as Answer;

const click = (account: Account, messageId: string, path: string, more: string): Answer =>
  probeMail(ask(path, more), { account, messageId, clicks: true }) as Answer;

const FULL = withScopes("https://www.googleapis.com/auth/gmail.modify");

/** In the background of the full manifest, where no mail is open. */
const modify = (account: Account, path: string, more = "{}"): Answer =>
  probe(`var e = null; ${ask(path, more)}`, { account, manifest: FULL }) as Answer;

const posted = (value: unknown): string =>
  `{ method: "post", contentType: "application/json", payload: ${JSON.stringify(JSON.stringify(value))} }`;

const raw = (text: string): string => Buffer.from(text).toString("base64url");

describe("the open mail", () => {
  it("is read as the core reads Gmail's own", () => {
    const account = createAccount();
    const { id } = account.mailbox.receive(
      mailText({ id: "m1", subject: "=?utf-8?q?Pay=C3=A9_=3F?=" }),
    );
    const [status, body] = read(account, id, `/messages/${id}?format=full`);
    expect(status).toBe(200);
    const parts = partsOfGmail(body);
    if (!parts.ok) throw new Error(parts.error.type);
    const message = messageOf(parts.value);
    expect([message.subject, message.text?.trim(), message.messageId]).toEqual([
      "Payé ?",
      "Je règle vendredi. Merci, à bientôt !",
      "m1@nordis.example",
    ]);
  });

  it("keeps the space before a soft break, where its lines are folded", () => {
    const account = createAccount();
    const folded = mailText({ id: "m1", text: "la renvoyer en =\r\npdf, svp =E2=82=AC" }).replace(
      "Encoding: 8bit",
      "Encoding: quoted-printable",
    );
    const { id } = account.mailbox.receive(folded);
    const [, body] = read(account, id, `/messages/${id}?format=full`);
    const parts = partsOfGmail(body);
    expect(parts.ok && messageOf(parts.value).text?.trim()).toBe("la renvoyer en pdf, svp €");
  });

  it("gives its bytes as they came", () => {
    const account = createAccount();
    const bytes = Buffer.from("From: a@b.example\r\nSubject: x\r\n\r\n\xe9\xff\x00", "latin1");
    const { id } = account.mailbox.receive(new Uint8Array(bytes));
    const [, body] = read(account, id, `/messages/${id}?format=raw`);
    expect(Buffer.from(String(body["raw"]), "base64url").equals(bytes)).toBe(true);
  });

  it("gives parts and files apart", () => {
    const account = createAccount();
    const text = [
      "From: a@b.example",
      "Content-Type: multipart/mixed; boundary=x",
      "",
      "--x",
      "Content-Type: text/plain; charset=utf-8",
      "Content-Transfer-Encoding: quoted-printable",
      "",
      "Pr=C3=A9v=C3=B4t",
      "--x",
      'Content-Type: application/pdf; name="f.pdf"',
      "Content-Transfer-Encoding: base64",
      'Content-Disposition: attachment; filename="f.pdf"',
      "",
      "AQID",
      "--x--",
      "",
    ].join("\r\n");
    const { id } = account.mailbox.receive(text);
    const [, body] = read(account, id, `/messages/${id}`);
    const { parts } = body["payload"] as {
      readonly parts: readonly {
        readonly filename: string;
        readonly body: { readonly data?: string; readonly attachmentId?: string };
      }[];
    };
    expect(Buffer.from(parts[0]?.body.data ?? "", "base64url").toString()).toBe("Prévôt");
    expect([parts[1]?.filename, parts[1]?.body.data]).toEqual(["f.pdf", undefined]);
    const file = read(
      account,
      id,
      `/messages/${id}/attachments/${parts[1]?.body.attachmentId ?? ""}`,
    );
    expect(file[1]).toEqual({ size: 3, data: "AQID" });
  });

  it("tells only the headers that are asked for, or none of its words", () => {
    const account = createAccount();
    const { id } = account.mailbox.receive(mailText({ id: "m1" }));
    const [, head] = read(
      account,
      id,
      `/messages/${id}?format=metadata&metadataHeaders=Subject&metadataHeaders=From`,
    );
    expect(
      (head["payload"] as { readonly headers: readonly { readonly name: string }[] }).headers.map(
        (one) => one.name,
      ),
    ).toEqual(["From", "Subject"]);
    expect(Object.keys(read(account, id, `/messages/${id}?format=minimal`)[1])).not.toContain(
      "payload",
    );
  });

  it("opens its thread to the token, and no other mail", () => {
    const account = createAccount();
    const first = account.mailbox.receive(mailText({ id: "m1" }));
    const answer = account.mailbox.receive(
      mailText({ id: "m2", answers: "m1@nordis.example", subject: "Re: Facture F-1" }),
    );
    const other = account.mailbox.receive(mailText({ id: "m3", subject: "Autre" }));
    expect(answer.threadId).toBe(first.threadId);
    const [status, thread] = read(account, answer.id, `/threads/${first.threadId}?format=minimal`);
    expect([status, (thread["messages"] as readonly unknown[]).length]).toEqual([200, 2]);
    expect(read(account, answer.id, `/messages/${first.id}`)[0]).toBe(200);
    expect(read(account, answer.id, `/messages/${other.id}`)[0]).toBe(403);
    expect(read(account, answer.id, `/threads/${other.threadId}`)[0]).toBe(403);
  });

  it("is closed without the second token, with an old one, and without its scope", () => {
    const account = createAccount();
    const { id } = account.mailbox.receive(mailText({ id: "m1" }));
    const without = ask(`/messages/${id}`).replace("e && e.gmail", "false");
    expect((probeMail(without, { account, messageId: id }) as Answer)[0]).toBe(403);
    const old = ask(`/messages/${id}`).replace("e.gmail.accessToken", '"gm.1"');
    expect((probeMail(old, { account, messageId: id }) as Answer)[0]).toBe(403);
    const manifest = withoutScope("current.message.readonly");
    expect(
      (probeMail(ask(`/messages/${id}`), { account, messageId: id, manifest }) as Answer)[0],
    ).toBe(403);
  });

  it("cannot be searched for or labelled by the public manifest", () => {
    const account = createAccount();
    const { id } = account.mailbox.receive(mailText({ id: "m1" }));
    expect(read(account, id, "/messages?q=nordis")[0]).toBe(403);
    expect(read(account, id, "/drafts")[0]).toBe(403);
    expect(
      click(account, id, `/threads/${id}/modify`, posted({ addLabelIds: ["STARRED"] }))[0],
    ).toBe(403);
  });
});

describe("requests", () => {
  it("are counted for a day, each of a round", () => {
    const account = createAccount();
    const { id } = account.mailbox.receive(mailText({ id: "m1" }));
    account.usage.set("urlFetch", { since: account.clock.now(), used: 19_999 });
    expect(read(account, id, `/messages/${id}`)[0]).toBe(200);
    expect(() => read(account, id, `/messages/${id}`)).toThrow(/too many times for one day/);
  });
});

describe("a draft", () => {
  const reply = (subject = "Re: Facture F-1"): string =>
    `From: claire@menuiserie-lacombe.example\r\nTo: paul@nordis.example\r\nSubject: ${subject}\r\nMessage-ID: <d1@relance.example>\r\nIn-Reply-To: <m1@nordis.example>\r\nReferences: <m1@nordis.example>\r\nX-Relance-Reference: R-ABC123\r\n\r\nBonjour`;

  it("is made on a click, in the thread that it answers", () => {
    const account = createAccount();
    const { id, threadId } = account.mailbox.receive(mailText({ id: "m1" }));
    const [status, body] = click(
      account,
      id,
      "/drafts",
      posted({ message: { raw: raw(reply()), threadId } }),
    );
    expect([status, body["message"]]).toMatchObject([200, { threadId, labelIds: ["DRAFT"] }]);
    expect(account.mailbox.thread(threadId).map((one) => [...one.labels])).toEqual([
      ["INBOX", "UNREAD"],
      ["DRAFT"],
    ]);
  });

  it("is not made when the mail is only opened", () => {
    const account = createAccount();
    const { id } = account.mailbox.receive(mailText({ id: "m1" }));
    const made = probeMail(ask("/drafts", posted({ message: { raw: raw(reply()) } })), {
      account,
      messageId: id,
    });
    expect((made as Answer)[0]).toBe(403);
  });

  it("goes up as the bytes of a mail, too", () => {
    const account = createAccount();
    const { id, threadId } = account.mailbox.receive(mailText({ id: "m1" }));
    const body = `
      var payload = "--b\\r\\nContent-Type: application/json\\r\\n\\r\\n" + JSON.stringify({ message: { threadId: "${threadId}" } }) + "\\r\\n--b\\r\\nContent-Type: message/rfc822\\r\\n\\r\\n" + ${JSON.stringify(reply())} + "\\r\\n--b--";
      var request = get("https://gmail.googleapis.com/upload/gmail/v1/users/me/drafts?uploadType=multipart", { "X-Goog-Gmail-Access-Token": e.gmail.accessToken });
      request.method = "post"; request.contentType = 'multipart/related; boundary="b"'; request.payload = payload;
      return UrlFetchApp.fetchAll([request])[0].getResponseCode();`;
    expect(probeMail(body, { account, messageId: id, clicks: true })).toBe(200);
    const [draft] = account.mailbox.drafts.values();
    expect(Buffer.from(account.mailbox.messages.get(draft ?? "")?.raw ?? []).toString()).toBe(
      reply(),
    );
  });

  it("falls out of its thread where it answers nothing in it, or has another subject", () => {
    const account = createAccount();
    const { id, threadId } = account.mailbox.receive(mailText({ id: "m1" }));
    click(
      account,
      id,
      "/drafts",
      posted({ message: { raw: raw(reply("Autre chose")), threadId } }),
    );
    expect(account.mailbox.thread(threadId)).toHaveLength(1);
  });

  it("is refused with an address that is none, or as no mail", () => {
    const account = createAccount();
    const { id } = account.mailbox.receive(mailText({ id: "m1" }));
    const bad = raw("To: nobody\r\nSubject: x\r\n\r\n");
    expect(click(account, id, "/drafts", posted({ message: { raw: bad } }))[0]).toBe(400);
    expect(click(account, id, "/drafts", posted({ message: { raw: "***" } }))[0]).toBe(400);
    expect(click(account, id, "/drafts", posted({ message: { text: "x" } }))[0]).toBe(400);
    // What no draft of Gmail's has is refused with the rest of it.
    const odd = { message: { raw: raw(reply()) }, send: true };
    expect(click(account, id, "/drafts", posted(odd))[0]).toBe(400);
    expect(account.mailbox.drafts.size).toBe(0);
  });

  it("sent by the person has another id, a Message-ID of Gmail's, and no header of ours", () => {
    const account = createAccount();
    const { id, threadId } = account.mailbox.receive(mailText({ id: "m1" }));
    const [, made] = click(
      account,
      id,
      "/drafts",
      posted({ message: { raw: raw(reply()), threadId } }),
    );
    const sent = account.mailbox.sendDraft(String(made["id"]), {
      edit: [["Bonjour", "Cher Paul"]],
    });
    const text = Buffer.from(sent.raw).toString();
    expect([sent.threadId, [...sent.labels], account.mailbox.drafts.size]).toEqual([
      threadId,
      ["SENT"],
      0,
    ]);
    expect(text).toMatch(/Message-ID: <CA\w+@mail\.gmail\.com>/);
    expect(text).toContain("References: <m1@nordis.example>");
    expect(text).not.toContain("X-Relance-Reference");
    expect(text).toContain("Cher Paul");
    account.mailbox.saveDraft(new Uint8Array(Buffer.from(reply())), threadId, null);
    const [draft = ""] = account.mailbox.drafts.keys();
    expect(
      Buffer.from(account.mailbox.sendDraft(draft, { dropsHeaders: false }).raw).toString(),
    ).toContain("X-Relance-Reference: R-ABC123");
  });

  it("written anew or taken away has its message gone", () => {
    const account = createAccount();
    const { id, threadId } = account.mailbox.receive(mailText({ id: "m1" }));
    const [, made] = click(
      account,
      id,
      "/drafts",
      posted({ message: { raw: raw(reply()), threadId } }),
    );
    const draft = String(made["id"]);
    const put = posted({
      message: { raw: raw(reply().replace("Bonjour", "Bonsoir")), threadId },
    }).replace("post", "put");
    const [, changed] = click(account, id, `/drafts/${draft}`, put);
    expect(changed["id"]).toBe(draft);
    expect((changed["message"] as { readonly id: string }).id).not.toBe(
      (made["message"] as { readonly id: string }).id,
    );
    expect(click(account, id, `/drafts/${draft}`, '{ method: "delete" }')[0]).toBe(204);
    expect(account.mailbox.drafts.size).toBe(0);
  });
});

describe("the full manifest", () => {
  it("searches in the background by Gmail's words", () => {
    const account = createAccount();
    const paul = account.mailbox.receive(mailText({ id: "m1" }));
    account.clock.spend(86_400_000);
    const marie = account.mailbox.receive(
      mailText({ id: "m2", subject: "Autre", from: "marie@altis.example", text: "Chèque parti" }),
    );
    account.mailbox.sent(mailText({ id: "m3", subject: "De moi" }), { labels: [] });
    const found = (words: string): unknown =>
      (
        modify(account, `/messages?q=${encodeURIComponent(words)}`)[1]["messages"] as
          readonly { readonly id: string }[] | undefined
      )?.map((one) => one.id);
    expect(found("from:nordis.example in:inbox")).toEqual([paul.id]);
    expect(found("{from:paul@nordis.example from:marie@altis.example} in:inbox")).toEqual([
      marie.id,
      paul.id,
    ]);
    expect(found("from:(paul@nordis.example OR marie@altis.example) -in:sent")).toEqual([
      marie.id,
      paul.id,
    ]);
    expect(found('"chèque parti"')).toEqual([marie.id]);
    expect(found("rfc822msgid:m1@nordis.example")).toEqual([paul.id]);
    expect(found(`after:${String(paul.internalDate / 1000 + 10)} in:inbox`)).toEqual([marie.id]);
    expect(found("-in:sent -subject:Autre")).toEqual([paul.id]);
    expect(() => found("larger:5M")).toThrow(/larger:5M/);
  });

  it("bears forty-nine other requests beside one, and three hundred readings in a minute", () => {
    const account = createAccount();
    const { id } = account.mailbox.receive(mailText({ id: "m1" }));
    const statuses = (count: number): unknown =>
      probe(
        `var all = []; while (all.length < ${String(count)}) all.push(get("https://gmail.googleapis.com/gmail/v1/users/me/messages/${id}"));
        var by = {}; UrlFetchApp.fetchAll(all).forEach(function (one) { by[one.getResponseCode()] = (by[one.getResponseCode()] || 0) + 1; });
        return by;`,
        { account, manifest: withScopes("https://www.googleapis.com/auth/gmail.modify") },
      );
    expect(statuses(60)).toEqual({ 200: 50, 429: 10 });
    for (let at = 0; at < 5; at += 1) statuses(50);
    expect(statuses(1)).toEqual({ 403: 1 });
    account.clock.spend(60_000);
    expect(statuses(1)).toEqual({ 200: 1 });
  });

  it("reads any mail without a second token, and lists by pages", () => {
    const account = createAccount();
    const mails = [1, 2, 3].map((at) =>
      account.mailbox.receive(mailText({ id: `m${String(at)}`, subject: `S${String(at)}` }), {
        at,
      }),
    );
    expect(modify(account, `/messages/${mails[0]?.id ?? ""}?format=raw`)[0]).toBe(200);
    const [, page] = modify(account, "/messages?maxResults=2");
    expect(page["messages"]).toHaveLength(2);
    const [, next] = modify(
      account,
      `/messages?maxResults=2&pageToken=${String(page["nextPageToken"])}`,
    );
    expect([next["messages"], next["nextPageToken"]]).toEqual([
      [{ id: mails[0]?.id, threadId: mails[0]?.threadId }],
      undefined,
    ]);
  });

  it("makes labels and puts them on threads", () => {
    const account = createAccount();
    const { id, threadId } = account.mailbox.receive(mailText({ id: "m1" }));
    const [, label] = modify(account, "/labels", posted({ name: "Relance/Suivi" }));
    expect(modify(account, "/labels", posted({ name: "Relance/Suivi" }))[0]).toBe(409);
    expect(
      modify(
        account,
        `/threads/${threadId}/modify`,
        posted({ addLabelIds: [label["id"]], removeLabelIds: ["UNREAD"] }),
      )[0],
    ).toBe(200);
    expect([...(account.mailbox.messages.get(id)?.labels ?? [])]).toEqual(["INBOX", label["id"]]);
    expect(
      modify(account, `/threads/${threadId}/modify`, posted({ addLabelIds: ["none"] }))[0],
    ).toBe(400);
    expect(modify(account, `/messages?q=label:relance-suivi`)[1]["messages"]).toHaveLength(1);
  });
});
