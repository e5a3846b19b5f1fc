/** Server time as the bots of one thread know it: from the exchange with the shortest way there and back. */
export class ServerClock {
  private offsetMs: number | null = null;
  private bestRttMs = Number.POSITIVE_INFINITY;

  /** One `clock.sync`: sent and answered at these monotonic times, `serverNow` from the reply. */
  learn(sentAt: number, answeredAt: number, serverNow: number): void {
    const rttMs = answeredAt - sentAt;
    if (rttMs >= this.bestRttMs) return;
    this.bestRttMs = rttMs;
    this.offsetMs = serverNow - (sentAt + answeredAt) / 2;
  }

  /** Server time (epoch ms) at a monotonic time. Throws while nothing is known. */
  serverTime(at: number): number {
    if (this.offsetMs === null) throw new Error('No clock.sync was answered yet');
    return at + this.offsetMs;
  }
}
