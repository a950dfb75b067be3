import { confirmReading } from "#shared/app/confirm-reading.ts";
import { fileMail, tagMail } from "#shared/app/mail-acts.ts";
import { openMail } from "#shared/app/open-mail.ts";
import { todayView } from "#shared/app/today-view.ts";
import {
  confirmReadings,
  leaveRepliesWithoutEffect,
  leaveWithoutEffect,
} from "#shared/app/without-effect.ts";
import type { AnyCase } from "./cases.ts";

/** Of what a desk may ask for, the use cases that read replies. */
export const REPLY_CASES: readonly AnyCase[] = [
  confirmReading,
  confirmReadings,
  fileMail,
  leaveRepliesWithoutEffect,
  leaveWithoutEffect,
  openMail,
  tagMail,
  todayView,
];
