import { startMariadb } from './mariadb.js';

/**
 * A private MariaDB for measuring, of the size of a small production server, that flushes every commit. Prints `ready <pid> <url>` and is
 * gone after SIGTERM or the end of its input.
 */
const mariadb = await startMariadb({ bufferPoolMb: 1_024, logFileMb: 256 });
const end = () => void mariadb.remove().then(() => process.exit(0));
process.once('SIGTERM', end);
process.stdin.once('end', end).resume();
process.stdout.write(`ready ${mariadb.pid()} ${await mariadb.createDatabase()}\n`);
