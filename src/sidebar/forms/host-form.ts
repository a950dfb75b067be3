import type { DoneView } from "#shared/app/view-parts.ts";
import type { FormDefinition, FormReader, FormWork } from "#shared/app/forms/form-spec.ts";
import type { Result } from "#shared/kernel/result.ts";
import type { Host } from "#src/sidebar/host.ts";
import type { AnyRefusal } from "#src/sidebar/refusal-text.ts";

/** A form whose work needs the host itself: bytes of a file, a page to print. */
export type HostWork = FormWork | ((host: Host) => Promise<Result<DoneView, AnyRefusal>>);

export type HostForm = FormDefinition<HostWork>;

export const doWork = (work: HostWork, host: Host): Promise<Result<DoneView, AnyRefusal>> =>
  typeof work === "function"
    ? work(host)
    : work.does<Promise<Result<DoneView, AnyRefusal>>>((useCase, input) =>
        host.run(useCase, input),
      );

/** The file that was picked, as the browser has it. */
export const fileIn = (reader: FormReader): File | null => {
  const picked = reader.file();
  return picked instanceof File ? picked : null;
};
