import { Injectable } from '@nestjs/common';
import { Metrics } from '../../platform/metrics/metrics.js';
import { RoundRooms } from './running/round-rooms.service.js';

/** What an operator watches while halls play. */
@Injectable()
export class LiveMetrics {
  private readonly answers;
  private readonly ack;

  constructor(metrics: Metrics, rooms: RoundRooms) {
    this.answers = metrics.counter({
      name: 'answers_total',
      help: 'Answers of live rounds by what they were told: ok, or the code of the refusal.',
      labels: ['reply'],
    });
    this.ack = metrics.histogram({
      name: 'answer_ack_seconds',
      help: 'From the arrival of an answer to its reply, after the commit.',
    });
    metrics.reading({ name: 'rounds', help: 'Rounds in memory by phase.', labels: ['phase'] }, () => {
      const phases = new Map<string, number>();
      for (const { state } of rooms.all()) phases.set(state.phase, (phases.get(state.phase) ?? 0) + 1);
      return [...phases].map(([phase, count]) => [{ phase }, count]);
    });
    metrics.reading({ name: 'seats_online', help: 'Seats of rounds with an open connection.' }, () => [
      [{}, rooms.all().reduce((sum, { ownOnline }) => sum + ownOnline, 0)],
    ]);
  }

  /** Begins an answer; call what it gives with what the answer was told. */
  answerArrived(): (reply: string) => void {
    const end = this.ack.startTimer();
    return (reply) => {
      end();
      this.answers.inc({ reply });
    };
  }
}
