import { OUTAGE_MIN_MS } from '../../../domain/live-round/outage.js';

/**
 * Knows since when people could not answer. What tells that they could are commits, heartbeats and answers alike: a silence between two of
 * them is an outage, also when the second was only long on its way. Times in epoch milliseconds.
 */
export class RoundPulse {
  private owedSince: number | null = null;
  private givenUntil = 0;

  /** `newest` = the newest heartbeat that is stored. */
  constructor(private newest: number) {}

  /** The last sign of life that this node has written or read. */
  get aliveAt(): number {
    return this.newest;
  }

  /** A heartbeat was read. They may overtake each other: the newest counts. */
  noteAlive(at: number): void {
    this.newest = Math.max(this.newest, at);
  }

  /** A commit of this node has just reached the disk. */
  noteCommitted(at: number): void {
    if (this.isSilent(at)) this.owe(this.aliveAt);
    this.noteAlive(at);
  }

  /** People of this or of another node could not answer from `since` on. */
  owe(since: number): void {
    this.owedSince = Math.min(this.owedSince ?? since, since);
  }

  /** There was or is an outage whose time is not given back yet. */
  isInterrupted(now: number): boolean {
    return this.owedSince !== null || this.isSilent(now);
  }

  /** From when on time is to be given back; `now` when nothing is lost. */
  lostSince(now: number): number {
    if (this.isSilent(now)) this.owe(this.aliveAt);
    return this.owedSince === null ? now : Math.max(this.owedSince, this.givenUntil);
  }

  /** Whoever gave the time back up to an instant: it is not given twice. */
  noteGiven(until: number): void {
    this.givenUntil = Math.max(this.givenUntil, until);
  }

  /** Nothing is owed (any more). */
  settle(): void {
    this.owedSince = null;
  }

  private isSilent(now: number): boolean {
    return now - this.aliveAt >= OUTAGE_MIN_MS;
  }
}
