import { render } from "preact";
import { afterEach } from "vitest";
import { mountPane } from "#outlook/pane/mount.tsx";
import { openMemoryOutlook } from "./memory-outlook.ts";
import type { MemoryOptions, MemoryOutlook } from "./memory-outlook.ts";
import { SAMPLE_CLOCK, sampleMail, writeSample } from "./sample.ts";

/** No-break spaces are typography, not words. */
export const says = (text: string): boolean =>
  document.body.innerText.replace(/[\u00a0\u202f]/g, " ").includes(text);

const place = document.createElement("div");
place.style.width = "320px";

/** Takes the pane away after each test of the file. */
export const closingPanes = (): void => {
  afterEach(() => {
    render(null, place);
    place.remove();
  });
};

let count = 0;

export const newAddress = (): string => {
  count += 1;
  return `claire${String(count)}.${String(Date.now())}@menuiserie-lacombe.example`;
};

/** The pane of somebody in a mailbox of its own, over whatever is kept in this browser for it. */
export const showPane = async (outlook: MemoryOutlook): Promise<void> => {
  document.body.replaceChildren(place);
  await mountPane(place, outlook, { clock: SAMPLE_CLOCK, build: "test" });
};

/** The pane of somebody who keeps the sample's ledger. */
export const paneOfSample = async (
  options: MemoryOptions = {},
  mail: string | null = null,
): Promise<MemoryOutlook> => {
  const address = options.address ?? newAddress();
  const outlook = openMemoryOutlook({ ...options, address });
  await writeSample(`relance-outlook-${address}`);
  if (mail !== null) outlook.open(await sampleMail(mail));
  await showPane(outlook);
  return outlook;
};
