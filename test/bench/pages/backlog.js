// Changes that wait in the store until somebody takes them. Acts of many pages are made at once, because only the sending is measured.
import { openRecords, purge } from '/records.min.js';

const me = { community: 'backlog', person: 'p-17', as: 'resident' };
const atOnce = 50;

/** UUID version 7 with a counter as its time, so that later ones sort behind. */
let last = Date.now();
function newId() {
  const time = (last += 1).toString(16).padStart(12, '0');
  const rest = Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(0, 3)}-8${rest.slice(3, 6)}-${rest.slice(6, 18)}`;
}

const until = async (holds) => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
};

/**
 * Stores `rows` changes that nobody takes, and then takes each at once.
 * @returns {Promise<{ ms: number, longest: number, long: number }>} ms a row; the longest task while they went out, in ms (0: none over 50), and how many such there were
 * @throws if one did not come, or came twice
 */
globalThis.drain = async (rows) => {
  const taken = new Set();
  let listening = false;
  let twice = 0;
  const carry = (change) => {
    if (!listening) return null;
    if (taken.has(change.key)) twice += 1;
    taken.add(change.key);
    return [Promise.resolve(true)];
  };
  const records = await openRecords({ ...me, carry });
  try {
    for (let at = 0; at < rows; at += atOnce) {
      await Promise.all(
        Array.from({ length: Math.min(atOnce, rows - at) }, (_, one) =>
          records.act('send', { kind: 'feedback', id: newId() }, { to: ['p-02'], data: { mode: 'affirm', saw: `You held the door (${at + one}).` } }),
        ),
      );
    }
    await until(() => records.status.waiting === rows);
    const tasks = [];
    const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)));
    observer.observe({ type: 'longtask' });
    const start = performance.now();
    listening = true;
    records.wake();
    await until(() => records.status.waiting === 0);
    const ms = (performance.now() - start) / rows;
    tasks.push(...observer.takeRecords().map(({ duration }) => duration));
    observer.disconnect();
    if (taken.size !== rows || twice > 0) throw new Error(`${taken.size} of ${rows} came, ${twice} twice`);
    return { ms, longest: Math.max(0, ...tasks), long: tasks.length };
  } finally {
    await purge(records, { unsent: 'lose' });
    await records.close();
  }
};
