import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { until } from 'lit/directives/until.js';
import '../src/define/meeting-agenda.js';
import type { Actor } from '../src/model/record.js';
import { held, people, planned, running, Scribe, storeFor } from './meeting-agenda/house.js';

interface Args {
  /** The page of the widget. */
  readonly view: 'plan' | 'run' | 'minutes' | 'board';
  readonly actor: Actor;
  readonly write: (scribe: Scribe) => void;
}

const kit: Actor = { person: 'p-kit', as: 'resident' };
const ana: Actor = { person: 'p-ana', as: 'resident' };
const priya: Actor = { person: 's-priya', as: 'staff' };

const draw = async ({ view, actor, write }: Args) => {
  const scribe = new Scribe();
  write(scribe);
  const records = await storeFor(actor, scribe);
  return html`<milieu-community community="north-house" person=${actor.person} as=${actor.as} keep="page" .people=${people} .records=${records}>
    <milieu-meeting-agenda view=${view}></milieu-meeting-agenda>
  </milieu-community>`;
};

const meta: Meta<Args> = {
  title: 'Widgets/Meeting agenda',
  component: 'milieu-meeting-agenda',
  render: (args) => html`${until(draw(args))}`,
};
export default meta;
type Story = StoryObj<Args>;

/** The chair puts what people bring on the agenda, and in order. */
export const Plan: Story = {
  args: {
    view: 'plan',
    actor: kit,
    write: (scribe) => {
      held(scribe);
      planned(scribe);
    },
  },
};

/** A resident reads the plan, and can bring something. */
export const PlanOfAResident: Story = { args: { ...Plan.args, actor: ana } };

/** Nothing is planned yet: start from a meeting that people know. */
export const NoPlanYet: Story = { args: { view: 'plan', actor: priya, write: () => undefined } };

/** Before anything else: what was promised last time. */
export const BeforeItOpens: Story = { args: { ...Plan.args, view: 'run' } };

/** A part that is on, with a clock that another screen runs. */
export const Run: Story = {
  args: {
    view: 'run',
    actor: kit,
    write: (scribe) => {
      held(scribe);
      running(scribe, 500);
    },
  },
};

/** Time is up. Nothing flashes, and the part goes on until somebody ends it. */
export const TimeIsUp: Story = {
  args: {
    view: 'run',
    actor: ana,
    write: (scribe) => {
      held(scribe);
      running(scribe, 0);
    },
  },
};

/** Staff read a draft, and say whether it is right. */
export const MinutesToCheck: Story = { args: { view: 'minutes', actor: priya, write: (scribe) => void held(scribe, 'draft') } };

/** The one who took notes starts from what was decided. */
export const MinutesToWrite: Story = {
  args: { view: 'minutes', actor: { person: 'p-jo', as: 'senior-peer' }, write: (scribe) => void held(scribe, 'none') },
};

/** Everybody reads what was published. */
export const MinutesPublished: Story = { args: { view: 'minutes', actor: ana, write: (scribe) => void held(scribe) } };

/** What we promised: one's own first. */
export const Board: Story = { args: { view: 'board', actor: ana, write: (scribe) => void held(scribe) } };
