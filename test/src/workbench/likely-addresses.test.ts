import { describe, expect, it } from "vitest";
import { likelyAddresses } from "#src/workbench/likely-addresses.ts";
import type { WireMail } from "#src/workbench/server/wire.ts";

const mail = (from: string, ...to: readonly string[]): WireMail => ({
  id: "0",
  sha256: "0",
  bytes: 0,
  file: "",
  messageId: null,
  from: { address: from, name: "" },
  to: to.map((address) => ({ address, name: "" })),
  cc: [],
  subject: "",
  sentAt: null,
  inReplyTo: [],
  references: [],
});

describe("whose mailbox it may be", () => {
  it("is that of the address with a part in most mails, sent or received", () => {
    const mails = [
      mail("a@client.example", "moi@atelier.example"),
      mail("moi@atelier.example", "b@autre.example"),
      mail("c@tiers.example", "moi@atelier.example"),
    ];
    expect(likelyAddresses(mails)).toEqual(["moi@atelier.example"]);
  });

  it("may have colleagues on the same domain of one's own, but nobody by a provider's domain", () => {
    const three = [1, 2, 3];
    const mails = [
      ...three.map(() => mail("a@client.example", "moi@atelier.example")),
      ...three.map(() => mail("elle@atelier.example", "moi@atelier.example")),
    ];
    expect(likelyAddresses(mails)).toEqual(["moi@atelier.example", "elle@atelier.example"]);
    const shared = mails.map((one) =>
      mail((one.from?.address ?? "").replace("atelier.example", "gmail.com"), "moi@gmail.com"),
    );
    expect(likelyAddresses(shared)).toEqual(["moi@gmail.com"]);
  });

  it("is never that of a robot, and of nobody where there is no mail", () => {
    expect(likelyAddresses([])).toEqual([]);
    const mails = [
      mail("no-reply@shop.example", "x@a.example"),
      mail("noreply@b.example", "x@a.example"),
    ];
    expect(likelyAddresses(mails)).toEqual(["x@a.example"]);
  });
});
