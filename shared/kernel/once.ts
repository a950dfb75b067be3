/**
 * A value that is made when it is first asked for, and kept. For tables that are long in the making: whoever loads a
 * module waits for all that it does, and most runs ask for a few of its tables.
 */
export const once = <Value>(make: () => Value): (() => Value) => {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};
