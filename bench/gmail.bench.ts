import { join } from "node:path";
import type * as vite from "vite";
import type * as measured from "./gmail/measure.ts";

/** The emulated Apps Script finds packages by where its own sources lie: it is loaded module by module, and not bundled. */
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
    const file = join(process.cwd(), "bench", "gmail", "measure.ts");
    const { measure } = (await loader.ssrLoadModule(file)) as typeof measured;
    await measure();
  } finally {
    await loader.close();
  }
};
