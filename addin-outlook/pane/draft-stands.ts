import { draftStands } from "#shared/app/draft-stands.ts";
import type { MailDraft } from "#shared/app/use-case.ts";
import type { Pane } from "./pane.ts";

/** False, having said why, for a draft that must no longer go out as it is. */
export const stillStands = async (
  pane: Pane,
  key: string,
  draft: Pick<MailDraft, "to" | "cc"> | null,
): Promise<boolean> => {
  const recipients = draft === null ? [] : [...draft.to, ...draft.cc];
  const why = await pane.run(draftStands, { key, recipients });
  if (!why.ok || why.value === null) return true;
  pane.say({ key: "draft", tone: "danger", text: why.value });
  return false;
};
