import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { CALL_LIMIT_MS, callOffice } from "#outlook/office/call.ts";
import type { Answer, Start } from "#outlook/office/call.ts";
import { CALLS_AT_ONCE, openQueue } from "#outlook/office/queue.ts";

type Heard = (answer: Answer<string>) => void;

const good = (value: string): Answer<string> => ({ status: "succeeded", value });
const bad = (code: number, name = "Some"): Answer<string> => ({
  status: "failed",
  value: "",
  error: { code, name },
});
const never: Start<string> = () => undefined;
/** Calls that are answered when the test says so, in the order in which they were begun. */
const held = () => {
  const begun: { readonly name: string; readonly answer: Heard }[] = [];
  const start =
    (name: string): Start<string> =>
    (answer) => {
      begun.push({ name, answer });
    };
  return { begun, start, names: () => begun.map((one) => one.name) };
};
const settled = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("one call", () => {
  it("gives its value, or the fault that its code means, and never the message", async () => {
    expect(
      await callOffice<string>((heard) => {
        heard(good("yes"));
      }).result,
    ).toEqual({ ok: true, value: "yes" });
    const failed = {
      ...bad(9042, "InternalServerError"),
      error: { code: 9042, name: "InternalServerError", message: "Nordis owes 12" },
    };
    const answer = await callOffice<string>((heard) => {
      heard(failed);
    }).result;
    expect(answer).toEqual({
      ok: false,
      error: { type: "failed", code: 9042, detail: "InternalServerError" },
    });
  });

  it("is not waited for beyond its limit, and a late answer changes nothing", async () => {
    const { begun, start } = held();
    const { result } = callOffice(start("late"));
    await vi.advanceTimersByTimeAsync(CALL_LIMIT_MS);
    begun[0]?.answer(good("late"));
    expect(await result).toEqual({ ok: false, error: { type: "timed-out" } });
  });

  it("is made once more after a failure that is known to pass, and only once", async () => {
    const { begun, start } = held();
    const { result } = callOffice(start("file"), { againOn: [5001] });
    begun[0]?.answer(bad(5001));
    begun[1]?.answer(bad(5001));
    expect(begun).toHaveLength(2);
    expect(await result).toMatchObject({ ok: false, error: { code: 5001 } });
    const other = callOffice(start("other"), { againOn: [5001] });
    begun[2]?.answer(bad(9042));
    expect(begun).toHaveLength(3);
    expect((await other.result).ok).toBe(false);
  });

  it("is a fault where Office throws, and the first of two answers counts", async () => {
    const thrown = await callOffice<string>(() => {
      throw new Error("Autorisation élevée requise pour appeler la méthode : 'item.x'.");
    }).result;
    expect(thrown).toEqual({ ok: false, error: { type: "denied", code: null } });
    const twice = await callOffice<string>((heard) => {
      heard(good("one"));
      heard(bad(5001));
    }).result;
    expect(twice).toEqual({ ok: true, value: "one" });
  });
});

describe("the queue", () => {
  it("has at most three calls under way, and begins the others in order", async () => {
    const queue = openQueue();
    const { begun, start, names } = held();
    const all = ["a", "b", "c", "d", "e"].map((name) => queue.call(start(name)));
    expect(names()).toEqual(["a", "b", "c"]);
    expect(CALLS_AT_ONCE).toBe(3);
    begun[1]?.answer(good("b"));
    await settled();
    expect(names()).toEqual(["a", "b", "c", "d"]);
    begun[0]?.answer(bad(9042));
    await settled();
    expect(names()).toEqual(["a", "b", "c", "d", "e"]);
    for (const one of begun.slice(2)) one.answer(good(one.name));
    expect((await Promise.all(all)).map((one) => one.ok)).toEqual([false, true, true, true, true]);
  });

  it("refuses at once what is about another item, and lets the rest go on", async () => {
    const queue = openQueue();
    const { begun, start, names } = held();
    queue.turnTo("one");
    const old = ["a", "b", "c", "d"].map((name) => queue.call(start(name), { item: "one" }));
    const settings = queue.call(start("settings"));
    queue.turnTo("two");
    expect(await Promise.all(old)).toEqual(
      old.map(() => ({ ok: false, error: { type: "item-changed" } })),
    );
    expect(await queue.call(start("x"), { item: "one" })).toMatchObject({ ok: false });
    // The host still works on the three: their places are free only when it is done.
    expect(names()).toEqual(["a", "b", "c"]);
    begun[0]?.answer(good("a"));
    await settled();
    expect(names()).toEqual(["a", "b", "c", "settings"]);
    begun[3]?.answer(good("kept"));
    expect(await settings).toEqual({ ok: true, value: "kept" });
  });

  it("tells of a write as it went, though another item came before its answer", async () => {
    const queue = openQueue();
    const { begun, start } = held();
    queue.turnTo("one");
    const form = queue.call(start("form"), { item: "one", isWrite: true });
    queue.turnTo(null);
    begun[0]?.answer(good("shown"));
    expect(await form).toEqual({ ok: true, value: "shown" });
  });

  it("keeps nobody waiting behind calls that hang, and takes their places back in the end", async () => {
    const queue = openQueue();
    for (let i = 0; i < 3; i += 1) void queue.call(never);
    const { start, names } = held();
    const behind = queue.call(start("behind"));
    await vi.advanceTimersByTimeAsync(CALL_LIMIT_MS);
    expect(await behind).toEqual({ ok: false, error: { type: "timed-out" } });
    await vi.advanceTimersByTimeAsync(60_000);
    void queue.call(start("after"));
    expect(names()).toEqual(["after"]);
  });
});
