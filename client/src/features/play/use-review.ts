import { useEffect, useState } from 'react';
import { joinRoutes } from '@anquanli/contract/join';
import { call, type Failure } from '../../lib/api-client';
import type { ReviewItem } from './model/review';
import { usePlay } from './play-context';

export interface ReviewState {
  /** null while loading or after a failure. */
  readonly questions: readonly ReviewItem[] | null;
  readonly failure: Failure | null;
  retry(): void;
}

/** Fetches every revealed question with the own answer; once more whenever the round's version moves (a question voided late). */
export function useReview(): ReviewState {
  const { seat, personToken, state } = usePlay();
  const [questions, setQuestions] = useState<readonly ReviewItem[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [attempt, setAttempt] = useState(0);
  const version = state.snapshot.shared?.version;

  useEffect(() => {
    let isCurrent = true;
    void call(joinRoutes.review, { params: { roundId: seat.roundId }, token: personToken }).then((reply) => {
      if (!isCurrent) return;
      if (reply.ok) setQuestions(reply.value.questions);
      setFailure(reply.ok ? null : reply);
    });
    return () => {
      isCurrent = false;
    };
  }, [seat.roundId, personToken, version, attempt]);

  return { questions, failure, retry: () => setAttempt((before) => before + 1) };
}
