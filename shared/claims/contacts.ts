import type { AccountState, Contact } from "./account.ts";
import type { ContactRole } from "./events.ts";

/** Who stands in where nobody has the role; a contact without any role comes before the approver of invoices. */
const STAND_INS: Readonly<Record<ContactRole, readonly ContactRole[]>> = {
  chasing: ["chasing", "invoicing"],
  invoicing: ["invoicing", "chasing"],
  approver: ["approver", "chasing", "invoicing"],
};

/** Lower fits better. */
const fitOf = ({ roles }: Contact, role: ContactRole): number => {
  const order = STAND_INS[role];
  const rank = order.findIndex((one) => roles.includes(one));
  if (rank >= 0) return rank;
  return roles.length === 0 ? order.length : order.length + 1;
};

const hasText = (text: string | null): boolean => text !== null && text.trim() !== "";

/** When this contact last wrote, was written to or was spoken to; empty where never. */
const lastHeardOf = (state: AccountState, { email, name }: Contact): string => {
  const known = [email, name].flatMap((text) =>
    text === null || text.trim() === "" ? [] : [text.trim().toLowerCase()],
  );
  let last = "";
  for (const { automatic, direction, from, to, at } of state.exchanges) {
    if (automatic || direction === "internal" || at <= last) continue;
    const people = [from ?? "", ...to];
    if (people.some((one) => known.includes(one.trim().toLowerCase()))) last = at;
  }
  return last;
};

/**
 * The contact still there to turn to in a role: whoever has it, else who stands in for it; of two, the one of the most
 * recent exchange, then the one known longer. `reach` asks for an address or a telephone number.
 */
export const proposedContact = (
  state: AccountState,
  role: ContactRole,
  reach: "email" | "phone" = "email",
): Contact | null => {
  let best: { readonly contact: Contact; readonly fit: number; readonly last: string } | null =
    null;
  for (const contact of state.contacts) {
    if (contact.retired !== null || !hasText(contact[reach])) continue;
    const fit = fitOf(contact, role);
    const last = lastHeardOf(state, contact);
    if (best === null || fit < best.fit || (fit === best.fit && last > best.last))
      best = { contact, fit, last };
  }
  return best?.contact ?? null;
};

export type ReplacedContact = {
  readonly retired: Contact;
  /** Null: nobody is left to write to. */
  readonly next: Contact | null;
};

/**
 * Who bounced or left last in a role that nobody has since, and who is proposed in his place. Null while somebody still
 * has the role, or nobody ever left it.
 */
export const replacedContact = (state: AccountState, role: ContactRole): ReplacedContact | null => {
  let last: Contact | null = null;
  for (const contact of state.contacts) {
    if (!contact.roles.includes(role) || !hasText(contact.email)) continue;
    if (contact.retired === null) return null;
    if (last === null || contact.retired.on >= (last.retired?.on ?? "")) last = contact;
  }
  return last === null ? null : { retired: last, next: proposedContact(state, role) };
};
