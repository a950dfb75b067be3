/** Changes with every build: state folded by other code is folded again. */
export const BUILD: string = new URL(import.meta.url).pathname;
