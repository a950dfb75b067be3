/** Runs the workbench's server with its arguments; gives the exit code. */
export const main = (argv: readonly string[]): Promise<number> => {
  process.stdout.write(`relance workbench ${argv.join(" ")}\n`);
  return Promise.resolve(0);
};
