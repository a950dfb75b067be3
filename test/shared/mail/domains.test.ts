import { describe, expect, it } from "vitest";
import { isFreeMail, namesNobody, ownDomainOf } from "#shared/mail/domains.ts";

describe("an own domain", () => {
  it.each([
    ["compta@ap.dupont.fr", "dupont.fr"],
    ["x@notdupont.fr", "notdupont.fr"],
    ["x@dupont.fr.evil.com", "evil.com"],
    ["x@firm.com.au", "firm.com.au"],
    ["x@etude.notaires.fr", "etude.notaires.fr"],
    ["x@mairie.gouv.fr", "mairie.gouv.fr"],
  ])("of %s is %s", (address, domain) => {
    expect(ownDomainOf(address)).toBe(domain);
  });

  it.each([
    "x@yahoo.com.br",
    "x@live.nl",
    "x@outlook.de",
    "x@hotmail.co.nz",
    "support@dupont.zendesk.com",
    "x@mail.freshdesk.com",
    "noreply@chorus-pro.gouv.fr",
    "agent@dgfip.finances.gouv.fr",
    "x@dupont.onmicrosoft.com",
    "x@gouv.fr",
    "x@[192.0.2.1]",
    "x@192.0.2.1",
    "x@a..fr",
    "nobody",
  ])("is none of %s", (address) => {
    expect(ownDomainOf(address)).toBeNull();
  });

  it("is told from a name that only begins as a mail service's", () => {
    expect(isFreeMail("x@live-events.fr")).toBe(false);
    expect(ownDomainOf("x@gmail.dupont.fr")).toBe("dupont.fr");
  });
});

describe("an address of a portal's robot", () => {
  it("names nobody; a person's behind the same portal may", () => {
    expect(namesNobody("No-Reply@chorus-pro.gouv.fr")).toBe(true);
    expect(namesNobody("ne-pas-repondre@notify.coupahost.com")).toBe(true);
    expect(namesNobody("dupont@zendesk.com")).toBe(false);
    expect(namesNobody("no-reply@dupont.fr")).toBe(false);
    expect(namesNobody("")).toBe(false);
  });
});
