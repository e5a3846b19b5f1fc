const HEAL_MS = 1_500;
const MOST_TRIES = 6;

/**
 * When a phone asks by itself for what it must have missed: 1.5 s (jittered) after an instant at which something newer must exist, then
 * at growing distances. As in client/src/features/play/play-session.ts. Times are the server's, ms.
 */
export class Healing {
  private tries = 0;
  private nextAt: number | null = null;

  constructor(private readonly random: () => number) {}

  /** Something newer is there. @param instant after which there must be something newer again; null: none is known */
  expect(instant: number | null): void {
    this.tries = 0;
    this.nextAt = null;
    if (instant !== null) this.plan(instant);
  }

  /** Is it time to ask? Each yes is one try. */
  isDue(serverNow: number): boolean {
    if (this.nextAt === null || serverNow < this.nextAt) return false;
    this.nextAt = null;
    if (this.tries < MOST_TRIES) this.plan(serverNow);
    return true;
  }

  private plan(base: number): void {
    this.tries += 1;
    this.nextAt = base + HEAL_MS * this.tries * (1 + this.random() * 0.5);
  }
}
