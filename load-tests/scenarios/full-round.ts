import { LIMITS } from '@anquanli/contract/vocabulary';
import { runBaseline } from '../src/baseline/run-baseline.js';
import { ordinaryScript, scriptOf } from '../src/baseline/script.js';
import { Swarm } from '../src/bots/swarm.js';
import type { RunOptions } from '../src/options.js';
import type { Findings } from '../src/report.js';
import { measuredRound } from '../src/round/measured-round.js';
import { prepareRound } from '../src/round/prepare-round.js';
import { ProductHost } from '../src/round/product-host.js';
import { RELEASES_DIR, startProductServer } from '../src/server/product-server.js';
import { readReleasedKeys } from '../src/verify/released-keys.js';
import { readStoredRound } from '../src/verify/stored-round.js';
import { verify } from '../src/verify/verifier.js';

/*
 * One hall, one round, from the first join to the podium, on the embedded server, on MariaDB, or on two servers that share MariaDB and Redis; then the same round on bare servers.
 * Limits: at most 20,000 players (one open file each), loopback only, everybody joins before the first question and
 * answers every question once within 2 s of its opening, nobody leaves, no question is skipped or voided.
 */

const ANSWER_WITHIN_MS = 2_000;
/** A question closes by itself at its limit; this much later something is wrong. */
const SLACK_MS = 10_000;

export async function fullRound(options: RunOptions): Promise<Findings> {
  const { players, questions, threads, seed } = options;
  const plan = { players, questions, threads, seed, answerWithinMs: ANSWER_WITHIN_MS };
  const product = options.isBaselineOnly ? null : await playProduct(options, plan);
  const recorded = product === null ? [] : scriptOf(product.round.received);
  const script = recorded.length === questions ? recorded : ordinaryScript(questions);
  const nest = await runBaseline('nest', script, plan);
  const socketIo = await runBaseline('socket.io', script, plan);
  return { options, product, nest, socketIo };
}

type Plan = Omit<ConstructorParameters<typeof Swarm>[0], 'origins' | 'roundId' | 'joinToken'>;

async function playProduct(options: RunOptions, plan: Plan): Promise<NonNullable<Findings['product']>> {
  const server = await startProductServer({ target: options.target });
  try {
    const { origin, origins, pids, rows } = server;
    const { roundId, joinToken, cookie } = await prepareRound(server, options);
    const swarm = new Swarm({ ...plan, origins, roundId, joinToken });
    const host = new ProductHost({ origin, cookie, roundId }, LIMITS.leadMs + options.seconds * 1_000 + SLACK_MS);
    try {
      const round = await measuredRound(swarm, host, { ...options, pids });
      const stored = await readStoredRound(rows, roundId);
      const keys = readReleasedKeys(RELEASES_DIR, stored.settings.setId, stored.settings.setVersion);
      return { round, verdict: verify(stored, round.report.diaries, keys) };
    } finally {
      host.close();
      await swarm.leave();
    }
  } catch (error) {
    process.stderr.write(`The server printed:\n${server.printed()}\n`);
    throw error;
  } finally {
    await server.stop();
  }
}
