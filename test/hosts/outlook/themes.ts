import type { OfficeThemeData } from "./extras.ts";

export type ThemeName = "light" | "dark" | "contrast";

/** `Office.context.officeTheme` of Outlook's themes (Office.OfficeTheme; themeId is 0 colourful, 4 black, 1 dark grey). */
export const THEMES: Readonly<Record<ThemeName, OfficeThemeData>> = {
  light: {
    bodyBackgroundColor: "#ffffff",
    bodyForegroundColor: "#242424",
    controlBackgroundColor: "#ffffff",
    controlForegroundColor: "#242424",
    isDarkTheme: false,
    themeId: 0,
  },
  dark: {
    bodyBackgroundColor: "#1f1f1f",
    bodyForegroundColor: "#ffffff",
    controlBackgroundColor: "#292929",
    controlForegroundColor: "#ffffff",
    isDarkTheme: true,
    themeId: 4,
  },
  contrast: {
    bodyBackgroundColor: "#000000",
    bodyForegroundColor: "#ffffff",
    controlBackgroundColor: "#000000",
    controlForegroundColor: "#ffff00",
    isDarkTheme: true,
    themeId: 4,
  },
};
