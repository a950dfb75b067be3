import type { GraphClient } from "#outlook/graph/client.ts";
import { openGraphClient } from "#outlook/graph/client.ts";
import type { TokenWish } from "#outlook/graph/ports.ts";
import { ok } from "#shared/kernel/result.ts";
import { createGraph } from "../../hosts/outlook/graph/graph.ts";
import type { Graph, GraphOptions } from "../../hosts/outlook/graph/graph.ts";
import { createMailbox } from "../../hosts/outlook/mailbox.ts";
import type { Mailbox } from "../../hosts/outlook/mailbox.ts";

export const NOW = "2026-11-20T09:00:00.000Z";

/** A signed-in client on the emulated Graph, and what it waited for and asked. */
export type GraphBench = {
  readonly graph: Graph;
  readonly mailbox: Mailbox;
  readonly client: GraphClient;
  readonly waits: number[];
  readonly wishes: TokenWish[];
};

export const graphBench = (
  shared: GraphOptions["shared"] = [],
  address = "julien@ferronnerie-delorme.example",
): GraphBench => {
  const mailbox = createMailbox({ address, now: () => new Date(NOW) });
  const graph = createGraph({ mailbox, shared });
  return { graph, mailbox, ...clientOn(graph, (url, init) => graph.fetch(url, init)) };
};

export const clientOn = (
  graph: Graph,
  fetch: (url: string, init: RequestInit) => Promise<Response>,
) => {
  const waits: number[] = [];
  const wishes: TokenWish[] = [];
  let token: string | null = null;
  const client = openGraphClient({
    signIn: {
      token: (wish) => {
        wishes.push(wish);
        // One token for all scopes, until another is asked for.
        if (token === null || wish.fresh === true) {
          const scopes = ["Mail.ReadWrite", "Mail.ReadWrite.Shared", "Files.ReadWrite.AppFolder"];
          token = graph.tokens.issue(graph.mailbox.address, scopes);
        }
        return Promise.resolve(ok(token));
      },
    },
    fetch,
    wait: (ms) => {
      waits.push(ms);
      return Promise.resolve();
    },
    now: () => Date.parse(NOW),
  });
  return { client, waits, wishes };
};

export const linesOf = (graph: Graph): readonly string[] => graph.requests.map(({ line }) => line);

export const lost = (): never => {
  throw new TypeError("Failed to fetch");
};
