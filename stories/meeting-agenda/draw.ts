import type { StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import '../../src/define/meeting-agenda.js';
import type { Actor } from '../../src/model/record.js';
import type { Records } from '../../src/records/index.js';
import { FakeHistory, kit, visit } from '../fixtures.js';
import { type Hands, handsOn } from '../peer-feedback/hands.js';
import { type Backend, kept, storeOf } from '../states.js';

export interface Args {
  /** Pins one page; unset, the person moves between them. */
  readonly view?: 'plan' | 'run' | 'minutes' | 'board' | 'said' | 'room';
  readonly actor?: Actor;
  readonly write?: (history: FakeHistory) => void;
  /** Another state of the store; default on the disk and locked. */
  readonly store?: (records: Records) => Records;
  readonly backend?: Backend;
}

export const agenda = (view: Args['view']): TemplateResult => html`<milieu-meeting-agenda view=${ifDefined(view)}></milieu-meeting-agenda>`;
export const draw = ({ view, actor = kit, write, store = kept, backend }: Args): TemplateResult => {
  const history = new FakeHistory();
  write?.(history);
  return visit({ actor, records: storeOf(actor, history, backend).then(store) }, agenda(view));
};

export type Story = StoryObj<Args>;

export const story = (args: Args, play?: (hands: Hands, page: HTMLElement) => Promise<unknown>, more: Partial<Story> = {}): Story => ({
  args,
  ...(play ? { play: async ({ canvasElement }) => void (await play(handsOn(canvasElement), canvasElement)) } : {}),
  ...more,
});
