import { Injectable } from '@nestjs/common';
import type { Connection } from './live-connection.js';

/** Far more than are sent away during one handshake. */
const REMEMBERED = 1_000;

/**
 * Who has been sent away of late. A socket between the check of who it is and its place in the round's room is not found there when it is
 * meant: whoever comes in is asked for here.
 */
@Injectable()
export class Partings {
  private count = 0;
  private readonly latest: ((connection: Connection) => boolean)[] = [];

  /** Where the record stands now. */
  get mark(): number {
    return this.count;
  }

  note(isMeant: (connection: Connection) => boolean): void {
    this.count += 1;
    this.latest.push(isMeant);
    if (this.latest.length > REMEMBERED) this.latest.shift();
  }

  /** Is this one of those who have been sent away since `mark`? True too where that is not remembered: who comes again is checked again. */
  haveMeant(connection: Connection, mark: number): boolean {
    const since = this.count - mark;
    if (since > this.latest.length) return true;
    return this.latest.slice(this.latest.length - since).some((isMeant) => isMeant(connection));
  }
}
