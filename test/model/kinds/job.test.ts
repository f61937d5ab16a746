import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mayRead } from '../../../src/model/may-read.js';
import type { MilieuRecord } from '../../../src/model/record.js';
import type { Input } from '../../../src/model/transition.js';
import { actorOf, actors } from '../dice.js';
import { Story } from '../act-by-name.js';

const monday = '2026-11-23';
const wednesday = '2026-11-25';
const data = { title: 'Wash the dishes', steps: [], weekdays: [1, 3], first: monday, turns: 'day' };
const plan = { to: ['ana', 'ben'], data };
const planned = (story: Story): MilieuRecord => story.does('sol', 'job', 'plan', undefined, plan);
const about = (job: MilieuRecord, more: Input = {}): Input => ({ about: job.id, to: [], ...more, data: { day: monday, ...more.data } });
const readers = (record: MilieuRecord): readonly string[] => actors.filter((actor) => mayRead(record, actor)).map(({ person }) => person);
const changed = (story: Story, to: readonly string[], more: object = {}): Input => ({
  answers: [{ id: story.world.freshId(), kind: 'job', to, data: { ...data, ...more } }],
});

describe('job', () => {
  it('staff write a job for other people, with a title and at least one day', () => {
    const story = new Story();
    assert.equal(story.code('ana', 'job', 'plan', undefined, plan), 'not-yours');
    assert.equal(story.code('sol', 'job', 'plan', undefined, { ...plan, to: [] }), 'no-receiver');
    assert.equal(story.code('sol', 'job', 'plan', undefined, { ...plan, to: ['ana', 'sol'] }), 'no-receiver');
    assert.equal(story.code('sol', 'job', 'plan', undefined, { ...plan, data: { ...data, title: ' ' } }), 'words-missing');
    for (const days of [{ weekdays: [] }, { last: '2026-11-22' }, { first: '2026-02-30' }])
      assert.equal(story.code('sol', 'job', 'plan', undefined, { ...plan, data: { ...data, ...days } }), 'days-missing');
    assert.deepEqual(readers(planned(story)), ['ana', 'ben', 'sol', 'tam']);
  });

  it('a job is changed by a new one that names it, by whoever changes it', () => {
    const story = new Story();
    const job = planned(story);
    assert.equal(story.code('tam', 'job', 'replace', job, changed(story, [])), 'no-receiver');
    assert.equal(story.code('tam', 'job', 'replace', job, changed(story, ['ana'], { title: '' })), 'words-missing');
    const { after, answers } = story.act('tam', 'job', 'replace', job, changed(story, ['ana', 'cy']));
    assert.deepEqual([after.status, after.data, answers[0]!.status, answers[0]!.by, answers[0]!.about], ['replaced', data, 'open', 'tam', job.id]);
    assert.equal(story.code('sol', 'job', 'replace', after, changed(story, ['ana'])), 'not-now');
  });

  it('a job ends with a reason that those who had it can read', () => {
    const story = new Story();
    const job = planned(story);
    assert.equal(story.code('tam', 'job', 'end', job), 'reason-missing');
    const { answers } = story.act('tam', 'job', 'end', job, story.say('duty-note', 'The kitchen is closed in winter'));
    assert.ok(['ana', 'ben'].every((person) => mayRead(answers[0]!, actorOf(person))));
  });
});

describe('job day', () => {
  it('only those who have a job answer for it, on a day on which it comes', () => {
    const story = new Story();
    const job = planned(story);
    for (const action of ['done', 'ask-help', 'decline']) {
      for (const person of ['cy', 'sol', 'mum']) assert.equal(story.code(person, 'job-day', action, undefined, about(job)), 'not-yours');
      assert.equal(story.code('ana', 'job-day', action, undefined, about(job, { data: { day: '2026-11-24' } })), 'bad-answer');
      assert.deepEqual(readers(story.does('ana', 'job-day', action, undefined, about(job))), ['ana', 'sol', 'tam']);
    }
  });

  it('done is taken back with one act, and said again with a new record', () => {
    const story = new Story();
    const job = planned(story);
    const done = story.does('ana', 'job-day', 'done', undefined, about(job));
    assert.equal(story.code('ben', 'job-day', 'undo', done), 'not-yours');
    assert.equal(story.does('ana', 'job-day', 'undo', done).status, 'undone');
    assert.notEqual(story.does('ana', 'job-day', 'done', undefined, about(job)).id, done.id);
  });

  it('a “no” needs no reason, can be for all days from now on, and can be taken back after staff have read it', () => {
    const story = new Story();
    const job = planned(story);
    const no = story.does('ana', 'job-day', 'decline', undefined, about(job, { data: { day: monday, onwards: true } }));
    assert.equal(story.code('ben', 'job-day', 'note', no), 'not-yours');
    story.does('sol', 'job-day', 'note', no);
    assert.equal(story.does('ana', 'job-day', 'undo', no).status, 'undone');
  });

  it('help is arranged by staff or by the person, and then the job can be done', () => {
    const story = new Story();
    const asked = story.does('ana', 'job-day', 'ask-help', undefined, about(planned(story)));
    story.does('sol', 'job-day', 'helped', asked);
    assert.equal(story.does('ana', 'job-day', 'finish', asked).status, 'done');
  });

  it('a swap is asked of one of the others without words, and only a swap that was agreed on is read by more people', () => {
    const story = new Story();
    const job = planned(story);
    const swap = (more: Input = {}): Input => about(job, { to: ['ben'], ...more });
    for (const to of [[], ['ana'], ['cy'], ['ben', 'ana']]) assert.equal(story.code('ana', 'job-day', 'swap', undefined, swap({ to })), 'one-person');
    for (const wrong of [{ instead: monday }, { instead: '2026-11-24' }, { note: 'I am tired' }, { onwards: true }])
      assert.equal(story.code('ana', 'job-day', 'swap', undefined, swap({ data: { day: monday, ...wrong } })), 'bad-answer');
    const asked = story.does('ana', 'job-day', 'swap', undefined, swap({ data: { day: monday, instead: wednesday } }));
    assert.deepEqual(readers(asked), ['ana', 'ben', 'sol', 'tam']);
    assert.equal(story.code('sol', 'job-day', 'agree', asked), 'not-yours');
    assert.deepEqual(readers(story.does('ben', 'job-day', 'agree', asked)), ['ana', 'ben', 'cy', 'sol', 'tam']);
    const again = story.does('ana', 'job-day', 'swap', undefined, swap());
    assert.deepEqual(readers(story.does('ben', 'job-day', 'not-this-time', again)), ['ana', 'ben', 'sol', 'tam']);
  });

  it('a person can say how it went, for staff', () => {
    const story = new Story();
    const done = story.does('ana', 'job-day', 'done', undefined, about(planned(story)));
    assert.equal(story.code('ana', 'job-day', 'tell', done), 'words-missing');
    const { answers } = story.act('ana', 'job-day', 'tell', done, story.say('duty-note', '', { comfort: 6 }));
    assert.deepEqual(readers(answers[0]!), ['ana', 'sol', 'tam']);
  });
});

describe('restriction', () => {
  const avoid = { data: { avoid: ['lifting'] } };

  it('staff write it about one other person, others about themselves, and nobody else reads it', () => {
    const story = new Story();
    assert.deepEqual(readers(story.does('sol', 'restriction', 'keep', undefined, { ...avoid, to: ['ana'] })), ['ana', 'sol', 'tam']);
    assert.deepEqual(readers(story.does('cy', 'restriction', 'keep', undefined, { ...avoid, to: [] })), ['cy', 'sol', 'tam']);
    assert.equal(story.code('cy', 'restriction', 'keep', undefined, { ...avoid, to: ['ana'] }), 'one-person');
    assert.equal(story.code('sol', 'restriction', 'keep', undefined, { ...avoid, to: [] }), 'one-person');
    assert.equal(story.code('sol', 'restriction', 'keep', undefined, { to: ['ana'], data: { avoid: [' '] } }), 'words-missing');
  });

  it('staff end it, and a person ends their own', () => {
    const story = new Story();
    const theirs = story.does('sol', 'restriction', 'keep', undefined, { ...avoid, to: ['ana'] });
    assert.equal(story.code('ana', 'restriction', 'end', theirs), 'not-yours');
    assert.equal(story.does('tam', 'restriction', 'end', theirs).status, 'ended');
    const own = story.does('ana', 'restriction', 'keep', undefined, { ...avoid, to: [] });
    assert.equal(story.does('ana', 'restriction', 'end', own).status, 'ended');
  });
});
