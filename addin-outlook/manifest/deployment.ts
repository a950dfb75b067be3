import { err, ok } from "#shared/kernel/result.ts";
import type { Result } from "#shared/kernel/result.ts";
import { checkManifest } from "./check.ts";
import { parseConfig, runtimeConfig, signInFaults } from "./config.ts";
import { faultText } from "./fault.ts";
import { headersExample, headersOf } from "./headers.ts";
import { MANIFEST_NAMES, manifestXml } from "./template.ts";

export type DeploymentOptions = {
  /** In place of the one that the configuration names; null keeps that. */
  readonly origin: string | null;
  readonly isRelease: boolean;
  /** The bytes behind a path of the folder, or null. */
  readonly readFile: (path: string) => Uint8Array | null;
};

export type Deployment = {
  /** What is written beside the pages, by name. */
  readonly files: Readonly<Record<string, string>>;
  readonly origin: string;
  readonly version: string;
};

/** The files that make a folder of pages an add-in, out of its configuration; or every fault, in words. */
export const deploymentOf = (
  configText: string,
  { origin, isRelease, readFile }: DeploymentOptions,
): Result<Deployment, readonly string[]> => {
  const read = parseConfig(configText);
  if (!read.ok) return err(read.error.map((fault) => `outlook.config.json: ${fault}`));
  const config = { ...read.value, origin: origin ?? read.value.origin };
  const manifests = (["item", "mailbox"] as const).map((kind) => ({
    name: MANIFEST_NAMES[kind],
    text: manifestXml(config, kind),
  }));
  const faults = [
    ...signInFaults(config).map((fault) => `outlook.config.json: ${fault}`),
    ...manifests.flatMap(({ name, text }) =>
      checkManifest(text, { isRelease, readFile }).map((fault) => `${name}: ${faultText(fault)}`),
    ),
  ];
  if (faults.length > 0) return err(faults);
  return ok({
    files: {
      ...Object.fromEntries(manifests.map(({ name, text }) => [name, text])),
      "config.json": `${JSON.stringify(runtimeConfig(config), null, 2)}\n`,
      "headers.example.txt": headersExample(),
    },
    origin: config.origin,
    version: config.version,
  });
};

/** The headers that the folder is served with on one's own machine: those that the example names. */
export const servedHeaders = headersOf;
