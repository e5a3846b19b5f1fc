import { useCallback, useState } from 'react';
import { bankRoutes, type BlindAnswer, type DeskQuestion, type StatusChange } from '@anquanli/contract/bank';
import { call } from '../../../lib/api-client';
import { useLoaded, useOrder } from '../../../lib/use-call';

export interface Revealed {
  readonly agrees: boolean;
  readonly desk: DeskQuestion;
}

/** The queue: one question at a time, answered before it is seen whole, then judged. */
export function useReviewQueue(setId: string, only: string | null) {
  const [after, setAfter] = useState<string | null>(null);
  // The same question may come again when it is the only one: each turn is a new one.
  const [turn, setTurn] = useState(0);
  const [revealed, setRevealed] = useState<Revealed | null>(null);
  const order = useOrder();
  const queue = useLoaded(
    useCallback(() => {
      void turn;
      const query = { ...(after === null ? {} : { after }), ...(only === null ? {} : { only }) };
      return call(bankRoutes.nextReview, { params: { setId }, query });
    }, [setId, only, after, turn]),
  );
  const question = queue.value?.question ?? null;
  const desk = revealed?.desk ?? null;

  function next() {
    setRevealed(null);
    order.clear();
    if (question !== null) setAfter(question.id);
    setTurn(turn + 1);
  }

  async function answer(given: BlindAnswer) {
    if (question === null) return;
    const { id: questionId, version } = question;
    const reply = await order.give(() =>
      call(bankRoutes.answerBlind, { params: { setId, questionId }, body: { version, answer: given } }),
    );
    if (reply !== null) setRevealed(reply);
  }

  async function checkSource(agrees: boolean, note: string) {
    if (revealed === null || desk === null) return;
    const params = { setId, questionId: desk.question.id };
    const told = note.trim() === '' ? {} : { note: note.trim() };
    const checked = await order.give(() =>
      call(bankRoutes.checkSource, { params, body: { version: desk.version, agrees, ...told } }),
    );
    if (checked !== null) setRevealed({ ...revealed, desk: checked });
  }

  /** Judges the question and goes on to the next; false when it was refused. */
  async function judge(change: StatusChange): Promise<boolean> {
    if (desk === null) return false;
    const params = { setId, questionId: desk.question.id };
    const moved = await order.give(() =>
      call(bankRoutes.moveQuestion, { params, body: { version: desk.version, change } }),
    );
    if (moved !== null) next();
    return moved !== null;
  }

  return {
    queue,
    question,
    waiting: queue.value?.waiting ?? 0,
    turn,
    revealed,
    order,
    answer,
    checkSource,
    judge,
    next,
  };
}
export type ReviewQueue = ReturnType<typeof useReviewQueue>;
