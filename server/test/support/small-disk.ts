import { execFileSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { errorCode } from '../../src/platform/errors/error-code.js';
import { tempDir } from './temp-dir.js';

/** A disk of its own for a test, small enough to be filled in a moment. */
export interface SmallDisk {
  readonly dir: string;
  /** Takes every byte that is left. */
  fill(): void;
  /** Gives back what `fill` took. */
  free(): void;
  /** Unmounts it; whoever has files open on it must have ended before. */
  remove(): Promise<void>;
}

const SIZE = '32m';

/** A mounted disk; null, with a loud word, where nobody may mount: inside many containers root itself may not. */
export async function mountSmallDisk(): Promise<SmallDisk | null> {
  const { dir, remove } = await tempDir();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'none', dir], { stdio: 'pipe' });
  } catch {
    await remove();
    process.stderr.write('\n*** No tmpfs can be mounted here: the full disk is SKIPPED. Run as root on Linux. ***\n');
    return null;
  }
  let isMounted = true;
  const unmount = (...how: string[]): void => {
    if (!isMounted) return;
    execFileSync('umount', [...how, dir], { stdio: 'pipe' });
    isMounted = false;
  };
  // A test run that breaks off must not leave a mount behind.
  process.once('exit', () => unmount('-l'));
  const ballast = path.join(dir, 'ballast');
  return {
    dir,
    fill: () => fillUp(ballast),
    free: () => rmSync(ballast, { force: true }),
    async remove() {
      unmount();
      await remove();
    },
  };
}

function fillUp(file: string): void {
  const handle = openSync(file, 'a');
  const chunk = Buffer.alloc(64 * 1_024);
  try {
    for (;;) writeSync(handle, chunk);
  } catch (error) {
    if (errorCode(error) !== 'ENOSPC') throw error;
  } finally {
    closeSync(handle);
  }
}
