import { LIMITS } from '@anquanli/contract/vocabulary';
import { bareJoinStorm, bareReconnectStorm } from '../src/baseline/bare-storms.js';
import { playersOf, seedOf, targetOf, threadsOf, type Values, whole } from '../src/command-line.js';
import { inRound, type RoundField } from '../src/round/in-round.js';
import { RELEASES_DIR } from '../src/server/product-server.js';
import { scenario } from '../src/scenario.js';
import {
  type JoinStormFindings,
  type ReconnectStormFindings,
  reportOfJoinStorm,
  reportOfReconnectStorm,
  type StormOptions,
} from '../src/storm/storm-report.js';
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

export const joinStormScenario = scenario<StormOptions>({
  name: 'join-storm',
  hasBars: true,
  usage: `--players N [options]
  --seconds S        in which all of them come, 1 to 240 (default 30)`,
  flags: ['players', 'seconds', 'threads'],
  read: (values) => stormOptions('join-storm', values),
  run: async (options) => reportOfJoinStorm(await joinStorm(options)),
});

export const reconnectStormScenario = scenario<StormOptions>({
  name: 'reconnect-storm',
  hasBars: true,
  usage: '--players N [options]',
  flags: ['players', 'threads'],
  read: (values) => stormOptions('reconnect-storm', values),
  run: async (options) => reportOfReconnectStorm(await reconnectStorm(options)),
});

function stormOptions(name: StormOptions['scenario'], values: Values): StormOptions {
  return {
    scenario: name,
    target: targetOf(values),
    players: playersOf(values),
    seconds: whole(values, 'seconds', 30, [1, 240]),
    threads: threadsOf(values),
    seed: seedOf(values),
  };
}

/** The hall of a storm, whose host is there. */
function inHall<T>(options: StormOptions, work: (field: RoundField) => Promise<T>): Promise<T> {
  const size = { ...options, questions: QUESTIONS, seconds: SECONDS, answerWithinMs: ANSWER_WITHIN_MS };
  return inRound(size, async (field) => {
    await field.host.begin();
    return work(field);
  });
}

/** Everybody scans the code within some seconds. */
async function joinStorm(options: StormOptions): Promise<JoinStormFindings> {
  const found = await inHall(options, async ({ server, roundId, swarm }) => {
    const times = await swarm.storm(options.seconds * 1_000);
    const inLobby = await swarm.reached('lobby', 0, PATIENCE_MS);
    const stored = await readStoredRound(server.rows, roundId);
    const { troubles } = await swarm.report();
    const seats = new Set(stored.seats.map(({ seatNo }) => seatNo));
    return { options, times, inLobby, storedSeats: stored.seats.length, distinctSeats: seats.size, troubles };
  });
  const bare = await bareJoinStorm({ ...options, answerWithinMs: ANSWER_WITHIN_MS }, options.seconds * 1_000);
  return { ...found, bare };
}

/** All connections end at once in the middle of a question. */
async function reconnectStorm(options: StormOptions): Promise<ReconnectStormFindings> {
  const found = await inHall(options, async ({ server, roundId, swarm, host }) => {
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
  const cut = { afterMs: CUT_AFTER_MS, patienceMs: PATIENCE_MS };
  return { ...found, bareBack: await bareReconnectStorm({ ...options, answerWithinMs: ANSWER_WITHIN_MS }, cut) };
}
