import { useEffect, useState } from 'react';
import { sampleOf, UNKNOWN_CLOCK, withSample, type ClockState } from './clock-offset';

/*
 * The only place that reads the device's clock. Everything else asks for the server's time.
 * Wall time and not performance.now(): the latter stands still on some phones while they sleep.
 */

let clock: ClockState = UNKNOWN_CLOCK;

/** The device's time, epoch ms; only for measuring spans within this module's callers in lib. */
export function localNow(): number {
  return Date.now();
}

/** The server's time, epoch ms, as well as this device knows it. */
export function serverNow(): number {
  return Date.now() + (clock.best?.offsetMs ?? 0);
}

/** Measured way to the server and back, whole ms; null before the first measurement. */
export function rttMs(): number | null {
  return clock.best === null ? null : Math.round(clock.best.rttMs);
}

/** Takes in one measurement of `clock.sync`; times are of {@link localNow}. */
export function noteClockSync(sentAt: number, serverTime: number, arrivedAt: number): void {
  clock = withSample(clock, sampleOf(sentAt, serverTime, arrivedAt));
}

/** A view carries the server's time too, of unknown age: good enough until the first real measurement. */
export function noteServerNow(serverTime: number): void {
  if (clock.best === null) clock = withSample(clock, { offsetMs: serverTime - Date.now(), rttMs: 2_000 });
}

/** Forgets all measurements (tests, and a page that changes servers). */
export function resetServerClock(): void {
  clock = UNKNOWN_CLOCK;
}

/** The server's time as state: renders again every `every` ms, or with every picture. */
export function useServerNow(every: number | 'raf'): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    setNow(serverNow());
    if (every !== 'raf') {
      const timer = setInterval(() => setNow(serverNow()), every);
      return () => clearInterval(timer);
    }
    let frame = requestAnimationFrame(function tick() {
      setNow(serverNow());
      frame = requestAnimationFrame(tick);
    });
    return () => cancelAnimationFrame(frame);
  }, [every]);
  return now;
}

export interface Countdown {
  /** `before` opening, `running`, `over`; `running` without end where `closesAt` is null. */
  readonly stage: 'before' | 'running' | 'over';
  readonly untilOpenMs: number;
  /** null when the host closes by hand. */
  readonly leftMs: number | null;
  /** Whole seconds to show: 20 at the start, 1 in the last second, 0 when over. */
  readonly secondsLeft: number | null;
}

/** What a countdown shows at `now` (all epoch ms, server time). */
export function countdownAt(now: number, opensAt: number, closesAt: number | null): Countdown {
  const untilOpenMs = Math.max(0, opensAt - now);
  const leftMs = closesAt === null ? null : Math.max(0, closesAt - Math.max(now, opensAt));
  const stage = untilOpenMs > 0 ? 'before' : leftMs === 0 ? 'over' : 'running';
  return { stage, untilOpenMs, leftMs, secondsLeft: leftMs === null ? null : Math.ceil(leftMs / 1_000) };
}

/** A countdown by server time, ten times a second. */
export function useCountdown(opensAt: number, closesAt: number | null): Countdown {
  return countdownAt(useServerNow(100), opensAt, closesAt);
}

/** Has the server's time reached `at` (epoch ms)? Renders again at that instant; never for null. */
export function useIsPast(at: number | null): boolean {
  const [reached, setReached] = useState<number | null>(null);
  useEffect(() => (at === null ? undefined : atServerTime(at, () => setReached(at))), [at]);
  return at !== null && (reached === at || serverNow() >= at);
}

/** Runs `action` when the server's time reaches `at` (at once if it has). Returns the cancellation. */
export function atServerTime(at: number, action: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const wait = () => {
    const left = at - serverNow();
    // Long waits are cut in pieces: the offset may be corrected meanwhile.
    if (left <= 0) action();
    else timer = setTimeout(wait, Math.min(left, 1_000));
  };
  timer = setTimeout(wait, Math.max(0, Math.min(at - serverNow(), 1_000)));
  return () => clearTimeout(timer);
}
