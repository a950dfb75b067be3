import { userEvent } from "vitest/browser";
import { settled } from "./mounted-desk.ts";

/** Chooses a file in the page's own field. */
export const choose = async (desk: HTMLElement, name: string, text: string): Promise<void> => {
  const field = desk.querySelector<HTMLInputElement>("input[type=file]");
  if (field === null) throw new Error("no file can be chosen here");
  await userEvent.upload(field, new File([text], name, { type: "text/csv" }));
  await settled(desk);
};
