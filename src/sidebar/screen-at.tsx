import type { VNode } from "preact";
import { lazyPart } from "./components/lazy.tsx";
import { Notice } from "./components/notice.tsx";
import { MailScreen } from "./screens/mail-screen.tsx";
import type { LawPlace, Place, Shell } from "./shell.ts";

/** Everything that the first paint can do without comes with its own bundle. */
const LazyToday = lazyPart<{ shell: Shell }>(
  async () => (await import("./screens/today-screen.tsx")).TodayScreen,
);
const LazyClaim = lazyPart<{ shell: Shell; account: string; queue: readonly string[] | null }>(
  async () => (await import("./screens/claim-screen.tsx")).ClaimScreen,
);
const LazyForm = lazyPart<{ shell: Shell; place: Extract<Place, { readonly at: "form" }> }>(
  async () => (await import("./forms/form-screen.tsx")).FormScreen,
);
const LazyDebtor = lazyPart<{ shell: Shell; account: string }>(
  async () => (await import("./screens/debtor-screen.tsx")).DebtorScreen,
);
const LazyTimeline = lazyPart<{ shell: Shell; account: string; page: number }>(
  async () => (await import("./screens/timeline-screen.tsx")).TimelineScreen,
);
const LazyLaw = lazyPart<{ shell: Shell; place: LawPlace }>(
  async () => (await import("./screens/law-screen.tsx")).LawScreen,
);
const LazySearch = lazyPart<{ shell: Shell; query: string }>(
  async () => (await import("./screens/search-screen.tsx")).SearchScreen,
);
const LazySettings = lazyPart<{ shell: Shell }>(
  async () => (await import("./screens/settings-screen.tsx")).SettingsScreen,
);
const LazyFirstRun = lazyPart<{ shell: Shell }>(
  async () => (await import("./screens/first-run-screen.tsx")).FirstRunScreen,
);
const LazySilent = lazyPart<{ shell: Shell }>(
  async () => (await import("./screens/silent-screen.tsx")).SilentScreen,
);

/** The screen of a place. The desk draws these too, around pages of its own. */
export const ScreenAt = (props: { readonly shell: Shell; readonly place: Place }): VNode | null => {
  const { shell, place } = props;
  switch (place.at) {
    case "today":
      return <LazyToday shell={shell} />;
    case "mail":
      return <MailScreen shell={shell} />;
    case "claim":
      return (
        <LazyClaim
          key={place.account}
          shell={shell}
          account={place.account}
          queue={place.queue ?? null}
        />
      );
    case "account":
      return <LazyDebtor key={place.account} shell={shell} account={place.account} />;
    case "timeline":
      return (
        <LazyTimeline key={place.account} shell={shell} account={place.account} page={place.page} />
      );
    case "law":
      return <LazyLaw key={place.account} shell={shell} place={place} />;
    case "search":
      return <LazySearch key={place.query} shell={shell} query={place.query} />;
    case "settings":
      return <LazySettings shell={shell} />;
    case "first-run":
      return <LazyFirstRun shell={shell} />;
    case "silent":
      return <LazySilent shell={shell} />;
    case "form":
      return <LazyForm shell={shell} place={place} />;
    case "desk":
      return <Notice tone="info" text={shell.words.value.shell.deskOnly} />;
  }
};
