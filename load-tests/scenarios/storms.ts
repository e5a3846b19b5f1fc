import { LIMITS } from '@anquanli/contract/vocabulary';
import { Swarm } from '../src/bots/swarm.js';
import type { StormOptions } from '../src/options.js';
import { prepareRound } from '../src/round/prepare-round.js';
import { ProductHost } from '../src/round/product-host.js';
import { type ProductServer, RELEASES_DIR, startProductServer } from '../src/server/product-server.js';
import type { JoinStormFindings, ReconnectStormFindings } from '../src/storm/storm-report.js';
import { readReleasedKeys } from '../src/verify/released-keys.js';
import { readStoredRound } from '../src/verify/stored-round.js';
import { verify } from '../src/verify/verifier.js';

/*
 * A hall that comes in at once, and a hall whose network goes. Limits: loopback only, at most 20,000 players.
 */

const QUESTIONS = 2;
const SECONDS = 60;
const ANSWER_WITHIN_MS = 2_000;
const PATIENCE_MS = 30_000;
/** The cut comes when about half have answered. */
const CUT_AFTER_MS = 1_000;

interface Field {
  readonly server: ProductServer;
  readonly roundId: string;
  readonly swarm: Swarm;
  readonly host: ProductHost;
}

async function inField<T>(options: StormOptions, work: (field: Field) => Promise<T>): Promise<T> {
  const { target, players, threads, seed } = options;
  const server = await startProductServer({ target });
  try {
    const { roundId, joinToken, cookie } = await prepareRound(server, { questions: QUESTIONS, seconds: SECONDS });
    const plan = { players, questions: QUESTIONS, threads, seed, answerWithinMs: ANSWER_WITHIN_MS };
    const swarm = new Swarm({ ...plan, origins: server.origins, roundId, joinToken });
    const host = new ProductHost(
      { origin: server.origin, cookie, roundId },
      LIMITS.leadMs + SECONDS * 1_000 + PATIENCE_MS,
    );
    try {
      await host.begin();
      return await work({ server, roundId, swarm, host });
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

/** Everybody scans the code within some seconds. */
export function joinStorm(options: StormOptions): Promise<JoinStormFindings> {
  return inField(options, async ({ server, roundId, swarm }) => {
    const times = await swarm.storm(options.seconds * 1_000);
    const inLobby = await swarm.reached('lobby', 0, PATIENCE_MS);
    const stored = await readStoredRound(server.rows, roundId);
    const { troubles } = await swarm.report();
    const seats = new Set(stored.seats.map(({ seatNo }) => seatNo));
    return { options, times, inLobby, storedSeats: stored.seats.length, distinctSeats: seats.size, troubles };
  });
}

/** All connections end at once in the middle of a question. */
export function reconnectStorm(options: StormOptions): Promise<ReconnectStormFindings> {
  return inField(options, async ({ server, roundId, swarm, host }) => {
    await swarm.join();
    await swarm.connect();
    await swarm.reached('lobby', 0, PATIENCE_MS);
    let back: number[] = [];
    for (let questionNo = 1; questionNo <= QUESTIONS; questionNo += 1) {
      await host.open(questionNo);
      await swarm.reached('question_open', questionNo, PATIENCE_MS);
      if (questionNo === QUESTIONS) {
        await new Promise((resolve) => setTimeout(resolve, LIMITS.leadMs + CUT_AFTER_MS));
        back = await swarm.cut(PATIENCE_MS);
      }
      await swarm.reached('answered', questionNo, PATIENCE_MS);
      await host.closed(questionNo);
      await host.reveal(questionNo);
      await swarm.reached('standing', questionNo, PATIENCE_MS);
      await host.leaderboard(questionNo);
    }
    await host.finish();
    await swarm.reached('finished', QUESTIONS, PATIENCE_MS);
    const { diaries, troubles } = await swarm.report();
    const stored = await readStoredRound(server.rows, roundId);
    const keys = readReleasedKeys(RELEASES_DIR, stored.settings.setId, stored.settings.setVersion);
    return { options, back, diaries, troubles, verdict: verify(stored, diaries, keys) };
  });
}
