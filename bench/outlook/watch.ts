/** What is seen from inside the pane's frame; times since its page began. */
export type PaneWatch = {
  /** office.js called back that it is ready. */
  ready: number | null;
  /** Outlook's word that another mail is open came in. */
  changed: number | null;
  /** The last answer of Outlook came in. */
  answered: number | null;
  /** When the claim of this debtor was there, with what the mail is taken for where that is asked. */
  readonly painted: (name: string, withTag: boolean) => Promise<Painted>;
};

/** It stood in the page; its frame had been drawn. What is fetched between the two was not waited for. */
export type Painted = { readonly stands: number; readonly drawn: number };

declare global {
  interface Window {
    paneWatch: PaneWatch;
  }
}

/** Sent to the browser as text, before any script of the page: it may use nothing from outside itself. */
export const watchScript = (options: {
  readonly addinOrigin: string;
  readonly startsAt: string;
  /** What does not come at all is said, and holds up nothing. */
  readonly limitMs: number;
}): void => {
  if (location.origin !== options.addinOrigin) return;
  // The ledger has its day; the clock goes on from there, and so does what is measured by it.
  const shift = new Date(options.startsAt).getTime() - Date.now();
  const Real = Date;
  window.Date = new Proxy(Real, {
    construct: (target, given: [], made: typeof Real) =>
      Reflect.construct(target, given.length === 0 ? [Real.now() + shift] : given, made) as Date,
    get: (target, key, receiver): unknown =>
      key === "now" ? () => Real.now() + shift : Reflect.get(target, key, receiver),
  });

  const watch: PaneWatch = {
    ready: null,
    changed: null,
    answered: null,
    painted: async (name, withTag) => {
      const isThere = (): boolean =>
        (document.querySelector("#rl-panel .rl-four")?.textContent ?? "").includes(name) &&
        (!withTag || document.querySelector("#rl-panel .rl-card--brand") !== null);
      await new Promise<void>((resolve, reject) => {
        if (isThere()) {
          resolve();
          return;
        }
        const late = setTimeout(() => {
          reject(new Error(`${name} never stood in: ${document.body.innerText}`));
        }, options.limitMs);
        const observer = new MutationObserver(() => {
          if (!isThere()) return;
          clearTimeout(late);
          observer.disconnect();
          resolve();
        });
        observer.observe(document, { childList: true, characterData: true, subtree: true });
      });
      const stands = performance.now();
      // The frame in which it stands there is drawn once the next task begins.
      await new Promise((resolve) => {
        requestAnimationFrame(() => {
          setTimeout(resolve, 0);
        });
      });
      return { stands, drawn: performance.now() };
    },
  };
  window.paneWatch = watch;
  addEventListener("message", (event: MessageEvent<unknown>) => {
    if (typeof event.data !== "string") return;
    if (event.data.includes('"olkItemSelectedChanged"')) watch.changed = performance.now();
    if (event.data.includes('"ExecuteMethod"')) watch.answered = performance.now();
  });
  // Those who ask are called back in their order: ours comes before the add-in's.
  document.addEventListener(
    "load",
    ({ target }) => {
      if (!(target instanceof HTMLScriptElement) || !target.src.endsWith("/office.js")) return;
      const { Office: office } = window as typeof window & {
        readonly Office: { readonly onReady: (back: () => void) => unknown };
      };
      office.onReady(() => {
        watch.ready = performance.now();
      });
    },
    true,
  );
};
