// Pictures of stories: taken in Chromium, written as baselines or held against them.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compare, decode } from './compare.mjs';
import { pictureFile, pictureFolder, pictureName, update } from './files.mjs';
import { encode } from './palette.mjs';
import { keepDifference } from './report.mjs';

const family = '"DejaVu Sans"';
const fontsFile = join(pictureFolder, 'fonts.json');
/** How often a story that is still being drawn is looked at again. */
const looks = 6;

/** Families that the page of a story may ask for. */
const families = [family, 'sans-serif', 'serif', 'monospace', 'system-ui'];

/** Takes the picture of the story as it stands. @returns {Promise<Uint8Array>} PNG */
async function shoot(tab) {
  const { width, height } = await tab.ask('size');
  return tab.page.screenshot({ type: 'png', clip: { x: 0, y: 0, width, height }, captureBeyondViewport: true, optimizeForSpeed: true });
}

const same = (a, b) => a !== undefined && Buffer.compare(a, b) === 0;

/** The first picture that `fits`, else one that did not change from one look to the next. */
async function settled(tab, fits) {
  let last;
  for (let look = 0; look < looks; look++) {
    const next = await shoot(tab);
    if (same(last, next) || fits(next)) return next;
    last = next;
  }
  return last;
}

export const pose = (tab) => tab.ask('pose', family);
export const unpose = (tab) => tab.ask('unpose');

/** The widths of a sample text in this browser. */
export const measureFonts = (tab) => tab.ask('measureFonts', families);

/** @returns {Promise<string | undefined>} why pictures cannot be compared on this machine */
export async function strangeFonts(tab) {
  if (!existsSync(fontsFile)) return undefined;
  const known = JSON.parse(readFileSync(fontsFile, 'utf8'));
  const here = await measureFonts(tab);
  const other = families.filter((name) => known[name] !== here[name]);
  return other.length ? `the fonts of this machine are not those of the baselines: ${other.join(', ')}` : undefined;
}

export async function writeFonts(tab) {
  mkdirSync(pictureFolder, { recursive: true });
  writeFileSync(fontsFile, `${JSON.stringify(await measureFonts(tab), null, 2)}\n`);
}

/** Colours that a picture keeps: a widget has few, a page of swatches many. */
const [widget, page] = [64, 256];

export async function writePicture(tab, id, theme) {
  mkdirSync(pictureFolder, { recursive: true });
  writeFileSync(pictureFile(id, theme), encode(decode(await settled(tab, () => false)), id.startsWith('widgets-') ? widget : page));
}

/** @returns {Promise<string[]>} what is wrong with the picture */
export async function checkPicture(tab, id, theme) {
  const file = pictureFile(id, theme);
  if (!existsSync(file)) return [`there is no ${pictureName(id, theme)}: ${update}`];
  const bytes = readFileSync(file);
  const expected = decode(bytes);
  let found = {};
  const actual = await settled(tab, (taken) => {
    found = compare(expected, decode(taken));
    return found.fault === undefined;
  });
  if (!found.fault) return [];
  keepDifference(pictureName(id, theme), { expected: bytes, actual, diff: found.diff, fault: found.fault });
  return [`the ${theme} picture ${found.fault}`];
}
