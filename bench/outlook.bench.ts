import { join } from "node:path";
import type * as vite from "vite";
import type * as measured from "./outlook/measure.ts";

/**
 * The emulated Outlook finds files by where its own sources lie, and drives a browser by tools that cannot be bundled:
 * it is loaded module by module instead.
 */
export const bench = async (): Promise<void> => {
  const name = "vite";
  const { createServer } = (await import(/* @vite-ignore */ name)) as typeof vite;
  const loader = await createServer({
    configFile: false,
    logLevel: "error",
    appType: "custom",
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  });
  try {
    const file = join(process.cwd(), "bench", "outlook", "measure.ts");
    const { measure } = (await loader.ssrLoadModule(file)) as typeof measured;
    await measure();
  } finally {
    await loader.close();
  }
};
