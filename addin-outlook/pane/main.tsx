import { openOutlook } from "#outlook/office/open.ts";
import { machineClock } from "#src/custody/clock.ts";
import { BUILD } from "./build.ts";
import { mountPane, mountWithoutOutlook } from "./mount.tsx";

const place = document.getElementById("page");
if (place !== null) {
  const outlook = await openOutlook();
  if (outlook.ok) await mountPane(place, outlook.value, { clock: machineClock(), build: BUILD });
  else mountWithoutOutlook(place, outlook.error);
}
