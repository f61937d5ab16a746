// Runs axe in themes and directions on a rendered story.
import { isWhole, ownDress } from './files.mjs';

/** The themes of the toolbar for screens. `auto` equals one of them, and print has no controls. */
export const themes = ['light', 'dark', 'contrast', 'contrast-dark'];
export const directions = ['ltr', 'rtl'];

/** @typedef {{ theme: string, dir: string, looksOnly: boolean }} Cell `looksOnly`: only the rules that colour and place can break */

/** @type {Cell[]} */
const everything = themes.flatMap((theme) => directions.map((dir) => ({ theme, dir, looksOnly: false })));

const looks = (theme, dir) => ({ theme, dir, looksOnly: true });
const all = (theme, dir) => ({ theme, dir, looksOnly: false });

/**
 * The smallest useful set: in each engine every rule once, and each theme and direction in one engine. States have only the first.
 * The rest of `everything` only finds more if an engine computes a colour or a position in another way.
 */
const fewest = {
  chromium: [all('light', 'ltr'), looks('dark', 'rtl')],
  firefox: [all('dark', 'ltr')],
};

/**
 * @param {import('../browsers.mjs').Engine} engine
 * @param {string} id of a story
 * @param {boolean} whole
 * @returns {Cell[]}
 */
export function cellsOf(engine, id, whole) {
  if (whole) return everything;
  return isWhole(id) ? fewest[engine] : fewest[engine].slice(0, 1);
}

/** @returns {Promise<{ runs: number, violations: string[] }>} */
export async function auditStory(tab, id, cells) {
  const violations = [];
  for (const { theme, dir, looksOnly } of cells) {
    await tab.ask('dress', { theme, dir });
    const found = await tab.ask('audit', looksOnly);
    violations.push(...found.map((sentence) => `axe, ${theme} ${dir}: ${sentence}`));
  }
  await tab.ask('dress', ownDress(id));
  return { runs: cells.length, violations };
}

/** The last line on axe: how many violations, in how many runs of which matrix. */
export function axeSum({ runs, violations, stories, engines, whole }) {
  const matrix = `${stories} stories x ${themes.length} themes x ${directions.length} directions x ${engines} engines`;
  const sum = `axe: ${violations} violations in ${runs} runs`;
  if (whole) return `${sum}: ${matrix}`;
  return `${sum}: what is in use and whole pages, light and dark, ltr and rtl; all of ${matrix}: npm run a11y`;
}
