import type { Services } from "#gmail/script/google-port.ts";

/** How many files the job of the hour last found in Drive's bin: the day's card says so, without asking Drive. */
const NAME = "gmail-bin";

export const binnedIn = (properties: Readonly<Record<string, string>>): number => {
  const count = Number(properties[NAME] ?? "0");
  return Number.isInteger(count) && count > 0 ? count : 0;
};

/** A folder of ours was found deleted for good. */
const GONE = "gmail-folder-gone";

export const isFolderGoneIn = (properties: Readonly<Record<string, string>>): boolean =>
  properties[GONE] !== undefined;

export const noteFolderGone = (services: Services, known: boolean, isGone: boolean): void => {
  if (known !== isGone) services.properties.write({ [GONE]: isGone ? "yes" : null });
};

export const noteBinned = (services: Services, known: number, count: number): void => {
  if (known !== count) services.properties.write({ [NAME]: count === 0 ? null : String(count) });
};
