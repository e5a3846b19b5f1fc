import { LIMITS } from '@anquanli/contract/vocabulary';
import { Swarm } from '../bots/swarm.js';
import { type ProductServer, type Target, startProductServer } from '../server/product-server.js';
import { prepareRound, signIn } from './prepare-round.js';
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

/** How phones and console reach the server; each directly, spread over all processes, when left out. */
export interface Wiring {
  readonly origins: readonly string[];
  readonly areOriginsAlike: boolean;
  readonly hostOrigin: string;
}

interface More {
  readonly isOnSmallDisk?: boolean;
  readonly wire?: (server: ProductServer) => Promise<Wiring>;
}

/** A new round on a server of its own: its players have not come yet, its host has not begun. */
export interface RoundField {
  readonly server: ProductServer;
  readonly roundId: string;
  readonly swarm: Swarm;
  readonly host: ProductHost;
  /** The same organiser on another device, signed in anew. */
  openConsole(): Promise<ProductHost>;
}

/** A question closes by itself at its limit; this much later something is wrong. */
const SLACK_MS = 30_000;

/** Starts the server, makes the round, and ends everything afterwards, also after a failure, which is told with what the server printed. */
export async function inRound<T>(size: RoundSize & More, work: (field: RoundField) => Promise<T>): Promise<T> {
  const { target, isOnSmallDisk = false, wire = directly } = size;
  const server = await startProductServer({ target, isOnSmallDisk });
  const consoles: ProductHost[] = [];
  try {
    const { roundId, joinToken, cookie, account } = await prepareRound(server, size);
    const { players, questions, threads, seed, answerWithinMs } = size;
    const { hostOrigin, ...phones } = await wire(server);
    const swarm = new Swarm({ players, questions, threads, seed, answerWithinMs, roundId, joinToken, ...phones });
    const openHost = (origin: string, session: string) => {
      const patienceMs = LIMITS.leadMs + size.seconds * 1_000 + SLACK_MS;
      const host = new ProductHost({ origin, cookie: session, roundId }, patienceMs);
      consoles.push(host);
      return host;
    };
    const openConsole = async () => {
      const host = openHost(server.origin, await signIn(server.origin, account));
      await host.begin();
      return host;
    };
    try {
      return await work({ server, roundId, swarm, host: openHost(hostOrigin, cookie), openConsole });
    } finally {
      for (const each of consoles) each.close();
      await swarm.leave();
    }
  } catch (error) {
    process.stderr.write(`The server printed:\n${server.printed()}\n`);
    throw error;
  } finally {
    await server.stop();
  }
}

async function directly({ origin, origins }: ProductServer): Promise<Wiring> {
  return { origins, areOriginsAlike: true, hostOrigin: origin };
}
