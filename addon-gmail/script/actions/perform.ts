import type { ActionName } from "#gmail/script/cards/action-ref.ts";
import type { Answer } from "#gmail/script/cards/card.ts";
import type { ComposeAnswer } from "./compose-answer.ts";
import type { Handlers, Perform } from "./part-types.ts";
import type { World } from "./world.ts";

/** Finds the hand of an action. The ids were read by the schema of the same name, which the compiler cannot follow. */
export const performBy =
  <Names extends ActionName>(handlers: Handlers<Names>): Perform =>
  (world, { does, ids }) => {
    const hands: Readonly<Record<string, unknown>> = handlers;
    if (!Object.prototype.hasOwnProperty.call(hands, does)) return null;
    const hand = hands[does] as (world: World, ids: unknown) => Answer | ComposeAnswer;
    return hand(world, ids);
  };
