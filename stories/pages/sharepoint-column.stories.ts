import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../../src/define/index.js';
import { priya, FakeHistory, visit } from '../fixtures.js';
import './sharepoint-column.css';

const meta: Meta = { title: 'Pages/SharePoint column', tags: ['!autodocs'], parameters: { layout: 'fullscreen' } };
export default meta;

const news: readonly (readonly [title: string, text: string, day: string])[] = [
  ['New rota from December', 'The early shift begins at 6:45. Please look at your dates until Friday.', '20 November'],
  ['Kitchen inspection went well', 'Thank you to everybody who helped. The report is in the shared folder.', '18 November'],
  ['First aid refresher', 'Two places are left on 2 December, nine to noon, room 3.', '17 November'],
];
const links = ['Rota', 'Holiday request', 'Fire plan', 'Forms', 'Who is who'];

const site = html`<header class="intranet-top">
    <b>Birchmoor Trust</b>
    <nav aria-label="Birchmoor Trust">${['Home', 'Houses', 'Policies', 'Training'].map((place) => html`<a href="#">${place}</a>`)}</nav>
  </header>
  <div class="intranet-title">
    <h1>North House</h1>
    <p>For the team</p>
  </div>`;

const parts = html`<section class="intranet-part" aria-labelledby="news">
    <h2 id="news">News</h2>
    ${news.map(
      ([title, text, day]) =>
        html`<article>
          <h3>${title}</h3>
          <p>${text}</p>
          <small>${day}</small>
        </article>`,
    )}
  </section>
  <section class="intranet-part" aria-labelledby="links">
    <h2 id="links">Quick links</h2>
    <ul>
      ${links.map((name) => html`<li><a href="#">${name}</a></li>`)}
    </ul>
  </section>`;

/** A web part of 300 px among others, in a page whose fonts, sizes and colours apply to everything they can reach. */
export const SharePointColumn: StoryObj = {
  name: 'SharePoint column',
  render: () =>
    html`<div class="intranet">
      ${site}
      <main>
        <div>${parts}</div>
        <div class="intranet-column">
          ${visit(
            { actor: priya, history: FakeHistory.afterSixWeeks() },
            html`<milieu-help></milieu-help> <milieu-meeting-agenda></milieu-meeting-agenda>`,
          )}
        </div>
      </main>
    </div>`,
};
