/// <reference types="google-apps-script" />
import { hexOfBytes } from "#shared/kernel/bytes.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type {
  Cache,
  FetchFailed,
  HttpRequest,
  HttpResponse,
  Properties,
  Services,
} from "#gmail/script/google-port.ts";
import { signedOf, unsignedOf } from "./signed-bytes.ts";

/** What the cache takes: https://developers.google.com/apps-script/reference/cache/cache */
const CACHE_VALUE_BYTES_MAX = 100 * 1024;
const CACHE_SECONDS_MAX = 21_600;

/** The services over Apps Script's globals; each is a thin hand, and nothing else in this program names them. */
export const googleServices = (): Services => ({
  properties: userProperties(),
  cache: userCache(),
  locked: userLock(),
  fetchAll: (requests) => {
    if (requests.length === 0) return ok([]);
    try {
      return ok(UrlFetchApp.fetchAll(requests.map(requestOf)).map(responseOf));
    } catch (failure) {
      return err(failedOf(failure));
    }
  },
  token: () => ScriptApp.getOAuthToken(),
  sha256: (bytes) =>
    hexOfBytes(
      unsignedOf(Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, signedOf(bytes))),
    ),
  gzip: (text) => unsignedOf(Utilities.gzip(Utilities.newBlob(text)).getBytes()),
  gunzip: (bytes) =>
    Utilities.ungzip(Utilities.newBlob(signedOf(bytes), "application/x-gzip")).getDataAsString(
      "UTF-8",
    ),
  base64: (bytes) => Utilities.base64Encode(signedOf(bytes)),
  bytesOfBase64: (text) => {
    const whole = wholeBase64(text);
    if (whole === null) return null;
    return whole === "" ? new Uint8Array() : unsignedOf(Utilities.base64Decode(whole));
  },
  chance: (count) => Array.from({ length: count }, chanceRun),
  now: () => Date.now(),
  dayIn: (zone, ms) => {
    const [date = "", clock = ""] = Utilities.formatDate(
      new Date(ms),
      zone,
      "yyyy-MM-dd HH:mm",
    ).split(" ");
    return { date, clock };
  },
  hourly: {
    turnOn: (handler) => {
      const [first, ...others] = clockTriggers().filter(
        (one) => one.getHandlerFunction() === handler,
      );
      for (const one of others) removeTrigger(one);
      // Add-ons may ask for one an hour, not more often; one dispatcher does all that is to be done then.
      if (first === undefined) ScriptApp.newTrigger(handler).timeBased().everyHours(1).create();
    },
  },
  webApp: () => {
    const url: string | null = ScriptApp.getService().getUrl();
    return url === null || url === "" ? null : url;
  },
  log: logged,
});

const logged: Services["log"] = (code, counts = {}) => {
  Logger.log(JSON.stringify({ code, ...counts }));
};

/** Apps Script lets an execution take a lock that it holds, and the inner release would free it for others. */
const userLock = (): Services["locked"] => {
  let isHeld = false;
  return (waitMs, work) => {
    const lock = LockService.getUserLock();
    if (isHeld || !lock.tryLock(waitMs)) return err({ type: "lock-busy" });
    isHeld = true;
    try {
      return ok(work());
    } finally {
      isHeld = false;
      lock.releaseLock();
    }
  };
};

const userProperties = (): Properties => {
  const store = PropertiesService.getUserProperties();
  return {
    readAll: () => store.getProperties(),
    read: (name) => store.getProperty(name),
    write: (values) => {
      const kept: Record<string, string> = {};
      const gone: string[] = [];
      for (const name of Object.keys(values)) {
        const value = values[name];
        if (value == null) gone.push(name);
        else kept[name] = value;
      }
      // Without `true`, which would remove all others.
      if (Object.keys(kept).length > 0) store.setProperties(kept, false);
      for (const name of gone) store.deleteProperty(name);
    },
  };
};

/** Google's cache fails at times; what is in a cache may be gone anyway, so that this stops nothing. */
const withoutFail = <T>(work: () => T, otherwise: T): T => {
  try {
    return work();
  } catch {
    logged("cache-failed");
    return otherwise;
  }
};

/** A user's own: the script's cache is shared by all who use this script. */
const userCache = (): Cache => {
  const store = CacheService.getUserCache();
  return {
    read: (keys) => {
      const found = new Map<string, string>();
      if (keys.length === 0) return found;
      const given = withoutFail<Readonly<Record<string, unknown>>>(
        () => store.getAll([...keys]),
        {},
      );
      for (const key of Object.keys(given)) {
        const value = given[key];
        if (typeof value === "string") found.set(key, value);
      }
      return found;
    },
    write: (values, seconds) => {
      const kept: Record<string, string> = {};
      // What is too long for the cache is read where it lies: whatever is in a cache may be gone.
      for (const [key, value] of values)
        if (value.length <= CACHE_VALUE_BYTES_MAX) kept[key] = value;
      if (Object.keys(kept).length > 0)
        withoutFail(() => {
          store.putAll(kept, Math.min(seconds, CACHE_SECONDS_MAX));
        }, undefined);
    },
    remove: (keys) => {
      if (keys.length > 0)
        withoutFail(() => {
          store.removeAll([...keys]);
        }, undefined);
    },
  };
};

const requestOf = (request: HttpRequest): GoogleAppsScript.URL_Fetch.URLFetchRequest => ({
  url: request.url,
  method: request.method,
  headers: { ...request.headers },
  // An answer that is not 200 is an answer: without this it would be an exception with the request in its words.
  muteHttpExceptions: true,
  ...(request.type === undefined ? {} : { contentType: request.type }),
  ...(request.body === undefined
    ? {}
    : { payload: typeof request.body === "string" ? request.body : signedOf(request.body) }),
});

const responseOf = (response: GoogleAppsScript.URL_Fetch.HTTPResponse): HttpResponse => ({
  status: response.getResponseCode(),
  headers: headersOf(response.getAllHeaders()),
  text: () => response.getContentText("UTF-8"),
  bytes: () => unsignedOf(response.getContent()),
});

/** A header that came several times is a list. */
const headersOf = (given: object): Readonly<Record<string, string>> => {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(given) as readonly (readonly [string, unknown])[])
    headers[name.toLowerCase()] = Array.isArray(value) ? value.join(", ") : String(value);
  return headers;
};

const wordsOf = (failure: unknown): string =>
  failure instanceof Error ? failure.message : String(failure);

/** What a user may ask of a service in a day is used up: https://developers.google.com/apps-script/guides/services/quotas */
export const isDaysQuota = (failure: unknown): boolean =>
  /too many times|trop de fois|bandwidth quota|quota de bande/i.test(wordsOf(failure));

/**
 * UrlFetch says in the user's language why nothing came, with the address in its words: only which of three it is goes
 * on. An address holds what is searched for.
 */
const failedOf = (failure: unknown): FetchFailed => {
  const words = wordsOf(failure);
  if (isDaysQuota(failure)) return { type: "fetch-failed", detail: "quota" };
  if (
    /response|réponse|size|taille|length/i.test(words) &&
    /exceed|too large|dépass|trop/i.test(words)
  )
    return { type: "fetch-failed", detail: "too-large" };
  return { type: "fetch-failed", detail: "no-answer" };
};

/**
 * Base64 in the alphabet and with the padding that `Utilities.base64Decode` wants, whichever it came in; null where it is
 * none. The web's own decoder refuses text without padding, as Gmail writes it.
 */
const wholeBase64 = (text: string): string | null => {
  const plain = text
    .replace(/-/g, "+")
    .replace(/_/g, "/")
    .replace(/={1,2}$/, "");
  if (plain.length % 4 === 1 || !/^[A-Za-z0-9+/]*$/.test(plain)) return null;
  return plain + "=".repeat((4 - (plain.length % 4)) % 4);
};

/** A UUID has 122 random bits and six that never change: two of them, hashed, are 128. */
const chanceRun = (): string =>
  hexOfBytes(
    unsignedOf(
      Utilities.computeDigest(
        Utilities.DigestAlgorithm.SHA_256,
        `${Utilities.getUuid()}${Utilities.getUuid()}`,
      ),
    ),
  ).slice(0, 32);

const clockTriggers = (): readonly GoogleAppsScript.Script.Trigger[] =>
  ScriptApp.getProjectTriggers().filter((one) => one.getEventType() === ScriptApp.EventType.CLOCK);

/** Two executions that asked at once have made two. Where the other one takes it away first, it is gone all the same. */
const removeTrigger = (trigger: GoogleAppsScript.Script.Trigger): void => {
  try {
    ScriptApp.deleteTrigger(trigger);
  } catch {
    return;
  }
};
