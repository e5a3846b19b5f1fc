import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { type LimitRule, type LimitVerdict, RateLimiter } from './rate-limiter.js';

interface Window {
  readonly endsAt: number;
  taken: number;
}

/** For one node. At most `capacity` keys: when full, ended windows go first, then the oldest. */
@Injectable()
export class MemoryRateLimiter extends RateLimiter {
  static readonly capacity = 50_000;
  private readonly windows = new Map<string, Window>();

  constructor(private readonly clock: Clock) {
    super();
  }

  /** Keys kept at this moment. */
  get size(): number {
    return this.windows.size;
  }

  async take(key: string, rule: LimitRule): Promise<LimitVerdict> {
    const window = this.windowOf(key) ?? this.open(key, rule);
    const verdict = this.judge(window, rule);
    if (verdict.ok) {
      window.taken += 1;
    }
    return verdict;
  }

  async peek(key: string, rule: LimitRule): Promise<LimitVerdict> {
    const window = this.windowOf(key);
    return window === undefined ? { ok: true } : this.judge(window, rule);
  }

  async clear(key: string): Promise<void> {
    this.windows.delete(key);
  }

  private judge(window: Window, rule: LimitRule): LimitVerdict {
    return window.taken < rule.count ? { ok: true } : { ok: false, retryAfterMs: window.endsAt - this.clock.now() };
  }

  private windowOf(key: string): Window | undefined {
    const window = this.windows.get(key);
    return window !== undefined && window.endsAt > this.clock.now() ? window : undefined;
  }

  private open(key: string, rule: LimitRule): Window {
    this.windows.delete(key);
    if (this.windows.size >= MemoryRateLimiter.capacity) {
      this.makeRoom();
    }
    const window = { endsAt: this.clock.now() + rule.windowMs, taken: 0 };
    this.windows.set(key, window);
    return window;
  }

  /** Drops a tenth at least, so that a flood of new keys does not search the whole map each time. */
  private makeRoom(): void {
    const now = this.clock.now();
    const target = MemoryRateLimiter.capacity * 0.9;
    for (const [key, window] of this.windows) {
      if (window.endsAt <= now) {
        this.windows.delete(key);
      }
    }
    for (const key of this.windows.keys()) {
      if (this.windows.size <= target) {
        return;
      }
      this.windows.delete(key);
    }
  }
}
