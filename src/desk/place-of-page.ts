import { LAW_PAGES } from "#shared/app/view-parts.ts";
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

/** Where the desk begins; today's list where the page is none of its own, or one of an account that is not named. */
export const placeOfPage = (page: string | null, account: string | null = null): Place => {
  const known = PAGES.find((one) => one === page);
  if (known !== undefined) return { at: "desk", page: known };
  if (page === "settings" || page === "silent") return { at: page };
  if (account === null) return { at: "today" };
  if (page === "claim" || page === "account") return { at: page, account };
  if (page === "timeline") return { at: "timeline", account, page: 0 };
  const law = LAW_PAGES.find((one) => one === page);
  return law === undefined ? { at: "today" } : { at: "law", account, page: law };
};
