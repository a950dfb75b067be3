import type { VNode } from "preact";
import { foreign } from "#shared/kernel/text.ts";
import type { Host } from "#src/sidebar/host.ts";
import { Button, IconButton } from "#src/sidebar/components/button.tsx";
import { MenuButton } from "#src/sidebar/components/menu-button.tsx";
import { Notice } from "#src/sidebar/components/notice.tsx";
import { SentenceText } from "#src/sidebar/components/sentence-text.tsx";
import { ComposePart } from "./lazy-parts.tsx";
import type { Pane, PanePart } from "./pane.ts";

/** What concerns Outlook and not the ledger: which message, what was just opened, where the data lie. */
export const Strip = ({ pane, host }: { readonly pane: Pane; readonly host: Host }): VNode => {
  const words = pane.words.value;
  const reading = pane.reading.value;
  const dropped = pane.dropped.value;
  return (
    <aside class="ol-strip rl" aria-label={words.strip.label.own} lang={pane.language.value}>
      {pane.notices.value.map((notice) => (
        <Notice
          key={notice.key}
          tone={notice.tone}
          text={notice.text}
          urgent={notice.tone === "warning" || notice.tone === "danger"}
        >
          {notice.actions?.map(({ label, run }) => (
            <Button key={label.own} small name={`notice/${notice.key}`} onClick={run}>
              {label.own}
            </Button>
          ))}
          <IconButton
            icon="close"
            small
            name={`notice/${notice.key}/close`}
            label={words.strip.close.own}
            onClick={() => {
              pane.unsay(notice.key);
            }}
          />
        </Notice>
      ))}
      {reading === null ? null : (
        <p class="rl-small rl-quiet" role="status">
          <SentenceText
            text={words.strip.reading(
              foreign(reading.subject === "" ? words.strip.noSubject.own : reading.subject, 80),
            )}
          />
        </p>
      )}
      {dropped === null ? null : (
        <div class="rl-line rl-line--between">
          <p class="rl-small">
            <SentenceText text={words.strip.dropped(dropped)} />
          </p>
          <Button
            small
            name="strip/back"
            onClick={() => {
              void pane.backToOpen();
            }}
          >
            {words.strip.backToOpen.own}
          </Button>
        </div>
      )}
      {pane.compose.value === null ? null : <ComposePart pane={pane} host={host} />}
    </aside>
  );
};

/** What is seldom wanted stands in one menu, in the corner of the sidebar's own header. */
export const PaneMenu = ({ pane, host }: { readonly pane: Pane; readonly host: Host }): VNode => {
  const words = pane.words.value.strip;
  const { can } = pane.outlook.client;
  const show = (next: PanePart) => () => {
    pane.part.value = next;
  };
  return (
    <div class="ol-menu">
      <MenuButton
        name="strip/menu"
        label={words.menu.own}
        items={[
          {
            key: "desk",
            label: words.desk.own,
            run: () => {
              host.openDesk?.("today");
            },
          },
          ...(pane.signedIn.value === null
            ? []
            : [
                {
                  key: "look",
                  label: words.look.own,
                  run: () => {
                    void pane.signedIn.peek()?.look();
                  },
                },
              ]),
          ...(can.several
            ? [
                {
                  key: "selection",
                  label: words.selection.own,
                  run: () => {
                    void import("./filing.ts").then(({ fileSelected }) => fileSelected(pane));
                  },
                },
              ]
            : []),
          {
            key: "appointment",
            label: words.appointment.own,
            run: () => {
              void import("./appointment.ts").then(({ openAppointment }) => openAppointment(pane));
            },
          },
          { key: "options", label: words.options.own, run: show("options") },
          { key: "diagnosis", label: words.diagnosis.own, run: show("diagnosis") },
        ]}
      />
    </div>
  );
};
