import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/coping-card.js';
import { type ErrorCode, MilieuError } from '../src/records/base/errors.js';
import type { Records, Work } from '../src/records/base/types.js';
import { internalsOf } from '../src/records/context/internals.js';
import { byRole, findByRole, findInText } from '../src/testing/by-role.js';
import { sam, storeFor, visit } from './fixtures.js';

interface Args {
  readonly kind: Work['kind'];
  /** The progress, and the total if it is known. */
  readonly done: number;
  readonly of?: number;
  /** It can no longer be stopped. */
  readonly last?: boolean;
  /** How it ends after it was shown; default it goes on. */
  readonly ends?: 'done' | ErrorCode;
}

/** A store with a long task that stops at the progress of the story. */
async function busy({ kind, done, of, last = false, ends }: Args): Promise<Records> {
  const records = await storeFor(sam);
  const { tasks: works } = internalsOf(records);
  const work = works.run(kind, async (steps) => {
    // The widget must be there before the task starts.
    await new Promise<void>((seen) => setTimeout(seen, 300));
    steps.report(done, of);
    if (last) steps.commit();
    await steps.orStopped(new Promise<void>((resume) => (ends ? setTimeout(resume, 1200) : undefined)));
    if (ends && ends !== 'done') throw new MilieuError(ends);
  });
  work.catch(() => undefined); // the widget says it
  return records;
}

const words =
  (...said: readonly string[]): Story['play'] =>
  async ({ canvasElement }) => {
    for (const one of said) await findInText(canvasElement, one);
  };

const meta: Meta<Args> = {
  title: 'Widgets/Long work',
  render: (args) => visit({ actor: sam, records: busy(args) }, html`<milieu-coping-card></milieu-coping-card>`),
};
export default meta;
type Story = StoryObj<Args>;

/** The first time on this device: nobody knows yet how much there is, so nothing is counted. */
export const JustBegun: Story = { args: { kind: 'pull', done: 0 }, play: words('Checking for updates') };

/** The progress is shown; every widget has the same words, and one of them announces them. */
export const PartOfTheWay: Story = { args: { kind: 'pull', done: 120, of: 400 }, play: words('Checking for updates: 120 of 400') };

/** A passphrase is being tried: the duration is unknown, so it only says what is happening. */
export const Opening: Story = { args: { kind: 'unlock', done: 0 }, play: words('Unlocking') };

/** The last step cannot be stopped, and the button says so. */
export const LastStep: Story = {
  args: { kind: 'seal', done: 812, of: 812, last: true },
  play: async ({ canvasElement }) => {
    const stop = await findByRole(canvasElement, 'button', 'Stop');
    if (stop.getAttribute('aria-disabled') !== 'true') throw new Error('It can still be stopped');
  },
};

/** A person pressed *Stop*: the widget says what was kept until they have read it. */
export const Stopped: Story = {
  args: { kind: 'pull', done: 200, of: 400 },
  play: async ({ canvasElement }) => {
    (await findByRole(canvasElement, 'button', 'Stop')).click();
    await findInText(canvasElement, 'Stopped. What you see may be out of date.');
    byRole(canvasElement, 'button', 'Close');
  },
};

/** A file that is not a copy: one sentence, announced once, and nothing was imported. */
export const NotACopy: Story = {
  args: { kind: 'import', done: 0, ends: 'not-a-copy' },
  play: words('The copy was not opened.', 'Nothing was added.'),
};

/** The task has ended: one line says so and disappears by itself. */
export const Ready: Story = { args: { kind: 'export', done: 640, of: 640, ends: 'done' }, play: words('The copy is ready.') };
