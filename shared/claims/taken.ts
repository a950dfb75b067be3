/** Amounts below zero, which only a crafted or merged entry has, take nothing. */
export const clip = (amount: number): number => (amount > 0 ? amount : 0);

/**
 * What each allocation really takes, in the order in which they were said: never more than there is, never less than
 * nothing.
 */
export const takenFrom = <A extends { readonly amount: number }>(
  amount: number,
  allocations: readonly A[],
): readonly { readonly allocation: A; readonly taken: number }[] => {
  let left = clip(amount);
  return allocations.map((allocation) => {
    const taken = Math.min(clip(allocation.amount), left);
    left -= taken;
    return { allocation, taken };
  });
};

/** Gives what can be given. What names no invoice of this currency that stands stays with the rest, a credit. Answers that rest. */
export const spread = <A extends { readonly amount: number }>(
  amount: number,
  allocations: readonly A[],
  give: (allocation: A, taken: number) => boolean,
): number => {
  let given = 0;
  let left = clip(amount);
  for (const allocation of allocations) {
    const taken = Math.min(clip(allocation.amount), left);
    left -= taken;
    if (taken > 0 && give(allocation, taken)) given += taken;
  }
  return amount - given;
};
