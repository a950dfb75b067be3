import { userEvent } from "vitest/browser";
import { until } from "./mounted-desk.ts";

/** Puts a text in place of what a field holds, as a person would. */
export const type = async (desk: HTMLElement, selector: string, text: string): Promise<void> => {
  const find = (): HTMLInputElement | HTMLTextAreaElement => {
    const found = desk.querySelector<HTMLInputElement | HTMLTextAreaElement>(selector);
    if (found === null) throw new Error(`no field ${selector}`);
    return found;
  };
  await until(() => {
    find();
  });
  await userEvent.fill(find(), text);
};
