import { describe, expect, it } from "vitest";
import { err, ok } from "#shared/kernel/result.ts";
import { shownText } from "#shared/kernel/text.ts";
import { timeCalls, timedRows } from "#gmail/script/mail/diagnose.ts";
import { gmailFaultText } from "#gmail/script/mail/fault-text.ts";
import { PARALLEL_MAX, ask, askAll } from "#gmail/script/mail/gmail-client.ts";
import type { GmailFault, Mailbox } from "#gmail/script/mail/mail.ts";
import type { HttpRequest, HttpResponse, Services } from "#gmail/script/google-port.ts";
import { emptyAccountOfUser, openExecution } from "../services-in-memory.ts";
import { json, refused } from "./small-gmail.ts";

const GET = { method: "get", path: "/messages/1?format=minimal" } as const;
const POST = { method: "post", path: "/drafts", json: {} } as const;

/** A mailbox over an answer, and the rounds that were asked of it. */
const over = (answer: (request: HttpRequest, round: number) => HttpResponse) => {
  const rounds: number[] = [];
  const fetchAll: Services["fetchAll"] = (requests) => {
    rounds.push(requests.length);
    return ok(requests.map((request) => answer(request, rounds.length)));
  };
  const { services } = openExecution(emptyAccountOfUser());
  const mailbox: Mailbox = { services: { ...services, fetchAll }, messageToken: "open" };
  return { mailbox, rounds };
};

describe("what is asked of Gmail", () => {
  it("goes in one round, as many at once as Gmail bears", () => {
    const { mailbox, rounds } = over(() => json(200, {}));
    const answers = askAll(
      mailbox,
      Array.from({ length: PARALLEL_MAX + 3 }, () => GET),
    );
    expect(rounds).toEqual([PARALLEL_MAX, 3]);
    expect(answers.every((one) => one.ok)).toBe(true);
  });

  it("is asked again where a moment may mend it, and only what failed", () => {
    const { mailbox, rounds } = over(({ url }, round) =>
      url.includes("/2") && round === 1 ? refused(429, "rateLimitExceeded") : json(200, {}),
    );
    const second = { method: "get", path: "/messages/2" } as const;
    expect(askAll(mailbox, [GET, second]).every((one) => one.ok)).toBe(true);
    expect(rounds).toEqual([2, 1]);
  });

  it("is given up after three rounds, and never done twice where that would be two", () => {
    const busy = over(() => refused(503, "backendError"));
    expect(ask(busy.mailbox, GET)).toEqual(err({ type: "unavailable", status: 503 }));
    expect(busy.rounds).toHaveLength(3);
    const post = over(() => refused(503, "backendError"));
    ask(post.mailbox, POST);
    expect(post.rounds).toHaveLength(1);
  });

  it("is asked one by one where one answer is too large for all", () => {
    const { mailbox } = over(() => json(200, {}));
    const sizes: number[] = [];
    const fetchAll: Services["fetchAll"] = (requests) => {
      sizes.push(requests.length);
      return requests.some(({ url }) => url.includes("/2"))
        ? err({ type: "fetch-failed", detail: "too-large" })
        : ok(requests.map(() => json(200, {})));
    };
    const large = { method: "get", path: "/messages/2" } as const;
    const answers = askAll({ ...mailbox, services: { ...mailbox.services, fetchAll } }, [
      GET,
      large,
    ]);
    expect(sizes).toEqual([2, 1, 1]);
    expect(answers.map((one) => one.ok || one.error.type)).toEqual([true, "too-large"]);
  });

  it.each([
    [401, "authError", { type: "denied", code: "authError" }],
    [403, "insufficientPermissions", { type: "denied", code: "insufficientPermissions" }],
    [403, "userRateLimitExceeded", { type: "throttled" }],
    [404, "notFound", { type: "absent" }],
    [413, "uploadTooLarge", { type: "too-large" }],
    [400, "invalidArgument", { type: "refused", status: 400, code: "invalidArgument" }],
    [400, "words of a mail, at length", { type: "refused", status: 400, code: "" }],
  ])("is, at %i with %s, a fault that holds nothing but Google's code", (status, reason, fault) => {
    const { mailbox } = over(() => refused(status, reason));
    expect(ask(mailbox, POST)).toEqual(err(fault));
  });

  it("has words in both languages for every fault", () => {
    const faults: readonly GmailFault[] = [
      { type: "offline" },
      { type: "throttled" },
      { type: "unavailable", status: 503 },
      { type: "denied", code: "insufficientPermissions" },
      { type: "absent" },
      { type: "too-large" },
      { type: "refused", status: 400, code: "" },
      { type: "unreadable" },
    ];
    for (const fault of faults) {
      const [fr, en] = (["fr", "en"] as const).map((language) =>
        gmailFaultText(fault, language).map(shownText).join(""),
      );
      expect(fr).not.toBe(en);
      expect(fr?.length).toBeGreaterThan(20);
    }
  });
});

describe("the diagnosis", () => {
  it("times each service once, says which refused, and leaves nothing behind", () => {
    const user = emptyAccountOfUser();
    const { services } = openExecution(user, { msACall: 7 });
    const fetchAll: Services["fetchAll"] = (requests) => {
      user.now += 300;
      return ok(
        requests.map(({ url }) =>
          url.includes("/drive/") ? json(200, { kind: "drive#about" }) : refused(403, "forbidden"),
        ),
      );
    };
    const mailbox: Mailbox = { services: { ...services, fetchAll }, messageToken: null };
    const timed = timeCalls(mailbox, { open: null, tries: { ledger: () => false } });
    const of = (call: string) => timed.find((one) => one.call === call);
    expect(of("properties")).toEqual({ call: "properties", ms: 7, fault: null });
    expect(of("drive")).toEqual({ call: "drive", ms: 300, fault: null });
    expect(of("message")).toEqual({ call: "message", ms: null, fault: null });
    expect(of("ledger")?.fault).toEqual({ type: "failed" });
    expect([...user.properties.keys(), ...user.cache.keys()]).toEqual([]);
    const open = { messageId: "1", threadId: "1", messageToken: "t" };
    const denied = timeCalls(mailbox, { open }).find((one) => one.call === "raw");
    expect(denied).toMatchObject({ ms: 300, fault: { type: "denied" } });
    const rows = timedRows(timed, "fr").map(({ label, value }) => [
      label.own,
      value.map(shownText).join(""),
    ]);
    expect(rows).toEqual(
      expect.arrayContaining([
        ["Interroger Drive", "300 ms"],
        ["Lire le message", "non essayé"],
      ]),
    );
  });
});
