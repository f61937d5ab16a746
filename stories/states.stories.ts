import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { until } from 'lit/directives/until.js';
import '../src/define/shared.js';
import { sheetStyles } from '../src/elements/shared/base.js';
import type { Progress } from '../src/elements/shared/acts.js';
import type { Records } from '../src/records/index.js';
import { ana, community } from './house.js';
import { broken, kept, locked, offline, opening, paused, readOnly, storeOf } from './states.js';

/** A sheet with rows, as a widget is one. */
class StorySheet extends LitElement {
  static override styles = [
    sheetStyles,
    css`
      ::slotted(*) {
        border-block-start: 1px solid var(--_line);
      }
    `,
  ];
  protected override render(): TemplateResult {
    return html`<div class="head">
        <h2>The status line</h2>
        <p>One line, one ring, the same place in every widget.</p>
      </div>
      <div class="body">
        <div class="rows" role="list">
          <slot></slot>
        </div>
      </div>`;
  }
}
if (!customElements.get('story-sheet')) customElements.define('story-sheet', StorySheet);

interface Line {
  readonly store?: (records: Records) => Records;
  readonly progress?: Progress;
}
const idle: Progress = { is: 'idle' };
const saved = (sent: Extract<Progress, { is: 'saved' }>['sent'], personal = false): Progress => ({
  is: 'saved',
  id: 'f-01',
  kind: 'feedback',
  sent,
  at: new Date().toISOString(),
  personal,
});

const line = ({ store = kept, progress = idle }: Line): TemplateResult => {
  const drawn = storeOf(ana)
    .then(store)
    .then(
      (records) =>
        html`<milieu-community community=${community} person=${ana.person} .records=${records}>
          <milieu-status-line .progress=${progress} forOthers></milieu-status-line>
        </milieu-community>`,
    );
  return html`<div role="listitem">${until(drawn)}</div>`;
};
const lines = (all: readonly Line[]): TemplateResult => html`<story-sheet>${all.map(line)}</story-sheet>`;

const meta: Meta = { title: 'Foundations/Status line', tags: ['!autodocs'] };
export default meta;
type Story = StoryObj;

/** Where what was written is now. A tick stands only where the backend said so. */
export const AfterAnAct: Story = {
  render: () =>
    lines([
      { progress: { is: 'saving' } },
      { progress: saved('waiting', true) },
      { progress: saved('waiting') },
      { progress: saved('waiting'), store: (records) => paused(kept(records)) },
      { progress: saved('sent') },
      { progress: saved('refused') },
      { progress: saved('held') },
      { progress: { is: 'unsaved', code: 'quota' } },
      { progress: { is: 'unsaved', code: 'moved' } },
    ]),
};
/** Before anybody has done anything: where the page keeps what is written. */
export const AtRest: Story = {
  render: () =>
    lines([
      {},
      { store: (records) => kept(records, 'device') },
      { store: (records) => records },
      { store: opening },
      { store: locked },
      { store: readOnly },
      { store: broken },
    ]),
};
/** Without a net, the ring is broken and the words say what is kept. */
export const Offline: Story = { render: () => lines([{ progress: saved('waiting') }]), beforeEach: () => offline() };
