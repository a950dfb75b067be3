import { composeView } from "#shared/app/compose-view.ts";
import { prepareDraft } from "#shared/app/draft-acts.ts";
import type { MailDraft } from "#shared/app/use-case.ts";
import { soundAddress } from "#shared/mail/mail-address.ts";
import { composeCard } from "#gmail/script/cards/compose-card.ts";
import type { ComposeAnswer } from "./compose-answer.ts";
import { refusalWords } from "./refusal-words.ts";
import type { AnyRefusal } from "./refusal-words.ts";
import type { World } from "./world.ts";

/** Beside a draft that is being written: whose step may go into it. */
export const composing = (world: World, refusal: AnyRefusal | null = null): ComposeAnswer => {
  const { event, ledger, face } = world;
  const to = (event.compose?.to ?? []).flatMap((one) => soundAddress(one) ?? []);
  const rows = ledger.summary()?.view.rows ?? [];
  const due = rows.flatMap(({ account, primary: { action } }) =>
    "act" in action && action.act === "prepare-draft" ? [account] : [],
  );
  const view = ledger.tip() === null ? null : ledger.run(composeView, { to, due });
  const why = view !== null && !view.ok ? view.error : refusal;
  return {
    kind: "compose-card",
    card: composeCard(
      view !== null && view.ok ? view.value : [],
      face,
      why === null ? null : refusalWords(why, face),
    ),
  };
};

/**
 * The step's words, put into the draft that is open. Its recipients and subject are given only where it has none: what
 * the person wrote stays. Once sent it is known by the reference in its foot.
 */
export const inserting = (world: World, account: string): ComposeAnswer => {
  const drafts: MailDraft[] = [];
  world.takeDrafts((draft) => {
    drafts.push(draft);
  });
  const salt = world.services.chance(1)[0] ?? "";
  const made = world.ledger.run(prepareDraft, { account, replyTo: null, salt });
  if (!made.ok) return composing(world, made.error);
  const [draft] = drafts;
  if (draft === undefined) return composing(world);
  const { to = [], subject = "" } = world.event.compose ?? {};
  return {
    kind: "insert",
    html: draft.html,
    subject: subject.trim() === "" ? draft.subject : null,
    to: to.length === 0 ? draft.to : null,
  };
};
