import { expect } from '@open-wc/testing';
import { uuidv7 } from 'uuidv7';
import { codeOf } from '../../src/records/base/errors.js';
import { currentOf, databaseOf, readRaw } from './read-disk.js';
import { affirm, open, newCommunityId, until } from './store-setup.js';

const key = (): Uint8Array => crypto.getRandomValues(new Uint8Array(32));
const code = async (work: Promise<unknown>): Promise<string> => work.then(() => 'nothing', codeOf);

for (const keep of ['person', 'page'] as const) {
  describe(`A prepared draft (${keep})`, () => {
    it('is written only over a version that its form knows', async () => {
      const { drafts } = await open({ community: newCommunityId(), keep });
      const first = await drafts.prepare('form', 'one');
      expect(await first.write([undefined])).to.equal(true);
      const second = await drafts.prepare('form', 'two');
      expect(await second.write([undefined])).to.equal(false);
      expect(await drafts.find('form')).to.deep.equal({ value: 'one', version: first.version });
      expect(await second.write([undefined, first.version])).to.equal(true);
      expect(await (await drafts.prepare('form', undefined)).write([first.version])).to.equal(false);
      expect(await (await drafts.prepare('form', undefined)).write([second.version])).to.equal(true);
      expect(await drafts.find('form')).to.equal(undefined);
    });

    it('is requested at once, and so is its removal', async () => {
      const { drafts } = await open({ community: newCommunityId(), keep });
      expect((await drafts.prepare('form', 'one')).writeNow()).to.equal(true);
      expect(await drafts.read('form')).to.equal('one');
      expect((await drafts.prepare('form', undefined)).writeNow()).to.equal(true);
      expect(await drafts.read('form')).to.equal(undefined);
    });

    it('is not written once the store is closed', async () => {
      const records = await open({ community: newCommunityId(), keep });
      const draft = await records.drafts.prepare('form', 'one');
      await records.close();
      expect(draft.writeNow()).to.equal(false);
    });
  });
}

describe('A prepared draft of a tab whose key was changed', () => {
  it('is not written by a request that waits for nothing, right before the old database is deleted', async () => {
    const community = newCommunityId();
    const { value: behind, name } = await databaseOf(() => open({ community, keep: 'person' }));
    const prepared = await behind.drafts.prepare('form', 'sealed with the old key');
    const host = await open({ community, keep: 'person' });
    await host.drafts.write('form', 'kept');
    const original = Object.getOwnPropertyDescriptor(IDBFactory.prototype, 'deleteDatabase')!;
    const left: unknown[] = [];
    IDBFactory.prototype.deleteDatabase = function (this: IDBFactory, old: string) {
      left.push(prepared.writeNow());
      return (original.value as IDBFactory['deleteDatabase']).call(this, old);
    };
    try {
      await host.unlock(key());
    } finally {
      Object.defineProperty(IDBFactory.prototype, 'deleteDatabase', original);
    }
    expect(left).to.deep.equal([true]); // requested, and refused by the database
    expect(await host.drafts.read('form')).to.equal('kept');
    expect((await readRaw(await currentOf(name)))['drafts']).to.have.length(1);
  });

  it('can be written again with the key that stands', async () => {
    const community = newCommunityId();
    const host = await open({ community, keep: 'person' });
    await host.unlock(key());
    (await host.drafts.prepare('form', 'one')).writeNow();
    expect(await host.drafts.read('form')).to.equal('one');
  });
});

describe('A key that was used', () => {
  const words = { mode: 'affirm', saw: 'You held the door.' } as const;

  it('is refused for other words or another receiver, and taken for the same', async () => {
    const records = await open({ community: newCommunityId(), keep: 'page' });
    const gesture = { id: uuidv7(), key: uuidv7() };
    const send = (to: string, data: Readonly<Record<string, unknown>>): Promise<unknown> =>
      records.act('send', { kind: 'feedback', id: gesture.id }, { key: gesture.key, to: [to], data });
    await send('p-2', words);
    expect(await code(send('p-2', { ...words, saw: 'You held it.' }))).to.equal('used');
    expect(await code(send('p-3', words))).to.equal('used');
    expect(await code(send('p-2', { ...words, effect: 'More.' }))).to.equal('used');
    expect(await code(send('p-2', words))).to.equal('nothing');
    expect(await records.list({ kind: 'feedback', by: 'p-1' })).to.have.length(1);
  });

  it('is taken where only the ids of the answers differ', async () => {
    const records = await open({ community: newCommunityId(), keep: 'page', as: 'staff' });
    const gesture = { id: uuidv7(), key: uuidv7() };
    const plan = (title: string): Promise<unknown> =>
      records.act(
        'plan',
        { kind: 'meeting', id: gesture.id },
        {
          key: gesture.key,
          data: { title: 'House', startsAt: '2026-12-01T10:00:00.000Z', minutes: 30, purpose: 'Talk', chair: 'p-1', agreements: [] },
          answers: [{ id: uuidv7(), kind: 'item', data: { title, kind: 'topic', order: 1 } }],
        },
      );
    expect(await code(plan('Cups'))).to.equal('nothing');
    expect(await code(plan('Cups'))).to.equal('nothing');
    expect(await code(plan('Plates'))).to.equal('used');
  });
});

describe('A watch of one record', () => {
  it('tells when it changes, and of no other', async () => {
    const records = await open({ community: newCommunityId(), keep: 'page' });
    const change = await affirm(records);
    const told: unknown[] = [];
    const stop = records.watch({ kind: 'feedback', id: change.records[0]!.id }, (kept) => void told.push(kept.map(({ record }) => record.id)));
    await until(() => told.length === 1, 'the first list');
    await affirm(records);
    await records.sent(change.key);
    await until(() => told.length === 2, 'the list after it was sent');
    stop();
    expect(told).to.deep.equal([[change.records[0]!.id], [change.records[0]!.id]]);
  });
});
