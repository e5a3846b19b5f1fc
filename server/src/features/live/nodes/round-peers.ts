import type { KeptDigest } from './digest.js';

/** What the other nodes have last told of one round. With a single node it is always empty. */
export class RoundPeers {
  private readonly digests = new Map<string, KeptDigest>();
  /** Is everybody's word known? Otherwise what this node sees is not all there is. */
  isWhole = true;

  get areThere(): boolean {
    return this.digests.size > 0;
  }

  /** The digest before, if there was one. */
  note(nodeId: string, digest: KeptDigest): KeptDigest | undefined {
    const before = this.digests.get(nodeId);
    this.digests.set(nodeId, digest);
    return before;
  }

  /** Lets go of a node; what it had last told. */
  drop(nodeId: string): KeptDigest | undefined {
    const last = this.digests.get(nodeId);
    this.digests.delete(nodeId);
    return last;
  }

  isOnline(seatNo: number): boolean {
    return this.some((digest) => digest.online.has(seatNo));
  }

  hasAnswered(questionNo: number, seatNo: number): boolean {
    return this.some((digest) => digest.questionNo === questionNo && digest.answered.has(seatNo));
  }

  *onlineSeats(): Iterable<number> {
    for (const { online } of this.digests.values()) yield* online;
  }

  *answeredSeats(questionNo: number): Iterable<number> {
    for (const digest of this.digests.values()) if (digest.questionNo === questionNo) yield* digest.answered;
  }

  get joinsLastMinute(): number {
    let joins = 0;
    for (const digest of this.digests.values()) joins += digest.joinsLastMinute;
    return joins;
  }

  /** Has some node not said since `from` that everything it admitted is on disk? */
  isWaitingSince(from: number): boolean {
    return this.some(({ at, waiting }) => at < from || waiting > 0);
  }

  private some(matches: (digest: KeptDigest) => boolean): boolean {
    for (const digest of this.digests.values()) if (matches(digest)) return true;
    return false;
  }
}
