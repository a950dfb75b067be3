import type { Sentence } from "#shared/locales/locale.ts";
import { NO_ANSWER } from "#gmail/script/cards/card.ts";
import type { Answer, Button, Card } from "#gmail/script/cards/card.ts";
import type { Face } from "#gmail/script/cards/face.ts";
import { faultCard } from "#gmail/script/cards/fault-card.ts";

/** What actions answer, and how what they could not do is said. */

export const shown = (
  card: Card,
  how: "push" | "update" | "instead" | "root" = "push",
): Answer => ({ ...NO_ANSWER, show: { how, card } });

/** A card after something was written: what lies below it is drawn anew when it is come back to. */
export const changed = (card: Card, how: "push" | "update" | "instead" = "update"): Answer => ({
  ...shown(card, how),
  changed: true,
});

export const refused = (why: Sentence, face: Face, way: Button | null = null): Answer =>
  shown(faultCard(why, face, way));
