import { signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import * as z from "zod/mini";
import type { CallQueue } from "./queue.ts";

z.config({ jitless: true });

const colours = z.object({ bodyBackgroundColor: z.string() });
const changed = z.object({ officeTheme: z.unknown() });

export type Theme = "light" | "dark" | "contrast" | null;

/** Light or dark, by the ground that Outlook draws text on (relative luminance, WCAG 2.2); null where it is no colour. */
export const themeOf = (given: unknown): Theme => {
  const parsed = z.safeParse(colours, given);
  const digits = /^#?([0-9a-f]{6})$/i.exec(parsed.success ? parsed.data.bodyBackgroundColor : "");
  if (digits === null) return null;
  const value = Number.parseInt(digits[1] ?? "", 16);
  const light = [value >> 16, (value >> 8) & 255, value & 255].map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  const [red = 0, green = 0, blue = 0] = light;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 0.18 ? "dark" : "light";
};

/** Outlook's colours and their changes; the contrast theme of the system goes before them. */
export const watchTheme = (given: {
  readonly now: unknown;
  readonly listen: ((heard: (event: unknown) => void) => void) | null;
}): ReadonlySignal<Theme> => {
  const forced = typeof matchMedia === "function" ? matchMedia("(forced-colors: active)") : null;
  let office = themeOf(given.now);
  const theme = signal<Theme>(null);
  const settle = (): void => {
    theme.value = forced?.matches === true ? "contrast" : office;
  };
  settle();
  forced?.addEventListener("change", settle);
  given.listen?.((event) => {
    const parsed = z.safeParse(changed, event);
    if (!parsed.success) return;
    office = themeOf(parsed.data.officeTheme);
    settle();
  });
  return theme;
};

/** Tells of changes of theme where this client has them (Mailbox 1.14). */
export const themeEvents =
  (mailbox: Office.Mailbox, queue: CallQueue) =>
  (heard: (event: unknown) => void): void => {
    void queue.call<unknown>((callback) => {
      mailbox.addHandlerAsync(Office.EventType.OfficeThemeChanged, heard, callback);
    });
  };
