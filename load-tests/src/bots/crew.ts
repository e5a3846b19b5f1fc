import { Agent } from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { joinRoutes } from '@anquanli/contract/join';
import { playerNotices } from '@anquanli/contract/live';
import * as z from 'zod/mini';
import { monotonicMs } from '../measure/monotonic.js';
import { Milestones, noTroubles, type Milestone, type PlayerDiary, type Troubles } from './diary.js';
import type { Frame } from './frame.js';
import { FrameReader, PERSONAL } from './frame-reader.js';
import { callOk } from './http-json.js';
import { inParallel } from './in-parallel.js';
import { Player, type Screen } from './player.js';
import { seededRandom } from './seeded-random.js';
import { ServerClock } from './server-clock.js';

/** The part of a swarm that runs in one thread. */
export interface CrewPlan {
  /** Of all processes of the server: phones are spread over them, one by one. */
  readonly origins: readonly string[];
  /** Phones turn to another of `origins` when their own is gone. */
  readonly areOriginsAlike?: boolean;
  readonly roundId: string;
  /** How they come in; null where the server knows no seats (baselines): then seats are numbered from `first`. */
  readonly joinToken: string | null;
  readonly first: number;
  readonly count: number;
  readonly questions: number;
  readonly answerWithinMs: number;
  readonly seed: number;
}

export interface CrewReport {
  readonly diaries: PlayerDiary[];
  readonly troubles: Troubles;
  readonly traffic: { frames: number; bytes: number };
  /** The 99th percentile of how long this thread's loop was held up, ms: what the generator adds to every time it measures. */
  readonly loopDelayP99Ms: number;
}

/** How a crew came in. `joins`: to the seat; `insides`: to the open socket. */
export interface StormTimes {
  readonly joins: number[];
  readonly insides: number[];
  readonly failures: string[];
}

/** Events that one player received, in order: what a baseline has to send as well. */
export interface ReceivedEvent {
  readonly name: string;
  readonly payload: unknown;
}

const JOINS_AT_ONCE = 32;
const CONNECTS_AT_ONCE = 100;
const CONNECT_PATIENCE_MS = 30_000;
const NUDGE_MS = 250;
const MOST_MISFITS = 20;

/** Many players in this thread. */
export class Crew {
  private readonly troubles = noTroubles();
  private readonly milestones = new Milestones();
  private readonly events: ReceivedEvent[] = [];
  private readonly reader = new FrameReader((frame) => this.check(frame));
  private readonly loopDelay = monitorEventLoopDelay({ resolution: 5 });
  private players: Player[] = [];
  private nudging: NodeJS.Timeout | null = null;

  constructor(private readonly plan: CrewPlan) {}

  /** Everybody takes a seat over HTTP. Returns how long each join took, ms. */
  async join(): Promise<number[]> {
    const { plan } = this;
    const context = this.context();
    const agent = new Agent({ keepAlive: true, maxSockets: JOINS_AT_ONCE });
    const times: number[] = [];
    this.players = await inParallel(plan.count, JOINS_AT_ONCE, async (index) => {
      const startedAt = monotonicMs();
      const seat = await takeSeat(plan, index, agent);
      times.push(monotonicMs() - startedAt);
      return new Player({ ...context, ...originsOf(plan, index) }, seat);
    });
    agent.destroy();
    return times;
  }

  /** Everybody connects. Returns how long each took, ms. */
  async connect(): Promise<number[]> {
    const times = await inParallel(this.players.length, CONNECTS_AT_ONCE, async (index) => {
      const startedAt = monotonicMs();
      await inTime(this.players[index]?.connect() ?? Promise.resolve());
      return monotonicMs() - startedAt;
    });
    this.nudging = setInterval(() => {
      const now = monotonicMs();
      for (const player of this.players) player.nudge(now);
    }, NUDGE_MS);
    return times;
  }

  /** Everybody comes within so long: takes a seat, each over a connection of its own, and connects. Times in ms. */
  async storm(withinMs: number): Promise<StormTimes> {
    const { plan } = this;
    const context = this.context();
    const random = seededRandom(plan.seed * 7_919 + plan.first);
    const times: StormTimes = { joins: [], insides: [], failures: [] };
    await Promise.all(
      Array.from({ length: plan.count }, async (_, index) => {
        await new Promise((resolve) => setTimeout(resolve, random() * withinMs));
        const startedAt = monotonicMs();
        try {
          const seat = await takeSeat(plan, index, undefined);
          times.joins.push(monotonicMs() - startedAt);
          const player = new Player({ ...context, ...originsOf(plan, index) }, seat);
          this.players.push(player);
          await inTime(player.connect());
          times.insides.push(monotonicMs() - startedAt);
        } catch (error) {
          times.failures.push(error instanceof Error ? error.message : String(error));
        }
      }),
    );
    return times;
  }

  /** Everybody is cut off at once. How long each took to be back with the own part, ms; those who are not in time are missing. */
  async cut(withinMs: number): Promise<number[]> {
    const back: number[] = [];
    const all = Promise.all(this.players.map(async (player) => back.push(await player.cut())));
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise((resolve) => (timer = setTimeout(resolve, withinMs)));
    await Promise.race([all, late]);
    // Otherwise the run would end only when the patience does.
    clearTimeout(timer);
    return [...back];
  }

  /** Everybody opens two more tabs, and sends each answer ten times from now on. */
  async openTabs(): Promise<void> {
    await inParallel(this.players.length, CONNECTS_AT_ONCE, async (index) => this.players[index]?.openTabs());
  }

  /** What every phone shows. */
  screens(): Screen[] {
    return this.players.map((player) => player.screen());
  }

  private context() {
    const { reader, milestones, troubles } = this;
    return { ...this.plan, reader, clock: new ServerClock(), milestones, troubles };
  }

  /** From here on the loop's delays count: joining is another matter. */
  startMeasuring(): void {
    this.loopDelay.enable();
  }

  /** How many have reached the milestone; comes back when all have, or at the deadline. */
  async reached(milestone: Milestone, questionNo: number, deadlineMs: number): Promise<number> {
    const until = monotonicMs() + deadlineMs;
    while (this.milestones.count(milestone, questionNo) < this.players.length && monotonicMs() < until) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return this.milestones.count(milestone, questionNo);
  }

  /** What the only player of a crew of one received so far; empty for larger crews. */
  received(): readonly ReceivedEvent[] {
    return this.events;
  }

  report(): CrewReport {
    return {
      diaries: this.players.map(({ diary }) => diary),
      troubles: this.troubles,
      traffic: this.reader.traffic,
      loopDelayP99Ms: this.loopDelay.percentile(99) / 1_000_000,
    };
  }

  leave(): void {
    if (this.nudging !== null) clearInterval(this.nudging);
    this.loopDelay.disable();
    for (const player of this.players) player.leave();
  }

  /** Everything that was parsed must fit the contract; a stranger's client would break where it does not. */
  private check(frame: Frame): void {
    if (frame.kind === 'unknown') this.misfit(`unknown frame ${frame.text.slice(0, 80)}`);
    if (frame.kind !== 'event') return;
    const notice = Object.values(playerNotices).find(({ name }) => name === frame.name);
    if (notice === undefined) {
      this.misfit(`unknown event ${frame.name}`);
      return;
    }
    // Personal frames of thousands are alike: those of a lone player stand for all.
    if (!PERSONAL.has(frame.name) || this.plan.count === 1) {
      const parsed = z.safeParse<z.core.$ZodType>(notice.payload, frame.payload);
      if (!parsed.success) this.misfit(`${frame.name}: ${JSON.stringify(parsed.error.issues.slice(0, 2))}`);
    }
    if (this.plan.count === 1) this.events.push({ name: frame.name, payload: frame.payload });
  }

  private misfit(what: string): void {
    if (this.troubles.misfits.length < MOST_MISFITS) this.troubles.misfits.push(what);
  }
}

function originOf({ origins, first }: CrewPlan, index: number): string {
  return origins[(first + index) % origins.length] ?? '';
}

/** The own server, and where to turn to without it. */
function originsOf(plan: CrewPlan, index: number): { origin: string; otherOrigins: string[] } {
  const origin = originOf(plan, index);
  return { origin, otherOrigins: plan.areOriginsAlike === true ? plan.origins.filter((each) => each !== origin) : [] };
}

async function takeSeat(
  plan: CrewPlan,
  index: number,
  agent: Agent | undefined,
): Promise<{ seatNo: number; personToken: string }> {
  const number = plan.first + index;
  if (plan.joinToken === null) return { seatNo: number, personToken: number.toString(16).padStart(32, '0') };
  const { body } = await callOk({
    method: 'POST',
    url: originOf(plan, index) + joinRoutes.join.path,
    body: { door: { joinToken: plan.joinToken }, name: `选手${number}` },
    ...(agent && { agent }),
  });
  return body as { seatNo: number; personToken: string };
}

async function inTime(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No connection after ${CONNECT_PATIENCE_MS} ms`)), CONNECT_PATIENCE_MS);
  });
  await Promise.race([work, late]);
  clearTimeout(timer);
}
