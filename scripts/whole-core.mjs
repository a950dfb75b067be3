// Entry of the bundle that the realm test runs: every module of the core, imported or not yet, and
// the validator that it parses with.
export * as z from "zod/mini";
export const modules = import.meta.glob(["/shared/**/*.ts", "!/shared/**/*.d.ts"], { eager: true });
