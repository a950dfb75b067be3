import type { Run } from "#shared/app/run.ts";
import { accountsWithDiscrepancies } from "#shared/app/discrepant-accounts.ts";
import { exportThread } from "#shared/app/export-thread.ts";
import type { StoreFault, Stores } from "#shared/app/ports.ts";
import { utf8Bytes } from "#shared/kernel/bytes.ts";
import type { CalendarDate } from "#shared/kernel/calendar.ts";
import type { Language } from "#shared/kernel/money.ts";
import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { own } from "#shared/kernel/text.ts";
import type { Own } from "#shared/kernel/text.ts";
import { checkChain } from "#shared/ledger/chain.ts";
import type { ChainProblem } from "#shared/ledger/chain.ts";
import { CUSTODY } from "#shared/locales/custody-words.ts";
import type { RestoreRefusalWord } from "#shared/locales/custody-words.ts";
import { storeFaultEn, storeFaultFr } from "#shared/locales/store-faults.ts";
import type { ThreadExport } from "#shared/proof/thread-export.ts";
import { zipBytes } from "#src/files/zip.ts";
import type { ZipMember } from "#src/files/zip.ts";
import type { BackupOutcome } from "#src/sidebar/host.ts";
import { readBackup } from "#src/store/backup-format.ts";
import { makeBackup, restoreInto } from "#src/store/backup.ts";
import type { RestoreRefusal } from "#src/store/backup.ts";
import { makeExtract } from "#src/store/extract.ts";
import { absentBlobsOf } from "#src/store/vault-sweep.ts";

/** Problems of a check that are listed one by one. */
const PROBLEMS_SHOWN_MAX = 20;
/** Names of debtors listed with their discrepancies. */
const NAMES_SHOWN_MAX = 8;

export const backUp = async (
  stores: Stores,
  at: string,
  today: CalendarDate,
  language: Language,
): Promise<BackupOutcome> => {
  const words = CUSTODY[language];
  const made = await makeBackup(stores, { at });
  if (made.ok) {
    const name = `relance-${today}.relance`;
    return { ok: true, text: words.backedUp(name), file: { name, bytes: made.value } };
  }
  if (made.error.type === "nothing-to-back-up") return { ok: false, text: words.nothingToBackUp };
  return isStoreFault(made.error)
    ? { ok: false, text: storeFaultWord(made.error, language) }
    : { ok: false, text: words.refused["too-large"] };
};

/** What tells of some accounts only: for a colleague's ledger to take in, and his for ours. */
export const extractOf = async (
  stores: Stores,
  accounts: readonly string[],
  at: string,
  today: CalendarDate,
  language: Language,
): Promise<BackupOutcome> => {
  const words = CUSTODY[language];
  const made = await makeExtract(stores, { at, accounts: new Set(accounts) });
  if (made.ok) {
    const name = words.extractName(today);
    return { ok: true, text: words.extracted(name), file: { name, bytes: made.value } };
  }
  if (made.error.type === "nothing-to-back-up") return { ok: false, text: words.nothingToBackUp };
  return isStoreFault(made.error)
    ? { ok: false, text: storeFaultWord(made.error, language) }
    : { ok: false, text: words.refused["too-large"] };
};

export const restore = async (
  stores: Stores,
  bytes: Uint8Array,
  chance: string,
  language: Language,
): Promise<BackupOutcome> => {
  const words = CUSTODY[language];
  const backup = readBackup(bytes);
  if (!backup.ok) return { ok: false, text: refusalWord(backup.error, language) };
  const restored = await restoreInto(stores, backup.value, { chance });
  if (!restored.ok) return { ok: false, text: refusalWord(restored.error, language) };
  const { added, already, forks, problems } = restored.value;
  const sentences = [
    words.restored(added, already),
    ...(forks.length > 0 ? [words.forked(forks.length)] : []),
    ...(problems.length > 0 ? [words.restoredWithProblems(problems.length)] : []),
  ];
  return { ok: true, text: own(sentences.map((one) => one.own).join(" ")) };
};

const refusalWord = (refusal: RestoreRefusal, language: Language): Own => {
  const words = CUSTODY[language].refused;
  const of: Readonly<Partial<Record<RestoreRefusal["type"], RestoreRefusalWord>>> = {
    "backup-not-ours": "not-ours",
    "backup-newer": "newer",
    "ledgers-differ": "other-ledger",
    "backup-altered": "altered",
  };
  if (isStoreFault(refusal)) return storeFaultWord(refusal, language);
  return words[of[refusal.type] ?? (refusal.type.startsWith("backup") ? "broken" : "not-ours")];
};

/** The whole log read again, byte for byte, with what it names and what does not fit together. */
export const check = async (
  stores: Stores,
  run: Run,
  language: Language,
): Promise<readonly Own[]> => {
  const words = CUSTODY[language];
  const read = await readAll(stores);
  if (!read.ok) return [storeFaultWord(read.error, language)];
  if (read.value === null) return [words.refused["not-begun"]];
  const { report, absent } = read.value;
  const discrepancies = await run(accountsWithDiscrepancies, null);
  const found = discrepancies.ok ? discrepancies.value : [];
  const count = found.reduce((sum, one) => sum + one.count, 0);
  return [
    words.checked(report.entries, report.writers.length),
    ...(report.problems.length === 0 ? [words.whole] : []),
    ...report.problems
      .slice(0, PROBLEMS_SHOWN_MAX)
      .map((problem) => problemWord(problem, language)),
    report.compared ? words.compared : words.notCompared,
    ...(report.erased > 0 ? [words.erased(report.erased)] : []),
    ...(report.unexplained.length > 0 ? [words.unexplained(report.unexplained.length)] : []),
    words.absent(absent.length),
    count === 0
      ? words.noDiscrepancies
      : words.discrepancies(
          count,
          found
            .slice(0, NAMES_SHOWN_MAX)
            .map((one) => one.name)
            .join(", "),
        ),
  ];
};

const readAll = async (stores: Stores) => {
  const tip = await stores.ledger.tip();
  if (!tip.ok) return tip;
  if (tip.value === null) return ok(null);
  const log = await stores.ledger.readSince(0);
  if (!log.ok) return log;
  const witness = await stores.ledger.witness();
  if (!witness.ok) return witness;
  const { entries } = log.value;
  const absent = await absentBlobsOf(stores.vault, entries);
  if (!absent.ok) return absent;
  return ok({
    report: checkChain(tip.value.ledger, entries, witness.value),
    absent: absent.value,
  });
};

const problemWord = (problem: ChainProblem, language: Language): Own => {
  const words = CUSTODY[language];
  if (problem.type === "witness-altered") return words.problem(problem.type, "?", "?");
  const at =
    "sequence" in problem
      ? String(problem.sequence)
      : `${String(problem.from)}-${String(problem.to)}`;
  return words.problem(problem.type, problem.writer, at);
};

/** The untouched mails of an account, their hashes and a chronology, as one ZIP. What is absent is named in it. */
export const exportOf = async (
  stores: Stores,
  run: Run,
  account: string,
  language: Language,
): Promise<BackupOutcome> => {
  const words = CUSTODY[language];
  const found = await gathered(stores, run, account);
  if (!found.ok) {
    const text = found.error === null ? words.exportFailed : storeFaultWord(found.error, language);
    return { ok: false, text };
  }
  const { thread, bytes, absent } = found.value;
  const zip = zipBytes(thread.members.map((member) => memberOf(member, bytes)));
  if (!zip.ok) return { ok: false, text: words.exportFailed };
  const text =
    absent.length === 0
      ? words.exported(thread.needs.length)
      : words.exportedWithAbsent(thread.needs.length, absent.length);
  return { ok: true, text, file: { name: thread.fileName, bytes: zip.value } };
};

type Gathered = {
  readonly thread: ThreadExport;
  readonly bytes: ReadonlyMap<string, Uint8Array>;
  readonly absent: readonly string[];
};

const gathered = async (
  stores: Stores,
  run: Run,
  account: string,
): Promise<Result<Gathered, StoreFault | null>> => {
  const first = await run(exportThread, { account, absent: [] });
  if (!first.ok) return err(null);
  const bytes = new Map<string, Uint8Array>();
  const absent: string[] = [];
  for (const sha256 of new Set(first.value.needs)) {
    const found = await stores.vault.get(sha256);
    if (!found.ok) return found;
    if (found.value === null) absent.push(sha256);
    else bytes.set(sha256, found.value);
  }
  if (absent.length === 0) return ok({ thread: first.value, bytes, absent });
  const again = await run(exportThread, { account, absent });
  return again.ok ? ok({ thread: again.value, bytes, absent }) : err(null);
};

const memberOf = (
  member: ThreadExport["members"][number],
  bytes: ReadonlyMap<string, Uint8Array>,
): ZipMember =>
  "text" in member
    ? { name: member.name, bytes: utf8Bytes(member.text) }
    : { name: member.name, bytes: bytes.get(member.sha256) ?? new Uint8Array() };

const isStoreFault = (fault: { readonly type: string }): fault is StoreFault =>
  fault.type in storeFaultFr;

export const storeFaultWord = (fault: StoreFault, language: Language): Own =>
  own((language === "fr" ? storeFaultFr : storeFaultEn)[fault.type]);
