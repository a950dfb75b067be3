import * as z from "zod/mini";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { FetchFailed, HttpRequest, HttpResponse } from "#gmail/script/google-port.ts";
import type { GmailFault, Mailbox } from "./mail.ts";

z.config({ jitless: true });

/** The one host that a token is sent to from here; both stand in the manifest's `urlFetchWhitelist`. */
export const GMAIL_ROOT = "https://gmail.googleapis.com/gmail/v1/users/me";
export const UPLOAD_ROOT = "https://gmail.googleapis.com/upload/gmail/v1/users/me";

/**
 * Requests at a time: Gmail refuses more than about fifty of one user at once ("too many concurrent requests for user").
 * https://developers.google.com/workspace/gmail/api/guides/handle-errors
 */
export const PARALLEL_MAX = 40;
/** UrlFetch takes no longer address: https://developers.google.com/apps-script/guides/services/quotas */
export const URL_CHARS_MAX = 2_000;
/** Rounds in which what a moment may mend is asked again: there is no waiting in Apps Script that a person would bear. */
const ROUNDS_MAX = 3;
/** Characters of an answer that are read as JSON: a thread of forty letters is under three million. */
const JSON_CHARS_MAX = 48_000_000;

export type GmailRequest = {
  readonly method: "get" | "post" | "delete";
  /** Below GMAIL_ROOT, with its query. */
  readonly path: string;
  readonly json?: unknown;
  /** Goes to UPLOAD_ROOT. */
  readonly upload?: { readonly type: string; readonly body: Uint8Array };
};

export type GmailAnswer = Result<HttpResponse, GmailFault>;

/** All of them, as many at once as Gmail bears; what failed for a moment is asked again, if doing it twice is doing it once. */
export const askAll = (
  mailbox: Mailbox,
  requests: readonly GmailRequest[],
): readonly GmailAnswer[] => {
  const answers: GmailAnswer[] = requests.map(() => err({ type: "offline" }));
  let open = requests.map((_, index) => index);
  for (let round = 0; round < ROUNDS_MAX && open.length > 0; round += 1) {
    for (let at = 0; at < open.length; at += PARALLEL_MAX) {
      const some = open.slice(at, at + PARALLEL_MAX);
      const given = once(
        mailbox,
        some.map((index) => requests[index] as GmailRequest),
      );
      some.forEach((index, place) => {
        answers[index] = given[place] ?? err({ type: "offline" });
      });
    }
    open = open.filter((index) => {
      const answer = answers[index];
      return requests[index]?.method === "get" && answer?.ok === false && isPassing(answer.error);
    });
  }
  return answers;
};

export const ask = (mailbox: Mailbox, request: GmailRequest): GmailAnswer =>
  askAll(mailbox, [request])[0] ?? err({ type: "offline" });

export const askJson = <T>(
  mailbox: Mailbox,
  request: GmailRequest,
  shape: z.ZodMiniType<T>,
): Result<T, GmailFault> => jsonIn(ask(mailbox, request), shape);

/** The answer, read by a schema: Gmail's answers are from outside. */
export const jsonIn = <T>(answer: GmailAnswer, shape: z.ZodMiniType<T>): Result<T, GmailFault> => {
  if (!answer.ok) return answer;
  const text = answer.value.text();
  if (text.length > JSON_CHARS_MAX) return err({ type: "too-large" });
  const parsed = shape.safeParse(jsonOf(text));
  return parsed.success ? ok(parsed.data) : err({ type: "unreadable" });
};

const once = (mailbox: Mailbox, requests: readonly GmailRequest[]): readonly GmailAnswer[] => {
  const answered = mailbox.services.fetchAll(
    requests.map((request) => httpRequestOf(mailbox, request)),
  );
  if (answered.ok) return requests.map((_, index) => takenOf(answered.value[index]));
  const fault = faultOfFailure(answered.error);
  // One answer over Apps Script's 50 MB takes all others of its round with it: then each by itself.
  if (fault.type === "too-large" && requests.length > 1)
    return requests.reduce<readonly GmailAnswer[]>(
      (all, request) => [...all, ...once(mailbox, [request])],
      [],
    );
  return requests.map(() => err(fault));
};

const httpRequestOf = (
  { services, messageToken }: Mailbox,
  { method, path, json, upload }: GmailRequest,
): HttpRequest => ({
  method,
  url: `${upload === undefined ? GMAIL_ROOT : UPLOAD_ROOT}${path}`,
  headers: {
    Authorization: `Bearer ${services.token()}`,
    // The open thread is what the two tokens together reach: the manifest asks for no more.
    ...(messageToken === null ? {} : { "X-Goog-Gmail-Access-Token": messageToken }),
  },
  ...(json === undefined ? {} : { type: "application/json", body: JSON.stringify(json) }),
  ...(upload === undefined ? {} : { type: upload.type, body: upload.body }),
});

const takenOf = (response: HttpResponse | undefined): GmailAnswer => {
  if (response === undefined) return err({ type: "offline" });
  const { status } = response;
  return status >= 200 && status < 300 ? ok(response) : err(faultOf(status, codeOf(response)));
};

/** Apps Script says in words of several languages why nothing came; `google/apps-script.ts` knows those that matter. */
const faultOfFailure = ({ detail }: FetchFailed): GmailFault => {
  if (detail === "too-large") return { type: "too-large" };
  return detail === "quota" ? { type: "throttled" } : { type: "offline" };
};

const isPassing = (fault: GmailFault): boolean =>
  fault.type === "throttled" || fault.type === "unavailable";

const THROTTLED =
  /^(?:rateLimitExceeded|userRateLimitExceeded|dailyLimitExceeded|quotaExceeded|RESOURCE_EXHAUSTED)$/;

/** https://developers.google.com/workspace/gmail/api/guides/handle-errors */
const faultOf = (status: number, code: string): GmailFault => {
  if (status === 429 || (status === 403 && THROTTLED.test(code))) return { type: "throttled" };
  if (status === 401 || status === 403) return { type: "denied", code };
  if (status === 404 || status === 410) return { type: "absent" };
  if (status === 413) return { type: "too-large" };
  return status >= 500 ? { type: "unavailable", status } : { type: "refused", status, code };
};

const code = z.string().check(z.regex(/^\w{1,60}$/));
const errorSchema = z.object({
  error: z.object({
    status: z.optional(code),
    errors: z.optional(z.array(z.object({ reason: z.optional(code) }))),
  }),
});

/** Google's message beside the code may hold words of a request: it is not read. */
const codeOf = (response: HttpResponse): string => {
  const parsed = errorSchema.safeParse(jsonOf(response.text().slice(0, 20_000)));
  if (!parsed.success) return "";
  const { errors, status } = parsed.data.error;
  return errors?.[0]?.reason ?? status ?? "";
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Not JSON: no schema will take it.
    return undefined;
  }
};

/** An id of Gmail's in an address. */
export const inPath = (id: string): string => encodeURIComponent(id);
