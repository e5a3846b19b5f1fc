import { readFileSync } from 'node:fs';

/** What a process has used, as the kernel counts it. */
export interface Usage {
  /** Processor time in user and system mode, milliseconds; the kernel counts in steps of 10. */
  readonly cpuMs: number;
  /** Resident memory, kB. */
  readonly rssKb: number;
  /** The highest resident memory so far, kB. */
  readonly peakRssKb: number;
}

/** USER_HZ: Linux reports process times in hundredths of a second on every architecture Node runs on. */
const TICK_MS = 10;

/** Reads `/proc/<pid>`; null where there is no such process or no /proc (macOS, Windows). */
export function usageOf(pid: number): Usage | null {
  try {
    return {
      cpuMs: cpuMsFrom(readFileSync(`/proc/${pid}/stat`, 'utf8')),
      ...memoryFrom(readFileSync(`/proc/${pid}/status`, 'utf8')),
    };
  } catch {
    return null;
  }
}

/** Of several processes together; null where one is missing. */
export function usageOfAll(pids: readonly number[]): Usage | null {
  const usages = pids.map(usageOf);
  return usages.reduce((sum, one) => {
    if (sum === null || one === null) return null;
    return {
      cpuMs: sum.cpuMs + one.cpuMs,
      rssKb: sum.rssKb + one.rssKb,
      peakRssKb: sum.peakRssKb + one.peakRssKb,
    };
  });
}

/** utime + stime of a `/proc/<pid>/stat` line. The command in parentheses may hold spaces, so counting starts after it. */
export function cpuMsFrom(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

export function memoryFrom(status: string): { rssKb: number; peakRssKb: number } {
  return { rssKb: kilobytes(status, 'VmRSS'), peakRssKb: kilobytes(status, 'VmHWM') };
}

function kilobytes(status: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1] ?? Number.NaN);
}

/** How many files this process may hold open, sockets included; null where the kernel does not say. */
export function openFilesLimit(): number | null {
  try {
    const limit = /^Max open files\s+(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8'))?.[1];
    return limit === undefined ? null : Number(limit);
  } catch {
    return null;
  }
}
