import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { feedbackReplySchema } from '../../../src/model/kinds/feedback/feedback.schema.js';
import { reportReasons } from '../../../src/model/kinds/feedback/table.js';
import { mayRead } from '../../../src/model/may-read.js';
import type { Input } from '../../../src/model/transition.js';
import type { MilieuRecord } from '../../../src/model/record.js';
import { actorOf, actors } from '../dice.js';
import { Story } from '../act-by-name.js';

const affirm = (...to: string[]): Input => ({ to, data: { mode: 'affirm', saw: 'You made tea for all of us' } });
const remind = (to: string, more: object = {}): Input => ({
  to: [to],
  data: { mode: 'remind', saw: 'The pans were left', next: 'Wash them at once', strength: 'You cook well', ...more },
});

const readers = (record: MilieuRecord): string[] => actors.filter((actor) => mayRead(record, actor)).map(({ person }) => person);

describe('feedback', () => {
  it('an affirmation needs a person and one sentence, and is delivered at once', () => {
    const told = new Story().does('ana', 'feedback', 'send', undefined, affirm('ben'));
    assert.equal(told.status, 'delivered');
    assert.ok(mayRead(told, actorOf('ben')));
    assert.ok(!mayRead(told, actorOf('cy')));
  });

  it('feedback without a required field is refused with a code for what is missing', () => {
    const story = new Story();
    const code = (input: Input) => story.code('ana', 'feedback', 'send', undefined, input);
    assert.equal(code(affirm()), 'no-receiver');
    assert.equal(code(affirm('ana')), 'to-yourself');
    assert.equal(code({ to: ['ben'], data: { mode: 'affirm', saw: ' a ' } }), 'words-missing');
    assert.equal(code({ to: ['ben'], data: { mode: 'affirm' } }), 'words-missing');
    assert.equal(code({ to: ['ben'], data: { mode: 'REMIND', saw: 'The pans were left' } }), 'bad-answer');
    assert.equal(code(remind('ben', { next: ' ' })), 'next-missing');
    assert.equal(code(remind('ben', { strength: undefined })), 'strength-missing');
    assert.equal(code({ ...remind('ben'), to: ['ben', 'cy'] }), 'one-receiver');
  });

  it('a reminder waits for staff, and its receiver reads it only after it is passed on', () => {
    const story = new Story();
    const held = story.does('ana', 'feedback', 'send', undefined, remind('ben'));
    assert.deepEqual([held.status, mayRead(held, actorOf('ben')), mayRead(held, actorOf('sol'))], ['held', false, true]);
    const passed = story.does('sol', 'feedback', 'release', held, story.say('feedback-review', ''));
    assert.ok(mayRead(passed, actorOf('ben')));
  });

  it('staff who wrote a reminder, or whom it is about, cannot pass it on or read it early', () => {
    const story = new Story();
    const own = story.does('sol', 'feedback', 'send', undefined, remind('ben'));
    assert.equal(story.code('sol', 'feedback', 'release', own, story.say('feedback-review', 'ok')), 'other-eyes');
    const about = story.does('ana', 'feedback', 'send', undefined, remind('sol'));
    assert.ok(!mayRead(about, actorOf('sol')));
    for (const action of ['release', 'return', 'withhold'])
      assert.equal(story.code('sol', 'feedback', action, about, story.say('feedback-review', 'no')), 'other-eyes');
    assert.equal(story.code('cy', 'feedback', 'release', about, story.say('feedback-review', 'ok')), 'not-yours');
    const passed = story.does('tam', 'feedback', 'release', about, story.say('feedback-review', 'ok'));
    assert.equal(story.code('sol', 'feedback', 'retract', passed, story.say('feedback-review', 'no')), 'other-eyes');
  });

  it('staff must give a reason to the author when they stop a reminder', () => {
    const story = new Story();
    const held = story.does('ana', 'feedback', 'send', undefined, remind('ben'));
    assert.equal(story.code('sol', 'feedback', 'return', held, story.say('feedback-review', ' ')), 'reason-missing');
    assert.equal(story.code('sol', 'feedback', 'withhold', held), 'reason-missing');
    const { answers } = story.act('sol', 'feedback', 'return', held, story.say('feedback-review', 'Say what you saw, not why'));
    assert.ok(mayRead(answers[0]!, actorOf('ana')));
    assert.ok(!mayRead(answers[0]!, actorOf('ben')));
  });

  it('a reminder cannot be rewritten into one that staff would not have held', () => {
    const story = new Story();
    const held = story.does('ana', 'feedback', 'send', undefined, remind('ben'));
    assert.equal(story.code('ana', 'feedback', 'rewrite', held, affirm('ben')), 'bad-answer');
    assert.equal(story.code('ana', 'feedback', 'rewrite', held, remind('ben', { inPerson: true, saw: '' })), 'bad-answer');
    assert.equal(story.code('ana', 'feedback', 'rewrite', held), 'bad-answer');
    assert.equal(story.code('ben', 'feedback', 'rewrite', held, remind('ben')), 'not-yours');
    assert.equal(story.does('ana', 'feedback', 'rewrite', held, remind('ben', { saw: 'Two pans were left' })).data['saw'], 'Two pans were left');
  });

  it('a reminder given in person stores no words and only its author reads it', () => {
    const said = new Story().does('ana', 'feedback', 'send', undefined, { to: ['ben'], data: { mode: 'remind', saw: '', inPerson: true } });
    assert.deepEqual([said.status, said.visibility], ['kept', 'self']);
  });

  it('the author alone says that it was said in person, once, and it stays theirs', () => {
    const story = new Story();
    const kept = story.does('ana', 'feedback', 'send', undefined, { to: ['ben'], data: { mode: 'remind', saw: '', inPerson: true } });
    for (const other of ['ben', 'sol']) assert.equal(story.code(other, 'feedback', 'said', kept), 'not-yours');
    const said = story.does('ana', 'feedback', 'said', kept);
    assert.deepEqual([said.status, said.visibility], ['said', 'self']);
    assert.equal(story.code('ana', 'feedback', 'said', said), 'not-now');
    const note = story.does('ana', 'feedback', 'send', undefined, { data: { mode: 'self', saw: 'I wanted to be heard' } });
    assert.equal(story.code('ana', 'feedback', 'said', note), 'not-now', 'a note to oneself was never to be said');
  });

  it('each of several receivers may answer once', () => {
    const story = new Story();
    const told = story.does('ana', 'feedback', 'send', undefined, affirm('ben', 'cy'));
    assert.equal(story.does('ben', 'feedback', 'put-by', told).status, 'delivered');
    story.does('ben', 'feedback', 'thank', told, story.say('feedback-reply', 'Thanks'));
    assert.equal(story.code('ben', 'feedback', 'thank', told, story.say('feedback-reply', 'Again')), 'not-now');
    story.does('cy', 'feedback', 'thank', told, story.say('feedback-reply', ''));
    assert.equal(story.code('tam', 'feedback', 'thank', told, story.say('feedback-reply', '')), 'not-yours');
  });

  it('a report is read by staff, and never by the person it is about', () => {
    for (const author of ['ana', 'sol']) {
      const story = new Story();
      const told = story.does(author, 'feedback', 'send', undefined, affirm('ben'));
      story.does('ben', 'feedback', 'thank', told, story.say('feedback-reply', ''));
      const { answers } = story.act('ben', 'feedback', 'report', told, story.say('feedback-reply', 'I felt pressed'));
      assert.ok(!mayRead(answers[0]!, actorOf(author)));
      assert.ok(mayRead(answers[0]!, actorOf('tam')));
    }
  });

  it('the reasons of a report are read by staff, and an answer that the author reads has none', () => {
    const story = new Story();
    const told = story.does('ana', 'feedback', 'send', undefined, affirm('ben'));
    const answer = (reasons: readonly string[]): Input => ({
      answers: [{ id: story.world.freshId(), kind: 'feedback-reply', data: { note: '', reasons } }],
    });
    for (const action of ['thank', 'take-care', 'differ'])
      assert.equal(story.code('ben', 'feedback', action, told, answer(['hurtful'])), 'bad-answer');
    const [report] = story.act('ben', 'feedback', 'report', told, answer(['safety', 'romantic'])).answers;
    assert.deepEqual([readers(report!), report!.v, report!.data['reasons']], [['ben', 'sol', 'tam'], 2, ['safety', 'romantic']]);
  });

  it('a report has known reasons, each once', () => {
    const fits = (reasons: unknown): boolean => feedbackReplySchema.safeParse({ note: '', reasons }).success;
    assert.ok(fits(undefined) && fits(['safety']) && fits([...reportReasons]));
    for (const wrong of [[], ['rude'], ['other', 'other'], 'other']) assert.ok(!fits(wrong), JSON.stringify(wrong));
  });

  it('feedback that was taken back is gone for its receiver', () => {
    const story = new Story();
    const told = story.does('ana', 'feedback', 'send', undefined, affirm('ben'));
    const gone = story.does('sol', 'feedback', 'retract', told, story.say('feedback-review', 'This was not kind'));
    assert.deepEqual([mayRead(gone, actorOf('ben')), mayRead(gone, actorOf('ana')), gone.status], [false, true, 'retracted']);
  });

  const reading = (story: Story): Input => ({ answers: [{ id: story.world.freshId(), kind: 'feedback-reading', data: { note: '' } }] });

  it('a reminder can be read with staff there: staff are told, its author is not, and it can still be answered', () => {
    const story = new Story();
    const held = story.does('ana', 'feedback', 'send', undefined, remind('ben'));
    const passed = story.does('sol', 'feedback', 'release', held, story.say('feedback-review', ''));
    assert.equal(story.code('ana', 'feedback', 'with-staff', passed, reading(story)), 'not-yours');
    const { after, answers } = story.act('ben', 'feedback', 'with-staff', passed, reading(story));
    assert.deepEqual([after.status, answers[0]!.status, readers(answers[0]!)], ['put-by', 'asked', ['ben', 'sol', 'tam']]);
    assert.equal(story.code('ben', 'feedback', 'with-staff', after, reading(story)), 'not-now');
    assert.equal(story.code('ben', 'feedback-reading', 'have-read', answers[0]), 'not-yours');
    assert.equal(story.does('sol', 'feedback-reading', 'have-read', answers[0]).status, 'read');
    assert.equal(story.does('ben', 'feedback', 'take-care', after, story.say('feedback-reply', '')).status, 'taken');
  });

  it('who asked to read a reminder with staff can take that back, and ask again', () => {
    const story = new Story();
    const told = story.does(
      'sol',
      'feedback',
      'release',
      story.does('ana', 'feedback', 'send', undefined, remind('ben')),
      story.say('feedback-review', ''),
    );
    const { after, answers } = story.act('ben', 'feedback', 'with-staff', told, reading(story));
    assert.equal(story.code('sol', 'feedback-reading', 'read-alone', answers[0]), 'not-yours');
    assert.equal(story.does('ben', 'feedback-reading', 'read-alone', answers[0]).status, 'taken-back');
    assert.equal(story.act('ben', 'feedback', 'with-staff', after, reading(story)).answers[0]!.status, 'asked');
  });

  it('an affirmation needs no staff to be read', () => {
    const story = new Story();
    const told = story.does('ana', 'feedback', 'send', undefined, affirm('ben'));
    assert.equal(story.code('ben', 'feedback', 'with-staff', told, reading(story)), 'not-now');
  });

  const plan = (story: Story, more: object = {}): Input => ({
    answers: [
      {
        id: story.world.freshId(),
        kind: 'feedback-talk',
        data: { startsAt: '2026-03-02T16:00:00.000Z', place: 'Garden room', who: 'Sol', ...more },
      },
    ],
  });

  it('a talk that the receiver asked for stands until staff settle it, and only the two and staff can read it', () => {
    const story = new Story();
    const told = story.does('ana', 'feedback', 'send', undefined, affirm('ben'));
    const [asked] = story.act('ben', 'feedback', 'differ', told, story.say('feedback-reply', '')).answers;
    assert.equal(asked!.status, 'asked');
    assert.equal(story.code('ana', 'feedback-reply', 'arrange', asked, plan(story)), 'not-yours');
    assert.equal(story.code('ben', 'feedback-reply', 'settle', asked), 'not-yours');
    assert.equal(story.code('sol', 'feedback-reply', 'arrange', asked, plan(story, { place: ' ' })), 'words-missing');
    assert.equal(story.code('sol', 'feedback-reply', 'arrange', asked, plan(story, { who: '' })), 'words-missing');
    const first = story.act('sol', 'feedback-reply', 'arrange', asked, plan(story));
    const again = story.act('tam', 'feedback-reply', 'arrange', asked, plan(story, { who: 'Tam' }));
    for (const record of [asked!, first.after, first.answers[0]!, again.answers[0]!]) assert.deepEqual(readers(record), ['ana', 'ben', 'sol', 'tam']);
    const settled = story.does('sol', 'feedback-reply', 'settle', asked);
    assert.equal(settled.status, 'settled');
    assert.equal(story.code('sol', 'feedback-reply', 'arrange', asked, plan(story)), 'not-now');
  });

  it('a talk that was asked for stands also when the receiver reports the feedback and staff take it back', () => {
    const story = new Story();
    const told = story.does('ana', 'feedback', 'send', undefined, affirm('ben'));
    const [asked] = story.act('ben', 'feedback', 'differ', told, story.say('feedback-reply', '')).answers;
    story.does('ben', 'feedback', 'report', told, story.say('feedback-reply', 'It is not true'));
    story.does('sol', 'feedback', 'retract', told, story.say('feedback-review', 'We talked'));
    assert.equal(story.does('sol', 'feedback-reply', 'arrange', asked, plan(story)).status, 'arranged');
  });

  it('staff who wrote the feedback, or got it, do not plan the talk about it', () => {
    const story = new Story();
    const told = story.does('sol', 'feedback', 'send', undefined, affirm('ben'));
    const [asked] = story.act('ben', 'feedback', 'differ', told, story.say('feedback-reply', '')).answers;
    assert.equal(story.code('sol', 'feedback-reply', 'arrange', asked, plan(story)), 'other-eyes');
    assert.equal(story.does('tam', 'feedback-reply', 'settle', asked).status, 'settled');
  });

  it('a reply that asks for no talk cannot be planned', () => {
    const story = new Story();
    const told = story.does('ana', 'feedback', 'send', undefined, affirm('ben'));
    const [thanks] = story.act('ben', 'feedback', 'thank', told, story.say('feedback-reply', '')).answers;
    assert.equal(story.code('sol', 'feedback-reply', 'arrange', thanks, plan(story)), 'not-now');
  });
});
