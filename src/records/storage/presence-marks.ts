/**
 * Marks outside of IndexedDB that say which store was kept here, so that a loss is not taken for a first visit. A mark is the name of the
 * store and the origin of its root key: two random or hashed numbers. There are two, because Chromium writes `localStorage` to the disk
 * seconds later, and has no file system of the origin on plain `http:`.
 */
interface Marks {
  /** The origins that are marked; undefined where the browser does not tell. */
  read(store: string): Promise<readonly string[] | undefined>;
  /** Replaces what is marked. */
  write(store: string, origin: string): Promise<void>;
  clear(store: string): Promise<void>;
}

/** What version 0.1 wrote: a store was here, and nobody knows which. */
const unknownOrigin = '1';

const inLocalStorage: Marks = {
  read: async (store) => [localStorage.getItem(store)].filter((mark) => mark !== null),
  write: async (store, origin) => localStorage.setItem(store, origin),
  clear: async (store) => localStorage.removeItem(store),
};

/** Empty files, each called as the store and the origin. */
const inFiles: Marks = {
  read: async (store) => (await filesOf(store)).filter((name) => !name.includes('-')),
  write: async (store, origin) => {
    const files = await directory();
    await files.getFileHandle(`${store}-${origin}`, { create: true });
    for (const mark of (await inFiles.read(store)) ?? []) if (mark !== origin) await files.removeEntry(`${store}-${mark}`);
  },
  clear: async (store) => {
    const files = await directory();
    for (const name of await filesOf(store)) await orUndefined(() => files.removeEntry(`${store}-${name}`)); // another tab may have removed it
  },
};

/** The file system of the origin. */
export const directory = (): Promise<FileSystemDirectoryHandle> => navigator.storage.getDirectory();

/** The files of a store, without its name: its mark, and how often it was written. */
export async function filesOf(store: string): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const name of (await directory()).keys()) if (name.startsWith(`${store}-`)) found.push(name.slice(store.length + 1));
  return found;
}

/** Undefined where the browser forbids it or has no space: the records do not depend on it. */
export async function orUndefined<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch {
    return undefined;
  }
}

/** Whether a mark says that a store of this name was kept here. On a full disk one of them may not have been written. */
export async function isMarkedAnywhere(store: string): Promise<boolean> {
  return isMarked(store) || ((await orUndefined(() => filesOf(store))) ?? []).length > 0;
}

/** Whether `localStorage` says it. */
export function isMarked(store: string): boolean {
  try {
    return localStorage.getItem(store) !== null;
  } catch {
    return false; // without local storage this is unknown
  }
}

/**
 * Marks that the store with this origin is kept here.
 * @param isOld the root key was made by version 0.1, which marked no origin
 * @returns whether another store was kept here before, which is gone
 */
export async function markPresence(store: string, origin: string, isOld: boolean): Promise<boolean> {
  const fits = (mark: string): boolean => mark === origin || (isOld && mark === unknownOrigin);
  const quick = (await orUndefined(() => inLocalStorage.read(store))) ?? [];
  if (quick.includes(origin)) return false;
  const slow = (await orUndefined(() => inFiles.read(store))) ?? [];
  const marks = [...quick, ...slow];
  for (const place of [inLocalStorage, inFiles]) await orUndefined(() => place.write(store, origin));
  return marks.length > 0 && !marks.some(fits);
}

/** Forgets which store was kept here, because it was removed knowingly. */
export async function clearMarks(store: string): Promise<void> {
  for (const place of [inLocalStorage, inFiles]) await orUndefined(() => place.clear(store));
}
