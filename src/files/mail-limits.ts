/** The largest mail that is opened: 25 MiB, the limit of most mail servers, and a margin for their own headers. */
export const MAIL_BYTES_MAX = 26 * 1024 * 1024;
