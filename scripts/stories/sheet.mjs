// npm run stories:sheet: one HTML file with every state of every widget, which can be viewed and sent without other files.
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { built, pictured, pictureFile, readStories, update } from './files.mjs';
import { escape, page } from './html.mjs';
import { sentenceOf } from './sentences.mjs';

const style = `section { border-block-start: 1px solid #8886; margin-block-start: 2rem; }
article { margin-block: 1.5rem; break-inside: avoid; }
h3 { margin-block-end: 0; }
p { margin-block: 0 0.5rem; max-inline-size: 60ch; }
.pair { display: flex; flex-wrap: wrap; align-items: flex-start; gap: 1rem; }
img { inline-size: 480px; max-inline-size: 100%; block-size: auto; }
nav ul { columns: 16rem; }`;

/** “Widgets/Peer feedback/For staff” is called “Peer feedback, For staff”. */
const nameOf = (title) =>
  title
    .split('/')
    .slice(title.includes('/') ? 1 : 0)
    .join(', ');

const anchor = (title) => title.toLowerCase().replace(/[^a-z0-9]+/g, '-');

function image({ id, name }, theme) {
  const file = pictureFile(id, theme);
  if (!existsSync(file)) return `<p>There is no ${theme} picture yet.</p>`;
  return `<img loading="lazy" alt="${escape(name)}, ${theme}" src="data:image/png;base64,${readFileSync(file, 'base64')}">`;
}

function article(story) {
  const sentence = sentenceOf(story);
  return `<article>
<h3>${escape(story.name)}</h3>
${sentence && `<p>${escape(sentence)}</p>`}
<div class="pair">${pictured(story.id)
    .map((theme) => image(story, theme))
    .join('\n')}</div>
</article>`;
}

/** Stories by title, in the order of the Storybook. */
function groups(stories) {
  const byTitle = new Map();
  for (const story of stories) byTitle.set(story.title, [...(byTitle.get(story.title) ?? []), story]);
  return [...byTitle];
}

const section = ([title, stories]) => `<section id="${anchor(title)}">
<h2>${escape(nameOf(title))}</h2>
${stories.map(article).join('\n')}
</section>`;

const link = ([title, { length }]) => `<li><a href="#${anchor(title)}">${escape(nameOf(title))}</a>, ${length}</li>`;

/** @param {ReturnType<typeof readStories>} stories */
export function sheetOf(stories) {
  const all = groups(stories);
  const body = `<p>${stories.length} states; the first of each widget and whole pages also in the dark. People and words are invented.</p>
<nav aria-label="Widgets"><ul>${all.map(link).join('')}</ul></nav>
${all.map(section).join('\n')}`;
  return page({ title: 'Every state of milieu-elements', style, body });
}

if (process.argv[1] === import.meta.filename) {
  const stories = readStories();
  const file = join(built, 'states.html');
  writeFileSync(file, sheetOf(stories));
  const lacking = stories.flatMap(({ id }) => pictured(id).filter((theme) => !existsSync(pictureFile(id, theme)))).length;
  const weight = (statSync(file).size / 2 ** 20).toFixed(1);
  console.log(`states.html: ${stories.length} states, ${weight} MB${lacking ? `; ${lacking} pictures are not there yet: ${update}` : ''}`);
}
