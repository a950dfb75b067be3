import { effect, untracked } from "@preact/signals";
import type { Language } from "#shared/kernel/money.ts";
import * as z from "zod/mini";
import type { Host } from "#src/sidebar/host.ts";
import { caseNamed } from "#shared/app/desk/cases.ts";
import { REPLY_CASES } from "#shared/app/desk/reply-cases.ts";
import { paneTalk } from "./protocol.ts";
import type { DeskNotice, FromDialog, Work } from "./protocol.ts";

/** A dialog as the pane speaks to it. */
export type DeskPipe = {
  readonly send: (text: string) => void;
  readonly onMessage: (listener: (text: string) => void) => void;
};

export type DeskServing = {
  /** The page that the desk is to show; told again whenever it is asked for. */
  readonly page: { readonly value: string | null };
  readonly lasts: boolean;
  /** What the pane has said of drafts and files since the dialog opened: the person is before the dialog. */
  readonly said: { readonly value: readonly DeskNotice[] };
  readonly unsay: (key: string) => void;
};

const noBytes: ReadonlyMap<string, Uint8Array> = new Map();

/** Answers the desk for as long as its dialog is open. Returns how to stop. */
export const serveDesk = (host: Host, pipe: DeskPipe, serving: DeskServing): (() => void) => {
  const cancelled = new Set<string>();
  let stop = (): void => undefined;
  const talk = paneTalk(pipe.send, (message) => {
    if (message.type === "hello") begin();
    else if (message.type === "cancel") cancelled.add(message.id);
    else void answered(message);
  });

  const begin = (): void => {
    stop();
    stop = effect(() => {
      const version = host.version.value;
      const state = {
        version,
        isOwn: host.isOwnVersion?.(version) !== false,
        language: host.language.value,
        author: host.author.value,
        ledger: host.ledger.value,
        page: serving.page.value,
        storage: host.storage.value,
        lasts: serving.lasts,
        writesDrafts: host.can.writesDrafts,
        likelyAddresses: [...(host.likelyAddresses ?? [])],
        likelyName: host.likelyName ?? "",
        said: serving.said.value.map(({ key, tone, text }) => ({ key, tone, text: [...text] })),
        today: untracked(host.today),
      };
      talk.say({ type: "state", state });
    });
  };

  const answered = async (
    message: Extract<FromDialog, { readonly type: "run" | "work" }>,
  ): Promise<void> => {
    const { id } = message;
    try {
      const value =
        message.type === "run" ? await ran(message) : await worked(host, serving, message);
      talk.say(
        value === NOT_KNOWN
          ? { type: "lost", id, detail: "unknown" }
          : { type: "answer", id, value: await value },
      );
    } catch (cause) {
      // What no Result foresaw is the dialog's to say, as it would be the pane's.
      talk.say({ type: "lost", id, detail: cause instanceof Error ? cause.name : "unforeseen" });
    } finally {
      cancelled.delete(id);
    }
  };

  const ran = async ({
    id,
    name,
    input,
    bytes,
  }: Extract<FromDialog, { readonly type: "run" }>): Promise<unknown> => {
    const useCase = caseNamed(name, () => REPLY_CASES);
    if (useCase === null) return NOT_KNOWN;
    const given = z.safeParse(bytesByName, bytes);
    // The input is of the same use case in the same build: its name says its type, which no schema repeats.
    return await host.run(useCase, input as never, {
      bytes: given.success ? given.data : noBytes,
      isCancelled: () => cancelled.has(id),
    });
  };

  pipe.onMessage(talk.hear);
  return () => {
    stop();
  };
};

const NOT_KNOWN = Symbol("no such work");

const bytesByName = z.map(z.string(), z.instanceof(Uint8Array));
const text = z.string();

/** What the pane does beside running use cases. An input of the wrong kind is no work of ours. */
const worked = async (
  host: Host,
  serving: DeskServing,
  { work, input }: { readonly work: Work; readonly input?: unknown },
): Promise<unknown> => {
  const asText = async (act: (given: string) => unknown): Promise<unknown> => {
    const given = z.safeParse(text, input);
    return given.success ? await act(given.data) : NOT_KNOWN;
  };
  switch (work) {
    case "backup":
      return host.backup();
    case "restore":
      return input instanceof Uint8Array ? host.restore(input) : NOT_KNOWN;
    case "extract": {
      const accounts = z.safeParse(z.array(text), input);
      return accounts.success ? host.extract(accounts.data) : NOT_KNOWN;
    }
    case "check":
      return host.check();
    case "export-thread":
      return asText(host.exportThread);
    case "evidence":
      return asText(host.evidence);
    case "go-to-mail":
      return asText(host.goToMail);
    case "open-draft":
      return asText(host.openDraft);
    case "begin-ledger":
      return host.beginLedger();
    case "draft-way":
      return asText((account) => host.draftWay?.(account) ?? null);
    case "set-author":
      return asText((name) => {
        host.setAuthor(name);
        return null;
      });
    case "unsay":
      return asText((key) => {
        serving.unsay(key);
        return null;
      });
    case "set-language":
      return asText((language) => {
        host.setLanguage(languageOf(language));
        return null;
      });
  }
};

const languageOf = (given: string): Language => (given === "en" ? "en" : "fr");
