import type { ReadonlySignal } from "@preact/signals";
import type { MailDraft } from "#shared/app/use-case.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { OUTLOOK_SIGNED_IN } from "#shared/locales/outlook-signed-in.ts";
import type { StorageWord } from "#src/sidebar/host.ts";
import { openGraphClient } from "#outlook/graph/client.ts";
import type { GraphClient } from "#outlook/graph/client.ts";
import { graphConfigOf } from "#outlook/graph/config.ts";
import type { GraphConfig } from "#outlook/graph/config.ts";
import { graphFaultText } from "#outlook/graph/fault-text.ts";
import type { GraphFault, SignIn, SignInFault } from "#outlook/graph/ports.ts";
import { ALL_SCOPES, MAIL_SCOPES } from "#outlook/graph/scopes.ts";
import { openSignIn } from "#outlook/graph/sign-in.ts";
import type { LedgerThere } from "#outlook/graph/sync-choice.ts";
import { cloudEvidence } from "./cloud-evidence.ts";
import type { CloudEvidence } from "./cloud-evidence.ts";
import { cloudDrafts } from "./cloud-drafts.ts";
import { keepFile } from "./cloud-files.ts";
import { cloudLook } from "./cloud-look.ts";
import { cloudStore } from "./cloud-store.ts";
import { SIGNED_IN_KEY } from "./options.ts";
import type { Pane } from "./pane.ts";

/** What the pane can do for somebody who is signed in to Microsoft, beside all that it does without. */
export type SignedIn = CloudEvidence & {
  readonly account: string | null;
  /** Puts a draft into Drafts, and says so; a failure too is said, with ways on. */
  readonly saveDraft: (key: string, draft: MailDraft) => Promise<void>;
  /** Opens a draft that lies in the mailbox; false where none is there. */
  readonly openDraft: (key: string) => Promise<boolean>;
  readonly discardDraft: (key: string) => Promise<void>;
  readonly look: () => Promise<void>;
  readonly isLooking: ReadonlySignal<boolean>;
  readonly storage: ReadonlySignal<StorageWord>;
  /** Ledgers in OneDrive of which the person has to say which one this device goes on with; else none. */
  readonly choices: ReadonlySignal<readonly LedgerThere[]>;
  readonly choose: (ledger: string) => Promise<void>;
  /** Puts a file into OneDrive, where this Outlook saves none; answers the name that it has there. */
  readonly keepFile: (name: string, bytes: Uint8Array) => Promise<Result<string, GraphFault>>;
  /** Bytes that another device has put into OneDrive; null where none are there, or it is out of reach. */
  readonly evidence: (sha256: string) => Promise<Uint8Array | null>;
  readonly stop: () => void;
};

/** What whoever deployed the add-in says of signing in: read when it is asked for, never built in. */
const readConfig = async (): Promise<Result<GraphConfig | null, SignInFault>> => {
  try {
    const answer = await fetch(new URL("../config.json", location.href), { credentials: "omit" });
    return ok(answer.ok ? graphConfigOf(await answer.json()) : null);
  } catch (cause) {
    // A file that is no JSON configures nothing; everything else is the network.
    return cause instanceof SyntaxError ? ok(null) : err({ type: "offline" });
  }
};

/** Why signing in cannot even be asked for here; null where it can. */
export const signInObstacle = async (pane: Pane): Promise<SignInFault | null> => {
  const config = await readConfig();
  if (!config.ok) return config.error;
  if (config.value === null) return { type: "sign-in-not-configured" };
  return pane.outlook.client.can["sign-in"] ? null : { type: "sign-in-unsupported" };
};

const signInOf = async (pane: Pane): Promise<Result<SignIn, SignInFault>> => {
  const config = await readConfig();
  if (!config.ok) return config;
  const isSupported = pane.outlook.client.can["sign-in"];
  return ok(openSignIn({ config: config.value, isSupported, origin: location.origin }));
};

/** After a click: Microsoft may show its own window. */
export const signInNow = async (pane: Pane): Promise<Result<null, SignInFault>> => {
  const signIn = await signInOf(pane);
  if (!signIn.ok) return signIn;
  const token = await signIn.value.ask(ALL_SCOPES);
  if (!token.ok) return token;
  pane.unsay("microsoft");
  begin(pane, signIn.value);
  const kept = await pane.outlook.settings.write(SIGNED_IN_KEY, "on");
  if (!kept.ok) {
    const text = OUTLOOK_SIGNED_IN[pane.language.peek()].notRemembered;
    pane.say({ key: "microsoft", tone: "info", text });
  }
  return ok(null);
};

/** Where it was chosen before, on whatever device: without a window. What can pass does not sign anybody out. */
export const signInAgain = async (pane: Pane): Promise<void> => {
  const signIn = await signInOf(pane);
  if (!signIn.ok) return;
  const token = await signIn.value.token({ scopes: MAIL_SCOPES });
  if (token.ok || token.error.type === "offline" || token.error.type === "timed-out") {
    begin(pane, signIn.value);
    return;
  }
  if (token.error.type !== "sign-in-needed") return;
  pane.say({
    key: "microsoft",
    tone: "info",
    text: graphFaultText(token.error, pane.language.peek()),
    actions: [
      {
        label: OUTLOOK_SIGNED_IN[pane.language.peek()].signIn,
        run: () => {
          void signInNow(pane).then((done) => {
            if (done.ok) return;
            const text = graphFaultText(done.error, pane.language.peek());
            pane.say({ key: "microsoft", tone: "warning", text });
          });
        },
      },
    ],
  });
};

/** The account stays Outlook's; Relance forgets its tokens and asks for no other. */
export const signOut = async (pane: Pane): Promise<void> => {
  pane.signedIn.peek()?.stop();
  pane.signedIn.value = null;
  await pane.outlook.settings.write(SIGNED_IN_KEY, null);
};

const begin = (pane: Pane, signIn: SignIn): void => {
  pane.signedIn.peek()?.stop();
  let isOver = false;
  const client: GraphClient = openGraphClient({
    signIn: {
      // Work under way when somebody signs out goes no further.
      token: (wish) =>
        isOver ? Promise.resolve(err({ type: "sign-in-needed" })) : signIn.token(wish),
    },
    fetch: (url, init) => fetch(url, init),
    wait: (ms) =>
      new Promise((resolve) => {
        setTimeout(resolve, ms);
      }),
    now: () => Date.parse(pane.clock.now()),
  });
  const look = cloudLook(pane, client);
  const store = cloudStore(pane, client);
  pane.signedIn.value = {
    account: signIn.account(),
    ...cloudDrafts(pane, client),
    ...cloudEvidence(pane, client),
    look: look.look,
    isLooking: look.isLooking,
    storage: store.storage,
    choices: store.choices,
    choose: store.choose,
    keepFile: (name, bytes) => keepFile(pane, client, name, bytes),
    evidence: store.evidence,
    stop: () => {
      isOver = true;
      store.stop();
    },
  };
  // What other devices have filed or sent is known before the mailbox is asked for it.
  void store.sync().then(() => (isOver ? undefined : look.lookIfDue()));
};
