import { change } from "./mailbox.ts";
import { CODES, done, itemOf, refused } from "./pane-state.ts";
import type { Answer, CallHandler, PaneState } from "./pane-state.ts";
import { listOf, recordOf, textOf } from "./protocol.ts";

/** Of all custom properties of one item together (limits for Outlook add-ins). */
const PROPERTIES_CHARS_MAX = 2500;
const SESSION_CHARS_MAX = 50_000;
/** Five notices stand on one item at most (NotificationMessages.addAsync). */
const NOTICES_MAX = 5;
const WRITE_RIGHTS = 2 | 16 | 32;

const categoryData = (pane: PaneState, name: string): object => ({
  displayName: name,
  color:
    pane.itemMailbox.categories.find(({ displayName }) => displayName === name)?.color ?? "None",
});

const mayWrite = (pane: PaneState): boolean =>
  pane.itemMailbox === pane.mailbox || (pane.delegatePermissions & WRITE_RIGHTS) !== 0;

const addCategories = (pane: PaneState, names: readonly string[]): Answer => {
  const mail = itemOf(pane);
  if (mail === null) return refused(CODES.itemNotFound);
  if (!mayWrite(pane)) return refused(CODES.notAllowedOnItem);
  const known = pane.itemMailbox.categories.map(({ displayName }) => displayName);
  // Only names of the mailbox's own list can be put on an item.
  if (!names.every((name) => known.includes(name))) return refused(CODES.invalidCategory);
  change(pane.itemMailbox, mail, { categories: [...new Set([...mail.categories, ...names])] });
  return done();
};

const addNotice: CallHandler = (params, pane) => {
  const key = textOf(params["key"]);
  if (pane.notices.has(key)) return refused(CODES.duplicateNotice);
  if (pane.notices.size >= NOTICES_MAX) return refused(9025);
  pane.notices.set(key, params);
  return done();
};

/** Calls on what is kept with the item or in the mailbox: properties, categories, notices, settings. */
export const MAILBOX_CALLS: Readonly<Record<number, CallHandler>> = {
  // Tokens of the old kinds are off everywhere (FAQ on nested app authentication and legacy tokens).
  2: () => ({ wasSuccessful: false, errorCode: CODES.token, errorMessage: "off", errorName: "" }),
  12: () => ({ wasSuccessful: false, errorCode: CODES.token, errorMessage: "off", errorName: "" }),
  5: () => ({ wasProxySuccessful: false, errorMessage: "EWS is off" }),
  3: (_, pane) => ({
    wasSuccessful: true,
    customProperties: JSON.stringify(itemOf(pane)?.properties ?? {}),
  }),
  4: (params, pane) => {
    const mail = itemOf(pane);
    const properties = recordOf(params["customProperties"]);
    if (mail === null) return refused(CODES.itemNotFound);
    if (JSON.stringify(properties).length > PROPERTIES_CHARS_MAX) return refused(CODES.properties);
    change(pane.itemMailbox, mail, { properties });
    return done();
  },
  33: addNotice,
  34: (_, pane) => done([...pane.notices.values()]),
  35: (params, pane) => {
    const key = textOf(params["key"]);
    if (!pane.notices.has(key)) return refused(CODES.noSuchNotice);
    pane.notices.set(key, params);
    return done();
  },
  36: (params, pane) =>
    pane.notices.delete(textOf(params["key"])) ? done() : refused(CODES.noSuchNotice),
  42: (_, pane) => {
    pane.isClosed = true;
    return done();
  },
  157: (_, pane) => {
    const mail = itemOf(pane);
    return mail === null
      ? refused(CODES.itemNotFound)
      : done(mail.categories.map((name) => categoryData(pane, name)));
  },
  158: (params, pane) => addCategories(pane, listOf(params["categories"]).map(String)),
  159: (params, pane) => {
    const mail = itemOf(pane);
    if (mail === null) return refused(CODES.itemNotFound);
    if (!mayWrite(pane)) return refused(CODES.notAllowedOnItem);
    const gone = listOf(params["categories"]).map(String);
    change(pane.itemMailbox, mail, {
      categories: mail.categories.filter((name) => !gone.includes(name)),
    });
    return done();
  },
  160: (_, pane) => done([...pane.itemMailbox.categories]),
  161: (params, pane) => {
    const given = listOf(params["categoryDetails"]).map((one) => {
      const fields = recordOf(one);
      return { displayName: textOf(fields["displayName"]), color: textOf(fields["color"]) };
    });
    const known = pane.itemMailbox.categories.map(({ displayName }) => displayName);
    if (given.some(({ displayName }) => known.includes(displayName)))
      return refused(CODES.duplicateCategory);
    pane.itemMailbox.categories.push(...given);
    return done();
  },
  162: (params, pane) => {
    const gone = listOf(params["categories"]).map(String);
    const kept = pane.itemMailbox.categories.filter(
      ({ displayName }) => !gone.includes(displayName),
    );
    pane.itemMailbox.categories.splice(0, pane.itemMailbox.categories.length, ...kept);
    return done();
  },
  185: (params, pane) => {
    const session = new Map(pane.session).set(textOf(params["name"]), textOf(params["value"]));
    const chars = [...session].join("").length;
    if (chars > SESSION_CHARS_MAX) return refused(CODES.sessionTooLarge);
    pane.session.set(textOf(params["name"]), textOf(params["value"]));
    return done();
  },
  186: (params, pane) => {
    const value = pane.session.get(textOf(params["name"]));
    return value === undefined ? refused(CODES.keyNotFound) : done(value);
  },
  187: (_, pane) => done(Object.fromEntries(pane.session)),
  188: (_, pane) => {
    pane.session.clear();
    return done();
  },
  189: (params, pane) =>
    pane.session.delete(textOf(params["name"])) ? done() : refused(CODES.keyNotFound),
  404: (params, pane) => {
    const [values] = listOf(params);
    pane.mailbox.roaming = Object.fromEntries(
      Object.entries(recordOf(values)).map(([key, value]) => [key, textOf(value)]),
    );
    return done();
  },
};
