import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createMailbox, draft, mimeOf, send } from "../hosts/outlook/mailbox.ts";
import type { StoredMail } from "../hosts/outlook/mailbox.ts";
import type { Outlook } from "../hosts/outlook/outlook.ts";
import { sha256OfBlob } from "#src/store/blob-hash.ts";
import { MORNING, OWNER, sampleMail } from "./outlook-ledger.ts";
import {
  addressesOf,
  leave,
  LONG,
  openSample,
  openStage,
  paneOf,
  WAIT,
  wordsOf,
  writesOf,
} from "./outlook-pages.ts";
import type { Stage } from "./outlook-pages.ts";

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
}, LONG);
afterAll(() => stage.close());

/** Sarah Bloch promised 1 150 € for the 13th; nothing has come. */
const BROKEN = "045";
const SARAH = "sarah@atelier-bloch.example";

const mailbox = () => createMailbox({ ...OWNER, now: () => new Date(MORNING) });

/** What Outlook shows of the form that it was asked to open. */
const formOf = (outlook: Outlook): StoredMail => {
  const form = outlook.forms.at(-1)?.draft ?? null;
  if (form === null) throw new Error("no form is open");
  return form;
};

describe("a reminder without any sign-in", () => {
  it(
    "opens as an answer to the debtor's own contact, and is filed when its sent copy is opened",
    async () => {
      // Given the answer of Sarah Bloch whose promise was not kept,
      const outlook = await openSample(stage, {
        item: await sampleMail(BROKEN),
        mailbox: mailbox(),
      });
      const pane = paneOf(outlook);
      // then the pane says before the click how the reminder would begin.
      const remind = pane.each("broken/debtor-", "/do");
      await remind.waitFor();
      await pane.says("S'ouvre en réponse à ce message, à son expéditeur seul.");
      // When it is asked for, Outlook's own reply form stands there, to her alone, and nothing was sent or saved.
      await remind.click();
      await pane.announces(
        "Le formulaire est ouvert. Relisez, envoyez, puis dites ici que c'est envoyé.",
      );
      const form = formOf(outlook);
      expect(outlook.forms.map(({ kind }) => kind)).toEqual(["reply"]);
      expect(addressesOf([...form.to, ...form.cc, ...form.bcc])).toEqual([SARAH]);
      expect(form.html).toContain("LAC-2026-0088");
      expect(form.html).toMatch(/R-[0-9A-Z]{6}/);
      expect(form.isSaved).toBe(false);
      expect(writesOf(outlook)).toEqual([]);
      // When she presses Send, and opens the sent mail, the pane knows it by its reference,
      send(outlook.mailbox, form);
      await outlook.selectItem(form);
      await pane.says("Porte notre référence R-");
      await pane.at("file-sent").click();
      // then it is filed with the bytes of the sent copy, and the next step is weeks away.
      const sha256 = await sha256OfBlob(mimeOf(form));
      await pane.says(`SHA-256 ${sha256.slice(0, 12)}…`);
      await expect
        .poll(async () => (await pane.lines())[3], WAIT)
        .toBe("Rien aujourd'hui : prochaine étape le 6 décembre 2026 : 2e relance.");
      await leave(outlook);
    },
    LONG,
  );

  it(
    "opens as a new mail to the known contact where an answer would go to somebody else, and says so twice",
    async () => {
      // Given the same answer, asking for answers at an address that nobody knows,
      const bytes = (await sampleMail(BROKEN)).toString("latin1");
      const asks = "Reply-To: Autre service <autre@ailleurs.example>\r\nSubject:";
      const outlook = await openSample(stage, {
        item: Buffer.from(bytes.replace(/^Subject:/im, asks), "latin1"),
        mailbox: mailbox(),
      });
      const pane = paneOf(outlook);
      const remind = pane.each("broken/debtor-", "/do");
      await remind.waitFor();
      // then the pane says beforehand that the thread cannot be gone on with,
      await pane.says("S'ouvre en nouveau message, dans un nouveau fil");
      await remind.click();
      // and again once the form is there, which is to the contact that the ledger knows.
      await pane.announces("S'ouvre en nouveau message, dans un nouveau fil");
      expect(outlook.forms.map(({ kind }) => kind)).toEqual(["new-message"]);
      expect(addressesOf(formOf(outlook).to)).toEqual([SARAH]);
      expect(formOf(outlook).inReplyTo).toBe("");
      // When she says that it has gone, where the form was opened, the step is taken, and can be taken back.
      await pane.each("draft-", "/gone").click();
      await expect
        .poll(async () => (await pane.lines())[3], WAIT)
        .toContain("prochaine étape le 6 décembre 2026");
      await pane.at("toast/undo").click();
      await expect.poll(async () => (await pane.lines())[3], WAIT).toContain("pas envoyé");
      await leave(outlook);
    },
    LONG,
  );

  it(
    "keeps its words where Outlook opens no form, and opens them again at a click",
    async () => {
      // Given an Outlook that refuses once to open a form,
      const outlook = await openSample(stage, { mailbox: mailbox() });
      const pane = paneOf(outlook);
      await pane.today();
      await outlook.fail("displayNewMessageFormAsync", 5001, 1);
      // when the reminder is asked for from the day's list,
      await pane.each("broken/debtor-", "/do").click();
      // then the draft is ready all the same, the refusal is said,
      await pane.announces("Le brouillon est prêt, mais Outlook n'a pas ouvert le formulaire");
      expect(outlook.forms).toEqual([]);
      // and one click opens it.
      await pane.button("Ouvrir à nouveau").click();
      await pane.announces("Le formulaire est ouvert.");
      expect(addressesOf(formOf(outlook).to)).toEqual([SARAH]);
      await leave(outlook);
    },
    LONG,
  );
});

describe("a draft that is open in Outlook", () => {
  it(
    "takes in text, recipients and subject at one click, is saved, and never takes a stranger's place",
    async () => {
      // Given a reminder that was prepared from the day's list,
      const outlook = await openSample(stage, { mailbox: mailbox() });
      const pane = paneOf(outlook);
      await pane.today();
      await pane.each("broken/debtor-", "/do").click();
      await pane.announces("Le formulaire est ouvert.");
      // when she has begun a mail of her own instead, to somebody who is no contact of that debtor's,
      const stranger = await outlook.selectItem({
        compose: { subject: "Devis", to: [{ name: "X", address: "x@ailleurs.example" }] },
      });
      await pane.says("Rien n'est envoyé.");
      await pane.each("insert/").click();
      // then nothing is put into it, and she is told whom it is addressed to.
      await pane.announces("x@ailleurs.example, qui n'est pas un contact connu de ce débiteur");
      expect(stranger).toMatchObject({ subject: "Devis", isSaved: false });
      expect(stranger?.text).not.toContain("LAC-2026-0088");
      expect(writesOf(outlook)).toEqual([]);
      // When the mail is to nobody yet, with a word of hers in it,
      const own = await outlook.selectItem(
        draft(
          outlook.mailbox,
          { html: "<html><body><p>À bientôt, Claire</p></body></html>" },
          false,
        ),
      );
      await pane.each("insert/").click();
      // then recipients, subject and text stand in it above her own, and Outlook has saved it.
      await pane.announces("Inséré et enregistré. Relisez, puis envoyez.");
      expect(addressesOf(own?.to ?? [])).toEqual([SARAH]);
      expect(own).toMatchObject({
        subject: "Re: Facture LAC-2026-0088 (1 150,00 €)",
        isSaved: true,
      });
      expect(own?.html.indexOf("LAC-2026-0088")).toBeLessThan(own?.html.indexOf("À bientôt") ?? 0);
      // The whole ledger is never attached to a mail to a debtor,
      await pane.at("compose/backup").click();
      await pane.announces("n'y a pas été joint");
      expect(own?.files).toEqual([]);
      // and it is to a draft to herself: the second way out.
      const self = { name: "", address: outlook.mailbox.address };
      const mine = await outlook.selectItem({ compose: { to: [self] } });
      await pane.at("compose/backup").click();
      await pane.announces("Le fichier est joint et le brouillon enregistré.");
      const [file] = mine?.files ?? [];
      expect(file?.name).toBe("relance-2026-11-20.relance");
      expect(file?.bytes.length).toBeGreaterThan(10_000);
      await leave(outlook);
    },
    LONG,
  );

  it(
    "says that a file was not attached where Outlook refuses it, and inserts the rest",
    async () => {
      // Given an old client that refuses files, and a draft open in it,
      const outlook = await openSample(stage, { mailbox: mailbox(), client: { set: "1.8" } });
      const pane = paneOf(outlook);
      await pane.today();
      await pane.each("broken/debtor-", "/do").click();
      await pane.announces("Le formulaire est ouvert.");
      await outlook.fail("addFileAttachmentFromBase64Async", 5000);
      const own = await outlook.selectItem({ compose: {} });
      // when the ledger is to be attached and Outlook does not,
      await pane.at("compose/backup").click();
      // then that is said, and what could be inserted can be inserted still.
      await expect.poll(() => wordsOf(pane.strip), WAIT).toMatch(/ne sait pas le faire|a refusé/);
      await pane.each("insert/").click();
      await pane.announces("Inséré et enregistré.");
      expect(own?.files).toEqual([]);
      expect(addressesOf(own?.to ?? [])).toEqual([SARAH]);
      await leave(outlook);
    },
    LONG,
  );
});
