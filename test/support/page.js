/**
 * Runs before every test file in a page. A breach of the policy, or a rejection that nobody handles, would only be muttered by a page;
 * here it fails the test it happens in.
 */
const breaches = [];

document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample, sourceFile, lineNumber }) => {
  breaches.push(`${effectiveDirective} was violated by ${blockedURI || 'the page'} ${sample} (${sourceFile}:${lineNumber})`);
});
addEventListener('unhandledrejection', ({ reason }) => breaches.push(`Nobody handled: ${reason?.stack ?? reason}`));

/** Both are reported in a task of their own; a test may have left a clock of its own in place. */
const { setTimeout: later } = globalThis;
const reported = () => new Promise((resolve) => later(resolve));

const takeError = () => (breaches.length ? new Error(breaches.splice(0).join('\n')) : undefined);

/** An error thrown in a hook would end the whole file, so the test itself is marked. */
afterEach(async function () {
  await reported();
  const error = takeError();
  if (error) Object.assign(this.currentTest, { state: 'failed', err: error });
});

after(async () => {
  await reported();
  const error = takeError();
  if (error) throw error;
});
