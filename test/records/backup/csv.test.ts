import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import Papa from 'papaparse';
import { uuidv7 } from 'uuidv7';
import type { MilieuRecord } from '../../../src/model/record.js';
import { realClock } from '../../../src/records/base/clock.js';
import { exportCsv } from '../../../src/records/index.js';
import { Store } from '../../../src/records/store.js';
import { hostile } from '../../security/hostile.js';
import { toMe } from '../../contracts/foreign-records.js';

type Row = Readonly<Record<string, string>>;

const community = 'north-house';
async function tableOf(
  kind: string,
  stored: readonly MilieuRecord[],
): Promise<{ readonly text: string; readonly names: readonly string[]; readonly rows: readonly Row[] }> {
  const records = new Store({ community, person: 'p-1', as: 'resident', keep: 'page' }, { clock: realClock, tab: uuidv7() });
  await records.opening;
  try {
    await records.apply(stored);
    const text = await (await exportCsv(records, kind)).text();
    const { data, errors, meta } = Papa.parse<Row>(text, { header: true, skipEmptyLines: true });
    assert.deepEqual(errors, []);
    return { text, names: meta.fields ?? [], rows: data };
  } finally {
    await records.close();
  }
}
const says = (saw: string): MilieuRecord => ({ ...toMe(community), id: uuidv7(), data: { mode: 'affirm', saw } });

describe('a table for a spreadsheet', () => {
  test('has one line for each record, and a column for each field', async () => {
    const [one, other] = [says('You sat with "Kit", and waited;\nall of us saw it.'), says('Grüße, 你好 🌱')];
    const { names, rows } = await tableOf('feedback', [one, other]);
    assert.deepEqual(names.slice(0, 3), ['id', 'at', 'by']);
    assert.ok(names.includes('saw') && names.includes('sent'));
    assert.deepEqual(new Map(rows.map(({ id, saw }) => [id, saw])), new Map([one, other].map(({ id, data }) => [id, data['saw']])));
    assert.deepEqual(
      rows.map(({ rev, sent }) => [rev, sent]),
      [
        ['1', 'sent'],
        ['1', 'sent'],
      ],
    );
  });

  test('has every record of the kind, and of no other', async () => {
    const many = Array.from({ length: 450 }, (_, at) => says(`Words ${String(at)}`));
    const { rows } = await tableOf('feedback', many);
    assert.deepEqual(new Set(rows.map(({ id }) => id)), new Set(many.map(({ id }) => id)));
    assert.deepEqual((await tableOf('meeting', many)).rows, []);
  });

  test('gives no cell, and no line of a cell, that a spreadsheet takes for a formula; every word is still there', async () => {
    const starts = ['=', '+', '-', '@', '\t=', '\r=', ' =', '\u00a0=', '＝', '＋', '－', '＠'];
    const texts = [...hostile, ...starts.map((start) => `${start}cmd|' /C calc'!A0`), 'First\n=HYPERLINK("http://x")', 'a\n\n -1'];
    const stored = texts.filter((text) => text.length <= 600 && !text.includes('\0')).map(says);
    const { rows } = await tableOf('feedback', stored);
    const words = new Map(stored.map(({ id, data }) => [id, String(data['saw'])]));
    assert.equal(rows.length, stored.length);
    for (const { id = '', saw = '' } of rows) {
      for (const line of saw.split('\n')) assert.doesNotMatch(line, /^\s*[=+\-@＝＋－＠]|^[\t\r]/, JSON.stringify(saw));
      assert.equal(saw.replaceAll(/^'/gm, ''), words.get(id)?.replaceAll(/^'/gm, ''), 'only apostrophes were added');
    }
  });

  test('keeps numbers as numbers, also below zero', async () => {
    const votes = { for: 3, against: 0, abstain: 1 };
    const { text, names, rows } = await tableOf('outcome', [
      {
        ...toMe(community),
        kind: 'outcome',
        status: 'noted',
        about: uuidv7(),
        visibility: 'community',
        data: { text: 'We bake on Fridays.', votes },
      },
    ]);
    assert.deepEqual(
      names.filter((name) => name.startsWith('votes')),
      ['votes.for', 'votes.against', 'votes.abstain'],
    );
    assert.deepEqual([rows[0]?.['votes.for'], rows[0]?.['votes.against']], ['3', '0']);
    assert.ok(text.includes(',3,0,1\r\n'));
  });
});

test('a table of a kind that does not exist is refused', async () => {
  await assert.rejects(tableOf('feedbak', []), { name: 'MilieuError', code: 'invalid' });
});
