/**
 * Runs before every test file in a page. A page only logs a violation of its policy or an unhandled rejection;
 * here it fails the test in which it happens.
 */
const breaches = [];

document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample, sourceFile, lineNumber }) => {
  breaches.push(`${effectiveDirective} was violated by ${blockedURI || 'the page'} ${sample} (${sourceFile}:${lineNumber})`);
});
addEventListener('unhandledrejection', ({ reason }) => breaches.push(`Nobody handled: ${reason?.stack ?? reason}`));

/** Both are reported in a later task; a test may still have its own clock in place. */
const { setTimeout: later } = globalThis;
const reported = () => new Promise((resolve) => later(resolve));

const takeError = () => (breaches.length ? new Error(breaches.splice(0).join('\n')) : undefined);

/** An error in a hook would end the whole file, so the test itself is marked as failed. */
afterEach(async function () {
  await reported();
  const error = takeError();
  if (error) Object.assign(/** @type {object} */ (this.currentTest), { state: 'failed', err: error });
});

after(async () => {
  await reported();
  const error = takeError();
  if (error) throw error;
});
