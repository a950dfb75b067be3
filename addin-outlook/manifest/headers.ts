/**
 * The headers under which the folder is meant to be served. Outlook's frame, Microsoft's script and Graph are let
 * through, and nothing else: what is not listed here, no page of ours can reach.
 */

/** Where Outlook frames the pane, on the web and in the new Outlook for Windows. Classic and Mac frame nothing. */
const FRAMES = [
  "https://outlook.office.com",
  "https://outlook.office365.com",
  "https://outlook.cloud.microsoft",
  "https://outlook.live.com",
];

const POLICY: Readonly<Record<string, readonly string[]>> = {
  "default-src": ["'none'"],
  // office.js must come from Microsoft's own address; it loads the second script itself.
  "script-src": ["'self'", "https://appsforoffice.microsoft.com", "https://ajax.aspnetcdn.com"],
  // office.js sets styles of elements it makes itself, among them those of a dialog that a browser held back. No page of
  // ours puts HTML of others into itself, so that a style could not come from a mail.
  "style-src": ["'self'", "'unsafe-inline'"],
  "img-src": ["'self'", "data:", "blob:"],
  "font-src": ["'self'"],
  "worker-src": ["'self'"],
  "connect-src": [
    "'self'",
    "https://login.microsoftonline.com",
    "https://graph.microsoft.com",
    // Graph answers a file's content by sending on to the tenant's OneDrive, and a policy follows.
    "https://*.sharepoint.com",
    // Attachments above 3 MB go up by a session that Exchange opens.
    "https://outlook.office.com",
    "https://outlook.office365.com",
  ],
  "base-uri": ["'none'"],
  "form-action": ["'none'"],
  "frame-ancestors": ["'self'", ...FRAMES],
};

export const contentSecurityPolicy = (): string =>
  Object.entries(POLICY)
    .map(([name, values]) => `${name} ${values.join(" ")}`)
    .join("; ");

/**
 * Headers of one path of the folder. Never `X-Frame-Options`: Outlook could not frame the pane. Never
 * `Cross-Origin-Opener-Policy`: a dialog could not speak to it.
 */
export const headersOf = (path: string): Readonly<Record<string, string>> => ({
  "Content-Security-Policy": contentSecurityPolicy(),
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  ...cachingOf(path),
  // A link to it saves the file that Outlook asks for, where a browser would show its text.
  ...(path.endsWith(".xml") ? { "Content-Disposition": "attachment" } : {}),
});

const cachingOf = (path: string): Readonly<Record<string, string>> => {
  // Names of chunks bear a hash of what is in them.
  if (path.startsWith("code/")) return { "Cache-Control": "public, max-age=31536000, immutable" };
  // Office draws an icon of its own where ours comes with a word on caching.
  if (path.startsWith("assets/")) return {};
  return { "Cache-Control": "no-cache" };
};

/** No two match one path: hosts differ in what they do then. */
const PATTERNS = [
  { pattern: "/pane/*", path: "pane/index.html" },
  { pattern: "/desk/*", path: "desk/index.html" },
  { pattern: "/code/*", path: "code/any.js" },
  { pattern: "/assets/*", path: "assets/any.png" },
  { pattern: "/config.json", path: "config.json" },
  { pattern: "/manifest.xml", path: "manifest.xml" },
  { pattern: "/manifest.full.xml", path: "manifest.full.xml" },
];

/** For whoever serves the folder: the same headers, path by path, in the form that several static hosts read. */
export const headersExample = (): string =>
  [
    "# What to serve this folder with. The form is that of `_headers` files; docs/outlook/deploy.md has nginx's.",
    "# Icons bear no Cache-Control: Office draws one of its own in place of an icon that does.",
    ...PATTERNS.flatMap(({ pattern, path }) => [
      pattern,
      ...Object.entries(headersOf(path)).map(([name, value]) => `  ${name}: ${value}`),
    ]),
    "",
  ].join("\n");
