import type { OwnAnswer } from '@anquanli/contract/live';
import type { Choice } from '@anquanli/contract/question';
import { Injectable } from '@nestjs/common';
import { admitAnswer } from '../../../domain/live-round/answer.js';
import { keptChoice } from '../../../domain/question/kept-choice.js';
import { isChoiceFor } from '../../../domain/question/question.js';
import { accept, refuse, type Result } from '../../../domain/shared/result.js';
import { isDatabaseAway } from '../../../platform/database/database-errors.js';
import { Clock } from '../../../platform/clock/clock.js';
import { LiveMetrics } from '../live-metrics.service.js';
import { AnswerJournal } from './answer-journal.js';
import { AnswerWriter, type StoredAnswer } from './answer-writer.js';
import type { LiveRoom } from '../running/live-room.js';
import { RoundClock } from '../running/round-clock.service.js';
import { RoundRooms } from '../running/round-rooms.service.js';

export interface SubmittedAnswer {
  readonly questionNo: number;
  readonly answerId: string;
  readonly choice: Choice;
  readonly rttMs: number | null;
}

const SEND_AGAIN = { retryAfterMs: 1_000 };

type Acknowledged = Pick<OwnAnswer, 'answerId' | 'questionNo' | 'receivedAt'> & { elapsedMs: number };

/** Answers on their way from a phone to the disk. */
@Injectable()
export class RoundPlayService {
  constructor(
    private readonly rooms: RoundRooms,
    private readonly journal: AnswerJournal,
    private readonly writer: AnswerWriter,
    private readonly roundClock: RoundClock,
    private readonly clock: Clock,
    private readonly metrics: LiveMetrics,
  ) {}

  /** Resolves after the commit. An answerId that is stored already gets its first reply, in any phase. */
  async submit(roundId: string, seatNo: number, answer: SubmittedAnswer): Promise<Result<Acknowledged>> {
    const receivedAt = this.clock.now();
    const told = this.metrics.answerArrived();
    const result = await this.judge(roundId, seatNo, answer, receivedAt);
    told(result.ok ? 'ok' : result.code);
    return result;
  }

  private async judge(
    roundId: string,
    seatNo: number,
    answer: SubmittedAnswer,
    receivedAt: number,
  ): Promise<Result<Acknowledged>> {
    const room = await this.rooms.open(roundId);
    if (!room) return refuse('not_found');
    let admission = admitAnswer(room.state, answer.questionNo, receivedAt);
    // Another node may have moved the round, and its word is still on the way here.
    if (!admission.ok && admission.code !== 'not_open_yet' && (await this.rooms.catchUp(room)))
      admission = admitAnswer(room.state, answer.questionNo, receivedAt);
    if (!admission.ok) return this.firstReplyOr(room, seatNo, answer, admission);
    // The time lost is about to be given back: counted now, the outage would be this person's thinking time.
    if (this.roundClock.isOutage(room))
      return this.firstReplyOr(room, seatNo, answer, refuse('server_busy', SEND_AGAIN));
    const choice = possibleChoice(room, answer.questionNo, answer.choice);
    if (!choice) return refuse('choice_invalid', { path: 'choice' });
    return this.store(
      room,
      { ...answer, choice },
      {
        seatNo,
        answerId: answer.answerId,
        choice: JSON.stringify(choice),
        receivedAt,
        elapsedMs: Math.round(admission.value.elapsedMs),
        rttMs: answer.rttMs,
        isDraft: false,
      },
    );
  }

  /** Keeps the selection of a page that is about to be hidden. */
  async draft(
    roundId: string,
    seatNo: number,
    draft: { questionNo: number; answerId: string; choice: Choice | null },
  ): Promise<Result<Record<string, never>>> {
    const room = await this.rooms.open(roundId);
    if (!room) return refuse('not_found');
    const admission = admitAnswer(room.state, draft.questionNo, this.clock.now());
    if (!admission.ok) return admission;
    const choice = draft.choice === null ? null : possibleChoice(room, draft.questionNo, draft.choice);
    if (choice === null && draft.choice !== null) return refuse('choice_invalid', { path: 'choice' });
    room.setDraft(seatNo, choice === null ? null : { answerId: draft.answerId, choice });
    return accept({});
  }

  private async store(room: LiveRoom, answer: SubmittedAnswer, row: StoredAnswer): Promise<Result<Acknowledged>> {
    try {
      const fate = await this.journal.append(room.roundId, answer.questionNo, row);
      if (fate.kind === 'fenced') return refuse('answer_late');
      if (fate.kind === 'known') return replyTo(answer, fate.answer);
      room.pulse.noteCommitted(this.clock.now());
      if (room.state.questionNo === answer.questionNo) room.noteAnswered(row.seatNo, answer.choice);
      this.roundClock.considerEarlyClose(room);
      return replyTo(answer, fate.answer);
    } catch (error) {
      return askAgainOrThrow(error);
    }
  }

  private async firstReplyOr(
    room: LiveRoom,
    seatNo: number,
    answer: SubmittedAnswer,
    refusal: Result<never>,
  ): Promise<Result<Acknowledged>> {
    try {
      const [known] = await this.writer.find(room.roundId, answer.questionNo, [seatNo]);
      if (known?.answerId === answer.answerId) return replyTo(answer, known);
      // Late only by an outage whose time is about to be given back: no verdict before that.
      return this.roundClock.isOutage(room) ? refuse('server_busy', SEND_AGAIN) : refusal;
    } catch (error) {
      return askAgainOrThrow(error);
    }
  }
}

/** The phone keeps the answer and sends it again; the journal has already been patient. */
function askAgainOrThrow(error: unknown): Result<never> {
  if (isDatabaseAway(error)) return refuse('server_busy', SEND_AGAIN);
  throw error;
}

function replyTo(answer: SubmittedAnswer, stored: StoredAnswer): Result<Acknowledged> {
  if (stored.answerId !== answer.answerId) return refuse('already_answered');
  const { answerId, receivedAt, elapsedMs } = stored;
  return accept({ answerId, questionNo: answer.questionNo, receivedAt, elapsedMs });
}

/** The choice as it is kept; null when nobody can choose it. */
function possibleChoice(room: LiveRoom, questionNo: number, choice: Choice): Choice | null {
  const question = room.loaded.questions[questionNo - 1];
  return question && isChoiceFor(question, choice) ? keptChoice(choice, question.form) : null;
}
