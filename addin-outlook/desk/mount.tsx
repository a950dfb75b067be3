import { effect } from "@preact/signals";
import { render } from "preact";
import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { OUTLOOK } from "#shared/locales/outlook.ts";
import { OUTLOOK_PARTS } from "#shared/locales/outlook-parts.ts";
import { mountDesk } from "#src/desk/desk.tsx";
import { IconButton } from "#src/sidebar/components/button.tsx";
import { Notice } from "#src/sidebar/components/notice.tsx";
import { SentenceText } from "#src/sidebar/components/sentence-text.tsx";
import { keepFocus } from "#outlook/pane/keep-focus.ts";
import "#outlook/pane/pane.css";
import { openDialogHost } from "./dialog-host.ts";
import type { PanePipe } from "#outlook/office/pane-pipe.ts";
import type { DialogHost } from "./dialog-host.ts";
import { placeOfPage } from "#src/desk/place-of-page.ts";

/** The desk over a pane, in a page of its own. Returns how to take it away. */
export const mountDialog = (element: HTMLElement, pipe: PanePipe): (() => void) => {
  const opened = openDialogHost(pipe);
  element.replaceChildren();
  render(<DialogPage opened={opened} />, element);
  const stopFocus = keepFocus(document);
  const stop = effect(() => {
    const language = opened.host.value?.language.value ?? "fr";
    document.documentElement.lang = language;
    document.title = OUTLOOK_PARTS[language].desk.title.own;
  });
  return () => {
    stop();
    stopFocus();
    render(null, element);
  };
};

const DialogPage = ({ opened }: { readonly opened: DialogHost }): VNode => {
  const host = opened.host.value;
  const place = useRef<HTMLDivElement>(null);
  const page = opened.page.value;
  const words = OUTLOOK_PARTS[host?.language.value ?? "fr"].desk;
  useEffect(
    () =>
      place.current === null || host === null
        ? undefined
        : mountDesk(place.current, host, { start: placeOfPage(page) }),
    [host, page],
  );
  return (
    <>
      {opened.isLost.value ? (
        <div class="rl ol-part">
          <Notice tone="danger" text={words.lost} urgent />
        </div>
      ) : null}
      {opened.said.value.length === 0 ? null : (
        <div class="rl ol-said">
          {opened.said.value.map(({ key, tone, text }) => (
            <Notice
              key={key}
              tone={tone}
              text={text}
              urgent={tone === "warning" || tone === "danger"}
            >
              <IconButton
                icon="close"
                small
                name={`notice/${key}/close`}
                label={OUTLOOK[host?.language.value ?? "fr"].strip.close.own}
                onClick={() => {
                  opened.unsay(key);
                }}
              />
            </Notice>
          ))}
        </div>
      )}
      {host === null ? (
        <p class="rl ol-part" role="status">
          {words.opening.own}
        </p>
      ) : null}
      <div class="ol-desk" ref={place} />
    </>
  );
};

/** The page was opened by itself: there is no pane whose store it could show. */
export const mountWithoutPane = (element: HTMLElement): void => {
  const language = /^en\b/i.test(navigator.language) ? "en" : "fr";
  element.replaceChildren();
  render(
    <main class="rl ol-begin">
      <p>
        <SentenceText text={OUTLOOK_PARTS[language].desk.lost} />
      </p>
    </main>,
    element,
  );
};
