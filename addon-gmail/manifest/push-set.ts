/**
 * What `clasp push` would take of a folder, by our own reading of clasp 3.4.1 (src/core/files.ts), so that it can be
 * checked without a network: every file below it by its extension, of JSON the manifest alone, nothing that the default
 * `.claspignore` leaves out. In the order in which it is pushed, which is the order in which scripts run.
 */
export type Pushed = {
  readonly path: string;
  /** As the file is called in the project. */
  readonly name: string;
  readonly type: "SERVER_JS" | "HTML" | "JSON";
};

export const pushSet = (paths: readonly string[]): readonly Pushed[] =>
  paths
    .filter((path) => !/(?:^|\/)(?:\.git|node_modules)\//.test(path))
    .flatMap((path): readonly Pushed[] => {
      const dot = path.lastIndexOf(".");
      if (dot <= path.lastIndexOf("/") + 1) return [];
      const name = path.slice(0, dot);
      const type = typeOf(name, path.slice(dot).toLowerCase());
      return type === null ? [] : [{ path, name: type === "JSON" ? "appsscript" : name, type }];
    })
    .sort((a, b) => a.path.localeCompare(b.path));

/** Two scripts of one name, `Code.js` and `Code.gs`, are refused by clasp itself (FILE_CONFLICT). */
export const conflictsIn = (pushed: readonly Pushed[]): readonly string[] => {
  const scripts = pushed.filter(({ type }) => type === "SERVER_JS").map(({ name }) => name);
  return scripts.filter((name, index) => scripts.indexOf(name) < index);
};

const typeOf = (name: string, extension: string): Pushed["type"] | null => {
  if (extension === ".js" || extension === ".gs") return "SERVER_JS";
  if (extension === ".html") return "HTML";
  return extension === ".json" && /(?:^|\/)appsscript$/.test(name) ? "JSON" : null;
};
