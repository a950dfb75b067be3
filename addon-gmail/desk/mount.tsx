import { effect, useSignal } from "@preact/signals";
import { render } from "preact";
import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Language } from "#shared/kernel/money.ts";
import { GMAIL_DESK } from "#shared/locales/gmail-desk.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import type { Own } from "#shared/kernel/text.ts";
import { UI } from "#shared/locales/ui.ts";
import { mountDesk } from "#src/desk/desk.tsx";
import { placeOfPage } from "#src/desk/place-of-page.ts";
import { Button, IconButton } from "#src/sidebar/components/button.tsx";
import { Notice } from "#src/sidebar/components/notice.tsx";
import "./desk-page.css";
import { openDeskHost } from "./desk-host.ts";
import type { DeskHost } from "./desk-host.ts";
import type { CallScript } from "./script-run.ts";
import type { DeskNotice } from "./store-care.ts";

export type DeskPageOptions = {
  readonly language: Language;
  /** The screen that the link asked for, and its account: one word or two. */
  readonly place: string;
};

/** The desk over the script, in a page of its own. Returns how to take it away. */
export const mountPage = async (
  element: HTMLElement,
  call: CallScript,
  { language, place }: DeskPageOptions,
): Promise<() => void> => {
  document.documentElement.lang = language;
  const opened = await openDeskHost(call, language);
  element.replaceChildren();
  if (!opened.ok) {
    render(<Closed text={opened.error.text} language={language} />, element);
    return () => {
      render(null, element);
    };
  }
  const desk = opened.value;
  render(<Page desk={desk} place={place} />, element);
  const stop = effect(() => {
    document.documentElement.lang = desk.language.value;
    document.title = GMAIL_DESK[desk.language.value].title.own;
  });
  const look = (): void => {
    if (document.visibilityState === "visible") void desk.look();
  };
  document.addEventListener("visibilitychange", look);
  // Gmail's overlay is a window beside Gmail: both are seen at once, and one comes back to it by a click.
  window.addEventListener("focus", look);
  return () => {
    document.removeEventListener("visibilitychange", look);
    window.removeEventListener("focus", look);
    stop();
    render(null, element);
  };
};

const Page = ({ desk, place }: { readonly desk: DeskHost; readonly place: string }): VNode => {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (root.current === null) return undefined;
    const [page = "", account] = place.split(" ");
    // Before a ledger is begun there is one screen only: the one that leads to beginning it.
    const isBegun = desk.host.ledger.peek() !== null;
    const start = placeOfPage(isBegun ? page : null, account ?? null);
    return mountDesk(root.current, desk.host, { start });
  }, [desk, place]);
  return (
    <>
      {desk.progress.value === null ? null : (
        <div class="rl gd-part">
          <Notice tone="info" text={[desk.progress.value]} />
        </div>
      )}
      {desk.notices.value.map((notice) => (
        <div class="rl gd-part" key={notice.key}>
          <Said notice={notice} closeLabel={UI[desk.language.value].shell.close} />
        </div>
      ))}
      <div class="gd-desk" ref={root} />
    </>
  );
};

const Said = (props: { readonly notice: DeskNotice; readonly closeLabel: Own }): VNode => {
  const { key, tone, text, way, close } = props.notice;
  const busy = useSignal(false);
  return (
    <Notice tone={tone} text={text} urgent>
      {way === undefined ? null : (
        <Button
          small
          name={`${key}/way`}
          busy={busy.value}
          onClick={() => {
            busy.value = true;
            void way.run().finally(() => {
              busy.value = false;
            });
          }}
        >
          {way.label.own}
        </Button>
      )}
      {close === undefined ? null : (
        <IconButton
          icon="close"
          small
          name={`${key}/close`}
          label={props.closeLabel.own}
          onClick={close}
        />
      )}
    </Notice>
  );
};

const Closed = ({
  text,
  language,
}: {
  readonly text: Sentence;
  readonly language: Language;
}): VNode => (
  <main class="rl gd-part">
    <Notice tone="danger" text={text} urgent>
      <Button
        small
        name="page/again"
        onClick={() => {
          location.reload();
        }}
      >
        {GMAIL_DESK[language].retry.own}
      </Button>
    </Notice>
  </main>
);
