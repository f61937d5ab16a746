// Writes docs/data-inventory.json: every field that is stored about a person, made from the schemas and tables of the model, and what of it the
// device keeps in clear, from the list that test/security/disk.spec.ts enforces. For a clinic's record of processing and its data protection review.
//   node --import tsx scripts/data-inventory.mjs           writes it
//   node --import tsx scripts/data-inventory.mjs --check   exit code 1 where it is stale
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataSchemas } from '../src/model/kinds/all.schema.js';
import { kinds } from '../src/model/kinds/tables.js';
import { recordSchema } from '../src/model/record.schema.js';
import { statusesOf } from '../src/model/statuses.js';
import { root } from './entries.mjs';
import { writeOrCheck } from './written.mjs';

/** @typedef {import('zod/mini').ZodMiniType} Schema */

// A schema of text does not say what it is for, but what it accepts does. In this order: the first that fits names it.
const probes = /** @type {const} */ ([
  ['text', 'Some words, é.\nAnd a line.'],
  ['id of a person, a place or a thing of the host', 'p-17'],
  ['id of a record', '019b0000-0000-7000-8000-000000000000'],
  ['time', '2026-01-01T00:00:00.000Z'],
  ['day', '2026-01-01'],
  ['random bytes, or what a PIN became', 'a1'.repeat(16)],
  ['random bytes, or what a PIN became', 'a1'.repeat(32)],
  ['word of a table', 'word'],
]);

/** The longest text that the schema accepts, in UTF-16 units. */
function longest(/** @type {Schema} */ schema) {
  let [fits, tooLong] = [1, 1_000_000];
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    if (schema.safeParse('a'.repeat(middle)).success) fits = middle;
    else tooLong = middle;
  }
  return fits;
}

/** @returns {{ holds: string, longest?: number, choices?: readonly unknown[], fields?: object[] }} */
function describe(/** @type {Schema} */ schema) {
  /** @type {any} */
  const { type, innerType, entries, shape, element, out, values } = schema._zod.def;
  switch (type) {
    case 'optional':
      return describe(innerType);
    case 'enum':
      return { holds: 'choice', choices: Object.values(entries) };
    case 'literal':
      return { holds: 'choice', choices: values };
    case 'boolean':
      return { holds: 'yes or no' };
    case 'number':
      return { holds: 'number' };
    case 'object':
      return { holds: 'fields', fields: fieldsOf(shape) };
    case 'pipe':
      return describe(out);
    case 'array': {
      const { holds, ...rest } = describe(element);
      return { holds: `list: ${holds}`, ...rest };
    }
    case 'string': {
      const [holds] = probes.find(([, value]) => schema.safeParse(value).success) ?? [];
      if (!holds) throw new Error('A text field accepts none of the probes: add one for its form.');
      return holds === 'text' ? { holds, longest: longest(schema) } : { holds };
    }
    default:
      throw new Error(`A field of the type ${type} has no description here.`);
  }
}

const isOptional = (/** @type {Schema} */ schema) => /** @type {any} */ (schema)._zod.def.type === 'optional';
const fieldsOf = (/** @type {Record<string, Schema>} */ shape) =>
  Object.entries(shape).map(([name, schema]) => ({ name, ...(isOptional(schema) ? { optional: true } : {}), ...describe(schema) }));

/** Who may read a record over its life. A rule that depends on the record is named as such. */
function readersOf(/** @type {string} */ name) {
  /** @type {Set<string>} */
  const found = new Set();
  const add = (/** @type {unknown} */ shows) => shows && found.add(typeof shows === 'string' ? shows : 'depends on the record');
  for (const kind of Object.values(kinds)) {
    for (const { shows, answers = [] } of Object.values(kind.transitions)) {
      if (kind.kind === name) add(shows);
      for (const answer of answers) if (answer.kind === name) add(answer.visibility);
    }
  }
  return [...found].sort();
}

/** Who may create or change a record of the kind; for an answer, those whose acts create it. */
function actorsOf(/** @type {string} */ name) {
  const own = Object.values(kinds[name]?.transitions ?? {});
  const others = Object.values(kinds).flatMap(({ transitions }) =>
    Object.values(transitions).filter(({ answers = [] }) => answers.some(({ kind }) => kind === name)),
  );
  return [...new Set([...own, ...others].flatMap(({ who }) => who))].sort();
}

const records = Object.values(kinds).map(({ kind, v, words = [] }) => ({
  kind,
  v,
  statuses: statusesOf(kind),
  actedOnBy: actorsOf(kind),
  readBy: ['the author', ...readersOf(kind)],
  ownWords: words,
  fields: fieldsOf(/** @type {any} */ (dataSchemas.get(kind))._zod.def.shape),
}));

const [first = ''] = Object.keys(kinds);
const envelope = fieldsOf(/** @type {any} */ (recordSchema(first))._zod.def.shape).filter(
  ({ name }) => !['kind', 'status', 'v', 'data'].includes(name),
);
const clear = JSON.parse(readFileSync(join(root, 'test/security/clear-fields.json'), 'utf8'));

const content = {
  about: 'Made from the schemas by scripts/data-inventory.mjs. docs/security-review.md says where the data goes and how long it stays.',
  everyRecord: envelope,
  records,
  onTheDevice: {
    sealed: 'AES-256-GCM: every record, every change that waits, every draft, every conflict and every entry of the log of acts, in the field `box`.',
    logOfActs:
      'Of each act of a person on this device: time, id and claimed role of the person, action, id and kind of the record, a random salt. No text.',
    inClear: clear,
    outsideOfTheDatabase: [
      'localStorage: one entry, named by a hash, with a random number of the root key: which store was here',
      'localStorage: a second entry, named by the hash, with a random number of the root key and a count: how often it was written',
      'origin private file system: two empty files, named by the same, for the same',
    ],
  },
};
await writeOrCheck(join(root, 'docs/data-inventory.json'), JSON.stringify(content), { command: 'node --import tsx scripts/data-inventory.mjs' });
