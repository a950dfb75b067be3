import type { ReadonlySignal } from "@preact/signals";
import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Language } from "#shared/kernel/money.ts";
import { OUTLOOK } from "#shared/locales/outlook.ts";
import type { Host } from "#src/sidebar/host.ts";
import { Button } from "#src/sidebar/components/button.tsx";
import { Notice } from "#src/sidebar/components/notice.tsx";
import { mountSidebar } from "#src/sidebar/sidebar.tsx";
import { PartView } from "./lazy-parts.tsx";
import type { Pane } from "./pane.ts";
import { Skeleton } from "./skeleton.tsx";
import type { Phase } from "./start.ts";
import { PaneMenu, Strip } from "./strip.tsx";

export const Page = (props: {
  readonly phase: ReadonlySignal<Phase>;
  readonly language: ReadonlySignal<Language>;
}): VNode => {
  const phase = props.phase.value;
  const language = props.language.value;
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  if (phase.type === "ready") return <PaneView pane={phase.pane} host={phase.host} />;
  const words = OUTLOOK[language].begin;
  if (phase.type === "opening") return <Skeleton label={words.opening} />;
  return (
    <main class="rl ol-begin">
      <h1>{words.name.own}</h1>
      <Notice tone="danger" text={phase.text} urgent />
      <Button
        look="primary"
        name="begin/retry"
        onClick={() => {
          location.reload();
        }}
      >
        {words.retry.own}
      </Button>
    </main>
  );
};

const PaneView = ({ pane, host }: { readonly pane: Pane; readonly host: Host }): VNode => {
  const part = pane.part.value;
  const isStale = pane.reading.value !== null && pane.openMail.value !== null;
  return (
    <div class="ol-pane">
      <Strip pane={pane} host={host} />
      {part === "sidebar" ? null : <PartView pane={pane} host={host} part={part} />}
      <main
        class={`ol-sidebar${isStale ? " ol-sidebar--stale" : ""}`}
        hidden={part !== "sidebar"}
        // What is of another mail must not be clicked while the new one is read.
        inert={isStale}
        aria-busy={isStale ? "true" : undefined}
      >
        <PaneMenu pane={pane} host={host} />
        <Sidebar pane={pane} host={host} />
      </main>
    </div>
  );
};

/** The sidebar draws itself into an element of its own, as in any other host. */
const Sidebar = ({ pane, host }: { readonly pane: Pane; readonly host: Host }): VNode => {
  const place = useRef<HTMLDivElement>(null);
  const { isDrawn } = pane;
  useEffect(
    () => (place.current === null ? undefined : mountSidebar(place.current, host, { isDrawn })),
    [host, isDrawn],
  );
  return <div class="ol-sidebar__place" ref={place} />;
};
