/** Access tokens of the emulated tenant: opaque to the add-in, known here. */

export type Tokens = {
  readonly issue: (account: string, scopes: readonly string[]) => string;
  /** Null where the token is unknown, withdrawn or out of date. */
  readonly scopesOf: (token: string, account: string) => readonly string[] | null;
  /** As after a password was changed: none of those given so far holds. */
  readonly withdrawAll: () => void;
};

const GRAPH = "https://graph.microsoft.com/";

export const createTokens = (): Tokens => {
  const known = new Map<string, { readonly account: string; readonly scopes: readonly string[] }>();
  let made = 0;
  return {
    issue: (account, scopes) => {
      made += 1;
      const token = `emulated.${String(made)}.${account}`;
      known.set(token, { account, scopes: scopes.map((scope) => scope.replace(GRAPH, "")) });
      return token;
    },
    scopesOf: (token, account) => {
      const found = known.get(token);
      return found === undefined || found.account !== account ? null : found.scopes;
    },
    withdrawAll: () => {
      known.clear();
    },
  };
};
