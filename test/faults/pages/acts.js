// Acts as one person without a pause, and reports each act that the store has called saved. First it reports everything that is stored.
import { allOf, drained, given, newId, pause, product, report, storeOptions } from './report.js';

// Chromium empties a database whose files it finds damaged, and says so only here; not even that if it emptied it in an opening that failed.
const seen = 'lab: the store was there';
const open = IDBFactory.prototype.open;
IDBFactory.prototype.open = function (...args) {
  const request = open.apply(this, args);
  request.addEventListener('upgradeneeded', (event) => {
    if (event.dataLoss && event.dataLoss !== 'none') void report('emptied', { why: event.dataLossMessage });
    else if (sessionStorage.getItem(seen)) void report('emptied', { why: 'in an opening that failed' });
    sessionStorage.setItem(seen, '1');
  });
  return request;
};

const { openRecords } = await product('records');
const records = await openRecords(storeOptions());
records.watchStatus(({ store }) => {
  if (store === 'lost') void report('said-lost');
});
const mayFail = given('mayFail').split(' ');
const refusals = new Set(['moved', 'not-now', 'used']);
let words = 0;

const word = () => `${given('tab')}-${given('boot')}-${++words}`;

/** A text that does not become smaller when it is stored. */
const noise = () => Array.from(crypto.getRandomValues(new Uint8Array(480)), (byte) => String.fromCharCode(0x4e00 + byte)).join('');

async function found(what) {
  const [items, troubles] = [await allOf(records, 'item'), await records.troubles()];
  await report(what, {
    status: records.status,
    items: items.map(({ record: { id, rev, data }, sent }) => ({ id, rev, sent, title: data.title })),
    troubles: troubles.map(({ reason, change }) => ({ reason, ids: change.records.map(({ id }) => id) })),
  });
  return items.map(({ record }) => record);
}

async function act(mine) {
  const old = mine.length > 3 && Math.random() < 0.3 ? mine[Math.floor(Math.random() * mine.length)] : undefined;
  const title = Math.random() < 0.03 && !given('plain') ? `poison ${word()}` : word();
  const id = old?.id ?? newId();
  try {
    const change = await records.act(
      old ? 'rewrite' : 'propose',
      { kind: 'item', id, rev: old?.rev ?? 0 },
      { data: { ...old?.data, kind: 'topic', title, ...(given('large') ? { detail: noise() } : {}) } },
    );
    const [record] = change.records;
    await report('acked', { id, rev: record.rev, title, key: change.key });
    if (old) mine.splice(mine.indexOf(old), 1);
    mine.push(record);
    if (mine.length > 8) mine.shift();
  } catch (error) {
    if (mayFail.includes(error.code)) await report('failed', { code: error.code });
    else if (!refusals.has(error.code)) await report('unexpected', { code: error.code ?? String(error) });
    if (old) mine.splice(mine.indexOf(old), 1);
  }
}

const opened = performance.now();
while (records.status.store !== 'open' && performance.now() - opened < 20_000) await pause(20);
const mine = (await found('found')).filter(({ status }) => status === 'proposed').slice(0, 6);
if (given('drain')) {
  await drained(records);
  await records.pull();
  await found('drained');
} else {
  for (;;) {
    await act(mine);
    await pause(Number(given('pace')) || Math.random() * 20);
  }
}
