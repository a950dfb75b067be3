import * as z from "zod/mini";
import type { Insertion, OutlookFault, OutlookItem, OutlookRecipients } from "#outlook/outlook.ts";
import { base64OfBytes } from "#shared/kernel/bytes.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { htmlText } from "#shared/mail/html-text.ts";
import { LONG_CALL_LIMIT_MS } from "./call.ts";
import type { Answer } from "./call.ts";
import {
  BODY_CHARS_MAX,
  fileNameWithin,
  tooLongSubject,
  tooManyFiles,
  tooManyRecipients,
  tooMuchText,
} from "./limits.ts";
import { openForWriting, refuseUnless } from "./session.ts";
import type { Session } from "./session.ts";

z.config({ jitless: true });

const people = z.array(z.object({ emailAddress: z.optional(z.nullable(z.string())) }));

/** Who the open draft goes to as it stands now, in lower case. */
export const recipientsOf = async (
  session: Session,
  item: OutlookItem,
): Promise<Result<OutlookRecipients, OutlookFault>> => {
  const live = openForWriting(session, item);
  if (!live.ok) return live;
  const draft = live.value;
  const about = { item: item.key };
  const [to, cc, bcc] = await Promise.all([
    session.queue.call<unknown>((heard) => {
      draft.to.getAsync(heard);
    }, about),
    session.queue.call<unknown>((heard) => {
      draft.cc.getAsync(heard);
    }, about),
    session.queue.call<unknown>((heard) => {
      draft.bcc.getAsync(heard);
    }, about),
  ]);
  if (!to.ok) return to;
  if (!cc.ok) return cc;
  if (!bcc.ok) return bcc;
  return ok({
    to: addressesIn(to.value),
    cc: addressesIn(cc.value),
    bcc: addressesIn(bcc.value),
  });
};

const addressesIn = (given: unknown): readonly string[] => {
  const parsed = z.safeParse(people, given);
  if (!parsed.success) return [];
  return parsed.data
    .map((one) => (one.emailAddress ?? "").trim().toLowerCase())
    .filter((address) => address !== "");
};

/** Writes one thing into the draft that is open, having looked again that it is this one. */
type Write = <T>(
  start: (draft: Office.MessageCompose, heard: (answer: Answer<T>) => void) => void,
) => Promise<Result<T, OutlookFault>>;

/**
 * Files first, since they fail most and can be taken out again; then recipients, subject and text; then it is saved,
 * because a file is only queued until then. To and Cc become the given ones; empty ones are left as they stand, since
 * nothing was prepared for them. What was written before a failure stays in the draft, for the person to see.
 */
export const insertInto = async (
  session: Session,
  item: OutlookItem,
  insertion: Insertion,
): Promise<Result<null, OutlookFault>> => {
  const refusal =
    (insertion.attachments.length > 0 ? refuseUnless(session, "attach") : null) ??
    tooManyRecipients(insertion) ??
    tooLongSubject(insertion.subject) ??
    tooMuchText(insertion.html, BODY_CHARS_MAX) ??
    tooManyFiles(insertion.attachments);
  if (refusal !== null) return err(refusal);

  const write: Write = async (start) => {
    const live = openForWriting(session, item);
    if (!live.ok) return live;
    return session.queue.call(
      (heard) => {
        start(live.value, heard);
      },
      { item: item.key, isWrite: true, limitMs: LONG_CALL_LIMIT_MS },
    );
  };
  const isHtml = await takesHtml(session, item);
  if (!isHtml.ok) return isHtml;

  const attached: string[] = [];
  for (const file of insertion.attachments) {
    const id = await write<unknown>((draft, heard) => {
      draft.addFileAttachmentFromBase64Async(
        base64OfBytes(file.bytes),
        fileNameWithin(file.name),
        heard,
      );
    });
    if (!id.ok) {
      await takeOut(write, attached);
      return id;
    }
    if (typeof id.value === "string") attached.push(id.value);
  }
  for (const step of textSteps(insertion, isHtml.value)) {
    const written = await write<unknown>(step);
    if (!written.ok) {
      await takeOut(write, attached);
      return written;
    }
  }
  const saved = await write<unknown>((draft, heard) => {
    draft.saveAsync(heard);
  });
  return saved.ok ? ok(null) : saved;
};

type Step = (draft: Office.MessageCompose, heard: (answer: Answer<unknown>) => void) => void;

const textSteps = (insertion: Insertion, isHtml: boolean): readonly Step[] => {
  const { to, cc, subject, html } = insertion;
  const steps: Step[] = [];
  if (to.length > 0 || cc.length > 0)
    steps.push(
      (draft, heard) => {
        draft.to.setAsync([...to], heard);
      },
      (draft, heard) => {
        draft.cc.setAsync([...cc], heard);
      },
    );
  if (subject !== "")
    steps.push((draft, heard) => {
      draft.subject.setAsync(subject, heard);
    });
  if (html !== "")
    steps.push((draft, heard) => {
      if (isHtml) draft.body.prependAsync(html, { coercionType: Office.CoercionType.Html }, heard);
      else
        draft.body.prependAsync(
          `${htmlText(html)}\n\n`,
          { coercionType: Office.CoercionType.Text },
          heard,
        );
    });
  return steps;
};

/** Whether the draft is written in HTML: in one of plain text, HTML is refused. */
const takesHtml = async (
  session: Session,
  item: OutlookItem,
): Promise<Result<boolean, OutlookFault>> => {
  const live = openForWriting(session, item);
  if (!live.ok) return live;
  const type = await session.queue.call<unknown>(
    (heard) => {
      live.value.body.getTypeAsync(heard);
    },
    { item: item.key },
  );
  return type.ok ? ok(type.value !== "text") : type;
};

const takeOut = async (write: Write, ids: readonly string[]): Promise<void> => {
  for (const id of ids)
    await write<unknown>((draft, heard) => {
      draft.removeAttachmentAsync(id, heard);
    });
};
