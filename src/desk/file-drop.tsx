import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
import type { Foreign } from "#shared/kernel/text.ts";
import { ForeignText } from "#src/sidebar/components/sentence-text.tsx";

/** A file by drop or by choice: the browser's own field, so that keys and screen readers find it. */
export const FileDrop = (props: {
  readonly label: string;
  readonly hint: string | null;
  /** Of the file that was chosen. */
  readonly name: Foreign | null;
  readonly accept: string;
  readonly small?: boolean;
  readonly onFile: (file: File) => void;
}): VNode => {
  const over = useSignal(false);
  return (
    <div
      class={`rl-desk__drop${over.value ? " rl-desk__drop--over" : ""}${props.small === true ? " rl-desk__drop--small" : ""}`}
      onDragOver={(event) => {
        event.preventDefault();
        over.value = true;
      }}
      onDragLeave={() => {
        over.value = false;
      }}
      onDrop={(event) => {
        event.preventDefault();
        over.value = false;
        const file = event.dataTransfer?.files[0];
        if (file !== undefined) props.onFile(file);
      }}
    >
      {props.name === null ? null : (
        <p>
          <b>
            <ForeignText text={props.name} />
          </b>
        </p>
      )}
      {props.hint === null ? null : <p class="rl-quiet">{props.hint}</p>}
      <label class="rl-button rl-desk__file">
        {props.label}
        <input
          type="file"
          class="rl-hidden"
          accept={props.accept}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            // Chosen again, the same file must be read again.
            event.currentTarget.value = "";
            if (file !== undefined) props.onFile(file);
          }}
        />
      </label>
    </div>
  );
};
