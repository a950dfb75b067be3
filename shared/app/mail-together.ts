import type { AccountState } from "#shared/claims/account.ts";
import type { MailMatch } from "#shared/mail/match.ts";

type Accounts = ReadonlyMap<string, AccountState>;

/**
 * The accounts of one draft to a group that this mail is, or answers; empty where it is of no such draft. All of them
 * stand in its thread: which one an answer is about, the thread cannot say.
 */
export const togetherIn = (match: MailMatch, accounts: Accounts): readonly string[] => {
  const [first] = match.ranked;
  if (first === undefined) return [];
  const shown = new Set(
    first.reasons.flatMap(({ code, value }) =>
      code === "thread" || code === "reference" ? [value] : [],
    ),
  );
  for (const draft of accounts.get(first.account)?.drafts ?? []) {
    if (!shown.has(draft.messageId ?? "") && !shown.has(draft.reference)) continue;
    const alike = match.ranked
      .map(({ account }) => account)
      .filter((account) => accounts.get(account)?.drafts.some((one) => one.draft === draft.draft));
    if (alike.length > 1) return alike;
  }
  return [];
};

/**
 * An answer to a mail about several debtors is of whichever a person says: what it quotes names them all, and who wrote
 * it answers for them all. The best by its words stands first.
 */
export const answerToSeveral = (match: MailMatch, together: readonly string[]): MailMatch =>
  match.direction === "in" && together.length > 0 ? { ...match, verdict: "tie" } : match;

/**
 * Where the mail lies filed already: that account's, whatever else it might be of. A mail of ours to several is told
 * beside the first of them.
 */
export const knownAccount = (
  match: MailMatch,
  together: readonly string[],
  exchange: string,
  accounts: Accounts,
): string | null => {
  const filed = match.ranked
    .map(({ account }) => account)
    .filter((account) => accounts.get(account)?.exchanges.some((one) => one.exchange === exchange));
  if (filed.length === 1) return filed[0] ?? null;
  return match.direction === "out" && together.length > 0 ? (together[0] ?? null) : null;
};
