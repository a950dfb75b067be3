import type { Result } from "#shared/kernel/result.ts";
import type { Sentence } from "#shared/locales/locale.ts";
import type { StoreFault } from "./ports.ts";
import type { UseCase } from "./use-case.ts";

/** How a face runs use cases where its storage answers later. Faces know this, never a store. */
export type Run = <Input, View, Refusal>(
  useCase: UseCase<Input, View, Refusal>,
  input: Input,
  options?: RunOptions,
) => Promise<Result<View, Refusal | RunFault>>;

export type RunOptions = {
  /** Bytes to keep, by their SHA-256. */
  readonly bytes?: ReadonlyMap<string, Uint8Array>;
  readonly onPhase?: (phase: Phase) => void;
  /** Asked before anything is written; after that the run ends as it must. */
  readonly isCancelled?: () => boolean;
};

export type Phase = "loading" | "deciding" | "keeping" | "appending" | "acting";

export type ActFault = {
  readonly type: "act-failed";
  readonly key: string;
  readonly detail: string;
};

/** What one host alone can say of its storage brings its words along; `fault` is for whoever can do something about it. */
export type HostFault = {
  readonly type: "host-fault";
  readonly fault: string;
  readonly text: Sentence;
};

export type RunFault =
  | StoreFault
  | ActFault
  | { readonly type: "ledger-not-begun" }
  /** Other tabs kept appending: nothing was written, the user may try again. */
  | { readonly type: "too-busy" }
  /** The use case names bytes that the caller did not bring, or their name is not their hash. */
  | { readonly type: "bytes-missing"; readonly sha256: string }
  | { readonly type: "cancelled" }
  | HostFault;
