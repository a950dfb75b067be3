import type { chat_v1 } from "@googleapis/chat";

/** A card as it goes to Gmail. */
export type GoogleAppsCard = chat_v1.Schema$GoogleAppsCardV1Card;
