import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { until } from 'lit/directives/until.js';
import { uuidv7 } from 'uuidv7';
import '../src/define/peer-feedback.js';
import type { Feedback } from '../src/model/feedback.js';
import type { Actor } from '../src/model/record.js';
import { people, Scribe, storeFor } from './meeting-agenda/house.js';

interface Args {
  /** The page of the widget; unset, the person moves between them. */
  readonly view?: 'write' | 'inbox' | 'sent' | 'queue';
  readonly actor: Actor;
  readonly names?: number;
  readonly write?: (scribe: Scribe) => void;
}

const ana: Actor = { person: 'p-ana', as: 'resident' };
const priya: Actor = { person: 's-priya', as: 'staff' };
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
  scribe.act('s-priya', action, 'feedback', id, { answers: [{ id: uuidv7(), kind: 'feedback-review', data: { note } }] });
};
const reply = (scribe: Scribe, person: string, action: string, id: string, note = ''): void => {
  scribe.act(person, action, 'feedback', id, { answers: [{ id: uuidv7(), kind: 'feedback-reply', data: { note } }] });
};

const several = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `n-${index}`, name: `Name ${index + 1}`, as: 'resident' as const }));

const draw = async ({ view, actor, names = 0, write }: Args) => {
  const scribe = new Scribe();
  write?.(scribe);
  const records = await storeFor(actor, scribe);
  return html`<milieu-community
    community="north-house"
    person=${actor.person}
    as=${actor.as}
    keep="page"
    .people=${[...people, ...several(names)]}
    .records=${records}
  >
    ${view ? html`<milieu-peer-feedback view=${view}></milieu-peer-feedback>` : html`<milieu-peer-feedback></milieu-peer-feedback>`}
  </milieu-community>`;
};

const meta: Meta<Args> = {
  title: 'Widgets/Peer feedback',
  component: 'milieu-peer-feedback',
  render: (args) => html`${until(draw(args))}`,
};
export default meta;
type Story = StoryObj<Args>;

/** A person, one sentence, Send. The reminder is the second choice. */
export const Write: Story = { args: { view: 'write', actor: ana } };

/** More people than can be looked over at once: a name can be typed. */
export const WriteToOneOfMany: Story = { args: { view: 'write', actor: ana, names: 12 } };

/** Rows stay closed until they are opened; opening one tells nobody. */
export const ForYou: Story = {
  args: {
    view: 'inbox',
    actor: ana,
    write: (scribe) => {
      reply(scribe, 'p-ana', 'thank', tell(scribe, 'p-hope', 'p-ana', affirmation, 3000));
      review(scribe, 'release', tell(scribe, 'p-jo', 'p-ana', reminder, 1500));
      tell(scribe, 'p-kit', 'p-ana', affirmation, 90);
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
      reply(scribe, 'p-hope', 'thank', tell(scribe, 'p-ana', 'p-hope', affirmation, 4000), 'That means a lot.');
      review(scribe, 'withhold', tell(scribe, 'p-ana', 'p-kit', reminder, 3000), 'Kit goes home today. Let us talk about it, you and I.');
      review(scribe, 'return', tell(scribe, 'p-ana', 'p-jo', reminder, 2000), 'Which night was it? One time is easier to hear.');
      tell(scribe, 'p-ana', 'p-jo', reminder, 30);
    },
  },
};

/** Staff: what does not feel OK comes first, then whoever has waited longest. */
export const Queue: Story = {
  args: {
    view: 'queue',
    actor: priya,
    write: (scribe) => {
      tell(scribe, 'p-jo', 'p-ana', reminder, 1500);
      tell(scribe, 'p-kit', 'p-hope', { ...reminder, where: 'Kitchen, Tuesday', saw: 'The pans stayed in the sink overnight.' }, 200);
      reply(
        scribe,
        'p-hope',
        'report',
        tell(scribe, 'p-kit', 'p-hope', { mode: 'affirm', saw: 'You looked good in that shirt.' }, 60),
        'Please stop.',
      );
    },
  },
};

/** Every page, as a member of staff meets them. */
export const Whole: Story = { args: { ...Queue.args, view: undefined } };
