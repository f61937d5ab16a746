import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { votesCast } from '../../../src/model/kinds/agenda-item/table.js';
import { can } from '../../../src/model/decide.js';
import { mayRead } from '../../../src/model/may-read.js';
import type { MilieuRecord } from '../../../src/model/record.js';
import type { AnswerInput } from '../../../src/model/transition.js';
import { actorOf, community } from '../dice.js';
import { Story } from '../act-by-name.js';

const meeting = (story: Story, chair: string, day: string): MilieuRecord => {
  const data = {
    title: 'House meeting',
    startsAt: `2026-11-${day}T09:00:00.000Z`,
    minutes: 30,
    purpose: 'To hear each other',
    chair,
    agreements: [],
  };
  return story.does('sol', 'meeting', 'plan', undefined, { data });
};
const propose = (story: Story, more: object = {}): MilieuRecord =>
  story.does('ben', 'item', 'propose', undefined, { data: { title: 'New cups', kind: 'request', ...more } });
const on = (record: MilieuRecord, order = 1) => ({ moves: { meeting: record.id, order } });
const outcome = (story: Story, data: object): AnswerInput => ({
  id: story.world.freshId(),
  kind: 'outcome',
  data: { text: 'Six new cups', ...data },
});
const promise = (story: Story, to: string[], text = 'Buy them'): AnswerInput => ({ id: story.world.freshId(), kind: 'promise', to, data: { text } });
const accepted = (story: Story): MilieuRecord => story.does('ana', 'item', 'accept', propose(story), on(meeting(story, 'ana', '24')));

describe('agenda item', () => {
  it('what staff decided needs a reason; other decisions may have one, and those without stay at version 1', () => {
    const story = new Story();
    const decision = (more: object) => ({ answers: [outcome(story, more)] });
    for (const why of [undefined, ' '])
      assert.equal(story.code('ana', 'item', 'decide', accepted(story), decision({ method: 'staff-decides', why })), 'reason-missing');
    const versionAfter = (more: object) => story.act('ana', 'item', 'decide', accepted(story), decision(more)).answers[0]?.v;
    assert.equal(versionAfter({ method: 'staff-decides', why: 'It is cheaper' }), 2);
    assert.equal(versionAfter({ method: 'consensus' }), 1);
  });

  it('an item is proposed by anyone in the house, and its author does not set its place on the agenda', () => {
    const story = new Story();
    assert.equal(propose(story).status, 'proposed');
    const code = (data: object, person = 'ben') =>
      story.code(person, 'item', 'propose', undefined, { data: { kind: 'topic', title: 'Quiet hours', ...data } });
    assert.equal(code({ order: 1 }), 'bad-answer');
    assert.equal(code({ title: 'ab' }), 'words-missing');
    assert.equal(code({ meeting: story.world.freshId() }), 'meeting-over');
    assert.equal(code({}, 'mum'), 'not-yours');
  });

  it('an item that staff raise is read by its author and staff only, and staff put one of their own on the agenda', () => {
    const story = new Story();
    const here = meeting(story, 'ana', '24');
    const data = { title: 'My key sticks', kind: 'request' };
    const item = story.does('ben', 'item', 'propose-via-staff', undefined, { data });
    assert.deepEqual(
      ['ana', 'ben', 'sol'].map((reader) => mayRead(item, actorOf(reader))),
      [false, true, true],
    );
    assert.equal(story.code('sol', 'item', 'accept', item, on(here)), 'other-eyes');
    const raised = story.does('sol', 'item', 'propose', undefined, { data, from: item.id });
    assert.deepEqual([raised.by, raised.from, raised.visibility], ['sol', item.id, 'community']);
    story.does('ana', 'item', 'accept', raised, on(here));
    story.does('ben', 'item', 'withdraw', item);
  });

  it('an item can be corrected and withdrawn by its author while it is only proposed', () => {
    const story = new Story();
    const item = propose(story, { minutes: 5 });
    const put = story.does('ben', 'item', 'rewrite', item, { data: { title: 'Six new cups', kind: 'request', order: 1, minutes: 30 } });
    assert.deepEqual([put.data['title'], put.data['order'], put.data['minutes']], ['Six new cups', undefined, 5]);
    const gone = story.does('ben', 'item', 'withdraw', item);
    assert.deepEqual([mayRead(gone, actorOf('ana')), mayRead(gone, actorOf('ben')), mayRead(gone, actorOf('sol'))], [false, true, true]);
  });

  it('an item is accepted by the chair of its meeting', () => {
    const story = new Story();
    const here = meeting(story, 'ana', '24');
    const item = propose(story);
    assert.equal(story.code('cy', 'item', 'accept', item, on(here)), 'not-yours');
    assert.equal(story.code('ana', 'item', 'accept', item), 'not-yours');
    assert.equal(story.code('sol', 'item', 'accept', item), 'no-meeting');
    assert.equal(story.does('ana', 'item', 'accept', item, on(here)).data['meeting'], here.id);
  });

  it('the chair of another meeting cannot act on an item', () => {
    const story = new Story();
    const mine = meeting(story, 'cy', '25');
    const item = accepted(story);
    for (const action of ['move', 'carry', 'park', 'redirect', 'decide']) assert.equal(story.code('cy', 'item', action, item, on(mine)), 'not-yours');
    const proposed = propose(story, { meeting: item.data['meeting'] });
    assert.equal(story.code('cy', 'item', 'accept', proposed, on(mine)), 'not-yours');
    assert.equal(story.code('cy', 'item', 'redirect', propose(story), { ...on(mine), ...story.say('item-note', 'no') }), 'not-yours');
  });

  it('an item cannot be moved to a meeting that is over', () => {
    const story = new Story();
    const over = meeting(story, 'ana', '24');
    story.does('sol', 'meeting', 'cancel', over, story.say('meeting-note', 'The hall is painted'));
    assert.equal(story.code('sol', 'item', 'accept', propose(story), on(over)), 'meeting-over');
    assert.equal(story.code('sol', 'item', 'carry', accepted(story), on(over)), 'meeting-over');
  });

  it('a parked item is accepted by the next chair or comes back', () => {
    const story = new Story();
    const item = accepted(story);
    const here = story.world.stored.get(String(item.data['meeting']))!;
    story.does('ana', 'item', 'park', item);
    assert.equal(story.does('ana', 'item', 'carry', item, on(here)).status, 'accepted');
    assert.equal(story.code('ana', 'item', 'carry', item, on(here)), 'no-meeting');
    story.does('ana', 'item', 'park', item);
    assert.equal(story.code('sol', 'item', 'carry', item, on(meeting(story, 'cy', '20'))), 'no-meeting');
    assert.equal(story.does('cy', 'item', 'carry', item, on(meeting(story, 'cy', '25'))).status, 'accepted');
  });

  it('an item that a closed meeting left is accepted by the next chair', () => {
    const story = new Story();
    const item = accepted(story);
    const here = story.world.stored.get(String(item.data['meeting']));
    story.does('ana', 'meeting', 'open', here, { moves: { clock: { holder: 't', by: 'ana', item: '', left: 60, since: '' } } });
    story.does('ana', 'meeting', 'close', here);
    assert.equal(story.does('cy', 'item', 'carry', item, on(meeting(story, 'cy', '25'))).status, 'accepted');
  });

  it('an item is decided in words, with promises of named people', () => {
    const story = new Story();
    const item = accepted(story);
    const code = (...answers: AnswerInput[]) => story.code('ana', 'item', 'decide', item, { answers });
    assert.equal(code(), 'outcome-missing');
    assert.equal(code(outcome(story, { text: ' ' })), 'outcome-missing');
    assert.equal(code(outcome(story, {}), promise(story, [])), 'owner-missing');
    assert.equal(code(outcome(story, {}), promise(story, ['ben', 'cy'])), 'owner-missing');
    assert.equal(code(outcome(story, {}), promise(story, ['ben'], '')), 'words-missing');
    assert.equal(code(outcome(story, {}), ...Array.from({ length: 6 }, () => promise(story, ['ben']))), 'bad-answer');
    const { after, answers } = story.act('ana', 'item', 'decide', item, { answers: [outcome(story, {}), promise(story, ['ben'])] });
    assert.deepEqual([after.status, ...answers.map(({ status }) => status)], ['decided', 'noted', 'open']);
  });

  it('fewer than five votes are not counted', () => {
    const story = new Story();
    const item = accepted(story);
    const votes = (yes: number, against: number, abstain: number) => ({ answers: [outcome(story, { votes: { for: yes, against, abstain } })] });
    assert.equal(story.code('ana', 'item', 'decide', item, votes(3, 1, 0)), 'few-votes');
    assert.equal(story.does('ana', 'item', 'decide', item, votes(3, 1, 1)).status, 'decided');
    assert.equal(votesCast('seven'), 0);
  });

  it('an item about one person is redirected, and its author reads why', () => {
    const story = new Story();
    const item = accepted(story);
    assert.equal(story.code('ana', 'item', 'redirect', item), 'reason-missing');
    const { after, answers } = story.act('ana', 'item', 'redirect', item, story.say('item-note', 'Let us talk about this with Cy first'));
    assert.deepEqual([mayRead(after, actorOf('cy')), mayRead(after, actorOf('ben')), mayRead(answers[0]!, actorOf('ben'))], [false, true, true]);
  });

  it('the controls of an item are shown to those who may use them', () => {
    const story = new Story();
    const item = accepted(story);
    const others = new Map([[String(item.data['meeting']), story.world.stored.get(String(item.data['meeting']))!]]);
    const may = (person: string) => can('park', { kind: 'item', id: item.id, community, root: item, actor: actorOf(person), others });
    assert.deepEqual(['ana', 'ben', 'sol', 'mum'].map(may), [true, false, true, false]);
    const proposed = propose(story);
    const here = { kind: 'item', id: proposed.id, community, root: proposed, actor: actorOf('ana'), others };
    assert.equal(can('accept', here), false);
    assert.equal(can('accept', { ...here, input: { moves: { meeting: String(item.data['meeting']) } } }), true);
  });
});

describe('items that are joined', () => {
  it('an item is joined with an open one by staff or the chair of its meeting, and everybody still reads it', () => {
    const story = new Story();
    const here = meeting(story, 'ana', '24');
    const [cups, mugs] = [propose(story), propose(story, { title: 'More mugs' })];
    const into = (item: MilieuRecord, more: object = {}) => ({ moves: { into: item.id, ...more } });
    assert.equal(story.code('ana', 'item', 'merge', mugs, into(cups)), 'not-yours');
    assert.equal(story.code('sol', 'item', 'merge', mugs, into(mugs)), 'bad-answer');
    assert.equal(story.code('sol', 'item', 'merge', mugs, into(here)), 'bad-answer');
    assert.equal(story.code('sol', 'item', 'merge', mugs, into(cups, { meeting: here.id })), 'bad-answer');
    story.does('ana', 'item', 'accept', cups, on(here));
    const joined = story.does('ana', 'item', 'merge', mugs, into(cups, { meeting: here.id }));
    assert.deepEqual([joined.status, joined.data['into'], joined.visibility, joined.v], ['merged', cups.id, 'community', 2]);
    assert.equal(story.code('sol', 'item', 'merge', cups, into(joined)), 'bad-answer');
  });
});

describe('promise', () => {
  const made = (story: Story): MilieuRecord =>
    story.act('ana', 'item', 'decide', accepted(story), { answers: [outcome(story, {}), promise(story, ['ben'])] }).answers[1]!;

  it('those whom an open promise concerns say how it is going, in words that everybody reads, and it stays open', () => {
    const story = new Story();
    const open = story.act('ana', 'item', 'decide', accepted(story), { answers: [outcome(story, {}), promise(story, ['ben'])] }).answers[1]!;
    assert.equal(story.code('cy', 'promise', 'report', open, story.say('promise-report', 'Soon')), 'not-yours');
    assert.equal(story.code('ben', 'promise', 'report', open, story.say('promise-report', ' ')), 'words-missing');
    assert.equal(story.code('ben', 'promise', 'report', open), 'words-missing');
    const { after, answers } = story.act('ben', 'promise', 'report', open, story.say('promise-report', 'The shop had none'));
    assert.deepEqual([after.status, answers[0]?.visibility], ['open', 'community']);
    const done = story.does('ben', 'promise', 'finish', after);
    assert.equal(story.code('ben', 'promise', 'report', done, story.say('promise-report', 'Really')), 'not-now');
  });

  it('a promise is finished, dropped with a reason, and opened again by those it concerns', () => {
    const story = new Story();
    const open = made(story);
    assert.equal(story.code('cy', 'promise', 'finish', open), 'not-yours');
    story.does('ben', 'promise', 'finish', open);
    story.does('ana', 'promise', 'reopen', open);
    assert.equal(story.code('ben', 'promise', 'drop', open), 'reason-missing');
    story.does('ben', 'promise', 'drop', open, story.say('promise-note', 'The shop has closed'));
    assert.equal(story.does('sol', 'promise', 'reopen', open).status, 'open');
  });

  it('a promise is only made by a decision', () => {
    const story = new Story();
    assert.equal(story.code('sol', 'promise', 'finish', undefined, { to: ['ben'], data: { text: 'Buy them' } }), 'not-now');
    assert.equal(story.code('sol', 'promise', 'open', undefined, { to: ['ben'], data: { text: 'Buy them' } }), 'unknown-action');
  });
});
