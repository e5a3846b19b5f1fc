import { startRedis } from './redis.js';

/** A private Redis for measuring. Prints `ready <url>` and is gone after SIGTERM or the end of its input. */
const redis = await startRedis();
const end = () => void redis.remove().then(() => process.exit(0));
process.once('SIGTERM', end);
process.stdin.once('end', end).resume();
process.stdout.write(`ready ${redis.url}\n`);
