/** Version of the rules by which mails are read: a correction says which of them it corrects. */
export const READING_VERSION = "2";
