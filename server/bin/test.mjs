// npm test: everything that shows the product to be in order, one step after the other, with one line at the end.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { requireNode } from './lib/node-version.mjs';
import { commandOf, inRoot } from './lib/paths.mjs';
import { runNode } from './lib/run.mjs';
import { provideSystemPackages } from './lib/system-packages.mjs';

requireNode();
const missing = provideSystemPackages();
const results = inRoot('.cache', 'test-results');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

let passed = 0;
let failed = 0;
let skipped = 0;

/** Runs a step that is one check, or that leaves a report with the numbers of its tests behind. */
async function step(title, script, args, options = {}, numbersOf) {
  console.log(`\n▸ ${title}`);
  const startedAt = performance.now();
  const status = await runNode(script, args, { cwd: inRoot(), ...options });
  const numbers = numbersOf?.() ?? { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 };
  passed += numbers.passed;
  skipped += numbers.skipped;
  // A runner that fails without naming a failed test has failed all the same.
  failed += numbers.failed + (status !== 0 && numbers.failed === 0 ? 1 : 0);
  console.log(`${status === 0 ? '✓' : '✗'} ${title} (${((performance.now() - startedAt) / 1_000).toFixed(1)} s)`);
}

const report = (name) => JSON.parse(readFileSync(`${results}/${name}.json`, 'utf8'));

await step('build', inRoot('server', 'bin', 'build.mjs'), []);
await step('types', commandOf('typescript', 'tsc'), ['-b', 'tsconfig.json']);
await step('types of the client', commandOf('typescript', 'tsc'), ['-p', 'client', '--noEmit']);
await step('rules of the house', commandOf('eslint'), ['.', '--max-warnings', '0']);
await step('format', commandOf('prettier'), ['--check', '--log-level', 'warn', '.']);
await step('question bank', inRoot('server', 'bin', 'bank.mjs'), ['check']);
await step('what is in the question bank', inRoot('server', 'bin', 'bank.mjs'), ['stats']);
await step(
  'unit and integration tests',
  inRoot('server', 'bin', 'jest.mjs'),
  ['--forceExit', '--maxWorkers=2', '--json', `--outputFile=${results}/jest.json`],
  {},
  () => {
    const { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites } = report('jest');
    return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites, skipped: numPendingTests };
  },
);
if (!missing.includes('chromium')) {
  await step(
    'browser tests',
    inRoot('server', 'bin', 'e2e.mjs'),
    [],
    { env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: `${results}/e2e.json` } },
    () => {
      const { expected, unexpected, flaky, skipped: notRun } = report('e2e').stats;
      return { passed: expected, failed: unexpected + flaky, skipped: notRun };
    },
  );
}
const load = (title, command) => step(title, inRoot('server', 'bin', 'load.mjs'), command.split(' '));
await load('a small load', 'full-round --players 100 --questions 2');
// Small, short, and side by side: they show that promises are kept, their times mean nothing.
await Promise.all([
  load('a small hall that comes at once', 'join-storm --players 60 --seconds 2'),
  load('a small hall whose network goes', 'reconnect-storm --players 60'),
  load('a small morning', 'contest-morning --people 40 --units 5'),
  load('a small day of rounds on a slow disk', 'soak --players 30 --questions 1 --seconds 5 --rounds 2 --slow-disk 20'),
]);
// Short and four at a time; with 200 people and one after the other by hand (load-tests/README.md).
await load('what goes wrong in a hall', 'faults --fault all --players 30 --questions 2 --at-once 4');

console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(failed > 0 ? 1 : 0);
