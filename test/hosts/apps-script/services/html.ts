import {
  EmulatorGap,
  number,
  Part,
  ScriptException,
  text,
  type Behaviours,
} from "../runtime/part.ts";
import type { World } from "../runtime/world.ts";
import { blobBytes, blobOf, decode, encode } from "./blob.ts";

export type HtmlState = {
  html: string;
  title: string | null;
  favicon: string | null;
  frame: string;
  readonly meta: { readonly name: string; readonly content: string }[];
};

/** Of the reference of `addMetaTag`: no other is allowed. */
const META_NAMES = [
  "apple-mobile-web-app-capable",
  "google-site-verification",
  "mobile-web-app-capable",
  "viewport",
];

export const htmlServices = ({ files }: World): Behaviours => {
  const output = (html: string): Part<HtmlState> =>
    new Part("HTML.HtmlOutput", { html, title: null, favicon: null, frame: "DEFAULT", meta: [] });
  const stateOf = (part: Part): HtmlState => part.state as HtmlState;
  return {
    "HTML.HtmlService": {
      createHtmlOutput: (_, values) => {
        const [given] = values;
        if (given === undefined) return output("");
        return output(typeof given === "string" ? given : decode(blobBytes(given), "UTF-8"));
      },
      createHtmlOutputFromFile: (_, values) => {
        const name = text(values, 0);
        const html = files[`${name}.html`];
        if (html === undefined) throw new ScriptException(`No HTML file named ${name} was found.`);
        return output(html);
      },
    },
    "HTML.HtmlOutput": {
      getContent: (self) => stateOf(self).html,
      setContent: (self, values) => {
        stateOf(self).html = text(values, 0);
        return self;
      },
      append: (self, values) => {
        stateOf(self).html += text(values, 0);
        return self;
      },
      appendUntrusted: (self, values) => {
        stateOf(self).html += escaped(text(values, 0));
        return self;
      },
      clear: (self) => {
        stateOf(self).html = "";
        return self;
      },
      getTitle: (self) => stateOf(self).title,
      setTitle: (self, values) => {
        stateOf(self).title = text(values, 0);
        return self;
      },
      getFaviconUrl: (self) => stateOf(self).favicon,
      setFaviconUrl: (self, values) => {
        stateOf(self).favicon = text(values, 0);
        return self;
      },
      addMetaTag: (self, values) => {
        const name = text(values, 0);
        if (!META_NAMES.includes(name))
          throw new ScriptException(
            `The meta tag you specified is not allowed in this context: ${name}`,
          );
        stateOf(self).meta.push({ name, content: text(values, 1) });
        return self;
      },
      setXFrameOptionsMode: (self, values) => {
        stateOf(self).frame = (values[0] as { readonly name: string }).name;
        return self;
      },
      // Without effect: every page runs in a frame since 2016.
      setSandboxMode: (self) => self,
      setWidth: (self, values) => {
        number(values, 0);
        return self;
      },
      setHeight: (self, values) => {
        number(values, 0);
        return self;
      },
      getBlob: (self) => blobOf(encode(stateOf(self).html, "UTF-8"), "text/html", null),
      asTemplate: () => {
        throw new EmulatorGap("templates of HtmlService");
      },
    },
    "Content.ContentService": {
      createTextOutput: (_, values) =>
        new Part("Content.TextOutput", { text: values.length > 0 ? text(values, 0) : "" }),
    },
    "Content.TextOutput": {
      getContent: (self) => (self.state as { readonly text: string }).text,
    },
  };
};

const escaped = (words: string): string =>
  words.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
