import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { uuidv7 } from 'uuidv7';
import '../src/define/peer-feedback.js';
import type { Feedback } from '../src/model/feedback.js';
import type { Actor } from '../src/model/record.js';
import { ana, people, priya, Scribe, visit } from './house.js';

interface Args {
  /** The page of the widget; unset, the person moves between them. */
  readonly view?: 'write' | 'inbox' | 'sent' | 'queue';
  readonly actor: Actor;
  /** A small house: everybody is shown at once. */
  readonly few?: boolean;
  readonly write?: (scribe: Scribe) => void;
}

const minute = 60_000;

const affirmation: Feedback = {
  mode: 'affirm',
  where: 'Breakfast, this morning',
  saw: 'Kit dropped the tray. Before anyone could laugh, you got up, found the mop, and started talking about the football.',
  effect: 'I felt my shoulders come down. Kit stayed at the table.',
};
const reminder: Feedback = {
  mode: 'remind',
  where: 'Living room, Monday after ten at night',
  saw: 'The radio was on loud. Two of us were trying to sleep.',
  strength: 'You look out for new people. You did it for me in my first week.',
  next: 'Could you use the headphones? I can lend you mine.',
};

function tell(scribe: Scribe, from: string, to: string, data: Feedback, minutesAgo: number): string {
  const id = uuidv7();
  scribe.act(from, 'send', 'feedback', id, { to: [to], data }, Date.now() - minutesAgo * minute);
  return id;
}
const review = (scribe: Scribe, action: string, id: string, note = ''): void => {
  scribe.act('s-01', action, 'feedback', id, { answers: [{ id: uuidv7(), kind: 'feedback-review', data: { note } }] });
};
const reply = (scribe: Scribe, person: string, action: string, id: string, note = ''): void => {
  scribe.act(person, action, 'feedback', id, { answers: [{ id: uuidv7(), kind: 'feedback-reply', data: { note } }] });
};

const draw = ({ view, actor, few, write }: Args): TemplateResult => {
  const scribe = new Scribe();
  write?.(scribe);
  return visit(
    { actor, scribe, people: few ? people.slice(2, 6) : undefined },
    html`<milieu-peer-feedback view=${ifDefined(view)}></milieu-peer-feedback>`,
  );
};

const meta: Meta<Args> = {
  title: 'Widgets/Peer feedback',
  component: 'milieu-peer-feedback',
  render: draw,
};
export default meta;
type Story = StoryObj<Args>;

/** A person, one sentence, Send. The reminder is the second choice. */
export const Write: Story = { args: { view: 'write', actor: ana, few: true } };

/** More people than can be looked over at once: a name can be typed. */
export const WriteToOneOfMany: Story = { args: { view: 'write', actor: ana } };

/** Rows stay closed until they are opened; opening one tells nobody. */
export const ForYou: Story = {
  args: {
    view: 'inbox',
    actor: ana,
    write: (scribe) => {
      reply(scribe, 'p-02', 'thank', tell(scribe, 'p-05', 'p-02', affirmation, 3000));
      review(scribe, 'release', tell(scribe, 'p-03', 'p-02', reminder, 1500));
      tell(scribe, 'p-04', 'p-02', affirmation, 90);
    },
  },
};

/** Nothing has come yet. */
export const NothingForYou: Story = { args: { view: 'inbox', actor: ana } };

/** What became of it, a sentence each. */
export const Sent: Story = {
  args: {
    view: 'sent',
    actor: ana,
    write: (scribe) => {
      reply(scribe, 'p-05', 'thank', tell(scribe, 'p-02', 'p-05', affirmation, 4000), 'That means a lot.');
      review(scribe, 'withhold', tell(scribe, 'p-02', 'p-04', reminder, 3000), 'Kit goes home today. Let us talk about it, you and I.');
      review(scribe, 'return', tell(scribe, 'p-02', 'p-03', reminder, 2000), 'Which night was it? One time is easier to hear.');
      tell(scribe, 'p-02', 'p-03', reminder, 30);
    },
  },
};

/** Staff: what does not feel OK comes first, then whoever has waited longest. */
export const Queue: Story = {
  args: {
    view: 'queue',
    actor: priya,
    write: (scribe) => {
      tell(scribe, 'p-03', 'p-02', reminder, 1500);
      tell(scribe, 'p-04', 'p-05', { ...reminder, where: 'Kitchen, Tuesday', saw: 'The pans stayed in the sink overnight.' }, 200);
      reply(scribe, 'p-05', 'report', tell(scribe, 'p-04', 'p-05', { mode: 'affirm', saw: 'You looked good in that shirt.' }, 60), 'Please stop.');
    },
  },
};

/** Every page, as a member of staff meets them. */
export const Whole: Story = { args: { ...Queue.args, view: undefined } };
