import type { VNode } from "preact";
import type { UndoView } from "#shared/app/view-parts.ts";
import type { Shell } from "#src/sidebar/shell.ts";
import { Button, IconButton } from "./button.tsx";
import { Notice } from "./notice.tsx";
import { SentenceText, plainText } from "./sentence-text.tsx";

const UNDO_KEY = "toast/undo";

/** "Done · Undo": stands until dismissed or the next act, and is said to screen readers. */
export const Toast = (props: {
  readonly shell: Shell;
  /** The done row says it already: only speak. */
  readonly quiet: boolean;
}): VNode => {
  const { shell } = props;
  const done = shell.toast.value;
  const words = shell.words.value.shell;
  const refused = shell.refused.value;
  const next = done?.next;
  return (
    <div class="rl-toast">
      <output class="rl-hidden" aria-live="polite">
        {done === null ? shell.spoken.value : plainText(done.text)}
      </output>
      {refused !== null && [UNDO_KEY, next?.key].includes(refused.key) ? (
        <Notice tone="danger" text={refused.text} urgent />
      ) : null}
      {done === null || props.quiet ? null : (
        <div class={`rl-toast__box${next === undefined ? "" : " rl-toast__box--next"}`}>
          <p aria-hidden="true">
            <SentenceText text={done.text} />
          </p>
          {next === undefined ? null : (
            <Button
              small
              name={next.key}
              busy={shell.busy.value === next.key}
              onClick={() => {
                void shell.perform(next.key, next.action);
              }}
            >
              {next.label.own}
            </Button>
          )}
          {done.undo === null ? null : (
            <Button
              small
              look="subtle"
              name={UNDO_KEY}
              busy={shell.busy.value === UNDO_KEY}
              onClick={() => {
                if (done.undo !== null) void undo(shell, UNDO_KEY, done.undo);
              }}
            >
              {done.undo.label.own}
            </Button>
          )}
          <IconButton
            icon="close"
            small
            label={words.close.own}
            name="toast/close"
            onClick={() => {
              shell.toast.value = null;
            }}
          />
        </div>
      )}
    </div>
  );
};

/** Takes back what an act wrote; its folded row stands up again. */
export const undo = async (shell: Shell, key: string, what: UndoView): Promise<void> => {
  const outcome = await shell.act(key, async () => {
    const { undoBatch } = await import("#src/sidebar/screen-runner.ts");
    return undoBatch(shell, what);
  });
  if (outcome.type === "done") {
    shell.folded.value = shell.folded.peek().filter(({ done }) => done.undo?.batch !== what.batch);
  }
};
