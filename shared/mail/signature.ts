import {
  beginsWith,
  hasDigit,
  isAll,
  isDigit,
  isLetter,
  isOneOf,
  isPlain,
  isSpace,
  piecesOf,
  withoutStart,
} from "./characters.ts";
import { isFooterLine, isNotice, noticeWeight, speaks, wordsIn } from "./footers.ts";
import { bareLine, isRule } from "./quote-marks.ts";
import { isNameOf } from "./sender-names.ts";
import type { Sender } from "./sender-names.ts";
import { isLink, isSignatureLine } from "./signature-lines.ts";
import {
  AFTERTHOUGHTS,
  CLOSING_FILLERS,
  CLOSING_HEADS,
  CLOSING_LINES,
  SPEECH,
  TOPICS,
} from "./signature-words.ts";
import { foldedInPlace } from "./words.ts";

/** Lines from the end that can be a signature. */
const SIGNATURE_LINES_MAX = 40;
/** Lines below a name that can still be a signature: function, firm, address, register. */
const BELOW_NAME_MAX = 12;
/** Closings within closings: a mail that was signed, and written on, and signed again. */
const SIGNED_TWICE_MAX = 3;

export type Cut = { readonly kept: readonly string[]; readonly signature: readonly string[] };

/**
 * Parts lines that the sender wrote from the signature below them. `isLast` tells that nothing else of the sender's
 * follows: between quotations only plain signs cut. What a person wrote below a signature (a PS) is kept.
 */
export const withoutSignature = (
  lines: readonly string[],
  from: Sender | null,
  place: { readonly isFirst: boolean; readonly isLast: boolean },
): Cut => cutOnce(lines, from, place, SIGNED_TWICE_MAX);

/** Takes out what was added by no person, paragraph by paragraph: phones, scanners, lawyers, lists. */
export const withoutFooters = (lines: readonly string[], isFirstStretch: boolean): Cut => {
  const kept: string[] = [];
  const signature: string[] = [];
  let hasNotice = false;
  let isFirst = isFirstStretch;
  let at = 0;
  while (at < lines.length) {
    if (isRule(lines[at] ?? "")) {
      kept.push(lines[at] ?? "");
      at += 1;
      continue;
    }
    const end = endOfParagraph(lines, at);
    const cut = noticeStart(lines, at, end, isFirst, hasNotice);
    isFirst = false;
    for (let i = at; i < cut; i += 1) {
      const line = lines[i] ?? "";
      const isLinkOfFooter = i > at && isLink(line.trim()) && isFooterLine(lines[i - 1] ?? "");
      (isFooterLine(line) || isLinkOfFooter ? signature : kept).push(line);
    }
    if (cut < end) {
      hasNotice = true;
      signature.push(...lines.slice(cut, end));
    }
    at = end;
  }
  return { kept, signature };
};

const noticeStart = (
  lines: readonly string[],
  from: number,
  to: number,
  isFirst: boolean,
  hasNotice: boolean,
): number => {
  if (hasNotice && !isAfterthought(lines[from] ?? "")) {
    const body = foldedInPlace(lines.slice(from, to).join(" ").slice(0, 3_000));
    if (noticeWeight(body) > 0 && !speaks(body)) return from;
  }
  for (let at = isFirst ? from + 1 : from; at < to && at < from + SIGNATURE_LINES_MAX; at += 1)
    if (isNotice(lines, at, to)) return at;
  return to;
};

const endOfParagraph = (lines: readonly string[], at: number): number => {
  let end = at;
  while (end < lines.length && !isRule(lines[end] ?? "")) end += 1;
  return end;
};

const cutOnce = (
  lines: readonly string[],
  from: Sender | null,
  place: { readonly isFirst: boolean; readonly isLast: boolean },
  depth: number,
): Cut => {
  let end = lines.length;
  while (end > 0 && isRule(lines[end - 1] ?? "")) end -= 1;
  const first = lines.findIndex((line) => !isRule(line));
  if (first < 0 || depth === 0) return { kept: lines.slice(0, end), signature: lines.slice(end) };
  const floor = Math.max(place.isFirst ? first + 1 : first, end - SIGNATURE_LINES_MAX);
  const start = Math.min(
    dashesStart(lines, floor, end),
    closingStart(lines, floor, end, from),
    place.isLast ? blockStart(lines, floor, end, from) : end,
  );
  if (start >= end) return { kept: lines.slice(0, end), signature: lines.slice(end) };
  const again = writtenAgain(lines, start + 1, end, from);
  if (again >= end) return { kept: lines.slice(0, start), signature: lines.slice(start) };
  const rest = cutOnce(
    lines.slice(again, end),
    from,
    { isFirst: true, isLast: place.isLast },
    depth - 1,
  );
  return {
    kept: [...lines.slice(0, start), "", ...rest.kept],
    signature: [...lines.slice(start, again), ...rest.signature],
  };
};

/** `-- ` alone on its line (RFC 3676, 4.3), where nothing that a person says follows. */
const dashesStart = (lines: readonly string[], floor: number, end: number): number => {
  for (let at = floor; at < end; at += 1) {
    const line = (lines[at] ?? "").trim();
    if (line !== "--" && line !== "\u2014") continue;
    const below = lines.slice(at + 1, end).filter((one) => !isRule(one));
    const said = below.slice(0, 3).some((one) => speaks(foldedInPlace(one)));
    if (!said) return at;
  }
  return end;
};

/** The first closing formula below which no text goes on but a signature, or what was added after one. */
const closingStart = (
  lines: readonly string[],
  floor: number,
  end: number,
  from: Sender | null,
): number => {
  for (let at = floor; at < end; at += 1) if (isClosing(lines, at, end, from)) return at;
  return end;
};

/** Where a person goes on below a signature: an afterthought by its first words, or a paragraph that speaks. */
const writtenAgain = (
  lines: readonly string[],
  from: number,
  end: number,
  sender: Sender | null,
): number => {
  for (let at = from; at < end; at += 1) {
    const line = lines[at] ?? "";
    if (isRule(line)) continue;
    if (isAfterthought(line)) return at;
    const isNew = isRule(lines[at - 1] ?? "");
    if (!isNew || isSignatureLine(line, sender)) continue;
    const body = foldedInPlace(
      lines.slice(at, endOfParagraph(lines, at)).join(" ").slice(0, 1_000),
    );
    if (speaks(body) && noticeWeight(body) === 0 && !isWarning(body)) return at;
  }
  return end;
};

const WARNINGS = new Set(
  "fraude fraud fraudes scam arnaque phishing hameconnage jamais never horaires ouvert ouverture open hours adresser siege changement change reglez decouvrez nouveau nouveaux discover".split(
    " ",
  ),
);

const isWarning = (folded: string): boolean => wordsIn(folded).some((word) => WARNINGS.has(word));

const isAfterthought = (line: string): boolean => {
  const bare = bareLine(line);
  const found = AFTERTHOUGHTS.find((text) => bare.startsWith(text));
  return found !== undefined && !isPlain(bare.charAt(found.length));
};

const isClosing = (
  lines: readonly string[],
  at: number,
  end: number,
  from: Sender | null,
): boolean => {
  const line = (lines[at] ?? "").trim();
  if (line === "" || line.length > 80 || line.endsWith("?")) return false;
  const bare = bareLine(line);
  const exact = CLOSING_LINES.find(
    (text) => bare.startsWith(text) && !isGlued(bare.charAt(text.length)),
  );
  if (exact !== undefined) {
    const tail = bare.slice(exact.length);
    const isSaid = exact === "merci" && !isAll(tail, isOneOf(", "));
    const rest = piecesOf(tail, (char) => !isPlain(char));
    const isBare = rest.every((one) => isAll(one, isOneOf("x")));
    if (!isSaid && (isBare || isFormula(tail))) return true;
    if (!isSaid && beginsWith(tail.trim(), ",.!-/") && isSigner(line, tail, from)) return true;
  }
  if (isFormula(bare)) return true;
  const stop = firstStop(bare);
  const head = stop < 0 ? "" : bare.slice(0, stop);
  if (stop > 0 && isFormula(head) && isSigner(line, bare.slice(stop), from)) return true;
  const words = bare.split(" ");
  if (
    words.length <= 5 &&
    isFormula(words.slice(0, -1).join(" ")) &&
    isSigner(line, words[words.length - 1] ?? "", from)
  )
    return true;
  if (
    words.length > 2 &&
    words.length <= 6 &&
    isFormula(words.slice(0, -2).join(" ")) &&
    isSigner(line, words.slice(-2).join(" "), from)
  )
    return true;
  return isComma(lines, at, end, from);
};

const firstStop = (bare: string): number => {
  for (let i = 0; i < bare.length; i += 1) if (",.;:!-/|(".includes(bare.charAt(i))) return i;
  return -1;
};

/** Made of words of closings alone, one of them a head: `bien cordialement`, `thanks & kind regards`. */
const isFormula = (bare: string): boolean => {
  const words = wordsIn(bare).filter((word) => !word.includes("'") || word.length < 3);
  if (words.length === 0 || words.length > 9 || hasDigit(bare)) return false;
  const heads = words.filter((word) => CLOSING_HEADS.has(word)).length;
  const known = words.filter((word) => CLOSING_HEADS.has(word) || CLOSING_FILLERS.has(word)).length;
  if (heads === 0) return false;
  if (known === words.length) return true;
  // `Greetings from Bremen`, `Nos salutations syndicales`: one or two words more, and none that speaks.
  const first = words[0] ?? "";
  const begins = CLOSING_HEADS.has(first) || CLOSING_FILLERS.has(first);
  const calm = words.every(
    (word) => CLOSING_FILLERS.has(word) || !(SPEECH.has(word) || TOPICS.has(word)),
  );
  return begins && calm && words.length - known <= 2 && words.length <= 6;
};

const isSigner = (line: string, tail: string, from: Sender | null): boolean => {
  const name = withoutStart(tail, (char) => !isPlain(char), 5);
  if (name === "") return true;
  const end = line.slice(Math.max(0, line.length - name.length - 1));
  const raw = withoutStart(end, (char) => !isLetter(char) && !isDigit(char), 5);
  return raw.length <= 60 && (isNameOf(raw, from) || isSignatureLine(raw, from));
};

const isGlued = (char: string): boolean => isPlain(char) || char === "'" || char === "+";

/** Words that begin thanks and greetings, which are said. */
const NO_CLOSINGS = new Set(
  "merci thanks thank many chere cher dear madame monsieur hi hello salut".split(" "),
);

/** `Pour le syndicat,` above a signature: a short line with a comma, and nothing but a signature below. */
const isComma = (
  lines: readonly string[],
  at: number,
  end: number,
  from: Sender | null,
): boolean => {
  const line = (lines[at] ?? "").trim();
  const words = wordsIn(bareLine(line));
  if (!line.endsWith(",") || words.length > 9 || words.length === 0) return false;
  const first = words[0] ?? "";
  if (first.startsWith("bon") || NO_CLOSINGS.has(first)) return false;
  const calm = words.every(
    (word) => !SPEECH.has(word) || CLOSING_FILLERS.has(word) || word === "attente",
  );
  if (!calm && first !== "dans") return false;
  const below = lines.slice(at + 1, end).filter((one) => !isRule(one));
  return below.length > 0 && below.length <= 8 && below.every((one) => isSignatureLine(one, from));
};

/** Without a closing formula: the sender's name, or lines that look like a name, a function, a firm, an address. */
const blockStart = (
  lines: readonly string[],
  floor: number,
  end: number,
  from: Sender | null,
): number => {
  for (let at = Math.max(floor, end - BELOW_NAME_MAX - 1); at < end; at += 1) {
    if (!isNameOf(lines[at] ?? "", from)) continue;
    const top = topOfBlock(lines, floor, at, from);
    const below = lines.slice(at + 1, end).filter((line) => !isRule(line));
    const above = lines[top - 1] ?? "";
    const isApart = isRule(above) || isOver(above) || at === end - 1;
    const calm = below.every(
      (line) => line.length <= 110 && !line.trimEnd().endsWith("?") && !isAsked(line),
    );
    if ((isApart && calm) || below.every((line) => isSignatureLine(line, from))) return top;
    const again = writtenAgain(lines, at + 1, end, from);
    if (
      isApart &&
      again < end &&
      lines.slice(at + 1, again).every((line) => isSignatureLine(line, from))
    )
      return top;
  }
  let start = end - trailingLine(lines, floor, end, from);
  const lowest = Math.max(floor, end - BELOW_NAME_MAX);
  while (start > lowest) {
    const line = lines[start - 1] ?? "";
    if (!isRule(line) && !isSignatureLine(line, from)) break;
    start -= 1;
  }
  while (start < end && isRule(lines[start] ?? "")) start += 1;
  if (start === end) return start;
  const before = lastWritten(lines, 0, start);
  if ((lines[before] ?? "").trimEnd().endsWith(":")) return end;
  if (isRule(lines[start - 1] ?? "")) return start;
  // The lines hang on to a sentence: cut only where that one is over, or where a bare name ends the mail.
  const isBareName = start === end - 1 && piecesOf(lines[start] ?? "", isSpace).length <= 2;
  return isOver(lines[start - 1] ?? "") || isBareName ? start : nextAfterGap(lines, start, end);
};

/** One line at most below a signature that is none by itself: a motto, `This is an automated message.` */
const trailingLine = (
  lines: readonly string[],
  floor: number,
  end: number,
  from: Sender | null,
): number => {
  const isSigned = (at: number): boolean =>
    at >= floor && !isRule(lines[at] ?? "") && isSignatureLine(lines[at] ?? "", from);
  if (!isSigned(end - 2)) return 0;
  const line = (lines[end - 1] ?? "").trim();
  const folded = foldedInPlace(line.slice(0, 120));
  const words = wordsIn(folded);
  if (words.length > 12 || line.endsWith("?")) return 0;
  if (words.some((word) => word.startsWith("automat"))) return 1;
  const isSaid = speaks(folded) || words.some((word) => TOPICS.has(word) || word === "merci");
  return isSigned(end - 3) && !isSaid && line.length <= 80 ? 1 : 0;
};

/** Where lines of a signature begin that stand right above the name: the service, the firm. */
const topOfBlock = (
  lines: readonly string[],
  floor: number,
  at: number,
  from: Sender | null,
): number => {
  let top = at;
  let found = at;
  while (top > floor && top > at - 6) {
    const line = lines[top - 1] ?? "";
    if (!isRule(line) && !isSignatureLine(line, from)) break;
    top -= 1;
    const above = lines[top - 1] ?? "";
    if (!isRule(line) && (isRule(above) || isOver(above))) found = top;
  }
  return found;
};

const isAsked = (line: string): boolean => speaks(foldedInPlace(line));

const lastWritten = (lines: readonly string[], from: number, to: number): number => {
  for (let at = to - 1; at >= from; at -= 1) if (!isRule(lines[at] ?? "")) return at;
  return -1;
};

/** Whether a line ends its sentence, or closes with a formula: `… vendredi. Cdt`. */
const isOver = (line: string): boolean => {
  const text = line.trimEnd();
  const last = text.slice(-1);
  if (last !== "" && !isLetter(last) && !isDigit(last) && !",:;(/&'’-".includes(last)) return true;
  return CLOSING_HEADS.has(foldedInPlace(text.slice(text.lastIndexOf(" ") + 1)));
};

const nextAfterGap = (lines: readonly string[], start: number, end: number): number => {
  for (let at = start; at < end; at += 1) if (isRule(lines[at] ?? "")) return at + 1;
  return end;
};
