import { expect } from '@open-wc/testing';
import { uuidv7 } from 'uuidv7';
import type { Change } from '../../src/model/change.js';
import type { MilieuRecord } from '../../src/model/record.js';
import { codeOf } from '../../src/records/base/errors.js';
import type { Carry, Keep } from '../../src/records/base/types.js';
import { affirm, HeldClock, idOf, json, open, remind, rewrite, newCommunityId, taker, until, words } from '../records/store-setup.js';

/** What happens to a change with each answer of a backend. */
export function deliveryContract(where: string, keep: Keep): void {
  const store = (more: Parameters<typeof open>[0], parts?: Parameters<typeof open>[1]) => open({ keep, ...more }, parts);
  const code = async (work: Promise<unknown>): Promise<string> => work.then(() => 'nothing', codeOf);

  describe(`delivery: what the backend answers (${where})`, () => {
    const answering = async (answer: (change: Change) => unknown, clock?: HeldClock) => {
      const { carry, got } = taker(answer);
      const records = await store({ community: newCommunityId(), carry }, clock ? { clock } : {});
      return { records, got };
    };
    const sent = async (records: Awaited<ReturnType<typeof open>>, change: Change) => (await records.get(idOf(change)))?.sent;

    it('a 2xx delivers the change and takes the records that come with it', async () => {
      const { records } = await answering((change) => json({ records: [change.records[0]] }, 201));
      const change = await affirm(records);
      await until(async () => (await sent(records, change)) === 'sent', 'delivered');
      expect(records.status.waiting).to.equal(0);
    });

    it('a 503 is tried again later with the same key and a higher attempt', async () => {
      const clock = new HeldClock();
      const attempts: number[] = [];
      const keys: string[] = [];
      const carry: Carry = (change, { attempt }) => {
        attempts.push(attempt);
        keys.push(change.key);
        return [Promise.resolve(attempt < 3 ? new Response('', { status: 503 }) : json({}))];
      };
      const records = await store({ community: newCommunityId(), carry }, { clock });
      const change = await affirm(records);
      await until(() => attempts.length === 1, 'the first attempt');
      await until(async () => {
        clock.pass(1000);
        return (await sent(records, change)) === 'sent';
      }, 'delivered');
      expect(attempts).to.deep.equal([1, 2, 3]);
      expect(new Set(keys).size).to.equal(1);
    });

    it('while the backend is down only one change is tried, and all are sent when it is back', async () => {
      const clock = new HeldClock();
      let line = false;
      let tries = 0;
      const records = await store(
        { community: newCommunityId(), carry: () => [(tries++, line) ? Promise.resolve(true) : Promise.reject(new TypeError('no line'))] },
        { clock },
      );
      await affirm(records);
      await until(() => tries === 1, 'an attempt');
      await affirm(records);
      await affirm(records);
      records.wake();
      await until(() => tries === 2, 'one more');
      line = true;
      await until(() => {
        records.wake();
        return records.status.waiting === 0;
      }, 'all delivered');
      expect(tries).to.equal(5);
    });

    it('a Retry-After holds all changes, and the backend is asked once in that time', async () => {
      const clock = new HeldClock();
      const at: number[] = [];
      const { records } = await answering(() => {
        at.push(clock.now());
        return at.length === 1 ? new Response('', { status: 429, headers: { 'retry-after': '120' } }) : json({});
      }, clock);
      await affirm(records);
      await until(() => at.length === 1, 'the first attempt');
      for (let count = 0; count < 5; count++) await affirm(records);
      await until(() => {
        clock.pass(1000);
        records.wake();
        return records.status.waiting === 0;
      }, 'all delivered');
      expect(at).to.have.length(7);
      expect(at[1]! - at[0]!).to.be.at.least(120_000);
    });

    it('a call for help is tried every 10 s while all other changes wait', async () => {
      const clock = new HeldClock();
      const at: number[] = [];
      const others: number[] = [];
      const { records } = await answering((change) => {
        const calls = change.records[0]?.kind === 'help';
        (calls ? at : others).push(clock.now());
        return at.length < 4 ? new Response('', { status: 503, headers: { 'retry-after': '120' } }) : json({});
      }, clock);
      await affirm(records);
      await until(() => others.length === 1, 'the first attempt');
      const call = await records.act('ask', { kind: 'help', id: uuidv7() }, { data: { need: 'come' } });
      await until(() => at.length === 1, 'the call');
      await until(async () => {
        clock.pass(500);
        return (await sent(records, call)) === 'sent';
      }, 'the call delivered');
      expect(others).to.have.length(1);
      expect(at).to.have.length(4);
      for (const [index, time] of at.entries()) if (index > 0) expect(time - at[index - 1]!).to.be.at.least(10_000);
    });

    it('a change with an unclear answer is kept, reported each time, and sent again with the same key', async () => {
      const clock = new HeldClock();
      const [keys, told]: [string[], string[]] = [[], []];
      const carry: Carry = (change) => {
        keys.push(change.key);
        return [Promise.resolve((keys.length < 3 ? { error: 'down' } : true) as true)];
      };
      const records = await store({ community: newCommunityId(), carry }, { clock });
      records.watchFailures(({ code, id }) => told.push(`${code} ${id}`));
      const change = await affirm(records);
      await until(() => keys.length === 1 && told.length === 1, 'the first attempt');
      expect(await sent(records, change)).to.equal('waiting');
      await until(async () => {
        clock.pass(1000);
        return (await sent(records, change)) === 'sent';
      }, 'delivered');
      expect(told).to.deep.equal(Array(2).fill(`unclear-answer ${idOf(change)}`));
      expect(new Set(keys).size).to.equal(1);
    });

    it('Retry-After is respected, also when the store checks earlier', async () => {
      const clock = new HeldClock();
      const at: number[] = [];
      const { records } = await answering(() => {
        at.push(clock.now());
        return at.length === 1 ? new Response('', { status: 429, headers: { 'retry-after': '7' } }) : json({});
      }, clock);
      await affirm(records);
      await until(() => {
        clock.pass(200);
        records.wake();
        return at.length === 2;
      }, 'the second attempt');
      expect(at[1]! - at[0]!).to.be.within(7000, 17_000);
    });

    it('a 401 pauses without using an attempt, and resume() sends again', async () => {
      let signedIn = false;
      const attempts: number[] = [];
      const carry: Carry = (_, { attempt }) => {
        attempts.push(attempt);
        return [Promise.resolve(signedIn ? json({}) : new Response('', { status: 401 }))];
      };
      const records = await store({ community: newCommunityId(), carry });
      const change = await affirm(records);
      await until(() => records.status.paused, 'paused');
      await affirm(records);
      records.wake();
      expect(attempts).to.deep.equal([1]);
      signedIn = true;
      records.resume();
      await until(async () => (await sent(records, change)) === 'sent', 'delivered');
      await until(() => records.status.waiting === 0, 'all delivered');
      expect(attempts).to.deep.equal([1, 1, 1]);
      expect(records.status.paused).to.equal(false);
    });

    it('a pull that succeeds ends a pause', async () => {
      let signedIn = false;
      const carry: Carry = () => [Promise.resolve(signedIn ? json({}) : new Response('', { status: 401 }))];
      const pull = async (): Promise<{ records: MilieuRecord[] }> => {
        if (!signedIn) throw new Error('401');
        return { records: [] };
      };
      const records = await store({ community: newCommunityId(), carry, pull });
      const change = await affirm(records);
      await until(() => records.status.paused, 'paused');
      expect(await code(records.pull())).to.equal('pull-failed');
      expect(records.status.paused).to.equal(true);
      signedIn = true;
      await records.pull();
      await until(async () => (await sent(records, change)) === 'sent', 'delivered');
    });

    it('a rejected change is set aside with its text, and the next change is sent', async () => {
      const { records } = await answering((change) => (change.records[0]?.data['saw'] === 'No' + words ? json({}, 422) : json({})));
      const bad = await affirm(records, ['p-2'], 'No' + words);
      const good = await affirm(records);
      await until(async () => (await sent(records, good)) === 'sent', 'the good one delivered');
      await until(() => records.status.refused === 1, 'one refused');
      const [trouble] = await records.troubles();
      expect(trouble?.reason).to.equal('refused');
      expect(trouble?.code).to.equal('422');
      expect(trouble?.change.records[0]?.data['saw']).to.equal('No' + words);
      expect(await records.get(idOf(bad))).to.equal(undefined);
      await records.settle(trouble!.id, 'remove');
      expect(await records.troubles()).to.deep.equal([]);
      await until(() => records.status.refused === 0, 'none refused');
    });

    it('a rejected change is sent again when the person asks for it', async () => {
      let open = false;
      const { records, got } = await answering(() => (open ? json({}) : json({}, 422)));
      const change = await affirm(records);
      await until(() => records.status.refused === 1, 'refused');
      open = true;
      await records.settle((await records.troubles())[0]!.id, 'again');
      await until(async () => (await sent(records, change)) === 'sent', 'delivered');
      expect(new Set(got.map(({ key }) => key)).size).to.equal(2);
    });

    it('both versions are kept when two devices wrote different text', async () => {
      const theirs = (change: Change): MilieuRecord => ({ ...change.records[0]!, data: { ...change.records[0]!.data, saw: 'Their words' } });
      let answer: (change: Change) => unknown = () => json({});
      const { records, got } = await answering((change) => answer(change));
      const first = await remind(records);
      await until(async () => (await sent(records, first)) === 'sent', 'the first one delivered');
      answer = (change) => json({ records: [theirs(change)] }, 409);
      await rewrite(records, first, 'My words');
      await until(() => records.status.refused === 1, 'held');
      const [trouble] = await records.troubles();
      expect(trouble?.reason).to.equal('held');
      expect(trouble?.change.records[0]?.data['saw']).to.equal('My words');
      expect(trouble?.theirs?.data['saw']).to.equal('Their words');
      const kept = await records.get(idOf(first));
      expect([kept?.record.data['saw'], kept?.sent]).to.deep.equal(['Their words', 'held']);
      answer = () => json({});
      await records.settle(trouble!.id, 'mine');
      await until(async () => (await records.get(idOf(first)))?.sent === 'sent', 'mine delivered');
      expect((await records.get(idOf(first)))?.record.data['saw']).to.equal('My words');
      expect(got.at(-1)?.records[0]?.rev).to.equal(3);
    });

    it('the changes of one record are sent in order, and other changes may overtake', async () => {
      const clock = new HeldClock();
      let down = true;
      const log: string[] = [];
      const { records } = await answering((change) => {
        const saw = String(change.records[0]?.data['saw']);
        log.push(saw);
        return down && saw === 'First' ? new Response('', { status: 503 }) : json({});
      }, clock);
      const first = await remind(records, ['p-2'], 'First');
      await rewrite(records, first, 'Second');
      await affirm(records, ['p-3'], 'Another');
      await until(() => {
        clock.pass(100); // the failure of the first change holds all others for a moment
        return log.includes('Another');
      }, 'the other one sent');
      expect(log).to.not.include('Second');
      down = false;
      await until(() => {
        clock.pass(1000);
        return log.includes('Second');
      }, 'the second one sent');
      expect(log.lastIndexOf('First')).to.be.lessThan(log.indexOf('Second'));
      await until(async () => (await sent(records, first)) === 'sent', 'all delivered');
    });

    it('a pulled record waits while the local record has unsent text, and is applied after delivery', async () => {
      let answer: () => unknown = () => json({});
      const { records } = await answering(() => answer());
      const first = await remind(records);
      await until(async () => (await sent(records, first)) === 'sent', 'the first one delivered');
      const asked: ((response: Response) => void)[] = [];
      answer = () => new Promise<Response>((done) => asked.push(done));
      const second = await rewrite(records, first, 'My words');
      const later: MilieuRecord = { ...second.records[0]!, rev: 3, status: 'delivered', visibility: 'named-and-staff' };
      await records.apply([later]);
      expect((await records.get(idOf(first)))?.record.rev).to.equal(2);
      await until(() => asked.length > 0, 'asked');
      asked[0]?.(json({}));
      await until(async () => (await records.get(idOf(first)))?.record.rev === 3, 'theirs taken');
      expect((await records.get(idOf(first)))?.sent).to.equal('sent');
    });

    it('a change that this tab sends itself is sent only once', async () => {
      const { records, got } = await answering(() => json({}));
      const key = uuidv7();
      const acting = affirm(records, ['p-2'], words, { key, carried: true });
      const sending = records.sent(key);
      const change = await acting;
      await sending;
      expect(await sent(records, change)).to.equal('sent');
      expect(got).to.deep.equal([]);
    });

    it('a change that this tab reserved and did not send waits in the outbox like any other', async () => {
      const { records, got } = await answering(() => json({}));
      const key = uuidv7();
      const change = await affirm(records, ['p-2'], words, { key, carried: true });
      await records.list({ kind: 'feedback' });
      expect(got).to.deep.equal([]);
      await records.sent(key, false);
      await until(async () => (await sent(records, change)) === 'sent', 'delivered');
      expect(got.length).to.equal(1);
    });
  });
}
