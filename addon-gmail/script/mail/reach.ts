import type { Services } from "#gmail/script/google-port.ts";
import { askJson } from "./gmail-client.ts";
import type { Mailbox } from "./mail.ts";
import { profileSchema } from "./shapes.ts";

/** What the manifest that this project was deployed with lets Relance reach: the same code runs under both. */
export type Reach =
  | { readonly kind: "thread" }
  /** The full manifest: searches, labels, the hourly look. */
  | { readonly kind: "mailbox"; readonly address: string };

const NAME = "gmail-reach";

/**
 * Asks Gmail for the profile, which no scope of the public manifest gives: an answer means that the whole mailbox is in
 * reach. Kept in a property, so that a card need not ask; null where Gmail did not say.
 */
export const probeReach = (mailbox: Mailbox): Reach | null => {
  // Without the message token: it would narrow the question to the open thread.
  const alone: Mailbox = { services: mailbox.services, messageToken: null };
  const profile = askJson(alone, { method: "get", path: "/profile" }, profileSchema);
  if (!profile.ok && profile.error.type !== "denied") return null;
  const reach: Reach = profile.ok
    ? { kind: "mailbox", address: profile.value.emailAddress.toLowerCase() }
    : { kind: "thread" };
  const { properties } = mailbox.services;
  const word = reach.kind === "mailbox" ? reach.address : null;
  if (properties.read(NAME) !== word) properties.write({ [NAME]: word });
  return reach;
};

/** The public manifest is there again: what was reached under the full one is not. */
export const forgetReach = ({ properties }: Services): void => {
  if (properties.read(NAME) !== null) properties.write({ [NAME]: null });
};

/** As it was when last asked; the open thread alone where nobody has asked yet. */
export const reachOf = ({ services }: Mailbox): Reach => {
  const address = services.properties.read(NAME);
  return address === null || address === "" ? { kind: "thread" } : { kind: "mailbox", address };
};
