import { mountPage } from "./mount.tsx";
import { scriptCall } from "./script-run.ts";

const page = document.getElementById("page");
const call = scriptCall();
if (page !== null && call !== null) {
  const language = /^fr\b/i.test(navigator.language) ? "fr" : "en";
  void mountPage(page, call, { language, place: page.dataset["place"] ?? "" });
}
