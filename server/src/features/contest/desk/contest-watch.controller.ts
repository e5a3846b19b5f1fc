import { contestDeskRoutes as routes } from '@anquanli/contract/contest-desk.js';
import type { InputOf } from '@anquanli/contract/exchange.js';
import { Controller } from '@nestjs/common';
import type { Actor } from '../../../domain/identity/actor.js';
import { valueOf } from '../../../platform/errors/refusal-error.js';
import { Handles } from '../../../platform/http/handles.js';
import { CurrentActor, Input } from '../../../platform/http/parameters.js';
import { UnitBoards } from '../boards/unit-boards.service.js';
import { ContestLog } from '../contest-log.service.js';
import { ContestJudge } from './contest-judge.service.js';
import { ContestPeople } from './contest-people.service.js';
import { DashboardService } from './dashboard.service.js';
import { DeskScope } from './desk-scope.service.js';

/** A contest is watched and judged here. */
@Controller()
export class ContestWatchController {
  constructor(
    private readonly scope: DeskScope,
    private readonly dashboards: DashboardService,
    private readonly boards: UnitBoards,
    private readonly people: ContestPeople,
    private readonly judgements: ContestJudge,
    private readonly log: ContestLog,
  ) {}

  @Handles(routes.dashboard)
  async dashboard(@Input() { params }: InputOf<typeof routes.dashboard>, @CurrentActor() actor: Actor) {
    return this.dashboards.of(await this.view(actor, params.contestId));
  }

  @Handles(routes.units)
  async units(@Input() { params }: InputOf<typeof routes.units>, @CurrentActor() actor: Actor) {
    return { units: await this.dashboards.unitsOf(await this.view(actor, params.contestId)) };
  }

  @Handles(routes.unitBoard)
  async unitBoard(@Input() { params, query }: InputOf<typeof routes.unitBoard>, @CurrentActor() actor: Actor) {
    const { contest } = await this.view(actor, params.contestId);
    return this.boards.page(contest, params.board, {
      ...(query.measure !== undefined && { measure: query.measure }),
      ...{ offset: Number(query.offset ?? 0), unitId: null },
    });
  }

  @Handles(routes.people)
  async list(@Input() { params, query }: InputOf<typeof routes.people>, @CurrentActor() actor: Actor) {
    const { unitId, search, offset } = query;
    return this.people.list(await this.view(actor, params.contestId), {
      ...{ unitId, search, offset: Number(offset ?? 0) },
    });
  }

  @Handles(routes.attemptsOf)
  async attemptsOf(@Input() { params }: InputOf<typeof routes.attemptsOf>, @CurrentActor() actor: Actor) {
    return { attempts: await this.people.attemptsOf(await this.view(actor, params.contestId), params.personId) };
  }

  @Handles(routes.findings)
  async findings(@Input() { params }: InputOf<typeof routes.findings>, @CurrentActor() actor: Actor) {
    return { attempts: await this.people.findings(await this.view(actor, params.contestId)) };
  }

  @Handles(routes.judge)
  async judge(@Input() { params, body }: InputOf<typeof routes.judge>, @CurrentActor() actor: Actor) {
    const attempt = valueOf(await this.judgements.judge(actor, params.attemptId, body.isRemoved, body.reason));
    return this.people.one(await this.view(actor, attempt.contestId), attempt);
  }

  @Handles(routes.giveBack)
  async giveBack(@Input() { params, body }: InputOf<typeof routes.giveBack>, @CurrentActor() actor: Actor) {
    const attempt = valueOf(await this.judgements.giveBack(actor, params.attemptId, body.reason));
    return this.people.one(await this.view(actor, attempt.contestId), attempt);
  }

  @Handles(routes.log)
  async history(@Input() { params }: InputOf<typeof routes.log>, @CurrentActor() actor: Actor) {
    const { contest } = await this.view(actor, params.contestId);
    return { lines: await this.log.of(contest.id) };
  }

  private async view(actor: Actor, contestId: string) {
    return valueOf(await this.scope.view(actor, contestId));
  }
}
