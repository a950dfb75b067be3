import { signal } from "@preact/signals";
import { render } from "preact";
import type { Language } from "#shared/kernel/money.ts";
import { OUTLOOK } from "#shared/locales/outlook.ts";
import { plainText } from "#src/sidebar/components/sentence-text.tsx";
import type { NoOutlook, Outlook } from "#outlook/outlook.ts";
import { keepFocus } from "./keep-focus.ts";
import { Page } from "./page.tsx";
import "./pane.css";
import { outlookLanguage, phaseSignal, startPane } from "./start.ts";
import type { StartOptions } from "./start.ts";

/** Draws the pane over an Outlook into an element. */
export const mountPane = async (
  element: HTMLElement,
  outlook: Outlook,
  options: StartOptions,
): Promise<void> => {
  const phase = phaseSignal();
  const language = signal<Language>(outlookLanguage(outlook.client.language));
  // The skeleton of the page itself gives way to the same one, drawn.
  element.replaceChildren();
  render(<Page phase={phase} language={language} />, element);
  keepFocus(document);
  await startPane(outlook, phase, language, options);
};

/** The page was opened by itself, or office.js did not come. */
export const mountWithoutOutlook = (element: HTMLElement, why: NoOutlook): void => {
  const language = outlookLanguage(navigator.language);
  const words = OUTLOOK[language].begin;
  document.documentElement.lang = language;
  element.replaceChildren();
  render(
    <main class="rl ol-begin">
      <h1>{words.name.own}</h1>
      <p>{plainText(words.none[why.type])}</p>
    </main>,
    element,
  );
};
