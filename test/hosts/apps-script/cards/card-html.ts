import type { GoogleAppsCard } from "./card-json.ts";

type Json = Readonly<Record<string, unknown>>;

/**
 * A card drawn as a page, 300 px wide, for the gallery and for eyes: near Gmail's own look, never its exact one. What the
 * reference says of room is kept to: a header has two lines, which a title takes alone or shares with a subtitle; a top
 * label is cut, a bottom label wraps. A folded part is drawn unfolded, with a bar at its side. Colors of texts stay as they
 * are told in the dark too, since nobody wrote what Gmail makes of them. Texts of cards are markup of the few tags that the
 * host has checked; everything else is escaped here.
 */
export const cardHtml = (card: GoogleAppsCard, theme: "light" | "dark"): string => {
  const header = objectOf(card.header);
  const sections = listOf(card.sections).map(sectionHtml).join("");
  const menu = listOf(card.cardActions);
  return `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><title>${escaped(textOf(header, "title"))}</title>
<style>${STYLE}</style></head>
<body class="${theme}"><main>
${header === null ? "" : headerHtml(header, menu.length > 0)}
${sections}
${menu.length === 0 ? "" : `<ul class="menu">${menu.map((one) => `<li>${escaped(textOf(one, "actionLabel"))}</li>`).join("")}</ul>`}
${footerHtml(objectOf(card.fixedFooter))}
</main></body></html>`;
};

const objectOf = (value: unknown): Json | null =>
  typeof value === "object" && value !== null ? (value as Json) : null;

const listOf = (value: unknown): readonly Json[] =>
  Array.isArray(value) ? (value as readonly Json[]) : [];

const textOf = (json: Json | null, key: string): string => {
  const value = json?.[key];
  return typeof value === "string" ? value : "";
};

const escaped = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

const headerHtml = (header: Json, hasMenu: boolean): string =>
  `<header><div class="${textOf(header, "subtitle") === "" ? "alone" : "shared"}"><h1>${escaped(textOf(header, "title"))}</h1>${
    textOf(header, "subtitle") === "" ? "" : `<p>${escaped(textOf(header, "subtitle"))}</p>`
  }</div>${hasMenu ? '<span class="kebab">⋮</span>' : ""}</header>`;

const sectionHtml = (section: Json): string => {
  const widgets = listOf(section["widgets"]).map(widgetHtml);
  const shown = section["uncollapsibleWidgetsCount"];
  const rule =
    section["collapsible"] === true && typeof shown === "number" && shown < widgets.length
      ? [
          ...widgets.slice(0, shown),
          `<div class="fold"><span>▾</span>${widgets.slice(shown).join("")}</div>`,
        ]
      : widgets;
  const title = textOf(section, "header");
  return `<section>${title === "" ? "" : `<h2>${title}</h2>`}${rule.join("")}</section>`;
};

const widgetHtml = (widget: Json): string => {
  const [kind = ""] = Object.keys(widget);
  const json = objectOf(widget[kind]) ?? {};
  switch (kind) {
    case "textParagraph":
      return `<p class="text">${textOf(json, "text")}</p>`;
    case "decoratedText":
      return decoratedHtml(json);
    case "buttonList":
      return `<div class="buttons">${listOf(json["buttons"]).map(buttonHtml).join("")}</div>`;
    case "divider":
      return "<hr>";
    case "textInput":
      return inputHtml(json);
    case "selectionInput":
      return choiceHtml(json);
    case "dateTimePicker": {
      const at = textOf(json, "valueMsEpoch");
      const day = at === "" ? "" : new Date(Number(at)).toISOString().slice(0, 10);
      return `<div class="field"><label>${escaped(textOf(json, "label"))}</label><div class="box">${day}<span>▾</span></div></div>`;
    }
    case "columns":
      return `<div class="columns">${listOf(json["columnItems"])
        .map((one) => `<div>${listOf(one["widgets"]).map(widgetHtml).join("")}</div>`)
        .join("")}</div>`;
    case "image":
      return `<div class="image">${escaped(textOf(json, "altText"))}</div>`;
    case "grid":
      return `<div class="grid">${listOf(json["items"])
        .map(
          (one) =>
            `<div><b>${escaped(textOf(one, "title"))}</b><br>${escaped(textOf(one, "subtitle"))}</div>`,
        )
        .join("")}</div>`;
    default:
      throw new Error(`no drawing of ${kind}`);
  }
};

const decoratedHtml = (json: Json): string => {
  const line = (key: string, markup: boolean): string => {
    const text = textOf(json, key);
    return text === "" ? "" : `<div class="${key}">${markup ? text : escaped(text)}</div>`;
  };
  const button = objectOf(json["button"]);
  const control = objectOf(json["switchControl"]);
  const icon = objectOf(json["startIcon"]);
  const wraps = json["wrapText"] === true ? " wraps" : "";
  const clicks = json["onClick"] === undefined ? "" : " clicks";
  return `<div class="decorated${wraps}${clicks}">${icon === null ? "" : `<span class="icon">${iconHtml(icon)}</span>`}<div class="words">${line("topLabel", false)}${line("text", true)}${line("bottomLabel", false)}</div>${
    button === null ? "" : buttonHtml(button)
  }${control === null ? "" : `<span class="switch${control["selected"] === true ? " on" : ""}"></span>`}</div>`;
};

const iconHtml = (icon: Json): string => {
  const name = textOf(objectOf(icon["materialIcon"]), "name") || textOf(icon, "knownIcon");
  return escaped(name.slice(0, 2));
};

const buttonHtml = (button: Json): string => {
  const type = textOf(button, "type").toLowerCase() || "outlined";
  const isDisabled = button["disabled"] === true;
  return `<button type="button" class="${type}"${isDisabled ? " disabled" : ""}>${escaped(textOf(button, "text") || textOf(button, "altText"))}</button>`;
};

const inputHtml = (json: Json): string => {
  const hint = textOf(json, "hintText");
  const lines = textOf(json, "type") === "MULTIPLE_LINE" ? " lines" : "";
  return `<div class="field"><label>${escaped(textOf(json, "label"))}</label><div class="box${lines}">${escaped(textOf(json, "value"))}</div>${
    hint === "" ? "" : `<small>${escaped(hint)}</small>`
  }</div>`;
};

const choiceHtml = (json: Json): string => {
  const items = listOf(json["items"]);
  const label = `<label>${escaped(textOf(json, "label"))}</label>`;
  if (textOf(json, "type") === "DROPDOWN") {
    const chosen = items.find((one) => one["selected"] === true) ?? items[0] ?? null;
    return `<div class="field">${label}<div class="box">${escaped(textOf(chosen, "text"))}<span>▾</span></div></div>`;
  }
  const mark = textOf(json, "type") === "RADIO_BUTTON" ? ["◉", "○"] : ["☑", "☐"];
  return `<div class="field">${label}${items
    .map(
      (one) =>
        `<div class="item">${mark[one["selected"] === true ? 0 : 1] ?? ""} ${escaped(textOf(one, "text"))}</div>`,
    )
    .join("")}</div>`;
};

const footerHtml = (footer: Json | null): string => {
  if (footer === null) return "";
  const buttons = [footer["secondaryButton"], footer["primaryButton"]].flatMap((one) => {
    const button = objectOf(one);
    return button === null ? [] : [buttonHtml(button)];
  });
  return `<footer>${buttons.join("")}</footer>`;
};

const STYLE = `
*{box-sizing:border-box;margin:0}
body{width:300px;font:14px/20px Roboto,Arial,sans-serif;background:var(--back);color:var(--ink)}
body.light{--back:#fff;--ink:#1f1f1f;--quiet:#444746;--line:#e0e3e7;--box:#747775;--key:#0b57d0;--on:#fff;--soft:#d3e3fd;--softink:#041e49}
body.dark{--back:#1f1f1f;--ink:#e3e3e3;--quiet:#c4c7c5;--line:#444746;--box:#8e918f;--key:#a8c7fa;--on:#062e6f;--soft:#004a77;--softink:#c2e7ff}
main{min-height:100vh}
header{display:flex;justify-content:space-between;gap:8px;padding:16px;border-bottom:1px solid var(--line)}
h1{font:500 16px/24px Roboto,Arial,sans-serif}
header div{min-width:0;flex:1}
.shared h1,.shared p{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.alone h1{overflow:hidden;display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2}
header p,.topLabel,.bottomLabel,small,label{font-size:12px;line-height:16px;color:var(--quiet)}
.kebab{font-size:20px}
section{padding:8px 0;border-bottom:1px solid var(--line)}
h2{font:500 14px/20px Roboto,Arial,sans-serif;padding:8px 16px}
section>*:not(h2):not(hr):not(.fold),.fold>*:not(hr){padding:8px 16px}
hr{border:0;border-top:1px solid var(--line)}
a{color:var(--key)}
.text{overflow-wrap:anywhere}
.decorated{display:flex;align-items:center;gap:8px}
.words{flex:1;min-width:0}
.decorated .text,.decorated .topLabel,.decorated .bottomLabel{padding:0;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.decorated.wraps .text,.decorated .bottomLabel{white-space:normal;overflow-wrap:anywhere}
.clicks{cursor:pointer}
.icon{width:24px;color:var(--quiet);font-size:11px}
.buttons{display:flex;flex-wrap:wrap;gap:8px}
button{font:500 14px/20px Roboto,Arial,sans-serif;border-radius:18px;border:1px solid var(--box);background:transparent;color:var(--key);padding:7px 15px;max-width:100%;overflow-wrap:anywhere}
button.filled{background:var(--key);border-color:var(--key);color:var(--on)}
button.filled_tonal{background:var(--soft);border-color:var(--soft);color:var(--softink)}
button.borderless{border-color:transparent;padding:7px 8px}
button:disabled{opacity:.4}
.field label{display:block;margin-bottom:4px}
.box{display:flex;justify-content:space-between;border:1px solid var(--box);border-radius:4px;padding:8px;min-height:38px;white-space:pre-wrap;overflow-wrap:anywhere}
.box.lines{min-height:78px}
.item{padding:2px 0}
.switch{width:36px;height:20px;border-radius:10px;background:var(--box)}
.switch.on{background:var(--key)}
.columns{display:flex;gap:8px}
.columns>div{flex:1;min-width:0}
.grid{display:grid;grid-template-columns:1fr 1fr;gap:8px}
.fold{border-left:3px solid var(--line)}
.fold>span{display:block;text-align:center;color:var(--quiet)}
.menu{list-style:none;margin:8px 16px;padding:8px 0;border:1px dashed var(--line);border-radius:4px}
.menu li{padding:4px 12px}
footer{display:flex;justify-content:flex-end;gap:8px;padding:12px 16px;background:var(--back);border-top:1px solid var(--line)}
`;
