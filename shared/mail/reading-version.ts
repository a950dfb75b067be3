/** Version of the rules by which mails are read: a correction says which of them it corrects. */
export const READING_VERSION = "3";

/** Of a ground that no rule names: the sentence weighs most of all for its tag. */
export const WORDS_RULE = "words";
