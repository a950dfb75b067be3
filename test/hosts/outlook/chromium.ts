import { chromium } from "playwright-core";
import type { Browser } from "playwright-core";
import { CHROMIUM_ARGS, findChromium } from "../../../scripts/chromium.mjs";

/**
 * What a frame of another site may keep. `partitioned` is how browsers ship: everything works, but the island belongs
 * to the pair of sites. `refused` is what people with third-party cookies blocked and no partitions have: every store
 * throws.
 */
export type Storage = "partitioned" | "refused";

/** One browser for many tests; the refusing one is another program, started only when asked for. */
export type Browsers = {
  readonly browser: (storage: Storage) => Promise<Browser>;
  readonly close: () => Promise<void>;
};

export const startBrowsers = (): Browsers => {
  const started = new Map<Storage, Promise<Browser>>();
  return {
    browser: (storage) => {
      const known = started.get(storage);
      if (known !== undefined) return known;
      const fresh = launch(storage);
      started.set(storage, fresh);
      return fresh;
    },
    close: async () => {
      const all = await Promise.all(started.values());
      await Promise.all(all.map((browser) => browser.close()));
    },
  };
};

const launch = async (storage: Storage): Promise<Browser> => {
  const executablePath = await findChromium();
  // Playwright's own list of switched-off features has storage partitions in it, and ours replaces that list. With its
  // list, and third-party cookies blocked as in a private window, a frame of another site may keep nothing.
  const args =
    storage === "partitioned"
      ? CHROMIUM_ARGS
      : CHROMIUM_ARGS.filter((argument) => !argument.startsWith("--disable-features="));
  return chromium.launch({ args, ...(executablePath === undefined ? {} : { executablePath }) });
};
