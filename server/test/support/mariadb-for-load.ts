import { startMariadb } from './mariadb.js';
import { obey } from './obey.js';

/**
 * A private MariaDB for measuring, of the size of a small production server, that flushes every commit. Prints `ready <pid> <url>` and
 * obeys: `kill` as by a crash, `start` on the same port and files, `pause` without letting go of a connection, `resume`.
 */
const mariadb = await startMariadb({ bufferPoolMb: 1_024, logFileMb: 256 });
const signal = (what: 'SIGSTOP' | 'SIGCONT') => () => {
  const pid = mariadb.pid();
  if (pid === null) throw new Error('the database has ended');
  process.kill(pid, what);
};
obey({ kill: mariadb.kill, start: mariadb.start, pause: signal('SIGSTOP'), resume: signal('SIGCONT') }, mariadb.remove);
process.stdout.write(`ready ${mariadb.pid()} ${await mariadb.createDatabase()}\n`);
