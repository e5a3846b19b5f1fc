import { setTimeout as pause } from 'node:timers/promises';
import { numberFrom } from '../database/columns.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import type { Log } from '../logging/log.js';
import { Clock } from './clock.js';

const MEASURE_MS = 30_000;
/** Looked at again this soon when the difference was large. */
const DOUBT_MS = 1_000;
/** A phone's answer is judged to some hundred milliseconds; more difference than this is not one time any more. */
export const DRIFT_MAX_MS = 100;
/** Only what several looks agree on moves the time by so much. */
const LOOKS = 3;
/** Of several questions the one that was answered fastest says most. */
const QUESTIONS = 5;

/** The database's time, which all processes of a system share: its offset from the own clock is measured now and then, and never turned back. */
export class DatabaseClock extends Clock {
  private offsetMs = 0;
  private driftMs = 0;
  private latest = 0;
  private isFollowing = false;
  private readonly stopping = new AbortController();

  constructor(private readonly own: Clock = new Clock()) {
    super();
  }

  override now(): number {
    // Set back a little, it stands still until it has caught up.
    this.latest = Math.max(this.latest, Math.floor(this.own.now() + this.offsetMs));
    return this.latest;
  }

  /** Difference at the last look, before it was made good. */
  get drift(): number {
    return this.driftMs;
  }

  /** Takes over the database's time, and goes on following it. */
  async follow(database: UnitOfWork, log: Log): Promise<void> {
    this.offsetMs = await this.measure(database);
    // Nothing was promised before.
    this.latest = 0;
    this.isFollowing = true;
    void this.goOn(database, log);
  }

  stop(): void {
    this.isFollowing = false;
    this.stopping.abort();
  }

  private async goOn(database: UnitOfWork, log: Log): Promise<void> {
    let doubts = 0;
    while (this.isFollowing) {
      await pause(doubts > 0 ? DOUBT_MS : MEASURE_MS, undefined, { signal: this.stopping.signal, ref: false }).catch(
        () => undefined,
      );
      if (!this.isFollowing) return;
      try {
        const offsetMs = await this.measure(database);
        this.driftMs = offsetMs - this.offsetMs;
        doubts = Math.abs(this.driftMs) > DRIFT_MAX_MS ? doubts + 1 : 0;
        if (doubts > 0 && doubts < LOOKS) continue;
        if (doubts > 0) log.warn({ driftMs: Math.round(this.driftMs) }, 'the time of the database has moved');
        this.offsetMs = offsetMs;
        this.driftMs = 0;
        doubts = 0;
      } catch {
        // The database is away; its time is asked for again.
      }
    }
  }

  private async measure(database: UnitOfWork): Promise<number> {
    let best = { tookMs: Infinity, offsetMs: 0 };
    for (let question = 0; question < QUESTIONS; question += 1) {
      const before = this.own.now();
      const rows = await database.read((manager) =>
        manager.query<{ at: unknown }[]>('SELECT ROUND(UNIX_TIMESTAMP(NOW(6)) * 1000) AS at'),
      );
      const after = this.own.now();
      const offsetMs = (numberFrom(rows[0]?.at) ?? after) - (before + after) / 2;
      if (after - before < best.tookMs) best = { tookMs: after - before, offsetMs };
    }
    return best.offsetMs;
  }
}
