import { parentPort, workerData } from 'node:worker_threads';
import { Crew, type CrewPlan } from './crew.js';
import type { Milestone } from './diary.js';

/** What the swarm asks of a thread; answers carry the same `id`. */
export interface CrewOrder {
  readonly id: number;
  readonly order:
    | { readonly name: 'join' | 'connect' | 'openTabs' | 'screens' | 'startMeasuring' | 'report' | 'leave' }
    | { readonly name: 'storm' | 'cut'; readonly withinMs: number }
    | {
        readonly name: 'reached';
        readonly milestone: Milestone;
        readonly questionNo: number;
        readonly deadlineMs: number;
      };
}
export type CrewAnswer =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly message: string };

/** Obeys until `leave`. */
function serve(port: NonNullable<typeof parentPort>): void {
  const crew = new Crew(workerData as CrewPlan);
  port.on('message', ({ id, order }: CrewOrder) => {
    obey(crew, order).then(
      (value) => port.postMessage({ id, ok: true, value } satisfies CrewAnswer),
      (error: unknown) => {
        const message = error instanceof Error ? error.message : String(error);
        port.postMessage({ id, ok: false, message } satisfies CrewAnswer);
      },
    );
  });
}

async function obey(crew: Crew, order: CrewOrder['order']): Promise<unknown> {
  switch (order.name) {
    case 'join':
      return crew.join();
    case 'connect':
      return crew.connect();
    case 'openTabs':
      return crew.openTabs();
    case 'screens':
      return crew.screens();
    case 'storm':
      return crew.storm(order.withinMs);
    case 'cut':
      return crew.cut(order.withinMs);
    case 'startMeasuring':
      return crew.startMeasuring();
    case 'reached':
      return crew.reached(order.milestone, order.questionNo, order.deadlineMs);
    case 'report':
      return crew.report();
    case 'leave':
      return crew.leave();
  }
}

if (parentPort !== null) serve(parentPort);
