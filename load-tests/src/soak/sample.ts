import { setTimeout as pause } from 'node:timers/promises';
import { systemRoutes } from '@anquanli/contract/system';
import { usageOfAll } from '../measure/process-usage.js';
import type { ProductServer } from '../server/product-server.js';

/** What the server held after a round, when everybody had gone and garbage was collected; of all its processes together. */
export interface Sample {
  readonly rssMb: number;
  readonly heapMb: number;
  /** Open files and sockets. */
  readonly handles: number;
  readonly seatsOnline: number;
  /** Answers that wait for their commit. */
  readonly journal: number;
  readonly roundsInMemory: number;
}

const COLLECT_FILE = new URL('./collect-on-signal.js', import.meta.url).href;
const TOKEN = 'soak-metrics-of-this-run-alone';
/** Sockets close and collections end in this time. */
const SETTLE_MS = 2_000;

/** How the server has to be started so that it can be sampled. */
export const SAMPLED = { env: { METRICS_TOKEN: TOKEN }, nodeArgs: ['--expose-gc', '--import', COLLECT_FILE] };

const FIGURES = {
  heapBytes: 'nodejs_heap_size_used_bytes',
  handles: 'process_open_fds',
  seatsOnline: 'anquanli_seats_online',
  journal: 'anquanli_answers_waiting',
  roundsInMemory: 'anquanli_rounds',
} as const;

/** Lets it settle, collects garbage, reads. */
export async function sampleOf({ origins, pids }: Pick<ProductServer, 'origins' | 'pids'>): Promise<Sample> {
  await pause(SETTLE_MS);
  for (const pid of pids) process.kill(pid, 'SIGUSR2');
  await pause(SETTLE_MS / 4);
  const pages = await Promise.all(origins.map(metricsPage));
  const sum = (name: string) => pages.reduce((total, page) => total + figureIn(page, name), 0);
  return {
    rssMb: (usageOfAll(pids)?.rssKb ?? Number.NaN) / 1_024,
    heapMb: sum(FIGURES.heapBytes) / 1_048_576,
    handles: sum(FIGURES.handles),
    seatsOnline: sum(FIGURES.seatsOnline),
    journal: sum(FIGURES.journal),
    roundsInMemory: sum(FIGURES.roundsInMemory),
  };
}

async function metricsPage(origin: string): Promise<string> {
  const response = await fetch(origin + systemRoutes.metrics.path, { headers: { authorization: `Bearer ${TOKEN}` } });
  if (!response.ok) throw new Error(`The figures were refused with ${response.status}`);
  return response.text();
}

/** The sum over all labels of a figure in Prometheus' text format; 0 where it has no value yet. Throws where it is unknown. */
export function figureIn(page: string, name: string): number {
  if (!page.includes(`# TYPE ${name} `)) throw new Error(`The server has no figure ${name}`);
  const values = page.matchAll(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)$`, 'gm'));
  return [...values].reduce((sum, [, value]) => sum + Number(value), 0);
}
