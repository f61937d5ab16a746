// The rows of a store as they lie in the browser's database, read without the product.
const asPromise = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** Every database of this origin whose name the product made. */
export const databaseNames = async () => (await indexedDB.databases()).map(({ name }) => name);

/** Runs `work` with the object stores of a database in one transaction, which is closed before it resolves. */
export async function withStores(name, mode, work) {
  const db = await asPromise(indexedDB.open(name));
  try {
    const tx = db.transaction([...db.objectStoreNames], mode);
    const ended = new Promise((resolve, reject) => {
      tx.oncomplete = resolve;
      tx.onerror = tx.onabort = () => reject(tx.error);
    });
    const result = await work((store) => tx.objectStore(store), asPromise);
    await ended;
    return result;
  } finally {
    db.close();
  }
}

/** All rows of all databases by store, as one text: two equal texts mean that nothing was changed. */
export async function snapshot() {
  const all = {};
  for (const name of await databaseNames())
    await withStores(name, 'readonly', async (store, ask) => {
      for (const one of ['rows', 'outbox', 'drafts', 'troubles', 'aside', 'audit', 'meta']) all[`${name} ${one}`] = await ask(store(one).getAll());
    });
  return JSON.stringify(all, (_, value) =>
    value instanceof Uint8Array || value instanceof ArrayBuffer ? [...new Uint8Array(value.buffer ?? value)] : value,
  );
}
