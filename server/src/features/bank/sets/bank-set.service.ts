import type { BankRelease, BankSet, SetDescription } from '@anquanli/contract/bank.js';
import { compareVersions } from '@anquanli/question-bank/version.js';
import { Injectable } from '@nestjs/common';
import { accept, refuse, type Result } from '../../../domain/shared/result.js';
import { Clock } from '../../../platform/clock/clock.js';
import { isDuplicateKey } from '../../../platform/database/database-errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Random } from '../../../platform/random/random.js';
import { ReleasesApi, type ReleaseStamp } from '../../questions/releases.api.js';
import { BankSetEntity } from '../entities/bank-set.entity.js';
import { countsOf, type CountRow } from './set-counts.js';
import { stamp, Stamps, type NameOf } from './stamps.service.js';

const COUNTS = `SELECT set_id, status, kind, category, difficulty, COUNT(*) AS n FROM bank_question
  GROUP BY set_id, status, kind, category, difficulty`;

/** Sets on the desk. */
@Injectable()
export class BankSetService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly releases: ReleasesApi,
    private readonly stamps: Stamps,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  /** All sets by title, each with its versions, newest first. */
  async list(): Promise<BankSet[]> {
    const rows = await this.unitOfWork.read((manager) => manager.find(BankSetEntity, { order: { title: 'ASC' } }));
    return this.described(rows);
  }

  async get(setId: string): Promise<Result<BankSet>> {
    const row = await this.find(setId);
    if (row === null) return refuse('set_unknown');
    const [set] = await this.described([row]);
    return set === undefined ? refuse('set_unknown') : accept(set);
  }

  find(setId: string): Promise<BankSetEntity | null> {
    return this.unitOfWork.read((manager) => manager.findOneBy(BankSetEntity, { setId }));
  }

  /** A new set; without an id it gets one that tells nothing. */
  async create(setId: string | undefined, description: SetDescription, by: string): Promise<Result<BankSet>> {
    const now = this.clock.now();
    const made = { createdAt: now, createdBy: by, updatedAt: now, updatedBy: by };
    const id = setId ?? `set-${this.random.base36(8)}`;
    const row = { setId: id, version: 1, ...description, locale: 'zh-CN', seededFrom: null, ...made };
    try {
      await this.unitOfWork.run((tx) => tx.insert(BankSetEntity, row));
    } catch (error) {
      if (isDuplicateKey(error)) return refuse('set_exists', { path: 'setId' });
      throw error;
    }
    return this.get(id);
  }

  async describe(setId: string, version: number, description: SetDescription, by: string): Promise<Result<BankSet>> {
    const change = { ...description, version: version + 1, updatedAt: this.clock.now(), updatedBy: by };
    const affected = await this.unitOfWork.run(async (tx) => {
      const outcome = await tx.update(BankSetEntity, { setId, version }, change);
      return outcome.affected ?? 0;
    });
    if (affected === 1) return this.get(setId);
    const row = await this.find(setId);
    return row === null ? refuse('set_unknown') : refuse('stale_version', { version: row.version });
  }

  private async described(rows: readonly BankSetEntity[]): Promise<BankSet[]> {
    const counts = await this.unitOfWork.read((manager) => manager.query<CountRow[]>(COUNTS));
    const releases = await this.releases.list();
    const people = [
      ...rows.map((row) => row.updatedBy),
      ...releases.flatMap(({ releasedBy, withdrawal }) => [releasedBy, withdrawal?.by ?? null]),
    ];
    const nameOf = await this.stamps.namesOf(people);
    return rows.map((row) => ({
      setId: row.setId,
      version: row.version,
      title: row.title,
      description: row.description,
      licence: row.licence,
      locale: row.locale,
      legalBasisDate: row.legalBasisDate,
      questions: countsOf(counts.filter(({ set_id }) => set_id === row.setId)),
      updated: stamp(row.updatedAt, row.updatedBy, nameOf),
      releases: releases
        .filter(({ setId }) => setId === row.setId)
        .sort((a, b) => compareVersions(b.version, a.version))
        .map((release) => releaseLine(release, nameOf)),
    }));
  }
}

/** A released version in the words of the wire. */
export function releaseLine(release: ReleaseStamp, nameOf: NameOf): BankRelease {
  const { version, status, questionCount, contentHash, releasedAt, releasedBy, withdrawal } = release;
  return {
    version,
    status,
    questionCount,
    contentHash,
    released: stamp(releasedAt, releasedBy, nameOf),
    withdrawal: withdrawal && { ...stamp(withdrawal.at, withdrawal.by, nameOf), reason: withdrawal.reason },
  };
}
