import type { Certificate } from '@anquanli/contract/contest.js';
import { LIMITS } from '@anquanli/contract/vocabulary.js';
import { Injectable } from '@nestjs/common';
import { isPassed } from '../../../domain/contest/points.js';
import { maskName } from '../../../domain/live-round/name.js';
import { accept, refuse, type Result } from '../../../domain/shared/result.js';
import { dayAt } from '../../../domain/shared/zoned-time.js';
import { Clock } from '../../../platform/clock/clock.js';
import { PublicAddress } from '../../../platform/config/public-address.js';
import { isDuplicateKey } from '../../../platform/database/database-errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Random } from '../../../platform/random/random.js';
import { ParticipantsApi, UnitsApi } from '../../units/units.api.js';
import type { Visitor } from '../attempts/contest-door.service.js';
import { ContestsRepository } from '../contests.repository.js';
import { ContestCertificateEntity } from '../entities/contest-certificate.entity.js';
import { ContestScoreEntity } from '../entities/contest-score.entity.js';
import type { ContestEntity } from '../entities/contest.entity.js';

interface Owner {
  readonly contestId: string;
  readonly personId: string;
}

/** Everything on a certificate but the address of its public page. */
type Words = Omit<Certificate, 'url'>;

/** Certificates: made once, good as long as the person is known and has passed. */
@Injectable()
export class Certificates {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly contests: ContestsRepository,
    private readonly participants: ParticipantsApi,
    private readonly units: UnitsApi,
    private readonly address: PublicAddress,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {
    // Whoever is forgotten has no page any more.
    participants.onErasing(async (tx, personIds) => {
      for (const personId of personIds)
        await tx.update(ContestCertificateEntity, { personId }, { revokedAt: this.clock.now() });
    });
  }

  /** The best attempt in the boards; null without one. */
  async bestOf({ contestId, personId }: Owner): Promise<{ right: number; asked: number; points: number } | null> {
    const row = await this.unitOfWork.read((manager) => manager.findOneBy(ContestScoreEntity, { contestId, personId }));
    return row === null || !row.isRanked ? null : { right: row.bestRight, asked: row.bestAsked, points: row.points };
  }

  /** The person's certificate, made now if it is asked for first. Refusals: `not_found`, `certificate_not_earned`. */
  async ofVisitor({ contest, person }: Visitor): Promise<Result<Certificate>> {
    if (!contest.settings.hasCertificate) return refuse('not_found');
    const owner = { contestId: contest.id, personId: person.personId };
    const best = await this.bestOf(owner);
    if (best === null || !isPassed(contest.settings.passPercent, best.right, best.asked)) {
      return refuse('certificate_not_earned');
    }
    const row = (await this.find(owner)) ?? (await this.issue(owner));
    const words = await this.wordsOf(row, contest);
    if (words === null) return refuse('certificate_not_earned');
    return accept({ ...words, url: this.urlOf(row.number) });
  }

  /** What the public page says: `not_found` for unknown and revoked ones, and where the attempts it rests on were removed. */
  async verify(number: string): Promise<Result<Words>> {
    const row = await this.unitOfWork.read((manager) => manager.findOneBy(ContestCertificateEntity, { number }));
    const contest = row === null ? null : await this.contests.find(row.contestId);
    if (row === null || contest === null || !contest.settings.hasCertificate) return refuse('not_found');
    const words = await this.wordsOf(row, contest);
    return words === null ? refuse('not_found') : accept({ ...words, name: maskName(words.name) });
  }

  private async wordsOf(row: ContestCertificateEntity, contest: ContestEntity): Promise<Words | null> {
    const { settings } = contest;
    const person = (await this.participants.find([row.personId])).get(row.personId);
    const best = await this.bestOf(row);
    if (row.revokedAt !== null || person === undefined || person.name === '' || best === null) return null;
    if (!isPassed(settings.passPercent, best.right, best.asked)) return null;
    const tree = await this.units.tree();
    return {
      ...{ number: row.number, name: person.name, contestTitle: settings.title, ...best },
      unitName: tree.get(tree.survivorOf(person.unitId))?.name ?? '',
      issuedOn: dayAt(row.issuedAt, settings.timeZone),
    };
  }

  private async issue(owner: Owner): Promise<ContestCertificateEntity> {
    const row = {
      ...{ number: this.random.code(LIMITS.certificateChars), ...owner },
      ...{ issuedAt: this.clock.now(), revokedAt: null },
    };
    try {
      await this.unitOfWork.run((tx) => tx.insert(ContestCertificateEntity, row));
      return row;
    } catch (error) {
      // Asked for twice at once: there is one.
      const made = isDuplicateKey(error) ? await this.find(owner) : null;
      if (made === null) throw error;
      return made;
    }
  }

  private find({ contestId, personId }: Owner): Promise<ContestCertificateEntity | null> {
    return this.unitOfWork.read((manager) => manager.findOneBy(ContestCertificateEntity, { contestId, personId }));
  }

  private urlOf(number: string): string {
    return `${this.address.origin()}/c/${number}`;
  }
}
