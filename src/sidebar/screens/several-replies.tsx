import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
import { useEffect } from "preact/hooks";
import type { TodayRowView } from "#shared/app/today-list.ts";
import type { ScreenAction } from "#shared/app/view-parts.ts";
import { say } from "#shared/locales/locale.ts";
import { READING_WORDS } from "#shared/locales/reading-words.ts";
import { Refused } from "#src/sidebar/components/actions.tsx";
import { Button } from "#src/sidebar/components/button.tsx";
import { CheckboxField, ChecksField } from "#src/sidebar/components/field.tsx";
import type { Shell } from "#src/sidebar/shell.ts";

export type SeveralRepliesProps = {
  readonly shell: Shell;
  readonly rows: readonly TodayRowView[];
  readonly onLeave: () => void;
};

const NO_EFFECT = "several/no-effect";
const CONFIRM = "several/confirm";
const ALL = "rl-several-all";

/** Replies to read, dealt with together: left without effect, or confirmed where each was read for sure. */
export const SeveralReplies = ({ shell, rows, onLeave }: SeveralRepliesProps): VNode => {
  const words = READING_WORDS[shell.host.language.value].several;
  const picked = useSignal<readonly string[]>([]);
  useEffect(() => {
    // The button that opened this is gone.
    document.getElementById(ALL)?.focus();
  }, []);
  const offered = rows.filter(({ reply }) => reply !== null);
  // What another tab has dealt with since is ticked no longer.
  const chosen = offered.filter(({ key }) => picked.value.includes(key));
  const replies = chosen.flatMap(({ reply }) =>
    reply === null ? [] : [{ account: reply.account, exchange: reply.exchange }],
  );
  const sure = offered.filter(({ reply }) => reply?.sure === true);
  const areSure = chosen.every(({ reply }) => reply?.sure === true);
  const act = (key: string, action: ScreenAction): void => {
    void shell.perform(key, action).then((outcome) => {
      if (outcome.type !== "done") return;
      picked.value = [];
      if (replies.length === offered.length) onLeave();
    });
  };
  return (
    <section class="rl-card rl-several" aria-label={words.label.own}>
      <CheckboxField
        id={ALL}
        label={words.all.own}
        checked={offered.length > 0 && chosen.length === offered.length}
        onInput={(checked) => {
          picked.value = checked ? offered.map(({ key }) => key) : [];
        }}
      />
      {sure.length === 0 || sure.length === offered.length ? null : (
        <CheckboxField
          id="rl-several-sure"
          label={words.sure.own}
          checked={chosen.length === sure.length && areSure && chosen.length > 0}
          onInput={(checked) => {
            picked.value = checked ? sure.map(({ key }) => key) : [];
          }}
        />
      )}
      <ChecksField
        id="rl-several"
        label={words.label.own}
        choices={offered.map(({ key, name, reason, reply }) => ({
          value: key,
          label:
            reply?.sure === true
              ? say`${name} · ${reason} ${words.isSure}`
              : say`${name} · ${reason}`,
        }))}
        picked={picked.value}
        onInput={(next) => {
          picked.value = next;
        }}
      />
      {chosen.length === 0 ? (
        <p class="rl-small rl-quiet">{words.none.own}</p>
      ) : areSure ? null : (
        <p class="rl-small rl-quiet">{words.notSure.own}</p>
      )}
      <div class="rl-line">
        {chosen.length === 0 ? null : (
          <Button
            name={NO_EFFECT}
            busy={shell.busy.value === NO_EFFECT}
            onClick={() => {
              act(NO_EFFECT, { act: "leave-without-effect", replies });
            }}
          >
            {words.noEffect(chosen.length).own}
          </Button>
        )}
        {chosen.length === 0 || !areSure ? null : (
          <Button
            look="primary"
            name={CONFIRM}
            busy={shell.busy.value === CONFIRM}
            onClick={() => {
              act(CONFIRM, { act: "confirm-readings", replies });
            }}
          >
            {words.confirm(chosen.length).own}
          </Button>
        )}
        <Button look="subtle" name="several/leave" onClick={onLeave}>
          {words.leave.own}
        </Button>
      </div>
      <Refused shell={shell} keys={[NO_EFFECT, CONFIRM]} />
    </section>
  );
};
