// Measures what a browser downloads: the single files, and what each widget from the package needs for its first paint.
import { weights } from '../../scripts/weigh.mjs';

const kB = (bytes) => (bytes / 1000).toFixed(2);

/**
 * @param {{ widgets?: readonly string[] }} options
 * @returns {Promise<Record<string, { plain: number, gzip: number, brotli: number }>>} bytes
 */
export async function measure({ widgets }) {
  const rows = await weights(widgets);
  const missing = rows.filter(({ weight }) => !weight).map(({ what }) => what);
  if (missing.length) throw new Error(`Not built: ${missing.join(', ')}. Run npm run build.`);
  return Object.fromEntries(rows.map(({ what, weight }) => [what, weight]));
}

export const title = 'Bytes';
export const about = 'kB of 1000 bytes. "First paint" is what the browser fetches from the package, bundled by a host, before the widget paints.';

/** @returns {string[][]} */
export const table = (figures) => [
  ['file', 'gzip kB', 'brotli kB', 'plain kB'],
  ...Object.entries(figures).map(([what, { gzip, brotli, plain }]) => [what, kB(gzip), kB(brotli), kB(plain)]),
];
