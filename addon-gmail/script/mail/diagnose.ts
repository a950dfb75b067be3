import type { Language } from "#shared/kernel/money.ts";
import { own } from "#shared/kernel/text.ts";
import type { Own } from "#shared/kernel/text.ts";
import { GMAIL_MAIL } from "#shared/locales/gmail-mail.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import type { HttpRequest } from "#gmail/script/google-port.ts";
import { gmailFaultText } from "./fault-text.ts";
import { ask, inPath } from "./gmail-client.ts";
import type { GmailFault, Mailbox, OpenedIn, Timed, TimedCall } from "./mail.ts";
import { fullOf, rawOf } from "./open-message.ts";

/** What is written and taken away again. */
const TRIED = "tried";
/** Bytes that are hashed, and characters packed: a long mail, and a shard. */
const HASHED_BYTES = 1_000_000;
const PACKED_CHARS = 200_000;
const DRIVE_ROUND = 4;

type Outcome = GmailFault | { readonly type: "failed" } | null;

export type DiagnoseOptions = {
  readonly open: OpenedIn | null;
  /** What only the composition can try: the ledger as a card reads it, a part of the script. True: it answered. */
  readonly tries?: Readonly<Partial<Record<"ledger" | "part", () => boolean>>>;
};

/**
 * Each service once on the real account, one after another: how long it takes here, and which refuses. Nothing is left
 * behind. The figures are what docs/gmail-quirks.md waits for.
 */
export const timeCalls = (
  mailbox: Mailbox,
  { open, tries = {} }: DiagnoseOptions,
): readonly Timed[] => {
  const { services } = mailbox;
  const gmail = (request: Parameters<typeof ask>[1]): Outcome => {
    const answer = ask(mailbox, request);
    return answer.ok ? null : answer.error;
  };
  const drive = (count: number): Outcome => {
    const answered = services.fetchAll(Array.from({ length: count }, () => aboutDrive(mailbox)));
    if (!answered.ok) return { type: "offline" };
    const refused = answered.value.find(({ status }) => status !== 200);
    return refused === undefined ? null : { type: "refused", status: refused.status, code: "" };
  };
  const calls: readonly (readonly [TimedCall, (() => Outcome) | null])[] = [
    ["properties", done(() => services.properties.readAll())],
    ["property-write", done(() => services.properties.write({ [TRIED]: "1" }))],
    ["cache-write", done(() => services.cache.write(new Map([[TRIED, "1"]]), 60))],
    ["cache-read", done(() => services.cache.read([TRIED]))],
    ["lock", () => (services.locked(1_000, () => null).ok ? null : { type: "failed" })],
    ["message", open === null ? null : () => gmail(fullOf(open.messageId))],
    ["raw", open === null ? null : () => gmail(rawOf(open.messageId))],
    [
      "thread",
      open === null
        ? null
        : () => gmail({ method: "get", path: `/threads/${inPath(open.threadId)}?format=minimal` }),
    ],
    ["drive", () => drive(1)],
    ["drive-parallel", () => drive(DRIVE_ROUND)],
    ["hash", done(() => services.sha256(new Uint8Array(HASHED_BYTES)))],
    ["gzip", done(() => services.gunzip(services.gzip("é".repeat(PACKED_CHARS))))],
    ["ledger", answering(tries.ledger)],
    ["part", answering(tries.part)],
  ];
  // The first reading of an execution comes out of its memory.
  services.properties.readAll();
  const timed = calls.map(([call, work]): Timed => {
    if (work === null) return { call, ms: null, fault: null };
    const began = services.now();
    const fault = work();
    return { call, ms: services.now() - began, fault };
  });
  services.properties.write({ [TRIED]: null });
  services.cache.remove([TRIED]);
  return timed;
};

const done = (work: () => unknown) => (): Outcome => {
  work();
  return null;
};

const answering = (work: (() => boolean) | undefined): (() => Outcome) | null =>
  work === undefined ? null : () => (work() ? null : { type: "failed" });

/** The smallest question that Drive answers under our scopes. */
const aboutDrive = ({ services }: Mailbox): HttpRequest => ({
  method: "get",
  url: "https://www.googleapis.com/drive/v3/about?fields=kind",
  headers: { Authorization: `Bearer ${services.token()}` },
});

/** As a card shows it: what was tried, and how long it took or why it did not answer. */
export const timedRows = (
  timed: readonly Timed[],
  language: Language,
): readonly { readonly label: Own; readonly value: Sentence }[] => {
  const words = GMAIL_MAIL[language].diagnosis;
  return timed.map(({ call, ms, fault }) => ({
    label: words.calls[call],
    value:
      ms === null
        ? [words.notTried]
        : fault === null
          ? [own(`${String(ms)} ms`)]
          : fault.type === "failed"
            ? [words.failed(ms)]
            : [words.failed(ms), own(" "), ...gmailFaultText(fault, language)],
  }));
};
