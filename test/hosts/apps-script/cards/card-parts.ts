import { EnumValue, isPlain, Part, ScriptException } from "../runtime/part.ts";
import { requireThat } from "./card-checks.ts";

/** A part of a card as it is being built: the JSON of GoogleAppsCardV1, to be. */
export type Json = { [key: string]: unknown };

/** Marks a click that opens a draft: GoogleAppsCardV1 has no word for it, so it stands beside the JSON. */
export const COMPOSE = Symbol("compose");

export type Maker = (json: Json, values: readonly unknown[]) => void;

export const plain = (value: unknown): unknown => {
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

export type Spec = {
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
export const PARTS: Readonly<Record<string, Spec>> = {
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
