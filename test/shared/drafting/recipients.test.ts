import { describe, expect, it } from "vitest";
import type { ReplyFacts } from "#shared/drafting/recipients.ts";
import { recipientsOfReply, REPLY_RECIPIENTS_MAX } from "#shared/drafting/recipients.ts";

const facts = (
  message: Partial<ReplyFacts["message"]>,
  more: Partial<ReplyFacts> = {},
): ReplyFacts => ({
  message: {
    from: "anne@dupont.example",
    replyTo: [],
    to: ["Compta@lumen.example"],
    cc: [],
    ...message,
  },
  knownContacts: ["anne@dupont.example", "paul@dupont.example"],
  ownAddresses: ["compta@lumen.example", "claire@lumen.example"],
  debtorIsIndividual: false,
  ...more,
});

describe("a reply", () => {
  it("goes to the sender", () => {
    expect(recipientsOfReply(facts({}))).toEqual({
      to: ["anne@dupont.example"],
      cc: [],
      why: "only-the-sender-wrote",
      leftOut: [],
    });
  });

  it("goes to everyone where every address is a known contact, and never to our own", () => {
    const reply = recipientsOfReply(
      facts({ to: ["compta@lumen.example", "PAUL@dupont.example"], cc: ["Claire@lumen.example"] }),
    );
    expect(reply).toMatchObject({ to: ["anne@dupont.example"], cc: ["PAUL@dupont.example"] });
    expect(reply.why).toBe("everyone-is-known");
  });

  it("leaves everyone out for one stranger, and says who", () => {
    const reply = recipientsOfReply(facts({ cc: ["paul@dupont.example", "avocat@tiers.example"] }));
    expect(reply).toEqual({
      to: ["anne@dupont.example"],
      cc: [],
      why: "someone-is-unknown",
      leftOut: ["avocat@tiers.example"],
    });
  });

  it("goes to an unknown sender alone, even among known contacts", () => {
    const reply = recipientsOfReply(
      facts({ from: "new@dupont.example", cc: ["paul@dupont.example"] }),
    );
    expect(reply).toMatchObject({ to: ["new@dupont.example"], cc: [], why: "someone-is-unknown" });
  });

  it("writes to an individual alone", () => {
    const reply = recipientsOfReply(
      facts({ cc: ["paul@dupont.example"] }, { debtorIsIndividual: true }),
    );
    expect(reply).toMatchObject({ to: ["anne@dupont.example"], cc: [], why: "individual-alone" });
  });

  it("follows Reply-To only to a known contact", () => {
    expect(recipientsOfReply(facts({ replyTo: ["thief@evil.example"] })).to).toEqual([
      "anne@dupont.example",
    ]);
    expect(recipientsOfReply(facts({ replyTo: ["paul@dupont.example"] }))).toMatchObject({
      to: ["paul@dupont.example"],
      cc: ["anne@dupont.example"],
    });
  });

  it("to our own message follows up with the contact it was sent to", () => {
    const ours = { from: "claire@lumen.example", to: ["x@y.example", "paul@dupont.example"] };
    expect(recipientsOfReply(facts(ours)).to).toEqual(["paul@dupont.example"]);
    expect(recipientsOfReply(facts({ ...ours, to: ["x@y.example"] }))).toEqual({
      to: [],
      cc: [],
      why: "nobody",
      leftOut: [],
    });
  });

  it("has nobody to go to where there is no sender", () => {
    expect(recipientsOfReply(facts({ from: null })).why).toBe("nobody");
  });

  it("never becomes a mailing: ten thousand addresses leave the sender alone", () => {
    const crowd = Array.from({ length: 10_000 }, (_, n) => `p${String(n)}@dupont.example`);
    const reply = recipientsOfReply(
      facts({ to: crowd }, { knownContacts: [...crowd, "anne@dupont.example"] }),
    );
    expect(reply.to).toEqual(["anne@dupont.example"]);
    expect(reply.cc).toEqual([]);
    expect(reply.why).toBe("too-many");
    expect(reply.leftOut).toHaveLength(REPLY_RECIPIENTS_MAX);
  });
});
