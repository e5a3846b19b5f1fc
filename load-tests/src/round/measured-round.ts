import type { ReceivedEvent } from '../bots/crew.js';
import type { Swarm, SwarmReport } from '../bots/swarm.js';
import { figuresOf, type Figures } from '../measure/figures.js';
import { percentile, rounded } from '../measure/percentile.js';
import { usageOfAll, type Usage } from '../measure/process-usage.js';
import { playRound } from './play-round.js';
import type { RoundDriver } from './round-driver.js';

export interface MeasuredRound {
  readonly figures: Figures;
  readonly joinP99Ms: number | null;
  readonly connectP99Ms: number | null;
  readonly connectCpuMsPerPlayer: number | null;
  /** Memory the server took for each connection: after everybody is connected and quiet, less before the first. */
  readonly rssKbPerPlayer: number | null;
  readonly peakRssMb: number | null;
  /** Bytes of all frames that one player received, on average. */
  readonly bytesPerPlayer: number;
  readonly framesPerPlayer: number;
  readonly report: SwarmReport;
  readonly received: readonly ReceivedEvent[];
}

const LOBBY_PATIENCE_MS = 20_000;
/** Buffers of the handshakes are freed in this time. */
const SETTLE_MS = 2_000;

/** A whole round against the server with process ids `pids`: join, connect, play, sum up. The swarm is still there afterwards. */
export async function measuredRound(
  swarm: Swarm,
  driver: RoundDriver,
  run: { players: number; questions: number; pids: readonly number[] },
): Promise<MeasuredRound> {
  await driver.begin();
  const joins = await swarm.join();
  const before = usageOfAll(run.pids);
  const connects = await swarm.connect();
  await swarm.reached('lobby', 0, LOBBY_PATIENCE_MS);
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  const connected = usageOfAll(run.pids);
  await swarm.startMeasuring();
  const course = await playRound(driver, swarm, run);
  const report = await swarm.report();
  const perPlayer = (of: (usage: Usage) => number) =>
    before === null || connected === null ? null : rounded((of(connected) - of(before)) / run.players);
  const peakRssKb = usageOfAll(run.pids)?.peakRssKb ?? null;
  return {
    figures: figuresOf(report.diaries, course),
    joinP99Ms: rounded(percentile(joins, 0.99)),
    connectP99Ms: rounded(percentile(connects, 0.99)),
    connectCpuMsPerPlayer: perPlayer(({ cpuMs }) => cpuMs),
    rssKbPerPlayer: perPlayer(({ rssKb }) => rssKb),
    peakRssMb: peakRssKb === null ? null : Math.round(peakRssKb / 1_024),
    bytesPerPlayer: Math.round(report.traffic.bytes / run.players),
    framesPerPlayer: Math.round(report.traffic.frames / run.players),
    report,
    received: [...swarm.received()],
  };
}
