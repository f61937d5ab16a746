import { expect } from '@open-wc/testing';
import { affirm, newCommunityId, open, until } from '../store-setup.js';

describe('lists that one change is in', () => {
  it('are handed on in the same turn, the long one with the short one', async () => {
    const records = await open({ community: newCommunityId(), keep: 'person' });
    for (let count = 0; count < 60; count += 1) await affirm(records);
    const told: string[] = [];
    let endOfTurn: Promise<unknown> | undefined;
    const tell = (name: string) => (): void => {
      told.push(name);
      endOfTurn ??= Promise.resolve().then(() => told.push('the turn ends'));
    };
    const stops = [records.watch({ kind: 'feedback', limit: 1 }, tell('short')), records.watch({ kind: 'feedback', limit: 200 }, tell('long'))];
    await until(() => told.includes('short') && told.includes('long'), 'the first lists');
    told.length = 0;
    endOfTurn = undefined;
    await affirm(records);
    await until(() => told.includes('the turn ends'), 'the lists with the change');
    for (const stop of stops) stop();
    expect(told.slice(0, 3)).to.deep.equal(['short', 'long', 'the turn ends']);
  });
});
