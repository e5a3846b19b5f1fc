/**
 * Periodic work that is done once for the whole system, however many processes it has: sweeps, tallies, bulletins. With one process it is
 * always its own.
 */
export abstract class Duty {
  abstract readonly isMine: boolean;
}

export class OwnDuty extends Duty {
  readonly isMine = true;
}
