// npm test: everything that shows the product to be in order, one step after the other, with one line at the end.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { requireNode } from './lib/node-version.mjs';
import { commandOf, inRoot } from './lib/paths.mjs';
import { runNode, runNodeQuietly } from './lib/run.mjs';
import { provideSystemPackages } from './lib/system-packages.mjs';

requireNode();
const missing = provideSystemPackages();
const results = inRoot('.cache', 'test-results');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

let passed = 0;
let failed = 0;
let skipped = 0;
/** What failed, by name: said once more at the end, where a reader of a long log looks first. */
const failures = [];

/** Runs a step that is one check, or that leaves a report with the numbers of its tests behind. */
async function step(title, script, args, options = {}, numbersOf) {
  console.log(`\n▸ ${title}`);
  const startedAt = performance.now();
  count(title, startedAt, await runNode(script, args, { cwd: inRoot(), ...options }), numbersOf?.());
}

/** A step beside others: it speaks when it is over. */
async function quietStep(title, script, args) {
  const startedAt = performance.now();
  const { status, said } = await runNodeQuietly(script, args, { cwd: inRoot() });
  console.log(`\n▸ ${title}`);
  process.stdout.write(said);
  count(title, startedAt, status);
}

async function inTurn(steps) {
  for (const [title, script, args] of steps) await quietStep(title, script, args);
}

const load = (title, command) => quietStep(title, inRoot('server', 'bin', 'load.mjs'), command.split(' '));

/** Small and short: they show that promises are kept, their times mean nothing. */
async function smallLoads() {
  await load('a small load', 'full-round --players 100 --questions 2');
  await Promise.all([
    load('a small hall that comes at once', 'join-storm --players 60 --seconds 2'),
    load('a small hall whose network goes', 'reconnect-storm --players 60'),
    load('ranks among some', 'ranks-at-a-million --people 2000 --units 50 --asks 10'),
    load('a small morning', 'contest-morning --people 40 --units 5'),
    load(
      'a small day of rounds on a slow disk',
      'soak --players 30 --questions 1 --seconds 5 --rounds 2 --slow-disk 20',
    ),
  ]);
}

function count(title, startedAt, status, numbers) {
  const {
    passed: good,
    failed: bad,
    skipped: left,
    names = [],
  } = numbers ?? { passed: Number(status === 0), failed: 0, skipped: 0 };
  passed += good;
  skipped += left;
  // A runner that fails without naming a failed test has failed all the same.
  failed += bad + (status !== 0 && bad === 0 ? 1 : 0);
  if (status !== 0) failures.push(title, ...names.map((name) => `  ${name}`));
  console.log(`${status === 0 ? '✓' : '✗'} ${title} (${((performance.now() - startedAt) / 1_000).toFixed(1)} s)`);
}

/** A suite of playwright's report holds journeys and further suites. */
function journeysThatFailed({ file, specs = [], suites = [] }) {
  const here = specs.filter((spec) => !spec.ok).map((spec) => `${file}: ${spec.title}`);
  return [...here, ...suites.flatMap(journeysThatFailed)];
}

const report = (name) => JSON.parse(readFileSync(`${results}/${name}.json`, 'utf8'));

await step('build', inRoot('server', 'bin', 'build.mjs'), []);
// The rules take one core for as long as everything else that only reads, and what may take its time, takes the other.
await Promise.all([
  quietStep('rules of the house', commandOf('eslint'), ['.', '--max-warnings', '0']),
  inTurn([
    ['types', commandOf('typescript', 'tsc'), ['-b', 'tsconfig.json']],
    ['types of the client', commandOf('typescript', 'tsc'), ['-p', 'client', '--noEmit']],
    ['format', commandOf('prettier'), ['--check', '--log-level', 'warn', '.']],
    ['question bank', inRoot('server', 'bin', 'bank.mjs'), ['check']],
    ['what is in the question bank', inRoot('server', 'bin', 'bank.mjs'), ['stats']],
  ]).then(smallLoads),
]);
await step(
  'unit and integration tests',
  inRoot('server', 'bin', 'jest.mjs'),
  // One more than two cores: many wait for processes and clocks.
  ['--forceExit', '--maxWorkers=3', '--json', `--outputFile=${results}/jest.json`],
  {},
  () => {
    const { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites, testResults } = report('jest');
    return {
      passed: numPassedTests,
      failed: numFailedTests + numRuntimeErrorTestSuites,
      skipped: numPendingTests,
      names: testResults.flatMap(({ name, status, assertionResults }) => {
        const bad = assertionResults.filter((test) => test.status === 'failed').map((test) => test.fullName);
        return status === 'failed' ? [path.relative(inRoot(), name), ...bad.map((test) => `  ${test}`)] : [];
      }),
    };
  },
);
if (!missing.includes('chromium-headless-shell')) {
  await step(
    'browser tests',
    inRoot('server', 'bin', 'e2e.mjs'),
    [],
    { env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: `${results}/e2e.json` } },
    () => {
      const { stats, suites } = report('e2e');
      return {
        passed: stats.expected,
        failed: stats.unexpected + stats.flaky,
        skipped: stats.skipped,
        names: suites.flatMap(journeysThatFailed),
      };
    },
  );
}
// Four at a time; with 200 people and one after the other by hand (load-tests/README.md).
await load('what goes wrong in a hall', 'faults --fault all --players 30 --questions 2 --at-once 4');

if (failures.length > 0) console.log(`\nFailed:\n${failures.join('\n')}`);
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(failed > 0 ? 1 : 0);
