import { mailScreen } from "./contextual.ts";
import { todayScreen } from "./home.ts";
import type { Screens } from "./world.ts";

export const SCREENS: Screens = { mail: mailScreen, today: todayScreen };
