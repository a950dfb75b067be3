import { LEXICON_ACKNOWLEDGEMENT } from "./lexicon-acknowledgement.ts";
import { LEXICON_ACKNOWLEDGEMENT_WORK } from "./lexicon-acknowledgement-work.ts";
import { LEXICON_CONTACT_LEFT } from "./lexicon-contact-left.ts";
import { LEXICON_CONTACT_ROLE } from "./lexicon-contact-role.ts";
import { LEXICON_CONTACT_TO } from "./lexicon-contact.ts";
import type { LexiconRule } from "./lexicon.ts";
import { LEXICON_ROBOTS } from "./lexicon-robots.ts";

/** Other people to write to, receipts, and robots. */
export const LEXICON_OTHERS: readonly LexiconRule[] = [
  ...LEXICON_CONTACT_LEFT,
  ...LEXICON_CONTACT_ROLE,
  ...LEXICON_CONTACT_TO,
  ...LEXICON_ACKNOWLEDGEMENT,
  ...LEXICON_ACKNOWLEDGEMENT_WORK,
  ...LEXICON_ROBOTS,
];
