import type { ContestDetail, ContestSummary } from '@anquanli/contract/contest-desk.js';
import { Injectable } from '@nestjs/common';
import { changeableFields } from '../../../domain/contest/fixed-settings.js';
import { stageAt } from '../../../domain/contest/window.js';
import type { Actor } from '../../../domain/identity/actor.js';
import { dayAt } from '../../../domain/shared/zoned-time.js';
import { Clock } from '../../../platform/clock/clock.js';
import { PublicAddress } from '../../../platform/config/public-address.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { type DeskView, DeskScope } from './desk-scope.service.js';

interface Counts {
  readonly people: number;
  readonly attempts: number;
}

/** Contests as the desk lists them. */
@Injectable()
export class ContestList {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly scope: DeskScope,
    private readonly address: PublicAddress,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor): Promise<ContestSummary[]> {
    const views = await this.scope.all(actor);
    return Promise.all(views.map(async (view) => this.summary(view, await this.countsOf(view))));
  }

  async detail(view: DeskView): Promise<ContestDetail> {
    const { contest } = view;
    const now = this.clock.now();
    const hasBegun = contest.isPublished && contest.startsAt <= now;
    return {
      ...this.summary(view, await this.countsOf(view)),
      ...{ settings: contest.settings, version: contest.version, today: dayAt(now, contest.settings.timeZone) },
      changeable: changeableFields(hasBegun, Object.keys(contest.settings)),
      url: `${this.address.origin()}/contests/${contest.id}`,
    };
  }

  private summary({ contest }: DeskView, counts: Counts): ContestSummary {
    const { id, settings, isPublished, createdAt } = contest;
    const { title, firstDay, lastDay } = settings;
    const stage = stageAt(settings, this.clock.now());
    return { id, title, isPublished, stage, firstDay, lastDay, createdAt, ...counts };
  }

  private async countsOf({ contest, unitIds }: DeskView): Promise<Counts> {
    const rows = await this.unitOfWork.read((manager) =>
      manager.query<{ unit_id: string; people: unknown; attempts: unknown }[]>(
        `SELECT unit_id, SUM(people) AS people, SUM(attempts) AS attempts FROM contest_unit_day
         WHERE contest_id = ? GROUP BY unit_id`,
        [contest.id],
      ),
    );
    const seen = rows.filter((row) => unitIds === null || unitIds.has(row.unit_id));
    return {
      people: seen.reduce((sum, { people }) => sum + Number(people), 0),
      attempts: seen.reduce((sum, { attempts }) => sum + Number(attempts), 0),
    };
  }
}
