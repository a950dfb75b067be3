import { createHash } from "node:crypto";
import { chainEntries, emptyTip } from "#shared/ledger/append.ts";
import type { NewEntry, Tip } from "#shared/ledger/append.ts";
import type { Entry } from "#shared/ledger/entry.ts";
import { ENTRY_VOIDED, PAYLOAD_ERASED } from "#shared/ledger/voiding.ts";
import { eraseEntry, withholdEntry } from "#shared/ledger/merge.ts";
import type { Segment } from "#shared/ledger/segment.ts";

export const LEDGER = "led-0123456789abcdef0123";

export const sha256 = (data: string | Uint8Array): string =>
  createHash("sha256").update(data).digest("hex");

/** A salt that is the same in every run. */
export const saltOf = (seed: string): string => sha256(seed).slice(0, 32);

/** One entry appended to a tip, and the tip after it. */
export const appended = (
  tip: Tip,
  draft: Partial<NewEntry>,
  at = "2026-11-20T07:55:00.000Z",
): { readonly entry: Entry; readonly tip: Tip } => {
  const made = chainEntries(
    tip,
    [{ stream: "account/deb-1", type: "call-logged", version: 1, data: {}, ...draft }],
    { by: "Claire Lacombe", at, salts: [saltOf(`${tip.writer} ${String(tip.sequence + 1)}`)] },
  );
  return { entry: made.entries[0] as Entry, tip: made.tip };
};

/** A log of one writer: `count` entries that each say their number. */
export const logOf = (writer: string, count: number, tick = 0): readonly Entry[] => {
  let tip = emptyTip(LEDGER, writer, tick);
  return Array.from({ length: count }, (_, index) => {
    const step = appended(tip, { data: { number: index + 1 } });
    tip = step.tip;
    return step.entry;
  });
};

export const INVOICE_BYTES = "Facture FA-2026-117 : 1 234,56 €\r\n";
const INVOICE_BLOB = {
  sha256: sha256(INVOICE_BYTES),
  size: Buffer.byteLength(INVOICE_BYTES),
};

const OFFICE = "wri-00112233445566778899";
const PHONE = "wri-ffeeddccbbaa99887766";

/** The ledger whose texts lie in test/fixtures/ledger/: two writers, 14 entries, one erased, one withheld. */
export const goldenSegments = (): readonly Segment[] => {
  let office = emptyTip(LEDGER, OFFICE);
  let phone = emptyTip(LEDGER, PHONE);
  const entries: Entry[] = [];
  let minute = 0;
  const write = (tip: Tip, draft: Partial<NewEntry>): Tip => {
    minute += 1;
    const at = `2026-11-20T08:${String(minute).padStart(2, "0")}:00.000Z`;
    const step = appended(tip, draft, at);
    entries.push(step.entry);
    return step.tip;
  };
  const onOffice = (draft: Partial<NewEntry>): string => {
    office = write(office, draft);
    return office.hash;
  };
  const onPhone = (draft: Partial<NewEntry>): string => {
    phone = write(phone, draft);
    return phone.hash;
  };
  const account = "account/deb-5b1f0c9a7e";
  const batch = "bat-2026112008";
  onOffice({
    stream: "creditor",
    type: "ledger-opened",
    data: { name: "Menuiserie Lacombe SARL" },
  });
  onOffice({
    stream: account,
    type: "debtor-added",
    data: { name: "Hôtel Œuvré", kind: "business" },
  });
  onOffice({
    stream: account,
    type: "invoice-issued",
    batch,
    blobs: [INVOICE_BLOB],
    data: { number: "FA-2026-117", total: { minor: 123456, currency: "EUR" }, due: "2026-10-31" },
  });
  onOffice({
    stream: account,
    type: "invoice-issued",
    batch,
    data: { number: "FA-2026-118", total: { minor: -5000, currency: "EUR" }, due: "2026-10-31" },
  });
  const called = onOffice({
    stream: account,
    type: "call-logged",
    data: { note: "En arrêt maladie" },
  });
  const disputed = onOffice({
    stream: account,
    type: "dispute-raised",
    data: { reason: "quality", note: "Secret des affaires" },
  });
  phone = { ...phone, tick: office.tick };
  onPhone({
    stream: account,
    type: "payment-received",
    data: {
      minor: 50000,
      note: '"Acompte" \\ reçu\n\t👍 \u2028 \u007f',
      lines: [],
      none: null,
      sure: true,
    },
  });
  const wrong = onPhone({ stream: account, type: "payment-received", data: { minor: 999 } });
  onPhone({
    stream: account,
    type: ENTRY_VOIDED,
    data: { entries: [wrong], reason: "Saisi deux fois" },
  });
  // The office has not seen the phone yet: its tick is one that the phone used too.
  onOffice({ stream: account, type: "promise-made", data: { minor: 73456, by: "2026-11-27" } });
  const voided = onPhone({ stream: account, type: ENTRY_VOIDED, data: { batch, entries: [] } });
  office = { ...office, tick: Math.max(office.tick, phone.tick) };
  onOffice({
    stream: account,
    type: PAYLOAD_ERASED,
    data: { entries: [called], reason: "RGPD art. 17" },
  });
  onPhone({ stream: account, type: ENTRY_VOIDED, data: { entries: [voided] } });
  onOffice({
    stream: "mailbox",
    type: "sender-set-aside",
    data: { é: 1, e: 2, E: 3, "10": 4, "9": 5 },
  });
  const kept = entries.map((entry) =>
    entry.hash === called
      ? eraseEntry(entry)
      : entry.hash === disputed
        ? withholdEntry(entry)
        : entry,
  );
  const of = (writer: string): readonly Entry[] =>
    kept.filter((entry) => entry.header.writer === writer);
  const segment = (
    writer: string,
    first: number,
    sealed: boolean,
    run: readonly Entry[],
  ): Segment => ({
    ledger: LEDGER,
    writer,
    first,
    sealed,
    entries: run,
  });
  return [
    segment(OFFICE, 1, true, of(OFFICE).slice(0, 5)),
    segment(OFFICE, 6, false, of(OFFICE).slice(5)),
    segment(PHONE, 1, false, of(PHONE)),
  ];
};
