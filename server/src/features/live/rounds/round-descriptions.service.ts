import type { RoundDetail, RoundSummary } from '@anquanli/contract/rounds';
import { Injectable } from '@nestjs/common';
import { marks } from '../../../platform/database/rows.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { IdentityApi } from '../../identity/identity.api.js';
import type { LiveRoundEntity } from '../entities/live-round.entity.js';

/** Rounds in the words of the wire. */
@Injectable()
export class RoundDescriptions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly identity: IdentityApi,
  ) {}

  async summaries(rows: readonly LiveRoundEntity[]): Promise<RoundSummary[]> {
    const owners = await this.identity.accountName([...new Set(rows.map((row) => row.ownerId))]);
    const people = await this.peopleOf(rows.map((row) => row.id));
    return rows.map((row) => ({
      id: row.id,
      title: row.settings.title,
      phase: row.phase,
      questionNo: row.questionNo,
      questionCount: row.questionCount,
      people: people.get(row.id) ?? 0,
      pin: row.pin,
      ownerName: owners.get(row.ownerId) ?? '',
      createdAt: row.createdAt,
      finishedAt: row.finishedAt,
    }));
  }

  async detail(row: LiveRoundEntity): Promise<RoundDetail> {
    const [summary] = await this.summaries([row]);
    if (!summary) throw new Error(`round ${row.id} has no summary`);
    return { ...summary, settings: row.settings, stageCode: row.stageCode, deletesAt: row.deletesAt };
  }

  private async peopleOf(roundIds: readonly string[]): Promise<Map<string, number>> {
    if (roundIds.length === 0) return new Map();
    const rows: { round_id: string; n: number | string }[] = await this.unitOfWork.read((manager) =>
      manager.query(
        `SELECT round_id, COUNT(*) AS n FROM live_seat
         WHERE status = 'active' AND round_id IN (${marks(roundIds)}) GROUP BY round_id`,
        [...roundIds],
      ),
    );
    return new Map(rows.map((row) => [row.round_id, Number(row.n)]));
  }
}
