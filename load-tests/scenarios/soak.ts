import { LIMITS } from '@anquanli/contract/vocabulary';
import { playersOf, seedOf, targetOf, threadsOf, whole } from '../src/command-line.js';
import { brokenInRound } from '../src/report.js';
import { onServer } from '../src/round/in-round.js';
import { measuredRound } from '../src/round/measured-round.js';
import { createRound, setUpAdmin } from '../src/round/prepare-round.js';
import { scenario } from '../src/scenario.js';
import { type ProductServer, RELEASES_DIR, startProductServer } from '../src/server/product-server.js';
import { SAMPLED, sampleOf } from '../src/soak/sample.js';
import { reportOfSoak, type SoakedRound, type SoakOptions } from '../src/soak/soak-report.js';
import { readReleasedKeys } from '../src/verify/released-keys.js';
import { readStoredRound } from '../src/verify/stored-round.js';
import { verify } from '../src/verify/verifier.js';

/*
 * A day of one server: round after round, and what it holds after each. As on a real day every round is a new one with a new code; its hall comes
 * in, plays and goes before the next one comes. Limits: loopback only, at most 50 minutes.
 */

const ANSWER_WITHIN_MS = 2_000;

export const soakScenario = scenario<SoakOptions>({
  name: 'soak',
  usage: `--minutes M --players N [options]
  --minutes M        a round that began is played to its end, 1 to 50 (default 30)
  --rounds R         at most so many, 1 to 1,000 (default 1,000)
  --questions Q      1 to 20 (default 5)
  --seconds S        time limit of a question (default 10)
  --slow-disk MS     every commit takes so much longer, 0 to 1,000 (default 0)`,
  flags: ['minutes', 'rounds', 'players', 'questions', 'seconds', 'threads', 'slow-disk'],
  read: (values) => ({
    target: targetOf(values),
    minutes: whole(values, 'minutes', 30, [1, 50]),
    rounds: whole(values, 'rounds', 1_000, [1, 1_000]),
    players: playersOf(values),
    questions: whole(values, 'questions', 5, [1, 20]),
    seconds: whole(values, 'seconds', 10, [LIMITS.secondsPerQuestion.min, LIMITS.secondsPerQuestion.max]),
    threads: threadsOf(values),
    slowDiskMs: whole(values, 'slow-disk', 0, [0, 1_000]),
    seed: seedOf(values),
  }),
  run: async (options) => reportOfSoak(options, await soak(options)),
});

async function soak(options: SoakOptions): Promise<SoakedRound[]> {
  const server = await startProductServer({ ...options, ...SAMPLED });
  try {
    const cookie = await setUpAdmin(server);
    const until = performance.now() + options.minutes * 60_000;
    const rounds: SoakedRound[] = [];
    while (rounds.length < options.rounds && performance.now() < until) {
      const played = await playOne(server, cookie, { ...options, seed: options.seed + rounds.length });
      rounds.push({ ...played, sample: await sampleOf(server) });
      process.stderr.write(`round ${rounds.length} is over\n`);
    }
    return rounds;
  } catch (error) {
    process.stderr.write(`The server printed:\n${server.printed()}\n`);
    throw error;
  } finally {
    await server.stop();
  }
}

async function playOne(
  server: ProductServer,
  cookie: string,
  options: SoakOptions,
): Promise<Omit<SoakedRound, 'sample'>> {
  const prepared = await createRound(server.origin, cookie, options);
  const size = { ...options, answerWithinMs: ANSWER_WITHIN_MS };
  return onServer(server, prepared, size, async ({ roundId, swarm, host }) => {
    const round = await measuredRound(swarm, host, { ...options, pids: server.pids });
    const stored = await readStoredRound(server.rows, roundId);
    const keys = readReleasedKeys(RELEASES_DIR, stored.settings.setId, stored.settings.setVersion);
    const verdict = verify(stored, round.report.diaries, keys);
    const { answersSent, answersAcked, ackP99Ms, fanoutP99Ms, resultsP99Ms } = round.figures;
    const broken = brokenInRound(options, { round, verdict });
    return { broken, answersSent, answersAcked, ackP99Ms, fanoutP99Ms, resultsP99Ms };
  });
}
