import type { AccountEvent } from "#shared/claims/events.ts";
import { contact, day, debtor, invoice, says, taken } from "../recovery/accounts.ts";

const attached = (kind: "invoice" | "order" | "delivery-note"): AccountEvent =>
  says("document-attached", {
    document: kind,
    kind,
    name: `${kind}.pdf`,
    on: day("2026-08-01"),
    invoice: "f1",
    blob: { sha256: kind.padEnd(64, "0"), size: 10 },
    obtained: "as-received",
  });

const proof = (kind: "deposit" | "first-presentation", on: string): AccountEvent =>
  says("letter-proof-recorded", {
    proof: kind,
    act: "notice",
    kind,
    on: day(on),
    name: null,
    blob: null,
    obtained: null,
  });

/** The register, read on a day. */
export const read = (on: string): AccountEvent =>
  says("identity-seen", {
    seen: on,
    where: "register",
    on: day(on),
    name: "Atelier Bloch",
    siren: "732829320",
    address: "3 quai du Port\n29200 Brest",
    closed: false,
    source: "annuaire-entreprises.data.gouv.fr",
    blob: null,
  });

/** Eight days from first presentation on Saturday 24 October end on Monday 2 November: the last notice may go. */
export const NOTICED: readonly AccountEvent[] = [
  debtor({ address: "3 quai du Port\n29200 Brest", siren: "732829320" }),
  contact(),
  invoice("f1", "2026-08-20"),
  ...(["reminder-1", "reminder-2", "call", "letter"] as const).map((step, index) =>
    taken(step, `2026-09-${String(7 + 7 * index).padStart(2, "0")}`),
  ),
  taken("formal-notice", "2026-10-22", ["f1"], { act: "notice" }),
  says("letter-sent", {
    act: "notice",
    on: day("2026-10-22"),
    channel: "registered",
    number: "1A 204 511 2233 4",
  }),
  proof("deposit", "2026-10-22"),
  proof("first-presentation", "2026-10-24"),
  read("2026-11-18"),
  attached("invoice"),
  attached("order"),
  attached("delivery-note"),
];
