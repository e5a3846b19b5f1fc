import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Failure } from '../../lib/api-client';
import type { OwnSeat } from '../../lib/own-seat';
import type { Selection } from '../../ui/question/selection';
import { draftSlot, outboxSlot, selectionIn, storedAnswers, type Draft } from './answer-store';
import { entryAt, type OutboxEntry } from './model/outbox';
import type { PlaySession, PlayState } from './play-session';

export interface Play {
  readonly session: PlaySession;
  readonly seat: OwnSeat;
  readonly state: PlayState;
  readonly personToken: string;
  /** Takes the seat again after the host asked to come in anew. */
  comeBack(): Promise<Failure | null>;
}

export const PlayContext = createContext<Play | null>(null);

/** The round that is played on this page. */
export function usePlay(): Play {
  const play = useContext(PlayContext);
  if (play === null) throw new Error('usePlay outside of a round');
  return play;
}

/** What this phone has sent or selected for a question. */
export function useOwnInput(questionNo: number): { entry: OutboxEntry | null; selection: Selection | null } {
  const { seat } = usePlay();
  const entries = useSyncExternalStore(outboxSlot.subscribe, storedAnswers);
  const draft = useSyncExternalStore(draftSlot.subscribe, draftSlot.read);
  const place = { roundId: seat.roundId, seatNo: seat.seatNo, questionNo };
  return { entry: entryAt(entries, place), selection: isAt(draft, place) ? selectionIn(draft) : null };
}

function isAt(draft: Draft | null, place: Pick<Draft, 'roundId' | 'seatNo' | 'questionNo'>): draft is Draft {
  return (
    draft !== null &&
    draft.roundId === place.roundId &&
    draft.seatNo === place.seatNo &&
    draft.questionNo === place.questionNo
  );
}
