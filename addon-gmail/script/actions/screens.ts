import { mailScreen } from "./contextual.ts";
import { todayScreen } from "./home.ts";
import { withBinSaid, withWayBack } from "./way-back.ts";
import type { Screens } from "./world.ts";

export const SCREENS: Screens = {
  mail: (world, chosen, done) => withWayBack(mailScreen(world, chosen, done), world),
  today: (world, done, isFresh) =>
    withBinSaid(withWayBack(todayScreen(world, done, isFresh), world), world),
};
