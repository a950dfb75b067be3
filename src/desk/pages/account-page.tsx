import type { VNode } from "preact";
import { Button } from "#src/sidebar/components/button.tsx";
import type { AccountPlace, Desk } from "#src/desk/desk-shell.ts";
import { ClaimPage } from "./claim-page.tsx";
import { LAW_SCREEN } from "#shared/locales/law-screen-words.ts";
import { FilePage } from "./file-page.tsx";
import { LawPage } from "./law-page.tsx";
import { TimelinePage } from "./timeline-page.tsx";

const VIEWS = ["claim", "account", "timeline", "law"] as const;

/** One debtor: the claim, the file, the history and the law, one of them at a time. */
export const AccountPage = (props: {
  readonly desk: Desk;
  readonly place: AccountPlace;
}): VNode => {
  const { desk, place } = props;
  const { shell } = desk;
  const words = desk.words.value.account;
  const labels = {
    claim: words.claim,
    account: words.file,
    timeline: words.timeline,
    law: LAW_SCREEN[shell.host.language.value].title,
  };
  const queue = place.at === "claim" ? (place.queue ?? []) : [];
  return (
    <div class="rl-stack rl-stack--loose">
      <fieldset class="rl-desk__views" aria-label={words.tabs.own}>
        {VIEWS.map((at) => (
          <button
            key={at}
            type="button"
            class="rl-desk__view"
            data-key={`view/${at}`}
            aria-current={at === place.at ? "true" : undefined}
            onClick={() => {
              if (at === place.at) return;
              shell.replace(viewPlace(at, place.account));
            }}
          >
            {labels[at].own}
          </button>
        ))}
        {place.at === "claim" && place.queue !== undefined ? (
          <Queue desk={desk} queue={queue} />
        ) : null}
      </fieldset>
      {place.at === "claim" ? (
        <ClaimPage desk={desk} account={place.account} />
      ) : place.at === "account" ? (
        <FilePage desk={desk} account={place.account} />
      ) : place.at === "law" ? (
        <LawPage desk={desk} place={place} />
      ) : (
        <TimelinePage desk={desk} account={place.account} page={place.page} />
      )}
    </div>
  );
};

const viewPlace = (at: (typeof VIEWS)[number], account: string): AccountPlace => {
  switch (at) {
    case "timeline":
      return { at, account, page: 0 };
    case "law":
      return { at, account, page: "clocks" };
    case "claim":
    case "account":
      return { at, account };
  }
};

/** Where drafts are written one form at a time: on to the next, never back to the list. */
const Queue = (props: { readonly desk: Desk; readonly queue: readonly string[] }): VNode | null => {
  const { desk } = props;
  const [account, ...queue] = props.queue;
  if (account === undefined) return null;
  return (
    <Button
      small
      name="queue/next"
      onClick={() => {
        desk.shell.go({ at: "claim", account, queue });
      }}
    >
      {desk.shell.words.value.shell.next.own} ({props.queue.length})
    </Button>
  );
};
