import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";

export type BuiltPage = { readonly dist: string; readonly remove: () => Promise<void> };

/** The adapter on a page of its own, built as the pane is, so that it meets the real office.js and nothing else of ours. */
export const buildAdapterPage = async (): Promise<BuiltPage> => {
  const dist = await mkdtemp(join(tmpdir(), "relance-adapter-"));
  const root = join(import.meta.dirname, "page");
  await build({
    root,
    configFile: false,
    logLevel: "silent",
    build: {
      outDir: dist,
      emptyOutDir: true,
      target: "es2022",
      rolldownOptions: { input: [join(root, "index.html"), join(root, "dialog.html")] },
    },
  });
  return { dist, remove: () => rm(dist, { recursive: true, force: true }) };
};
