import { describe, expect, it } from "vitest";
import { addressesOf, ADDRESS_LINE_CHARS_MAX } from "#shared/mail/addresses.ts";
import { addressShownBy } from "#shared/mail/mail-address.ts";
import { MAIL_LIMITS } from "#shared/mail/message.ts";

/** `name <address>`, one a mailbox. */
const read = (line: string): readonly string[] =>
  addressesOf(line).map((one) => (one.name === "" ? one.address : `${one.name} <${one.address}>`));

describe("the mailboxes of an address line", () => {
  it.each<[line: string, ...found: string[]]>([
    ["Marie@Dupont.FR", "marie@dupont.fr"],
    ["<marie@dupont.fr>", "marie@dupont.fr"],
    ["Marie Dupont <marie@dupont.fr>", "Marie Dupont <marie@dupont.fr>"],
    ['"DUPONT, Jean" <jean@d.example>', "DUPONT, Jean <jean@d.example>"],
    ["DUPONT, Jean <jean@d.example>", "DUPONT, Jean <jean@d.example>"],
    ['"Jean \\"Jeannot\\" D." <j@d.example>', 'Jean "Jeannot" D. <j@d.example>'],
    ["a@x.example, b@x.example", "a@x.example", "b@x.example"],
    ["a@x.example; b@x.example;", "a@x.example", "b@x.example"],
    ["<a@x.example> <b@x.example>", "a@x.example", "b@x.example"],
    ["Ann <a@x.example> Bob <b@x.example>", "Ann <a@x.example>", "Bob <b@x.example>"],
    ["a@x.example,, ,b@x.example,", "a@x.example", "b@x.example"],
    ["Compta: a@x.example, Bob <b@x.example>;", "a@x.example", "Bob <b@x.example>"],
    ["undisclosed-recipients:;"],
    ["A: a@x.example; B: b@x.example;, c@x.example", "a@x.example", "b@x.example", "c@x.example"],
    ["jean@d.example (Jean Dupont)", "Jean Dupont <jean@d.example>"],
    ["Jean (compta (2)) <jean@d.example> (bureau)", "Jean <jean@d.example>"],
    ["jean (un) @ (deux) d.example", "un deux <jean@d.example>"],
    ["(a\\) b) jean@d.example", "a) b <jean@d.example>"],
    ["<@relay.example,@b.example:jean@d.example>", "jean@d.example"],
    ["jean . dupont @ d . example", "jean.dupont@d.example"],
    ['"jean.dupont"@d.example', "jean.dupont@d.example"],
    ["<<jean@d.example>>", "jean@d.example"],
    ["<mailto:jean@d.example>", "jean@d.example"],
    ["mailto:jean@d.example", "jean@d.example"],
    ["Jean <jean@d.example", "Jean <jean@d.example>"],
    ["Jean <jean@d.example, b@x.example", "Jean <jean@d.example>", "b@x.example"],
    ['"Jean <jean@d.example>', '"Jean <jean@d.example>'],
    ["Jean (compta <jean@d.example>", "Jean (compta <jean@d.example>"],
    ["jean@[192.0.2.1], b@x.example", "jean@[192.0.2.1]", "b@x.example"],
    ["jean@[IPv6:2001:db8::1]", "jean@[ipv6:2001:db8::1]"],
    ["=?utf-8?Q?Andr=C3=A9_L=C3=A9on?= <a@x.example>", "André Léon <a@x.example>"],
    ["=?iso-8859-1?Q?DUPONT=2C_Ren=E9?= <r@x.example>", "DUPONT, René <r@x.example>"],
    ["=?utf-8?B?IkRVUE9OVCwgSmVhbiI=?= <j@x.example>", "DUPONT, Jean <j@x.example>"],
    ["O'Brien <o'brien@x.example>", "O'Brien <o'brien@x.example>"],
    ["facture+118@x.example", "facture+118@x.example"],
    ["prénom@société.example", "prénom@société.example"],
    ["jean@d.example.", "jean@d.example"],
    ["Jean Dupont"],
    ["jean@"],
    ["@d.example"],
    ["a@b@c.example"],
    [""],
  ])("%s", (line, ...found) => {
    expect(read(line)).toEqual(found);
  });

  it("never take a name for the address, however it is written", () => {
    expect(read('"chef@client.example" <x@other.example>')).toEqual([
      "chef@client.example <x@other.example>",
    ]);
    // A name that decodes to a mailbox of its own.
    expect(read("=?utf-8?B?PGNoZWZAY2xpZW50LmV4YW1wbGU+LA==?= <x@other.example>")).toEqual([
      "<chef@client.example>, <x@other.example>",
    ]);
    expect(read('"chef@client.example"')).toEqual([]);
    expect(read("chef@client.example <x@other.example>")).toEqual([
      "chef@client.example <x@other.example>",
    ]);
  });

  it("are told apart from the address that a name shows", () => {
    const shown = (name: string) => addressShownBy({ name, address: "x@other.example" });
    expect(shown("chef@client.example")).toBe("chef@client.example");
    expect(shown("Le chef (Chef@Client.example)")).toBe("chef@client.example");
    expect(shown("X@other.example")).toBeNull();
    expect(shown("Le chef")).toBeNull();
    expect(shown("rendez-vous @ midi")).toBeNull();
  });

  it("stop at one more than is kept, so that the cut can be named", () => {
    const line = Array.from({ length: 10_000 }, (_, at) => `u${String(at)}@x.example`).join(", ");
    expect(addressesOf(line)).toHaveLength(MAIL_LIMITS.addressesPerField + 1);
  });

  it.each(['"', "(", "<", "a ", "(a", "<a ", "a@", "@[", ",", ":", "\\", '"a" ', "=?u?q?a", "a <"])(
    "are looked for in a time that grows with the line alone: %j",
    (piece) => {
      const time = (length: number): number => {
        const line = piece.repeat(Math.ceil(length / piece.length));
        const start = performance.now();
        addressesOf(line);
        return performance.now() - start;
      };
      time(20_000);
      const [one, two] = [time(ADDRESS_LINE_CHARS_MAX / 2), time(ADDRESS_LINE_CHARS_MAX)];
      // Quadratic code takes minutes at this length.
      expect(two).toBeLessThan(Math.max(500, one * 8));
    },
  );
});
