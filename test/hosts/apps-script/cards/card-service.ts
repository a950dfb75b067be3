import { methodNamesOf, surface } from "../reference/surface.ts";
import {
  EnumValue,
  isPlain,
  Part,
  ScriptException,
  type Behaviour,
  type Behaviours,
} from "../runtime/part.ts";
import type { World } from "../runtime/world.ts";
import { checkCard, requireThat } from "./card-checks.ts";
import type { GoogleAppsCard } from "./card-json.ts";

/** A part of a card as it is being built: the JSON of GoogleAppsCardV1, to be. */
export type Json = { [key: string]: unknown };

/** Marks a click that opens a draft: GoogleAppsCardV1 has no word for it, so it stands beside the JSON. */
export const COMPOSE = Symbol("compose");

/** What an entry point may answer, beside cards. */
export type ActionResponse = {
  readonly navigations: readonly Navigation[];
  readonly notification: string | null;
  readonly link: Json | null;
  readonly stateChanged: boolean;
};

export type Navigation =
  | { readonly how: "push" | "update"; readonly card: GoogleAppsCard }
  | { readonly how: "pop" | "root" }
  | { readonly how: "named"; readonly name: string };

export type DraftUpdate = { readonly what: string; readonly values: readonly unknown[] };

type Maker = (json: Json, values: readonly unknown[]) => void;

const plain = (value: unknown): unknown => {
  if (value instanceof Part) return (value.state as { readonly json: Json }).json;
  if (value instanceof EnumValue) return V1_NAMES[value.name] ?? value.name;
  return value;
};

/** Where the reference and GoogleAppsCardV1 name one thing twice. */
const V1_NAMES: Readonly<Record<string, string>> = { RELOAD_ADD_ON: "RELOAD", TEXT: "BORDERLESS" };

const put =
  (field: string): Maker =>
  (json, [value]) => {
    json[field] = plain(value);
  };

const add =
  (field: string): Maker =>
  (json, [value]) => {
    json[field] = [...((json[field] as readonly unknown[] | undefined) ?? []), plain(value)];
  };

const as =
  (field: string, make: (value: unknown) => unknown): Maker =>
  (json, [value]) => {
    json[field] = make(value);
  };

const click =
  (kind: "action" | "openLink" | "openDynamicLinkAction"): Maker =>
  (json, [value, composed]) => {
    if (json["onClick"] !== undefined)
      throw new ScriptException("A UI object can only have one of its click actions set.");
    const onClick: Json & { [COMPOSE]?: string } = { [kind]: plain(value) };
    if (composed instanceof EnumValue) onClick[COMPOSE] = composed.name;
    json["onClick"] = onClick;
  };

const CLICKS: Readonly<Record<string, Maker>> = {
  setOnClickAction: click("action"),
  setComposeAction: click("action"),
  setOpenLink: click("openLink"),
  setOnClickOpenLinkAction: click("openDynamicLinkAction"),
};

const colorOf = (value: unknown): Json => {
  const digits = /^#([0-9a-f]{6})$/i.exec(String(value))?.[1];
  if (digits === undefined) throw new ScriptException(`Invalid color: ${String(value)}`);
  const channel = (at: number): number => Number.parseInt(digits.slice(at, at + 2), 16) / 255;
  return { red: channel(0), green: channel(2), blue: channel(4) };
};

const iconField =
  (kind: "iconUrl" | "knownIcon" | "materialIcon"): Maker =>
  (json, [value]) => {
    json["icon"] = { [kind]: plain(value) };
  };

const SELECTION_MAX = 100;

const item: Maker = (json, [words, value, selected]) => {
  const items = (json["items"] as readonly unknown[] | undefined) ?? [];
  requireThat(items.length < SELECTION_MAX, "SelectionInput: at most 100 items");
  requireThat(
    ["string", "number"].includes(typeof words),
    "SelectionInput.addItem: a text is needed",
  );
  json["items"] = [...items, { text: String(words), value: String(value), selected }];
};

const PICKER = {
  setFieldName: put("name"),
  setTitle: put("label"),
  setOnChangeAction: put("onChangeAction"),
};
const IN_MS = { setValueInMsSinceEpoch: as("valueMsEpoch", String) };
const timeOf =
  (unitMs: number): Maker =>
  (json, [value]) => {
    const before = Number(json["valueMsEpoch"] ?? "0");
    json["valueMsEpoch"] = String(before + Number(value) * unitMs);
  };

type Spec = {
  /** The member of a widget that holds it. */
  readonly widget?: string;
  readonly start?: Json;
  readonly makers: Readonly<Record<string, Maker>>;
};

const IMAGE = {
  setImageUrl: put("imageUrl"),
  setAltText: put("altText"),
};

/** Parts of cards: what each method writes into the JSON. What is not listed, Relance does not use. */
const PARTS: Readonly<Record<string, Spec>> = {
  Action: {
    makers: {
      setFunctionName: put("function"),
      setLoadIndicator: put("loadIndicator"),
      setPersistValues: put("persistValues"),
      setAllWidgetsAreRequired: put("allWidgetsAreRequired"),
      addRequiredWidget: add("requiredWidgets"),
      setParameters: as("parameters", (value) => {
        requireThat(isPlain(value), "Action.setParameters takes an object of texts");
        return Object.entries(value as Readonly<Record<string, unknown>>).map(([key, one]) => {
          requireThat(typeof one === "string", `Action.setParameters: ${key} is no text`);
          return { key, value: one };
        });
      }),
    },
  },
  OpenLink: {
    makers: { setUrl: put("url"), setOpenAs: put("openAs"), setOnClose: put("onClose") },
  },
  MaterialIcon: {
    makers: {
      setName: put("name"),
      setFill: put("fill"),
      setWeight: put("weight"),
      setGrade: put("grade"),
    },
  },
  IconImage: {
    makers: {
      setIcon: put("knownIcon"),
      setIconUrl: put("iconUrl"),
      setAltText: put("altText"),
      setImageCropType: put("imageType"),
      setMaterialIcon: put("materialIcon"),
    },
  },
  TextButton: {
    widget: "buttonList",
    makers: {
      ...CLICKS,
      setText: put("text"),
      setAltText: put("altText"),
      setDisabled: put("disabled"),
      setTextButtonStyle: put("type"),
      setBackgroundColor: as("color", colorOf),
      setIcon: iconField("knownIcon"),
      setIconUrl: iconField("iconUrl"),
      setMaterialIcon: iconField("materialIcon"),
    },
  },
  ImageButton: {
    widget: "buttonList",
    makers: {
      ...CLICKS,
      setAltText: put("altText"),
      setImageButtonStyle: put("type"),
      setIcon: iconField("knownIcon"),
      setIconUrl: iconField("iconUrl"),
      setMaterialIcon: iconField("materialIcon"),
    },
  },
  ButtonSet: { widget: "buttonList", makers: { addButton: add("buttons") } },
  TextParagraph: { widget: "textParagraph", makers: { setText: put("text") } },
  Divider: { widget: "divider", makers: {} },
  Image: { widget: "image", makers: { ...CLICKS, ...IMAGE } },
  DecoratedText: {
    widget: "decoratedText",
    makers: {
      ...CLICKS,
      setText: put("text"),
      setTopLabel: put("topLabel"),
      setBottomLabel: put("bottomLabel"),
      setWrapText: put("wrapText"),
      setStartIcon: put("startIcon"),
      setEndIcon: put("endIcon"),
      setButton: put("button"),
      setSwitchControl: put("switchControl"),
    },
  },
  Switch: {
    makers: {
      setFieldName: put("name"),
      setValue: put("value"),
      setSelected: put("selected"),
      setControlType: put("controlType"),
      setOnChangeAction: put("onChangeAction"),
    },
  },
  TextInput: {
    widget: "textInput",
    makers: {
      ...PICKER,
      setHint: put("hintText"),
      setValue: put("value"),
      setMultiline: as("type", (value) => (value === true ? "MULTIPLE_LINE" : "SINGLE_LINE")),
      setSuggestions: put("initialSuggestions"),
      setValidation: put("validation"),
    },
  },
  Validation: {
    makers: { setCharacterLimit: put("characterLimit"), setInputType: put("inputType") },
  },
  Suggestions: {
    makers: {
      addSuggestion: (json, [words]) => {
        add("items")(json, [{ text: words }]);
      },
      addSuggestions: (json, [all]) => {
        for (const words of all as readonly unknown[])
          add("items")(json, [{ text: String(words) }]);
      },
    },
  },
  SelectionInput: {
    widget: "selectionInput",
    makers: {
      ...PICKER,
      setType: put("type"),
      setMultiSelectMaxSelectedItems: put("multiSelectMaxSelectedItems"),
      addItem: item,
    },
  },
  DatePicker: {
    widget: "dateTimePicker",
    start: { type: "DATE_ONLY" },
    makers: { ...PICKER, ...IN_MS },
  },
  TimePicker: {
    widget: "dateTimePicker",
    start: { type: "TIME_ONLY" },
    makers: { ...PICKER, setHours: timeOf(3_600_000), setMinutes: timeOf(60_000) },
  },
  DateTimePicker: {
    widget: "dateTimePicker",
    start: { type: "DATE_AND_TIME" },
    makers: { ...PICKER, ...IN_MS, setTimeZoneOffsetInMins: put("timezoneOffsetDate") },
  },
  BorderStyle: {
    makers: {
      setType: put("type"),
      setCornerRadius: put("cornerRadius"),
      setStrokeColor: as("strokeColor", colorOf),
    },
  },
  ImageCropStyle: { makers: { setImageCropType: put("type"), setAspectRatio: put("aspectRatio") } },
  ImageComponent: {
    makers: {
      setImageUrl: put("imageUri"),
      setAltText: put("altText"),
      setCropStyle: put("cropStyle"),
      setBorderStyle: put("borderStyle"),
    },
  },
  GridItem: {
    makers: {
      setIdentifier: put("id"),
      setTitle: put("title"),
      setSubtitle: put("subtitle"),
      setImage: put("image"),
      setLayout: put("layout"),
    },
  },
  Grid: {
    widget: "grid",
    makers: {
      ...CLICKS,
      setTitle: put("title"),
      setNumColumns: put("columnCount"),
      setBorderStyle: put("borderStyle"),
      addItem: add("items"),
    },
  },
  Column: {
    makers: {
      addWidget: (json, [widget]) => {
        add("widgets")(json, [widgetOf(widget)]);
      },
      setHorizontalSizeStyle: put("horizontalSizeStyle"),
      setHorizontalAlignment: put("horizontalAlignment"),
      setVerticalAlignment: put("verticalAlignment"),
    },
  },
  Columns: { widget: "columns", makers: { addColumn: add("columnItems") } },
  CollapseControl: {
    makers: {
      setCollapseButton: put("collapseButton"),
      setExpandButton: put("expandButton"),
      setHorizontalAlign: put("horizontalAlignment"),
    },
  },
  CardHeader: {
    makers: {
      setTitle: put("title"),
      setSubtitle: put("subtitle"),
      setImageUrl: put("imageUrl"),
      setImageStyle: put("imageType"),
      setImageAltText: put("imageAltText"),
    },
  },
  CardSection: {
    makers: {
      setHeader: put("header"),
      setCollapsible: put("collapsible"),
      setNumUncollapsibleWidgets: put("uncollapsibleWidgetsCount"),
      setCollapseControl: put("collapseControl"),
      addWidget: (json, [widget]) => {
        add("widgets")(json, [widgetOf(widget)]);
      },
    },
  },
  CardAction: { makers: { ...CLICKS, setText: put("actionLabel") } },
  FixedFooter: {
    makers: { setPrimaryButton: put("primaryButton"), setSecondaryButton: put("secondaryButton") },
  },
  CardBuilder: {
    makers: {
      setName: put("name"),
      setHeader: put("header"),
      setPeekCardHeader: put("peekCardHeader"),
      setDisplayStyle: put("displayStyle"),
      setFixedFooter: put("fixedFooter"),
      addSection: add("sections"),
      addCardAction: add("cardActions"),
    },
  },
  Notification: { makers: { setText: put("text") } },
  Navigation: {
    makers: {
      pushCard: (json, [card]) => {
        add("steps")(json, [{ how: "push", card: plain(card) }]);
      },
      updateCard: (json, [card]) => {
        add("steps")(json, [{ how: "update", card: plain(card) }]);
      },
      popCard: (json) => {
        add("steps")(json, [{ how: "pop" }]);
      },
      popToRoot: (json) => {
        add("steps")(json, [{ how: "root" }]);
      },
      popToNamedCard: (json, [name]) => {
        add("steps")(json, [{ how: "named", name }]);
      },
    },
  },
  ActionResponseBuilder: {
    makers: {
      setNavigation: put("navigation"),
      setNotification: put("notification"),
      setOpenLink: put("link"),
      setStateChanged: put("stateChanged"),
    },
  },
  UniversalActionResponseBuilder: {
    makers: {
      setOpenLink: put("link"),
      displayAddOnCards: (json, [cards]) => {
        json["cards"] = (cards as readonly unknown[]).map((one) => {
          requireThat(
            one instanceof Part && one.of === "Card.Card",
            "displayAddOnCards takes built cards",
          );
          return plain(one);
        });
      },
    },
  },
  ComposeActionResponseBuilder: {
    makers: {
      setGmailDraft: (json, [draft]) => {
        json["draftId"] = (draft as Part).state;
      },
    },
  },
  UpdateDraftActionResponseBuilder: {
    makers: Object.fromEntries(
      ["Body", "Subject", "ToRecipients", "CcRecipients", "BccRecipients"].map((what) => [
        `setUpdateDraft${what}Action`,
        add("updates"),
      ]),
    ),
  },
  UpdateDraftBodyAction: {
    start: { what: "body" },
    makers: {
      addUpdateContent: (json, [content, type]) => {
        add("values")(json, [{ content, type: plain(type) }]);
      },
      setUpdateType: put("how"),
    },
  },
  UpdateDraftSubjectAction: {
    start: { what: "subject" },
    makers: { addUpdateSubject: add("values") },
  },
};

const widgetOf = (widget: unknown): Json => {
  if (!(widget instanceof Part)) throw new Error("no widget");
  const kind = PARTS[widget.of.split(".")[1] ?? ""]?.widget;
  if (kind === undefined) throw new ScriptException(`${widget.of} is no widget`);
  const json = plain(widget);
  return widget.of.endsWith("Button") ? { buttonList: { buttons: [json] } } : { [kind]: json };
};

/** What `build` of each builder gives, and what it asks of the whole. */
const BUILT: Readonly<Record<string, string>> = {
  CardBuilder: "Card.Card",
  ActionResponseBuilder: "Card.ActionResponse",
  UniversalActionResponseBuilder: "Card.UniversalActionResponse",
  ComposeActionResponseBuilder: "Card.ComposeActionResponse",
  UpdateDraftActionResponseBuilder: "Card.UpdateDraftActionResponse",
};

export const cardService = (world: World): Behaviours => {
  const behaviours: Record<string, Record<string, Behaviour>> = {};
  const factories: Record<string, Behaviour> = {};
  for (const name of methodNamesOf(surface(), "Card.CardService")) {
    const kind = name.slice(3);
    const spec = PARTS[kind];
    if (spec !== undefined)
      factories[name] = () => new Part(`Card.${kind}`, { json: { ...spec.start } });
  }
  behaviours["Card.CardService"] = factories;
  for (const [kind, { makers }] of Object.entries(PARTS)) {
    const methods: Record<string, Behaviour> = {};
    for (const [name, maker] of Object.entries(makers))
      methods[name] = (self, values) => {
        maker((self.state as { readonly json: Json }).json, values);
        return self;
      };
    const built = BUILT[kind];
    if (built !== undefined)
      methods["build"] = (self) => {
        const json = copied((self.state as { readonly json: Json }).json) as Json;
        if (built === "Card.Card") checkCard(json as GoogleAppsCard, world);
        return new Part(built, { json });
      };
    behaviours[`Card.${kind}`] = methods;
  }
  return behaviours;
};

/** Every factory, and every method of a part, that is emulated: for the test that nothing is invented. */
export const emulatedCardMethods = (): readonly string[] =>
  Object.entries(PARTS).flatMap(([kind, { makers }]) => [
    `CardService.new${kind}`,
    ...Object.keys(makers).map((name) => `${kind}.${name}`),
    ...(BUILT[kind] === undefined ? [] : [`${kind}.build`]),
  ]);

/** What is built no longer changes with its builder; the marks beside the JSON come along. */
const copied = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(copied);
  if (typeof value !== "object" || value === null) return value;
  const copy: Record<string | symbol, unknown> = {};
  for (const key of Reflect.ownKeys(value))
    copy[key] = copied((value as Record<string | symbol, unknown>)[key]);
  return copy;
};

const jsonOf = (part: Part): Json => (part.state as { readonly json: Json }).json;

export const cardOf = (part: Part): GoogleAppsCard => jsonOf(part) as GoogleAppsCard;

export const actionResponseOf = (part: Part): ActionResponse => {
  const json = jsonOf(part);
  const steps =
    (json["navigation"] as { readonly steps?: readonly Navigation[] } | undefined)?.steps ?? [];
  return {
    navigations: steps,
    notification:
      ((json["notification"] as Json | undefined)?.["text"] as string | undefined) ?? null,
    link: (json["link"] as Json | undefined) ?? null,
    stateChanged: json["stateChanged"] === true,
  };
};

export const universalResponseOf = (
  part: Part,
): { readonly cards: readonly GoogleAppsCard[] | null; readonly link: Json | null } => {
  const json = jsonOf(part);
  return {
    cards: (json["cards"] as readonly GoogleAppsCard[] | undefined) ?? null,
    link: (json["link"] as Json | undefined) ?? null,
  };
};

export const composedDraftOf = (part: Part): string | null =>
  (jsonOf(part)["draftId"] as string | undefined) ?? null;

export const draftUpdatesOf = (part: Part): readonly DraftUpdate[] =>
  ((jsonOf(part)["updates"] as readonly Json[] | undefined) ?? []).map((one) => ({
    what: String(one["what"]),
    values: (one["values"] as readonly unknown[] | undefined) ?? [],
  }));
