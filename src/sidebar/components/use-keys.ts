import { useLayoutEffect, useRef } from "preact/hooks";

/** Listens to keys below an element that is no control itself: a list, a form, the pane. */
export const useKeys = (
  place: { readonly current: HTMLElement | null },
  onKey: (event: KeyboardEvent, place: HTMLElement) => void,
): void => {
  const latest = useRef(onKey);
  latest.current = onKey;
  // Before the paint: a key pressed at once on what is seen is not lost.
  useLayoutEffect(() => {
    const { current } = place;
    if (current === null) return undefined;
    const listen = (event: KeyboardEvent): void => {
      latest.current(event, current);
    };
    current.addEventListener("keydown", listen);
    return () => {
      current.removeEventListener("keydown", listen);
    };
  }, [place, place.current]);
};
