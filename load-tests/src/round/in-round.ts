import { LIMITS } from '@anquanli/contract/vocabulary';
import { Swarm } from '../bots/swarm.js';
import { type ProductServer, type Target, startProductServer } from '../server/product-server.js';
import { type PreparedRound, prepareRound, signInAdmin } from './prepare-round.js';
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
  /** So much longer takes every commit; 0 when left out. */
  readonly slowDiskMs?: number;
  /** The server's data on a small disk that can be filled. */
  readonly isOnSmallDisk?: boolean;
  /** How phones and console reach the server; each directly, phones spread over all processes, when left out. */
  readonly wire?: (server: ProductServer) => Promise<Wiring>;
}

export interface Wiring {
  /** Phones are spread over them, one by one. */
  readonly origins: readonly string[];
  /** Phones turn to another of them when their own is gone. */
  readonly areOriginsAlike: boolean;
  readonly hostOrigin: string;
}

/** A new round on a server of its own: its players have not come yet, its host has not begun. */
export interface RoundField {
  readonly server: ProductServer;
  readonly roundId: string;
  readonly swarm: Swarm;
  readonly host: ProductHost;
  /** The organiser opens the page on another device, signed in anew. */
  openConsole(): Promise<ProductHost>;
}

/** A question closes by itself at its limit; this much later something is wrong. */
const SLACK_MS = 30_000;

/** Starts the server, makes the round, and ends everything afterwards, also after a failure, which is told with what the server printed. */
export async function inRound<T>(size: RoundSize, work: (field: RoundField) => Promise<T>): Promise<T> {
  const server = await startProductServer(size);
  try {
    return await onServer(server, await prepareRound(server, size), size, work);
  } catch (error) {
    process.stderr.write(`The server printed:\n${server.printed()}\n`);
    throw error;
  } finally {
    await server.stop();
  }
}

/** The same on a server that is there already and stays. */
export async function onServer<T>(
  server: ProductServer,
  { roundId, joinToken, cookie }: PreparedRound,
  { players, questions, seconds, threads, seed, answerWithinMs, wire = directly }: RoundSize,
  work: (field: RoundField) => Promise<T>,
): Promise<T> {
  const { hostOrigin, ...phones } = await wire(server);
  const swarm = new Swarm({ players, questions, threads, seed, answerWithinMs, roundId, joinToken, ...phones });
  const consoles: ProductHost[] = [];
  const consoleAt = (origin: string, session: string) => {
    const host = new ProductHost({ origin, cookie: session, roundId }, LIMITS.leadMs + seconds * 1_000 + SLACK_MS);
    consoles.push(host);
    return host;
  };
  const openConsole = async () => {
    const host = consoleAt(server.origin, await signInAdmin(server));
    await host.begin();
    return host;
  };
  try {
    return await work({ server, roundId, swarm, host: consoleAt(hostOrigin, cookie), openConsole });
  } finally {
    for (const host of consoles) host.close();
    await swarm.leave();
  }
}

async function directly({ origin, origins }: ProductServer): Promise<Wiring> {
  return { origins, areOriginsAlike: true, hostOrigin: origin };
}
