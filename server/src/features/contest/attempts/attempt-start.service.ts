import { createHash } from 'node:crypto';
import type { AttemptKind } from '@anquanli/contract/vocabulary.js';
import { LIMITS } from '@anquanli/contract/vocabulary.js';
import { Injectable } from '@nestjs/common';
import { isOver } from '../../../domain/contest/limit.js';
import { admitStart } from '../../../domain/contest/window.js';
import { accept, refuse, type Result } from '../../../domain/shared/result.js';
import { dayAt, instantOf } from '../../../domain/shared/zoned-time.js';
import { Clock } from '../../../platform/clock/clock.js';
import { insertRows } from '../../../platform/database/rows.js';
import { SharedTransaction } from '../../../platform/database/shared-transaction.js';
import { Random } from '../../../platform/random/random.js';
import { ContestPulse } from '../clock/contest-pulse.service.js';
import { ContestUnits } from '../contest-units.service.js';
import { ContestAttemptEntity } from '../entities/contest-attempt.entity.js';
import type { ContestEntity } from '../entities/contest.entity.js';
import { ScoreKeeper } from '../scores/score-keeper.service.js';
import { type AttemptOwner, AttemptsRepository, isOf } from './attempts.repository.js';
import { ContestDoor, type Visitor } from './contest-door.service.js';
import { Notebook } from './notebook.service.js';
import type { PaperLine } from './paper-line.js';
import { Papers } from './papers.service.js';
import { Settler } from './settler.service.js';

const BATCH = 50;

/** What an attempt is begun with. */
interface Beginning {
  readonly kind: AttemptKind;
  readonly day: string;
  readonly seed: string;
  readonly paper: PaperLine[];
  readonly startedAt: number;
  readonly dueAt: number;
  readonly device: string;
  readonly slots: number;
}

interface Asked {
  readonly visitor: Visitor;
  readonly beginning: Beginning;
}

/** Begins attempts. */
@Injectable()
export class AttemptStart {
  private readonly beginnings = new SharedTransaction<Asked, Result<ContestAttemptEntity>>(
    (asked) => this.beginAll(asked),
    BATCH,
  );

  constructor(
    private readonly door: ContestDoor,
    private readonly attempts: AttemptsRepository,
    private readonly papers: Papers,
    private readonly notebook: Notebook,
    private readonly keeper: ScoreKeeper,
    private readonly settler: Settler,
    private readonly pulse: ContestPulse,
    private readonly units: ContestUnits,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  /** A new attempt, or the open one of that kind. */
  async start(
    personToken: string,
    contestId: string,
    kind: AttemptKind,
    deviceId: string,
  ): Promise<Result<ContestAttemptEntity>> {
    const visit = await this.door.visit(personToken, contestId);
    if (!visit.ok) return visit;
    const { contest, person } = visit.value;
    const running = await this.runningOne(contestId, person.personId, kind);
    if (running !== null) return accept(running);
    const day = this.admitDay(contest, visit.value, kind);
    if (!day.ok) return day;
    const seed = this.random.seed();
    const paper = await this.paperFor(visit.value, kind, seed);
    if (!paper.ok) return paper;
    if (kind === 'counting' && contest.frozenAt === null) await this.units.freeze(contest);
    const startedAt = this.clock.now();
    const beginning = {
      ...{ kind, day: day.value, seed, paper: paper.value, startedAt },
      dueAt: dueAt(contest, kind, day.value, startedAt),
      device: fingerprintOf(deviceId),
      slots: slotsOf(contest, kind),
    };
    return this.beginnings.add({ visitor: visit.value, beginning });
  }

  /** One that is over is settled, so that the next may begin. */
  private async runningOne(contestId: string, personId: string, kind: AttemptKind) {
    const open = await this.attempts.openOf({ contestId, personId });
    const own = open.find((each) => each.kind === kind);
    if (own === undefined) return null;
    if (!isOver(await this.pulse.deadlineOf(own), this.clock.now())) return own;
    await this.settler.settle(own, 'time');
    return null;
  }

  private admitDay({ settings }: ContestEntity, { person }: Visitor, kind: AttemptKind): Result<string> {
    const now = this.clock.now();
    if (kind !== 'counting') {
      if (settings.practice === null) return refuse('contest_not_open');
      return accept(dayAt(now, settings.timeZone));
    }
    if (settings.asksEmployeeNo && person.employeeNo === null) return refuse('employee_no_needed');
    const admitted = admitStart(settings, now);
    return admitted.ok ? accept(admitted.value.day) : admitted;
  }

  private async paperFor({ contest, person }: Visitor, kind: AttemptKind, seed: string): Promise<Result<PaperLine[]>> {
    const owner = { contestId: contest.id, personId: person.personId };
    if (kind !== 'notebook') {
      return this.papers.draw(contest.settings, seed, await this.attempts.recentQuestions(owner));
    }
    const keys = await this.notebook.open(owner, LIMITS.notebookPaper);
    const lines = await this.papers.askable(contest.settings.sets, keys);
    return lines.length === 0 ? refuse('nothing_missed') : accept(lines);
  }

  private beginAll(asked: readonly Asked[]): Promise<Result<ContestAttemptEntity>[]> {
    const owners = asked.map(({ visitor: { contest, person } }) => ({ contest, ...person }));
    const keys = asked.map(({ visitor }) => ownerOf(visitor));
    const days = [...new Set(asked.map(({ beginning }) => beginning.day))];
    return this.keeper.hold(owners, async (tx) => {
      // A second tab waits for the first one's commit, or comes with it, and finds what it has begun.
      const there = await this.attempts.takenIn(tx, keys, days);
      const begun: ContestAttemptEntity[] = [];
      const started = asked.map((each) => {
        const own = [...there, ...begun].filter((row) => isOf(row, ownerOf(each.visitor)));
        const attempt = this.begin(each, own);
        if (attempt.ok && !own.includes(attempt.value)) begun.push(attempt.value);
        return attempt;
      });
      await insertRows(tx, ContestAttemptEntity, begun);
      return started;
    });
  }

  /** `own` = the person's open attempts, and those of the day. */
  private begin({ visitor, beginning }: Asked, own: readonly ContestAttemptEntity[]): Result<ContestAttemptEntity> {
    const { slots, ...begun } = beginning;
    const alike = own.filter(({ kind }) => kind === begun.kind);
    const open = alike.find(({ state }) => state === 'open');
    if (open !== undefined) return accept(open);
    const taken = alike.filter(({ day }) => day === begun.day).map(({ slot }) => slot);
    if (taken.length >= slots) return refuse('no_attempts_left');
    const slot = Array.from({ length: slots }, (_, index) => index).find((each) => !taken.includes(each)) ?? 0;
    return accept({
      ...{ id: this.random.uuid(), ...ownerOf(visitor), unitId: visitor.person.unitId, slot, state: 'open', ...begun },
      ...{ saves: 0, settledAt: null, settledBy: null, answered: 0, rightCount: 0, asked: begun.paper.length },
      ...{ points: 0, timeMs: 0, isFast: false, removedReason: null, isTallied: false, isTallyDue: false },
    });
  }
}

function ownerOf({ contest, person }: Visitor): AttemptOwner {
  return { contestId: contest.id, personId: person.personId };
}

/** A notebook may be opened as often as it has something in it. */
function slotsOf({ settings }: ContestEntity, kind: AttemptKind): number {
  if (kind === 'counting') return settings.attemptsADay;
  return kind === 'practice' ? (settings.practice?.perDay ?? 0) : 500;
}

/** Without a limit a paper is over with the day it was begun on. */
function dueAt({ settings }: ContestEntity, kind: AttemptKind, day: string, startedAt: number): number {
  if (kind !== 'counting') return startedAt + LIMITS.practiceMs;
  if (settings.limitSeconds !== null) return startedAt + settings.limitSeconds * 1_000;
  return instantOf(day, 1_440, settings.timeZone);
}

/** Tells phones apart without keeping what they sent. */
function fingerprintOf(deviceId: string): string {
  return createHash('sha256').update(deviceId).digest('hex').slice(0, 32);
}
