/** Reads the database as somebody without a key could. */
export type Raw = Record<string, Record<string, unknown>[]>;

/** The database that `open` creates or opens. */
export async function databaseOf<T>(open: () => Promise<T>): Promise<{ value: T; name: string }> {
  const before = new Set((await indexedDB.databases()).map(({ name }) => name));
  const value = await open();
  const [made, another] = (await indexedDB.databases()).filter(({ name }) => !before.has(name));
  if (!made?.name) throw new Error('No database was made');
  if (another) throw new Error('Two databases were made: something of the test before was still opening');
  return { value, name: made.name };
}

const asked = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = (): void => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('unknown'));
  });

async function withDatabase<T>(name: string, work: (db: IDBDatabase) => Promise<T>, version?: number): Promise<T> {
  const db = await asked(indexedDB.open(name, version));
  try {
    return await work(db);
  } finally {
    db.close();
  }
}

/** The database into which the store of this database has moved, or else this one. */
export async function currentOf(name: string): Promise<string> {
  const names = (await indexedDB.databases()).flatMap((one) => (one.name?.startsWith(name.slice(0, 32)) ? [one.name] : []));
  return names.find((one) => one !== name) ?? name;
}

/** Every row of every store. */
export const readRaw = (name: string): Promise<Raw> =>
  withDatabase(name, async (db) => {
    const stores = [...db.objectStoreNames];
    const tx = db.transaction(stores);
    return Object.fromEntries(
      await Promise.all(
        stores.map(async (store): Promise<[string, Raw[string]]> => [store, (await asked(tx.objectStore(store).getAll())) as Raw[string]]),
      ),
    );
  });

/** Writes a row unchanged. */
export const putRaw = (name: string, store: string, row: unknown): Promise<void> =>
  withDatabase(name, async (db) => {
    const tx = db.transaction(store, 'readwrite');
    await asked(tx.objectStore(store).put(row));
    await new Promise((done) => (tx.oncomplete = done));
  });

/** Puts the database back to what `readRaw` has read, as a browser does that has lost its newest file. */
export const restoreRaw = (name: string, raw: Raw): Promise<void> =>
  withDatabase(name, async (db) => {
    const tx = db.transaction([...db.objectStoreNames], 'readwrite');
    for (const [store, rows] of Object.entries(raw)) {
      tx.objectStore(store).clear();
      for (const row of rows) tx.objectStore(store).put(row);
    }
    await new Promise((done) => (tx.oncomplete = done));
  });

/** Deletes a row. */
export const removeRaw = (name: string, store: string, key: string | number): Promise<void> =>
  withDatabase(name, async (db) => {
    const tx = db.transaction(store, 'readwrite');
    await asked(tx.objectStore(store).delete(key));
    await new Promise((done) => (tx.oncomplete = done));
  });

/** Upgrades the database as a newer version of the code would. */
export const raise = (name: string, version: number): Promise<void> => withDatabase(name, async () => undefined, version);

export const drop = async (name: string): Promise<void> => void (await asked(indexedDB.deleteDatabase(name)));

/** All bytes and texts of rows, as a search of the disk would find them. */
export function textOf(value: unknown): string {
  if (value instanceof Uint8Array) return String.fromCharCode(...value) + new TextDecoder('utf-16le').decode(value.slice(0, value.length & ~1));
  if (Array.isArray(value)) return value.map(textOf).join('\n');
  if (value && typeof value === 'object')
    return Object.entries(value)
      .map(([key, one]) => `${key}\n${textOf(one)}`)
      .join('\n');
  return String(value);
}

/** The paths of all fields, with dots; a list or bytes count as one field. */
export function fieldsOf(row: Record<string, unknown>, before = ''): string[] {
  return Object.entries(row).flatMap(([name, value]) => {
    const inner = value !== null && typeof value === 'object' && !Array.isArray(value) && !(value instanceof Uint8Array);
    return inner ? fieldsOf(value as Record<string, unknown>, `${before}${name}.`) : [before + name];
  });
}
