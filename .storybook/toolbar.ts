import type { Preview } from '@storybook/web-components-vite';
import { ownWords } from '../stories/words/own-words.js';
import { play } from './conditions.js';
import { setSpacing } from './spacing.js';

type Globals = Readonly<Record<string, unknown>>;
type Tools = NonNullable<Preview['globalTypes']>;
type Icon = Extract<NonNullable<Tools[string]['toolbar']>, { icon?: unknown }>['icon'];
type Choice = readonly [value: string, title: string];

/** A tool that shows what is chosen. */
const tool = (title: string, icon: Icon, description: string, ...choices: readonly Choice[]) => ({
  description,
  toolbar: { title, icon, dynamicTitle: true, items: choices.map(([value, name]) => ({ value, title: name })) },
});

/** A tool that shows an icon only: with the words of all of them, the last ones are outside a window of 1280 px. */
const small = (icon: Icon, description: string, ...choices: readonly Choice[]) => ({
  description,
  toolbar: { icon, dynamicTitle: false, items: choices.map(([value, name]) => ({ value, title: name })) },
});

/** In the order of the bar. Who looks comes first: it is needed most often, and it is never outside the window. */
export const globalTypes: Tools = {
  person: tool(
    'Person',
    'user',
    'Who is looking, where a page is shown in use',
    ['ana', 'Ana, resident'],
    ['sam', 'Sam, resident'],
    ['kit', 'Kit, in the chair'],
    ['ray', 'Ray, senior peer'],
    ['priya', 'Priya, staff'],
  ),
  theme: tool(
    'Theme',
    'contrast',
    'Light, dark, more contrast, paper',
    ['auto', 'As the system'],
    ['light', 'Light'],
    ['dark', 'Dark'],
    ['contrast', 'More contrast'],
    ['contrast-dark', 'More contrast, dark'],
    ['paper', 'On paper'],
  ),
  width: tool(
    'Width',
    'grow',
    'The place that the page gives',
    ['full', 'Full width'],
    ['tablet', 'Tablet, 640'],
    ['phone', 'Phone, 320'],
    ['sidebar', 'Sidebar, 280'],
  ),
  locale: tool(
    'Language',
    'globe',
    'Language of the page',
    ['en', 'English'],
    ['es', 'Español: dates only'],
    ['ar', 'العربية: dates only'],
    ['en-XA', 'Longer words'],
  ),
  dir: small('transfer', 'Direction of writing', ['ltr', 'Left to right'], ['rtl', 'Right to left']),
  density: small('component', 'Room around things', ['comfortable', 'Comfortable'], ['compact', 'Compact'], ['large', 'Large touch']),
  text: small('zoom', 'Size of text', ['100', 'Text 100 %'], ['150', 'Text 150 %'], ['200', 'Text 200 %']),
  spacing: small('paragraph', 'Space between letters, words and lines, as WCAG 1.4.12 asks', ['usual', 'Usual spacing'], ['wide', 'Wide spacing']),
  motion: small('lightning', 'Whether things may move', ['system', 'Motion as the system'], ['still', 'Less motion']),
  clock: small('time', 'What time it is', ['set', 'Five past three'], ['still', 'Standing still'], ['now', 'Now']),
};

export const initialGlobals = {
  theme: 'light',
  locale: 'en',
  dir: 'ltr',
  density: 'comfortable',
  text: '100',
  spacing: 'usual',
  motion: 'system',
  width: 'full',
  person: 'ana',
  clock: 'set',
};

const widths: Readonly<Record<string, string>> = { tablet: '640px', phone: '320px', sidebar: '280px' };
const spaced = { lineHeight: '1.5', letterSpacing: '0.12em', wordSpacing: '0.16em' };
const usual = { lineHeight: '', letterSpacing: '', wordSpacing: '' };

/** `light`, `dark`, or the setting of the system, for stories and docs pages. */
export function schemeOf(theme: string): 'light' | 'dark' {
  if (theme === 'auto') return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  return theme.endsWith('dark') ? 'dark' : 'light';
}

/** Applies the toolbar to the page: widgets take theme, language, direction and space from there. */
export function dress({ theme, dir, locale, text, spacing, motion, width }: Globals): void {
  const { documentElement: page } = document;
  const name = String(theme);
  page.style.colorScheme = schemeOf(name);
  page.dir = dir === 'rtl' ? 'rtl' : 'ltr';
  page.lang = String(locale);
  page.style.fontSize = text === '100' ? '' : `${Number(text)}%`;
  Object.assign(page.style, spacing === 'wide' ? spaced : usual);
  setSpacing(spacing === 'wide');
  page.style.setProperty('--stage', widths[String(width)] ?? 'none');
  page.classList.toggle('on-paper', name === 'paper');
  play({ stillness: motion === 'still', contrast: name.startsWith('contrast'), paper: name === 'paper' });
}

/** The strings that the last call gave each community, to be taken back. */
const given = new WeakMap<Element, object>();

/** Applies the toolbar to the communities on the page: density, longer text to test the space, and words that a host tries. */
export function furnish(root: ParentNode, { density, locale }: Globals, longer: Readonly<Record<string, string>>): void {
  for (const community of root.querySelectorAll('milieu-community')) {
    community.setAttribute('density', String(density));
    const own = ownWords();
    const words = locale === 'en-XA' ? longer : Object.keys(own).length > 0 ? own : undefined;
    if (words && community.strings !== words) {
      given.set(community, words);
      community.strings = words;
    } else if (!words && community.strings === given.get(community)) community.strings = {};
  }
}
