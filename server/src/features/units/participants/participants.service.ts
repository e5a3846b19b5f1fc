import type { ParticipantStatus } from '@anquanli/contract/vocabulary.js';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import * as z from 'zod/mini';
import { Bus, topic } from '../../../platform/cluster/bus.js';
import { GroupCommit } from '../../../platform/database/group-commit.js';
import { ask, findRows, marks } from '../../../platform/database/rows.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Turns } from '../../../platform/lifecycle/turns.js';
import { Clock } from '../../../platform/clock/clock.js';
import { hashToken } from '../../../platform/random/random.js';
import { PeopleService } from '../../people/people.api.js';
import { ParticipantEntity } from '../entities/participant.entity.js';
import { type KnownParticipant, ParticipantsApi } from '../units.api.js';

const peopleErased = topic('units.people.erased', z.object({ personIds: z.array(z.string()) }));
const phonesSignedOut = topic(
  'units.phones.signed_out',
  z.object({ personId: z.string(), keptTokenHash: z.nullable(z.string()) }),
);

/** As many ids as one statement takes. */
const SLICE = 500;
/** Their people are counted in one statement. */
const UNITS_AT_ONCE = 50;

type Erasing = (tx: EntityManager, personIds: readonly string[]) => Promise<void>;
type Erased = (personIds: readonly string[]) => void;
type SignedOut = (personId: string, keptTokenHash: string | null) => void;
type ExportSource = (personId: string) => Promise<unknown>;

/** The face of registered people towards other features. */
@Injectable()
export class ParticipantsService extends ParticipantsApi {
  private readonly asking = new GroupCommit<string, KnownParticipant | null>((hashes) => this.ofHashes(hashes), SLICE);
  private readonly erasing: Erasing[] = [];
  private readonly sources = new Map<string, ExportSource>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: PeopleService,
    private readonly bus: Bus,
    private readonly clock: Clock,
  ) {
    super();
    // A registered person outlives the rounds.
    people.keptBy(async (tx, personIds) => {
      const rows = await tx.find(ParticipantEntity, {
        where: { personId: In([...personIds]) },
        select: { personId: true },
      });
      return new Set(rows.map(({ personId }) => personId));
    });
  }

  /** Those who come at once are looked up together. */
  ofToken(personToken: string): Promise<KnownParticipant | null> {
    return this.asking.add(hashToken(personToken));
  }

  async find(personIds: readonly string[]): Promise<Map<string, KnownParticipant>> {
    const found = new Map<string, KnownParticipant>();
    for (let from = 0; from < personIds.length; from += SLICE) {
      const ids = personIds.slice(from, from + SLICE);
      const rows = await this.unitOfWork.read((manager) =>
        findRows(manager, ParticipantEntity, `WHERE person_id IN (${marks(ids)})`, ids),
      );
      for (const row of rows) found.set(row.personId, known(row));
    }
    return found;
  }

  async countByUnit(unitIds: readonly string[]): Promise<Map<string, number>> {
    const counts = new Map<string, number>();
    const turns = new Turns();
    for (let from = 0; from < unitIds.length; from += UNITS_AT_ONCE) {
      const ids = unitIds.slice(from, from + UNITS_AT_ONCE);
      const rows = await this.unitOfWork.read((manager) =>
        ask<{ unit_id: string; n: number | string }>(
          manager,
          `SELECT unit_id, COUNT(*) AS n FROM participant
           WHERE unit_id IN (${marks(ids)}) AND status = 'active' GROUP BY unit_id`,
          ids,
        ),
      );
      for (const { unit_id: unitId, n } of rows) counts.set(unitId, Number(n));
      await turns.between();
    }
    return counts;
  }

  async eraseIn(tx: EntityManager, personIds: readonly string[]): Promise<void> {
    for (let from = 0; from < personIds.length; from += SLICE) {
      const ids = personIds.slice(from, from + SLICE);
      const empty = { name: '', nameKey: '', employeeNo: null, recoveryHash: null };
      const gone = { ...empty, status: 'erased' as const, erasedAt: this.clock.now() };
      await tx.update(ParticipantEntity, { personId: In(ids) }, gone);
      await this.people.revokeTokens(tx, ids);
      for (const listener of this.erasing) await listener(tx, ids);
    }
  }

  announceErased(personIds: readonly string[]): void {
    this.bus.tell(peopleErased, { personIds: [...personIds] });
  }

  onErasing(listener: Erasing): void {
    this.erasing.push(listener);
  }

  onErased(listener: Erased): void {
    this.bus.on(peopleErased, ({ personIds }) => listener(personIds));
  }

  announceSignedOut(personId: string, keptTokenHash: string | null): void {
    this.bus.tell(phonesSignedOut, { personId, keptTokenHash });
  }

  onSignedOut(listener: SignedOut): void {
    this.bus.on(phonesSignedOut, ({ personId, keptTokenHash }) => listener(personId, keptTokenHash));
  }

  exportedWith(section: string, source: ExportSource): void {
    this.sources.set(section, source);
  }

  /** Everything kept about a person, by section. */
  async exported(personId: string): Promise<Record<string, unknown>> {
    const sections: Record<string, unknown> = {};
    for (const [section, source] of this.sources) sections[section] = await source(personId);
    return sections;
  }

  private async ofHashes(hashes: readonly string[]): Promise<(KnownParticipant | null)[]> {
    const rows = await this.unitOfWork.read((manager) =>
      ask<TokenRow>(
        manager,
        `SELECT token.token_hash, participant.person_id, unit_id, name, employee_no, status
         FROM participant JOIN person_token token ON token.person_id = participant.person_id
         WHERE token.token_hash IN (${marks(hashes)}) AND token.revoked_at IS NULL`,
        hashes,
      ),
    );
    const byHash = new Map(
      rows.map(({ token_hash: hash, person_id: personId, unit_id: unitId, employee_no: employeeNo, name, status }) => [
        hash,
        { personId, unitId, name, employeeNo, status },
      ]),
    );
    return hashes.map((hash) => byHash.get(hash) ?? null);
  }
}

/** A participant beside the hash of the token that was shown. */
interface TokenRow {
  readonly token_hash: string;
  readonly person_id: string;
  readonly unit_id: string;
  readonly name: string;
  readonly employee_no: string | null;
  readonly status: ParticipantStatus;
}

function known({ personId, unitId, name, employeeNo, status }: ParticipantEntity): KnownParticipant {
  return { personId, unitId, name, employeeNo, status };
}
