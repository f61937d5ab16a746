import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../../src/define/index.js';
import { ana, kit, sam, FakeHistory, visit } from '../fixtures.js';
import { held, planned } from '../meeting-agenda/meetings.js';
import { kept, storeOf } from '../states.js';

/** A view on paper: black on white, no controls, lines for handwriting. The print dialog of the browser gives the same. */
const meta: Meta = { title: 'Pages/On paper', globals: { theme: 'paper' } };
export default meta;

const written = (write: (history: FakeHistory) => unknown): FakeHistory => {
  const history = new FakeHistory();
  write(history);
  return history;
};

/** The agenda of a meeting, with room beside each part for what is decided. */
export const Agenda: StoryObj = {
  render: () =>
    visit({ actor: sam, records: storeOf(sam, written(planned)).then(kept) }, html`<milieu-meeting-agenda view="plan"></milieu-meeting-agenda>`),
};

/** The minutes for the board in the hall: what was decided, and who does what by when. */
export const Minutes: StoryObj = {
  render: () =>
    visit({ actor: kit, records: storeOf(kit, written(held)).then(kept) }, html`<milieu-meeting-agenda view="minutes"></milieu-meeting-agenda>`),
};

/** A card for a pocket: its steps, the breath as rings, and whom to go to. */
export const WalletCard: StoryObj = {
  render: () => visit({ actor: ana }, html`<milieu-coping-card card="c01"></milieu-coping-card>`),
};
