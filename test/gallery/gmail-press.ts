import { plain } from "../journeys/gmail-pages.ts";
import type { Person } from "../journeys/gmail-pages.ts";

/** Words of the buttons that a walk presses; the first of those that stand there. */
export const press = (person: Person, ...words: readonly string[]): void => {
  const all = person.gmail.card().labels.map(plain);
  const found = words.find((word) => all.includes(word));
  if (found === undefined) throw new Error(`none of ${words.join(", ")} in ${all.join(" | ")}`);
  person.click(found);
};
