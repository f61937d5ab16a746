import type { MilieuRecord } from '../../model/record.js';
import { isKnownKind } from '../../model/unknown-version.schema.js';
import { MilieuError } from '../base/errors.js';
import type { Kept, Records } from '../base/types.js';
import { addEntry } from '../commits/audit-entries.js';
import { internalsOf } from '../context/internals.js';
import type { TaskOptions } from '../tasks/task-runner.js';
import { toJson } from '../../model/json.js';

const pageSize = 200;
const envelope = ['id', 'at', 'by', 'to', 'about', 'from', 'visibility', 'status', 'rev', 'sent'] as const;

/**
 * Makes a table of all records of one kind that the person may read on this device, newest first, for a spreadsheet: UTF-8 with a byte
 * order mark, commas, one line for each record, and a first line with the names of the columns. Fields of the data follow those of the record.
 *
 * A text that a spreadsheet would read as a formula has an apostrophe in front. Numbers stay numbers.
 *
 * **The table is not encrypted.** Anyone who has the file can read it. Say so before you make one.
 *
 * @param records an open store
 * @param kind such as `feedback`; a kind without records gives the first line alone
 * @param following `signal` cancels it: then there is no table. `onProgress` is called with the records read so far
 * @returns a file of type `text/csv`
 * @throws MilieuError `invalid` (there is no such kind), `cancelled`, `locked`, `closed`, `connection`
 */
export async function exportCsv(records: Records, kind: string, following: TaskOptions = {}): Promise<Blob> {
  const { tasks, run } = internalsOf(records);
  if (!isKnownKind(kind)) throw new MilieuError('invalid');
  return tasks.run(
    'export',
    async (progress) => {
      const found: Kept[] = [];
      await progress.step(0);
      for (let page = await pageOf(records, kind); page.length > 0; page = await pageOf(records, kind, page.at(-1)?.record)) {
        found.push(...page);
        await progress.step(found.length);
      }
      await run((context) => addEntry(context, { action: 'export', kind }));
      return table(found);
    },
    following,
  );
}

const pageOf = async (records: Records, kind: string, last?: MilieuRecord): Promise<readonly Kept[]> =>
  records.list({ kind, limit: pageSize, ...(last ? { before: last.id } : {}) });

function table(found: readonly Kept[]): Blob {
  const rows = found.map(({ record, sent }) => ({ ...record, sent, data: flat(record.data) }));
  const fields = [...new Set(rows.flatMap(({ data }) => [...data.keys()]))];
  const lines = rows.map((row) => [...envelope.map((name) => row[name]), ...fields.map((name) => row.data.get(name))]);
  const names = [...envelope, ...fields.map((name) => (envelope.includes(name as never) ? `data.${name}` : name))];
  return new Blob(['\uFEFF', ...[names, ...lines].map((line) => `${line.map(csvCell).join(',')}\r\n`)], { type: 'text/csv;charset=utf-8' });
}

/** `votes.for` for a field inside of a field. */
function flat(data: Readonly<Record<string, unknown>>, prefix = ''): Map<string, unknown> {
  return new Map(
    Object.entries(data).flatMap(([name, value]) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? [...flat(value as Readonly<Record<string, unknown>>, `${prefix}${name}.`)]
        : [[`${prefix}${name}`, value] as const],
    ),
  );
}

/** A value as a cell of a table for spreadsheets, which is never read as a formula. */
export function csvCell(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = typeof value === 'string' ? value : Array.isArray(value) ? value.map(String).join('; ') : toJson(value);
  return `"${guarded(text).replaceAll('"', '""')}"`;
}

/**
 * Spreadsheets run what begins like this, also behind white space, and some of them its full-width forms
 * (https://owasp.org/www-community/attacks/CSV_Injection). A careless reader may split a cell into its lines, so each line is guarded.
 */
const formula = /^(?=[^\S\n]*[=+\-@＝＋－＠]|[\t\r])/gm;
const guarded = (text: string): string => text.replace(formula, "'");
