import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { TodayRowView } from "#shared/app/today-list.ts";
import { LinkButton } from "#src/sidebar/components/button.tsx";
import { lazyPart } from "#src/sidebar/components/lazy.tsx";
import type { Shell } from "#src/sidebar/shell.ts";
import type { SeveralRepliesProps } from "./several-replies.tsx";

const LazySeveral = lazyPart<SeveralRepliesProps>(
  async () => (await import("./several-replies.tsx")).SeveralReplies,
);

/** The way to deal with several replies at once, where there are several. */
export const SeveralLine = (props: {
  readonly shell: Shell;
  readonly rows: readonly TodayRowView[];
}): VNode | null => {
  const { shell, rows } = props;
  const open = useSignal(false);
  const line = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    // What closes leaves focus nowhere: it goes back to the button that opened it.
    if (wasOpen.current && !open.value) line.current?.querySelector("button")?.focus();
    wasOpen.current = open.value;
  }, [open.value]);
  if (rows.filter(({ reply }) => reply !== null).length < 2) return null;
  if (open.value) {
    return (
      <LazySeveral
        shell={shell}
        rows={rows}
        onLeave={() => {
          open.value = false;
        }}
      />
    );
  }
  return (
    <div ref={line}>
      <LinkButton
        name="several/open"
        onClick={() => {
          open.value = true;
        }}
      >
        <span class="rl-small">{shell.words.value.shell.severalReplies.own}</span>
      </LinkButton>
    </div>
  );
};
