// Paths of stories and baselines, and baselines without a story.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../entries.mjs';

export const built = process.env.STORYBOOK ?? join(root, 'storybook-static');
export const ariaFolder = join(root, 'test/stories/aria');
export const pictureFolder = join(root, 'test/stories/pictures');
export const reportFolder = join(root, 'test/output/pictures');

/** The command that writes baselines. */
export const update = 'npm run stories:update';

/** Whether this is a widget in use or a whole page. All other stories are states. @param {string} id */
export const isWhole = (id) => id.endsWith('--in-use') || !id.startsWith('widgets-');

/**
 * The themes in which pictures of a story are taken. Dark pictures cost as much again, and axe tests every story in dark:
 * so only widgets in use and whole pages have both. Stories for print have a picture in print.
 * @param {string} id
 */
export function pictured(id) {
  if (id.startsWith('pages-on-paper')) return ['paper'];
  return isWhole(id) ? ['light', 'dark'] : ['light'];
}

/** The default theme and direction of a story, set again after every other one. @param {string} id */
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
 * Names of baselines without a story.
 * @param {readonly string[]} ids of all stories
 * @param {readonly string[]} names of files in the two folders
 */
export function strays(ids, names) {
  const known = new Set(ids.flatMap((id) => [`${id}.txt`, ...pictured(id).map((theme) => pictureName(id, theme))]));
  return names.filter((name) => /\.(txt|png)$/.test(name) && !known.has(name));
}

const namesIn = (folder) => (existsSync(folder) ? readdirSync(folder) : []);

/** The paths of baselines without a story. */
export const strayFiles = (ids) => [ariaFolder, pictureFolder].flatMap((folder) => strays(ids, namesIn(folder)).map((name) => join(folder, name)));
