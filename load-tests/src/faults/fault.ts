import type { ErrorCode } from '@anquanli/contract/vocabulary';
import type { Swarm } from '../bots/swarm.js';
import type { ProductHost } from '../round/product-host.js';
import type { Cable } from '../server/cable.js';
import type { ProductServer, Target } from '../server/product-server.js';

/** Something that goes wrong in a hall, and what is promised all the same. */
export interface Fault {
  /** As `--fault` takes it. */
  readonly name: string;
  /** A sentence for the table. */
  readonly what: string;
  /** Where it can be shown, the usual place first. */
  readonly targets: readonly [Target, ...Target[]];
  /** After the opening of the struck question (negative: while people get ready), or when its results are shown. */
  readonly strikes: { readonly at: 'open'; readonly afterMs: number } | { readonly at: 'reveal' };
  readonly promises: FaultPromises;
  /** Time limit of the questions, and within which time of it everybody answers; the usual ones when left out. */
  readonly hall?: { readonly seconds: number; readonly answerWithinMs: number };
  /** What it needs of the field beside the ordinary. */
  readonly needs?: { readonly isOnSmallDisk?: boolean; readonly cableFor?: 'everybody' | 'some phones' | 'the host' };
  /** Strikes, and mends what is to be mended. */
  strike(field: FaultField): Promise<Struck>;
}

export interface FaultPromises {
  /** Every phone and the host show what the rows say so long after the fault is over, without anybody's doing. */
  readonly backWithinMs: number;
  /** The question moves as a whole by the time in which nobody could answer. */
  readonly isTimeGivenBack: boolean;
  /** What a phone is told whose answer cannot be taken now; everything else is a broken promise. Null: such a word is not wanted. */
  readonly told: { readonly code: ErrorCode; readonly isSure: boolean } | null;
}

/** The hall in which it happens. */
export interface FaultField {
  readonly server: ProductServer;
  readonly roundId: string;
  readonly swarm: Swarm;
  readonly host: ProductHost;
  readonly cable: Cable;
  /** The organiser opens the page on another device and signs in there. */
  openConsole(): Promise<ProductHost>;
}

/** From when to when nobody could answer, monotonic ms. */
export interface Struck {
  readonly from: number;
  readonly to: number;
  /** Who leads the round from now on, where it is another. */
  readonly host?: ProductHost;
}
