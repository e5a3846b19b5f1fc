import { Worker } from 'node:worker_threads';
import { Crew, type CrewPlan, type CrewReport, type ReceivedEvent, type StormTimes } from './crew.js';
import type { CrewAnswer, CrewOrder } from './crew-thread.js';
import type { Screen } from './player.js';
import { noTroubles, type Milestone, type PlayerDiary, type Troubles } from './diary.js';

export interface SwarmPlan extends Omit<CrewPlan, 'first' | 'count'> {
  readonly players: number;
  /** Threads for the players; with a server that uses one core, one is fair on a machine of two. */
  readonly threads: number;
}

export interface SwarmReport {
  readonly diaries: PlayerDiary[];
  readonly troubles: Troubles;
  readonly traffic: { frames: number; bytes: number };
  /** Of the slowest thread. */
  readonly loopDelayP99Ms: number;
}

const THREAD_FILE = new URL('./crew-thread.js', import.meta.url);

/**
 * All players of a run: one observer in this thread, who keeps what a phone receives, and the others in threads of their own,
 * so that hosting and measuring do not hold each other up.
 */
export class Swarm {
  private readonly observer: Crew;
  private readonly threads: CrewThread[];

  constructor({ players, threads, ...shared }: SwarmPlan) {
    this.observer = new Crew({ ...shared, first: 1, count: 1 });
    this.threads = shares(players - 1, threads).map(
      ({ first, count }) => new CrewThread({ ...shared, first: first + 2, count }),
    );
  }

  /** Times of all joins, ms. */
  async join(): Promise<number[]> {
    const times = await this.observer.join();
    return times.concat(...(await this.all<number[]>({ name: 'join' })));
  }

  /** Times of all connections, ms. */
  async connect(): Promise<number[]> {
    const times = await this.observer.connect();
    return times.concat(...(await this.all<number[]>({ name: 'connect' })));
  }

  /** Everybody comes at a moment of its own within so long. */
  async storm(withinMs: number): Promise<StormTimes> {
    const all = await Promise.all([this.observer.storm(withinMs), this.all<StormTimes>({ name: 'storm', withinMs })]);
    const times = all.flat();
    return {
      joins: times.flatMap(({ joins }) => joins),
      insides: times.flatMap(({ insides }) => insides),
      failures: times.flatMap(({ failures }) => failures),
    };
  }

  /** Everybody is cut off at once; how long each took to be back with the own part. */
  async cut(withinMs: number): Promise<number[]> {
    const all = await Promise.all([this.observer.cut(withinMs), this.all<number[]>({ name: 'cut', withinMs })]);
    return all.flat(2);
  }

  async openTabs(): Promise<void> {
    await Promise.all([this.observer.openTabs(), this.all({ name: 'openTabs' })]);
  }

  /** What every phone shows just now. */
  async screens(): Promise<Screen[]> {
    return this.observer.screens().concat(...(await this.all<Screen[]>({ name: 'screens' })));
  }

  async startMeasuring(): Promise<void> {
    await this.all({ name: 'startMeasuring' });
  }

  /** Comes back when every player has reached the milestone, or at the deadline; returns how many have. */
  async reached(milestone: Milestone, questionNo: number, deadlineMs: number): Promise<number> {
    const counts = await Promise.all([
      this.observer.reached(milestone, questionNo, deadlineMs),
      this.all<number>({ name: 'reached', milestone, questionNo, deadlineMs }),
    ]);
    return counts.flat().reduce((sum, count) => sum + count, 0);
  }

  /** What one phone has received so far. */
  received(): readonly ReceivedEvent[] {
    return this.observer.received();
  }

  async report(): Promise<SwarmReport> {
    const reports = [this.observer.report(), ...(await this.all<CrewReport>({ name: 'report' }))];
    return {
      diaries: reports.flatMap(({ diaries }) => diaries),
      troubles: reports.map(({ troubles }) => troubles).reduce(added, noTroubles()),
      traffic: {
        frames: reports.reduce((sum, { traffic }) => sum + traffic.frames, 0),
        bytes: reports.reduce((sum, { traffic }) => sum + traffic.bytes, 0),
      },
      loopDelayP99Ms: Math.max(...reports.slice(1).map(({ loopDelayP99Ms }) => loopDelayP99Ms), 0),
    };
  }

  /** Everybody goes, and the threads end. */
  async leave(): Promise<void> {
    this.observer.leave();
    await Promise.all(this.threads.map((thread) => thread.end()));
  }

  private all<T>(order: CrewOrder['order']): Promise<T[]> {
    return Promise.all(this.threads.map((thread) => thread.ask(order) as Promise<T>));
  }
}

/** A crew behind a thread's message port. */
class CrewThread {
  private readonly worker: Worker;
  private readonly waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  private nextId = 0;

  constructor(plan: CrewPlan) {
    this.worker = new Worker(THREAD_FILE, { workerData: plan });
    this.worker.on('message', (answer: CrewAnswer) => {
      const asked = this.waiting.get(answer.id);
      this.waiting.delete(answer.id);
      if (answer.ok) asked?.resolve(answer.value);
      else asked?.reject(new Error(answer.message));
    });
    this.worker.on('error', (error: Error) => this.fail(error));
    this.worker.on('exit', () => this.fail(new Error('A thread of the swarm ended')));
  }

  ask(order: CrewOrder['order']): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const id = this.nextId++;
      this.waiting.set(id, { resolve, reject });
      this.worker.postMessage({ id, order } satisfies CrewOrder);
    });
  }

  async end(): Promise<void> {
    await this.ask({ name: 'leave' }).catch(() => undefined);
    await this.worker.terminate();
  }

  private fail(error: Error): void {
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }
}

/** `players` split as evenly as possible; no empty shares. */
export function shares(players: number, threads: number): { first: number; count: number }[] {
  const used = Math.min(players, threads);
  return Array.from({ length: used }, (_, index) => {
    const first = Math.floor((players * index) / used);
    return { first, count: Math.floor((players * (index + 1)) / used) - first };
  });
}

function added(sum: Troubles, one: Troubles): Troubles {
  const refusals = { ...sum.refusals };
  for (const [code, count] of Object.entries(one.refusals)) refusals[code] = (refusals[code] ?? 0) + count;
  return {
    dropped: sum.dropped + one.dropped,
    reconnected: sum.reconnected + one.reconnected,
    early: sum.early + one.early,
    resent: sum.resent + one.resent,
    resynced: sum.resynced + one.resynced,
    refusals,
    misfits: [...sum.misfits, ...one.misfits],
  };
}
