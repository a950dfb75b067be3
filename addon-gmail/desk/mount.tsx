import { effect } from "@preact/signals";
import { render } from "preact";
import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Language } from "#shared/kernel/money.ts";
import { GMAIL_DESK } from "#shared/locales/gmail-desk.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import { mountDesk } from "#src/desk/desk.tsx";
import { placeOfPage } from "#src/desk/place-of-page.ts";
import { Button } from "#src/sidebar/components/button.tsx";
import { Notice } from "#src/sidebar/components/notice.tsx";
import "./desk-page.css";
import { openDeskHost } from "./desk-host.ts";
import type { DeskHost } from "./desk-host.ts";
import type { CallScript } from "./script-run.ts";

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
  return () => {
    document.removeEventListener("visibilitychange", look);
    stop();
    render(null, element);
  };
};

const Page = ({ desk, place }: { readonly desk: DeskHost; readonly place: string }): VNode => {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (root.current === null) return undefined;
    const [page = "", account] = place.split(" ");
    return mountDesk(root.current, desk.host, { start: placeOfPage(page, account ?? null) });
  }, [desk, place]);
  const words = GMAIL_DESK[desk.language.value];
  return (
    <>
      {desk.progress.value === null ? null : (
        <div class="rl gd-part">
          <Notice tone="info" text={[desk.progress.value]} />
        </div>
      )}
      {desk.blocked.value.map((link) => (
        <div class="rl gd-part" key={link}>
          <Notice tone="warning" text={[words.blocked]} urgent>
            <Button
              small
              name="draft/open"
              onClick={() => {
                desk.openBlocked(link);
              }}
            >
              {words.openDraft.own}
            </Button>
          </Notice>
        </div>
      ))}
      <div class="gd-desk" ref={root} />
    </>
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
