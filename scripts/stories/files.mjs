// Where stories and their baselines lie, and which baselines have lost their story.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../entries.mjs';

export const built = process.env.STORYBOOK ?? join(root, 'storybook-static');
export const ariaFolder = join(root, 'test/stories/aria');
export const pictureFolder = join(root, 'test/stories/pictures');
export const reportFolder = join(root, 'test/output/pictures');

/** The command that writes baselines. */
export const update = 'npm run stories:update';

/** A widget in use, or a whole page: of everything one story, while the others are its states. @param {string} id */
export const isWhole = (id) => id.endsWith('--in-use') || !id.startsWith('widgets-');

/**
 * The themes in which a story is pictured. Dark ones weigh and take as much again, and axe looks at every story in the dark:
 * so of a widget's states only the first is pictured in both, and whole pages. What is meant for paper is pictured on paper.
 * @param {string} id
 */
export function pictured(id) {
  if (id.startsWith('pages-on-paper')) return ['paper'];
  return isWhole(id) ? ['light', 'dark'] : ['light'];
}

/** How a story stands by itself, to which it goes back after every other theme and direction. @param {string} id */
export const ownDress = (id) => ({ theme: pictured(id)[0], dir: 'ltr' });

export const ariaFile = (id) => join(ariaFolder, `${id}.txt`);
export const pictureName = (id, theme) => `${id}--${theme}.png`;
export const pictureFile = (id, theme) => join(pictureFolder, pictureName(id, theme));

/**
 * Stories of the static Storybook, in its order.
 * @param {string} [part] of the story's id
 * @returns {{ id: string, title: string, name: string, importPath: string, exportName?: string }[]}
 */
export function readStories(part = '', folder = built) {
  const index = join(folder, 'index.json');
  if (!existsSync(index)) throw new Error('storybook-static is not built: npm run storybook:build');
  const { entries } = JSON.parse(readFileSync(index, 'utf8'));
  const stories = Object.values(entries).filter(({ type, id }) => type === 'story' && id.includes(part));
  if (!stories.length) throw new Error(`There are no stories${part && ` whose id has "${part}"`}`);
  return stories;
}

/**
 * Names of baselines that belong to no story.
 * @param {readonly string[]} ids of all stories
 * @param {readonly string[]} names of files in the two folders
 */
export function strays(ids, names) {
  const known = new Set(ids.flatMap((id) => [`${id}.txt`, ...pictured(id).map((theme) => pictureName(id, theme))]));
  return names.filter((name) => /\.(txt|png)$/.test(name) && !known.has(name));
}

const namesIn = (folder) => (existsSync(folder) ? readdirSync(folder) : []);

/** The paths of baselines that belong to no story. */
export const strayFiles = (ids) => [ariaFolder, pictureFolder].flatMap((folder) => strays(ids, namesIn(folder)).map((name) => join(folder, name)));
