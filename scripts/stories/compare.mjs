// Compares two pictures of a story.
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** How much two pixels may differ, 0 to 1; pixelmatch itself ignores anti-aliased edges. */
const threshold = 0.04;
/** The share of pixels that may differ: less than one letter of a small widget. */
const share = 0.0002;

const size = ({ width, height }) => `${width} × ${height}`;

/**
 * @param {Uint8Array} bytes a PNG
 * @returns {{ width: number, height: number, data: Uint8Array }} RGBA
 */
export const decode = (bytes) => PNG.sync.read(Buffer.from(bytes));

/**
 * @param {{ width: number, height: number, data: Uint8Array }} expected
 * @param {{ width: number, height: number, data: Uint8Array }} actual
 * @returns {{ fault?: string, diff?: Buffer }} a sentence if they differ, and a PNG that shows where, if they have the same size
 */
export function compare(expected, actual) {
  const { width, height } = expected;
  if (width !== actual.width || height !== actual.height) return { fault: `is ${size(actual)} pixels, not ${size(expected)}` };
  const diff = new PNG({ width, height });
  const count = pixelmatch(expected.data, actual.data, diff.data, width, height, { threshold });
  return count > share * width * height ? { fault: `differs in ${count} pixels`, diff: PNG.sync.write(diff, { deflateLevel: 1 }) } : {};
}
