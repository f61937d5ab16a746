// Locks an open store with a key of the host, as often as it is opened. The browser is killed meanwhile. What is stored is reported before.
import { allOf, given, newId, product, report, storeOptions } from './report.js';

const { openRecords } = await product('records');
const key = Uint8Array.from({ length: 32 }, (_, at) => at);
const who = { ...storeOptions(), carry: () => null, pull: () => undefined };

let records = await openRecords(who);
const isLocked = records.status.store === 'locked';
if (isLocked) await records.unlock(key);
const items = await allOf(records, 'item');
const draft = await records.drafts.read('a draft');
// What nobody else has must be able to go out, whichever key is there now.
const waiting = records.status.waiting;
const size = Number(given('size'));
let next = items.length;
let act;
try {
  act =
    next < size
      ? undefined
      : await records.act(
          'rewrite',
          { kind: 'item', id: items[0].record.id, rev: items[0].record.rev },
          { data: { kind: 'topic', title: `again ${given('boot')}` } },
        );
} catch (error) {
  await report('refused', { code: error.code ?? String(error) });
}
await report('found', { isLocked, status: records.status, count: items.length, draft, waiting, acted: act !== undefined });
while (next < size) {
  await records.act('propose', { kind: 'item', id: newId() }, { data: { kind: 'topic', title: `Title ${next++}` } });
  if (next === size) await records.drafts.write('a draft', 'words of the draft');
}
if (!isLocked) {
  await report('changing');
  await records.unlock(key);
  await report('changed');
} else await report('changed');
