/** An expected outcome: a value, or the plain tagged object that says why not. Broken invariants throw instead. */
export type Result<T, E> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const err = <E>(error: E): { readonly ok: false; readonly error: E } => ({
  ok: false,
  error,
});

/** Stops the program: a state that the types or the callers rule out has been reached. */
export const invariant: (condition: boolean, message: string) => asserts condition = (
  condition,
  message,
) => {
  if (!condition) throw new Error(`Broken invariant: ${message}`);
};

/** Makes a `switch` over a union exhaustive for the compiler, and loud at run time. */
export const unreachable = (value: never): never => {
  throw new Error(`Unreachable: ${String(value)}`);
};
