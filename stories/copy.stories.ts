import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { uuidv7 } from 'uuidv7';
import '../src/define/peer-feedback.js';
import { exportRecords } from '../src/records/index.js';
import { elementsOf } from '../src/testing/find-elements.js';
import { press } from '../src/testing/press.js';
import { fill, findByRole, findInText } from '../src/testing/by-role.js';
import { sam, storeFor, visit } from './fixtures.js';

const passphrase = 'four words of my own';

const meta: Meta = {
  title: 'Widgets/Keep a copy',
  render: () => visit({ actor: sam }, html`<milieu-peer-feedback></milieu-peer-feedback>`),
};
export default meta;
type Story = StoryObj;

const inputs = (root: Element): HTMLInputElement[] => [...elementsOf(root)].filter((one) => one instanceof HTMLInputElement);

async function openPage(canvas: Element): Promise<void> {
  await press(canvas, 'Keep a copy');
  await findByRole(canvas, 'heading', 'Open a copy');
}
async function typePassphrase(canvas: Element, autocomplete: 'new-password' | 'current-password', words: string): Promise<void> {
  await findInText(canvas, 'Passphrase');
  fill(
    inputs(canvas).find((one) => one.autocomplete === autocomplete)!,
    words,
  );
}
async function openFile(canvas: Element, file: Blob): Promise<void> {
  const chosen = new DataTransfer();
  chosen.items.add(new File([file], 'copy.milieu'));
  const field = inputs(canvas).find(({ type }) => type === 'file');
  field!.files = chosen.files;
  field!.dispatchEvent(new Event('change', { bubbles: true }));
  await press(canvas, 'Open the copy');
}
const sealed = async (): Promise<Blob> => exportRecords(await storeFor(sam), { passphrase });

/** The button in the foot of every widget opens it, below what the person was doing. */
export const Opened: Story = { play: async ({ canvasElement }) => openPage(canvasElement) };

/** The passphrase is too short: the problem stands at its field, and what was typed stays. */
export const TooShort: Story = {
  play: async ({ canvasElement }) => {
    await openPage(canvasElement);
    await typePassphrase(canvasElement, 'new-password', 'short');
    await press(canvasElement, 'Save the copy');
    await findInText(canvasElement, 'Use at least 8 characters.');
  },
};

/** A copy of another person’s device, or of another time, is locked: the form asks for its passphrase. */
export const Locked: Story = {
  play: async ({ canvasElement }) => {
    await openPage(canvasElement);
    await openFile(canvasElement, await sealed());
    await findInText(canvasElement, 'This copy is locked.');
  },
};

/** The passphrase is not the one: what to check stands at the field. */
export const WrongPassphrase: Story = {
  play: async ({ canvasElement }) => {
    await openPage(canvasElement);
    await openFile(canvasElement, await sealed());
    await findInText(canvasElement, 'This copy is locked.');
    await typePassphrase(canvasElement, 'current-password', 'other words than those');
    await press(canvasElement, 'Open the copy');
    await findInText(canvasElement, 'That is not the right passphrase.');
  },
};

/** A text was changed on this device and in the copy: nothing is overwritten, and the way to both versions is one press. */
export const ChangedInBoth: Story = {
  play: async ({ canvasElement }) => {
    await openPage(canvasElement);
    const records = canvasElement.querySelector('milieu-community')!.records!;
    const data = { mode: 'remind', saw: 'The pans stood in the sink.', next: 'Shall we do them together?', strength: 'You are quick.' };
    const change = await records.act('send', { kind: 'feedback', id: uuidv7() }, { to: ['p-02'], data });
    const root = change.records[0]!;
    const other = { ...change, key: uuidv7(), records: [{ ...root, data: { ...data, saw: 'The pots stood in the sink.' } }] };
    const head = { format: 'milieu-records', version: 1, community: root.community, person: root.by, at: root.at, records: 0, changes: 1 };
    await openFile(canvasElement, new Blob([head, { change: other }].map((line) => `${JSON.stringify(line)}\n`)));
    await findInText(canvasElement, '1 text was changed in both.');
  },
};
