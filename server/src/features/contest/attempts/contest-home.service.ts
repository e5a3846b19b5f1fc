import type { ContestCard, ContestHome } from '@anquanli/contract/contest.js';
import { Injectable } from '@nestjs/common';
import { isPassed } from '../../../domain/contest/points.js';
import { admitStart, stageAt } from '../../../domain/contest/window.js';
import { dayAt } from '../../../domain/shared/zoned-time.js';
import { Clock } from '../../../platform/clock/clock.js';
import { StandingService } from '../boards/standing.service.js';
import { Certificates } from '../certificates/certificates.service.js';
import { ContestPulse } from '../clock/contest-pulse.service.js';
import { paperLength } from '../contests.repository.js';
import type { ContestEntity } from '../entities/contest.entity.js';
import { type AttemptOwner, AttemptsRepository } from './attempts.repository.js';
import type { Visitor } from './contest-door.service.js';
import { Notebook } from './notebook.service.js';
import { isOver } from '../../../domain/contest/limit.js';
import { Settler } from './settler.service.js';

/** The contest's page of one person. */
@Injectable()
export class ContestHomeService {
  constructor(
    private readonly attempts: AttemptsRepository,
    private readonly settler: Settler,
    private readonly notebook: Notebook,
    private readonly standings: StandingService,
    private readonly certificates: Certificates,
    private readonly pulse: ContestPulse,
    private readonly clock: Clock,
  ) {}

  async of(visitor: Visitor): Promise<ContestHome> {
    const { contest, person, tree } = visitor;
    const { settings } = contest;
    const owner = { contestId: contest.id, personId: person.personId };
    const open = await this.openOf(owner);
    const now = this.clock.now();
    const today = dayAt(now, settings.timeZone);
    return {
      ...cardOf(contest, now),
      ...{ timeZone: settings.timeZone, today, serverNow: now, hours: settings.hours },
      ...{ questions: paperLength(settings), limitSeconds: settings.limitSeconds },
      ...{ attemptsADay: settings.attemptsADay, explains: settings.feedback, passPercent: settings.passPercent },
      person: {
        name: person.name,
        unitName: tree.get(tree.survivorOf(person.unitId))?.name ?? '',
        employeeNo: person.employeeNo,
      },
      needsEmployeeNo: settings.asksEmployeeNo && person.employeeNo === null,
      attemptsLeft: await this.attemptsLeft(contest, owner, now),
      open,
      daysDone: await this.attempts.daysDone(owner),
      practice: settings.practice && {
        perDay: settings.practice.perDay,
        doneToday: await this.attempts.countOn(owner, 'practice', today),
      },
      missed: await this.notebook.count(owner),
      boards: settings.boards,
      hasCertificate: settings.hasCertificate,
      isCertificateEarned: settings.hasCertificate && (await this.isEarned(contest, owner)),
      standing: await this.standings.of(visitor),
    };
  }

  /** The counting attempt first. One whose time is over is settled by being asked for. */
  private async openOf(owner: AttemptOwner): Promise<ContestHome['open']> {
    const open = (await this.attempts.openOf(owner)).sort((a) => (a.kind === 'counting' ? -1 : 1));
    for (const attempt of open) {
      const deadlineAt = await this.pulse.deadlineOf(attempt);
      if (!isOver(deadlineAt, this.clock.now())) return { attemptId: attempt.id, kind: attempt.kind, deadlineAt };
      await this.settler.settle(attempt, 'time');
    }
    return null;
  }

  private async attemptsLeft({ settings }: ContestEntity, owner: AttemptOwner, now: number): Promise<number> {
    const admitted = admitStart(settings, now);
    if (!admitted.ok) return 0;
    const done = await this.attempts.countOn(owner, 'counting', admitted.value.day);
    return Math.max(0, settings.attemptsADay - done);
  }

  private async isEarned({ settings }: ContestEntity, owner: AttemptOwner): Promise<boolean> {
    const best = await this.certificates.bestOf(owner);
    return best !== null && isPassed(settings.passPercent, best.right, best.asked);
  }
}

export function cardOf({ id, settings }: ContestEntity, at: number): ContestCard {
  const { title, firstDay, lastDay } = settings;
  return { contestId: id, title, stage: stageAt(settings, at), firstDay, lastDay };
}
