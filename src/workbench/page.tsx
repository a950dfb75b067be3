import { useSignal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Language } from "#shared/kernel/money.ts";
import { WORKBENCH } from "#shared/locales/workbench.ts";
import type { Host } from "#src/sidebar/host.ts";
import { mountSidebar } from "#src/sidebar/sidebar.tsx";
import { Button } from "#src/sidebar/components/button.tsx";
import { Notice } from "#src/sidebar/components/notice.tsx";
import type { Bench, Pane } from "./bench.ts";
import { DraftPane } from "./draft-pane.tsx";
import { takeInFiles } from "./drop.ts";
import { Banners, Header } from "./header.tsx";
import { ImportPane } from "./import-pane.tsx";
import { MailList } from "./mail-list.tsx";
import { MailPane } from "./mail-pane.tsx";
import type { Phase } from "./start.ts";

export const Page = (props: {
  readonly phase: ReadonlySignal<Phase>;
  readonly language: ReadonlySignal<Language>;
}): VNode => {
  const phase = props.phase.value;
  const language = props.language.value;
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  if (phase.type === "ready") return <Workbench bench={phase.bench} host={phase.host} />;
  const words = WORKBENCH[language].begin;
  if (phase.type === "failed") {
    return (
      <main class="rl wb-begin">
        <h1>{WORKBENCH[language].header.product.own}</h1>
        <Notice tone="danger" text={phase.text} urgent />
        <Button
          look="primary"
          onClick={() => {
            location.reload();
          }}
        >
          {words.retry.own}
        </Button>
      </main>
    );
  }
  return (
    <main class="rl wb-begin" aria-busy="true">
      <h1>{WORKBENCH[language].header.product.own}</h1>
      <p role="status">
        {phase.type === "opening"
          ? words.own.own
          : phase.all === 0
            ? words.sample.own
            : `${words.sample.own} · ${words.progress(phase.done, phase.all).own}`}
      </p>
      {phase.type === "preparing" && phase.all > 0 ? (
        <progress max={phase.all} value={phase.done} aria-label={words.sample.own} />
      ) : null}
    </main>
  );
};

const Workbench = ({ bench, host }: { readonly bench: Bench; readonly host: Host }): VNode => {
  const words = bench.words.value;
  const isDropping = useDrop(bench);
  const pane = bench.pane.value;
  const isDesk = bench.view.value === "desk";
  return (
    <div class={`rl wb wb--${pane}`}>
      <Header bench={bench} host={host} />
      <Banners bench={bench} />
      {bench.deskAsked.value === null ? null : (
        <div class="wb-desk" hidden={!isDesk}>
          <Desk key={bench.deskAsked.value.key} bench={bench} host={host} />
        </div>
      )}
      <main class="wb-panes" hidden={isDesk}>
        <nav class="wb-switch" aria-label={words.panes.label.own}>
          {(["list", "mail", "relance"] as const).map((key) => (
            <PaneButton key={key} bench={bench} pane={key} />
          ))}
        </nav>
        <div class="wb-pane wb-pane--list">
          <MailList bench={bench} />
        </div>
        <section
          class="wb-pane wb-pane--mail"
          id="wb-middle"
          tabIndex={-1}
          aria-label={words.panes.mail.own}
        >
          <Middle bench={bench} host={host} />
        </section>
        <aside class="wb-pane wb-pane--relance" aria-label={words.panes.relance.own}>
          <Sidebar host={host} />
        </aside>
      </main>
      {isDropping ? (
        <div class="wb-drop" aria-hidden="true">
          <p>{words.drop.here.own}</p>
        </div>
      ) : null}
    </div>
  );
};

const PaneButton = ({ bench, pane }: { readonly bench: Bench; readonly pane: Pane }): VNode => (
  <button
    type="button"
    class="rl-tab"
    data-key={`pane/${pane}`}
    aria-current={bench.pane.value === pane ? "true" : undefined}
    onClick={() => {
      bench.pane.value = pane;
    }}
  >
    {bench.words.value.panes[pane].own}
  </button>
);

const Middle = ({ bench, host }: { readonly bench: Bench; readonly host: Host }): VNode => {
  const selection = bench.selection.value;
  const former = useRef(selection.type);
  useEffect(() => {
    const wasDraft = former.current === "draft";
    former.current = selection.type;
    // The last draft is done with, and its button gone: the day's list goes on.
    if (wasDraft && selection.type === "none" && document.activeElement === document.body) {
      nextRow()?.focus();
    }
  }, [selection.type]);
  switch (selection.type) {
    case "draft":
      return <DraftPane key={selection.draft} bench={bench} draft={selection.draft} />;
    case "import":
      return <ImportPane bench={bench} host={host} />;
    case "mail":
    case "none":
      return <MailPane bench={bench} />;
  }
};

/** The first row to be done, its drafts apart: none of them is left, drawn or not. */
const nextRow = (): HTMLElement | null =>
  document.querySelector<HTMLElement>(
    '.wb-sidebar .rl-row:not([data-row^="draft/"]) [data-stop] button',
  ) ?? document.getElementById("wb-middle");

/** The sidebar draws itself into an element of its own, as in any other host. */
const Sidebar = ({ host }: { readonly host: Host }): VNode => {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => (place.current === null ? undefined : mountSidebar(place.current, host)), [host]);
  return <div class="wb-sidebar" ref={place} />;
};

/** The desk's pages come with a bundle of their own, when first asked for. */
const Desk = ({ bench, host }: { readonly bench: Bench; readonly host: Host }): VNode => {
  const place = useRef<HTMLDivElement>(null);
  const page = bench.deskAsked.peek()?.page ?? null;
  useEffect(() => {
    let unmount: (() => void) | null = null;
    let isGone = false;
    void import("#src/desk/desk.tsx").then(({ mountDesk }) => {
      if (isGone || place.current === null) return;
      const options = page === null ? {} : { start: { at: "desk", page } as const };
      unmount = mountDesk(place.current, host, options);
    });
    return () => {
      isGone = true;
      unmount?.();
    };
  }, [host, page]);
  return <div class="wb-desk__place" ref={place} />;
};

/** Files dropped anywhere on the page are taken in; true while they are held over it. */
const useDrop = (bench: Bench): boolean => {
  const depth = useSignal(0);
  useEffect(() => {
    const hasFiles = (event: DragEvent): boolean =>
      event.dataTransfer?.types.includes("Files") === true;
    const enter = (event: DragEvent): void => {
      if (hasFiles(event)) depth.value += 1;
    };
    const leave = (event: DragEvent): void => {
      if (hasFiles(event)) depth.value = Math.max(0, depth.value - 1);
    };
    const over = (event: DragEvent): void => {
      if (hasFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      depth.value = 0;
      void takeInFiles(bench, [...(event.dataTransfer?.files ?? [])]);
    };
    document.addEventListener("dragenter", enter);
    document.addEventListener("dragleave", leave);
    document.addEventListener("dragover", over);
    document.addEventListener("drop", drop);
    return () => {
      document.removeEventListener("dragenter", enter);
      document.removeEventListener("dragleave", leave);
      document.removeEventListener("dragover", over);
      document.removeEventListener("drop", drop);
    };
  }, [bench]);
  return depth.value > 0;
};
