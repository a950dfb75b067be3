import { useComputed, useSignal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { UseCase } from "#shared/app/use-case.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import type { AnyRefusal } from "./refusal-text.ts";
import type { Shell } from "./shell.ts";

export type Drawn<View> =
  | { readonly type: "loading" }
  | { readonly type: "fault"; readonly text: Sentence }
  | {
      readonly type: "view";
      readonly view: View;
      /** Of the ledger, as it was asked. */
      readonly version: number;
    };

/**
 * Runs a view's use case, and again whenever the ledger, the language or what is asked changes. The former view stands
 * until the next one is there: nothing flickers, and focus stays.
 */
export const useView = <Input, View, Refusal extends AnyRefusal>(
  shell: Shell,
  useCase: UseCase<Input, View, Refusal>,
  input: Input,
  /** Says what of the input changed; plain values. */
  inputKey: string,
): ReadonlySignal<Drawn<View>> => {
  const drawn = useSignal<Drawn<View>>({ type: "loading" });
  const drawnFor = useSignal(inputKey);
  const version = shell.host.version.value;
  const language = shell.host.language.value;
  useEffect(() => {
    let stale = false;
    const draw = async (): Promise<void> => {
      const answer = await shell.host.run(useCase, input);
      if (stale) return;
      if (answer.ok) {
        drawnFor.value = inputKey;
        drawn.value = { type: "view", view: answer.value, version };
        shell.isDrawn.value = true;
        return;
      }
      const { refusalText } = await import("./refusal-text.ts");
      if (stale) return;
      drawnFor.value = inputKey;
      drawn.value = { type: "fault", text: refusalText(answer.error, language) };
    };
    draw().catch((cause: unknown) => {
      if (!stale) drawn.value = { type: "fault", text: [shell.words.peek().faults.unforeseen] };
      throw cause;
    });
    return () => {
      stale = true;
    };
    // `inputKey` says what of the input changed; signals and the host stay the same.
  }, [useCase, inputKey, version, language]);
  return useComputed<Drawn<View>>(() =>
    drawnFor.value === inputKey ? drawn.value : { type: "loading" },
  );
};
