import { kinds } from '../../model/kinds/tables.js';
import { someone } from '../../model/record.js';
import { compareText } from '../../model/text.js';
import type { Records } from '../../records/base/types.js';

/** The newest records of each kind that are looked at. */
const newest = 10;

/**
 * Kinds of records for which a person chooses whom they are for. An answer goes to whoever asked. Where only staff read it, the people in it must
 * not: they do not come first in a list that somebody could see over a shoulder.
 */
const chosenFor = Object.keys(kinds).filter((kind) =>
  Object.values(kinds[kind]!.transitions).some(({ from, shows }) => from.length === 0 && shows !== 'staff'),
);

/** A form with several choices of a person asks once. */
const reading = new WeakMap<Records, Promise<readonly string[]>>();

/**
 * Ids of those whom the person of this store addressed, the last one first. It is worked out from that person's own records each time, so nothing
 * about it is stored, and nobody else can see it. How often they wrote to somebody makes no difference. A record for everybody addresses nobody.
 * @throws MilieuError as `Records.list`
 */
export function recentPeople(records: Records): Promise<readonly string[]> {
  const asked = reading.get(records) ?? read(records).finally(() => reading.delete(records));
  reading.set(records, asked);
  return asked;
}

async function read(records: Records): Promise<readonly string[]> {
  const { person } = records.actor;
  if (person === someone) return []; // may be anybody at this computer
  const lists = await Promise.all(chosenFor.map((kind) => records.list({ kind, by: person, limit: newest })));
  const own = lists.flat().map(({ record }) => record);
  const addressed = own.filter(({ visibility }) => visibility !== 'community').sort((a, b) => compareText(b.at, a.at));
  return [...new Set(addressed.flatMap(({ to }) => to))].filter((id) => id !== person);
}
