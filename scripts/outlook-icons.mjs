// `npm run icons:outlook`: draws the icons of the Outlook add-in out of their SVG, in Chromium. The PNGs are committed:
// a build needs no browser.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { CHROMIUM_ARGS, ensureChromium } from "./chromium.mjs";
import { ROOT } from "./programs.mjs";

const ASSETS = join(ROOT, "addin-outlook", "assets");

/** The ribbon shows 16, 32 and 80 points, lists of add-ins 64 and 128. Few points take a drawing of their own. */
const DRAWINGS = [
  { svg: "icon-small.svg", sizes: [16, 32] },
  { svg: "icon.svg", sizes: [64, 80, 128] },
];

const browser = await chromium.launch({
  executablePath: await ensureChromium(),
  args: CHROMIUM_ARGS,
});
try {
  for (const { svg, sizes } of DRAWINGS) {
    const drawing = await readFile(join(ASSETS, svg), "utf8");
    for (const size of sizes) {
      const page = await browser.newPage({ viewport: { width: size, height: size } });
      await page.setContent(
        `<style>body { margin: 0 } svg { display: block; width: ${size}px; height: ${size}px }</style>${drawing}`,
      );
      const png = await page.screenshot({ omitBackground: true, type: "png" });
      await writeFile(join(ASSETS, `icon-${size}.png`), png);
      await page.close();
      console.log(`addin-outlook/assets/icon-${size}.png, ${png.length} bytes`);
    }
  }
} finally {
  await browser.close();
}
