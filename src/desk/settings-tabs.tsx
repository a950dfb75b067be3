import type { VNode } from "preact";
import type { MethodPage, Place } from "#src/sidebar/shell.ts";
import type { Desk } from "./desk-shell.ts";

const PAGES = ["settings", "plans", "texts", "policy", "rates", "handover"] as const;

/** The settings and, beside them, how this creditor chases. */
export const SettingsTabs = (props: {
  readonly desk: Desk;
  readonly page: "settings" | MethodPage;
}): VNode => {
  const { desk } = props;
  const words = desk.words.value.settings;
  return (
    <nav class="rl-desk__views rl-method__tabs" aria-label={words.tabs.own}>
      {PAGES.map((page) => (
        <button
          key={page}
          type="button"
          class="rl-desk__view"
          data-key={`method/${page}`}
          aria-current={page === props.page ? "page" : undefined}
          onClick={() => {
            if (page !== props.page) desk.visit(placeOf(page));
          }}
        >
          {words.pages[page].own}
        </button>
      ))}
    </nav>
  );
};

const placeOf = (page: (typeof PAGES)[number]): Place =>
  page === "settings" ? { at: "settings" } : { at: "desk", page };
