import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { lock } from 'proper-lockfile';
import { errorCode } from '../errors/error-code.js';
import { StartRefusal } from '../errors/start-refusal.js';

/** A holder that has not touched its lock for this long is gone. */
const STALE_MS = 5_000;
const TOUCH_MS = 1_500;
/** Long enough for the lock of a killed process in another container to become stale. */
const RETRIES = { retries: 12, factor: 1, minTimeout: 500, maxTimeout: 500 };

interface Owner {
  readonly pid: number;
  readonly host: string;
}

/**
 * Takes the data folder for this process alone: two servers on one SQLite file would run every round's clock twice.
 * Throws StartRefusal when another holds it. `onLost` is called if another takes it although we live (a long sleep).
 */
export async function lockDataDir(dataDir: string, onLost: () => void): Promise<() => Promise<void>> {
  await mkdir(dataDir, { recursive: true });
  const lockfilePath = path.join(dataDir, '.lock');
  const ownerFile = path.join(dataDir, '.lock-owner.json');
  const before = await readOwner(ownerFile);
  if (before !== null && isGone(before)) {
    await rm(lockfilePath, { recursive: true, force: true });
  }
  const retries = before !== null && isHere(before) ? 0 : RETRIES;
  try {
    const release = await lock(dataDir, {
      lockfilePath,
      stale: STALE_MS,
      update: TOUCH_MS,
      retries,
      onCompromised: onLost,
    });
    await writeFile(ownerFile, JSON.stringify({ pid: process.pid, host: hostname() } satisfies Owner));
    return async () => {
      await rm(ownerFile, { force: true });
      await release();
    };
  } catch (error) {
    if (errorCode(error) === 'ELOCKED') {
      throw inUse(dataDir, await readOwner(ownerFile));
    }
    throw error;
  }
}

/** Killed without a chance to clean up: its process is no more, or has our own number (containers start at 1 again). */
function isGone(owner: Owner): boolean {
  return owner.host === hostname() && (owner.pid === process.pid || !isAlive(owner.pid));
}

function isHere(owner: Owner): boolean {
  return owner.host === hostname() && !isGone(owner);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

async function readOwner(file: string): Promise<Owner | null> {
  try {
    const owner: unknown = JSON.parse(await readFile(file, 'utf8'));
    const isOwner = typeof owner === 'object' && owner !== null && 'pid' in owner && 'host' in owner;
    return isOwner ? { pid: Number(owner.pid), host: String(owner.host) } : null;
  } catch {
    return null;
  }
}

function inUse(dataDir: string, owner: Owner | null): StartRefusal {
  const who = owner === null ? '' : ` (${owner.host}, pid ${owner.pid})`;
  return new StartRefusal(
    `数据目录 ${dataDir} 正被另一个安全力进程使用${who}。请先停止它，或用 DATA_DIR 指定另一个目录。`,
    `The data folder ${dataDir} is in use by another process${who}. Stop that one, or set DATA_DIR to another folder.`,
  );
}
