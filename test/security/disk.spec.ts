import { expect } from '@open-wc/testing';
import type { Change } from '../../src/model/record.js';
import { databaseOf, fieldsOf, readRaw, textOf } from '../records/disk.js';
import { affirm, json, open, remind, rewrite, someHouse, taker, until, idOf } from '../records/support.js';
import allowed from './clear-fields.json' with { type: 'json' };

const canary = 'Zimtstern-7731';

/** A device on which everything that can be kept is kept, with the canary in every field that a person or a host fills. */
async function filled(key: Uint8Array | string) {
  const house = `${canary}-${someHouse()}`;
  let answer: (change: Change) => unknown = () => json({});
  const { carry } = taker((change) => answer(change));
  const pull = async (): Promise<{ records: []; cursor: string }> => ({ records: [], cursor: canary });
  const { value: records, name } = await databaseOf(() => open({ community: house, person: `${canary}-p`, key, carry, pull }));
  await records.pull();
  const first = await remind(records, [`${canary}-q`], `${canary} words`);
  const refused = await remind(records, [`${canary}-q`], `${canary} refused`);
  await until(() => records.status.waiting === 0, 'delivered');
  answer = () => json({}, 422);
  await rewrite(records, refused, `${canary} again`);
  await until(() => records.status.refused === 1, 'refused');
  answer = () => new Promise(() => undefined);
  const second = await rewrite(records, first, `${canary} other words`);
  await affirm(records, [`${canary}-q`], `${canary} waiting`);
  await records.apply([{ ...second.records[0]!, rev: 3, data: { ...second.records[0]!.data, saw: `${canary} theirs` } }]);
  await records.drafts.write(`${canary} draft`, { saw: `${canary} half` });
  expect((await records.get(idOf(first)))?.record.data['saw']).to.equal(`${canary} other words`);
  return { records, name };
}

describe('what lies on the disk', () => {
  it('holds no word, name, person, community, kind or status where a key locks it', async () => {
    const { name } = await filled(crypto.getRandomValues(new Uint8Array(32)));
    const text = textOf(await readRaw(name)) + name + JSON.stringify({ ...localStorage });
    for (const secret of [canary, 'feedback', 'remind', 'affirm', 'delivered', 'held', 'milieu']) expect(text, secret).to.not.include(secret);
    expect(name).to.match(/^[0-9a-f]{32}$/);
  });

  it('has in clear the fields that are allowed, and no other', async () => {
    const { name } = await filled('a long passphrase');
    const raw = await readRaw(name);
    const found = Object.fromEntries(Object.entries(raw).map(([store, rows]) => [store, [...new Set(rows.flatMap((row) => fieldsOf(row)))].sort()]));
    expect(found).to.deep.equal(allowed);
  });
});
