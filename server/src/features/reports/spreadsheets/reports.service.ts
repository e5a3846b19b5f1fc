import type { Report } from '@anquanli/contract/reports.js';
import { LIMITS, type ReportKind } from '@anquanli/contract/vocabulary.js';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, LessThanOrEqual, type EntityManager } from 'typeorm';
import type { Actor } from '../../../domain/identity/actor.js';
import { accept, refuse, type Result } from '../../../domain/shared/result.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Bus } from '../../../platform/cluster/bus.js';
import { StoredFiles } from '../../../platform/database/stored-files.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Lifecycle } from '../../../platform/lifecycle/lifecycle.js';
import { Log } from '../../../platform/logging/log.js';
import { Random } from '../../../platform/random/random.js';
import { workbookInWorker } from '../../../platform/spreadsheet/workbook-in-worker.js';
import { ContestsApi, type ReportedContest } from '../../contest/contest.api.js';
import { IdentityApi } from '../../identity/identity.api.js';
import { ParticipantsApi } from '../../units/units.api.js';
import { ReportEntity } from '../entities/report.entity.js';
import { ReportMaker } from './report-maker.service.js';
import type { ReportLanguage } from './report-words.js';

/** With all that wait before it none takes longer. */
const MAKING_MAX_MS = 15 * 60_000;

/** A report waiting to be made. */
interface Order {
  readonly id: string;
  readonly contest: ReportedContest;
  readonly kind: ReportKind;
  readonly language: ReportLanguage;
}

/** Spreadsheets: made one after the other in the background, kept, and gone with the names in them. */
@Injectable()
export class Reports implements OnModuleInit {
  private making: Promise<void> = Promise.resolve();
  /** Names emptied since the start: a report that was being written meanwhile is written again. */
  private erasures = 0;
  private isStopping = false;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly files: StoredFiles,
    private readonly contests: ContestsApi,
    private readonly participants: ParticipantsApi,
    private readonly identity: IdentityApi,
    private readonly maker: ReportMaker,
    private readonly bus: Bus,
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly lifecycle: Lifecycle,
    private readonly log: Log,
  ) {}

  async onModuleInit(): Promise<void> {
    this.participants.onErasing((tx, personIds) => this.forget(tx, personIds));
    this.participants.onErased(() => (this.erasures += 1));
    this.contests.onErased((contestId) => this.unitOfWork.run((tx) => this.removeAll(tx, [contestId])));
    this.lifecycle.onStop(() => {
      this.isStopping = true;
      return this.idle();
    });
    // Whoever wrote them is gone; of several processes another may still be writing what is new.
    const before = this.clock.now() - (this.bus.isAlone ? 0 : MAKING_MAX_MS);
    const left = { state: 'making' as const, createdAt: LessThanOrEqual(before) };
    await this.unitOfWork.run((tx) => tx.update(ReportEntity, left, { state: 'failed' }));
  }

  /** Resolves when nothing is being made. */
  idle(): Promise<void> {
    return this.making;
  }

  /** What was made for the whole contest, or for the account's own units. */
  async list(contest: ReportedContest): Promise<Report[]> {
    const rows = await this.unitOfWork.read((manager) =>
      manager.find(ReportEntity, { where: { contestId: contest.id }, order: { createdAt: 'DESC', id: 'DESC' } }),
    );
    const seen = rows.filter((row) => isSeen(contest, row));
    const names = await this.identity.accountName([...new Set(seen.map(({ createdBy }) => createdBy))]);
    return seen.map(({ id, kind, state, percent, rowCount, bytes, createdAt, createdBy, unitId }) => ({
      ...{ id, kind, state, percent, rows: rowCount, bytes, createdAt, byName: names.get(createdBy) ?? null },
      unitName: unitId === null ? null : (contest.tree.get(contest.tree.survivorOf(unitId))?.name ?? null),
    }));
  }

  async make(actor: Actor, contest: ReportedContest, kind: ReportKind, language: ReportLanguage): Promise<Report> {
    const row: ReportEntity = {
      ...{ id: this.random.uuid(), contestId: contest.id, kind, unitId: contest.topId, state: 'making' },
      ...{ percent: 0, rowCount: 0, bytes: 0, createdBy: actor.accountId, createdAt: this.clock.now() },
    };
    await this.unitOfWork.run((tx) => tx.insert(ReportEntity, row));
    const order = { id: row.id, contest, kind, language };
    this.making = this.making.then(() => (this.isStopping ? this.fail(row.id) : this.makeNow(order)));
    const made = (await this.list(contest)).find(({ id }) => id === row.id);
    if (made === undefined) throw new Error('a report that was begun is not listed');
    return made;
  }

  /** Refusal: `not_found`, also while it is being made. */
  async file(contest: ReportedContest, id: string): Promise<Result<{ bytes: Buffer; name: string }>> {
    const row = await this.find(contest, id);
    const bytes = row?.state === 'ready' ? await this.files.get(fileOf(id)) : null;
    if (row === null || bytes === null) return refuse('not_found');
    return accept({ bytes, name: `${contest.settings.title}-${row.kind}.xlsx` });
  }

  async remove(contest: ReportedContest, id: string): Promise<Result<null>> {
    const row = await this.find(contest, id);
    if (row === null) return refuse('not_found');
    await this.unitOfWork.run((tx) => this.removeRows(tx, [id]));
    return accept(null);
  }

  private async makeNow(order: Order): Promise<void> {
    try {
      await this.write(order);
      await this.keepWithinLimit(order.contest.id);
    } catch (err) {
      this.log.error({ err, reportId: order.id }, 'a report could not be made');
      await this.fail(order.id);
    }
  }

  private async write({ id, contest, kind, language }: Order): Promise<void> {
    for (;;) {
      const erasures = this.erasures;
      const sheets = await this.maker.sheets(contest, kind, language, (percent) => this.tell(id, percent));
      await this.tell(id, 85);
      const bytes = await workbookInWorker(sheets);
      if (erasures !== this.erasures) continue;
      await this.files.put(fileOf(id), bytes);
      const rowCount = sheets.reduce((sum, { rows }) => sum + rows.length - 1, 0);
      const ready = { state: 'ready' as const, percent: 100, rowCount, bytes: bytes.byteLength };
      const { affected } = await this.unitOfWork.run((tx) => tx.update(ReportEntity, { id, state: 'making' }, ready));
      // Thrown away, or forgotten with a name in it, while its bytes were being stored.
      if (affected !== 1) await this.unitOfWork.run((tx) => this.files.remove(tx, fileOf(id)));
      return;
    }
  }

  private async tell(id: string, percent: number): Promise<void> {
    await this.unitOfWork.run((tx) => tx.update(ReportEntity, { id, state: 'making' }, { percent }));
  }

  private async fail(id: string): Promise<void> {
    await this.unitOfWork.run((tx) => tx.update(ReportEntity, { id, state: 'making' }, { state: 'failed' }));
  }

  /** The oldest go. */
  private async keepWithinLimit(contestId: string): Promise<void> {
    const rows = await this.unitOfWork.read((manager) =>
      manager.find(ReportEntity, { where: { contestId }, order: { createdAt: 'DESC', id: 'DESC' } }),
    );
    const old = rows.slice(LIMITS.reportsKept).map(({ id }) => id);
    if (old.length > 0) await this.unitOfWork.run((tx) => this.removeRows(tx, old));
  }

  /** Reports with names of these people. */
  private async forget(tx: EntityManager, personIds: readonly string[]): Promise<void> {
    const contestIds = await this.contests.contestsOf(tx, personIds);
    if (contestIds.length > 0) await this.removeAll(tx, contestIds, 'people');
  }

  private async removeAll(tx: EntityManager, contestIds: readonly string[], kind?: ReportKind): Promise<void> {
    const where = { contestId: In([...contestIds]), ...(kind !== undefined && { kind }) };
    const rows = await tx.find(ReportEntity, { where, select: { id: true } });
    await this.removeRows(
      tx,
      rows.map(({ id }) => id),
    );
  }

  private async removeRows(tx: EntityManager, ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      await tx.delete(ReportEntity, { id });
      await this.files.remove(tx, fileOf(id));
    }
  }

  private async find(contest: ReportedContest, id: string): Promise<ReportEntity | null> {
    const row = await this.unitOfWork.read((manager) => manager.findOneBy(ReportEntity, { id, contestId: contest.id }));
    return row !== null && isSeen(contest, row) ? row : null;
  }
}

/** A captain sees what is about the own units, not what is about more. */
function isSeen({ unitIds }: ReportedContest, { unitId }: ReportEntity): boolean {
  return unitIds === null || (unitId !== null && unitIds.has(unitId));
}

function fileOf(id: string): string {
  return `report:${id}`;
}
