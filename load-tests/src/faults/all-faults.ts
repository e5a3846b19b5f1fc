import { databaseKilled } from './database-killed.js';
import { databasePaused } from './database-paused.js';
import { databaseStalled } from './database-stalled.js';
import { diskFull } from './disk-full.js';
import type { Fault } from './fault.js';
import { laptopGone } from './laptop-gone.js';
import { nodeKilled } from './node-killed.js';
import { phonesOffline } from './phones-offline.js';
import { redisLost } from './redis-lost.js';
import { serverKilledLate } from './server-killed-late.js';
import { serverKilledOpen } from './server-killed-open.js';
import { serverKilledRevealed } from './server-killed-revealed.js';
import { socketsCut } from './sockets-cut.js';
import { threeTabs } from './three-tabs.js';

/** All of them; those that take longest first, for a run of several at once. */
export const FAULTS: readonly Fault[] = [
  phonesOffline,
  databaseKilled,
  nodeKilled,
  databasePaused,
  databaseStalled,
  redisLost,
  serverKilledOpen,
  serverKilledLate,
  serverKilledRevealed,
  diskFull,
  laptopGone,
  threeTabs,
  socketsCut,
];
