// Pictures of stories: taken in Chromium, written as baselines or compared with them.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { compare, decode } from './compare.mjs';
import { pictureFile, pictureFolder, pictureName, update } from './files.mjs';
import { encode } from './palette.mjs';
import { keepDifference } from './report.mjs';

/** How often the picture of a story that is still rendering is taken again before it is written. */
const looks = 6;
/** ms: how long a picture that differs is taken again. The story may still render: a record arrives, a scroll ends. */
const patience = 5000;

/** Takes a picture of the story. @param {import('./tab.mjs').StoryTab} tab @returns {Promise<Uint8Array>} PNG */
async function shoot(tab) {
  const { width, height } = await tab.ask('size');
  return tab.shown.screenshot({ type: 'png', clip: { x: 0, y: 0, width, height }, captureBeyondViewport: true, optimizeForSpeed: true });
}

const same = (a, b) => Buffer.compare(a, b) === 0;

/** A picture that was twice the same. @param {import('./tab.mjs').StoryTab} tab @returns {Promise<Uint8Array>} PNG */
async function settled(tab) {
  let last = await shoot(tab);
  for (let look = 1; look < looks; look++) {
    const next = await shoot(tab);
    if (same(last, next)) return next;
    last = next;
  }
  return last;
}

/**
 * The first picture that fits, or the last one after `patience`.
 * @param {import('./tab.mjs').StoryTab} tab
 * @param {(taken: Uint8Array) => boolean} fits
 * @returns {Promise<Uint8Array>} PNG
 */
async function fitting(tab, fits) {
  const start = performance.now();
  for (;;) {
    const taken = await shoot(tab);
    if (fits(taken) || performance.now() - start > patience) return taken;
  }
}

export const pose = (tab) => tab.ask('pose');
export const unpose = (tab) => tab.ask('unpose');

/** The number of colours of a picture: few for a widget, many for a page of swatches. */
const [widget, page] = [64, 256];

export async function writePicture(tab, id, theme) {
  mkdirSync(pictureFolder, { recursive: true });
  writeFileSync(pictureFile(id, theme), encode(decode(await settled(tab)), id.startsWith('widgets-') ? widget : page));
}

/** @returns {Promise<string[]>} what is wrong with the picture */
export async function checkPicture(tab, id, theme) {
  const file = pictureFile(id, theme);
  if (!existsSync(file)) return [`there is no ${pictureName(id, theme)}: ${update}`];
  const bytes = readFileSync(file);
  const expected = decode(bytes);
  /** @type {ReturnType<typeof compare>} */
  let found = {};
  const actual = await fitting(tab, (taken) => {
    found = compare(expected, decode(taken));
    return found.fault === undefined;
  });
  if (!found.fault) return [];
  keepDifference(pictureName(id, theme), { expected: bytes, actual, diff: found.diff, fault: found.fault });
  return [`the ${theme} picture ${found.fault}`];
}
