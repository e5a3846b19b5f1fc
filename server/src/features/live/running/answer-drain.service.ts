import { setTimeout as pause } from 'node:timers/promises';
import { LIMITS } from '@anquanli/contract/vocabulary';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { AnswerJournal } from '../answers/answer-journal.js';
import type { LiveRoom } from './live-room.js';

const LOOK_AGAIN_MS = 20;

/** Waits before a reveal until the last answers of a closed question are on disk, on whatever node they came in. */
@Injectable()
export class AnswerDrain {
  constructor(
    private readonly journal: AnswerJournal,
    private readonly clock: Clock,
  ) {}

  /** Answers and left selections of the round's question that this node has still to write. */
  waitingIn(room: LiveRoom): number {
    const { phase, questionNo } = room.state;
    const drafts = phase === 'question_closed' ? room.drafts().length : 0;
    return this.journal.depth(room.roundId, questionNo) + drafts;
  }

  /** Lets go of what is kept for a question that is over. */
  letGo(room: LiveRoom): void {
    const { phase, questionNo } = room.state;
    if (phase !== 'question_open' && phase !== 'question_closed') this.journal.forget(room.roundId, questionNo);
  }

  /** Stores the selections that hidden pages have left on this node, once answers are admitted no longer. */
  async keepDrafts(room: LiveRoom): Promise<void> {
    const { questionNo, acceptsUntil } = room.state;
    await this.waitUntil(acceptsUntil ?? 0);
    if (room.state.questionNo === questionNo && room.state.phase === 'question_closed')
      await this.storeDrafts(room, questionNo);
  }

  /**
   * Resolves when answers are admitted no longer, the journal of the question has been empty for a moment, and selections
   * that hidden pages left behind are stored. From the end of admission on it waits 3 s at most; not at all when everybody in the
   * round has answered, for then nothing can come any more.
   */
  async of(room: LiveRoom): Promise<void> {
    const { roundId } = room;
    const { questionNo, acceptsUntil } = room.state;
    while (!room.hasEverySeatAnswered() && this.clock.now() < (acceptsUntil ?? 0)) await pause(LOOK_AGAIN_MS);
    await this.storeDrafts(room, questionNo);
    const deadline = this.clock.now() + LIMITS.drainMaxMs;
    let quietSince = this.clock.now();
    while (this.clock.now() < deadline && !room.hasEverySeatAnswered()) {
      const isWaiting = this.journal.depth(roundId, questionNo) > 0 || room.peers.isWaitingSince(acceptsUntil ?? 0);
      if (isWaiting) quietSince = this.clock.now();
      if (this.clock.now() - quietSince >= LIMITS.drainQuietMs) break;
      await pause(LOOK_AGAIN_MS);
    }
    this.journal.forget(roundId, questionNo);
  }

  private async waitUntil(instant: number): Promise<void> {
    const ms = instant - this.clock.now();
    if (ms > 0) await pause(ms);
  }

  /** A draft counts as handed in at the closing instant. Who has answered is left alone: the key of the table decides. */
  private async storeDrafts(room: LiveRoom, questionNo: number): Promise<void> {
    const { closesAt, opensAt, limitMs } = room.state;
    const receivedAt = closesAt ?? this.clock.now();
    const elapsedMs = Math.min(limitMs ?? Infinity, Math.max(0, receivedAt - (opensAt ?? receivedAt)));
    await Promise.all(
      room.drafts().map(async ([seatNo, draft]) => {
        const fate = await this.journal.append(room.roundId, questionNo, {
          seatNo,
          answerId: draft.answerId,
          choice: JSON.stringify(draft.choice),
          receivedAt,
          elapsedMs,
          rttMs: null,
          isDraft: true,
        });
        // Only now: when the database is away the draft stays for the next try.
        if (room.state.questionNo !== questionNo) return;
        if (fate.kind === 'stored') room.noteAnswered(seatNo, draft.choice);
        else room.setDraft(seatNo, null);
      }),
    );
  }
}
