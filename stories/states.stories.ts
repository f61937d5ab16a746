import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { until } from 'lit/directives/until.js';
import '../src/define/shared.js';
import { sheetStyles } from '../src/elements/styles/style-sets.js';
import type { SaveState } from '../src/elements/controllers/save-progress.js';
import type { Records } from '../src/records/index.js';
import { ana, community } from './fixtures.js';
import { broken, kept, locked, lost, offline, opening, paused, readOnly, storeOf } from './states.js';

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
  readonly progress?: SaveState;
}
const idle: SaveState = { is: 'idle' };
const saved = (sent: Extract<SaveState, { is: 'saved' }>['sent'], personal = false): SaveState => ({
  is: 'saved',
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

const meta: Meta = { title: 'Foundations/Status line', tags: ['!autodocs'], parameters: { docs: { codePanel: false } } };
export default meta;
type Story = StoryObj;

/** Where the text that a person wrote is now. A tick is only shown after the backend confirmed it. */
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
/** Before anybody has done anything: where the page stores what is written. */
export const AtRest: Story = {
  render: () =>
    lines([
      {},
      { store: (records) => kept(records, 'device') },
      { store: (records) => records },
      { store: opening },
      { store: locked },
      { store: readOnly },
      { store: (records) => readOnly(records, 'newer-schema') },
      { store: lost },
      { store: (records) => lost(records, 'some') },
      { store: broken },
      { store: (records) => broken(records, 'damaged-key') },
    ]),
};
/** Offline the ring is broken and the words say what is stored. */
export const Offline: Story = { render: () => lines([{ progress: saved('waiting') }]), beforeEach: () => offline() };
