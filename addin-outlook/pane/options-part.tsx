import { OUTLOOK_PARTS } from "#shared/locales/outlook-parts.ts";
import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
import { CheckboxField } from "#src/sidebar/components/field.tsx";
import { PartHead } from "./part-head.tsx";
import type { PartProps } from "./lazy-parts.tsx";
import { MicrosoftPart } from "./microsoft-part.tsx";
import { marksMessages, setMarksMessages } from "./options.ts";

/** Choices that are of Outlook alone; what concerns the ledger stands in the settings. */
export const OptionsPart = ({ pane }: PartProps): VNode => {
  const words = pane.words.value;
  const { categories } = OUTLOOK_PARTS[pane.language.value];
  const marks = useSignal(marksMessages(pane));
  const { can } = pane.outlook.client;
  return (
    <section class="rl ol-part" aria-label={words.strip.options.own}>
      <PartHead pane={pane} title={words.strip.options} />
      <MicrosoftPart pane={pane} />
      {can.categories ? (
        <CheckboxField
          id="ol-categories"
          label={categories.label.own}
          hint={categories.hint.own}
          checked={marks.value}
          onInput={(on) => {
            marks.value = on;
            void setMarksMessages(pane, on);
          }}
        />
      ) : null}
    </section>
  );
};
