import type { UndoView } from "./view-parts.ts";

/** One undo for all that a click wrote; null where it wrote nothing. */
export const joinedUndo = (undos: readonly (UndoView | null)[]): UndoView | null => {
  const [first, ...also] = undos.filter((undo) => undo !== null);
  return first === undefined ? null : { ...first, also };
};
