// The community of the demo: who may sign in, whom they may address, and the records from before today.
import { existsSync } from 'node:fs';
import { decide, leansOn, parseChange } from 'milieu-elements/model';
import { sixWeeks } from '../synthetic/community.js';
import { people, peopleFor } from '../synthetic/people.js';
import { Backend } from './backend.js';
import { memoryJournal, openJournal, writeJournal } from './journal.js';

export { peopleFor };
export const communityId = 'north-house';
export const help = {
  where: 'The staff office is next to the front door.',
  people: [{ name: 'Staff office', note: 'Next to the front door, day and night' }],
};

/** The people that a visitor can sign in as. */
export const signIns = people.map(({ id, name, as }) => ({ id, name, as }));

/** @param {string} id */
export const person = (id) => people.find((one) => one.id === id);

/** Six weeks of changes, each accepted by the backend. @returns {import('milieu-elements/model').Change[]} */
function sixWeeksAdmitted() {
  const changes = sixWeeks({ decide, leansOn, community: communityId });
  const trial = new Backend(memoryJournal(), { community: communityId });
  for (const change of changes) {
    const { status, body } = trial.accept(change, { person: change.by, as: change.as });
    if (status !== 200) throw new Error(`The demo's own data was refused: ${change.action} ${JSON.stringify(body)}`);
  }
  return changes;
}

/**
 * The backend with the records of its file. A new file starts with six weeks of records.
 * @param {string} path
 * @param {(line: number) => void} skipped called for every line that was skipped, because it holds no change
 */
export function openBackend(path, skipped) {
  if (!existsSync(path)) writeJournal(path, sixWeeksAdmitted());
  const journal = openJournal(path, (entry) => parseChange(entry) !== undefined);
  for (const line of journal.broken) skipped(line);
  return new Backend(journal, { community: communityId });
}
