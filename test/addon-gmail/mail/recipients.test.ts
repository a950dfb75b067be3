import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import { prepareDraft } from "#shared/app/draft-acts.ts";
import { markPaymentsKnown } from "#shared/app/ledger-acts.ts";
import { recordAct } from "#shared/app/record-act.ts";
import type { AccountCommand } from "#shared/claims/commands.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import { ok } from "#shared/kernel/result.ts";
import { saveDraft } from "#gmail/script/mail/drafts.ts";
import type { DraftPlace } from "#gmail/script/mail/mail.ts";
import { openMessage } from "#gmail/script/mail/open-message.ts";
import { tellMailStory, valueOf } from "./mail-story.ts";
import type { MailStory } from "./mail-story.ts";
import { headersOf } from "./small-gmail.ts";
import type { MailSpec, SmallMail } from "./small-gmail.ts";

const OURS = "claire@menuiserie-lacombe.example";
/** Nordis' contact for chasing, and a second one. */
const COMPTA = "compta@debtor-1.example";
const CHIEF = "direction@debtor-1.example";
const STRANGER = "quelqu-un@ailleurs.example";
const WORDS = "Sachez que notre directeur est en procès.";

const given = async (): Promise<MailStory & { readonly account: string }> => {
  const story = await tellMailStory();
  const account = story.accounts.get("Nordis SAS") ?? "";
  valueOf(story.run(markPaymentsKnown, { asOf: dateOf("2026-11-19"), source: "bank" }));
  const contact: AccountCommand = {
    type: "add-contact",
    name: "Direction",
    email: CHIEF,
    phone: null,
    roles: ["approver"],
  };
  valueOf(story.run(recordAct, { account, command: contact }));
  return Object.assign(story, { account });
};

const put = (story: MailStory, spec: Partial<MailSpec>): SmallMail =>
  story.gmail.put({
    from: `Compta <${COMPTA}>`,
    subject: "LAC-01",
    messageId: "<question@debtor-1.example>",
    text: `${WORDS}\n`,
    ...spec,
  });

/** The draft that lies in Gmail once the reminder was asked for beside this mail. */
const drafted = (story: MailStory & { readonly account: string }, mail: SmallMail) => {
  const open = valueOf(openMessage(story.mailbox(mail), { messageId: mail.id }));
  const place: DraftPlace = { senderName: null, vault: () => ok(new Map()), open };
  const { account } = story;
  const input = { account, replyTo: open.message, salt: "a".repeat(32) };
  const made = valueOf(story.run(prepareDraft, input));
  const saved = valueOf(
    saveDraft(story.mailbox(mail), { key: made.draft, draft: made.mail }, place),
  );
  const raw = Buffer.from(story.gmail.mails.get(saved.messageId)?.raw ?? []).toString("latin1");
  const header = (name: string): string | null =>
    headersOf(raw).find((one) => one.name.toLowerCase() === name)?.value ?? null;
  const addresses = (name: string): readonly string[] =>
    (header(name) ?? "").match(/[\w.+-]+@[\w.-]+/g) ?? [];
  return { mail: made.mail, saved, header, to: addresses("to"), cc: addresses("cc") };
};

const h = (name: string, value: string) => ({ headers: [{ name, value }] });

const ROWS: readonly {
  readonly when: string;
  readonly mail: Partial<MailSpec>;
  readonly to: string;
  readonly cc?: readonly string[];
  /** It goes on with another conversation than the open one. */
  readonly isNew?: true;
}[] = [
  { when: "a contact wrote to us alone", mail: {}, to: COMPTA },
  {
    when: "Reply-To draws the answer to a stranger",
    mail: h("Reply-To", `Compta <${STRANGER}>`),
    to: COMPTA,
  },
  { when: "Reply-To names another contact", mail: h("Reply-To", CHIEF), to: CHIEF, cc: [COMPTA] },
  {
    when: "Reply-To names our own address",
    mail: h("Reply-To", OURS),
    to: COMPTA,
  },
  { when: "a contact has a copy", mail: h("Cc", CHIEF), to: COMPTA, cc: [CHIEF] },
  { when: "a stranger has a copy", mail: h("Cc", `${CHIEF}, ${STRANGER}`), to: COMPTA },
  {
    when: "a stranger is addressed beside us",
    mail: { to: `${OURS}, ${STRANGER}` },
    to: COMPTA,
  },
  { when: "a Bcc that came along names a contact", mail: h("Bcc", CHIEF), to: COMPTA },
  {
    when: "a header of Resent names a stranger",
    mail: h("Resent-To", STRANGER),
    to: COMPTA,
  },
  {
    when: "a group hides a stranger's address",
    mail: h("Cc", `Direction: ${CHIEF}, ${STRANGER};`),
    to: COMPTA,
  },
  {
    when: "the stranger's address has a contact's for a name",
    mail: { from: `"${COMPTA}" <${STRANGER}>` },
    to: COMPTA,
    isNew: true,
  },
  { when: "the mail is our own, to a contact", mail: { from: OURS, to: CHIEF }, to: CHIEF },
  {
    when: "the mail is our own, to a contact and a stranger",
    mail: { from: OURS, to: `${STRANGER}, ${CHIEF}` },
    to: CHIEF,
  },
  {
    when: "the contact writes in capitals",
    mail: { from: "Compta <COMPTA@Debtor-1.Example>" },
    to: COMPTA,
  },
];

describe("whom a draft in Gmail is addressed to", () => {
  it.each(ROWS.map((row) => [row.when, row] as const))("where %s", async (_, row) => {
    const { mail, to, cc = [], isNew } = row;
    const story = await given();
    const { header, saved, ...draft } = drafted(story, put(story, mail));
    expect(draft.to.map((one) => one.toLowerCase())).toEqual([to]);
    expect(draft.cc).toEqual(cc);
    expect(header("bcc")).toBeNull();
    // Nobody reads what another one wrote: no draft quotes the thread.
    expect(`${draft.mail.text}${draft.mail.html}`).not.toContain("procès");
    expect(saved.thread).toBe(isNew === true ? "new" : "reply");
    expect(header("in-reply-to")).toBe(isNew === true ? null : "<question@debtor-1.example>");
    expect(header("references")).toBe(isNew === true ? null : "<question@debtor-1.example>");
  });

  it("is an individual alone, whoever had a copy", async () => {
    const story = await given();
    const command = { type: "correct-debtor", changes: { soleTrader: true } } as const;
    valueOf(story.run(recordAct, { account: story.account, command }));
    const { to, cc } = drafted(story, put(story, h("Cc", CHIEF)));
    expect([to, cc]).toEqual([[COMPTA], []]);
  });

  it("is nobody of the open thread for a mail of its own: its subject, no header of an answer, a thread of its own", async () => {
    const story = await given();
    const mail = put(story, { subject: "Nos vacances" });
    const { mail: draft } = drafted(story, mail);
    const open = valueOf(openMessage(story.mailbox(mail), { messageId: mail.id }));
    const alone = { ...draft, inReplyTo: null, references: [], subject: "Mise en demeure" };
    const place: DraftPlace = { senderName: null, vault: () => ok(new Map()), open };
    const saved = valueOf(saveDraft(story.mailbox(mail), { key: "alone", draft: alone }, place));
    expect(saved).toMatchObject({ thread: "new" });
    expect(saved.threadId).not.toBe(mail.threadId);
    const names = story.gmail.mails.get(saved.messageId)?.headers.map(({ name }) => name);
    expect(names).not.toContain("In-Reply-To");
    expect(names).not.toContain("References");
  });
});
