/** Something that happens once, waited for within a time. */
export type Signal = {
  readonly raise: () => void;
  readonly within: (waitMs: number) => Promise<boolean>;
};

export const signal = (): Signal => {
  const waiting = new Set<() => void>();
  let isRaised = false;
  return {
    raise: () => {
      isRaised = true;
      for (const wake of waiting) wake();
    },
    within: (waitMs) =>
      new Promise((resolve) => {
        if (isRaised) {
          resolve(true);
          return;
        }
        const late = setTimeout(() => {
          resolve(false);
        }, waitMs);
        waiting.add(() => {
          clearTimeout(late);
          resolve(true);
        });
      }),
  };
};
