import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
import type { Own } from "#shared/kernel/text.ts";
import { OUTLOOK_PARTS } from "#shared/locales/outlook-parts.ts";
import type { OutlookAbility } from "#outlook/outlook.ts";
import { Button } from "#src/sidebar/components/button.tsx";
import { SentenceText } from "#src/sidebar/components/sentence-text.tsx";
import { timeCalls } from "./diagnosis.ts";
import type { Timed } from "./diagnosis.ts";
import type { PartProps } from "./lazy-parts.tsx";
import { PartHead } from "./part-head.tsx";

/** What this Outlook can do, and how long it takes: for whoever helps, without a word of any mail. */
export const DiagnosisPart = ({ pane }: PartProps): VNode => {
  const words = OUTLOOK_PARTS[pane.language.value].diagnosis;
  const timed = useSignal<readonly Timed[]>([]);
  const busy = useSignal(false);
  const { client } = pane.outlook;
  const abilities = (Object.keys(words.abilities) as OutlookAbility[]).map((ability) => ({
    label: words.abilities[ability],
    value: client.can[ability] ? words.can : words.cannot,
  }));
  const facts: readonly Line[] = [
    { label: words.client, value: { own: `${client.platform} ${client.version}` } },
    {
      label: { own: "Relance" },
      value: { own: pane.build.slice(pane.build.lastIndexOf("/") + 1) },
    },
    ...abilities,
  ];
  const times = timed.value.map(({ call, ms, fault }): Line => ({
    label: words.calls[call],
    value: {
      own:
        ms === null
          ? words.noItem.own
          : [words.ms(ms).own, fault?.own].filter((part) => part !== undefined).join(" · "),
    },
  }));
  return (
    <section class="rl ol-part" aria-label={words.title.own}>
      <PartHead pane={pane} title={words.title} />
      <p class="rl-small rl-quiet">
        <SentenceText text={words.note} />
      </p>
      <Lines lines={facts} />
      <h2>{words.timed.own}</h2>
      <Lines lines={times} />
      <div class="rl-line">
        <Button
          name="diagnosis/run"
          busy={busy.value}
          onClick={() => {
            busy.value = true;
            void timeCalls(pane).then((found) => {
              timed.value = found;
              busy.value = false;
            });
          }}
        >
          {busy.value ? words.running.own : words.run.own}
        </Button>
        <Button
          look="subtle"
          name="diagnosis/copy"
          onClick={() => {
            const text = [...facts, ...times].map(
              ({ label, value }) => `${label.own} : ${value.own}`,
            );
            void navigator.clipboard.writeText(text.join("\n"));
          }}
        >
          {words.copy.own}
        </Button>
      </div>
    </section>
  );
};

type Line = { readonly label: Own; readonly value: Own };

const Lines = ({ lines }: { readonly lines: readonly Line[] }): VNode => (
  <dl class="rl-fields">
    {lines.map(({ label, value }) => (
      <div key={label.own}>
        <dt>{label.own}</dt>
        <dd>{value.own}</dd>
      </div>
    ))}
  </dl>
);
