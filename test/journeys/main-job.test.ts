import { createHash } from "node:crypto";
import { execFileSync } from "node:child_process";
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { claimView } from "#shared/app/claim-view.ts";
import { declareSent, prepareDraft } from "#shared/app/draft-acts.ts";
import { exportThread } from "#shared/app/export-thread.ts";
import { confirmReading } from "#shared/app/confirm-reading.ts";
import {
  addDebtor,
  markLooked,
  markPaymentsKnown,
  openLedger,
  voidBatch,
} from "#shared/app/ledger-acts.ts";
import { fileMail, tagMail } from "#shared/app/mail-acts.ts";
import { openMail } from "#shared/app/open-mail.ts";
import { recordAct } from "#shared/app/record-act.ts";
import { todayView } from "#shared/app/today-view.ts";
import type { MailDraft } from "#shared/app/use-case.ts";
import { dateOf } from "#shared/kernel/calendar.ts";
import { utf8Bytes } from "#shared/kernel/bytes.ts";
import { shownText } from "#shared/kernel/text.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import type { Message } from "#shared/mail/message.ts";
import { readMailBytes } from "#src/files/mail-bytes.ts";
import { SAMPLE_CREDITOR } from "#src/workbench/sample-story.ts";
import { DRIVERS, install, viewOf } from "./two-drivers.ts";
import type { Installation } from "./two-drivers.ts";

const words = (sentence: Sentence): string => sentence.map(shownText).join("");

const mailOf = async (
  text: string,
): Promise<{ message: Message; bytes: Uint8Array; sha256: string }> => {
  const bytes = utf8Bytes(text.split("\n").join("\r\n"));
  const read = await readMailBytes(bytes);
  if (!read.ok) throw new Error(read.error.type);
  return { message: read.value, bytes, sha256: createHash("sha256").update(bytes).digest("hex") };
};

const sentMail = (draft: MailDraft, day: string): string =>
  [
    `From: Claire Lacombe <${draft.from}>`,
    `To: ${draft.to.join(", ")}`,
    `Subject: ${draft.subject}`,
    `Message-ID: <rewritten-by-the-host-${day}@host.example>`,
    ...(draft.inReplyTo === null ? [] : [`In-Reply-To: <${draft.inReplyTo}>`]),
    `Date: ${day} 09:00:00 +0100`,
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: 8bit",
    "",
    draft.text,
  ].join("\n");

const REPLY = `From: "BLOCH, Sarah" <sarah@atelier-bloch.example>
To: claire@menuiserie-lacombe.example
Subject: Re: Facture LAC-2026-0088
Message-ID: <answer-1@atelier-bloch.example>
In-Reply-To: <sent-1@menuiserie-lacombe.example>
References: <sent-1@menuiserie-lacombe.example>
Date: Thu, 05 Nov 2026 07:40:00 +0100
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

Bonjour Claire,

Je vous fais le virement des 1 150 € vendredi 13 novembre, c'est promis.

Sarah Bloch
`;

const file = (mail: { message: Message; bytes: Uint8Array; sha256: string }) => ({
  message: mail.message,
  sha256: mail.sha256,
  size: mail.bytes.length,
  obtained: "as-received" as const,
});

const begin = async (relance: Installation): Promise<string> => {
  await viewOf(relance.run(openLedger, { creditor: SAMPLE_CREDITOR, ownInvoices: true }));
  const { account } = await viewOf(
    relance.run(addDebtor, {
      debtor: {
        name: "Atelier Bloch",
        kind: "business",
        soleTrader: false,
        country: "FR",
        language: "fr",
        siren: null,
        siret: null,
        vatNumber: null,
        phone: null,
        address: null,
      },
      contacts: [
        {
          name: "Sarah Bloch",
          email: "sarah@atelier-bloch.example",
          phone: null,
          roles: ["chasing"],
        },
      ],
      group: null,
      evenSo: false,
    }),
  );
  await viewOf(
    relance.run(recordAct, {
      account,
      command: {
        type: "record-invoice",
        number: "LAC-2026-0088",
        issuedOn: dateOf("2026-09-11"),
        currency: "EUR",
        total: 115_000,
        portions: [{ amount: 115_000, dueOn: dateOf("2026-10-11"), condition: null }],
        order: null,
        source: "hand",
      },
    }),
  );
  return account;
};

describe.each(DRIVERS)("the main job on the %s driver", (driver) => {
  it("goes from an empty ledger to a broken promise cited with its date, and a thread that sha256sum accepts", async () => {
    const relance = await install(driver, "wri-main-job", "2026-10-26");
    const account = await begin(relance);
    await viewOf(relance.run(markPaymentsKnown, { asOf: dateOf("2026-10-23"), source: "bank" }));

    const first = await viewOf(
      relance.run(prepareDraft, { account, replyTo: null, salt: "a1".repeat(16) }),
    );
    expect(first.mail.to).toEqual(["sarah@atelier-bloch.example"]);
    expect(first.mail.text).toContain("LAC-2026-0088");
    expect(first.mail.text).toContain("1\u202f150,00\u00a0€");
    await viewOf(relance.run(declareSent, { account, draft: first.draft }));

    const sent = await mailOf(sentMail(first.mail, "Mon, 26 Oct 2026"));
    await viewOf(
      relance.run(fileMail, { account, mail: file(sent) }, new Map([[sent.sha256, sent.bytes]])),
    );

    relance.today = dateOf("2026-11-05");
    const reply = await mailOf(REPLY);
    const seen = await viewOf(relance.run(openMail, { message: reply.message, account: null }));
    expect(seen.state).toBe("claim");
    expect(seen.account).toBe(account);
    expect(seen.reading?.tag).toBe("promise");
    expect(seen.reading?.values).toMatchObject({ by: "2026-11-13", amount: 115_000 });
    expect(seen.reading?.quote?.foreign).toContain("vendredi 13 novembre");
    await viewOf(
      relance.run(
        tagMail,
        {
          account,
          mail: file(reply),
          tag: "promise",
          also: [],
          values: seen.reading!.values,
          suggested: "promise",
          grounds: seen.reading!.grounds,
        },
        new Map([[reply.sha256, reply.bytes]]),
      ),
    );
    const promised = await viewOf(relance.run(claimView, { account }));
    expect(promised.preview).toBeNull();
    expect(words(promised.lines.next)).toMatch(/13/);

    relance.today = dateOf("2026-11-16");
    await viewOf(relance.run(markPaymentsKnown, { asOf: dateOf("2026-11-16"), source: "bank" }));
    await viewOf(relance.run(markLooked, { accounts: [], where: "by-hand" }));
    const next = await viewOf(
      relance.run(prepareDraft, { account, replyTo: reply.message, salt: "b2".repeat(16) }),
    );
    expect(next.mail.text).toContain("13 novembre 2026");
    expect(next.mail.inReplyTo).toBe("answer-1@atelier-bloch.example");
    expect(next.mail.references).toEqual([
      "sent-1@menuiserie-lacombe.example",
      "answer-1@atelier-bloch.example",
    ]);
    expect(next.mail.subject).toBe("Re: Facture LAC-2026-0088");
    expect(next.mail.to).toEqual(["sarah@atelier-bloch.example"]);

    const found = await mailOf(sentMail(next.mail, "Mon, 16 Nov 2026"));
    await viewOf(
      relance.run(fileMail, { account, mail: file(found) }, new Map([[found.sha256, found.bytes]])),
    );
    const after = await viewOf(relance.run(claimView, { account }));
    expect(after.drafts).toEqual([]);

    const exported = await viewOf(relance.run(exportThread, { account, absent: [] }));
    const folder = mkdtempSync(join(tmpdir(), "relance-thread-"));
    try {
      for (const member of exported.members) {
        const path = join(folder, member.name);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(
          path,
          "text" in member ? member.text : ((await relance.bytesOf(member.sha256)) ?? ""),
        );
      }
      const checked = execFileSync("sha256sum", ["-c", "manifest-sha256.txt"], { cwd: folder });
      expect(
        checked
          .toString()
          .split("\n")
          .filter((line) => line.endsWith(": OK")),
      ).toHaveLength(4);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("offers a filed reply in today's list with its words, and confirms it in one click", async () => {
    const relance = await install(driver, "wri-today", "2026-11-05");
    const account = await begin(relance);
    await viewOf(relance.run(markPaymentsKnown, { asOf: dateOf("2026-11-04"), source: "bank" }));
    const reply = await mailOf(REPLY);
    await viewOf(
      relance.run(fileMail, { account, mail: file(reply) }, new Map([[reply.sha256, reply.bytes]])),
    );
    const [row] = (await viewOf(relance.run(todayView, { canWriteDrafts: true }))).rows;
    expect(row?.wordKey).toBe("to-read");
    expect(words(row?.reason ?? [])).toContain("vendredi 13 novembre");
    expect(row?.primary.label.own).toBe("Confirmer 13/11");
    expect(row?.secondary?.action).toEqual({
      go: "message",
      messageId: "answer-1@atelier-bloch.example",
    });
    const action = row?.primary.action;
    if (action === undefined || !("exchange" in action)) throw new Error("no confirmation offered");
    const done = await viewOf(
      relance.run(confirmReading, { account: action.account, exchange: action.exchange }),
    );
    const after = await viewOf(relance.run(todayView, { canWriteDrafts: true }));
    expect(after.rows.filter((one) => one.wordKey === "to-read")).toEqual([]);
    const claim = await viewOf(relance.run(claimView, { account }));
    expect(words(claim.lines.next)).toContain("13");
    await viewOf(
      relance.run(voidBatch, { batch: done.undo!.batch, accounts: done.undo!.accounts }),
    );
    const undone = await viewOf(relance.run(todayView, { canWriteDrafts: true }));
    expect(undone.rows[0]?.wordKey).toBe("to-read");
  });

  it("takes a promise of all for all, and one under a single number for that number", async () => {
    const relance = await install(driver, "wri-all", "2026-11-05");
    const account = await begin(relance);
    await viewOf(
      relance.run(recordAct, {
        account,
        command: {
          type: "record-invoice",
          number: "LAC-2026-0090",
          issuedOn: dateOf("2026-09-20"),
          currency: "EUR",
          total: 20_000,
          portions: [{ amount: 20_000, dueOn: dateOf("2026-10-20"), condition: null }],
          order: null,
          source: "hand",
        },
      }),
    );
    const one = await mailOf(REPLY);
    const single = await viewOf(relance.run(openMail, { message: one.message, account }));
    expect(single.reading?.values.invoices).toHaveLength(1);
    const both = await mailOf(REPLY.replace("des 1 150 €", "pour les deux"));
    const whole = await viewOf(relance.run(openMail, { message: both.message, account }));
    expect(whole.reading?.tag).toBe("promise");
    expect(whole.reading?.values.invoices).toEqual([]);
  });

  it("warns of bank details in a mail of nobody, says what is internal, and asks gently about a name", async () => {
    const relance = await install(driver, "wri-warn");
    const account = await begin(relance);
    await viewOf(
      relance.run(recordAct, {
        account,
        command: { type: "correct-debtor", changes: { siren: "999055205" } },
      }),
    );
    const see = async (text: string) => {
      const { message } = await mailOf(text);
      return viewOf(relance.run(openMail, { message, account: null }));
    };
    const noticesOf = async (text: string) => (await see(text)).notices.map(({ key }) => key);
    const stranger = REPLY.replace(/atelier-bloch/g, "inconnu")
      .replace(/LAC-2026-0088/g, "devis")
      .replace(/sent-1@/g, "other@");
    expect(await noticesOf(stranger)).toEqual([]);
    const forged = `${stranger}\nNouvel IBAN : DE89 3704 0044 0532 0130 00\n`;
    expect(await noticesOf(forged)).toEqual(["fraud"]);
    const honest = `${stranger}\nVotre IBAN ${SAMPLE_CREDITOR.iban ?? ""} est bien noté.\n`;
    expect(await noticesOf(honest)).toEqual([]);
    const named = await see(`${stranger}\nSIREN 999 055 205\n`);
    expect(named).toMatchObject({ state: "choose", choices: [{ account }] });
    expect(named.hint?.own).toContain("peut-être");
    const internal = REPLY.replace(/^From: .*$/m, "From: compta@menuiserie-lacombe.example");
    expect(await noticesOf(internal)).toContain("internal");
  });

  it("never files a mail of nobody, and asks nothing of the ledger but its keys", async () => {
    const relance = await install(driver, "wri-nobody");
    await begin(relance);
    const before = (await relance.entries()).length;
    const stranger = await mailOf(
      REPLY.replace(/atelier-bloch/g, "inconnu")
        .replace(/LAC-2026-0088/g, "devis")
        .replace(/sent-1@/g, "other@"),
    );
    const seen = await viewOf(relance.run(openMail, { message: stranger.message, account: null }));
    expect(seen.state).toBe("nobody");
    expect(seen.lines).toBeNull();
    expect(await relance.entries()).toHaveLength(before);
  });
});
