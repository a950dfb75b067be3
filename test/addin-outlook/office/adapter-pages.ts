import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import type { Outlook } from "../../hosts/outlook/outlook.ts";

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

/**
 * Closes a window once the host has answered what the page asked of it so far: calls are answered in order, and an
 * answer to a window that is gone is an error of the test's own.
 */
export const closeHeard = async (outlook: Outlook): Promise<void> => {
  await outlook.pane.evaluate(async () => {
    const adapter = await window.adapter.catch(() => null);
    await adapter?.settings.write("last", "words");
  });
  await outlook.close();
};
