import type { FormDefinition, FormState } from "./form-spec.ts";

/** Refusals that name no field, and the field they are about. */
const FIELD_BY_REFUSAL: Readonly<Record<string, string>> = {
  "number-taken": "number",
  "credit-note-taken": "number",
  "contact-taken": "email",
  "contact-empty": "email",
  "debtor-taken": "name",
  "debtor-known": "name",
  "portions-do-not-add-up": "total",
  "over-allocated": "allocations",
  "instalments-too-few": "parts",
  "payment-taken": "amount",
  "nothing-open": "invoice",
  "already-assigned": "invoices",
  "already-handed-over": "invoices",
  "assigned-mixed": "invoices",
  "insurer-consent-missing": "parts",
  "does-not-interrupt": "cause",
  "not-a-letter": "act",
  "proofs-contradict": "kind",
  "no-instalment-missed": "instalments",
};

/** The field that a refusal is about, to be said beside it; null: it is about none. */
export const fieldOf = (
  refusal: { readonly type: string; readonly field?: string },
  definition: Omit<FormDefinition, "read">,
  state: FormState,
): string | null => {
  const path = refusal.field ?? FIELD_BY_REFUSAL[refusal.type] ?? "";
  const [first = "", rank = "", last = ""] = path.split(".");
  // The due date of the only part is a field of the invoice's own form.
  const wanted = first === "portions" && last !== "" ? (last === "amount" ? "total" : last) : path;
  if (first === "parts" && Number(rank) < state.parts.length && last !== "") {
    return `part-${rank}/${last}`;
  }
  // A part of a whole (`policy.insurer`) has its field by its own name.
  const names = [wanted, first, rank];
  return definition.fields.find(({ name }) => names.includes(name))?.name ?? null;
};
