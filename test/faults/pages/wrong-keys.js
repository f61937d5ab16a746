// A store that a key of the host locks, and very many keys that are not it.
import { allOf, given, newId, product, report } from './report.js';
import { below, random } from './random.js';
import { snapshot } from './rows.js';

const { openRecords, MilieuError } = await product('records');
const key = crypto.getRandomValues(new Uint8Array(32));
const who = { community: given('community'), person: 'ann', as: 'resident', keep: 'person', carry: () => null };

const first = await openRecords({ ...who, key });
for (let at = 0; at < 3; at++) await first.act('propose', { kind: 'item', id: newId() }, { data: { kind: 'topic', title: `Title ${at}` } });
await first.close();
const before = await snapshot();

const size = Number(given('size'));
const counts = { 'bytes changed on the disk': 0, opened: 0 };
const faults = [];
const records = await openRecords({ ...who, locked: true });

const aesKey = (bytes) => crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);

/** Other bytes, bytes that differ in one bit, passphrases, other keys, and what is no key at all. */
async function wrongKey() {
  const roll = random();
  if (roll < 0.4) return crypto.getRandomValues(new Uint8Array(32));
  if (roll < 0.8) {
    const near = key.slice();
    near[below(32)] ^= 1 << below(8);
    return near;
  }
  if (roll < 0.85) return 'a passphrase of ours';
  if (roll < 0.95) return aesKey(crypto.getRandomValues(new Uint8Array(32)));
  return [undefined, null, 5, '', 'short', {}, [], new Uint8Array(31), new ArrayBuffer(32), NaN][below(10)];
}

for (let done = 0; done < size; done++) {
  const wrong = await wrongKey();
  try {
    await records.unlock(wrong);
    counts.opened += 1;
    faults.push('another key opened it');
  } catch (error) {
    const name = error instanceof MilieuError ? error.code : String(error);
    counts[name] = (counts[name] ?? 0) + 1;
    if (name !== 'wrong-key' && name !== 'weak-key') faults.push(name);
  }
  if (records.status.store !== 'locked') faults.push(`after a wrong key it is ${records.status.store}`);
}
if ((await snapshot()) !== before) {
  counts['bytes changed on the disk'] = 1;
  faults.push('the rows on the disk were changed');
}
await records.unlock(key);
const titles = (await allOf(records, 'item')).length;
if (titles !== 3) faults.push(`the right key shows ${titles} of 3 records`);
await report('done', { done: size, counts, faults });
