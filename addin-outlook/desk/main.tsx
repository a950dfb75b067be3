import { openPanePipe } from "#outlook/office/pane-pipe.ts";
import { mountDialog, mountWithoutPane } from "./mount.tsx";

const place = document.getElementById("page");
if (place !== null) {
  const pipe = await openPanePipe();
  if (pipe === null) mountWithoutPane(place);
  else mountDialog(place, pipe);
}
