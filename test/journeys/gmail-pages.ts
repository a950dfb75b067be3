import { existsSync } from "node:fs";
import { mkdir, readFile, readdir, rename, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { utf8Text } from "#shared/kernel/bytes.ts";
import { openTalk } from "#gmail/desk/script-talk.ts";
import type { DeskRequest } from "#shared/app/desk/wire.ts";
import { unzipBytes } from "#src/files/zip.ts";
import { ensureProgram, ROOT } from "../../scripts/programs.mjs";
import { copyAccount, createAccount } from "../hosts/apps-script/account.ts";
import type { Account } from "../hosts/apps-script/account.ts";
import { openProject } from "../hosts/apps-script/host.ts";
import type { Gmail, GmailOptions, Project } from "../hosts/apps-script/host.ts";
import { MORNING, OWNER, sampleBackup } from "./outlook-ledger.ts";

export const LONG = 120_000;

type Folder = "gmail" | "gmail-full";

/** What the journeys of one file share. */
export type GmailStage = {
  /** What clasp would push, by name, and its manifest: made by the repository's own build. */
  readonly files: Readonly<Record<Folder, Readonly<Record<string, string>>>>;
  /** The sample's ledger in one file, as its owner would bring it along from Outlook. */
  readonly backup: Buffer;
};

export const openGmailStage = async (): Promise<GmailStage> => {
  const dist = await ensureProgram("gmail");
  const [gmail, full, backup] = await Promise.all([
    textsIn(join(dist, "gmail")),
    textsIn(join(dist, "gmail-full")),
    backupFor(dist),
  ]);
  return { files: { gmail, "gmail-full": full }, backup };
};

export const textsIn = async (folder: string): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries(
    await Promise.all(
      (await readdir(folder)).map(
        async (name) => [name, await readFile(join(folder, name), "utf8")] as const,
      ),
    ),
  );

/** Made once for each state of the sources: seconds that every file would spend again. */
const backupFor = async (dist: string): Promise<Buffer> => {
  const folder = join(ROOT, ".build", "journeys");
  const file = join(folder, `${basename(dist)}.relance`);
  if (existsSync(file)) return readFile(file);
  const made = await sampleBackup();
  await mkdir(folder, { recursive: true });
  const aside = `${file}.${String(process.pid)}`;
  await writeFile(aside, made);
  await rename(aside, file);
  return made;
};

/** What the parts of the journeys share: they are told in one file, since each realm's scripts are read once a process. */
export type GmailStory = {
  readonly stage: () => GmailStage;
  /** The account of somebody who has kept the sample's ledger until this morning. */
  readonly sample: () => Account;
};

/** A mail of words alone. */
export const mailOf = (from: string, text: string): Uint8Array =>
  new Uint8Array(
    Buffer.from(
      [
        `From: ${from}`,
        "To: claire@menuiserie-lacombe.example",
        "Subject: Votre message",
        `Message-ID: <${String(text.length)}.${from}>`,
        "Date: Thu, 19 Nov 2026 09:12:00 +0100",
        "Content-Type: text/plain; charset=utf-8",
        "",
        text,
        "",
      ].join("\r\n"),
    ),
  );

/** Everything that the script has kept for this person, for a comparison. */
export const kept = ({ userProperties, userCache, drive, triggers }: Account): unknown => ({
  properties: [...userProperties],
  cache: [...userCache.keys()],
  files: [...drive.files.values()].map(({ id, version }) => `${id} ${String(version)}`),
  triggers: triggers.length,
});

/** A person of Gmail on the sample's morning, whose Relance knows nothing yet. */
export const freshAccount = (): Account => createAccount({ email: OWNER.address, now: MORNING });

export const projectOver = (
  { files }: GmailStage,
  account: Account,
  folder: Folder = "gmail",
  isWebApp = true,
): Project => {
  const { "appsscript.json": manifest = "", ...rest } = files[folder];
  return openProject({ files: rest, manifest, account, isWebApp });
};

/** A person beside Gmail; every word of a card with its spaces as a reader sees them. */
export type Person = {
  readonly project: Project;
  readonly account: Account;
  readonly gmail: Gmail;
  /** A mail comes in, and its id in Gmail. */
  readonly receive: (bytes: Uint8Array) => string;
  readonly words: () => string;
  readonly lines: () => readonly string[];
  /** The button with these words; the words that the card gives it may hold narrow spaces. */
  readonly click: (label: string, nth?: number) => void;
  /** Texts of the ledger's vault in Drive, by SHA-256. */
  readonly vault: () => ReadonlyMap<string, Uint8Array>;
};

export const personOver = (
  stage: GmailStage,
  account: Account,
  options: GmailOptions & { readonly folder?: Folder; readonly isWebApp?: boolean } = {},
): Person => {
  const project = projectOver(stage, account, options.folder, options.isWebApp);
  const gmail = project.openGmail(options);
  return {
    project,
    account,
    gmail,
    receive: (bytes) => account.mailbox.receive(bytes).id,
    words: () => plain(gmail.card().lines.join("\n")),
    lines: () => gmail.card().lines.map(plain),
    click: (label, nth = 0) => {
      const found = gmail.card().labels.filter((one) => plain(one) === label)[nth];
      const before = gmail.card().labels.filter((one) => one === found);
      gmail.click(found ?? label, Math.min(nth, before.length - 1));
      const { fault } = project.lastExecution();
      if (fault !== null) throw new Error(`${label}: ${fault.message}`);
    },
    vault: () =>
      new Map(
        [...account.drive.byPath()].flatMap(([path, { name, bytes }]) =>
          path.startsWith("Relance/vault/") && bytes !== null ? [[name, bytes] as const] : [],
        ),
      ),
  };
};

/** As a reader sees it: typeset spaces are spaces. */
export const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, " ");

/** What the page of the desk asks of the script. */
export const asking = (project: Project): (<T>(request: DeskRequest) => Promise<T>) => {
  const talk = openTalk(
    (text) => {
      const called = project.webApp.call("callDesk", text);
      return Promise.resolve(called.ok ? String(called.value) : null);
    },
    () => "fr",
    () => undefined,
  );
  return async <T>(request: DeskRequest) => {
    const answer = await talk.ask<T>(request);
    if (!answer.ok) throw new Error(`${request.ask}: ${JSON.stringify(answer.error)}`);
    return answer.value;
  };
};

/** Segments of a backup, oldest first. */
export const segmentsOf = (backup: Uint8Array): readonly string[] => {
  const members = unzipBytes(backup);
  if (!members.ok) throw new Error(members.error.type);
  return [...members.value].flatMap(([name, bytes]) =>
    name.startsWith("segments/") ? [utf8Text(bytes) ?? ""] : [],
  );
};

/** The ledger that a backup holds, taken in by the desk as it would be from Outlook; folded by the job of the hour. */
export const bringBackup = async (stage: GmailStage, account: Account): Promise<void> => {
  const project = projectOver(stage, account);
  const ask = asking(project);
  await ask({ ask: "begin", ledger: "led-sample" });
  await ask({ ask: "take-in", texts: [...segmentsOf(new Uint8Array(stage.backup))] });
  await ask({ ask: "keep-prefs", author: OWNER.name, language: null });
  const hour = project.run("onHourly", {});
  if (hour.fault !== null) throw new Error(hour.fault.message);
};

/** Told once, begun from as often as there are stories. */
export const sampleAccounts = async (stage: GmailStage): Promise<() => Account> => {
  const account = freshAccount();
  await bringBackup(stage, account);
  // The language of Gmail's screen is remembered when it is first told.
  projectOver(stage, account).openGmail({ locale: "fr" }).openHome();
  return () => copyAccount(account);
};
