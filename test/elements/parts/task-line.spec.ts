import { expect, html } from '@open-wc/testing';
import '../../../src/define/coping-card.js';
import '../../../src/define/peer-feedback.js';
import type { MilieuCommunity } from '../../../src/elements/community/index.js';
import { MilieuError } from '../../../src/records/base/errors.js';
import type { Work } from '../../../src/records/base/types.js';
import { internalsOf } from '../../../src/records/context/internals.js';
import type { TaskProgress } from '../../../src/records/tasks/task-runner.js';
import { type Clock, holdClock } from '../../testing/clock.js';
import { openCommunity } from '../../testing/community.js';
import { allByRole, allByText, byRole, queryByRole, textOf, until } from '../../../src/testing/by-role.js';

/** A task that makes progress only when the test says so; it ends when it is stopped, as every task does. */
interface Held {
  readonly steps: TaskProgress;
  readonly finish: () => void;
  readonly fail: (error: MilieuError) => void;
  readonly over: Promise<unknown>;
}
function begin(community: MilieuCommunity, kind: Work['kind'], ...first: [done: number, of?: number]): Held {
  const made: { steps?: TaskProgress; finish?: () => void; fail?: (error: MilieuError) => void } = {};
  const over = internalsOf(community.records)
    .tasks.run(kind, (steps) => {
      steps.report(...first);
      return new Promise<void>((finish, fail) => {
        Object.assign(made, { steps, finish, fail });
        steps.signal.addEventListener('abort', () => fail(new MilieuError('cancelled')));
      });
    })
    .catch((error: unknown) => error);
  return { steps: made.steps!, finish: made.finish!, fail: made.fail!, over };
}

const said = (root: HTMLElement): string[] =>
  [...allByRole(root, 'status'), ...allByRole(root, 'alert')].map((one) => textOf(one).trim()).filter(Boolean);
const saysOnce = (root: HTMLElement, words: string): boolean => said(root).filter((one) => one === words).length === 1;

describe('a long task', () => {
  let community: MilieuCommunity;
  let clock: Clock;
  /** Two widgets of one community, after the line that shows tasks is loaded. */
  beforeEach(async () => {
    community = await openCommunity(html`<milieu-peer-feedback></milieu-peer-feedback><milieu-coping-card></milieu-coping-card>`);
    begin(community, 'pull', 0).finish();
    const lines = (): number =>
      [...community.children].filter((one) => one.shadowRoot?.querySelector('milieu-status-line')?.shadowRoot?.querySelector('milieu-work-line'))
        .length;
    await until(() => lines() === 2, { what: 'the line in both' });
    clock = holdClock();
  });
  const pass = async (ms: number): Promise<void> => {
    await clock.tick(ms);
    await clock.tick(1); // wait for the rendering
  };

  it('a short task is not shown', async () => {
    const held = begin(community, 'export', 0, 400);
    await pass(390);
    expect(queryByRole(community, 'progressbar')).to.equal(undefined);
    held.finish();
    await held.over;
    await pass(5000);
    expect(queryByRole(community, 'progressbar')).to.equal(undefined);
    expect(textOf(community)).to.not.match(/Making a copy|The copy is ready/);
  });

  it('a long task is shown in every widget with progress and Stop, and one widget announces it', async () => {
    const { steps, finish } = begin(community, 'pull', 0);
    await pass(450);
    expect(allByRole(community, 'progressbar', 'Checking for updates')).to.have.length(2);
    expect(allByRole(community, 'button', 'Stop')).to.have.length(2);
    expect(saysOnce(community, 'Checking for updates')).to.equal(true);
    steps.report(120, 400);
    await pass(200);
    expect(allByText(community, 'Checking for updates: 120 of 400').length).to.be.greaterThan(1);
    const [bar] = allByRole(community, 'progressbar') as HTMLProgressElement[];
    expect([bar!.value, bar!.max]).to.deep.equal([120, 400]);
    expect(saysOnce(community, 'Checking for updates: 120 of 400')).to.equal(true);
    steps.report(190, 400);
    await pass(200);
    expect(bar!.value).to.equal(190);
    expect(saysOnce(community, 'Checking for updates: 120 of 400')).to.equal(true); // still the same quarter, so nothing new is announced
    steps.report(200, 400);
    await pass(200);
    expect(saysOnce(community, 'Checking for updates: 200 of 400')).to.equal(true);
    finish();
    await pass(100);
    expect(saysOnce(community, 'Up to date.')).to.equal(true);
    expect(queryByRole(community, 'progressbar')).to.equal(undefined);
    await pass(11_000);
    expect(textOf(community)).to.not.contain('Up to date.');
  });

  it('axe finds no violation while a task runs and after it was stopped', async () => {
    begin(community, 'export', 100, 400);
    await pass(450);
    byRole(community.querySelector('milieu-peer-feedback')!, 'button', 'Stop').focus();
    clock.restore();
    await expect(community).to.be.accessible();
    byRole(community.querySelector('milieu-peer-feedback')!, 'button', 'Stop').click();
    await until(() => allByText(community, 'Stopped. No copy was made.').length > 1);
    await expect(community).to.be.accessible();
  });

  it('Stop stops the task, and the widget says what was kept until that is read', async () => {
    const feedback = community.querySelector<HTMLElement>('milieu-peer-feedback')!;
    const { over } = begin(community, 'pull', 200, 400);
    await pass(450);
    const stop = byRole(feedback, 'button', 'Stop');
    stop.focus();
    stop.click();
    expect(((await over) as MilieuError).code).to.equal('cancelled');
    await pass(60_000);
    expect(saysOnce(community, 'Stopped. What you see may be out of date.')).to.equal(true);
    const close = byRole(feedback, 'button', 'Close');
    expect((close.getRootNode() as ShadowRoot).activeElement === close).to.equal(true);
    close.click();
    await pass(100);
    expect(textOf(feedback)).to.not.contain('Stopped');
    expect((document.activeElement as HTMLElement).localName).to.equal('milieu-peer-feedback');
  });

  it('the focus moves on when the task ends and the Stop button is removed', async () => {
    const feedback = community.querySelector<HTMLElement>('milieu-peer-feedback')!;
    const { finish } = begin(community, 'export', 100, 400);
    await pass(450);
    byRole(feedback, 'button', 'Stop').focus();
    await pass(10);
    finish();
    await pass(100);
    expect(document.activeElement === feedback).to.equal(true);
  });

  it('a task cannot be stopped in its last step', async () => {
    const { steps } = begin(community, 'removal', 0, 9);
    await pass(450);
    steps.commit();
    await pass(200);
    const [stop] = allByRole(community, 'button', 'Stop');
    expect(stop!.getAttribute('aria-disabled')).to.equal('true');
    stop!.click();
    await pass(100);
    expect(steps.signal.aborted).to.equal(false);
  });

  it('a task that fails says so once, however short it was', async () => {
    const { fail } = begin(community, 'import', 0);
    fail(new MilieuError('not-a-copy'));
    await pass(50);
    const words = 'The copy was not opened. This file isn’t a copy that was saved here. Nothing was added.';
    expect(allByRole(community, 'alert').filter((one) => textOf(one).includes(words))).to.have.length(1);
    expect(saysOnce(community, words)).to.equal(true);
  });

  it('a failing pull is reported only once, however often it is tried', async () => {
    for (const expected of [1, 0]) {
      const { fail } = begin(community, 'pull', 0);
      await pass(450);
      expect(allByRole(community, 'progressbar')).to.have.length(2);
      fail(new MilieuError('pull-failed'));
      await pass(100);
      expect(said(community).filter((one) => one.startsWith('We couldn’t check.'))).to.have.length(expected);
    }
  });

  it('another widget announces the task when the first one is removed', async () => {
    const [first, second] = [...community.children] as HTMLElement[];
    begin(community, 'export', 0, 10);
    await pass(450);
    first!.hidden = true;
    await pass(10);
    internalsOf(community.records).tasks.stop();
    await pass(100);
    expect(said(second!)).to.contain('Stopped. No copy was made.');
  });
});
