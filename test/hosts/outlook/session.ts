import { COMPOSE_CALLS } from "./calls-compose.ts";
import { FORM_CALLS } from "./calls-forms.ts";
import { MAILBOX_CALLS } from "./calls-mailbox.ts";
import { READ_CALLS } from "./calls-read.ts";
import { isSetAtLeast, shapeOf } from "./call-names.ts";
import { failureOf, wait } from "./faults.ts";
import type { CallRecord, Faults } from "./faults.ts";
import { emptyData, itemData } from "./items.ts";
import { CODES, refused } from "./pane-state.ts";
import type { Answer, CallHandler, PaneState } from "./pane-state.ts";
import {
  CHANNEL,
  HOST_ORIGIN,
  answerText,
  eventText,
  listOf,
  noticeText,
  recordOf,
  requestOf,
} from "./protocol.ts";
import type { Fields, WireRequest } from "./protocol.ts";

const HANDLERS: ReadonlyMap<string, CallHandler> = new Map(
  [READ_CALLS, COMPOSE_CALLS, FORM_CALLS, MAILBOX_CALLS].flatMap((calls) => Object.entries(calls)),
);

/** Outlook on the web, as office.js numbers hosts. */
const OUTLOOK_ON_THE_WEB = 64;

export type SessionOptions = {
  readonly addinUrl: string;
  readonly language: string;
  readonly requirements: Readonly<Record<string, string>>;
  readonly post: (text: string) => void;
  readonly onNotice: (notice: number, data: readonly unknown[]) => void;
  readonly onReady: () => void;
  /** A dialog inside the window, opened by registering for its messages. */
  readonly onDialog: (request: WireRequest) => "opened" | number;
  readonly onDialogClosed: () => void;
  readonly onDialogText: (text: string) => void;
};

/** The host's end of the channel to one frame of the add-in. */
export type Session = {
  readonly conversationId: string;
  readonly controlId: string;
  readonly records: CallRecord[];
  readonly unknown: string[];
  readonly receive: (text: string) => Promise<void>;
  readonly raise: (event: string, data: unknown) => boolean;
  readonly notify: (notice: number) => void;
  readonly isListening: (event: string) => boolean;
};

let sessions = 0;

export const createSession = (
  pane: PaneState,
  faults: Faults,
  options: SessionOptions,
): Session => {
  sessions += 1;
  const conversationId = `_xdm_${String(sessions)}`;
  const controlId = `0000000${String(sessions)}-3c1f-4e5d-9a58-6f0d9a6f7b21`.slice(-36);
  const events = new Map<string, string>();
  const records: CallRecord[] = [];
  const unknown: string[] = [];
  let underWay = 0;
  let notices = 0;

  const answer = (request: WireRequest, data: unknown, code: number = CHANNEL.done): void => {
    options.post(answerText(request, data, code));
  };

  const execute = async (request: WireRequest): Promise<void> => {
    const data = recordOf(request.data);
    const dispatchId = Number(recordOf(data["MethodData"])["DispatchId"]);
    const shape = shapeOf(dispatchId);
    const params = recordOf(data["ApiParams"]);
    underWay += 1;
    const record: CallRecord = {
      name: shape?.name ?? "unknown",
      params: data["ApiParams"],
      startedAt: performance.now(),
      endedAt: null,
      code: null,
      atOnce: underWay,
    };
    records.push(record);
    const delayMs = shape === null ? 0 : (faults.delays.get(shape.name) ?? 0);
    // No answer at all: office.js gives up after a minute or more.
    if (delayMs === Number.POSITIVE_INFINITY) return;
    // Of a mail that was loaded by its id, not of the open one.
    const seen = params["loaded"] === true ? { ...pane, item: pane.loaded } : pane;
    const result = resultOf(dispatchId, params, seen);
    if (delayMs > 0) await wait(delayMs);
    underWay -= 1;
    record.endedAt = performance.now();
    const failed = recordOf(result);
    record.code = typeof failed["errorCode"] === "number" ? failed["errorCode"] : null;
    answer(request, result);
  };

  const resultOf = (dispatchId: number, params: Fields, seen: PaneState): Answer => {
    const shape = shapeOf(dispatchId);
    const handler = HANDLERS.get(String(dispatchId));
    if (shape === null || handler === undefined) {
      unknown.push(`call ${String(dispatchId)}`);
      return refused(CODES.unsupported);
    }
    const failure = failureOf(faults, shape.name);
    if (failure !== null) return refused(failure);
    // office.js has the method all the same: a client that is too old for it refuses.
    if (!isSetAtLeast(pane.requirementSet, shape.since)) return refused(CODES.unsupported);
    if (faults.isOffline && shape.asksServer) return refused(CODES.offline);
    return handler(params, seen);
  };

  const appContext = (): object => ({
    _id: controlId,
    _appName: OUTLOOK_ON_THE_WEB,
    _appVersion: "16.0",
    _appMinorVersion: 1,
    _appUILocale: options.language,
    _dataLocale: options.language,
    _docUrl: `${HOST_ORIGIN}/mail/`,
    _clientMode: 0,
    _settings: pane.mailbox.roaming,
    _reason: "documentOpened",
    _osfControlType: 1,
    _eToken: "",
    _correlationId: controlId,
    _appInstanceId: controlId,
    _requirementMatrix: JSON.stringify({ Mailbox: pane.requirementSet, ...options.requirements }),
    _hostFullVersion: "16.0.0.0",
    _addinName: "Relance",
    _appDomains: [],
    _addInSourceUrl: options.addinUrl,
    _clientWindowWidth: 1280,
    _clientWindowHeight: 800,
  });

  const register = (request: WireRequest): void => {
    if (request.actionName === "dialogMessageReceived") {
      const opened = options.onDialog(request);
      if (opened !== "opened") {
        answer(request, { Error: opened });
        return;
      }
    }
    events.set(request.actionName, request.conversationId);
    answer(request, { Error: 0 });
    // The last thing that office.js asks for before it is ready.
    if (request.actionName === "appCommandInvoked") options.onReady();
  };

  const invoke = async (request: WireRequest): Promise<void> => {
    const data = recordOf(request.data);
    switch (request.actionName) {
      case "ContextActivationManager_getAppContextAsync":
        answer(request, appContext());
        return;
      case "ContextActivationManager_notifyHost": {
        const [, notice, ...rest] = listOf(request.data);
        options.onNotice(Number(notice), rest);
        answer(request, null);
        return;
      }
      case "GetInitialData":
        answer(
          request,
          pane.item === null
            ? emptyData(pane.surroundings())
            : itemData(pane.item, pane.surroundings()),
        );
        return;
      case "ExecuteMethod":
        await execute(request);
        return;
      case "executeMethod":
        options.onDialogText(String(data["messageToParent"] ?? data["messageContent"]));
        answer(request, { Error: 0, Version: 1 });
        return;
      default:
        unknown.push(request.actionName);
        answer(request, null, CHANNEL.accessDenied);
    }
  };

  return {
    conversationId,
    controlId,
    records,
    unknown,
    receive: async (text) => {
      const request = requestOf(text);
      if (request === null || request.conversationId !== conversationId) return;
      if (request.kind === "invoke") {
        await invoke(request);
        return;
      }
      if (request.kind === "register") {
        register(request);
        return;
      }
      events.delete(request.actionName);
      if (request.actionName === "dialogMessageReceived") options.onDialogClosed();
      answer(request, { Error: 0 });
    },
    raise: (event, data) => {
      const conversation = events.get(event);
      if (conversation !== undefined) options.post(eventText(event, conversation, data));
      return conversation !== undefined;
    },
    notify: (notice) => {
      notices += 1;
      options.post(noticeText(conversationId, notices, [notice]));
    },
    isListening: (event) => events.has(event),
  };
};

/** The greatest number of calls that were under way at one moment. */
export const mostAtOnce = (records: readonly CallRecord[]): number =>
  Math.max(0, ...records.map(({ atOnce }) => atOnce));
