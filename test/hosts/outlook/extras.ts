/**
 * What the office.js of 2022 lacks, put on before it runs, over its own channel: methods of Mailbox 1.13 to 1.15, the
 * drag and drop event, the theme, base64 attachments of answers. Their names and answers are those of @types/office-js;
 * the numbers they send are ours. Sent to the browser as text: it may use nothing from outside itself.
 */

export type OfficeThemeData = {
  readonly bodyBackgroundColor: string;
  readonly bodyForegroundColor: string;
  readonly controlBackgroundColor: string;
  readonly controlForegroundColor: string;
  readonly isDarkTheme: boolean;
  readonly themeId: number;
};

export type ExtrasOptions = {
  readonly addinOrigin: string;
  readonly platform: "OfficeOnline" | "PC" | "Mac";
  readonly theme: OfficeThemeData | null;
  /** The browser lets no window open. */
  readonly blocksPopups: boolean;
};

export const extrasScript = (options: ExtrasOptions): void => {
  if (location.origin !== options.addinOrigin) return;

  type Callback = (result: object) => void;
  type Reply = { readonly error?: boolean; readonly errorCode?: number; readonly data?: unknown };
  type Listener = (event: object) => void;
  type EndPoint = {
    invoke: (name: string, back: (code: number, reply: Reply | null) => void, data: object) => void;
    registerForEvent: (
      name: string,
      onEvent: (data: unknown) => void,
      back: (code: number, reply: { readonly Error?: number } | null) => void,
      data: object,
    ) => void;
    unregisterForEvent: (name: string, back: () => void, data: object) => void;
  };
  type Dispatcher = (given: unknown, dispatch: object, target: object, popup?: boolean) => void;
  type Item = Record<string, unknown> & {
    readonly displayReplyFormAsync?: (...given: unknown[]) => void;
    readonly displayReplyAllFormAsync?: (...given: unknown[]) => void;
  };
  type Mailbox = { readonly initialData?: { readonly permissionLevel?: number } | null };
  type MailboxClass = { readonly prototype: object };
  /** An old constructor: it is called with new, and carries what it inherits from. */
  type ContextMaker = new (...given: unknown[]) => object;
  type Osf = {
    readonly DDA: {
      OutlookAppOm?: MailboxClass;
      OutlookContext: ContextMaker;
      readonly DispIdHost: {
        addEventSupport: (target: object, dispatch: object, popup?: boolean) => void;
        readonly Methods: Readonly<Record<string, string>>;
      };
    };
    readonly _OfficeAppFactory: {
      getClientEndPoint: () => EndPoint;
      getId: () => string;
      getHostFacade: () => Readonly<Record<string, Dispatcher>>;
      setHostFacade: (facade: Record<string, Dispatcher>) => void;
    };
  };
  type Page = {
    readonly OSF: Osf;
    readonly Office: { readonly context: { readonly mailbox: Mailbox } };
    readonly OfficeExt: {
      readonly HostName: { readonly Host: { getInstance: () => { getPlatform: () => string } } };
    };
    readonly Microsoft: {
      readonly Office: {
        readonly WebExtension: {
          readonly EventType: Record<string, string>;
          readonly MailboxEnums?: { readonly AttachmentType: Record<string, string> };
        };
      };
    };
  };
  const page = window as unknown as Page;
  const factoryOf = (osf: Osf): Osf["_OfficeAppFactory"] => osf["_OfficeAppFactory"];

  if (options.blocksPopups) window.open = () => null;
  let dialogFailure: { readonly code: number; times: number } | null = null;
  type Told = { readonly dialogFailure?: { readonly code: number; readonly times: number } | null };
  // The host tells us something, and asks whether what it sent before has been heard: messages come in turn.
  addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    if (typeof data !== "string" || !data.startsWith('{"_messageType":9')) return;
    const told = JSON.parse(data) as Told;
    if (told.dialogFailure !== undefined)
      dialogFailure = told.dialogFailure === null ? null : { ...told.dialogFailure };
    void window.outlookWire("heard", data);
  });

  const succeeded = (value: unknown, context: unknown): object => ({
    status: "succeeded",
    value,
    error: undefined,
    asyncContext: context,
  });
  const failed = (code: number, context: unknown): object => ({
    status: "failed",
    value: undefined,
    error: {
      code,
      name: code === 9041 ? "NetworkError" : "HostError",
      message: `Code ${String(code)}`,
    },
    asyncContext: context,
  });
  /** The callback comes last, an options object before it. */
  const splitGiven = (given: readonly unknown[]): { back: Callback | null; context: unknown } => {
    const back = given.find((one): one is Callback => typeof one === "function") ?? null;
    const options = given.find(
      (one): one is { asyncContext?: unknown } => typeof one === "object" && one !== null,
    );
    return { back, context: options?.asyncContext };
  };
  const send = (
    dispatchId: number,
    params: object,
    given: readonly unknown[],
    made = (data: unknown): unknown => data,
  ): void => {
    const { back, context } = splitGiven(given);
    const factory = factoryOf(page.OSF);
    factory.getClientEndPoint().invoke(
      "ExecuteMethod",
      (code, reply) => {
        if (code !== 0 || reply === null) back?.(failed(5001, context));
        else if (reply.error === true) back?.(failed(reply.errorCode ?? 5001, context));
        else back?.(succeeded(made(reply.data), context));
      },
      { ApiParams: params, MethodData: { ControlId: factory.getId(), DispatchId: dispatchId } },
    );
  };
  const demand = (level: number, name: string): void => {
    // As office.js numbers them: 1 read item, 2 read and write item, 3 read and write mailbox.
    if ((page.Office.context.mailbox.initialData?.permissionLevel ?? 0) < level)
      throw new Error(`Elevated permission is required to call the method: '${name}'.`);
  };

  type Attachment = {
    type?: string;
    name?: string;
    base64file?: string;
    url?: string;
    itemId?: string;
  };
  type Form = { htmlBody?: string; attachments?: readonly Attachment[] };
  const replyWith =
    (dispatchId: number, plain: ((...given: unknown[]) => void) | undefined) =>
    (form: unknown, ...given: unknown[]): void => {
      const files =
        typeof form === "object" && form !== null ? ((form as Form).attachments ?? []) : [];
      if (!files.some(({ type }) => type === "base64")) {
        plain?.(form, ...given);
        return;
      }
      demand(1, "item.displayReplyFormAsync");
      const { htmlBody = "" } = form as Form;
      if (htmlBody.length > 32 * 1024) throw new Error("Sys.ArgumentOutOfRangeException: htmlBody");
      const attachments = files.map((file) => {
        if (file.type === "base64") {
          const given64 = file.base64file ?? "";
          if (given64 === "" || given64.length > 27_892_122)
            throw new Error("Sys.ArgumentOutOfRangeException: base64file");
          return ["base64", file.name, given64];
        }
        return [file.type, file.name, file.url ?? file.itemId];
      });
      send(dispatchId, { htmlBody, attachments }, given);
    };

  const itemWithMore = (item: Item): Item => {
    const more: PropertyDescriptorMap = {};
    if (item.displayReplyFormAsync !== undefined) {
      more["getAsFileAsync"] = {
        value: (...given: unknown[]) => {
          demand(1, "item.getAsFileAsync");
          send(90140, {}, given);
        },
      };
      more["displayReplyFormAsync"] = { value: replyWith(90181, item.displayReplyFormAsync) };
      more["displayReplyAllFormAsync"] = { value: replyWith(90182, item.displayReplyAllFormAsync) };
    }
    return Object.create(item, more) as Item;
  };

  type Person = { readonly name?: string; readonly address?: string };
  const details = (person: Person | null): object | undefined =>
    person === null ? undefined : { displayName: person.name, emailAddress: person.address };
  type LoadedData = {
    readonly id: string;
    readonly subject: string;
    readonly conversationId: string;
    readonly internetMessageId: string;
    readonly from: Person | null;
    readonly to: readonly Person[];
    readonly cc: readonly Person[];
    readonly dateTimeCreated: string;
    readonly attachments: readonly object[];
  };
  const HTML = 3;
  const loadedItem = (raw: unknown): object => {
    const data = raw as LoadedData;
    const loaded = { loaded: true };
    return {
      itemType: "message",
      itemId: data.id,
      subject: data.subject,
      conversationId: data.conversationId,
      internetMessageId: data.internetMessageId,
      from: details(data.from),
      to: data.to.map(details),
      cc: data.cc.map(details),
      dateTimeCreated: new Date(data.dateTimeCreated),
      attachments: data.attachments,
      body: {
        getAsync: (kind: string, ...given: unknown[]) => {
          send(37, { ...loaded, coercionType: kind === "html" ? HTML : 0 }, given);
        },
      },
      categories: {
        getAsync: (...given: unknown[]) => send(157, loaded, given),
        addAsync: (categories: unknown, ...given: unknown[]) =>
          send(158, { ...loaded, categories }, given),
        removeAsync: (categories: unknown, ...given: unknown[]) =>
          send(159, { ...loaded, categories }, given),
      },
      getAllInternetHeadersAsync: (...given: unknown[]) => send(168, loaded, given),
      getAttachmentContentAsync: (id: unknown, ...given: unknown[]) =>
        send(150, { ...loaded, id }, given),
      getAsFileAsync: (...given: unknown[]) => send(90140, loaded, given),
      unloadAsync: (...given: unknown[]) => send(90151, {}, given),
    };
  };

  const addMethods = (prototype: object): void => {
    let current: unknown;
    Object.defineProperties(prototype, {
      item: {
        configurable: true,
        enumerable: true,
        get: () => current,
        set: (item: Item | null | undefined) => {
          current = item === null || item === undefined ? item : itemWithMore(item);
        },
      },
      getSelectedItemsAsync: {
        value: (...given: unknown[]) => {
          demand(3, "mailbox.getSelectedItemsAsync");
          send(90130, {}, given);
        },
      },
      loadItemByIdAsync: {
        value: (itemId: unknown, ...given: unknown[]) => {
          demand(3, "mailbox.loadItemByIdAsync");
          send(90150, { itemId }, given, loadedItem);
        },
      },
    });
  };

  let theme = options.theme;
  const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
    Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
  type Dropped = {
    readonly files?: readonly {
      readonly name: string;
      readonly type: string;
      readonly base64: string;
    }[];
    readonly type: string;
  };
  const EVENTS: Readonly<Record<string, (data: unknown) => object>> = {
    olkDragAndDropEvent: (data) => {
      const { files, ...where } = data as Dropped;
      return {
        type: "olkDragAndDropEvent",
        dragAndDropEventData: {
          ...where,
          ...(files === undefined
            ? {}
            : {
                dataTransfer: {
                  files: files.map(({ name, type, base64 }) => ({
                    name,
                    type,
                    fileContent: new Blob([bytesOf(base64)], { type }),
                  })),
                },
              }),
        },
      };
    },
    olkSelectedItemsChanged: () => ({ type: "olkSelectedItemsChanged" }),
    officeThemeChanged: (data) => {
      theme = data as OfficeThemeData;
      return { type: "officeThemeChanged", officeTheme: theme };
    },
  };
  const listeners = new Map<string, Set<Listener>>();
  const registered = (name: string): object => ({
    controlId: factoryOf(page.OSF).getId(),
    eventDispId: 0,
    targetId: name,
  });
  const addListener = (name: string, listener: Listener, given: readonly unknown[]): void => {
    const { back, context } = splitGiven(given);
    const known = listeners.get(name);
    if (known !== undefined) {
      known.add(listener);
      back?.(succeeded(undefined, context));
      return;
    }
    const fresh = new Set([listener]);
    listeners.set(name, fresh);
    const heard = EVENTS[name];
    factoryOf(page.OSF)
      .getClientEndPoint()
      .registerForEvent(
        name,
        (data) => {
          for (const one of fresh) one(heard?.(data) ?? {});
        },
        (code, reply) => {
          const fault = code === 0 ? (reply?.Error ?? 0) : 5001;
          if (fault !== 0) listeners.delete(name);
          back?.(fault === 0 ? succeeded(undefined, context) : failed(fault, context));
        },
        registered(name),
      );
  };
  const removeListeners = (name: string, given: readonly unknown[]): void => {
    const { back, context } = splitGiven(given);
    listeners.delete(name);
    factoryOf(page.OSF)
      .getClientEndPoint()
      .unregisterForEvent(name, () => back?.(succeeded(undefined, context)), registered(name));
  };

  const addEvents = (osf: Osf): void => {
    const types = page.Microsoft.Office.WebExtension.EventType;
    types["DragAndDropEvent"] = "olkDragAndDropEvent";
    types["SelectedItemsChanged"] = "olkSelectedItemsChanged";
    const host = osf.DDA.DispIdHost;
    const plain = host.addEventSupport;
    host.addEventSupport = (target, dispatch, popup) => {
      if (!("officeAppContext" in target)) {
        plain(target, dispatch, popup);
        return;
      }
      const facade = (method: string): Dispatcher => {
        const found = factoryOf(osf).getHostFacade()[host.Methods[method] ?? ""];
        if (found === undefined) throw new Error(`office.js has no ${method}`);
        return found;
      };
      Object.defineProperties(target, {
        addHandlerAsync: {
          enumerable: true,
          value: (...given: unknown[]) => {
            const [name, listener, ...rest] = given;
            if (typeof name === "string" && name in EVENTS) {
              addListener(name, listener as Listener, rest);
            } else facade("AddEventHandler")(given, dispatch, target, popup);
          },
        },
        removeHandlerAsync: {
          enumerable: true,
          value: (...given: unknown[]) => {
            const [name, ...rest] = given;
            if (typeof name === "string" && name in EVENTS) removeListeners(name, rest);
            else facade("RemoveEventHandler")(given, dispatch, target);
          },
        },
      });
    };
  };

  /** The context asks for a theme by its fifth argument; on the web the office.js of 2022 gives none. */
  const addTheme = (osf: Osf): void => {
    const Plain = osf.DDA.OutlookContext;
    const withTheme = function withTheme(...given: unknown[]): object {
      const [context, settings, license, appOm] = given;
      return new Plain(context, settings, license, appOm, () => theme);
    };
    osf.DDA.OutlookContext = Object.assign(withTheme, Plain);
  };

  const addDialogFailures = (osf: Osf): void => {
    const factory = factoryOf(osf);
    const set = factory.setHostFacade;
    factory.setHostFacade = (facade) => {
      const name = osf.DDA.DispIdHost.Methods["OpenDialog"] ?? "";
      const open = facade[name];
      facade[name] = (given, ...rest) => {
        if (dialogFailure === null) {
          open?.(given, ...rest);
          return;
        }
        const { code } = dialogFailure;
        dialogFailure.times -= 1;
        if (dialogFailure.times <= 0) dialogFailure = null;
        const { back, context } = splitGiven([...(given as ArrayLike<unknown> as unknown[])]);
        setTimeout(() => back?.(failed(code, context)), 0);
      };
      set(facade);
    };
  };

  const addAll = (): void => {
    const osf = page.OSF;
    // The class is set once more after the script has run: each is met.
    let mailboxClass = osf.DDA.OutlookAppOm;
    if (mailboxClass !== undefined) addMethods(mailboxClass.prototype);
    Object.defineProperty(osf.DDA, "OutlookAppOm", {
      configurable: true,
      enumerable: true,
      get: () => mailboxClass,
      set: (fresh: MailboxClass) => {
        if (fresh !== mailboxClass) addMethods(fresh.prototype);
        mailboxClass = fresh;
      },
    });
    addEvents(osf);
    addTheme(osf);
    addDialogFailures(osf);
    if (options.platform !== "OfficeOnline")
      page.OfficeExt.HostName.Host.getInstance().getPlatform = () => options.platform;
  };

  document.addEventListener(
    "load",
    (event) => {
      const script = event.target;
      if (!(script instanceof HTMLScriptElement)) return;
      if (/\/outlook-web-[\d.]+(\.debug)?\.js/.test(script.src)) addAll();
    },
    true,
  );
};
