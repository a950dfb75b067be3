import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
import { useEffect } from "preact/hooks";
import type { DraftNote } from "#src/sidebar/host.ts";
import type { Shell } from "#src/sidebar/shell.ts";
import { Notice } from "./notice.tsx";
import { SentenceText } from "./sentence-text.tsx";

/** How the host would begin the draft of this account, where that is worth knowing before the click. */
export const DraftWay = (props: {
  readonly shell: Shell;
  readonly account: string;
}): VNode | null => {
  const { shell, account } = props;
  const { host } = shell;
  const way = useSignal<DraftNote | null>(null);
  const version = host.version.value;
  const language = host.language.value;
  const mail = host.openMail.value?.key ?? null;
  // What holds of every draft may come after the mail: the address of another mailbox does.
  const ofAll = host.draftNote?.value ?? null;
  useEffect(() => {
    let stale = false;
    void host.draftWay?.(account).then((found) => {
      if (!stale) way.value = found;
    });
    return () => {
      stale = true;
    };
  }, [host, account, version, language, mail, ofAll, way]);
  return way.value === null ? null : <DraftNoteView note={way.value} />;
};

export const DraftNoteView = ({ note }: { readonly note: DraftNote }): VNode => (
  <>
    {note.warning === null ? null : <Notice tone="warning" text={note.warning} />}
    <p class="rl-small rl-quiet">
      <SentenceText text={note.text} />
    </p>
  </>
);
