// A reporter for @web/test-runner: its last line is the sum over all files and engines. A file that did not finish counts as one failed.

function* testsOf({ suites = [], tests = [] }) {
  yield* tests;
  for (const suite of suites) yield* testsOf(suite);
}

function countSession({ testResults, errors }) {
  const tests = testResults ? [...testsOf(testResults)] : [];
  const passed = tests.filter((test) => test.passed).length;
  const failed = tests.length - passed;
  const brokeOff = errors.length > 0 || tests.length === 0;
  return { passed, failed: failed === 0 && brokeOff ? 1 : failed };
}

export const countTests = () => ({
  stop({ sessions }) {
    const counts = [...sessions].map(countSession);
    const sum = (name) => counts.reduce((all, count) => all + count[name], 0);
    console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  },
});
