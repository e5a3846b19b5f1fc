import type { RoundSummary } from '@anquanli/contract/rounds';

/** What a round in the list leads to first, and what else can be done with it. */
export interface RoundOffers {
  readonly main: 'run' | 'resume' | 'results';
  readonly canEdit: boolean;
  readonly canRehearse: boolean;
  readonly hasResults: boolean;
}

/** Which offers fit the phase: a round in the lobby can still be changed, a started one has results. */
export function offersFor(round: Pick<RoundSummary, 'phase' | 'questionNo'>): RoundOffers {
  const isOver = round.phase === 'finished' || round.phase === 'aborted';
  const isUntouched = round.phase === 'lobby' && round.questionNo === 0;
  return {
    main: isOver ? 'results' : isUntouched ? 'run' : 'resume',
    canEdit: isUntouched,
    canRehearse: !isOver || round.phase === 'finished',
    hasResults: !isUntouched,
  };
}

/** "428613" → "428 613". */
export function spacedPin(pin: string): string {
  return `${pin.slice(0, 3)} ${pin.slice(3)}`;
}
