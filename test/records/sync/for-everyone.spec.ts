import { expect } from '@open-wc/testing';
import { uuidv7 } from 'uuidv7';
import type { Change } from '../../../src/model/change.js';
import type { Carry, Records } from '../../../src/records/base/types.js';
import { databaseOf, putRaw, readRaw } from '../read-disk.js';
import { affirm, as, HeldClock, idOf, json, newCommunityId, open, remind, rewrite, taker, until } from '../store-setup.js';

const call = (records: Records): Promise<Change> => records.act('ask', { kind: 'help', id: uuidv7() }, { data: { need: 'come' } });
const nobody: Carry = () => null;

describe('a page that sends for everyone at a shared computer', () => {
  const house = (community: string, person: string, more: Partial<Parameters<typeof open>[0]> = {}) =>
    open({ community, keep: 'house', sends: 'everyone', ...as(person), ...more });

  it('sends what a person has left there, in their name, calls for help first', async () => {
    const community = newCommunityId();
    const before = await house(community, 'p-1', { carry: nobody });
    const made = [await affirm(before), await call(before)];
    await before.close();
    const { carry, got } = taker();
    const own = await house(community, 'p-2', { carry });
    await until(() => got.length === 2, 'both');
    expect(got.map(({ key, by }) => [key, by])).to.deep.equal(made.toReversed().map(({ key }) => [key, 'p-1']));
    expect(own.status.waiting).to.equal(0);
    const again = await house(community, 'p-1');
    await until(async () => again.status.waiting === 0 && (await again.get(idOf(made[1]!)))?.sent === 'sent', 'its author sees that it was sent');
  });

  it('counts for a person only what is theirs', async () => {
    const community = newCommunityId();
    const before = await house(community, 'p-1');
    await affirm(before);
    await before.close();
    const own = await house(community, 'p-2');
    await affirm(own, ['p-3']);
    await until(() => own.status.waiting === 1, 'counted');
  });

  it('shows a rejection to the person who made the change, and to nobody else', async () => {
    const community = newCommunityId();
    const before = await house(community, 'p-1');
    await affirm(before);
    await before.close();
    const other = await house(community, 'p-2', { carry: taker(() => json({}, 422)).carry });
    const heard: string[] = [];
    other.watchFailures(({ code }) => heard.push(code));
    await until(() => heard.includes('refused'), 'told to the host');
    expect(await other.troubles()).to.deep.equal([]);
    expect(other.status.refused).to.equal(0);
    await other.close();
    const author = await house(community, 'p-1');
    expect((await author.troubles()).map(({ change: { by } }) => by)).to.deep.equal(['p-1']);
  });

  it('repeats a change after a conflict by the rules for its author', async () => {
    const community = newCommunityId();
    const before = await house(community, 'p-1');
    const first = await remind(before);
    await before.sent(first.key);
    await rewrite(before, first, 'Better words');
    await before.close();
    const [root] = first.records;
    let asked = 0;
    const { carry, got } = taker(() => (asked++ === 0 ? json({ records: [{ ...root, rev: 2 }] }, 409) : json({})));
    await house(community, 'p-2', { carry });
    await until(() => got.length === 2, 'repeated');
    expect(got.map(({ by, records }) => [by, records[0]?.rev, records[0]?.data['saw']])).to.deep.equal([
      ['p-1', 2, 'Better words'],
      ['p-1', 3, 'Better words'],
    ]);
  });

  it('goes on after a change that cannot be opened, and leaves it to its author', async () => {
    const community = newCommunityId();
    const { value: before, name } = await databaseOf(() => house(community, 'p-1'));
    await affirm(before);
    await before.close();
    const [row] = (await readRaw(name))['outbox'] as { box: Uint8Array }[];
    await putRaw(name, 'outbox', { ...row, box: row!.box.map((byte) => byte ^ 1) });
    const { carry, got } = taker();
    const own = await house(community, 'p-2', { carry });
    const mine = await affirm(own, ['p-3']);
    await until(() => got.length === 1, 'the other one');
    expect(got[0]?.key).to.equal(mine.key);
    expect(await own.troubles()).to.deep.equal([]);
    const author = await house(community, 'p-1');
    expect((await author.troubles()).map(({ reason }) => reason)).to.deep.equal(['unreadable']);
  });

  it('tries a call again after ten seconds, whoever is there', async () => {
    const community = newCommunityId();
    const clock = new HeldClock();
    const before = await open({ community, keep: 'house', ...as('p-1') }, { clock });
    const made = await call(before);
    await before.close();
    let isUp = false;
    const { carry, got } = taker(() => (isUp ? json({}) : json({}, 503)));
    await open({ community, keep: 'house', sends: 'everyone', ...as('p-2'), carry }, { clock });
    await until(() => got.length === 1, 'the first try');
    isUp = true;
    await until(() => {
      clock.pass(1000);
      return got.length === 2;
    }, 'the second try');
    expect(clock.passed).to.be.within(10_000, 60_000);
    expect(got[1]?.key).to.equal(made.key);
  });
});
