type Runner = {
  readonly withSuccessHandler: (handler: (answer: unknown) => void) => Runner;
  readonly withFailureHandler: (handler: () => void) => Runner;
  readonly callDesk: (text: string) => void;
};

declare const google: { readonly script: { readonly run: Runner } } | undefined;

/** One call of the script; null: no answer came, and nobody knows what became of it. */
export type CallScript = (text: string) => Promise<string | null>;

/** Null where the page was not served by Apps Script. */
export const scriptCall = (): CallScript | null => {
  if (typeof google === "undefined") return null;
  const { run } = google.script;
  return (text) =>
    new Promise((resolve) => {
      run
        .withSuccessHandler((answer) => {
          resolve(typeof answer === "string" ? answer : null);
        })
        .withFailureHandler(() => {
          resolve(null);
        })
        .callDesk(text);
    });
};
