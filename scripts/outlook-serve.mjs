// `npm run serve:outlook -- --cert FILE --key FILE`: serves dist/outlook on https localhost, with the headers that the
// example names, on the port of the origin that its manifest names.
import { existsSync } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import { createServer } from "node:https";
import { extname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { deploymentTool } from "./outlook-build.mjs";
import { ROOT } from "./programs.mjs";

const TYPES = new Map([
  [".html", "text/html; charset=utf-8"],
  [".js", "text/javascript; charset=utf-8"],
  [".css", "text/css; charset=utf-8"],
  [".json", "application/json; charset=utf-8"],
  [".xml", "application/xml; charset=utf-8"],
  [".png", "image/png"],
  [".txt", "text/plain; charset=utf-8"],
]);

const CERTIFICATE = `Outlook loads an add-in over https alone, from a certificate that the machine trusts. Make one for localhost:

with mkcert (https://github.com/FiloSottile/mkcert), which also makes the machine trust it:
  mkcert -install
  mkcert -cert-file localhost.pem -key-file localhost-key.pem localhost

with openssl, then trust localhost.pem by hand in the system's or the browser's certificates:
  openssl req -x509 -newkey rsa:2048 -nodes -days 90 -subj /CN=localhost \\
    -addext subjectAltName=DNS:localhost -keyout localhost-key.pem -out localhost.pem

then:
  npm run serve:outlook -- --cert localhost.pem --key localhost-key.pem`;

const { values } = parseArgs({
  options: {
    cert: { type: "string" },
    key: { type: "string" },
    folder: { type: "string", default: join(ROOT, "dist", "outlook") },
    port: { type: "string" },
  },
});

const folder = resolve(values.folder);

/**
 * What stops it from starting, in words; null where nothing does.
 * @param {string | undefined} path
 * @param {string} name
 */
const missing = (path, name) => {
  if (path === undefined) return `--${name} is missing.`;
  return existsSync(path) ? null : `${path} is not there.`;
};

/** The port of the origin that the folder was built for. */
const portOf = async () => {
  const manifest = await readFile(join(folder, "manifest.xml"), "utf8");
  const [, address = "https://localhost:3000"] =
    /<AppDomain>([^<]+)<\/AppDomain>/.exec(manifest) ?? [];
  return new URL(address).port || "443";
};

const serve = async () => {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  // A list made at the start: no path that is asked for can name another file.
  const files = new Map(
    names
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const full = join(entry.parentPath, entry.name);
        return [full.slice(folder.length + 1).replaceAll("\\", "/"), full];
      }),
  );
  const { servedHeaders } = await deploymentTool();
  const [cert, key] = await Promise.all([readFile(values.cert ?? ""), readFile(values.key ?? "")]);
  const server = createServer({ cert, key }, (request, response) => {
    const path = new URL(request.url ?? "/", "https://localhost").pathname.slice(1);
    const file = files.get(path);
    if (file === undefined || !["GET", "HEAD"].includes(request.method ?? "")) {
      response.writeHead(file === undefined ? 404 : 405).end();
      return;
    }
    void readFile(file).then(
      (bytes) => {
        response.writeHead(200, {
          ...servedHeaders(path),
          "Content-Type": TYPES.get(extname(file)) ?? "application/octet-stream",
        });
        response.end(request.method === "HEAD" ? undefined : bytes);
      },
      () => {
        response.writeHead(500).end();
      },
    );
  });
  const port = Number(values.port ?? (await portOf()));
  server.on("error", (error) => {
    console.error(`Port ${port} cannot be opened: ${error.message}`);
    process.exitCode = 1;
  });
  server.listen(port, "127.0.0.1", () => {
    const address = server.address();
    const opened = typeof address === "object" && address !== null ? address.port : port;
    console.log(`Serving ${files.size} files on https://localhost:${opened}`);
    console.log("Add manifest.xml to Outlook by docs/outlook/install.md.");
  });
};

const faults = [
  existsSync(join(folder, "manifest.xml"))
    ? null
    : `${folder} is no built add-in: npm run build comes first.`,
  missing(values.cert, "cert"),
  missing(values.key, "key"),
].filter((fault) => fault !== null);
if (faults.length === 0) {
  await serve();
} else {
  console.error(faults.join("\n"));
  if (faults.some((fault) => !fault.includes("npm run build"))) console.error(`\n${CERTIFICATE}`);
  process.exitCode = 1;
}
