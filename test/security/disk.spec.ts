import { expect } from '@open-wc/testing';
import { uuidv7 } from 'uuidv7';
import type { Change } from '../../src/model/change.js';
import { createRecoveryCode } from '../../src/records/backup/recovery.js';
import { currentOf, databaseOf, fieldsOf, readRaw, textOf } from '../records/read-disk.js';
import { affirm, json, open, remind, rewrite, newCommunityId, taker, until, idOf } from '../records/store-setup.js';
import allowed from './clear-fields.json' with { type: 'json' };

const canary = 'Zimtstern-7731';

/** A device that stores everything it can, with the canary in every field that a person or a host fills. */
async function filled(key: Uint8Array | string) {
  const community = `${canary}-${newCommunityId()}`;
  let answer: (change: Change) => unknown = () => json({});
  const { carry } = taker((change) => answer(change));
  const pull = async (): Promise<{ records: []; cursor: string }> => ({ records: [], cursor: canary });
  const { value: records, name: unlocked } = await databaseOf(() => open({ community, person: `${canary}-p`, carry, pull }));
  await records.unlock(key);
  if (typeof key === 'string') await createRecoveryCode(records, key);
  const name = await currentOf(unlocked);
  await records.pull();
  const first = await remind(records, [`${canary}-q`], `${canary} words`);
  const refused = await remind(records, [`${canary}-q`], `${canary} refused`);
  const isSent = async (change: Change): Promise<boolean> => (await records.get(idOf(change)))?.sent === 'sent';
  await until(async () => (await isSent(first)) && (await isSent(refused)), 'delivered');
  answer = () => json({}, 422);
  await rewrite(records, refused, `${canary} again`);
  await until(() => records.status.refused === 1, 'refused');
  let calls = 0;
  answer = () => json({}, ++calls && 503);
  await records.act('ask', { kind: 'help', id: uuidv7() }, { data: { need: 'worried', text: `${canary} call` } });
  await until(() => calls === 1, 'a call tried once');
  let hanging = 0;
  answer = () => new Promise(() => ++hanging);
  const second = await rewrite(records, first, `${canary} other words`);
  await affirm(records, [`${canary}-q`], `${canary} waiting`);
  await until(() => hanging === 1, 'a change being sent');
  await records.apply([{ ...second.records[0]!, rev: 3, data: { ...second.records[0]!.data, saw: `${canary} theirs` } }]);
  await records.apply([{ ...second.records[0]!, id: uuidv7(), kind: 'of-a-newer-version', data: { saw: `${canary} aside` } }]);
  await records.drafts.write(`${canary} draft`, { saw: `${canary} half` });
  expect((await records.get(idOf(first)))?.record.data['saw']).to.equal(`${canary} other words`);
  return { records, name };
}

describe('data on the disk', () => {
  it('a locked store holds no word, name, person, community, kind or status in clear', async () => {
    const { name } = await filled(crypto.getRandomValues(new Uint8Array(32)));
    const text = textOf(await readRaw(name)) + name + JSON.stringify({ ...localStorage });
    for (const secret of [canary, 'feedback', 'remind', 'affirm', 'delivered', 'held', 'newer', 'milieu'])
      expect(text, secret).to.not.include(secret);
    expect(name).to.match(/^[0-9a-f]{32}-[0-9a-f]{16}$/);
  });

  it('only the listed fields are in clear', async () => {
    const { name } = await filled('a long passphrase');
    const raw = await readRaw(name);
    const found = Object.fromEntries(Object.entries(raw).map(([store, rows]) => [store, [...new Set(rows.flatMap((row) => fieldsOf(row)))].sort()]));
    expect(found).to.deep.equal(allowed);
  });
});
