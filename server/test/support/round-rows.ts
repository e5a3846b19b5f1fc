import { randomBytes, randomUUID } from 'node:crypto';
import { LiveRoundEntity } from '../../src/features/live/entities/live-round.entity.js';
import type { StoredAnswer } from '../../src/features/live/answers/answer-writer.js';
import { someSettings } from './play.js';

const NOON = Date.UTC(2026, 5, 16, 4);

/** A round's row with every default: question 1 is open. */
export function aRoundRow(changes: Partial<LiveRoundEntity> = {}): LiveRoundEntity {
  return Object.assign(new LiveRoundEntity(), {
    id: randomUUID(),
    ownerId: randomUUID(),
    settings: someSettings(),
    seed: '0',
    version: 1,
    phase: 'question_open',
    questionNo: 1,
    questionCount: 3,
    opensAt: NOON,
    closesAt: NOON + 20_000,
    acceptsUntil: null,
    limitMs: 20_000,
    phaseSince: NOON,
    autopilot: 'off',
    autopilotFrom: NOON,
    isLobbyLocked: false,
    isRehearsal: false,
    pin: null,
    joinToken: randomBytes(8).toString('hex'),
    stageCode: randomBytes(4).toString('hex'),
    joinOrigin: null,
    seatsTaken: 0,
    answersWritten: 0,
    aliveAt: NOON,
    createdAt: NOON,
    finishedAt: null,
    deletesAt: null,
    ...changes,
  } satisfies LiveRoundEntity);
}

/** A stored answer with every default and an id of its own. */
export function anAnswer(seatNo: number, changes: Partial<StoredAnswer> = {}): StoredAnswer {
  return {
    seatNo,
    answerId: randomBytes(16).toString('hex'),
    choice: '{"kind":"single","option":"a"}',
    receivedAt: NOON + 1_000 + seatNo,
    elapsedMs: 1_000 + seatNo,
    rttMs: 12,
    isDraft: false,
    ...changes,
  };
}
