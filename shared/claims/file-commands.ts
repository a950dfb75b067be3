import type { AccountEventData as Data } from "./events.ts";

/** Acts by hand on the debtor's file: terms, securities, who chases, what the law stops, letters, approvals. */

type Ending = { readonly on: Data<"security-released">["on"]; readonly reason: string };

export type FileCommand =
  | ({ readonly type: "set-terms" } & Data<"terms-set">)
  | ({ readonly type: "set-invoicing-way" } & Data<"invoicing-way-set">)
  | ({ readonly type: "date-performance" } & Data<"performance-dated">)
  | ({ readonly type: "place-sensitive-hold" } & Omit<Data<"sensitive-hold-placed">, "hold">)
  | ({ readonly type: "lift-sensitive-hold" } & Data<"sensitive-hold-lifted">)
  | ({ readonly type: "record-security" } & Omit<Data<"security-recorded">, "security">)
  | ({ readonly type: "release-security"; readonly security: string } & Ending)
  | ({ readonly type: "record-identity" } & Omit<Data<"identity-seen">, "seen">)
  | ({ readonly type: "name-payer" } & Omit<Data<"payer-named">, "payer">)
  | ({ readonly type: "remove-payer" } & Data<"payer-removed">)
  | ({ readonly type: "set-owner" } & Data<"owner-set">)
  | ({ readonly type: "set-charge-mode" } & Data<"charge-mode-set">)
  | ({ readonly type: "choose-plan" } & Data<"plan-chosen">)
  | ({ readonly type: "set-allocation-order" } & Data<"allocation-order-set">)
  | ({ readonly type: "set-insurance" } & Data<"insurance-set">)
  | ({ readonly type: "record-insurer-consent" } & Omit<Data<"insurer-consented">, "consent">)
  | ({ readonly type: "entrust-dispute" } & Data<"dispute-entrusted">);

export type MoneyFileCommand =
  | ({ readonly type: "claim-set-off" } & Omit<Data<"set-off-claimed">, "setOff">)
  /** `allocations` null: to the invoices it names, else to the oldest due. */
  | {
      readonly type: "agree-set-off";
      readonly setOff: string;
      readonly on: Data<"set-off-agreed">["on"];
      readonly allocations: Data<"set-off-agreed">["allocations"] | null;
    }
  | ({ readonly type: "refuse-set-off"; readonly setOff: string } & Ending)
  /** `amount` null: all that is open. */
  | ({ readonly type: "write-off-invoice"; readonly amount: number | null } & Omit<
      Data<"invoice-written-off">,
      "writeOff" | "amount"
    >)
  | ({ readonly type: "take-back-write-off"; readonly writeOff: string } & Ending)
  | ({ readonly type: "offer-discount" } & Data<"discount-offered">)
  | ({ readonly type: "return-payment" } & Data<"payment-returned">);

export type LawCommand =
  | ({ readonly type: "assign-invoices" } & Omit<Data<"invoices-assigned">, "assignment">)
  | ({ readonly type: "end-assignment"; readonly assignment: string } & Ending)
  | ({ readonly type: "hand-over-claims" } & Omit<Data<"claims-handed-over">, "handOver">)
  | ({ readonly type: "end-hand-over"; readonly handOver: string } & Ending)
  /** `insolvency` null: a new one; else its facts set right (published, judgment, officer). */
  | ({ readonly type: "record-insolvency"; readonly insolvency: string | null } & Omit<
      Data<"insolvency-opened">,
      "insolvency"
    >)
  | ({ readonly type: "end-insolvency"; readonly insolvency: string } & Ending)
  | ({ readonly type: "record-interruption" } & Omit<
      Data<"limitation-interrupted">,
      "interruption"
    >)
  | ({ readonly type: "record-suspension"; readonly suspension: string | null } & Omit<
      Data<"limitation-suspended">,
      "suspension"
    >)
  | ({ readonly type: "record-legal-fact" } & Omit<Data<"legal-fact-recorded">, "fact">)
  | ({ readonly type: "stop-clock" } & Data<"clock-stopped">)
  | ({ readonly type: "record-letter-sent" } & Data<"letter-sent">)
  | ({ readonly type: "record-letter-proof" } & Omit<Data<"letter-proof-recorded">, "proof">)
  | ({ readonly type: "notice-acceleration" } & Omit<Data<"acceleration-noticed">, "notice">)
  | ({ readonly type: "ask-approval" } & Omit<Data<"approval-asked">, "approval">)
  | ({ readonly type: "give-approval" } & Data<"approval-given">)
  | ({ readonly type: "refuse-approval"; readonly approval: string } & Ending);
