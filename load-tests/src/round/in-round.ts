import { LIMITS } from '@anquanli/contract/vocabulary';
import { Swarm } from '../bots/swarm.js';
import { type ProductServer, type Target, startProductServer } from '../server/product-server.js';
import { prepareRound } from './prepare-round.js';
import { ProductHost } from './product-host.js';

export interface RoundSize {
  readonly target: Target;
  readonly players: number;
  readonly questions: number;
  /** Time limit of a question. */
  readonly seconds: number;
  readonly threads: number;
  readonly seed: number;
  /** Answers fall evenly into this time after the opening. */
  readonly answerWithinMs: number;
}

/** A new round on a server of its own: its players have not come yet, its host has not begun. */
export interface RoundField {
  readonly server: ProductServer;
  readonly roundId: string;
  readonly swarm: Swarm;
  readonly host: ProductHost;
}

/** A question closes by itself at its limit; this much later something is wrong. */
const SLACK_MS = 30_000;

/** Starts the server, makes the round, and ends everything afterwards, also after a failure, which is told with what the server printed. */
export async function inRound<T>(size: RoundSize, work: (field: RoundField) => Promise<T>): Promise<T> {
  const server = await startProductServer({ target: size.target });
  try {
    const { origin, origins } = server;
    const { roundId, joinToken, cookie } = await prepareRound(server, size);
    const { players, questions, threads, seed, answerWithinMs } = size;
    const swarm = new Swarm({ players, questions, threads, seed, answerWithinMs, origins, roundId, joinToken });
    const host = new ProductHost({ origin, cookie, roundId }, LIMITS.leadMs + size.seconds * 1_000 + SLACK_MS);
    try {
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
