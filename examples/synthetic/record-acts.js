// Records the acts of invented people, one by one, as their pages would make them.

/** Numbers in [0, 1), the same for the same seed: a linear congruential generator, good enough for choosing words. @param {number} seed */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 8) / 16_777_216;
  };
}

/**
 * @param {{ decide: typeof import('../../src/model/decide.js').decide, leansOn: typeof import('../../src/model/decide.js').leansOn,
 *   community: string, random: () => number }} options
 */
export function recordActs({ decide, leansOn, community, random }) {
  const records = new Map();
  const answers = new Map();
  /** @type {import('../../src/model/change.js').Change[]} */
  const changes = [];
  const chosen = (list) => list[Math.floor(random() * list.length)];

  const hex = (digits) => Array.from({ length: digits }, () => Math.floor(random() * 16).toString(16)).join('');
  const id = (time) => {
    const stamp = Math.floor(time).toString(16).padStart(12, '0');
    return `${stamp.slice(0, 8)}-${stamp.slice(8)}-7${hex(3)}-${chosen(['8', '9', 'a', 'b'])}${hex(3)}-${hex(12)}`;
  };

  /** One act at `time`. An act that is refused is a fault of the story and throws. */
  function act(time, person, action, kind, target, input = {}) {
    const root = records.get(target);
    const leaned = leansOn(kind, root, input).flatMap((other) => (records.has(other) ? [[other, records.get(other)]] : []));
    const at = new Date(time).toISOString();
    const question = { kind, id: target, community, root, input, actor: { person: person.id, as: person.as }, now: at };
    const decided = decide(action, { ...question, answers: answers.get(target) ?? [], others: new Map(leaned) });
    if (!('records' in decided)) throw new Error(`${kind} ${action}: ${decided.code}`);
    for (const record of decided.records) {
      if (record.about && record.rev === 1) answers.set(record.about, [...(answers.get(record.about) ?? []), record]);
      records.set(record.id, record);
    }
    changes.push({ key: id(time), action, by: person.id, as: person.as, at, community, records: decided.records });
    return target;
  }

  return {
    act,
    make: (time, person, action, kind, input) => act(time, person, action, kind, id(time), input),
    answer: (time, kind, data, to) => ({ id: id(time), kind, data, ...(to ? { to } : {}) }),
    chosen,
    /** What was recorded, in order of time. */
    inOrder: () => changes.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0)),
  };
}
