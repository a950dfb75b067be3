import type { MailDraft } from "#shared/app/use-case.ts";
import type { GraphMailbox } from "#outlook/graph/ports.ts";
import type { Pane } from "./pane.ts";

const MAILBOXES_KEY = "shared-mailboxes";
/** More than a person answers from; each is asked at every look. */
const SHARED_MAX = 5;

const OWN: GraphMailbox = { kind: "own" };

/** The person's own mailbox, and those of others that a draft was put into from here. */
export const mailboxesOf = ({ remembered }: Pane): readonly GraphMailbox[] => {
  const shared = (remembered.read(MAILBOXES_KEY) ?? "").split("\n").filter((one) => one !== "");
  return [OWN, ...shared.map((address) => ({ kind: "shared" as const, address }))];
};

/** A draft that answers the open mail belongs where that mail lies; every other into the person's own mailbox. */
export const mailboxFor = async (pane: Pane, draft: MailDraft): Promise<GraphMailbox> => {
  const item = pane.outlook.item.peek();
  const mail = pane.openMail.peek();
  const isOpen = mail !== null && mail.key === item?.key;
  if (item?.isShared !== true || !isOpen || mail.message.messageId !== draft.inReplyTo) return OWN;
  const place = await pane.outlook.graphItem(item);
  if (place === null) return OWN;
  const known = mailboxesOf(pane).flatMap((one) => (one.kind === "shared" ? [one.address] : []));
  const all = [place.mailbox, ...known.filter((one) => one !== place.mailbox)];
  pane.remembered.write(MAILBOXES_KEY, all.slice(0, SHARED_MAX).join("\n"));
  return { kind: "shared", address: place.mailbox };
};
