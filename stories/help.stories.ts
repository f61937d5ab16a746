import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { uuidv7 } from 'uuidv7';
import '../src/define/help.js';
import type { MilieuCommunity, MilieuDeliverEvent } from '../src/elements/community/index.js';
import type { As } from '../src/model/record.js';
import { findByRole } from '../test/support/role.js';

type Answer = (event: MilieuDeliverEvent) => void;

interface Args {
  /** What the host does with the call; unset: nobody listens. */
  readonly answer?: Answer;
  readonly person: string;
  readonly as: As;
}

const people = [
  { id: 'p-04', name: 'Kit', as: 'resident' as const },
  { id: 's-01', name: 'Priya', as: 'staff' as const },
];
const help = {
  where: 'The staff office is next to the front door.',
  people: [{ name: 'Staff office', note: 'Next to the front door, day and night' }],
};

const draw = ({ answer, person, as }: Args): TemplateResult =>
  html`<milieu-community
    community="north-house"
    person=${person}
    as=${as}
    keep="page"
    .people=${people}
    .help=${help}
    @milieu-deliver=${(event: MilieuDeliverEvent): void => answer?.(event)}
  >
    <milieu-help></milieu-help>
  </milieu-community>`;

const meta: Meta<Args> = { title: 'Widgets/Help', component: 'milieu-help', args: { person: 'p-04', as: 'resident' }, render: draw };
export default meta;
type Story = StoryObj<Args>;

const ask: Story['play'] = async ({ canvasElement }) => (await findByRole(canvasElement, 'button', 'Ask staff to come')).click();

/** One question, one filled button. */
export const Ready: Story = {};

/** The host has taken the call, and nobody has answered yet. */
export const Asking: Story = { args: { answer: (event) => event.waitUntil(new Promise(() => undefined)) }, play: ask };

/** The host's backend has it. Delivered is not seen. */
export const Told: Story = { args: { answer: (event) => event.waitUntil(Promise.resolve(new Response(null, { status: 204 }))) }, play: ask };

/** Nobody listens: the sheet is turned over, and it says where staff are. */
export const NobodyTold: Story = { play: ask };

/** The host tried and could not. */
export const NotThrough: Story = { args: { answer: (event) => event.waitUntil(Promise.reject(new TypeError('no network'))) }, play: ask };

/** What staff see: who waits, the longest first. */
export const ForStaff: Story = {
  args: { person: 's-01', as: 'staff' },
  play: async ({ canvasElement }) => {
    const community = canvasElement.querySelector<MilieuCommunity>('milieu-community');
    await findByRole(canvasElement, 'heading', 'Calls for staff');
    const call = { kind: 'help', v: 1, community: 'north-house', to: [], visibility: 'staff', status: 'asked', rev: 1 } as const;
    await community?.records?.apply([
      { ...call, id: uuidv7(), by: 'p-04', at: new Date(Date.now() - 240_000).toISOString(), data: { need: 'come' } },
      {
        ...call,
        id: uuidv7(),
        by: 'p-02',
        at: new Date(Date.now() - 60_000).toISOString(),
        data: { need: 'worried', text: 'Jo has not eaten today.' },
      },
    ]);
  },
};
