import { googleServices } from "#gmail/script/google/apps-script.ts";
import { saveDraft } from "#gmail/script/mail/drafts.ts";
import { timeCalls } from "#gmail/script/mail/diagnose.ts";
import { labelMessages, turnLabels } from "#gmail/script/mail/labels.ts";
import { openedIn, wholeMessage } from "#gmail/script/mail/open-message.ts";
import { probeReach } from "#gmail/script/mail/reach.ts";
import type { Mailbox } from "#gmail/script/mail/mail.ts";
import type { MailDraft } from "#shared/app/use-case.ts";
import { ok } from "#shared/kernel/result.ts";

/** What the tests have the bundle do in the realm of Apps Script; each leaves what it saw in a property. */

const tell = (name: string, value: unknown): void => {
  googleServices().properties.write({ [name]: JSON.stringify(value) });
};

const mailboxOf = (event: unknown): Mailbox => ({
  services: googleServices(),
  messageToken: openedIn(event)?.messageToken ?? null,
});

export const readOpen = (event: unknown): void => {
  const opened = openedIn(event);
  const mailbox = mailboxOf(event);
  const whole = opened === null ? null : wholeMessage(mailbox, opened);
  tell(
    "read",
    whole?.ok === true
      ? {
          sha256: whole.value.sha256,
          base64: mailbox.services.base64(whole.value.bytes),
          text: whole.value.message.text,
          keys: whole.value.asks.keys.length,
        }
      : whole,
  );
};

const DRAFT: Omit<MailDraft, "inReplyTo" | "references"> = {
  from: "claire@menuiserie-lacombe.example",
  to: ["paul@nordis.example"],
  cc: [],
  subject: "Re: Facture F-1",
  text: "Bonjour,\n\nMerci de régler F-1 : 1 250,50 €.\n\nR-2ABCDE\n",
  html: "<p>Merci de régler F-1 : 1&nbsp;250,50&nbsp;€.</p><p>R-2ABCDE</p>",
  messageId: "chance.r-2abcde@menuiserie-lacombe.example",
  reference: "R-2ABCDE",
  attachments: [],
};

const file = (size: number) => ({
  sha256: "a".repeat(64),
  bytes: Uint8Array.from({ length: size }, (_, at) => (at * 7) % 256),
});

const draftWith = (event: unknown, bytesOfFile: number): void => {
  const opened = openedIn(event);
  const mailbox = mailboxOf(event);
  const open = opened === null ? null : wholeMessage(mailbox, opened);
  const answered = open?.ok === true ? open.value.message.messageId : null;
  const { sha256, bytes } = file(bytesOfFile);
  const draft: MailDraft = {
    ...DRAFT,
    inReplyTo: answered,
    references: answered === null ? [] : [answered],
    attachments: bytesOfFile === 0 ? [] : [{ name: "F-1.pdf", type: "application/pdf", sha256 }],
  };
  const saved = saveDraft(
    mailbox,
    { key: `draft-${String(bytesOfFile)}`, draft },
    {
      senderName: "Menuiserie Lacombe",
      vault: () => ok(new Map([[sha256, bytes]])),
      open: open?.ok === true ? open.value : null,
    },
  );
  tell("saved", saved.ok ? saved.value : saved.error);
};

export const draftOpen = (event: unknown): void => {
  draftWith(event, 0);
};

export const draftLarge = (event: unknown): void => {
  draftWith(event, 2_600_000);
};

export const roundTrips = (): void => {
  const services = googleServices();
  const bytes = Uint8Array.from({ length: 256 }, (_, at) => at);
  const { properties, cache } = services;
  properties.write({ one: "1", two: "deux" });
  properties.write({ one: null, three: "3" });
  cache.write(new Map([["kept", "é"]]), 60);
  cache.write(new Map([["long", "x".repeat(150_000)]]), 60);
  const held = services.locked(100, () => services.locked(0, () => 1).ok);
  services.hourly.turnOn("onHourly");
  services.hourly.turnOn("onHourly");
  const lost = services.fetchAll([
    { method: "get", url: "https://gmail.googleapis.com/gmail/v1/users/me/profile", headers: {} },
  ]);
  tell("trips", {
    signed: services.bytesOfBase64(services.base64(bytes))?.every((one, at) => one === at),
    unpadded: Array.from(services.bytesOfBase64("_-8") ?? []),
    noBase64: services.bytesOfBase64("no base64!"),
    empty: services.bytesOfBase64("")?.length,
    gzip: services.gunzip(services.gzip("déjà « vu » €")),
    sha256: services.sha256(new Uint8Array([0xff, 0])),
    chance: services.chance(3).map((run) => /^[0-9a-f]{32}$/.test(run)),
    distinct: new Set(services.chance(20)).size,
    properties: [properties.read("one"), properties.read("two"), properties.read("three")],
    cache: [...cache.read(["kept", "long", "none"])],
    held: held.ok && held.value,
    webApp: services.webApp() !== null,
    day: services.dayIn("Pacific/Auckland", Date.parse("2026-11-20T23:30:00Z")),
    status: lost.ok ? lost.value[0]?.status : lost.error,
  });
};

export const probe = (): void => {
  const mailbox: Mailbox = { services: googleServices(), messageToken: null };
  turnLabels(mailbox, true);
  const labelled = labelMessages(mailbox, [{ ids: ["1"], as: "to-read" }], "fr");
  tell("probe", { reach: probeReach(mailbox), labelled });
};

export const diagnose = (event: unknown): void => {
  tell("timed", timeCalls(mailboxOf(event), { open: openedIn(event) }));
};

/** As an earlier version made them, or two clicks at once: more of the job than there may be. */
export const turnOn = (): void => {
  googleServices().hourly.turnOn("onHourly");
};

export const onHourly = (): void => undefined;
