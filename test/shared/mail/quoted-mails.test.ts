import { describe, expect, it } from "vitest";
import { quotedIn } from "#shared/mail/quoted-mails.ts";

describe("headers of a mail within a mail", () => {
  it.each([
    [
      "Gmail",
      "Pour toi\n\n---------- Forwarded message ---------\nDe : Marie <marie@dupont.fr>\nDate: mar. 9 févr. 2027 à 17:12\nSubject: facture\nTo: <compta@atelier.example>\n\nBonjour",
    ],
    [
      "Thunderbird",
      "-------- Message transféré --------\nSujet : facture\nDate : Tue, 9 Feb 2027\nDe : Marie <marie@dupont.fr>\nPour : compta@atelier.example\n",
    ],
    [
      "Outlook",
      "FYI\n\nDe : Marie Dupont <marie@dupont.fr>\nEnvoyé : mardi 9 février 2027 17:12\nÀ : compta@atelier.example\nObjet : facture\n",
    ],
    [
      "Outlook in bold",
      "*From:* Marie Dupont <marie@dupont.fr>\n*Sent:* 9 February 2027\n*To:* compta@atelier.example\n*Subject:* x",
    ],
    [
      "Apple Mail, quoted",
      "> Début du message transféré :\n>\n> De: Marie <marie@dupont.fr>\n> Objet: facture\n> Date: 8 mars 2027\n> À: compta@atelier.example\n",
    ],
    [
      "Outlook in German",
      "Von: Marie [mailto:marie@dupont.fr]\nGesendet: Dienstag\nAn: compta@atelier.example\nBetreff: x",
    ],
  ])("are found as %s prints them", (_name, text) => {
    expect(quotedIn(text).addresses).toEqual(
      expect.arrayContaining(["marie@dupont.fr"]) as string[],
    );
  });

  it("are taken with the Message-ID that is printed among them", () => {
    const text =
      "From: marie@dupont.fr\nTo: x@y.example\nSubject: x\nMessage-ID: <abc@dupont.fr>\n\nBonjour";
    expect(quotedIn(text).messageIds).toEqual(["abc@dupont.fr"]);
  });

  it("are not made by a line that only looks like one, nor by a name that shows an address", () => {
    expect(quotedIn("De : marie@dupont.fr\nmerci").addresses).toEqual([]);
    const shown = 'From: "marie@dupont.fr" <x@evil.example>\nTo: a@b.example\nSubject: x';
    expect(quotedIn(shown).addresses).toEqual(["x@evil.example", "a@b.example"]);
  });

  it("stay bounded in a mail of nothing else", () => {
    const text = Array.from(
      { length: 5_000 },
      (_, at) => `De : a${String(at)}@b.example\nDate : 1\nObjet : 2\n`,
    ).join("\n");
    expect(quotedIn(text).addresses.length).toBeLessThanOrEqual(60);
  });
});
