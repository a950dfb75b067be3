import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { get } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contentSecurityPolicy } from "#outlook/manifest/headers.ts";
import { ROOT, ensureProgram } from "../../../scripts/programs.mjs";
import { deployed } from "./manifest-config.ts";

const place = mkdtempSync(join(tmpdir(), "relance-outlook-"));
const cert = join(place, "cert.pem");
const key = join(place, "key.pem");

const run = (script: string, ...args: string[]) =>
  spawnSync(process.execPath, [join(ROOT, "scripts", script), ...args], { encoding: "utf8" });

describe("the folder of Outlook's add-in", () => {
  let folder = "";

  beforeAll(async () => {
    folder = await ensureProgram("outlook");
  }, 120_000);

  afterAll(() => {
    rmSync(place, { recursive: true, force: true });
  });

  it("holds manifests, icons, run-time configuration and the example of headers", () => {
    const names = readdirSync(folder);
    for (const name of [
      "manifest.xml",
      "manifest.full.xml",
      "config.json",
      "headers.example.txt",
    ]) {
      expect(names).toContain(name);
    }
    expect(readdirSync(join(folder, "assets"))).toHaveLength(5);
  });

  it("holds pages that load everything from beside them, save office.js", () => {
    for (const page of ["pane", "desk"]) {
      const html = readFileSync(join(folder, page, "index.html"), "utf8");
      const addresses = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, url = ""]) => url);
      expect(addresses.length, page).toBeGreaterThan(1);
      for (const address of addresses) {
        if (address === "https://appsforoffice.microsoft.com/lib/1/hosted/office.js") continue;
        expect(address).toMatch(/^\.\.\/code\/[\w.-]+$/);
        expect(existsSync(join(folder, page, address)), address).toBe(true);
      }
      // The policy allows nothing inline.
      expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=/);
    }
  });

  it("carries nothing of office.js, and MSAL only in a chunk of its own", () => {
    const scripts = readdirSync(join(folder, "code")).filter((name) => name.endsWith(".js"));
    const texts = scripts.map((name) => ({
      name,
      text: readFileSync(join(folder, "code", name), "utf8"),
    }));
    expect(texts.filter(({ text }) => text.includes("OSF.DDA")).map(({ name }) => name)).toEqual(
      [],
    );
    const html = readFileSync(join(folder, "pane/index.html"), "utf8");
    for (const { name } of texts.filter(({ text }) => text.includes("nestedAppAuthBridge"))) {
      expect(html).not.toContain(name);
    }
  });

  it("is not served without a certificate, and says how one is made", () => {
    const { status, stderr } = run("outlook-serve.mjs", "--folder", folder);
    expect(status).toBe(1);
    expect(stderr).toContain("--cert is missing");
    expect(stderr).toContain("mkcert -install");
    expect(stderr).toContain("openssl req -x509");
    const absent = run("outlook-serve.mjs", "--folder", folder, "--cert", "/no/cert.pem");
    expect(absent.stderr).toContain("/no/cert.pem is not there");
  });

  it("is served over https with the headers of the example, and nothing beside it", async () => {
    const made = spawnSync(
      "openssl",
      `req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=localhost -keyout ${key} -out ${cert}`.split(
        " ",
      ),
    );
    expect(made.status).toBe(0);
    writeFileSync(join(place, "secret.txt"), "secret");
    const args = ["--folder", folder, "--cert", cert, "--key", key, "--port", "0"];
    const server = spawn(process.execPath, [join(ROOT, "scripts/outlook-serve.mjs"), ...args]);
    try {
      const origin = await new Promise<string>((resolve, reject) => {
        server.stdout.on("data", (said: Buffer) => {
          const found = /https:\/\/localhost:\d+/.exec(said.toString());
          if (found !== null) resolve(found[0]);
        });
        server.on("exit", () => {
          reject(new Error("the server ended"));
        });
      });
      const asked = (path: string) =>
        new Promise<{ status: number; headers: Record<string, unknown>; length: number }>(
          (resolve, reject) => {
            get(`${origin}/${path}`, { rejectUnauthorized: false }, (answer) => {
              const parts: Buffer[] = [];
              answer.on("data", (part: Buffer) => parts.push(part));
              answer.on("end", () => {
                const { statusCode = 0, headers } = answer;
                resolve({ status: statusCode, headers, length: Buffer.concat(parts).length });
              });
            }).on("error", reject);
          },
        );
      const manifest = await asked("manifest.xml");
      expect(manifest.status).toBe(200);
      expect(manifest.headers["content-security-policy"]).toBe(contentSecurityPolicy());
      const icon = await asked("assets/icon-16.png");
      expect(icon.headers["content-type"]).toBe("image/png");
      expect(icon.headers["cache-control"]).toBeUndefined();
      expect(icon.length).toBe(readFileSync(join(folder, "assets/icon-16.png")).length);
      expect((await asked("../secret.txt")).status).toBe(404);
      expect((await asked("%2e%2e/secret.txt")).status).toBe(404);
      expect((await asked("")).status).toBe(404);
    } finally {
      server.kill();
    }
  });
});

describe("a release", () => {
  it("is refused while the configuration holds placeholders, each named", () => {
    const { status, stderr } = run("outlook-manifest.mjs", "--release");
    expect(status).toBe(1);
    expect(stderr).toContain("/OfficeApp/ProviderName is still a placeholder");
    expect(stderr).toContain("/OfficeApp/AppDomains/AppDomain is still a placeholder");
  });

  it("is one ZIP of the folder, for its origin", () => {
    const out = mkdtempSync(join(tmpdir(), "relance-release-"));
    try {
      const config = join(out, "config.json");
      writeFileSync(config, JSON.stringify(deployed));
      const origin = "https://relances.nordis.fr";
      const { stderr } = run(
        "outlook-release.mjs",
        `--config=${config}`,
        `--origin=${origin}`,
        `--out=${out}`,
      );
      expect(stderr).toBe("");
      const zip = readFileSync(join(out, `relance-outlook-${deployed.version}.zip`));
      const files = unzipSync(new Uint8Array(zip));
      expect(Object.keys(files)).toEqual(
        expect.arrayContaining([
          "manifest.xml",
          "manifest.full.xml",
          "pane/index.html",
          "desk/index.html",
        ]),
      );
      const manifest = strFromU8(files["manifest.xml"]!);
      expect(manifest).toContain(`<AppDomain>${origin}</AppDomain>`);
      expect(manifest).toContain(deployed.provider);
      expect(JSON.parse(strFromU8(files["config.json"]!))).toMatchObject({
        clientId: deployed.clientId,
      });
    } finally {
      rmSync(out, { recursive: true, force: true });
    }
  }, 120_000);
});
