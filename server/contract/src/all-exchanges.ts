import type { Exchange } from './exchange.js';
import { hostExchanges } from './live-host.js';
import { stageExchanges } from './live-stage.js';
import { playerExchanges } from './live.js';

/** Every socket event there is that wants an ack: for whoever looks at all of them, such as tests. */
export const ALL_EXCHANGES: readonly Exchange[] = [
  ...Object.values<Exchange>(playerExchanges),
  ...Object.values<Exchange>(stageExchanges),
  ...Object.values<Exchange>(hostExchanges),
];
