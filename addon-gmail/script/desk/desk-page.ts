import * as z from "zod/mini";

z.config({ jitless: true });

/** Where the page's frame learns which screen was asked for: it cannot see the address of the page that it lies in. */
const PLACE = 'data-place=""';

const zAsked = z.object({
  parameter: z.object({
    page: z.optional(z.string().check(z.regex(/^[a-z-]{1,20}$/))),
    account: z.optional(z.string().check(z.regex(/^[\w:.-]{1,80}$/))),
  }),
});

/**
 * The desk's page for a request. Anybody can make a link to it with parameters of their own: of those, words that are no
 * markup reach the page, which goes to a screen of its own list by them and does nothing else.
 */
export const deskHtml = (page: string, event: unknown): string => {
  const asked = z.safeParse(zAsked, event);
  const { page: name, account } = asked.success ? asked.data.parameter : {};
  if (name === undefined) return page;
  const place = account === undefined ? name : `${name} ${account}`;
  return page.replace(PLACE, `data-place="${place}"`);
};
