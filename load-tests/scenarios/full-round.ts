import { runBaseline } from '../src/baseline/run-baseline.js';
import { ordinaryScript, scriptOf } from '../src/baseline/script.js';
import type { RunOptions } from '../src/options.js';
import type { Findings } from '../src/report.js';
import { inRound } from '../src/round/in-round.js';
import { measuredRound } from '../src/round/measured-round.js';
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
