import { callDesk } from "#gmail/script/desk/call-desk.ts";
import { openDeskWorld } from "#gmail/script/desk/desk-world.ts";

/** Every use case that the pages of the desk may ask for: fetched by their calls alone. */
export const desk = { callDesk, openDeskWorld };
