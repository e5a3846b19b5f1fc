import { LIMITS } from '@anquanli/contract/vocabulary';
import { runBaseline } from '../src/baseline/run-baseline.js';
import { ordinaryScript, scriptOf } from '../src/baseline/script.js';
import { playersOf, seedOf, targetOf, threadsOf, whole } from '../src/command-line.js';
import { brokenPromises, type Findings, jsonOf, type RunOptions, summaryOf } from '../src/report.js';
import { inRound } from '../src/round/in-round.js';
import { measuredRound } from '../src/round/measured-round.js';
import { scenario } from '../src/scenario.js';
import { RELEASES_DIR } from '../src/server/product-server.js';
import { readReleasedKeys } from '../src/verify/released-keys.js';
import { readStoredRound } from '../src/verify/stored-round.js';
import { verify } from '../src/verify/verifier.js';

/*
 * One hall, one round, from the first join to the podium, on the embedded server, on MariaDB, or on two servers that share MariaDB and Redis; then the same round on bare servers.
 * Limits: at most 20,000 players (one open file each), loopback only, everybody joins before the first question and
 * answers every question once within 2 s of its opening, nobody leaves, no question is skipped or voided.
 */

const ANSWER_WITHIN_MS = 2_000;

export const fullRoundScenario = scenario<RunOptions>({
  name: 'full-round',
  hasBars: true,
  usage: `--players N --questions Q [options]
  --players N        2 to ${LIMITS.seatsPerRound} (default 500)
  --questions Q      1 to 20 (default 5)
  --seconds S        time limit of a question, 5 to 240 (default 10)
  --threads T        threads for the players, 1 to 8 (default 1)
  --baseline-only    measure the bare servers alone
  --slow-disk MS     every commit takes so much longer, 0 to 1,000 (default 0)`,
  flags: ['players', 'questions', 'seconds', 'threads', 'slow-disk'],
  switches: ['baseline-only'],
  read: (values) => ({
    target: targetOf(values),
    players: playersOf(values),
    questions: whole(values, 'questions', 5, [1, 20]),
    seconds: whole(values, 'seconds', 10, [LIMITS.secondsPerQuestion.min, LIMITS.secondsPerQuestion.max]),
    threads: threadsOf(values),
    seed: seedOf(values),
    isBaselineOnly: values['baseline-only'] === true,
    slowDiskMs: whole(values, 'slow-disk', 0, [0, 1_000]),
  }),
  run: async (options) => {
    const findings = await fullRound(options);
    return { summary: summaryOf(findings), json: jsonOf(findings), broken: brokenPromises(findings) };
  },
});

export async function fullRound(options: RunOptions): Promise<Findings> {
  const { players, questions, threads, seed } = options;
  const plan = { players, questions, threads, seed, answerWithinMs: ANSWER_WITHIN_MS };
  const product = options.isBaselineOnly ? null : await playProduct(options);
  const recorded = product === null ? [] : scriptOf(product.round.received);
  const script = recorded.length === questions ? recorded : ordinaryScript(questions);
  const nest = await runBaseline('nest', script, plan);
  const socketIo = await runBaseline('socket.io', script, plan);
  return { options, product, nest, socketIo };
}

function playProduct(options: RunOptions): Promise<NonNullable<Findings['product']>> {
  return inRound({ ...options, answerWithinMs: ANSWER_WITHIN_MS }, async ({ server, roundId, swarm, host }) => {
    const round = await measuredRound(swarm, host, { ...options, pids: server.pids });
    const stored = await readStoredRound(server.rows, roundId);
    const keys = readReleasedKeys(RELEASES_DIR, stored.settings.setId, stored.settings.setVersion);
    return { round, verdict: verify(stored, round.report.diaries, keys) };
  });
}
