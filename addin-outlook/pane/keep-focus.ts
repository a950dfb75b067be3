const REACHED = "button, a[href], input, select, textarea, [tabindex='0']";

/** What was done has this long to give focus a place of its own choice. */
const WAIT_MS = 150;

/**
 * What has focus often goes with what it did: a button that has done its work. Focus then falls to the page as a whole,
 * where a browser would go on from the same spot; but office.js has taken Tab over, and from there leads out of the pane.
 * So focus goes to what is nearest to where it was. Returns how to stop.
 */
export const keepFocus = (page: Document): (() => void) => {
  /** What had focus last, then all that it stood in, the innermost first. */
  let path: readonly Element[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const remember = ({ target }: FocusEvent): void => {
    path = target instanceof Element ? withAncestors(target) : [];
  };
  const isLost = (): boolean =>
    path[0]?.isConnected === false && page.activeElement === page.body && page.hasFocus();
  const bring = (): void => {
    if (!isLost()) return;
    for (const place of path) {
      const next = place.isConnected ? firstReached(place) : null;
      if (next === null) continue;
      next.focus();
      return;
    }
  };
  const observer = new MutationObserver(() => {
    if (path[0]?.isConnected !== false) return;
    clearTimeout(timer);
    timer = setTimeout(bring, WAIT_MS);
  });
  page.addEventListener("focusin", remember);
  observer.observe(page.body, { childList: true, subtree: true });
  return () => {
    clearTimeout(timer);
    observer.disconnect();
    page.removeEventListener("focusin", remember);
  };
};

const withAncestors = (element: Element): readonly Element[] => {
  const path: Element[] = [];
  for (let one: Element | null = element; one !== null; one = one.parentElement) path.push(one);
  return path;
};

const firstReached = (place: Element): HTMLElement | null => {
  for (const one of place.querySelectorAll<HTMLElement>(REACHED)) {
    if (one.offsetParent !== null && one.closest("[inert]") === null) return one;
  }
  return null;
};
