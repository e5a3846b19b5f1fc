import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { In, IsNull, Not } from 'typeorm';
import { addTo } from '../../domain/shared/add-to.js';
import { Clock } from '../../platform/clock/clock.js';
import { ask, findRow, insertRows, marks } from '../../platform/database/rows.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Random, hashToken } from '../../platform/random/random.js';
import { PersonTokenEntity, type TokenOrigin } from './entities/person-token.entity.js';
import { PersonEntity } from './entities/person.entity.js';

/** A person as just created, with the only copy of the secret. */
export interface NewPerson {
  readonly personId: string;
  readonly personToken: string;
}

type Keeper = (tx: EntityManager, personIds: readonly string[]) => Promise<ReadonlySet<string>>;

/** People who answer: known by a random token, never by a socket. */
@Injectable()
export class PeopleService {
  private readonly keepers: Keeper[] = [];

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  /** Whose token is this? null for an unknown or revoked one. */
  async personOf(personToken: string): Promise<string | null> {
    return (await this.personsOf([personToken])).get(personToken) ?? null;
  }

  /** Whose tokens are these? By token; unknown and revoked ones are missing. */
  async personsOf(personTokens: readonly string[]): Promise<Map<string, string>> {
    const byHash = new Map(personTokens.map((personToken) => [hashToken(personToken), personToken]));
    const list = marks([...byHash]);
    const rows = await this.unitOfWork.read((manager) =>
      ask<{ token_hash: string; person_id: string }>(
        manager,
        `SELECT token_hash, person_id FROM person_token WHERE token_hash IN (${list}) AND revoked_at IS NULL`,
        [...byHash.keys()],
      ),
    );
    return new Map(rows.map((row) => [byHash.get(row.token_hash) ?? '', row.person_id]));
  }

  /** Whose token is it, and if nobody's: is it free, or was it revoked? */
  async holderOf(tx: EntityManager, personToken: string | null): Promise<{ personId: string | null; isFree: boolean }> {
    if (personToken === null) return { personId: null, isFree: false };
    const row = await findRow(tx, PersonTokenEntity, 'WHERE token_hash = ?', [hashToken(personToken)]);
    return { personId: row && row.revokedAt === null ? row.personId : null, isFree: row === null };
  }

  /** A new person, to be stored with {@link insert} in the caller's transaction; with a token that a phone made, or one of ours. */
  create(personToken: string | null): NewPerson {
    return { personId: this.random.uuid(), personToken: personToken ?? this.random.hex(16) };
  }

  async insert(tx: EntityManager, people: readonly NewPerson[], how: TokenOrigin | null = null): Promise<void> {
    if (people.length === 0) return;
    const createdAt = this.clock.now();
    await insertRows(
      tx,
      PersonEntity,
      people.map(({ personId }) => ({ id: personId, createdAt })),
    );
    await insertRows(
      tx,
      PersonTokenEntity,
      people.map(({ personId, personToken }) => ({
        tokenHash: hashToken(personToken),
        personId,
        createdAt,
        how,
        revokedAt: null,
      })),
    );
  }

  /** Hands the person to another phone: a new token, and all old ones revoked. */
  async moveToNewToken(tx: EntityManager, personId: string): Promise<string> {
    const personToken = this.random.hex(16);
    const now = this.clock.now();
    await tx.update(PersonTokenEntity, { personId, revokedAt: IsNull() }, { revokedAt: now });
    await tx.insert(PersonTokenEntity, {
      tokenHash: hashToken(personToken),
      personId,
      createdAt: now,
      how: null,
      revokedAt: null,
    });
    return personToken;
  }

  /** One more phone for a person; the others stay. `tokenHash` must be free: a taken one is a duplicate key. */
  async addToken(tx: EntityManager, personId: string, tokenHash: string, how: TokenOrigin): Promise<void> {
    await tx.insert(PersonTokenEntity, { tokenHash, personId, createdAt: this.clock.now(), how, revokedAt: null });
  }

  /** Says of a token that is a guest's already how it became a registered person's. */
  async markToken(tx: EntityManager, tokenHash: string, how: TokenOrigin): Promise<void> {
    await tx.update(PersonTokenEntity, { tokenHash }, { how });
  }

  /** Signs phones out: all of these people's, but for the one that keeps its token. */
  async revokeTokens(tx: EntityManager, personIds: readonly string[], exceptHash: string | null = null): Promise<void> {
    if (personIds.length === 0) return;
    await tx.update(
      PersonTokenEntity,
      { personId: In([...personIds]), revokedAt: IsNull(), ...(exceptHash !== null && { tokenHash: Not(exceptHash) }) },
      { revokedAt: this.clock.now() },
    );
  }

  /** Living tokens by person, the newest first. */
  async tokensOf(personIds: readonly string[]): Promise<Map<string, PersonTokenEntity[]>> {
    const tokens = new Map<string, PersonTokenEntity[]>();
    if (personIds.length === 0) return tokens;
    const rows = await this.unitOfWork.read((manager) =>
      manager.find(PersonTokenEntity, {
        where: { personId: In([...personIds]), revokedAt: IsNull() },
        order: { createdAt: 'DESC', tokenHash: 'ASC' },
      }),
    );
    for (const row of rows) addTo(tokens, row.personId, row);
    return tokens;
  }

  /** Who else knows people by their id says which of them are to stay when the rest of what knew them goes. */
  keptBy(keeper: Keeper): void {
    this.keepers.push(keeper);
  }

  /** Those of them whom somebody else knows as well, such as registered people: their token opens more than a seat. */
  async keptOf(manager: EntityManager, personIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (personIds.length === 0) return new Set();
    const kept = await Promise.all(this.keepers.map((keeper) => keeper(manager, personIds)));
    return new Set(kept.flatMap((ids) => [...ids]));
  }

  /** Deletes people with their tokens, for rounds whose time is over. Those that somebody else keeps stay. */
  async erase(tx: EntityManager, wanted: readonly string[]): Promise<void> {
    const kept = await this.keptOf(tx, wanted);
    const personIds = wanted.filter((id) => !kept.has(id));
    if (personIds.length === 0) return;
    const list = marks(personIds);
    await tx.query(`DELETE FROM person_token WHERE person_id IN (${list})`, [...personIds]);
    await tx.query(`DELETE FROM person WHERE id IN (${list})`, [...personIds]);
  }
}
