import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '../src/define/meeting-agenda.js';
import type { Actor } from '../src/model/record.js';
import { ana, kit, priya, Scribe, visit } from './house.js';
import { held, planned, running } from './meeting-agenda/meetings.js';

interface Args {
  /** The page of the widget. */
  readonly view: 'plan' | 'run' | 'minutes' | 'board';
  readonly actor: Actor;
  readonly write: (scribe: Scribe) => void;
}

const draw = ({ view, actor, write }: Args): TemplateResult => {
  const scribe = new Scribe();
  write(scribe);
  return visit({ actor, scribe }, html`<milieu-meeting-agenda view=${view}></milieu-meeting-agenda>`);
};

const meta: Meta<Args> = {
  title: 'Widgets/Meeting agenda',
  component: 'milieu-meeting-agenda',
  render: draw,
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
  args: { view: 'minutes', actor: { person: 'p-03', as: 'senior-peer' }, write: (scribe) => void held(scribe, 'none') },
};

/** Everybody reads what was published. */
export const MinutesPublished: Story = { args: { view: 'minutes', actor: ana, write: (scribe) => void held(scribe) } };

/** What we promised: one's own first. */
export const Board: Story = { args: { view: 'board', actor: ana, write: (scribe) => void held(scribe) } };
