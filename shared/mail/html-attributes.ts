import { isSpace } from "./characters.ts";

/** Attributes of one element; programs write a dozen, floods thousands. */
const ATTRIBUTES_MAX = 60;

/** The attributes of a tag by their names in small letters, the first of each name as in a browser. */
export const attributesOf = (text: string): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  let at = 0;
  const skip = (): void => {
    while (at < text.length && isSpace(text.charAt(at))) at += 1;
  };
  while (at < text.length && found.size < ATTRIBUTES_MAX) {
    while (at < text.length && (isSpace(text.charAt(at)) || text.charAt(at) === "/")) at += 1;
    const from = at;
    while (at < text.length && !isSpace(text.charAt(at)) && !"=/".includes(text.charAt(at)))
      at += 1;
    const name = text.slice(from, at).toLowerCase();
    skip();
    let value = "";
    if (text.charAt(at) === "=") {
      at += 1;
      skip();
      const quote = text.charAt(at);
      const isQuoted = quote === '"' || quote === "'";
      const start = isQuoted ? at + 1 : at;
      let end = isQuoted ? text.indexOf(quote, start) : start;
      if (end < 0) end = text.length;
      if (!isQuoted) while (end < text.length && !isSpace(text.charAt(end))) end += 1;
      value = text.slice(start, end);
      at = isQuoted ? end + 1 : end;
    }
    if (name !== "" && !found.has(name)) found.set(name, value);
  }
  return found;
};
