// The subjects of one act, each with `open()`, `act(number)`, `count()` and `remove()`. The numbers of acts start at 0.
import { openRecords, purge } from '/records.min.js';
import { byHand, raw } from '/by-hand.js';

const community = 'bench';
const me = { community, person: 'p-17', as: 'resident' };

const textOf = (number) => ({
  mode: 'affirm',
  saw: `You stopped and listened when the meeting got loud, and came back to the group after a break (${number}).`,
  where: 'In the morning meeting',
  effect: 'It helped me to stay, and others spoke more calmly after that.',
  offer: 'I can sit with you next time.',
});

/** The public store of a host that is offline: nobody delivers the change. */
const store = () => {
  let records;
  return {
    async open() {
      records = await openRecords(me);
      if (records.status.store !== 'open') throw new Error(`The store is ${records.status.store}`);
    },
    act: (number) => records.act('send', { kind: 'feedback', id: newId() }, { to: ['p-02'], data: textOf(number) }),
    count: async () => (await records.list({ kind: 'feedback', by: me.person, limit: 200 })).length,
    async remove() {
      await purge(records, { unsent: 'lose' });
      await records.close();
    },
  };
};

let last = 0;
/** UUID version 7, newer than earlier ones. */
function newId() {
  last = Math.max(last + 1, Date.now());
  const time = last.toString(16).padStart(12, '0');
  const rest = Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(0, 3)}-8${rest.slice(3, 6)}-${rest.slice(6, 18)}`;
}

const subjects = {
  'IndexedDB, strict': () => raw(community, me, textOf, newId),
  'by hand': () => byHand(community, me, textOf, newId),
  'the store': store,
};

/**
 * Acts `acts` times, one after the other. It returns the median, because a busy disk makes single acts slow.
 * @returns {Promise<number>} the median of ms an act
 * @throws if something was not written
 */
globalThis.sample = async (name, acts) => {
  const subject = subjects[name]();
  await subject.open();
  try {
    await subject.act(0);
    const times = [];
    for (let number = 1; number <= acts; number++) {
      const start = performance.now();
      await subject.act(number);
      times.push(performance.now() - start);
    }
    const count = await subject.count();
    if (count !== acts + 1) throw new Error(`${name}: ${count} of ${acts + 1} records are there`);
    return times.sort((a, b) => a - b)[Math.floor(acts / 2)];
  } finally {
    await subject.remove();
  }
};
