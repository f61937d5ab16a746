// The floors of one act, without a library: one strict write to IndexedDB, and the work of an act written by hand.
const done = (transaction) =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
const answer = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

function openDatabase(name) {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore('rows', { keyPath: 'id' }).createIndex('keys', 'keys', { multiEntry: true });
    const outbox = request.result.createObjectStore('outbox', { keyPath: 'seq', autoIncrement: true });
    outbox.createIndex('key', 'key', { unique: true });
    outbox.createIndex('ids', 'ids', { multiEntry: true });
    outbox.createIndex('who', 'who');
  };
  return answer(request);
}

/** What both floors share: a separate database. */
function floor(name, act) {
  let database;
  return {
    open: async () => void (database = await openDatabase(name)),
    act: (number) => act(database, number),
    count: () => answer(database.transaction('rows').objectStore('rows').count()),
    async remove() {
      database.close();
      await answer(indexedDB.deleteDatabase(name));
    },
  };
}

const recordOf = (community, me, data, id) => ({
  id,
  kind: 'feedback',
  v: 1,
  community,
  by: me.person,
  to: ['p-02'],
  visibility: 'named-and-staff',
  at: new Date().toISOString(),
  status: 'delivered',
  rev: 1,
  data,
});

/** Writes one unencrypted record in one strict transaction, without an index or an outbox row. */
export const raw = (community, me, textOf, newId) =>
  floor('bench-raw', async (database, number) => {
    const transaction = database.transaction('rows', 'readwrite', { durability: 'strict' });
    transaction.objectStore('rows').put(recordOf(community, me, textOf(number), newId()));
    transaction.commit();
    await done(transaction);
  });

const isText = (value, least, most) => typeof value === 'string' && value.length >= least && value.length <= most;
const optional = (value, most) => value === undefined || isText(value, 1, most);

function check({ id, by, to, data }) {
  const fits =
    /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(id) &&
    isText(by, 1, 64) &&
    to.length > 0 &&
    to.every((person) => isText(person, 1, 64) && person !== by) &&
    ['affirm', 'remind', 'self'].includes(data.mode) &&
    isText(data.saw, 3, 600) &&
    optional(data.where, 300) &&
    optional(data.effect, 400) &&
    optional(data.offer, 200);
  if (!fits) throw new Error('invalid');
}

const utf8 = (text) => new TextEncoder().encode(text);
const { subtle } = crypto;
let keys;
const openKeys = async () =>
  (keys ??= {
    aes: await subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
    hmac: await subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']),
  });

async function seal(value, bound) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const box = await subtle.encrypt({ name: 'AES-GCM', iv, additionalData: utf8(bound) }, (await openKeys()).aes, utf8(JSON.stringify(value)));
  return { iv, box: new Uint8Array(box) };
}
const tag = async (text) => new Uint8Array(await subtle.sign('HMAC', (await openKeys()).hmac, utf8(text)));

/** Does what an act must do: validate, seal the record and the change, tag them for the index, and write both rows in one strict transaction. */
export const byHand = (community, me, textOf, newId) =>
  floor('bench-by-hand', async (database, number) => {
    const record = recordOf(community, me, textOf(number), newId());
    check(record);
    const key = newId();
    const change = { key, action: 'send', by: me.person, as: me.as, at: record.at, community, records: [record] };
    const [sealed, waiting, who, ...tags] = await Promise.all([
      seal(record, `rows ${record.id} ${record.rev} ${record.v}`),
      seal(change, `outbox ${key}`),
      tag(`who ${record.by}`),
      ...['kind feedback', `by ${record.by}`, `to ${record.to[0]}`, `status ${record.status}`].map(tag),
    ]);
    const transaction = database.transaction(['rows', 'outbox'], 'readwrite', { durability: 'strict' });
    transaction.objectStore('rows').put({ id: record.id, rev: record.rev, v: record.v, base: 0, keys: tags, ...sealed });
    transaction.objectStore('outbox').add({ key, who, ids: [record.id], at: Date.now(), attempts: 0, ...waiting });
    transaction.commit();
    await done(transaction);
  });
