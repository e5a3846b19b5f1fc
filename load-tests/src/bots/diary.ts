import type { Standing } from '@anquanli/contract/live';
import type { Choice } from '@anquanli/contract/question';
import type { Phase } from '@anquanli/contract/vocabulary';

/** What one player did and was told about one question. Times are monotonic milliseconds; null = never happened. */
export interface QuestionDiary {
  seenAt: number | null;
  /** Opening instants the phone was told, server time: more than one when the server gave back time after an outage. */
  readonly openings: number[];
  /** The question reached the phone only after its opening instant. */
  isSeenLate: boolean;
  answerId: string | null;
  choice: Choice | null;
  /** Words of the steps of an ordering or the places of a picture that the choice names, by the round's ids. */
  named: Readonly<Record<string, string>> | null;
  /** When the answer that was acknowledged went out first. */
  sentAt: number | null;
  ackedAt: number | null;
  /** As the ack told it, server time. */
  receivedAt: number | null;
  elapsedMs: number | null;
  /** Times the server asked to come again, and how long that word took. */
  readonly deferrals: { readonly code: string; readonly tookMs: number }[];
  /** Every reply to the answer where it was sent from several tabs, as it came. */
  readonly replies: string[];
  /** The verdict on the answer where it was refused for good. */
  refusal: string | null;
  standingAt: number | null;
  standing: Standing | null;
}

export interface PlayerDiary {
  readonly seatNo: number;
  /** By questionNo − 1. */
  readonly questions: QuestionDiary[];
}

export function emptyDiary(seatNo: number, questions: number): PlayerDiary {
  return {
    seatNo,
    questions: Array.from({ length: questions }, () => ({
      seenAt: null,
      openings: [],
      isSeenLate: false,
      answerId: null,
      choice: null,
      named: null,
      sentAt: null,
      ackedAt: null,
      receivedAt: null,
      elapsedMs: null,
      deferrals: [],
      replies: [],
      refusal: null,
      standingAt: null,
      standing: null,
    })),
  };
}

/** Something that every player of a crew reaches once per question (0 = before the first). */
export type Milestone = Phase | 'answered' | 'standing';

/** Counts how many players have reached what, each once. */
export class Milestones {
  private readonly reached = new Map<string, Set<number>>();

  mark(milestone: Milestone, questionNo: number, seatNo: number): void {
    const key = `${milestone}/${questionNo}`;
    const seats = this.reached.get(key);
    if (seats === undefined) this.reached.set(key, new Set([seatNo]));
    else seats.add(seatNo);
  }

  count(milestone: Milestone, questionNo: number): number {
    return this.reached.get(`${milestone}/${questionNo}`)?.size ?? 0;
  }
}

/** What went otherwise than in a quiet hall, summed over a crew. */
export interface Troubles {
  /** Connections that ended without the crew's doing. */
  dropped: number;
  reconnected: number;
  /** Answers that came before the opening instant and were sent again. */
  early: number;
  /** Answers sent again for want of an ack. */
  resent: number;
  /** Times a phone asked for what it must have missed. */
  resynced: number;
  refusals: Record<string, number>;
  /** Frames that do not fit the contract, with what is wrong with them. */
  misfits: string[];
}

export function noTroubles(): Troubles {
  return { dropped: 0, reconnected: 0, early: 0, resent: 0, resynced: 0, refusals: {}, misfits: [] };
}
