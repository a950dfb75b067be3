import { confirmReading } from "#shared/app/confirm-reading.ts";
import type { DoneView, RepliedIn } from "#shared/app/view-parts.ts";
import { confirmReadings, leaveRepliesWithoutEffect } from "#shared/app/without-effect.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { CardPlace } from "#gmail/script/cards/action-ref.ts";
import type { Answer } from "#gmail/script/cards/card.ts";
import { changed, refused } from "./answers.ts";
import { moved } from "./labels-moved.ts";
import type { Handlers } from "./part-types.ts";
import { placeScreen } from "./places.ts";
import { refusalWords } from "./refusal-words.ts";
import type { AnyRefusal } from "./refusal-words.ts";
import type { World } from "./world.ts";

/** Replies dealt with from a list: the list, or the next item, with what was done at its head. */
const repliesAnswer = (
  world: World,
  replies: readonly Pick<RepliedIn, "account">[],
  place: CardPlace,
  act: () => Result<DoneView, AnyRefusal>,
): Answer => {
  const accounts = [...new Set(replies.map(({ account }) => account))];
  const result = moved(world, accounts, act);
  return result.ok
    ? changed(placeScreen(world, place, result.value))
    : refused(refusalWords(result.error, world.face), world.face);
};

export const REPLIES_HANDLERS: Handlers<
  "confirm-reading" | "confirm-readings" | "leave-without-effect"
> = {
  "confirm-reading": (world, ids) => {
    const { account, exchange } = ids;
    return repliesAnswer(world, [ids], ids, () =>
      world.ledger.run(confirmReading, { account, exchange }),
    );
  },
  "confirm-readings": (world, ids) => {
    const { replies } = ids;
    return repliesAnswer(world, replies, ids, () => world.ledger.run(confirmReadings, { replies }));
  },
  "leave-without-effect": (world, ids) => {
    const { replies } = ids;
    return repliesAnswer(world, replies, ids, () =>
      world.ledger.run(leaveRepliesWithoutEffect, { replies }),
    );
  },
};
