/**
 * What a click needs comes with its own bundle. But a pane stays open for days: a release takes the bundles of the
 * former one away, and Chromium never asks again for a module that once did not come. So what is done beside a mail and
 * in the day's list is fetched as soon as there is nothing better to do. Signing in, printing and the desk are not.
 */
const PARTS: readonly (() => Promise<unknown>)[] = [
  // The rules of reading, which an open mail waits for: what nobody has asked for yet comes after them.
  () => import("#shared/app/open-mail.ts"),
  () => import("#src/sidebar/mail-runner.ts"),
  () => import("#src/sidebar/screen-runner.ts"),
  () => import("#outlook/office/evidence.ts"),
  () => import("#outlook/office/forms.ts"),
  () => import("#outlook/office/compose.ts"),
  () => import("#outlook/office/dropped.ts"),
  () => import("#src/files/mail-bytes.ts"),
  () => import("#src/files/reconstructed-mail.ts"),
  () => import("./drafts.ts"),
  () => import("./draft-way.ts"),
  () => import("./insert.ts"),
  () => import("./compose-part.tsx"),
  () => import("./filing.ts"),
  () => import("./hand-over.ts"),
  () => import("./appointment.ts"),
  () => import("#src/sidebar/refusal-text.ts"),
  () => import("#src/sidebar/components/draft-way.tsx"),
  () => import("#src/sidebar/screens/reading-part.tsx"),
  () => import("#src/sidebar/screens/mail-parts.tsx"),
  () => import("#src/sidebar/screens/today-screen.tsx"),
  () => import("#src/sidebar/screens/claim-screen.tsx"),
  () => import("#src/sidebar/screens/search-screen.tsx"),
  () => import("#src/sidebar/screens/settings-screen.tsx"),
  () => import("#src/sidebar/screens/timeline-screen.tsx"),
  () => import("#src/sidebar/screens/debtor-screen.tsx"),
  () => import("#src/sidebar/forms/form-screen.tsx"),
  () => import("./options-part.tsx"),
  () => import("./diagnosis-part.tsx"),
];

/** What does not come now is left to the click that needs it, which says so. */
export const fetchParts = async (): Promise<void> => {
  for (const part of PARTS) {
    await idle();
    const [came] = navigator.onLine ? await Promise.allSettled([part()]) : [];
    if (came?.status !== "fulfilled") return;
  }
};

const IDLE_MS_MAX = 2_000;
/** Outlook on Mac has no such callback: a pause then does. */
const PAUSE_MS = 100;

const idle = (): Promise<void> =>
  new Promise((resolve) => {
    const page = window as { readonly requestIdleCallback?: typeof requestIdleCallback };
    if (page.requestIdleCallback === undefined) setTimeout(resolve, PAUSE_MS);
    else
      requestIdleCallback(
        () => {
          resolve();
        },
        { timeout: IDLE_MS_MAX },
      );
  });
