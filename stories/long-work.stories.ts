import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/coping-card.js';
import { type ErrorCode, MilieuError } from '../src/records/errors.js';
import type { Records, Work } from '../src/records/types.js';
import { besideOf } from '../src/records/work/beside.js';
import { byRole, findByRole, findInText } from '../test/support/role.js';
import { sam, storeFor, visit } from './house.js';

interface Args {
  readonly kind: Work['kind'];
  /** How far it has come, and of how many where that is known. */
  readonly done: number;
  readonly of?: number;
  /** Nothing can stop it any more. */
  readonly last?: boolean;
  /** How it ends, once it has been seen; unset, it goes on. */
  readonly ends?: 'done' | ErrorCode;
}

/** A store in which something takes its time, and stands where the story wants it. */
async function busy({ kind, done, of, last = false, ends }: Args): Promise<Records> {
  const records = await storeFor(sam);
  const { works } = besideOf(records);
  const work = works.run(kind, async (steps) => {
    // A widget has to be there before it can see something begin.
    await new Promise<void>((seen) => setTimeout(seen, 300));
    steps.at(done, of);
    if (last) steps.last();
    await steps.unlessStopped(new Promise<void>((resume) => (ends ? setTimeout(resume, 1200) : undefined)));
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

/** The first time on this computer: nobody knows yet how much there is, so nothing is counted. */
export const JustBegun: Story = { args: { kind: 'pull', done: 0 }, play: words('Getting what is new') };

/** The ring of all that is kept fills; the same words stand in every widget, and one of them speaks. */
export const PartOfTheWay: Story = { args: { kind: 'pull', done: 120, of: 400 }, play: words('Getting what is new: 120 of 400') };

/** A passphrase is being tried: nobody can tell how long, so it only says what goes on. */
export const Opening: Story = { args: { kind: 'unlock', done: 0 }, play: words('Opening what is locked') };

/** The last step goes through whole: it can no longer be stopped, and says so by its button. */
export const LastStep: Story = {
  args: { kind: 'seal', done: 812, of: 812, last: true },
  play: async ({ canvasElement }) => {
    const stop = await findByRole(canvasElement, 'button', 'Stop');
    if (stop.getAttribute('aria-disabled') !== 'true') throw new Error('It can still be stopped');
  },
};

/** A person pressed *Stop*: what stands is said, until they have read it. */
export const Stopped: Story = {
  args: { kind: 'pull', done: 200, of: 400 },
  play: async ({ canvasElement }) => {
    (await findByRole(canvasElement, 'button', 'Stop')).click();
    await findInText(canvasElement, 'Stopped. What came so far is kept.');
    byRole(canvasElement, 'button', 'Close');
  },
};

/** A file that is no copy: one sentence, said once, and nothing was taken. */
export const NotACopy: Story = {
  args: { kind: 'import', done: 0, ends: 'not-a-copy' },
  play: words('The copy was not read in.', 'Nothing was taken.'),
};

/** It is over: said in one line, which goes by itself. */
export const Ready: Story = { args: { kind: 'export', done: 640, of: 640, ends: 'done' }, play: words('The copy is ready.') };
