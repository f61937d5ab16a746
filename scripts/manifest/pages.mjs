// The pages of docs/reference: functions and types, records, strings.
import { code, fieldRows, table, words } from './reference.mjs';

const made = 'Generated from the sources by `npm run manifest`; do not edit.';
const joined = (parts) => parts.filter(Boolean).join('\n\n');
const by = (list, is) => list.filter((one) => one.is === is);
const rows = (list) => list.map(({ name, text, description }) => [code(name), code(text), words(description)]);

/** Of one entry of the package: functions and values as a table, then each type with its members. */
function entry({ name, about, exports }) {
  return joined([
    `## ${code(name)}`,
    about,
    table(
      ['function', 'what'],
      by(exports, 'function').map(({ text, description }) => [code(text), words(description)]),
    ),
    table(['value', 'type', 'what'], rows(by(exports, 'value'))),
    table(['type', 'is', 'what'], rows(by(exports, 'type'))),
    ...by(exports, 'members').map(({ name: type, description, members }) =>
      joined([`### ${code(type)}`, words(description), table(['member', 'type', 'what'], fieldRows(members))]),
    ),
  ]);
}

/** @param {{ name: string, about: string, exports: any[] }[]} entries */
export const apiPage = (entries) =>
  joined([
    '# Functions and types',
    `${made} Tags, events, \`Status\` and error codes are in the [reference](../reference.md), the fields of each kind of record under [records](records.md).`,
    ...entries.map(entry),
  ]);

const listed = (list) => list.map(code).join(', ');

/** A name of a status as Mermaid takes it. */
const idOf = (status) => status.replace(/-/g, '_');

/** The picture of a kind: its statuses, and the acts that lead from one to another. Acts that change no status are in the table only. */
export function statePicture(transitions, statuses) {
  /** @type {Map<string, string[]>} */
  const ways = new Map();
  for (const [act, { from, to }] of Object.entries(transitions))
    for (const start of from.length > 0 ? from : ['[*]'])
      for (const end of to) {
        const way = `${idOf(start)} --> ${idOf(end)}`;
        ways.set(way, [...(ways.get(way) ?? []), act]);
      }
  if (ways.size === 0) return '';
  const named = statuses.filter((status) => status.includes('-')).map((status) => `  state "${status}" as ${idOf(status)}`);
  return ['```mermaid', 'stateDiagram-v2', ...named, ...[...ways].map(([way, acts]) => `  ${way}: ${acts.join(', ')}`), '```'].join('\n');
}

/** @param {any[]} fields from the types @param {Record<string, any>} kinds tables of transitions @param {(kind: string) => string[]} statusesOf */
export const recordsPage = (fields, kinds, statusesOf) =>
  joined([
    '# Records',
    `${made} What every record has is [\`MilieuRecord\`](api.md#milieurecord); \`data\` depends on its kind. Lengths are UTF-16 code units, as \`maxlength\` counts them. An act of another kind may create records of a kind that has no acts of its own. The pictures are printed from the same tables as the rules.`,
    ...fields.map(({ kind, type, description, members }) =>
      joined([
        `## ${code(kind)}`,
        `${words(description)} Type ${code(type)}, version ${kinds[kind].v}. Statuses: ${listed(statusesOf(kind))}.`.trim(),
        table(['field', 'type', 'what'], fieldRows(members)),
        statePicture(kinds[kind].transitions, statusesOf(kind)),
        table(
          ['act', 'from', 'to', 'who'],
          Object.entries(kinds[kind].transitions).map(([act, { from, to, who }]) => [
            code(act),
            listed(from) || 'new',
            listed(to) || 'as it was',
            who.join(', '),
          ]),
        ),
      ]),
    ),
  ]);

/** @param {{ title: string, strings: Record<string, string> }[]} tables */
export const stringsPage = (tables) =>
  joined([
    '# Strings',
    `${made} Every text that people read, by its key. A host replaces some with \`community.strings\`, a language with \`registerLocale\`. \`{name}\` is filled in. Of keys that end in \`.one\` and \`.other\` one is chosen by a count. The sentences of error codes have the keys \`error.<code>\`: see [error codes](../reference.md#error-codes).`,
    ...tables.map(({ title, strings }) =>
      joined([
        `## ${title}`,
        table(
          ['key', 'English'],
          Object.entries(strings).map(([key, text]) => [code(key), words(text)]),
        ),
      ]),
    ),
  ]);
