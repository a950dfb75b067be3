import { describe, expect, it } from "vitest";
import type { AccountEvent } from "#shared/claims/events.ts";
import { insertDraft } from "#gmail/script/actions/compose-case.ts";
import { KNOWN, LOOKED, OPENED, decisionOf, refusalOf } from "../../shared/app/given.ts";
import type { Given } from "../../shared/app/given.ts";
import { NOTICED } from "../../shared/app/noticed.ts";
import { contact, debtor, invoice } from "../../shared/recovery/accounts.ts";

const given = (events: readonly AccountEvent[]): Given => ({
  creditor: [OPENED, KNOWN, LOOKED],
  accounts: { d: events },
});

/** A reminder that is due, to the same contact. */
const LATE: readonly AccountEvent[] = [debtor(), contact(), invoice("f1", "2026-10-20")];

const to = (recipients: readonly string[]) => ({
  account: "d",
  salt: "ab".repeat(16),
  recipients,
});

const CONTACT = decisionOf(insertDraft, to([]), given(LATE)).view.mail.to;

describe("the words of a step, put into a draft that is open", () => {
  it("are a last notice's only where nobody is addressed yet: it stands by itself, in no conversation", () => {
    const refusal = refusalOf(insertDraft, to(CONTACT), given(NOTICED));
    expect(refusal).toEqual({ type: "stands-alone" });
    const { view, entries } = decisionOf(insertDraft, to([]), given(NOTICED));
    expect(view.mail.subject).toContain("Dernier avis");
    expect(view.mail.inReplyTo).toBeNull();
    expect(JSON.stringify(entries)).toContain("last-notice");
  });

  it("are a reminder's where the contact is addressed, whom it is for and ourselves aside", () => {
    const own = "claire@lacombe.example";
    const { view } = decisionOf(insertDraft, to([...CONTACT, own.toUpperCase()]), given(LATE));
    expect(view.mail.to).toEqual(CONTACT);
    expect(refusalOf(insertDraft, to([...CONTACT, "ami@ailleurs.example"]), given(LATE))).toEqual({
      type: "other-recipients",
      to: CONTACT,
    });
  });

  it("are nobody's who is written to alone, where somebody else of theirs is addressed too", () => {
    const both = "second@client.example";
    const events = [
      debtor({ kind: "consumer" }),
      contact(),
      invoice("f1", "2026-10-20"),
    ] as const satisfies readonly AccountEvent[];
    const second: AccountEvent = {
      type: "contact-added",
      data: { contact: "second", name: null, email: both, phone: null, roles: ["approver"] },
    };
    const asked = to([...CONTACT, both]);
    expect(decisionOf(insertDraft, asked, given([...LATE, second])).view.mail.to).toEqual(CONTACT);
    expect(refusalOf(insertDraft, asked, given([...events, second]))).toMatchObject({
      type: "other-recipients",
    });
  });
});
