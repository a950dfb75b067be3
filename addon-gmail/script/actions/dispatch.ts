import { parseAction, READING_ACTIONS } from "#gmail/script/cards/action-ref.ts";
import type { ParsedAction } from "#gmail/script/cards/action-ref.ts";
import type { Answer } from "#gmail/script/cards/card.ts";
import { wordsOf } from "#gmail/script/cards/face.ts";
import { refused, shown } from "./answers.ts";
import type { ComposeAnswer } from "./compose-answer.ts";
import { withWayBack } from "./way-back.ts";
import type { World } from "./world.ts";

/**
 * The one way in for every button of every card. What comes back is read again: the name against the list, the ids by
 * their shape, the mail against the one that is open; whether an account is of this ledger, the ledger says.
 */
export const dispatch = (world: World): Answer | ComposeAnswer => {
  const { face } = world;
  const { faults } = wordsOf(face);
  const parsed = parseAction(world.event.parameters);
  if (!parsed.ok) return refused(faults[parsed.error.type], face);
  const action = parsed.value;
  const fault = mailFault(world, action);
  if (fault !== null) return refused(faults[fault], face);
  if (action.does === "today") return shown(world.screens.today(world, null, true));
  const done = OF_READING.has(action.does)
    ? world.parts.reading().performReading(world, action)
    : world.parts.acts().performAct(world, action);
  if (done === null) return refused(faults["action-unknown"], face);
  if ("kind" in done || done.show === null) return done;
  return { ...done, show: { ...done.show, card: withWayBack(done.show.card, world) } };
};

/** Nothing is done with another mail than the one that the card was drawn for. */
const mailFault = (
  { event }: World,
  { does, ids }: ParsedAction,
): "no-mail" | "other-mail" | null => {
  if (!("message" in ids) || ids.message === undefined) return null;
  // A search that chooses a claim for a mail writes nothing yet.
  if (does === "search") return null;
  if (event.opened === null) return "no-mail";
  return event.opened.messageId === ids.message ? null : "other-mail";
};

const OF_READING: ReadonlySet<string> = new Set(READING_ACTIONS);
