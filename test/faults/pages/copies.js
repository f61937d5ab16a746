// Changes a copy in many ways and imports it. Each import either takes all of it, or says why not and changes nothing.
import { allOf, given, newId, product, report } from './report.js';
import { below, pick, random } from './random.js';

const { openRecords, exportRecords, importRecords, MilieuError } = await product('records');
const who = { community: given('community'), person: 'ann', as: 'resident', carry: () => null };

async function copyOf(count) {
  const records = await openRecords({ ...who, keep: 'page' });
  for (let at = 0; at < count; at++)
    await records.act(
      'propose',
      { kind: 'item', id: newId() },
      { data: { kind: 'topic', title: `Title ${at} of the copy`, detail: 'مرحبا 👩‍👩‍👧 «ok»' } },
    );
  const file = await exportRecords(records);
  await records.close();
  return new Uint8Array(await file.arrayBuffer());
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const lines = (bytes) => decoder.decode(bytes).split('\n');
const joined = (all) => encoder.encode(all.join('\n'));
const deep = (depth) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const hostile = ['__proto__', 'constructor', '\u0000', '\ud800', '\u202e', '{{', '1e400', '-0', 'null', 'x'.repeat(3000)];

/** Changes one value somewhere inside a parsed line. */
function graft(value) {
  const keys = Object.keys(value);
  const key = pick(keys);
  const inner = key === undefined ? undefined : value[key];
  if (inner && typeof inner === 'object' && random() < 0.7) return void graft(inner);
  const poison = pick([null, [], {}, 1e308, -1, '', 'x', true, hostile[below(hostile.length)], { [pick(hostile)]: { isStaff: true } }, [[[]]]]);
  if (random() < 0.25 && key !== undefined) delete value[key];
  else value[random() < 0.5 && key !== undefined ? key : pick(hostile)] = poison;
}

const ways = {
  'bytes flipped': (bytes) => {
    const changed = bytes.slice();
    for (let left = 1 + below(4); left > 0; left--) changed[below(changed.length)] ^= 1 << below(8);
    return changed;
  },
  'cut off': (bytes) => bytes.slice(0, below(bytes.length)),
  'cut at a line': (bytes) => joined(lines(bytes).slice(0, below(lines(bytes).length))),
  'bytes put in': (bytes) => {
    const [at, more] = [below(bytes.length), Uint8Array.from({ length: 1 + below(40) }, () => below(256))];
    return Uint8Array.from([...bytes.slice(0, at), ...more, ...bytes.slice(at)]);
  },
  'a line twice': (bytes) => {
    const all = lines(bytes);
    all.splice(below(all.length), 0, pick(all));
    return joined(all);
  },
  'a line gone': (bytes) => {
    const all = lines(bytes);
    all.splice(below(all.length), 1);
    return joined(all);
  },
  'lines in another order': (bytes) => joined(lines(bytes).sort(() => random() - 0.5)),
  'a value replaced': (bytes) => {
    const all = lines(bytes);
    const at = below(all.length);
    try {
      const value = JSON.parse(all[at]);
      graft(value);
      all[at] = JSON.stringify(value);
    } catch {
      all[at] = '{'; // the last line is empty
    }
    return joined(all);
  },
  'a nested line': (bytes) => joined([...lines(bytes).slice(0, -1), deep(1000 + below(100_000)), '']),
  'another head': (bytes) => joined([pick(['{}', 'null', '[]', deep(9000), '{"__proto__":{"isStaff":true}}', '']), ...lines(bytes).slice(1)]),
};

const hex = (buffer) => [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** Gives a changed file a head that fits it, as somebody would who knows the format. Undefined where nothing of the head is left. */
async function forged(bytes) {
  const end = bytes.indexOf(10) + 1;
  const body = bytes.slice(end);
  const count = lines(body).length - 1;
  try {
    const head = JSON.parse(decoder.decode(bytes.slice(0, end)));
    const text = JSON.stringify({ ...head, records: 0, changes: count, sha256: hex(await crypto.subtle.digest('SHA-256', body)) });
    return { count, bytes: Uint8Array.from([...encoder.encode(`${text}\n`), ...body]) };
  } catch {
    return undefined; // the head is what was changed
  }
}

const original = await copyOf(8);
const target = await openRecords({ ...who, keep: 'page' });
await target.act('propose', { kind: 'item', id: newId() }, { data: { kind: 'topic', title: 'It was here before' } });
/** Every record that is stored is one that the product could have written. */
const isValid = ({ record: { data } }) => typeof data.title === 'string' && data.title.length > 2 && data.title.length <= 80;
const idsThere = async () =>
  (await allOf(target, 'item'))
    .map(({ record: { id, rev } }) => `${id} ${rev}`)
    .sort()
    .join();

const counts = { refused: 0, taken: 0, 'lines that are not valid': 0, 'partial imports': 0, exceptions: 0, pollution: 0 };
const faults = [];
const size = Number(given('size'));
const codes = {};
let before = await idsThere();
for (let done = 0; done < size; done++) {
  const way = pick(Object.keys(ways));
  const changed = ways[way](original);
  const forgery = random() < 0.5 ? await forged(changed) : undefined;
  const file = new Blob([forgery?.bytes ?? changed]);
  try {
    const { taken, there, conflicts, aside, invalid } = await importRecords(target, file);
    counts.taken += 1;
    counts['lines that are not valid'] += invalid;
    // Without a forged head, only the original is taken: what was changed is where nothing reads.
    const isWhole = forgery ? taken + there + conflicts + aside + invalid === forgery.count : taken + there === 8 && invalid === 0;
    if (!isWhole)
      faults.push(`${way}: ${taken} taken, ${there} there, ${conflicts} conflicts, ${aside} aside, ${invalid} invalid of ${forgery?.count ?? 8}`);
    before = await idsThere();
  } catch (error) {
    counts.refused += 1;
    if (error instanceof MilieuError) codes[error.code] = (codes[error.code] ?? 0) + 1;
    else {
      counts.exceptions += 1;
      faults.push(`${way}: ${String(error)}`);
    }
    const after = await idsThere();
    if (after !== before) {
      counts['partial imports'] += 1;
      faults.push(`${way}: refused, but something was taken`);
      before = after;
    }
  }
  if ({}.isStaff !== undefined || Object.keys(Object.prototype).length > 0) counts.pollution += 1;
}
const strange = (await allOf(target, 'item')).filter((kept) => !isValid(kept)).length;
if (strange) faults.push(`${strange} records are stored that nobody could have written`);
if (counts.pollution) faults.push('Object.prototype was changed');
await report('done', { done: size, counts: { ...counts, ...codes }, faults });
