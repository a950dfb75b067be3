import type { VNode } from "preact";
import { MenuButton } from "./menu-button.tsx";
import type { MenuButtonProps } from "./menu-button.tsx";

/** Buttons in a line that may break, and the menu of the rest, which never stands on a line of its own. */
export const ButtonLine = (props: {
  readonly buttons: readonly VNode[];
  readonly menu: MenuButtonProps;
}): VNode => (
  <div class="rl-line">
    {props.buttons.slice(0, -1)}
    <span class="rl-line__end">
      {props.buttons.slice(-1)}
      <MenuButton {...props.menu} />
    </span>
  </div>
);
