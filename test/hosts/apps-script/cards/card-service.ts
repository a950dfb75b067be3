import { methodNamesOf, surface } from "../reference/surface.ts";
import { Part, type Behaviour, type Behaviours } from "../runtime/part.ts";
import type { World } from "../runtime/world.ts";
import { checkCard } from "./card-checks.ts";
import { PARTS, type Json } from "./card-parts.ts";
import type { GoogleAppsCard } from "./card-json.ts";

/** What an entry point may answer, beside cards. */
export type ActionResponse = {
  readonly navigations: readonly Navigation[];
  readonly notification: string | null;
  readonly link: Json | null;
  readonly stateChanged: boolean;
};

export type Navigation =
  | { readonly how: "push" | "update"; readonly card: GoogleAppsCard }
  | { readonly how: "pop" | "root" }
  | { readonly how: "named"; readonly name: string };

export type DraftUpdate = { readonly what: string; readonly values: readonly unknown[] };

/** What `build` of each builder gives, and what it asks of the whole. */
const BUILT: Readonly<Record<string, string>> = {
  CardBuilder: "Card.Card",
  ActionResponseBuilder: "Card.ActionResponse",
  UniversalActionResponseBuilder: "Card.UniversalActionResponse",
  ComposeActionResponseBuilder: "Card.ComposeActionResponse",
  UpdateDraftActionResponseBuilder: "Card.UpdateDraftActionResponse",
};

export const cardService = (world: World): Behaviours => {
  const behaviours: Record<string, Record<string, Behaviour>> = {};
  const factories: Record<string, Behaviour> = {};
  for (const name of methodNamesOf(surface(), "Card.CardService")) {
    const kind = name.slice(3);
    const spec = PARTS[kind];
    if (spec !== undefined)
      factories[name] = () => new Part(`Card.${kind}`, { json: { ...spec.start } });
  }
  behaviours["Card.CardService"] = factories;
  for (const [kind, { makers }] of Object.entries(PARTS)) {
    const methods: Record<string, Behaviour> = {};
    for (const [name, maker] of Object.entries(makers))
      methods[name] = (self, values) => {
        maker((self.state as { readonly json: Json }).json, values);
        return self;
      };
    const built = BUILT[kind];
    if (built !== undefined)
      methods["build"] = (self) => {
        const json = copied((self.state as { readonly json: Json }).json) as Json;
        if (built === "Card.Card") checkCard(json, world);
        return new Part(built, { json });
      };
    behaviours[`Card.${kind}`] = methods;
  }
  return behaviours;
};

/** What is built no longer changes with its builder; the marks beside the JSON come along. */
const copied = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(copied);
  if (typeof value !== "object" || value === null) return value;
  const copy: Record<string | symbol, unknown> = {};
  for (const key of Reflect.ownKeys(value))
    copy[key] = copied((value as Record<string | symbol, unknown>)[key]);
  return copy;
};

const jsonOf = (part: Part): Json => (part.state as { readonly json: Json }).json;

export const cardOf = (part: Part): GoogleAppsCard => jsonOf(part);

export const actionResponseOf = (part: Part): ActionResponse => {
  const json = jsonOf(part);
  const steps =
    (json["navigation"] as { readonly steps?: readonly Navigation[] } | undefined)?.steps ?? [];
  return {
    navigations: steps,
    notification:
      ((json["notification"] as Json | undefined)?.["text"] as string | undefined) ?? null,
    link: (json["link"] as Json | undefined) ?? null,
    stateChanged: json["stateChanged"] === true,
  };
};

export const universalResponseOf = (
  part: Part,
): { readonly cards: readonly GoogleAppsCard[] | null; readonly link: Json | null } => {
  const json = jsonOf(part);
  return {
    cards: (json["cards"] as readonly GoogleAppsCard[] | undefined) ?? null,
    link: (json["link"] as Json | undefined) ?? null,
  };
};

export const composedDraftOf = (part: Part): string | null =>
  (jsonOf(part)["draftId"] as string | undefined) ?? null;

export const draftUpdatesOf = (part: Part): readonly DraftUpdate[] =>
  ((jsonOf(part)["updates"] as readonly Json[] | undefined) ?? []).map((one) => ({
    what: String(one["what"]),
    values: (one["values"] as readonly unknown[] | undefined) ?? [],
  }));
