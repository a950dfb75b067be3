import { URL_CHARS_MAX } from "./gmail-client.ts";

/** Messages asked for at a time: the most that Gmail gives. */
const PAGE_MESSAGES = 500;
/** Encoded characters that one search may have: the address's other parts stand before it. */
const QUERY_CHARS_MAX = URL_CHARS_MAX - 300;

/** Below the mailbox's root. Spam is asked for by a parameter, since a search alone passes it over. */
export const searchPath = (query: string): string =>
  `/messages?maxResults=${String(PAGE_MESSAGES)}&includeSpamTrash=true&q=${encodeURIComponent(query)}`;

/** The next page of a search. */
export const nextPage = (path: string, token: string): string =>
  `${path}&pageToken=${encodeURIComponent(token.slice(0, 200))}`;

/** As many alternatives as one address takes. */
export const groupsOf = (terms: readonly string[]): readonly (readonly string[])[] => {
  const groups: string[][] = [];
  let chars = QUERY_CHARS_MAX;
  for (const term of terms) {
    const more = encodeURIComponent(`${term} `).length;
    const last = groups[groups.length - 1];
    if (last === undefined || chars + more > QUERY_CHARS_MAX) {
      groups.push([term]);
      chars = more;
    } else {
      last.push(term);
      chars += more;
    }
  }
  return groups;
};

/**
 * A Message-ID is whatever its sender wrote. In a search only letters, digits and plain signs stand, so that none can end
 * the term and begin another; a longer one finds nothing anyway.
 */
export const isSearchableId = (messageId: string): boolean =>
  /^[\w.+=$@%-]{3,500}$/.test(messageId);
