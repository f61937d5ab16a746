// All tabs write the same record at the same time. Nobody's write is lost: each revision was written by one tab.
import { given, newId, pause, product, report } from './report.js';

const { openRecords } = await product('records');
const records = await openRecords({ community: given('community'), person: 'ann', as: 'resident', keep: 'person', carry: () => null });
const each = Number(given('size')) / Number(given('tabs'));

async function shared() {
  for (;;) {
    const [found] = await records.list({ kind: 'item', limit: 1 });
    if (found) return found.record;
    if (given('tab') === '0') await records.act('propose', { kind: 'item', id: newId() }, { data: { kind: 'topic', title: 'All write this' } });
    else await pause(20);
  }
}

let moved = 0;
for (let written = 0; written < each;) {
  const { id, rev } = await shared();
  try {
    await records.act('rewrite', { kind: 'item', id, rev }, { data: { kind: 'topic', title: `${given('tab')} ${written}` } });
    await report('wrote', { rev: rev + 1 });
    written += 1;
  } catch (error) {
    if (error.code !== 'moved') await report('broken', { what: error.code ?? String(error) });
    moved += 1;
  }
}
await report('ready', { moved, rev: (await shared()).rev });
