import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../../scripts/programs.mjs";

type Locked = {
  readonly version?: string;
  readonly resolved?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};

const { packages } = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")) as {
  packages: Readonly<Record<string, Locked>>;
};

describe("the lock file", () => {
  it("names every optional package of every platform, as `npm ci` asks", () => {
    const asked = Object.entries(packages).flatMap(([place, locked]) =>
      Object.keys(locked.optionalDependencies ?? {}).map((name) => ({ place, name })),
    );
    expect(asked.length).toBeGreaterThan(50);
    const missing = asked.filter(
      ({ place, name }) =>
        packages[`node_modules/${name}`] === undefined &&
        packages[`${place}/node_modules/${name}`] === undefined,
    );
    expect(missing).toEqual([]);
  });

  it("pins every dependency of ours to one version", () => {
    const { dependencies, devDependencies } = packages[""] ?? {};
    const ours = Object.entries({ ...dependencies, ...devDependencies });
    expect(ours.length).toBeGreaterThan(15);
    expect(ours.filter(([, range]) => !/^\d+\.\d+\.\d+$/.test(range))).toEqual([]);
    for (const [name, version] of ours) {
      expect(packages[`node_modules/${name}`]?.version, name).toBe(version);
    }
  });

  it("keeps no download addresses", () => {
    expect(Object.values(packages).filter(({ resolved }) => resolved !== undefined)).toEqual([]);
  });
});
