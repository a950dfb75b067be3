import * as z from "zod/mini";
import type { OutlookCategories, OutlookFault, OutlookItem } from "#outlook/outlook.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { Answer } from "./call.ts";
import { refuseUnless } from "./session.ts";
import type { Session } from "./session.ts";

z.config({ jitless: true });

const named = z.array(z.object({ displayName: z.string() }));

/** 9045: somebody made the category a moment ago. It is there, which is what was asked. */
const ALREADY_THERE = 9045;

type CategoryList = {
  readonly getAsync: (heard: (answer: Answer<unknown>) => void) => void;
  readonly addAsync: (names: string[], heard: (answer: Answer<unknown>) => void) => void;
  readonly removeAsync: (names: string[], heard: (answer: Answer<unknown>) => void) => void;
};

/** Outlook's categories on the open item, and the mailbox's own list of them. */
export const categoriesOf = (session: Session): OutlookCategories => {
  const { queue, mailbox } = session;

  const listOf = (item: OutlookItem): Result<CategoryList, OutlookFault> => {
    const refusal = refuseUnless(session, "categories");
    if (refusal !== null) return err(refusal);
    const live = mailbox.item as { readonly categories?: CategoryList } | null | undefined;
    if (!session.isOpen(item) || live == null) return err({ type: "item-changed" });
    return live.categories === undefined
      ? err({ type: "unsupported", ability: "categories" })
      : ok(live.categories);
  };

  const write = async (
    item: OutlookItem,
    names: readonly string[],
    start: (list: CategoryList, heard: (answer: Answer<unknown>) => void) => void,
  ): Promise<Result<null, OutlookFault>> => {
    if (names.length === 0) return ok(null);
    const list = listOf(item);
    if (!list.ok) return list;
    const answer = await queue.call<unknown>(
      (heard) => {
        start(list.value, heard);
      },
      { item: item.key, isWrite: true, ability: "categories" },
    );
    return answer.ok ? ok(null) : answer;
  };

  return {
    read: async (item) => {
      const list = listOf(item);
      if (!list.ok) return list;
      const answer = await queue.call<unknown>(
        (heard) => {
          list.value.getAsync(heard);
        },
        { item: item.key, ability: "categories" },
      );
      return answer.ok ? ok(namesIn(answer.value)) : answer;
    },
    put: (item, names) =>
      write(item, names, (list, heard) => {
        list.addAsync([...names], heard);
      }),
    remove: (item, names) =>
      write(item, names, (list, heard) => {
        list.removeAsync([...names], heard);
      }),
    make: async (names) => {
      if (!session.can["new-categories"])
        return err(
          session.can.categories
            ? { type: "denied", code: null }
            : { type: "unsupported", ability: "new-categories" },
        );
      const about = { ability: "new-categories" } as const;
      const there = await queue.call<unknown>((heard) => {
        mailbox.masterCategories.getAsync(heard);
      }, about);
      if (!there.ok) return there;
      const known = new Set(namesIn(there.value).map((name) => name.toLowerCase()));
      const fresh = names.filter((name) => !known.has(name.toLowerCase()));
      if (fresh.length === 0) return ok(null);
      const details = fresh.map((displayName) => ({
        displayName,
        // No colour: the words say it, and the person chooses.
        color: Office.MailboxEnums.CategoryColor.None,
      }));
      const made = await queue.call<unknown>(
        (heard) => {
          mailbox.masterCategories.addAsync(details, heard);
        },
        { ...about, isWrite: true },
      );
      if (made.ok) return ok(null);
      return made.error.type === "failed" && made.error.code === ALREADY_THERE ? ok(null) : made;
    },
  };
};

/** No category at all is null, an empty list or nothing, by client. */
const namesIn = (given: unknown): readonly string[] => {
  const parsed = z.safeParse(named, given);
  return parsed.success ? parsed.data.map((one) => one.displayName) : [];
};
