import { obey } from './obey.js';
import { startRedis } from './redis.js';

/** A private Redis for measuring. Prints `ready <url>` and obeys: `kill` as by a crash, `start` on the same port and empty, `flush`. */
const { url, kill, start, flush, remove } = await startRedis();
obey({ kill, start, flush }, remove);
process.stdout.write(`ready ${url}\n`);
