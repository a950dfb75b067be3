/** Small things of this browser: language, name, the ledger begun here. Never of the ledger itself. */
export type Remembered = {
  readonly read: (key: string) => string | null;
  readonly write: (key: string, value: string) => void;
  readonly forget: (key: string) => void;
};

/** Where the browser forbids it, what is remembered lasts as long as the page. */
export const openRemembered = (prefix: string): Remembered => {
  const here = new Map<string, string>();
  const storage = (): Storage | null => {
    try {
      return globalThis.localStorage;
    } catch {
      // Reading the global itself throws where storage is blocked.
      return null;
    }
  };
  const inStorage = <T>(work: (storage: Storage) => T, otherwise: T): T => {
    const found = storage();
    if (found === null) return otherwise;
    try {
      return work(found);
    } catch {
      // Full, or refused at use in private windows: the page's own memory has it.
      return otherwise;
    }
  };
  return {
    read: (key) =>
      here.get(key) ?? inStorage((storage) => storage.getItem(`${prefix}${key}`), null),
    write: (key, value) => {
      here.set(key, value);
      inStorage((storage) => {
        storage.setItem(`${prefix}${key}`, value);
      }, undefined);
    },
    forget: (key) => {
      here.delete(key);
      inStorage((storage) => {
        storage.removeItem(`${prefix}${key}`);
      }, undefined);
    },
  };
};
