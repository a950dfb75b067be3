import { capital } from "#shared/kernel/text.ts";
import type { Message } from "#shared/mail/message.ts";

/** Names of mailboxes that belong to nobody: the domain says more. */
const SHARED_BOXES =
  /^(?:compta|comptabilite|accounts?|accounting|facturation|billing|contact|info|admin|direction)\b/i;

/** What a mail of nobody says of who wrote it: where the name of a debtor begins. */
export const nameInMail = ({ from }: Message): string => {
  if (from === null) return "";
  if (from.name !== "" && !SHARED_BOXES.test(from.name)) return from.name;
  const domain = from.address.slice(from.address.indexOf("@") + 1);
  const label = domain.slice(0, Math.max(domain.lastIndexOf("."), 0));
  return capital(label);
};
