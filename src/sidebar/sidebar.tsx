import { effect, untracked } from "@preact/signals";
import { render } from "preact";
import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Button, IconButton } from "./components/button.tsx";
import { Icon } from "./components/icon.tsx";
import { lazyPart } from "./components/lazy.tsx";
import { Notice } from "./components/notice.tsx";
import { Tabs } from "./components/tabs.tsx";
import { Toast } from "./components/toast.tsx";
import { useKeys } from "./components/use-keys.ts";
import type { Host } from "./host.ts";
import { ScreenAt } from "./screen-at.tsx";
import { createShell } from "./shell.ts";
import type { Place, Shell, ShellOptions } from "./shell.ts";
import "./theme.css";
import "./components.css";
import "./screens.css";

/** Draws the sidebar into an element and returns how to take it away. */
export const mountSidebar = (
  element: HTMLElement,
  host: Host,
  options: ShellOptions = {},
): (() => void) => {
  const shell = createShell(host, options);
  render(<Sidebar shell={shell} />, element);
  const stopSearch = followSearch(shell);
  return () => {
    stopSearch();
    render(null, element);
    shell.dispose();
  };
};

/** A search field of the host's own leads to the pane's search. */
const followSearch = (shell: Shell): (() => void) =>
  effect(() => {
    const asked = shell.host.searchAsked?.value ?? null;
    if (asked === null) return;
    const place: Place = { at: "search", query: asked.query };
    untracked(() => {
      if (shell.place.peek().at === "search") shell.replace(place);
      else shell.go(place);
    });
  });

const PANEL_ID = "rl-panel";

const Sidebar = ({ shell }: { readonly shell: Shell }): VNode => {
  const words = shell.words.value.shell;
  const place = shell.place.value;
  const mailIsOpen = shell.mail.value !== null;
  const main = useRef<HTMLDivElement>(null);
  const pane = useRef<HTMLDivElement>(null);
  useFocusOnMove(shell, main);
  useKeys(pane, (event) => {
    // Escape on its own: the keys of the host (with Ctrl, Alt, Shift) stay the host's.
    const plain = !event.ctrlKey && !event.altKey && !event.shiftKey && !event.metaKey;
    if (event.key !== "Escape" || event.defaultPrevented || !plain || shell.depth.peek() < 2)
      return;
    event.preventDefault();
    shell.back();
  });
  return (
    <div ref={pane} class="rl rl-sidebar" lang={shell.host.language.value}>
      <header class="rl-header">
        <Tabs
          label={words.tabs.own}
          panelId={PANEL_ID}
          selected={shell.tab.value}
          onSelect={(key) => {
            shell.selectTab(key === "mail" ? "mail" : "today");
          }}
          tabs={[
            ...(mailIsOpen ? [{ key: "mail", label: words.mail.own, count: null }] : []),
            {
              key: "today",
              label: words.today.own,
              count: shell.isDrawn.value ? <LazyCount shell={shell} /> : null,
            },
          ]}
        />
        <IconButton
          icon="search"
          name="header/search"
          label={words.search.own}
          onClick={() => {
            if (place.at !== "search") shell.go({ at: "search", query: "" });
          }}
        />
        <IconButton
          icon="settings"
          name="header/settings"
          label={words.settings.own}
          onClick={() => {
            if (place.at !== "settings") shell.go({ at: "settings" });
          }}
        />
      </header>
      <div
        class="rl-main"
        id={PANEL_ID}
        role="tabpanel"
        aria-labelledby={`${PANEL_ID}-tab-${shell.tab.value}`}
        tabIndex={-1}
        ref={main}
      >
        {shell.mailWaiting.value ? (
          <Notice tone="info" text={words.otherMail}>
            <Button small name="mail/show" onClick={shell.showMail}>
              {words.showMail.own}
            </Button>
          </Notice>
        ) : null}
        {shell.depth.value > 1 ? (
          <div class="rl-back">
            <Button small look="subtle" name="back" onClick={shell.back}>
              <Icon name="back" />
              {words.back.own}
            </Button>
          </div>
        ) : null}
        <ScreenAt shell={shell} place={place} />
      </div>
      <Toast shell={shell} quiet={isFolded(shell)} />
    </div>
  );
};

/** The done row of today's list says what was done, and how to take it back: once is enough. */
const isFolded = (shell: Shell): boolean => {
  const batch = shell.toast.value?.undo?.batch;
  return (
    shell.place.value.at === "today" &&
    batch !== undefined &&
    shell.folded.value.some(({ done }) => done.undo?.batch === batch)
  );
};

const LazyCount = lazyPart<{ shell: Shell }>(
  async () => (await import("./screens/today-count.tsx")).TodayCount,
  true,
);

/** A screen that is new takes focus, unless a field of it has taken it already; the first one leaves it to the host. */
const useFocusOnMove = (shell: Shell, main: { readonly current: HTMLElement | null }): void => {
  const depth = shell.depth.value;
  const tab = shell.tab.value;
  const former = useRef(depth);
  useEffect(() => {
    const moved = former.current !== depth;
    former.current = depth;
    if (!moved || main.current === null) return;
    main.current.closest(".rl-sidebar")?.scrollIntoView({ block: "start" });
    if (!main.current.contains(document.activeElement)) main.current.focus();
  }, [main, depth, tab]);
};
