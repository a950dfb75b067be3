/**
 * What passes between office.js and Outlook on the web: JSON strings by postMessage, as office.js 16.0.15407 writes
 * and reads them (found by running it; the numbers are its own).
 */

export type WireRequest = {
  readonly actionName: string;
  readonly kind: "invoke" | "register" | "unregister";
  readonly conversationId: string;
  readonly correlationId: number;
  readonly data: unknown;
};

const KINDS = ["invoke", "register", "unregister"] as const;

export const requestOf = (text: string): WireRequest | null => {
  const raw = recordOf(jsonOf(text));
  if (raw["_messageType"] !== 0) return null;
  const kind = KINDS[Number(raw["_actionType"])];
  if (kind === undefined) return null;
  return {
    actionName: String(raw["_actionName"]),
    kind,
    conversationId: String(raw["_conversationId"]),
    correlationId: Number(raw["_correlationId"]),
    data: raw["_data"],
  };
};

/** Result codes of the channel itself, apart from what a call answers. */
export const CHANNEL = { done: 0, accessDenied: -5, timedOut: -6 } as const;

export const HOST_ORIGIN = "https://outlook.office.com";

export const answerText = (request: WireRequest, data: unknown, code: number): string =>
  envelope({
    _messageType: 1,
    _actionName: request.actionName,
    _conversationId: request.conversationId,
    _correlationId: request.correlationId,
    _errorCode: code,
    _responseType: 0,
    _data: data,
  });

export const eventText = (actionName: string, conversationId: string, data: unknown): string =>
  envelope({
    _messageType: 1,
    _actionName: actionName,
    _conversationId: conversationId,
    _correlationId: -1,
    _errorCode: 0,
    _responseType: 1,
    _data: data,
  });

/** A call of the host to the pane: only `Office_notifyAgave` is known to it. */
export const noticeText = (conversationId: string, rank: number, data: unknown): string =>
  envelope({
    _messageType: 0,
    _actionName: "Office_notifyAgave",
    _actionType: 0,
    _conversationId: `${conversationId}_ntf`,
    _correlationId: rank,
    _origin: HOST_ORIGIN,
    _data: data,
  });

const envelope = (message: object): string =>
  JSON.stringify({ ...message, _origin: HOST_ORIGIN, _serializerVersion: 1 });

export const jsonOf = (text: string): unknown => {
  try {
    const parsed: unknown = JSON.parse(text);
    return parsed;
  } catch (cause) {
    if (cause instanceof SyntaxError) return null;
    throw cause;
  }
};

export type Fields = Readonly<Record<string, unknown>>;

export const recordOf = (value: unknown): Fields =>
  typeof value === "object" && value !== null ? (value as Fields) : {};

export const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** What the pane tells the host by number. */
export const NOTICE = {
  focused: 0,
  blurred: 1,
  tabIn: 11,
  tabInBackwards: 12,
  tabOut: 13,
  tabOutBackwards: 14,
  escape: 15,
  keys: 39,
} as const;

/**
 * Nothing that office.js knows: it tells our additions to it something, and the pane tells that it has heard all that
 * came before.
 */
export const heardText = (rank: number, fields: object): string =>
  JSON.stringify({ _messageType: 9, rank, ...fields });
