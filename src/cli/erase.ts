import { doneForGood } from "#shared/app/act-done.ts";
import { eraseEntries } from "#shared/app/ledger-acts.ts";
import type { ReasonMissing } from "#shared/app/ledger-acts.ts";
import { accountOfStream, eraseEntryOf } from "#shared/app/streams.ts";
import { NOTHING_ASKED } from "#shared/app/use-case.ts";
import type { UseCase } from "#shared/app/use-case.ts";
import type { DoneView } from "#shared/app/view-parts.ts";
import { err, ok } from "#shared/kernel/result.ts";
import { isOfTheLog } from "#shared/ledger/voiding.ts";
import { APP_ACTS } from "#shared/locales/app-acts.ts";
import { removeErasedBlobs } from "#src/store/vault-sweep.ts";
import { EXIT, misuse, namedWords, refuse } from "./cli.ts";
import type { Command } from "./cli.ts";
import { refuseFile, withLedger } from "./open-ledger.ts";
import { jsonText, sentenceLine, wrapped } from "./output.ts";
import { actText } from "./refusals.ts";

/** Shorter beginnings of a hash may be another entry's tomorrow. */
const PREFIX_CHARS_MIN = 8;

type OfStream = { readonly stream: string; readonly entry: string; readonly reason: string };

/** The same for what is no debtor's: a bank line, a sender, what the creditor said of itself. */
const eraseOfStream: UseCase<OfStream, DoneView, ReasonMissing> = {
  name: "erase-entry",
  asks: () => NOTHING_ASKED,
  decide: ({ stream, entry, reason }, _, facts) =>
    reason.trim() === ""
      ? err({ type: "reason-missing" })
      : ok(
          doneForGood([eraseEntryOf(stream, [entry], reason)], APP_ACTS[facts.language].erased(1)),
        ),
};

/** Removes the content of an entry, and says why in the ledger. Its header stays, so that the chain still holds. */
export const erase: Command = async (given, cli) => {
  const { options, words, language, io } = cli;
  const read = namedWords(given, ["ÉCRITURE"], cli);
  if (typeof read === "number") return read;
  const prefix = (read[0] ?? "").toLowerCase();
  const { reason } = options;
  if (reason === undefined) return misuse(cli, words.usageErrors.missing("--reason"));
  if (prefix.length < PREFIX_CHARS_MIN) return misuse(cli, words.erase.short);
  return withLedger(cli, async ({ driver, stores, path }) => {
    const all = await stores.ledger.readSince(0);
    if (!all.ok) return refuseFile(cli, path, all.error);
    const [entry, ...more] = all.value.entries.filter(({ hash }) => hash.startsWith(prefix));
    if (entry === undefined || more.length > 0)
      return refuse(cli, { type: "entry-unknown" }, words.erase.unknown(prefix));
    // Without its payload a void would bring back what it voided; an erasure, what it erased.
    if (isOfTheLog(entry.header.type))
      return refuse(cli, { type: "never-erased" }, words.erase.ofTheLog);
    if (entry.body.kind === "erased")
      return refuse(cli, { type: "already-erased" }, words.erase.already);
    const { stream } = entry.header;
    const account = accountOfStream(stream);
    const done =
      account === null
        ? await driver.run(eraseOfStream, { stream, entry: entry.hash, reason })
        : await driver.run(eraseEntries, { account, entries: [entry.hash], reason });
    if (!done.ok) return refuse(cli, done.error, actText(done.error, words, language));
    // The reason first, then the payload: an erasure that stops half way can be seen and done again.
    const erased = await stores.ledger.erase([entry.hash]);
    if (!erased.ok) return refuseFile(cli, path, erased.error);
    const blobs = await removeErasedBlobs(stores);
    if (!blobs.ok) return refuseFile(cli, path, blobs.error);
    if (cli.json)
      io.out(
        jsonText("erase", 1, {
          entry: entry.hash,
          stream,
          reason,
          erased: true,
          blobs: blobs.value,
        }),
      );
    else {
      io.out(wrapped(sentenceLine(done.value.text)));
      if (blobs.value.length > 0) io.out(wrapped(words.erase.blobs(blobs.value.length)));
    }
    return EXIT.done;
  });
};
