import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { until } from 'lit/directives/until.js';
import { uuidv7 } from 'uuidv7';
import '../src/define/coping-card.js';
import '../src/define/peer-feedback.js';
import type { As } from '../src/model/record.js';
import { sealPin } from '../src/records/crypto/pin.js';
import { openRecords } from '../src/records/index.js';
import { press } from '../src/testing/press.js';
import { fill, findByRole, findInText } from '../src/testing/by-role.js';

type Row = readonly [name: string, as: As, pin?: string];
const few: readonly Row[] = [
  ['Priya', 'staff', '246810'],
  ['Ana', 'resident', '1357'],
  ['Sam', 'resident'],
  ['Kit', 'senior-peer'],
  ['B. H.', 'resident'],
];
const many: readonly Row[] = [...few, ...['Ray', 'Hope', 'Jo', 'Tom', 'Lee', 'Zoë'].map((name): Row => [name, 'resident'])];

/** A house of its own for each story, on the disk of this browser. */
async function house(rows: readonly Row[], passphrase?: string): Promise<TemplateResult> {
  const community = uuidv7();
  const records = await openRecords({ community, person: 's-priya', as: 'staff', keep: 'house' });
  for (const [name, as, pin] of rows) {
    const data = { name, as, ...(pin ? { pin: await sealPin(pin) } : {}) };
    await records.act('add', { kind: 'member', id: uuidv7() }, { to: [name === 'Priya' ? 's-priya' : uuidv7()], data });
  }
  if (passphrase) await records.unlock(passphrase);
  await records.close();
  return html`<milieu-community community=${community} keep="house" ask-who leave-after="5">
    <milieu-peer-feedback></milieu-peer-feedback>
  </milieu-community>`;
}
const draw = (rows: readonly Row[], passphrase?: string) => (): TemplateResult => html`${until(house(rows, passphrase))}`;

async function comeIn(canvas: Element, name: string, pin?: string): Promise<void> {
  await press(canvas, name);
  if (pin) {
    fill(await findByRole(canvas, 'textbox', `${name}, your PIN`), pin);
    await press(canvas, 'Open my pages');
  }
  await findByRole(canvas, 'button', 'I’m done');
}

const meta: Meta = { title: 'Widgets/Names on a shared computer', render: draw(few) };
export default meta;
type Story = StoryObj;

/** Nobody is chosen: the first widget asks, in place of its page. */
export const WhoAreYou: Story = { play: async ({ canvasElement }) => void (await findByRole(canvasElement, 'button', 'Ana')) };

/** With many names, a part of one finds it. */
export const ManyNames: Story = {
  render: draw(many),
  play: async ({ canvasElement }) => {
    fill(await findByRole(canvasElement, 'searchbox', 'Find a name'), 'o');
    await findByRole(canvasElement, 'button', 'Zoë');
  },
};

/** This name has a PIN. */
export const PinAsked: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Ana');
    await findByRole(canvasElement, 'textbox', 'Ana, your PIN');
  },
};

/** After a wrong PIN the page says when to try again, and then that it is time. */
export const WrongPin: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Ana');
    fill(await findByRole(canvasElement, 'textbox', 'Ana, your PIN'), '0000');
    await press(canvasElement, 'Open my pages');
    await findInText(canvasElement, 'You can try again now.');
  },
};

/** Somebody is inside: their own page, and the way out in the foot. */
export const Inside: Story = {
  play: async ({ canvasElement }) => {
    await comeIn(canvasElement, 'Sam');
    await findByRole(canvasElement, 'textbox', 'What did you see?');
  },
};

/** A person’s own PIN. */
export const MyPin: Story = {
  play: async ({ canvasElement }) => {
    await comeIn(canvasElement, 'Sam');
    await press(canvasElement, 'My PIN');
    await findByRole(canvasElement, 'textbox', 'New PIN');
  },
};

/** A house without names: whoever sets it up comes first. */
export const SetUp: Story = {
  render: draw([]),
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Add me as staff');
    await findInText(canvasElement, 'Write a first name or initials.');
  },
};

/** Staff keep the names. */
export const PeopleHere: Story = {
  play: async ({ canvasElement }) => {
    await comeIn(canvasElement, 'Priya', '246810');
    await press(canvasElement, 'People here');
    await findByRole(canvasElement, 'button', 'Change: Ana');
  },
};

/** One person is changed: the name, what they are, the PIN, away or left. */
export const ChangePerson: Story = {
  play: async ({ canvasElement }) => {
    await comeIn(canvasElement, 'Priya', '246810');
    await press(canvasElement, 'People here');
    await press(canvasElement, 'Change: Ana');
    await findByRole(canvasElement, 'button', 'Mark as left');
  },
};

/** A house with a passphrase, at the beginning of a shift. */
export const Locked: Story = {
  render: draw(few, 'four words for a shift'),
  play: async ({ canvasElement }) => void (await findByRole(canvasElement, 'heading', 'Open this device')),
};
