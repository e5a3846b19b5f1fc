import { LIMITS } from '@anquanli/contract/vocabulary';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../domain/identity/actor.js';
import { accept, refuse, type Result } from '../../../domain/shared/result.js';
import { Clock } from '../../../platform/clock/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Random, hashToken } from '../../../platform/random/random.js';
import { IdentityApi } from '../../identity/identity.api.js';
import type { LiveRoundEntity } from '../entities/live-round.entity.js';
import { LiveRemoteCodeEntity } from '../entities/live-remote-code.entity.js';
import { JoinAddress } from '../rounds/join-address.js';
import { RoundRepository } from '../rounds/round.repository.js';

/** A phone has this long after the confirmation to fetch its session. */
const FETCH_MS = 60_000;

/** The host's phone as a remote control: a code from the laptop, taken once, confirmed by comparing a number. */
@Injectable()
export class RemoteService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly identity: IdentityApi,
    private readonly joinAddress: JoinAddress,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  async createCode(actor: Actor, row: LiveRoundEntity) {
    const code = this.random.base36(16);
    const pairing = {
      id: this.random.uuid(),
      roundId: row.id,
      accountId: actor.accountId,
      codeHash: hashToken(code),
      state: 'waiting' as const,
      secretHash: null,
      matchNumber: null,
      expiresAt: this.clock.now() + LIMITS.remoteCodeMs,
    };
    await this.unitOfWork.run((tx) => tx.insert(LiveRemoteCodeEntity, pairing));
    const url = `${this.joinAddress.originFor(row)}/remote/${code}`;
    return { pairingId: pairing.id, code, url, expiresAt: pairing.expiresAt };
  }

  async stateForHost(roundId: string, pairingId: string) {
    const pairing = await this.find(pairingId);
    if (!pairing || pairing.roundId !== roundId) return refuse('code_unknown');
    const state = this.stateOf(pairing);
    return accept({ state: state === 'used' ? ('confirmed' as const) : state, matchNumber: pairing.matchNumber });
  }

  /** Of two phones that scan the same code one gets it. */
  async take(code: string) {
    const pairing = await this.unitOfWork.read((manager) =>
      manager.findOneBy(LiveRemoteCodeEntity, { codeHash: hashToken(code) }),
    );
    if (!pairing) return refuse('code_unknown');
    if (this.stateOf(pairing) !== 'waiting') return refuse('code_expired');
    const secret = this.random.hex(16);
    const matchNumber = this.random.digits(2);
    const { affected } = await this.unitOfWork.run((tx) =>
      tx.update(
        LiveRemoteCodeEntity,
        { id: pairing.id, state: 'waiting' },
        { state: 'taken', secretHash: hashToken(secret), matchNumber, expiresAt: this.clock.now() + FETCH_MS },
      ),
    );
    if (affected !== 1) return refuse('code_expired');
    const row = await this.rounds.find({ id: pairing.roundId });
    if (!row) return refuse('code_unknown');
    return accept({ pairingId: pairing.id, secret, matchNumber, roundTitle: row.settings.title });
  }

  async confirm(roundId: string, pairingId: string): Promise<Result<{ ok: true }>> {
    const pairing = await this.find(pairingId);
    if (!pairing || pairing.roundId !== roundId) return refuse('code_unknown');
    if (this.stateOf(pairing) !== 'taken') return refuse('code_expired');
    const { affected } = await this.unitOfWork.run((tx) =>
      tx.update(
        LiveRemoteCodeEntity,
        { id: pairingId, state: 'taken' },
        { state: 'confirmed', expiresAt: this.clock.now() + FETCH_MS },
      ),
    );
    return affected === 1 ? accept({ ok: true }) : refuse('code_expired');
  }

  /** For the phone. After the confirmation the first asking also gets the session's cookie. */
  async stateForPhone(
    pairingId: string,
    secret: string,
  ): Promise<Result<{ state: 'taken' | 'confirmed' | 'expired'; roundId: string | null; cookie: string | null }>> {
    const pairing = await this.find(pairingId);
    if (!pairing || pairing.secretHash !== hashToken(secret)) return refuse('code_unknown');
    const state = this.stateOf(pairing);
    if (state !== 'confirmed') {
      return accept({ state: state === 'taken' ? 'taken' : 'expired', roundId: null, cookie: null });
    }
    const { affected } = await this.unitOfWork.run((tx) =>
      tx.update(LiveRemoteCodeEntity, { id: pairingId, state: 'confirmed' }, { state: 'used' }),
    );
    if (affected !== 1) return accept({ state: 'expired', roundId: null, cookie: null });
    const { cookie } = await this.identity.createRemoteSession(pairing.accountId, pairing.roundId);
    return accept({ state: 'confirmed', roundId: pairing.roundId, cookie });
  }

  private find(id: string): Promise<LiveRemoteCodeEntity | null> {
    return this.unitOfWork.read((manager) => manager.findOneBy(LiveRemoteCodeEntity, { id }));
  }

  private stateOf(pairing: LiveRemoteCodeEntity) {
    return pairing.state !== 'used' && this.clock.now() > pairing.expiresAt ? 'expired' : pairing.state;
  }
}
