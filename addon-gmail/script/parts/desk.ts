import { callDesk } from "#gmail/script/desk/call-desk.ts";
import { openDeskWorld } from "#gmail/script/desk/desk-world.ts";

/** What a call of the desk's page is read and answered by: alone where it asks for pieces of the journal or for bytes. */
export const desk = { callDesk, openDeskWorld };
