import type { Poster, UnitCode } from '@anquanli/contract/units.js';
import { LIMITS } from '@anquanli/contract/vocabulary.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { accept, refuse, type Result } from '../../../domain/shared/result.js';
import { Clock } from '../../../platform/clock/clock.js';
import { PublicAddress } from '../../../platform/config/public-address.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Random } from '../../../platform/random/random.js';
import { UnitCodeEntity } from '../entities/unit-code.entity.js';
import { UnitLog } from '../tree/unit-log.service.js';
import { UnitTreeService } from '../tree/unit-tree.service.js';

/** Codes made in one transaction: each waits for no other. */
const CODES_A_TRANSACTION = 200;

/** Registration codes: made, rotated, revoked, printed. */
@Injectable()
export class UnitCodes {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly trees: UnitTreeService,
    private readonly log: UnitLog,
    private readonly address: PublicAddress,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  async of(unitId: string): Promise<UnitCode[]> {
    const rows = await this.unitOfWork.read((manager) =>
      manager.find(UnitCodeEntity, { where: { unitId }, order: { createdAt: 'DESC', code: 'ASC' } }),
    );
    return rows.map(shown);
  }

  /** A new code; those that lived without an end until now end at `oldUntil`, or now. */
  async rotate(
    by: string,
    unitId: string,
    { expiresAt, oldUntil }: { expiresAt: number | null; oldUntil: number | null },
  ): Promise<Result<UnitCode>> {
    const now = this.clock.now();
    if (expiresAt !== null && expiresAt <= now) return refuse('invalid_input', { path: 'body.expiresAt' });
    if (oldUntil !== null && oldUntil <= now) return refuse('invalid_input', { path: 'body.oldUntil' });
    const { tree } = await this.trees.load();
    if (tree.get(unitId)?.status !== 'active') return refuse('unit_not_active');
    const code = await this.unitOfWork.run(async (tx) => {
      await endLiving(tx, unitId, oldUntil, now);
      const made = this.newCode(by, unitId, expiresAt);
      await tx.insert(UnitCodeEntity, made);
      await this.log.note(tx, unitId, by, 'code_made', made.code.slice(-4));
      return made;
    });
    return accept(shown(code));
  }

  async revoke(by: string, unitId: string, code: string): Promise<Result<null>> {
    const { affected } = await this.unitOfWork.run(async (tx) => {
      const revokedAt = this.clock.now();
      const done = await tx.query<unknown[]>(
        'SELECT code FROM unit_code WHERE code = ? AND unit_id = ? AND revoked_at IS NULL',
        [code, unitId],
      );
      if (done.length === 0) return { affected: 0 };
      await this.log.note(tx, unitId, by, 'code_revoked', code.slice(-4));
      return tx.update(UnitCodeEntity, { code, unitId }, { revokedAt });
    });
    return affected === 0 ? refuse('not_found') : accept(null);
  }

  /** A code for every active unit of a subtree that has none. */
  async makeMissing(by: string, unitId: string): Promise<number> {
    const { tree } = await this.trees.load();
    const coded = new Set((await this.living()).map((row) => row.unitId));
    const missing = tree.subtree(unitId).filter((id) => tree.get(id)?.status === 'active' && !coded.has(id));
    for (let from = 0; from < missing.length; from += CODES_A_TRANSACTION) {
      const some = missing.slice(from, from + CODES_A_TRANSACTION).map((id) => this.newCode(by, id, null));
      await this.unitOfWork.run((tx) => tx.insert(UnitCodeEntity, some));
    }
    return missing.length;
  }

  /** One poster a unit, in the order of the tree; units without a living code are left out. */
  async posters(unitId: string): Promise<Poster[]> {
    const { tree } = await this.trees.load();
    const newest = new Map<string, UnitCodeEntity>();
    for (const row of await this.living()) newest.set(row.unitId, row);
    const origin = this.address.origin();
    return tree.subtree(unitId).flatMap((id) => {
      const row = newest.get(id);
      if (row === undefined || tree.get(id)?.status !== 'active') return [];
      const url = `${origin}/u/${row.code}`;
      return [{ unitId: id, path: tree.namesOf(id), code: row.code, url, expiresAt: row.expiresAt }];
    });
  }

  /** The unit behind a code, as of now. `registration_code_unknown`, `registration_code_expired`. */
  async unitBehind(code: string): Promise<Result<string>> {
    const row = await this.unitOfWork.read((manager) => manager.findOneBy(UnitCodeEntity, { code }));
    if (row === null) return refuse('registration_code_unknown', { path: 'body.code' });
    const { tree } = await this.trees.load();
    const unitId = tree.survivorOf(row.unitId);
    const isOver = row.revokedAt !== null || (row.expiresAt !== null && row.expiresAt <= this.clock.now());
    if (isOver || tree.get(unitId)?.status !== 'active')
      return refuse('registration_code_expired', { path: 'body.code' });
    return accept(unitId);
  }

  /** Living codes, the newest of a unit last. */
  private living(): Promise<UnitCodeEntity[]> {
    const now = this.clock.now();
    return this.unitOfWork.read((manager) =>
      manager
        .createQueryBuilder(UnitCodeEntity, 'code')
        .where('code.revokedAt IS NULL AND (code.expiresAt IS NULL OR code.expiresAt > :now)', { now })
        .orderBy('code.createdAt', 'ASC')
        .getMany(),
    );
  }

  private newCode(createdBy: string, unitId: string, expiresAt: number | null): UnitCodeEntity {
    const made = { createdAt: this.clock.now(), createdBy, expiresAt, revokedAt: null, registrations: 0 };
    return { code: this.random.code(LIMITS.unitCodeChars), unitId, ...made };
  }
}

/** What ends by itself before that stays as it is. */
async function endLiving(tx: EntityManager, unitId: string, oldUntil: number | null, now: number): Promise<void> {
  if (oldUntil === null) {
    await tx.query('UPDATE unit_code SET revoked_at = ? WHERE unit_id = ? AND revoked_at IS NULL', [now, unitId]);
    return;
  }
  await tx.query(
    'UPDATE unit_code SET expires_at = ? WHERE unit_id = ? AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ?)',
    [oldUntil, unitId, oldUntil],
  );
}

function shown({ code, createdAt, expiresAt, revokedAt, registrations }: UnitCodeEntity): UnitCode {
  return { code, createdAt, expiresAt, revokedAt, registrations };
}
