// Changes what lies on the disk: one bit, two rows exchanged, an old version put back, a row cut. What was changed is named, the rest can be read.
import { allOf, given, newId, product, report } from './report.js';
import { below, pick } from './random.js';
import { databaseNames, withStores } from './rows.js';

const { openRecords } = await product('records');
const who = { community: given('community'), person: 'ann', as: 'resident', keep: 'person', carry: () => null };
const titles = Array.from({ length: 6 }, (_, at) => `Title ${at}`);

const made = await openRecords(who);
const ids = [];
for (const title of titles) {
  const id = newId();
  ids.push(id);
  await made.act('propose', { kind: 'item', id }, { data: { kind: 'topic', title: `first ${title}` } });
}
const [name] = await databaseNames();
const rowsOf = () => withStores(name, 'readonly', (store, ask) => ask(store('rows').getAll()));
const old = await rowsOf();
for (const [at, id] of ids.entries()) await made.act('rewrite', { kind: 'item', id, rev: 1 }, { data: { kind: 'topic', title: titles[at] } });
await made.close();
const whole = await rowsOf();
const put = (rows) => withStores(name, 'readwrite', async (store, ask) => Promise.all(rows.map((row) => ask(store('rows').put(row)))));

const changedBit = (bytes) => {
  const changed = bytes.slice();
  changed[below(changed.length)] ^= 1 << below(8);
  return changed;
};
const bytesOf = (row) => Object.keys(row).filter((field) => row[field] instanceof Uint8Array);
/** Each returns the rows to write and the ids that can no longer be trusted. */
const ways = {
  'a bit': () => {
    const row = pick(whole);
    const field = pick(bytesOf(row));
    return { rows: [{ ...row, [field]: changedBit(row[field]) }], hurt: [row.id] };
  },
  'two exchanged': () => {
    const [one, other] = [whole[0], whole[1 + below(whole.length - 1)]];
    return {
      rows: [
        { ...one, iv: other.iv, box: other.box },
        { ...other, iv: one.iv, box: one.box },
      ],
      hurt: [one.id, other.id],
    };
  },
  'an old version under the new revision': () => {
    const row = pick(whole);
    const before = old.find(({ id }) => id === row.id);
    return { rows: [{ ...row, iv: before.iv, box: before.box }], hurt: [row.id] };
  },
  cut: () => {
    const row = pick(whole);
    return { rows: [{ ...row, box: row.box.slice(0, below(row.box.length)) }], hurt: [row.id] };
  },
  'another revision': () => {
    const row = pick(whole);
    return { rows: [{ ...row, rev: row.rev + 1 }], hurt: [row.id] };
  },
};

const size = Number(given('size'));
const counts = { noticed: 0, 'shown changed': 0, 'others lost': 0 };
const faults = [];
for (let done = 0; done < size; done++) {
  const way = pick(Object.keys(ways));
  const { rows, hurt } = ways[way]();
  await put(rows);
  const records = await openRecords(who);
  const named = new Set();
  records.watchFailures(({ code, id }) => void (code === 'unreadable' && named.add(id)));
  const shown = await allOf(records, 'item').catch((error) => (faults.push(`${way}: ${error.code ?? error}`), []));
  for (const { record } of shown) {
    if (hurt.includes(record.id) || record.data.title === titles[ids.indexOf(record.id)]) continue;
    counts['shown changed'] += 1;
    faults.push(`${way}: ${record.data.title} was shown`);
  }
  const wrong = shown.filter(({ record }) => hurt.includes(record.id) && record.data.title !== titles[ids.indexOf(record.id)]);
  if (wrong.length) faults.push(`${way}: a changed record was shown`);
  const others = shown.filter(({ record }) => !hurt.includes(record.id)).length;
  if (others !== ids.length - hurt.length) {
    counts['others lost'] += 1;
    faults.push(`${way}: ${others} of ${ids.length - hurt.length} other records can be read`);
  }
  const isNamed = named.size > 0 || records.status.code === 'unreadable';
  if (shown.some(({ record }) => hurt.includes(record.id)) || isNamed) counts.noticed += 1;
  else faults.push(`${way}: nobody was told`);
  await records.close();
  await put(whole);
}
await report('done', { done: size, counts, faults });
