import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '../src/define/meeting-agenda.js';
import '../src/define/peer-feedback.js';
import '../src/define/responsibility-ladder.js';
import type { Actor } from '../src/model/record.js';
import { fill, findByRole, findInText } from '../src/testing/by-role.js';
import { ana, FakeHistory, people, priya, visit } from './fixtures.js';
import { largeHouse } from './large-house.js';
import { short, tell } from './peer-feedback/slips.js';
import { press } from '../src/testing/press.js';
import { storeOf } from './states.js';

interface Args {
  /** How many people live and work in the house. */
  readonly count: number;
  /** Ids of those whom the person addressed before, the first one first. */
  readonly before?: readonly string[];
  readonly actor?: Actor;
  readonly widget?: TemplateResult;
}

const write = html`<milieu-peer-feedback view="write"></milieu-peer-feedback>`;
const draw = ({ count, before = [], actor = ana, widget = write }: Args): TemplateResult => {
  const history = new FakeHistory();
  before.forEach((to, at) => tell(history, actor.person, to, short, 60 * (before.length - at)));
  const house = (count > people.length ? largeHouse : people).filter(({ id }) => id !== actor.person).slice(0, count);
  return visit({ actor, people: house, records: storeOf(actor, history) }, widget);
};

const meta: Meta<Args> = { title: 'Widgets/Choosing a person', render: draw };
export default meta;
type Story = StoryObj<Args>;

const type = async (page: Element, letters: string): Promise<void> => fill(await findByRole(page, 'searchbox', 'Find a name'), letters);
const five = ['p-05', 's-02', 'p-Kaya-Lund', 'p-lee-2', 'p-16'];

/** A few people are all in sight, in the order of the house. */
export const AFew: Story = { args: { count: 5, before: ['p-04'] } };

/** Among many, those whom the person addressed last come first. The others are found by a part of their name. */
export const FiveHundred: Story = {
  args: { count: 500, before: five },
  play: async ({ canvasElement }) => void (await findByRole(canvasElement, 'radio', 'Kaya Lund')),
};

/** Nobody was addressed before: the first of the list, as the host gave it. */
export const NobodyBefore: Story = { args: { count: 500 } };

/** The letters of a plain keyboard are enough. How many names match is said. */
export const Found: Story = {
  args: { count: 500, before: five },
  play: async ({ canvasElement }) => {
    await type(canvasElement, 'nunez');
    await findInText(canvasElement, '20 names match.');
  },
};

/** Two people have one name: what tells them apart is shown, and finds them. */
export const OneName: Story = {
  args: { count: 500 },
  play: async ({ canvasElement }) => {
    await type(canvasElement, 'lee ch');
    await findInText(canvasElement, '2 names match.');
  },
};

/** What to do where no name matches. Whoever is chosen stays in sight. */
export const NoHit: Story = {
  args: { count: 500, before: five },
  play: async ({ canvasElement }) => {
    (await findByRole(canvasElement, 'radio', 'Hope Tanaka')).click();
    await type(canvasElement, 'zz');
    await findInText(canvasElement, 'No name matches.');
  },
};

/** A list that can be folded away in a small house has a search field in a large one, with the choices that are no names before it. */
export const WhoLeads: Story = {
  args: { count: 500, before: five, widget: html`<milieu-meeting-agenda view="plan"></milieu-meeting-agenda>` },
  play: async ({ canvasElement }) => void (await findByRole(canvasElement, 'radio', 'Kaya Lund')),
};

/** Several people for one job: each stays in sight while the next one is looked for. */
export const Several: Story = {
  args: { count: 500, before: five, actor: priya, widget: html`<milieu-responsibility-ladder view="rota"></milieu-responsibility-ladder>` },
  play: async ({ canvasElement }) => {
    (await findByRole(canvasElement, 'checkbox', 'Kaya Lund')).click();
    await type(canvasElement, 'berg');
    (await findByRole(canvasElement, 'checkbox', 'Elif Berg')).click();
    await type(canvasElement, 'rosa');
    await findInText(canvasElement, '24 names match.');
  },
};

/** Everybody, once the person asks for it. */
export const AllNames: Story = {
  args: { count: 23 },
  play: async ({ canvasElement }) => press(canvasElement, 'Show all names'),
};
