import type { AccountState } from "./account.ts";
import type { EntryNote } from "./entry-note.ts";
import type { AccountEvent, AccountEventType } from "./events.ts";
import type { fileSchemas, moneySchemas } from "./file-events.ts";
import { added, changed, replaced, withKey } from "./file-folding.ts";
import type { Fold } from "./file-folding.ts";
import { fileOf } from "./file.ts";
import type { lawSchemas } from "./law-events.ts";
import { samePerson } from "./same.ts";

type FileEventType = keyof typeof fileSchemas | keyof typeof moneySchemas | keyof typeof lawSchemas;
export type FileEvent = Extract<AccountEvent, { readonly type: FileEventType }>;
type Of<K extends AccountEventType> = Extract<AccountEvent, { readonly type: K }>;

const planChosen =
  ({ invoice, plan }: Of<"plan-chosen">["data"]): Fold =>
  (file) =>
    invoice === null
      ? { ...file, plan }
      : { ...file, planByInvoice: withKey(file.planByInvoice, invoice, plan) };

const payerRemoved =
  (payer: string): Fold =>
  (file) =>
    file.payers.some((known) => known.payer === payer)
      ? { ...file, payers: file.payers.filter((known) => known.payer !== payer) }
      : "of-unknown";

const foldOf = (event: FileEvent): Fold => {
  switch (event.type) {
    case "terms-set":
      return (file, entry) => ({ ...file, terms: { ...event.data, entry } });
    case "invoicing-way-set":
      return (file, entry) => ({ ...file, invoicingWay: { ...event.data, entry } });
    case "performance-dated":
      return (file) => ({
        ...file,
        performed: withKey(file.performed, event.data.invoice, event.data.on),
      });
    case "sensitive-hold-placed":
      return added(
        "sensitiveHolds",
        ({ hold }) => hold,
        event.data,
        (entry) => ({
          ...event.data,
          liftedOn: null,
          entry,
        }),
      );
    case "sensitive-hold-lifted":
      return changed(
        "sensitiveHolds",
        ({ hold }) => hold === event.data.hold,
        (item) => (item.liftedOn === null ? { ...item, liftedOn: event.data.on } : item),
      );
    case "security-recorded":
      return added(
        "securities",
        ({ security }) => security,
        event.data,
        (entry) => ({
          ...event.data,
          released: null,
          entry,
        }),
      );
    case "security-released":
      return changed(
        "securities",
        ({ security }) => security === event.data.security,
        (item) => (item.released === null ? { ...item, released: endOf(event.data) } : item),
      );
    case "identity-seen":
      return added(
        "identities",
        ({ seen }) => seen,
        event.data,
        (entry) => ({
          ...event.data,
          entry,
        }),
      );
    case "payer-named":
      return replaced(
        "payers",
        ({ payer }) => payer,
        (entry) => ({ ...event.data, entry }),
      );
    case "payer-removed":
      return payerRemoved(event.data.payer);
    case "owner-set":
      return (file) => ({ ...file, owner: event.data.owner });
    case "charge-mode-set":
      return (file, entry) => ({ ...file, chargeMode: { ...event.data, entry } });
    case "plan-chosen":
      return planChosen(event.data);
    case "allocation-order-set":
      return (file, entry) => ({ ...file, allocationOrder: { ...event.data, entry } });
    case "insurance-set":
      return (file, entry) => ({ ...file, insurance: { ...event.data, entry } });
    case "insurer-consented":
      return added(
        "insurerConsents",
        ({ consent }) => consent,
        event.data,
        (entry) => ({
          ...event.data,
          entry,
        }),
      );
    case "dispute-entrusted":
      return replaced(
        "disputesEntrusted",
        ({ dispute }) => dispute,
        (entry) => ({
          ...event.data,
          entry,
        }),
      );
    case "set-off-claimed":
      return added(
        "setOffs",
        ({ setOff }) => setOff,
        event.data,
        (entry) => ({
          ...event.data,
          agreed: null,
          refused: null,
          entry,
        }),
      );
    case "set-off-agreed":
      return changed(
        "setOffs",
        ({ setOff }) => setOff === event.data.setOff,
        (item) => {
          const { on, allocations } = event.data;
          return item.agreed === null ? { ...item, agreed: { on, allocations } } : item;
        },
      );
    case "set-off-refused":
      return changed(
        "setOffs",
        ({ setOff }) => setOff === event.data.setOff,
        (item) => (item.refused === null ? { ...item, refused: endOf(event.data) } : item),
      );
    case "invoice-written-off":
      return added(
        "writeOffs",
        ({ writeOff }) => writeOff,
        event.data,
        (entry) => ({
          ...event.data,
          takenBack: null,
          entry,
        }),
      );
    case "write-off-taken-back":
      return changed(
        "writeOffs",
        ({ writeOff }) => writeOff === event.data.writeOff,
        (item) => (item.takenBack === null ? { ...item, takenBack: endOf(event.data) } : item),
      );
    case "discount-offered":
      return replaced(
        "discounts",
        ({ invoice }) => invoice,
        (entry) => ({ ...event.data, entry }),
      );
    case "payment-returned":
      return added(
        "returns",
        ({ payment }) => payment,
        event.data,
        (entry) => ({
          ...event.data,
          entry,
        }),
      );
    case "invoices-assigned":
      return added(
        "assignments",
        ({ assignment }) => assignment,
        event.data,
        (entry) => ({
          ...event.data,
          ended: null,
          entry,
        }),
      );
    case "assignment-ended":
      return changed(
        "assignments",
        ({ assignment }) => assignment === event.data.assignment,
        (item) => (item.ended === null ? { ...item, ended: endOf(event.data) } : item),
      );
    case "claims-handed-over":
      return added(
        "handOvers",
        ({ handOver }) => handOver,
        event.data,
        (entry) => ({
          ...event.data,
          ended: null,
          entry,
        }),
      );
    case "hand-over-ended":
      return changed(
        "handOvers",
        ({ handOver }) => handOver === event.data.handOver,
        (item) => (item.ended === null ? { ...item, ended: endOf(event.data) } : item),
      );
    case "insolvency-opened":
      return (file, entry) => {
        const { insolvency } = event.data;
        // Its facts set right, or said twice: what has ended stays ended.
        const ended = file.insolvencies.find((known) => known.insolvency === insolvency)?.ended;
        const others = file.insolvencies.filter((known) => known.insolvency !== insolvency);
        const item = { ...event.data, ended: ended ?? null, entry };
        return { ...file, insolvencies: [...others, item] };
      };
    case "insolvency-ended":
      return changed(
        "insolvencies",
        ({ insolvency }) => insolvency === event.data.insolvency,
        (item) => (item.ended === null ? { ...item, ended: endOf(event.data) } : item),
      );
    case "limitation-interrupted":
      return added(
        "interruptions",
        ({ interruption }) => interruption,
        event.data,
        (entry) => ({
          ...event.data,
          entry,
        }),
      );
    case "limitation-suspended":
      return replaced(
        "suspensions",
        ({ suspension }) => suspension,
        (entry) => ({
          ...event.data,
          entry,
        }),
      );
    case "legal-fact-recorded":
      return added(
        "legalFacts",
        ({ fact }) => fact,
        event.data,
        (entry) => ({
          ...event.data,
          entry,
        }),
      );
    case "clock-stopped":
      return replaced(
        "stoppedClocks",
        ({ clock }) => clock,
        (entry) => ({
          ...event.data,
          entry,
        }),
      );
    case "letter-sent":
      return replaced(
        "letters",
        ({ act }) => act,
        (entry) => ({ ...event.data, entry }),
      );
    case "letter-proof-recorded":
      return added(
        "letterProofs",
        ({ proof }) => proof,
        event.data,
        (entry) => ({
          ...event.data,
          entry,
        }),
      );
    case "acceleration-noticed":
      return added(
        "accelerations",
        ({ notice }) => notice,
        event.data,
        (entry) => ({
          ...event.data,
          entry,
        }),
      );
    case "acceleration-drafted":
      return added(
        "accelerationDrafts",
        ({ draft }) => draft,
        event.data,
        (entry) => ({
          ...event.data,
          entry,
        }),
      );
    case "approval-asked":
      return added(
        "approvals",
        ({ approval }) => approval,
        event.data,
        (entry) => ({
          ...event.data,
          given: null,
          refused: null,
          entry,
        }),
      );
    case "approval-given":
      return changed(
        "approvals",
        ({ approval }) => approval === event.data.approval,
        (item, entry) =>
          // Whoever asked does not agree with himself, whatever a hand-made log says.
          item.given === null && item.refused === null && !samePerson(entry.by, item.entry.by)
            ? { ...item, given: { on: event.data.on, by: entry.by } }
            : item,
      );
    case "approval-refused":
      return changed(
        "approvals",
        ({ approval }) => approval === event.data.approval,
        (item, entry) =>
          item.given === null && item.refused === null
            ? { ...item, refused: { ...endOf(event.data), by: entry.by } }
            : item,
      );
  }
};

const endOf = <D>({ on, reason }: { readonly on: D; readonly reason: string }) => ({ on, reason });

/** What the event is about, for a misfit: its first id. */
const subjectOf = ({ data }: FileEvent): string => {
  const values: readonly unknown[] = Object.values(data);
  const [first] = values;
  return typeof first === "string" ? first : "";
};

/** Folds one event of the debtor's file: any event in any state; what does not fit is a misfit. */
export const evolveFile = (
  state: AccountState,
  event: FileEvent,
  entry: EntryNote,
): AccountState => {
  const file = fileOf(state);
  const next = foldOf(event)(file, entry);
  if (typeof next === "string") {
    const misfit = { type: next, event: event.type, subject: subjectOf(event), entry };
    return { ...state, misfits: [...state.misfits, misfit] };
  }
  return next === file ? state : { ...state, file: next };
};
