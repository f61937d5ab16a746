import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import * as puppeteer from 'puppeteer-core';
import { chromiumArgs, ensure, firefoxPrefs } from './scripts/browsers.mjs';
import { inlineScripts, policy } from './scripts/content-security.mjs';
import { countTests } from './scripts/count-tests.mjs';
import { orders } from './scripts/focus-order.mjs';
import { withCoverage } from './scripts/page-coverage.mjs';
import { bundledSpecs } from './scripts/bundle-page-tests.mjs';
import { findWebkit, webkitLauncher } from './scripts/webkit-launcher.mjs';

const paths = ensure();
const webkit = findWebkit();
const launchers = {
  chromium: () => withCoverage(chromeLauncher, { puppeteer, concurrency: 1, launchOptions: { executablePath: paths.chromium, args: chromiumArgs } }),
  firefox: () =>
    chromeLauncher({
      puppeteer,
      concurrency: 1,
      launchOptions: { browser: 'firefox', executablePath: paths.firefox, extraPrefsFirefox: firefoxPrefs },
    }),
  ...(webkit ? { webkit: () => webkitLauncher(webkit) } : {}),
};
const wanted = process.env.ENGINES?.split(',') ?? Object.keys(launchers);

/**
 * Sends the strict policy with the page that runs a test. The runner itself needs, and gets, only two more things:
 * its two inline scripts (by hash) and its socket to the same origin.
 */
async function strictPage(context, next) {
  await next();
  if (context.path !== '/' || typeof context.body !== 'string') return;
  const runner = { 'script-src': ["'self'", ...inlineScripts(context.body)].join(' '), 'connect-src': "'self'" };
  context.set('Content-Security-Policy', policy(runner));
}

/** Adds the listeners of test/testing/page.js to the start of the first line of every test file. */
const listening = {
  name: 'page-that-listens',
  transform(context) {
    return /\.spec\.[jt]s$/.test(context.path) ? `import '/test/testing/page.js'; ${context.body}` : undefined;
  },
};

export default {
  // Single files run unbundled, which is quicker for a few.
  files: process.argv.includes('--files') ? [] : await bundledSpecs(),
  rootDir: fileURLToPath(new URL('.', import.meta.url)),
  nodeResolve: { exportConditions: ['development', 'browser'] },
  concurrentBrowsers: 2,
  concurrency: 1,
  browsers: wanted.map((engine) => launchers[engine]()),
  reporters: [defaultReporter({ reportTestProgress: process.stdout.isTTY === true }), countTests()],
  middleware: [strictPage],
  plugins: [
    esbuildPlugin({ ts: true, json: true, target: 'es2022', tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)) }),
    listening,
    orders(),
  ],
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  testRunnerHtml: (framework) =>
    `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Test</title></head><body><script type="module" src="${framework}"></script></body></html>`,
  testFramework: { config: { timeout: 30_000 } },
  testsStartTimeout: 60_000,
  testsFinishTimeout: 600_000,
  browserStartTimeout: 60_000,
};
