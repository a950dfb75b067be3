import type { ComponentChildren, VNode } from "preact";

export type Tab = {
  readonly key: string;
  readonly label: string;
  readonly count: ComponentChildren;
};

/** Arrows, Home and End walk the tabs; every one is a button that Tab reaches as well. */
export const Tabs = (props: {
  readonly label: string;
  readonly tabs: readonly Tab[];
  readonly selected: string;
  readonly panelId: string;
  readonly onSelect: (key: string) => void;
}): VNode => (
  <div class="rl-tabs" role="tablist" aria-label={props.label}>
    {props.tabs.map((tab) => (
      <button
        key={tab.key}
        type="button"
        role="tab"
        class="rl-tab"
        id={`${props.panelId}-tab-${tab.key}`}
        data-key={`tab/${tab.key}`}
        aria-selected={tab.key === props.selected ? "true" : "false"}
        aria-controls={tab.key === props.selected ? props.panelId : undefined}
        onClick={() => {
          props.onSelect(tab.key);
        }}
        onKeyDown={(event) => {
          const at = props.tabs.indexOf(tab);
          const last = props.tabs.length - 1;
          const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: last }[event.key];
          if (to === undefined) return;
          event.preventDefault();
          const next = props.tabs[(to + props.tabs.length) % props.tabs.length];
          if (next === undefined) return;
          props.onSelect(next.key);
          document.getElementById(`${props.panelId}-tab-${next.key}`)?.focus();
        }}
      >
        {tab.label}
        {tab.count}
      </button>
    ))}
  </div>
);
