import type { DoneView } from "#shared/app/view-parts.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { CardPlace } from "#gmail/script/cards/action-ref.ts";
import type { Answer } from "#gmail/script/cards/card.ts";
import { changed, refused } from "./answers.ts";
import { placeScreen } from "./places.ts";
import { refusalWords } from "./refusal-words.ts";
import type { AnyRefusal } from "./refusal-words.ts";
import type { World } from "./world.ts";

/** Replies dealt with from a list: the list, or the next item, with what was done at its head. */
export const repliesAnswer = (
  world: World,
  result: Result<DoneView, AnyRefusal>,
  place: CardPlace,
): Answer =>
  result.ok
    ? changed(placeScreen(world, place, result.value))
    : refused(refusalWords(result.error, world.face), world.face);
