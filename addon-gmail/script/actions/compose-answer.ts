import type { Card } from "#gmail/script/cards/card.ts";

/** What the compose action answers: a card, or words for the draft that is being written. */
export type ComposeAnswer =
  | { readonly kind: "compose-card"; readonly card: Card }
  | {
      readonly kind: "insert";
      readonly html: string;
      /** Null: what stands in the draft stays. */
      readonly subject: string | null;
      readonly to: readonly string[] | null;
    };
