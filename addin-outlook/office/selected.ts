import * as z from "zod/mini";
import type { OutlookEvidence, OutlookFault, SelectedItem } from "#outlook/outlook.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { LONG_CALL_LIMIT_MS } from "./call.ts";
import { wholeMail } from "./evidence.ts";
import { refuseUnless } from "./session.ts";
import type { Session } from "./session.ts";

z.config({ jitless: true });

const details = z.array(
  z.object({
    itemId: z.optional(z.nullable(z.string())),
    itemType: z.optional(z.nullable(z.string())),
    subject: z.optional(z.nullable(z.string())),
    internetMessageId: z.optional(z.nullable(z.string())),
  }),
);

/** Messages that Outlook lets an add-in see at a time. */
export const SELECTED_MAX = 100;

/** The selected mails, appointments left out. */
export const selectedItems = async (
  session: Session,
): Promise<Result<readonly SelectedItem[], OutlookFault>> => {
  const refusal = refuseUnless(session, "several");
  if (refusal !== null) return err(refusal);
  const answer = await session.queue.call<unknown>(
    (heard) => {
      session.mailbox.getSelectedItemsAsync(heard);
    },
    { ability: "several" },
  );
  if (!answer.ok) return answer;
  const parsed = z.safeParse(details, answer.value ?? []);
  if (!parsed.success) return err({ type: "failed", code: null, detail: "selected-items" });
  return ok(
    parsed.data
      .filter((one) => one.itemType == null || one.itemType.toLowerCase() === "message")
      .flatMap((one) =>
        one.itemId == null || one.itemId === ""
          ? []
          : [
              {
                id: one.itemId,
                subject: one.subject ?? "",
                internetMessageId: one.internetMessageId ?? null,
              },
            ],
      )
      .slice(0, SELECTED_MAX),
  );
};

type Loaded = Office.LoadedMessageRead | Office.LoadedMessageCompose;

/**
 * Reads selected mails by their ids. Outlook holds one loaded mail at a time, and refuses the next until it is let go:
 * who asks for several waits in line, and each is let go of whatever came of it.
 */
export const selectedReader = (
  session: Session,
): ((item: SelectedItem) => Promise<Result<OutlookEvidence, OutlookFault>>) => {
  let last: Promise<unknown> = Promise.resolve();

  const read = async (item: SelectedItem): Promise<Result<OutlookEvidence, OutlookFault>> => {
    const refusal = refuseUnless(session, "several");
    if (refusal !== null) return err(refusal);
    const loaded = await session.queue.call<Loaded>(
      (heard) => {
        session.mailbox.loadItemByIdAsync(item.id, heard);
      },
      { ability: "several", limitMs: LONG_CALL_LIMIT_MS },
    );
    if (!loaded.ok) return loaded;
    // A draft among them has no file.
    const whole: Result<OutlookEvidence, OutlookFault> =
      "getAsFileAsync" in loaded.value
        ? await wholeMail(session, loaded.value)
        : err({ type: "unsupported", ability: "evidence" });
    await session.queue.call<unknown>((heard) => {
      loaded.value.unloadAsync(heard);
    });
    return whole;
  };

  return (item) => {
    const turn = last.then(() => read(item));
    last = turn;
    return turn;
  };
};
