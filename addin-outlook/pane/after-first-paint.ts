import { storeFaultWord } from "#src/custody/custody.ts";
import type { Host } from "#src/sidebar/host.ts";
import { sweepVault } from "#src/store/vault-sweep.ts";
import { fetchParts } from "./fetch-parts.ts";
import { followMarks, wasSignedIn } from "./options.ts";
import type { Pane } from "./pane.ts";
import { followSelection } from "./selection.ts";
import { followKeptDrafts } from "./sweep-drafts.ts";

/** What the first paint waits for nothing of: a word on the storage, marks, all other parts, the vault's sweep. */
export const afterFirstPaint = async (pane: Pane, host: Host): Promise<void> => {
  sayStorage(pane, host);
  followMarks(pane);
  followSelection(pane);
  followKeptDrafts(pane);
  if (wasSignedIn(pane)) void import("./signed-in.ts").then(({ signInAgain }) => signInAgain(pane));
  void fetchParts();
  const { stores, clock } = pane;
  // Where storage is refused so are locks, and there is nothing to sweep: all of it goes with the page.
  if (!stores.lasts) return;
  await exclusively(`${pane.name}-sweep`, () =>
    sweepVault(stores.stores, clock.now(), (work) => work()),
  );
};

/** Storage that is refused, or was emptied, is said at once, with the way to keep what is here. */
const sayStorage = (pane: Pane, host: Host): void => {
  const { fault, lasts } = pane.stores;
  if (fault === null) return;
  pane.say({
    key: "storage",
    tone: "danger",
    text: [storeFaultWord(fault, pane.language.peek())],
    ...(lasts
      ? {}
      : {
          actions: [
            {
              label: pane.words.peek().storage.backup,
              run: () => {
                void offerBackup(pane, host);
              },
            },
          ],
        }),
  });
};

const offerBackup = async (pane: Pane, host: Host): Promise<void> => {
  const made = await host.backup();
  if (made.ok && made.file !== undefined) {
    await host.download(made.file.name, "application/octet-stream", made.file.bytes);
  }
  pane.say({ key: "backup", tone: made.ok ? "good" : "warning", text: [made.text] });
};

/** One window at a time, where the browser has locks; where it has none, the stores' own checks decide. */
const exclusively = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
  const locks = (navigator as { readonly locks?: LockManager }).locks;
  return locks === undefined ? work() : locks.request(name, work);
};
