import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { decide } from '../../../src/model/decide.js';
import { dayAfter, daysFrom } from '../../../src/model/kinds/job/calendar.js';
import { bookOf, type JobRecord, turnsOf } from '../../../src/model/kinds/job/rota.js';
import { doneAct, type JobAct, type JobOn, jobsOn, swapsAskedOf, undoAct } from '../../../src/model/kinds/ladder/jobs-on.js';
import type { MilieuRecord } from '../../../src/model/record.js';
import { actorOf, community } from '../dice.js';
import { Story } from '../act-by-name.js';

const monday = '2026-11-23';
const wednesday = '2026-11-25';
const days = { weekdays: [1, 3, 5], first: monday };

class House extends Story {
  get records(): MilieuRecord[] {
    return [...this.world.stored.values()];
  }
  plan(to: readonly string[], more: object = {}): MilieuRecord {
    return this.does('sol', 'job', 'plan', undefined, { to, data: { title: 'Wash the dishes', steps: [], ...days, ...more } });
  }
  says(person: string, action: string, job: MilieuRecord, data: object = { day: monday }, to: readonly string[] = []): MilieuRecord {
    return this.does(person, 'job-day', action, undefined, { about: job.id, to, data: data as never });
  }
  on(person: string, day = monday): readonly JobOn[] {
    return jobsOn(day, this.records, person);
  }
  states(person: string, day = monday): readonly string[] {
    return this.on(person, day).map(({ state }) => state);
  }
  /** Does what `doneAct` or `undoAct` says, as a widget does. */
  acts(person: string, act: JobAct | undefined): void {
    assert.ok(act);
    const { action, target, input } = act;
    this.does(person, target.kind, action, this.world.stored.get(target.id), input);
  }
}

describe('jobsOn', () => {
  it('a job is done and undone by the acts that it names, as often as the person likes', () => {
    const house = new House();
    house.plan(['ana']);
    for (let round = 0; round < 3; round += 1) {
      assert.deepEqual(house.states('ana'), ['open']);
      assert.equal(undoAct(house.on('ana')[0]!), undefined);
      house.acts('ana', doneAct(house.on('ana')[0]!, house.world.freshId()));
      assert.deepEqual(house.states('ana'), ['done']);
      assert.equal(doneAct(house.on('ana')[0]!, house.world.freshId()), undefined);
      house.acts('ana', undoAct(house.on('ana')[0]!));
    }
  });

  it('a day without an answer is no job of a later day, and a day that was answered says nothing of the next', () => {
    const house = new House();
    const job = house.plan(['ana']);
    house.says('ana', 'done', job);
    assert.deepEqual(house.states('ana', '2026-11-24'), []);
    assert.deepEqual(house.states('ana', wednesday), ['open']);
    assert.deepEqual(house.states('ana', dayAfter(monday, 700)), ['open']);
  });

  it('each person’s answer is their own', () => {
    const house = new House();
    const job = house.plan(['ana', 'ben']);
    house.says('ana', 'done', job);
    assert.deepEqual([house.states('ana'), house.states('ben'), house.states('cy')], [['done'], ['open'], []]);
  });

  it('a call for help, a “no” and a request to swap stand until they are taken back', () => {
    for (const [action, state] of [
      ['ask-help', 'help-asked'],
      ['decline', 'no'],
      ['swap', 'swap-asked'],
    ] as const) {
      const house = new House();
      const job = house.plan(['ana', 'ben']);
      house.says('ana', action, job, { day: monday }, action === 'swap' ? ['ben'] : []);
      assert.deepEqual(house.states('ana'), [state]);
      house.acts('ana', undoAct(house.on('ana')[0]!));
      assert.deepEqual(house.states('ana'), ['open']);
    }
  });

  it('a job with help is done by the answer that asked for it', () => {
    const house = new House();
    const job = house.plan(['ana']);
    house.does('sol', 'job-day', 'helped', house.says('ana', 'ask-help', job));
    assert.deepEqual(house.states('ana'), ['helped']);
    house.acts('ana', doneAct(house.on('ana')[0]!, house.world.freshId()));
    assert.deepEqual(house.states('ana'), ['done']);
  });

  it('a “no” for all days is asked about on no later day, until staff change the job', () => {
    const house = new House();
    const job = house.plan(['ana', 'ben']);
    house.says('ana', 'decline', job, { day: monday, onwards: true });
    assert.deepEqual([house.states('ana'), house.states('ana', wednesday), house.states('ben', wednesday)], [['no'], [], ['open']]);
    const answers = [{ id: house.world.freshId(), kind: 'job', to: ['ana'], data: { title: 'Dry up', steps: [], ...days } }];
    house.does('sol', 'job', 'replace', job, { answers });
    assert.deepEqual(house.states('ana', wednesday), ['open']);
  });

  it('what was answered before staff changed the job still counts', () => {
    const house = new House();
    let job = house.plan(['ana']);
    house.says('ana', 'done', job);
    for (const title of ['Wash the dishes and dry', 'Wash, dry and put away']) {
      const answers = [{ id: house.world.freshId(), kind: 'job', to: ['ana'], data: { title, steps: [], ...days } }];
      job = house.act('tam', 'job', 'replace', job, { answers }).answers[0]!;
      assert.deepEqual(
        house.on('ana').map(({ state, root }) => [state, root.data['title']]),
        [['done', title]],
      );
    }
    // One who never read the job before has the same result for the answers that they have.
    const known = house.records.filter(({ kind, id }) => kind !== 'job' || id === job.id);
    assert.equal(jobsOn(wednesday, known, 'ana').length, 1);
  });

  it('a job that has ended is gone', () => {
    const house = new House();
    house.does('sol', 'job', 'end', house.plan(['ana']), house.say('duty-note', 'The kitchen is closed'));
    assert.deepEqual(house.states('ana'), []);
  });

  it('a swap that was agreed on changes both days; one that was not changes none and says so', () => {
    const house = new House();
    const job = house.plan(['ana', 'ben'], { turns: 'day' });
    const titles = (person: string): readonly string[] => daysFrom(monday, 5).filter((day) => house.on(person, day).length > 0);
    assert.deepEqual([titles('ana'), titles('ben')], [[monday, '2026-11-27'], [wednesday]]);
    const swap = house.says('ana', 'swap', job, { day: monday, instead: wednesday }, ['ben']);
    assert.deepEqual(
      swapsAskedOf(monday, house.records, 'ben').map(({ id }) => id),
      [swap.id],
    );
    assert.deepEqual(swapsAskedOf('2026-11-24', house.records, 'ben'), []);
    assert.deepEqual(titles('ana'), [monday, '2026-11-27']);
    house.does('ben', 'job-day', 'not-this-time', swap);
    assert.deepEqual(
      house.on('ana').map(({ state, notSwapped }) => [state, notSwapped]),
      [['open', 'ben']],
    );
    house.does('ben', 'job-day', 'agree', house.says('ana', 'swap', job, { day: monday, instead: wednesday }, ['ben']));
    assert.deepEqual([titles('ana'), titles('ben')], [[wednesday, '2026-11-27'], [monday]]);
    assert.deepEqual(house.states('ana', wednesday), ['open']);
  });

  it('duties are on the list on their day, without a day until they are done, and after it while they are open', () => {
    const house = new House();
    const offer = (due?: string): MilieuRecord =>
      house.does('sol', 'duty', 'offer', undefined, { to: ['ana'], data: { title: 'Sweep', steps: [], ...(due ? { due } : {}) } });
    const [any, today] = [offer(), offer(monday), offer(wednesday)];
    assert.deepEqual(
      house.on('ana').map(({ root }) => root.id),
      [any.id, today.id],
    );
    for (const job of house.on('ana')) house.acts('ana', doneAct(job, house.world.freshId()));
    assert.deepEqual(
      house.on('ana').map(({ root, state }) => [root.id, state]),
      [[today.id, 'done']],
    );
    const kept = jobsOn(monday, house.records, 'ana', [any.id]);
    assert.deepEqual(
      kept.map(({ state }) => state),
      ['done', 'done'],
    );
    house.acts('ana', undoAct(kept[0]!));
    assert.deepEqual(house.states('ana', '2026-11-24'), ['open']);
  });

  it('what it names is allowed by the rules', () => {
    const house = new House();
    house.plan(['ana']);
    const { action, target, input } = doneAct(house.on('ana')[0]!, house.world.freshId())!;
    const others = new Map(house.records.map((record) => [record.id, record]));
    assert.ok('records' in decide(action, { ...target, community, input, actor: actorOf('ana'), now: house.world.now, others }));
  });
});

describe('turnsOf', () => {
  it('every device works out the same turns, in whatever order its records come, and nobody is lost by swaps', () => {
    const three = ['ana', 'ben', 'cy'];
    const swap = fc.record({
      by: fc.constantFrom(...three),
      to: fc.constantFrom(...three),
      day: fc.nat(13),
      instead: fc.option(fc.nat(13), { nil: undefined }),
    });
    fc.assert(
      fc.property(
        fc.array(swap, { maxLength: 12 }),
        fc.constantFrom('day', 'week', undefined),
        fc.infiniteStream(fc.nat()),
        (swaps, turns, order) => {
          const house = new House();
          const job = house.plan(three, { weekdays: [1, 2, 3, 4, 5, 6, 7], ...(turns ? { turns } : {}) }) as JobRecord;
          for (const { by, to, day, instead } of swaps) {
            if (by === to || day === instead) continue;
            const data = { day: dayAfter(monday, day), ...(instead === undefined ? {} : { instead: dayAfter(monday, instead) }) };
            house.does(to, 'job-day', 'agree', house.says(by, 'swap', job, data, [to]));
          }
          const fortnight = (records: readonly MilieuRecord[]): readonly (readonly string[])[] =>
            daysFrom(monday, 14).map(turnsOf(bookOf(records), job));
          const mixed = house.records.map((record) => [order.next().value!, record] as const).sort((a, b) => a[0] - b[0]);
          const all = fortnight(house.records);
          assert.deepEqual(fortnight([...mixed, ...mixed].map(([, record]) => record)), all);
          assert.ok(all.every((people) => people.length > 0 && people.every((person) => three.includes(person))));
          if (turns) assert.ok(all.every((people) => people.length === 1));
        },
      ),
      { numRuns: 60 },
    );
  });
});
