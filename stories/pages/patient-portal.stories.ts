import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../../src/define/index.js';
import { sam, FakeHistory, visit } from '../fixtures.js';
import './patient-portal.css';

const meta: Meta = { title: 'Pages/Patient portal', tags: ['!autodocs'], parameters: { layout: 'fullscreen' } };
export default meta;

const places = ['Home', 'My day', 'Messages', 'Appointments'];

const header = html`<header class="portal-top">
  <b>Harbour Health</b>
  <nav aria-label="Harbour Health">
    ${places.map((place) => html`<a href="#" aria-current=${place === 'My day' ? 'page' : 'false'}>${place}</a>`)}
  </nav>
  <span>Sam A.</span>
</header>`;

const visitCard = html`<section class="portal-card" aria-labelledby="next">
  <h2 id="next">Next appointment</h2>
  <p>Dr Osei, Tuesday 24 November at 2:30 pm. Room 4.</p>
  <a href="#">Change or cancel</a>
</section>`;

const inside = html`
  <milieu-today></milieu-today>
  <div class="portal-columns">
    <div>
      <milieu-peer-feedback></milieu-peer-feedback>
      <milieu-meeting-agenda heading="House meeting"></milieu-meeting-agenda>
      ${visitCard}
    </div>
    <div>
      <milieu-responsibility-ladder></milieu-responsibility-ladder>
      <milieu-coping-card card="c01"></milieu-coping-card>
    </div>
  </div>
`;

/** Five custom properties and the host’s own font are enough to match the portal. */
export const PatientPortal: StoryObj = {
  render: () =>
    html`<div class="portal">
      ${header}
      <main>
        <h1>My day</h1>
        <p class="portal-quiet">Saturday 21 November. Your key worker today is Priya.</p>
        ${visit({ actor: sam, history: FakeHistory.afterSixWeeks() }, inside)}
      </main>
    </div>`,
};
