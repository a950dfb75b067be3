import { soundAddress } from "./mail-address.ts";
import type { DeliveryAction, DeliveryOutcome, Permanence } from "./message.ts";

/** Recipients kept of one report: a mail to a list of thousands gives one group each. */
const OUTCOMES_MAX = 100;
/** Lines of a report that are read. */
const REPORT_LINES_MAX = 20_000;
/** Characters of a text in which an address is looked for. */
const ADDRESS_TEXT_CHARS_MAX = 20_000;

const ACTIONS: readonly DeliveryAction[] = [
  "failed",
  "delayed",
  "delivered",
  "relayed",
  "expanded",
];

/** The groups of recipients of a message/delivery-status (RFC 3464, 2.3), in its order. */
export const deliveryFieldsOf = (status: string): readonly DeliveryOutcome[] => {
  const groups: Map<string, string>[] = [];
  let group = new Map<string, string>();
  let last = "";
  const close = (): void => {
    if (group.has("final-recipient") || group.has("original-recipient") || group.has("action"))
      groups.push(group);
    group = new Map();
    last = "";
  };
  for (const line of linesOf(status)) {
    if (line.trim() === "") {
      close();
      continue;
    }
    if ((line.startsWith(" ") || line.startsWith("\t")) && last !== "") {
      group.set(last, `${group.get(last) ?? ""} ${line.trim()}`);
      continue;
    }
    const colon = line.indexOf(":");
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
    if (name === "") continue;
    // Servers that forget the empty line begin the next recipient all the same.
    if (name === "final-recipient" && group.has("final-recipient")) close();
    if (!group.has(name)) group.set(name, line.slice(colon + 1).trim());
    last = name;
    if (groups.length >= OUTCOMES_MAX) break;
  }
  close();
  return groups.slice(0, OUTCOMES_MAX).map(outcomeOf);
};

const outcomeOf = (group: ReadonlyMap<string, string>): DeliveryOutcome => {
  const field = (name: string): string => group.get(name) ?? "";
  const diagnostic = field("diagnostic-code");
  const written = codeIn(field("status"));
  const told = codeIn(diagnostic);
  // `5.0.0` says only that it failed; the server's own answer often says why.
  const isVague = written === null || written.endsWith(".0.0");
  const status = isVague ? (told ?? written) : written;
  const said =
    field("action")
      .toLowerCase()
      .split(/[\s(;]/)[0] ?? "";
  const action = ACTIONS.find((one) => said.startsWith(one)) ?? "unknown";
  return {
    recipient:
      addressIn(field("final-recipient")) ??
      addressIn(field("original-recipient")) ??
      addressIn(field("x-actual-recipient")),
    action,
    status,
    permanence: permanenceOf(action, status, diagnostic),
  };
};

const permanenceOf = (
  action: DeliveryAction,
  status: string | null,
  diagnostic: string,
): Permanence => {
  if (action === "delivered" || action === "relayed" || action === "expanded") return "unknown";
  if (action === "delayed") return "transient";
  if (status !== null) return status.startsWith("4") ? "transient" : "permanent";
  return replyIn(diagnostic) ?? (action === "failed" ? "permanent" : "unknown");
};

/**
 * The recipients of a notice without fields: an address that stands alone on its line, in brackets or not, with the
 * code on it or on the lines below (qmail, Exim, Postfix, Sendmail).
 */
export const groupsInText = (text: string, isDelay: boolean): readonly DeliveryOutcome[] => {
  const out: { recipient: string; lines: string[] }[] = [];
  for (const line of linesOf(text)) {
    const bare = line.trim();
    const alone = aloneIn(bare);
    if (alone !== null && out.length < OUTCOMES_MAX && !out.some((one) => one.recipient === alone))
      out.push({ recipient: alone, lines: [bare] });
    else {
      const last = out[out.length - 1];
      if (last !== undefined && last.lines.length < 12) last.lines.push(line);
      // The returned mail follows; its addresses are of other people.
      if (isHeaderOfReturned(bare)) break;
    }
  }
  return out.map(({ recipient, lines }) => {
    const said = lines.join("\n");
    const status = codeIn(said);
    const action = isDelay ? "delayed" : "failed";
    const isTold = status !== null || replyIn(said) !== null;
    const permanence = isTold
      ? permanenceOf(action, status, said)
      : isDelay
        ? "transient"
        : "unknown";
    return { recipient, action, status, permanence };
  });
};

const RETURNED = ["received:", "return-path:", "message-id:", "mime-version:"];
const RETURNED_RULES = ["original message", "returned message", "copy of", "message header"];

const isHeaderOfReturned = (line: string): boolean => {
  const start = line.slice(0, 60).toLowerCase();
  return (
    RETURNED.some((name) => start.startsWith(name)) ||
    (start.startsWith("---") && RETURNED_RULES.some((words) => start.includes(words)))
  );
};

/** `<a@b.fr>:`, `a@b.fr`, `* a@b.fr`, `<a@b.fr> (reason…)`: the address with which a line begins, or null. */
const aloneIn = (line: string): string | null => {
  if (line.length > 400 || !line.includes("@")) return null;
  const bare = withoutStart(line, "*•- \t");
  const first = bare.split(" ")[0] ?? "";
  const isBracketed = first.startsWith("<") && first.includes(">");
  if (!isBracketed && first.length < bare.length) return null;
  return soundAddress(withoutEnd(withoutStart(first, "<"), ">:;,."));
};

/** Failed before delayed before all else; of equals the first. */
export const worstOf = (outcomes: readonly DeliveryOutcome[]): DeliveryOutcome | null => {
  const rank = (one: DeliveryOutcome): number =>
    one.action === "failed"
      ? one.permanence === "permanent"
        ? 4
        : 3
      : one.action === "delayed"
        ? 2
        : one.action === "unknown"
          ? 1
          : 0;
  return outcomes.reduce<DeliveryOutcome | null>(
    (worst, one) => (worst === null || rank(one) > rank(worst) ? one : worst),
    null,
  );
};

/** An enhanced status code (RFC 3463), with the reply code (RFC 5321, 4.2) or the `#` before it. */
const CODE = /(?<![\d.])(?:([45])\d\d[ -]{1,2})?(#?)([245]\.\d{1,3}\.\d{1,3})(?![\d.])/g;
const REPLY = /(?<![\d.])([45])\d\d(?:[ -]|$)/;

/** The enhanced status code of a text: one behind a reply code first, then one marked `#`, then any. */
export const codeIn = (text: string): string | null => {
  let marked: string | null = null;
  let bare: string | null = null;
  CODE.lastIndex = 0;
  for (let hit = CODE.exec(text); hit !== null; hit = CODE.exec(text)) {
    const code = hit[3] ?? null;
    if (hit[1] !== undefined) {
      CODE.lastIndex = 0;
      return code;
    }
    if (hit[2] === "#") marked = marked ?? code;
    bare = bare ?? code;
  }
  return marked ?? bare;
};

/** What the first reply code of a text says, `550 …` or `450-…`; null where it has none. */
export const replyIn = (text: string): "permanent" | "transient" | null => {
  const hit = REPLY.exec(text);
  return hit === null ? null : hit[1] === "5" ? "permanent" : "transient";
};

export const addressIn = (
  text: string,
  accept: (address: string) => boolean = () => true,
): string | null => {
  for (const part of partsOf(text.slice(0, ADDRESS_TEXT_CHARS_MAX))) {
    if (part.indexOf(".", part.indexOf("@")) < 0) continue;
    const address = soundAddress(withoutEnd(part, "."));
    if (address !== null && accept(address)) return address;
  }
  return null;
};

/** The runs of a text between white space, brackets and the marks of lists, that hold an `@`. */
const partsOf = function* (text: string): Generator<string> {
  let from = 0;
  for (let at = 0; at <= text.length; at += 1) {
    if (at < text.length && !BREAKS.includes(text.charAt(at))) continue;
    const part = text.slice(from, at);
    from = at + 1;
    if (part.includes("@")) yield part;
  }
};

const BREAKS = " \t\r\n<>()[],;:\"'=\u00a0";

const withoutEnd = (text: string, chars: string): string => {
  let end = text.length;
  while (end > 0 && chars.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
};

const withoutStart = (text: string, chars: string): string => {
  let from = 0;
  while (from < text.length && chars.includes(text.charAt(from))) from += 1;
  return text.slice(from);
};

const linesOf = (text: string): readonly string[] =>
  text.split("\r\n").join("\n").split("\r").join("\n").split("\n", REPORT_LINES_MAX);
