import { expect } from '@open-wc/testing';
import { uuidv7 } from 'uuidv7';
import type { Carry } from '../../../src/records/base/types.js';
import { maxSends } from '../../../src/records/storage/backoff.js';
import { affirm, HeldClock, json, newCommunityId, open, remind, rewrite, until } from '../store-setup.js';

/** Counts what is under way at the same time. */
function counted(answer: (saw: string) => Promise<Response>): { carry: Carry; got: string[]; most: () => number } {
  const got: string[] = [];
  let [open, most] = [0, 0];
  const carry: Carry = (change) => {
    const saw = change.action === 'ask' ? 'ask' : (change.records[0]?.data['saw'] as string);
    got.push(saw);
    most = Math.max(most, (open += 1));
    return [answer(saw).finally(() => (open -= 1))];
  };
  return { carry, got, most: () => most };
}

/** A store in which changes wait that nobody took yet. */
async function backlog(count: number, carry: Carry, clock: HeldClock) {
  let listening = false;
  const records = await open({ community: newCommunityId(), carry: (...args) => (listening ? carry(...args) : null) }, { clock });
  for (let at = 0; at < count; at += 20)
    await Promise.all(Array.from({ length: Math.min(20, count - at) }, (_, one) => affirm(records, ['p-2'], `Words ${at + one}`)));
  await until(() => {
    clock.pass(250); // many changes are counted less often
    return records.status.waiting === count;
  }, 'all wait');
  return { records, start: () => ((listening = true), records.wake()) };
}

describe('several changes under way', () => {
  it(`sends ${maxSends} at a time once the backend has answered one`, async () => {
    const held: (() => void)[] = [];
    const { carry, got, most } = counted(async () => {
      if (got.length === 1) return json({});
      const answer = new Promise<void>((resolve) => held.push(resolve));
      if (held.length === maxSends || got.length === 20) held.splice(0).forEach((one) => one());
      await answer;
      return json({});
    });
    const { records, start } = await backlog(20, carry, new HeldClock());
    start();
    await until(() => records.status.waiting === 0, 'all sent');
    expect(most()).to.equal(maxSends);
    expect(new Set(got).size).to.equal(20);
  });

  it('a request that hangs holds up only the changes of its own record', async () => {
    const clock = new HeldClock();
    const { carry, got } = counted((saw) => (saw === 'Hangs' ? new Promise(() => undefined) : Promise.resolve(json({}))));
    const records = await open({ community: newCommunityId(), carry }, { clock });
    const first = await remind(records, ['p-2'], 'Hangs');
    await until(() => got.length === 1, 'hanging');
    await rewrite(records, first, 'Behind it');
    for (let at = 0; at < 10; at++) await affirm(records, ['p-2'], `Words ${at}`);
    await until(() => {
      if (clock.passed < 5000) clock.pass(500);
      return records.status.waiting === 2;
    }, 'all others sent');
    expect(clock.passed).to.be.lessThan(30_000);
    expect(got).to.not.include('Behind it');
  });

  it('a call for help needs no room', async () => {
    const clock = new HeldClock();
    const { carry, got } = counted((saw) => (saw === 'ask' ? Promise.resolve(json({})) : new Promise(() => undefined)));
    const { records, start } = await backlog(maxSends + 2, carry, clock);
    start();
    await until(() => {
      clock.pass(100);
      return got.length === maxSends;
    }, 'all room taken');
    await records.act('ask', { kind: 'help', id: uuidv7() }, { data: { need: 'come' } });
    await until(() => got.includes('ask') && records.status.waiting === maxSends + 2, 'the call sent');
    expect(got).to.have.length(maxSends + 1);
  });

  it('while the backend is down, one change at a time tests it, also with 300 waiting', async () => {
    const clock = new HeldClock();
    clock.chance = 0.99;
    const { carry, got, most } = counted(() => new Promise((_, reject) => clock.after(500, () => reject(new TypeError('no line')))));
    const { records, start } = await backlog(300, carry, clock);
    start();
    await until(() => got.length === 1, 'the first test');
    const from = clock.passed;
    await until(
      async () => {
        clock.pass(250);
        await records.list({ kind: 'feedback', limit: 1 });
        return clock.passed - from >= 12_000;
      },
      'twelve seconds',
      60_000,
    );
    expect(most()).to.equal(1);
    expect(got.length).to.be.lessThan(6);
  });

  it('a Retry-After holds 100 waiting changes, in all tabs', async () => {
    const clock = new HeldClock();
    const busy = (): Response => new Response('', { status: 429, headers: { 'retry-after': '120' } });
    let from = Infinity;
    const { carry, got } = counted(async () => {
      from = Math.min(from, clock.passed);
      return clock.passed - from < 120_000 ? busy() : json({});
    });
    const { records, start } = await backlog(100, carry, clock);
    // It could send before it has heard that the backend asked to wait.
    const other = await open({ community: records.community, carry: (...args) => (clock.passed - from > 5000 ? carry(...args) : null) }, { clock });
    start();
    await until(() => got.length === 1, 'the first attempt');
    await until(
      async () => {
        await records.list({ kind: 'feedback', limit: 1 });
        clock.pass(1000);
        records.wake();
        other.wake();
        return clock.passed - from >= 119_000;
      },
      'two minutes',
      60_000,
    );
    expect(got).to.have.length(1);
    await until(
      () => {
        clock.pass(1000);
        return records.status.waiting === 0;
      },
      'all sent',
      60_000,
    );
  });
});
