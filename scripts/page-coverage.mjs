// Stores the coverage of the bundled page tests in Chromium in the format of NODE_V8_COVERAGE.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './entries.mjs';

/** Where Node and Chromium write coverage, if it is asked for. */
export const rawFolder = process.env.MILIEU_COVERAGE;

/** The file on the disk of a bundled test file, because the page loads it from a server. */
const onDisk = (url) => (URL.canParse(url) ? pathToFileURL(join(root, new URL(url).pathname)).href : url);

/**
 * @param {(options: object) => import('@web/test-runner').BrowserLauncher} makeLauncher
 * @param {object} options of the launcher
 * @returns {import('@web/test-runner').BrowserLauncher} one that also writes coverage if `MILIEU_COVERAGE` names a folder
 */
export function withCoverage(makeLauncher, options) {
  if (!rawFolder) return makeLauncher(options);
  const folder = join(root, rawFolder);
  /** @type {Set<import('puppeteer-core').CDPSession>} */
  const profilers = new Set();
  const createPage = async ({ context }) => {
    const page = await context.newPage();
    const profiler = await page.createCDPSession();
    await profiler.send('Profiler.enable');
    await profiler.send('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
    profilers.add(profiler);
    page.once('close', () => profilers.delete(profiler));
    return page;
  };
  const keep = async (sessionId) => {
    for (const [at, profiler] of [...profilers].entries()) {
      const { result } = await profiler.send('Profiler.takePreciseCoverage');
      const ours = result.filter(({ url }) => url.includes('/test/output/specs/')).map((entry) => ({ ...entry, url: onDisk(entry.url) }));
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, `coverage-page-${sessionId}-${at}.json`), JSON.stringify({ result: ours }));
    }
  };
  const launcher = makeLauncher({ ...options, createPage });
  const stopSession = launcher.stopSession.bind(launcher);
  // Coverage is lost when the page closes.
  launcher.stopSession = async (sessionId) => {
    await keep(sessionId);
    return stopSession(sessionId);
  };
  return launcher;
}
