import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
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
    <LinkButton
      name="several/open"
      onClick={() => {
        open.value = true;
      }}
    >
      <span class="rl-small">{shell.words.value.shell.severalReplies.own}</span>
    </LinkButton>
  );
};
