import type { Services } from "#gmail/script/google-port.ts";

/** The function of the manifest's script that the job of the hour calls. */
const HOURLY = "onHourly";

const NAME = "gmail-hourly-refused";

/**
 * Asks Google for the job of the hour. Google may refuse (too many triggers, a right taken back), and what was done before
 * stays done: the settings say that nothing is worked out by itself, and ask again.
 */
export const turnHourlyOn = ({ hourly, properties, log }: Services): boolean => {
  let isOn = true;
  try {
    hourly.turnOn(HOURLY);
  } catch {
    isOn = false;
    log("hourly-refused");
  }
  if ((properties.read(NAME) !== null) === isOn) properties.write({ [NAME]: isOn ? null : "yes" });
  return isOn;
};

export const hourlyRefusedIn = (properties: Readonly<Record<string, string>>): boolean =>
  properties[NAME] !== undefined;
