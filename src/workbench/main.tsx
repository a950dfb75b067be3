import { signal } from "@preact/signals";
import { render } from "preact";
import type { Language } from "#shared/kernel/money.ts";
import { Page } from "./page.tsx";
import "./workbench.css";
import { openRemembered } from "#src/custody/remembered.ts";
import { phaseSignal, start } from "./start.ts";

const remembered = openRemembered("relance-");
const language = signal<Language>(firstLanguage());
const phase = phaseSignal();

const place = document.createElement("div");
place.id = "page";
document.body.append(place);
render(<Page phase={phase} language={language} />, place);
void start(phase, language, remembered);

/** What was chosen here before; else the browser's, where we speak it; else French. */
function firstLanguage(): Language {
  const chosen = remembered.read("language");
  if (chosen === "fr" || chosen === "en") return chosen;
  return /^en\b/i.test(navigator.language) ? "en" : "fr";
}
