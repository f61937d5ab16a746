import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '../src/define/index.js';
import { ana, faces, FakeHistory, visit } from './fixtures.js';
import './welcome/welcome.css';

const meta: Meta = { title: 'Welcome', tags: ['!autodocs'], parameters: { layout: 'fullscreen', options: { showPanel: false } } };
export default meta;

const page = (name: string): string => `./?path=/docs/${name}--docs`;
const story = (name: string): string => `./?path=/story/${name}`;
const link = (to: string, words: string, more: string): TemplateResult => html`<li><a href=${to} target="_top">${words}</a><span>${more}</span></li>`;

const head = html`
  <header class="welcome-head">
    <h1>milieu-elements</h1>
    <p>Six weeks of an invented house, in use. You look at it as one of the people there: choose another one in the bar above.</p>
  </header>
`;

const intro = html`
  <section class="welcome-intro" aria-labelledby="what-it-is">
    <h2 id="what-it-is">What it is</h2>
    <p class="welcome-lead">
      Widgets for houses in which people get well together. Residents and staff use them to tell each other what they saw, to share what there is to
      look after, to get through a hard moment, to hold their meeting, and to call for help.
    </p>
    <p>
      They go into a page that you have already. Each works alone, saves what is written on the device it is used on, and says in its last line where
      that is. Nothing says “sent” before your backend said so.
    </p>
  </section>
`;

const widgets = html`
  <milieu-help></milieu-help>
  <div class="welcome-house">
    <div>
      <milieu-peer-feedback></milieu-peer-feedback>
      <milieu-coping-card></milieu-coping-card>
    </div>
    <div>
      <milieu-responsibility-ladder></milieu-responsibility-ladder>
      <milieu-meeting-agenda></milieu-meeting-agenda>
    </div>
  </div>
`;

const embed = `<script type="module" src="milieu-elements.min.js"></script>

<milieu-community community="north-house"
                  person="p-17" as="resident">
  <milieu-peer-feedback></milieu-peer-feedback>
  <milieu-help></milieu-help>
</milieu-community>

<script>
  document.addEventListener('milieu-deliver',
    (e) => e.waitUntil(fetch('/api/milieu', e.request)));
</script>`;

const outro = html`
  <section class="welcome-more" aria-labelledby="put-it">
    <div>
      <h2 id="put-it">Put it into your page</h2>
      <p>One file, one tag around the widgets, one event. Nothing else is loaded: no fonts, no calls to anywhere.</p>
      <pre tabindex="0" role="region" aria-label="What to write into a page"><code>${embed}</code></pre>
    </div>
    <div>
      <h2>Where to go</h2>
      <ul>
        ${link(story('guides-your-brand--your-brand'), 'Your brand', 'Five settings, with every widget next to them.')}
        ${link(page('guides-words'), 'Words', 'All of them: to look for, to check, to replace.')}
        ${link(page('guides-embed-it'), 'Embed it', 'With a script tag or npm, the events, where the data lives.')}
        ${link(page('guides-states'), 'States', 'What each last line means, live.')}
        ${link(page('guides-keys'), 'Keys', 'Everything works without a mouse.')}
        ${link(page('guides-accessibility-promises'), 'Accessibility promises', 'What was tested, and what no person has tested yet.')}
        ${link(page('guides-downloads'), 'Downloads', 'Tokens, and a sheet of every state.')}
        ${link(story('pages-patient-portal--patient-portal'), 'Whole pages', 'A portal, an intranet, a blog, paper.')}
      </ul>
    </div>
  </section>
  <p class="welcome-honest">
    Nobody has tested this with residents yet. It is not a medical device, it does not watch over anybody, and it does not replace a person who comes
    when called.
  </p>
`;

/** All widgets in one community, as one person sees them. */
export const Welcome: StoryObj = {
  render: (_, { globals: { person } }) => {
    const actor = faces[String(person)] ?? ana;
    return html`<main class="welcome">${head}${visit({ actor, history: FakeHistory.afterSixWeeks() }, widgets)}${intro}${outro}</main>`;
  },
};
