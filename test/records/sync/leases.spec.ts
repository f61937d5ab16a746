import { expect } from '@open-wc/testing';
import type { Change } from '../../../src/model/change.js';
import { httpCipher } from '../../../src/records/crypto/http-ciphers.js';
import type { Cipher } from '../../../src/records/crypto/webcrypto.js';
import type { Carry } from '../../../src/records/base/types.js';
import { databaseOf, putRaw, readRaw } from '../read-disk.js';
import { affirm, as, HeldClock, idOf, json, open, remind, rewrite, newCommunityId, taker, until } from '../store-setup.js';

const deaf: Carry = () => null;
const never: Carry = () => [new Promise(() => undefined)];

describe('delivery with two tabs', () => {
  for (const first of ['with a listener', 'without one']) {
    it(`the other tab delivers within 5 s when tab ${first} opened first`, async () => {
      const community = newCommunityId();
      const { carry, got } = taker();
      const opened: Awaited<ReturnType<typeof open>>[] = [];
      for (const way of first === 'with a listener' ? [carry, deaf] : [deaf, carry]) opened.push(await open({ community, carry: way }));
      const silent = opened[first === 'with a listener' ? 1 : 0]!;
      const change = await affirm(silent);
      await until(() => got.length === 1, 'delivered by the other tab');
      await until(async () => (await silent.get(idOf(change)))?.sent === 'sent', 'seen by the silent tab');
    });
  }

  it('two tabs show each other what was written', async () => {
    const community = newCommunityId();
    const [one, other] = [await open({ community }), await open({ community })];
    const seen: string[] = [];
    other.watch({ kind: 'feedback' }, (kept) => seen.push(kept.map(({ record }) => record.id).join()));
    const change = await affirm(one);
    await until(() => seen.at(-1) === idOf(change), 'shown');
    await until(() => other.status.waiting === 1, 'counted');
  });

  it('a tab never sends another person’s changes', async () => {
    const community = newCommunityId();
    const mine = await open({ community, keep: 'house', ...as('p-1') });
    const { carry, got } = taker();
    const theirs = await open({ community, keep: 'house', ...as('p-2'), carry });
    await affirm(mine, ['p-3'], 'Words of p-1');
    await affirm(theirs, ['p-3'], 'Words of p-2');
    await until(() => theirs.status.waiting === 0 && got.length > 0, 'theirs sent');
    theirs.wake();
    await theirs.list({ kind: 'feedback' });
    expect(got.map(({ by }) => by)).to.deep.equal(['p-2']);
    expect(mine.status.waiting).to.equal(1);
  });

  it('a change is sent once though two tabs are open', async () => {
    const community = newCommunityId();
    const { carry, got } = taker();
    const tabs = [await open({ community, carry }), await open({ community, carry })];
    for (let i = 0; i < 12; i++) {
      void tabs[i % 2]!.wake();
      await affirm(tabs[i % 2]!, ['p-2'], `Words ${i}`);
    }
    await until(() => tabs.every(({ status }) => status.waiting === 0), 'all sent');
    expect(new Set(got.map(({ key }) => key)).size).to.equal(12);
    expect(got.length).to.equal(12);
  });
});

describe('delivery from a tab without a listener', () => {
  it('a change without a listener uses no attempt and is tried again after 1, 2, 4 … 30 s', async () => {
    const clock = new HeldClock();
    const asked: number[] = [];
    const carry: Carry = (_, { attempt }) => {
      expect(attempt).to.equal(1);
      asked.push(clock.mono());
      return null;
    };
    const records = await open({ community: newCommunityId(), carry }, { clock });
    await affirm(records);
    await until(() => {
      if (asked.length > 0) clock.pass(500);
      return asked.length === 8;
    }, 'eight times');
    // The clock moves while the tab works, so a gap may be longer on a busy machine, but never shorter. Without the limit the last gap would be 64 s.
    const gaps = asked.slice(1).map((at, i) => (at - asked[i]!) / 1000);
    const least = [1, 2, 4, 8, 16, 30, 30];
    expect(gaps.map((gap, i) => gap >= least[i]!)).to.deep.equal(least.map(() => true));
    expect(gaps.at(-1)).to.be.lessThan(60);
  });

  it('a change is delivered at once when a listener is added', async () => {
    let listening = false;
    const carry: Carry = () => (listening ? [Promise.resolve(json({}))] : null);
    const records = await open({ community: newCommunityId(), carry });
    const change = await affirm(records);
    await records.list({ kind: 'feedback' });
    listening = true;
    records.wake();
    await until(async () => (await records.get(idOf(change)))?.sent === 'sent', 'delivered', 900);
  });

  it('waiting changes are counted when there is no way to send', async () => {
    const records = await open({ community: newCommunityId() });
    await affirm(records);
    await until(() => records.status.waiting === 1, 'counted');
  });
});

describe('the lease of an outbox row', () => {
  it('a lease ends when its tab closes, and another tab takes over at once', async () => {
    const community = newCommunityId();
    const started: Change[] = [];
    const stuck = await open({ community, carry: (change, info) => (started.push(change), never(change, info)) });
    const change = await affirm(stuck);
    await until(() => started.length === 1, 'sending');
    const { carry, got } = taker();
    await open({ community, carry });
    await stuck.close();
    await until(() => got.length === 1, 'taken over', 1000);
    expect(got[0]?.key).to.equal(change.key);
  });

  it('a lease ends after 40 s when its tab is frozen, and what that tab learns later changes nothing', async () => {
    const community = newCommunityId();
    let thaw: (response: Response) => void = () => undefined;
    const later = { clock: new HeldClock() };
    const frozen = await open({ community, carry: () => [new Promise((resolve) => (thaw = resolve))] }, later);
    const change = await affirm(frozen);
    await until(async () => (await frozen.get(idOf(change)))?.sent === 'waiting', 'kept');
    const clock = new HeldClock();
    const got: Change[] = [];
    let answer: (response: Response) => void = () => undefined;
    const other = await open({ community, carry: (one) => (got.push(one), [new Promise((resolve) => (answer = resolve))]) }, { clock });
    clock.pass(39_000);
    await other.list({ kind: 'feedback' });
    expect(got).to.deep.equal([]);
    await until(() => {
      clock.pass(500);
      return got.length === 1;
    }, 'taken over');
    expect(clock.mono()).to.be.greaterThan(39_999);
    thaw(json({}, 422));
    later.clock.pass(10_000);
    await affirm(frozen, ['p-3']);
    await until(() => frozen.status.waiting === 2, 'both still wait');
    expect(await frozen.troubles()).to.deep.equal([]);
    answer(json({}));
    await until(async () => (await frozen.get(idOf(change)))?.sent === 'sent', 'delivered');
  });

  it('a lease that ends too far in the future counts as over, because the clock was changed', async () => {
    const community = newCommunityId();
    const ahead = new HeldClock();
    ahead.time += 3_600_000;
    const started: Change[] = [];
    const stuck = await open({ community, carry: (change, info) => (started.push(change), never(change, info)) }, { clock: ahead });
    await affirm(stuck);
    await until(() => started.length === 1, 'sending');
    const { carry, got } = taker();
    await open({ community, carry }, { clock: new HeldClock() });
    await until(() => got.length === 1, 'taken over');
  });

  it('a retry still happens after the clock was set back', async () => {
    const clock = new HeldClock();
    clock.chance = 0.99;
    let down = true;
    const { carry, got } = taker(() => (down ? new Response('', { status: 503, headers: { 'retry-after': '290' } }) : json({})));
    const records = await open({ community: newCommunityId(), carry }, { clock });
    await affirm(records);
    await until(() => got.length === 1, 'the first attempt');
    await until(async () => {
      await records.list({ kind: 'feedback' });
      return true;
    }, 'given back');
    down = false;
    clock.time -= 3_600_000;
    await until(() => {
      clock.pass(1000);
      return got.length === 2;
    }, 'the second attempt');
    expect(clock.mono()).to.be.within(290_000, 310_000); // the time that the backend asked for, not the hour that the clock was set back
  });

  it('a tab that was frozen between lease and send gives the lease back', async () => {
    const clock = new HeldClock();
    let freeze = true;
    const slow: Cipher = {
      ...httpCipher,
      aes: async (key) => {
        const aes = await httpCipher.aes(key);
        return {
          ...aes,
          open: async (box, bound) => {
            if (freeze && new TextDecoder().decode(bound).includes('outbox')) {
              freeze = false;
              clock.time += 15_000;
              clock.passed += 15_000;
            }
            return aes.open(box, bound);
          },
        };
      },
    };
    const left: number[] = [];
    const leaseLeft = async (): Promise<Response> => {
      const [row] = (await readRaw(name))['outbox']!;
      left.push((row!['lease'] as { until: number }).until - clock.now());
      return json({});
    };
    const carry: Carry = () => [leaseLeft()];
    const { value: records, name } = await databaseOf(() => open({ community: newCommunityId(), carry }, { clock, cipher: slow }));
    const change = await affirm(records);
    await until(async () => (await records.get(idOf(change)))?.sent === 'sent', 'delivered');
    expect(left).to.deep.equal([40_000]);
    expect((await readRaw(name))['outbox']).to.deep.equal([]);
  });

  it('a send is aborted after 30 s and tried again', async () => {
    const clock = new HeldClock();
    const aborted: number[] = [];
    const attempts: number[] = [];
    const carry: Carry = (_, { signal, attempt }) => {
      attempts.push(attempt);
      signal.addEventListener('abort', () => aborted.push(clock.mono()));
      return [attempt === 1 ? new Promise(() => undefined) : Promise.resolve(json({}))];
    };
    const records = await open({ community: newCommunityId(), carry }, { clock });
    await affirm(records);
    await until(() => attempts.length === 1, 'sending');
    clock.pass(29_999);
    expect(aborted).to.deep.equal([]);
    clock.pass(1);
    expect(aborted).to.deep.equal([30_000]);
    await until(() => {
      clock.pass(500);
      return attempts.length === 2;
    }, 'again');
    expect(attempts).to.deep.equal([1, 2]);
  });
});

describe('the outbox', () => {
  it('a row that cannot be opened is set aside, and the rows behind it are sent', async () => {
    const clock = new HeldClock();
    const { carry, got } = taker();
    let ready = false;
    const { value: records, name } = await databaseOf(() =>
      open({ community: newCommunityId(), carry: (change, info) => (ready ? carry(change, info) : null) }, { clock }),
    );
    const first = await remind(records, ['p-2'], 'First');
    await rewrite(records, first, 'Second');
    await until(() => records.status.waiting === 2, 'both wait');
    await until(async () => (await readRaw(name))['outbox']!.every(({ lease }) => !lease), 'none is claimed');
    const [row] = (await readRaw(name))['outbox']!;
    await putRaw(name, 'outbox', { ...row, box: (row!['box'] as Uint8Array).slice().reverse() });
    ready = true;
    records.wake();
    await until(() => got.length === 1, 'the second sent');
    expect(got[0]?.action).to.equal('rewrite');
    await until(() => records.status.refused === 1, 'told');
    const [trouble] = await records.troubles();
    expect([trouble?.reason, trouble?.id]).to.deep.equal(['unreadable', first.key]);
    await records.settle(trouble!.id, 'remove');
    expect(await records.troubles()).to.deep.equal([]);
  });

  it('urgent changes are sent first', async () => {
    let listening = false;
    const { carry, got } = taker();
    const records = await open({ community: newCommunityId(), carry: (change, info) => (listening ? carry(change, info) : null) });
    await affirm(records);
    await affirm(records);
    const { uuidv7 } = await import('uuidv7');
    await records.act('ask', { kind: 'help', id: uuidv7() }, { data: { need: 'come' } });
    listening = true;
    records.wake();
    await until(() => got.length === 3, 'all sent');
    expect(got.map(({ action }) => action)).to.deep.equal(['ask', 'send', 'send']);
  });
});
