/// <reference types="office-js" preserve="true" />
import type { OutlookAbility, OutlookFault, OutlookItem } from "#outlook/outlook.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { CallQueue } from "./queue.ts";

/** What every part of this folder works with. */
export type Session = {
  readonly mailbox: Office.Mailbox;
  readonly queue: CallQueue;
  readonly can: Readonly<Record<OutlookAbility, boolean>>;
  /** Whether the client has this requirement set of Mailbox: office.js has the newer methods on old clients too. */
  readonly isSet: (version: string) => boolean;
  /** Whether this is what is open now, by Outlook's own word as well as by its events. */
  readonly isOpen: (item: OutlookItem) => boolean;
};

/** The open mail to read from. Its calls carry no id: the host answers them for whatever is open when they arrive. */
export const openForReading = (
  session: Session,
  item: OutlookItem,
): Result<Office.MessageRead, OutlookFault> => {
  const live = session.mailbox.item as Office.MessageRead | null | undefined;
  if (live == null || item.mode !== "read" || !session.isOpen(item))
    return err({ type: "item-changed" });
  return ok(live);
};

/** The open draft to write into. */
export const openForWriting = (
  session: Session,
  item: OutlookItem,
): Result<Office.MessageCompose, OutlookFault> => {
  const live = session.mailbox.item as Office.MessageCompose | null | undefined;
  if (live == null || item.mode !== "compose" || !session.isOpen(item))
    return err({ type: "item-changed" });
  return ok(live);
};

export const refuseUnless = (session: Session, ability: OutlookAbility): OutlookFault | null =>
  session.can[ability] ? null : { type: "unsupported", ability };
