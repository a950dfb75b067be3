// Entry of the bundle that the realm test runs: every module of the core, imported or not yet.
export const modules = import.meta.glob(["/shared/**/*.ts", "!/shared/**/*.d.ts"], { eager: true });
