import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { UseCase } from "#shared/app/use-case.ts";
import type { Shell } from "./shell.ts";

export type Whole<Input, View> = {
  /** The use case to draw with now. */
  readonly useCase: UseCase<Input, View, never>;
  /** Loads the whole one again; null where it is here or on its way. */
  readonly again: (() => void) | null;
};

/**
 * A screen that is drawn from a part of its use case, since the rules of reading mails are half of all that the pane
 * loads: the whole comes once something is drawn, and stays.
 */
export const wholeOf = <Input, View>(
  part: UseCase<Input, View, never>,
  load: () => Promise<UseCase<Input, View, never>>,
): ((shell: Shell) => Whole<Input, View>) => {
  let loaded: UseCase<Input, View, never> | null = null;
  return (shell) => {
    const whole = useSignal(loaded);
    const failed = useSignal(false);
    const isDrawn = shell.isDrawn.value;
    useEffect(() => {
      if (!isDrawn || failed.value || whole.value !== null) return;
      load().then(
        (useCase) => {
          loaded = useCase;
          whole.value = useCase;
        },
        () => {
          failed.value = true;
        },
      );
    }, [isDrawn, failed.value, failed, whole]);
    return {
      useCase: whole.value ?? part,
      again: failed.value
        ? () => {
            failed.value = false;
          }
        : null,
    };
  };
};
