import { EmulatorGap } from "../runtime/part.ts";
import { APP_DATA, ROOT, type DriveFile } from "../drive-files.ts";

type Test = (file: DriveFile) => boolean;

const QUOTED = String.raw`'((?:[^'\\]|\\.)*)'`;

const unquoted = (words: string): string => words.replace(/\\(.)/g, "$1");

/** Names that Drive takes for two folders. */
export const folderId = (id: string): string =>
  id === "root" ? ROOT : id === "appDataFolder" ? APP_DATA : id;

const TERMS: readonly (readonly [RegExp, (a: string, b: string) => Test])[] = [
  [new RegExp(`^${QUOTED} in parents`), (id) => (file) => file.parents.includes(folderId(id))],
  [new RegExp(`^name = ${QUOTED}`), (name) => (file) => file.name === name],
  // "contains" of a name means "begins with": developers.google.com/workspace/drive/api/guides/ref-search-terms
  [new RegExp(`^name contains ${QUOTED}`), (name) => (file) => file.name.startsWith(name)],
  [new RegExp(`^mimeType = ${QUOTED}`), (type) => (file) => file.mimeType === type],
  [new RegExp(`^mimeType != ${QUOTED}`), (type) => (file) => file.mimeType !== type],
  [/^trashed = (true|false)/, (value) => (file) => file.trashed === (value === "true")],
  [
    new RegExp(`^appProperties has \\{ ?key=${QUOTED} and value=${QUOTED} ?\\}`),
    (key, value) => (file) => file.appProperties[key] === value,
  ],
  [
    new RegExp(`^modifiedTime > ${QUOTED}`),
    (instant) => (file) => file.modifiedTime > Date.parse(instant),
  ],
];

/**
 * The search terms that Relance may use, joined by `and`. Null where a term is no term of Drive's; a term that Drive has
 * and this emulator has not is a gap.
 */
export const driveQuery = (words: string): Test => {
  const tests: Test[] = [];
  let rest = words.trim();
  while (rest !== "") {
    const found = TERMS.map(([pattern, make]) => ({ match: pattern.exec(rest), make })).find(
      ({ match }) => match !== null,
    );
    if (found?.match == null) throw new EmulatorGap(`a search term of Drive: ${rest}`);
    const [all, a = "", b = ""] = found.match;
    tests.push(found.make(unquoted(a), unquoted(b)));
    rest = rest.slice(all.length).trim();
    if (rest === "") break;
    if (!rest.startsWith("and ")) throw new EmulatorGap(`a search of Drive: ${rest}`);
    rest = rest.slice(4).trim();
  }
  return (file) => tests.every((test) => test(file));
};
