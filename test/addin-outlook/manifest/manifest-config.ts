import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseConfig } from "#outlook/manifest/config.ts";
import type { OutlookConfig } from "#outlook/manifest/config.ts";
import { ROOT } from "../../../scripts/programs.mjs";

/** The configuration of the repository: placeholders, on localhost. */
export const committedText = readFileSync(join(ROOT, "outlook.config.json"), "utf8");

export const committed = ((): OutlookConfig => {
  const read = parseConfig(committedText);
  if (!read.ok) throw new Error(read.error.join("\n"));
  return read.value;
})();

/** One that could be released: an identity, names and addresses of its own. */
export const deployed: OutlookConfig = {
  ...committed,
  id: "6f4c1d1e-7a0b-4a38-9d5e-0c2b7f1a9e44",
  origin: "https://relance.dupont-conseil.fr",
  provider: "Dupont Conseil",
  supportUrl: {
    en: "https://dupont-conseil.fr/en/support",
    fr: "https://dupont-conseil.fr/aide",
  },
  clientId: "2f1c3b5a-90f6-4c1e-8a57-6b1d5a8c7e10",
};

/** The committed icons, by their path below the origin. */
export const readIcon = (path: string): Uint8Array | null => {
  const [, size] = /^assets\/icon-(16|32|64|80|128)\.png$/.exec(path) ?? [];
  return size === undefined
    ? null
    : readFileSync(join(ROOT, `addin-outlook/assets/icon-${size}.png`));
};
