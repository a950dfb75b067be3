import type { DeskPage, Place } from "#src/sidebar/shell.ts";

const PAGES: readonly DeskPage[] = [
  "aged",
  "debtors",
  "bank",
  "import",
  "calendar",
  "plans",
  "texts",
  "policy",
  "rates",
  "handover",
];

/** Where the desk begins; today's list where the page is none of its own. */
export const placeOfPage = (page: string | null): Place => {
  const known = PAGES.find((one) => one === page);
  return known === undefined ? { at: "today" } : { at: "desk", page: known };
};
