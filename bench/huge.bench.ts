import { measured } from "./driver.bench.ts";

/** A million entries: takes minutes and 16 GB, so it has a name of its own. */
export const bench = (): Promise<void> => measured(100_000);
