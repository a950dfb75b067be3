import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
import { calendarView } from "#shared/app/calendar-view.ts";
import { utf8Bytes } from "#shared/kernel/bytes.ts";
import { Refused } from "#src/sidebar/components/actions.tsx";
import { Button } from "#src/sidebar/components/button.tsx";
import { CheckboxField } from "#src/sidebar/components/field.tsx";
import { refusalText } from "#src/sidebar/refusal-text.ts";
import { SettingsScreen } from "#src/sidebar/screens/settings-screen.tsx";
import type { ActOutcome } from "#src/sidebar/shell.ts";
import type { Desk } from "#src/desk/desk-shell.ts";
import { SettingsTabs } from "#src/desk/settings-tabs.tsx";

const CALENDAR = "settings/calendar";

/** The settings as the pane has them, and what only the desk hands over. */
export const SettingsPage = ({ desk }: { readonly desk: Desk }): VNode => (
  <div class="rl-stack rl-stack--loose">
    <SettingsTabs desk={desk} page="settings" />
    <div class="rl-stack rl-stack--loose rl-desk__measure">
      <SettingsScreen shell={desk.shell} />
      <Calendar desk={desk} />
    </div>
  </div>
);

const Calendar = ({ desk }: { readonly desk: Desk }): VNode => {
  const { shell } = desk;
  const { host } = shell;
  const words = desk.words.value.settings;
  const named = useSignal(false);
  const download = async (): Promise<ActOutcome> => {
    const made = await host.run(calendarView, { named: named.peek(), owner: null });
    if (!made.ok) return { type: "refused", text: refusalText(made.error, host.language.peek()) };
    const { fileName, text, count } = made.value;
    await host.download(fileName, "text/calendar;charset=utf-8", utf8Bytes(text));
    return { type: "done", done: { text: words.calendarDone(count), undo: null } };
  };
  return (
    <section class="rl-section">
      <h2>{words.calendar.own}</h2>
      <p class="rl-quiet">{words.calendarHint.own}</p>
      <CheckboxField
        id="calendar-named"
        label={words.calendarNamed.own}
        checked={named.value}
        onInput={(value) => {
          named.value = value;
        }}
      />
      <div class="rl-line">
        <Button
          name={CALENDAR}
          busy={shell.busy.value === CALENDAR}
          onClick={() => void shell.act(CALENDAR, download)}
        >
          {words.calendarDownload.own}
        </Button>
      </div>
      <Refused shell={shell} keys={[CALENDAR]} />
    </section>
  );
};
