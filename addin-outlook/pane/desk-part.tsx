import { OUTLOOK_PARTS } from "#shared/locales/outlook-parts.ts";
import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { mountDesk } from "#src/desk/desk.tsx";
import { Notice } from "#src/sidebar/components/notice.tsx";
import type { PartProps } from "./lazy-parts.tsx";
import { PartHead } from "./part-head.tsx";
import { placeOfPage } from "#src/desk/place-of-page.ts";

/** The desk in the pane itself, for Outlooks that open no window. */
export const DeskPart = ({ pane, host }: PartProps): VNode => {
  const place = useRef<HTMLDivElement>(null);
  const page = pane.deskPage.value;
  useEffect(
    () =>
      place.current === null
        ? undefined
        : mountDesk(place.current, host, { start: placeOfPage(page) }),
    [host, page],
  );
  return (
    <>
      <div class="rl ol-part ol-part--head">
        <PartHead pane={pane} title={OUTLOOK_PARTS[pane.language.value].desk.title} />
        <Notice tone="info" text={OUTLOOK_PARTS[pane.language.value].desk.here} />
      </div>
      <div class="ol-desk" ref={place} />
    </>
  );
};
