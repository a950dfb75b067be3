import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
import { useEffect } from "preact/hooks";
import { dateOf } from "#shared/kernel/calendar.ts";
import { foreign, own } from "#shared/kernel/text.ts";
import { OUTLOOK_GRAPH } from "#shared/locales/outlook-graph.ts";
import { OUTLOOK_SIGNED_IN } from "#shared/locales/outlook-signed-in.ts";
import { shortDate } from "#shared/locales/short-dates.ts";
import { Button } from "#src/sidebar/components/button.tsx";
import { Notice } from "#src/sidebar/components/notice.tsx";
import { ForeignText, SentenceText } from "#src/sidebar/components/sentence-text.tsx";
import { consentLinkIn, graphFaultText } from "#outlook/graph/fault-text.ts";
import type { SignInFault } from "#outlook/graph/ports.ts";
import type { PartProps } from "./lazy-parts.tsx";
import { signInNow, signInObstacle, signOut } from "./signed-in.ts";
import type { SignedIn } from "./signed-in.ts";

/** Signing in and out, and what it adds, in the pane's own options. */
export const MicrosoftPart = ({ pane }: Pick<PartProps, "pane">): VNode => {
  const language = pane.language.value;
  const words = OUTLOOK_SIGNED_IN[language];
  const signedIn = pane.signedIn.value;
  /** Undefined until it is known whether signing in can be asked for here. */
  const obstacle = useSignal<SignInFault | null | undefined>(undefined);
  const fault = useSignal<SignInFault | null>(null);
  const busy = useSignal(false);
  const isOut = useSignal(false);
  useEffect(() => {
    void signInObstacle(pane).then((found) => {
      obstacle.value = found;
    });
  }, [pane, obstacle]);
  const signIn = async (): Promise<void> => {
    busy.value = true;
    fault.value = null;
    isOut.value = false;
    const done = await signInNow(pane);
    fault.value = done.ok ? null : done.error;
    busy.value = false;
  };
  const said = fault.value;
  const link = said === null ? null : consentLinkIn(said);
  return (
    <section class="rl-stack rl-stack--tight" aria-label={words.title.own}>
      <h2>{words.title.own}</h2>
      {signedIn === null ? null : (
        <>
          <p>
            <SentenceText text={words.signedIn} />
            {signedIn.account === null ? null : (
              <>
                {/* An address on a line of its own is not broken at its hyphens. */}
                <br />
                <ForeignText text={foreign(signedIn.account, 120)} />
              </>
            )}
          </p>
          <p class="rl-small rl-quiet">{signedIn.storage.value.text.own}</p>
          <LedgerChoice pane={pane} signedIn={signedIn} />
          <div class="rl-line">
            <Button
              small
              name="microsoft/look"
              busy={signedIn.isLooking.value}
              onClick={() => {
                void signedIn.look();
              }}
            >
              {signedIn.isLooking.value ? words.looking.own : words.look.own}
            </Button>
            <Button
              small
              look="subtle"
              name="microsoft/sign-out"
              onClick={() => {
                isOut.value = true;
                void signOut(pane);
              }}
            >
              {words.signOut.own}
            </Button>
          </div>
          <p class="rl-small rl-quiet">
            <SentenceText text={OUTLOOK_GRAPH[language].look.never} />
          </p>
        </>
      )}
      {signedIn === null && isOut.value ? <Notice tone="info" text={words.signedOut} /> : null}
      {signedIn !== null || obstacle.value === undefined ? null : obstacle.value === null ? (
        <>
          <p class="rl-small">
            <SentenceText text={OUTLOOK_GRAPH[language].offer} />
          </p>
          <div>
            <Button
              small
              name="microsoft/sign-in"
              busy={busy.value}
              onClick={() => {
                void signIn();
              }}
            >
              {busy.value ? words.signingIn.own : words.signIn.own}
            </Button>
          </div>
        </>
      ) : (
        <p class="rl-small rl-quiet">
          <SentenceText text={graphFaultText(obstacle.value, language)} />
        </p>
      )}
      {said === null ? null : (
        <Notice tone="warning" text={graphFaultText(said, language)} urgent>
          {link === null ? null : (
            <a
              class="rl-link"
              href={link}
              target="_blank"
              rel="noreferrer noopener"
              data-key="microsoft/consent"
            >
              {OUTLOOK_GRAPH[language].consentLink.own}
            </a>
          )}
        </Notice>
      )}
    </section>
  );
};

/** The ledgers of a OneDrive that holds several, by firm and by when something was last written. */
const LedgerChoice = (props: {
  readonly pane: PartProps["pane"];
  readonly signedIn: SignedIn;
}): VNode | null => {
  const { pane, signedIn } = props;
  const choices = signedIn.choices.value;
  if (choices.length === 0) return null;
  const language = pane.language.value;
  const words = OUTLOOK_SIGNED_IN[language].several;
  const { today } = pane.facts();
  return (
    <ul class="rl-plain-rows" aria-label={words.which.own}>
      {choices.map(({ ledger, firm, at }) => (
        <li key={ledger} class="rl-line rl-line--between">
          <span>
            <b>{firm === null ? words.unnamed.own : <ForeignText text={foreign(firm, 80)} />}</b>
            <br />
            <span class="rl-small rl-quiet">
              {at === null
                ? words.empty.own
                : words.changed(own(shortDate(dateOf(at.slice(0, 10)), today, language))).own}
            </span>
          </span>
          <Button
            small
            name={`ledger/${ledger}`}
            onClick={() => {
              void signedIn.choose(ledger).then(() => {
                if (pane.ledger.peek() !== null) pane.part.value = "sidebar";
              });
            }}
          >
            {words.open.own}
            {firm === null ? null : (
              <span class="rl-hidden">
                <ForeignText text={foreign(firm, 80)} />
              </span>
            )}
          </Button>
        </li>
      ))}
    </ul>
  );
};
