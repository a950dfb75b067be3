import { mountPane } from "#outlook/pane/mount.tsx";
import { openMemoryOutlook } from "../memory-outlook.ts";
import { SAMPLE_ADDRESS, SAMPLE_CLOCK, sampleMail, writeSample } from "../sample.ts";

/** The pane by itself, to be looked at: `?mail=052&lang=fr&theme=dark&without=drop,dialog`. */
const asked = new URLSearchParams(location.search);
const theme = asked.get("theme");
const outlook = openMemoryOutlook({
  address: SAMPLE_ADDRESS,
  language: asked.get("lang") === "en" ? "en-GB" : "fr-FR",
  theme: theme === "dark" || theme === "contrast" || theme === "light" ? theme : null,
  without: (asked.get("without") ?? "").split(",").filter((one) => one !== "") as never[],
  categories: ["Suivi", "Follow-up"],
});
if (asked.get("ledger") !== "none") await writeSample(`relance-outlook-${SAMPLE_ADDRESS}`);
const mail = asked.get("mail");
if (mail === "compose") outlook.compose();
else outlook.open(mail === null ? null : await sampleMail(`/${mail}-`));
Object.assign(window, { outlook, sampleMail });
const place = document.getElementById("page");
if (place !== null) await mountPane(place, outlook, { clock: SAMPLE_CLOCK, build: "test" });
document.documentElement.dataset["ready"] = "yes";
