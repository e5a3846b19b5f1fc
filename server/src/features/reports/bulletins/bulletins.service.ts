import type { Bulletin } from '@anquanli/contract/reports.js';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { weeksOf, type Week } from '../../../domain/contest/weeks.js';
import { accept, refuse, type Result } from '../../../domain/shared/result.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Duty } from '../../../platform/cluster/duty.js';
import { isDuplicateKey } from '../../../platform/database/database-errors.js';
import { packedText, StoredFiles, unpackedText } from '../../../platform/database/stored-files.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Lifecycle } from '../../../platform/lifecycle/lifecycle.js';
import { Log } from '../../../platform/logging/log.js';
import { ContestsApi, type ReportedContest } from '../../contest/contest.api.js';
import { BulletinEntity } from '../entities/bulletin.entity.js';
import { bulletinOf, type BulletinSpan, type KeptBulletin } from './bulletin-content.js';

const LOOK_EVERY_MS = 10_000;
/** Papers that began in time are finished and settled by then. */
const SETTLED_MS = 60_000;
/** The summary's place among the weeks. */
const FINAL = 0;

/** Bulletins: written at the end of each week and of the contest, and then left as they are. */
@Injectable()
export class Bulletins implements OnModuleInit {
  private timer: NodeJS.Timeout | null = null;
  private looking: Promise<void> = Promise.resolve();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly files: StoredFiles,
    private readonly contests: ContestsApi,
    private readonly duty: Duty,
    private readonly clock: Clock,
    private readonly lifecycle: Lifecycle,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.timer = setInterval(() => {
      if (!this.duty.isMine) return;
      this.looking = this.looking.then(() =>
        this.writeDue().catch((err: unknown) => this.log.error({ err }, 'a bulletin could not be written')),
      );
    }, LOOK_EVERY_MS);
    this.timer.unref();
    this.lifecycle.onStop(async () => {
      if (this.timer !== null) clearInterval(this.timer);
      await this.looking;
    });
  }

  /** Those that are kept, the summary first and then the newest week. */
  async list(contest: ReportedContest): Promise<BulletinSpan[]> {
    const rows = await this.unitOfWork.read((manager) => manager.findBy(BulletinEntity, { contestId: contest.id }));
    const made = new Set(rows.map(({ week }) => week));
    const weeks = weeksOf(contest.settings).filter(({ no }) => made.has(no));
    return [...(made.has(FINAL) ? [wholeOf(contest)] : []), ...weeks.reverse()];
  }

  /** When the running week ends; null when the contest is over. */
  nextAt(contest: ReportedContest): number | null {
    return this.runningWeek(contest)?.until ?? null;
  }

  /** A kept one, or the running week so far (`now`). Refusal: `not_found`. */
  async read(contest: ReportedContest, week: string): Promise<Result<Bulletin>> {
    if (week === 'now') {
      const running = this.runningWeek(contest);
      return running === null ? refuse('not_found') : accept((await this.compose(contest, running)).bulletin);
    }
    const kept = await this.kept(contest.id, week === 'final' ? FINAL : Number(week));
    return kept === null ? refuse('not_found') : accept(kept.bulletin);
  }

  /**
   * Writes what is due. A week that ended while nobody was there is written late, and says when its figures were taken; of several that were
   * missed only the last can still be told.
   */
  async writeDue(): Promise<void> {
    const now = this.clock.now();
    for (const contest of await this.contests.published()) {
      const ended = weeksOf(contest.settings).filter(({ until }) => until <= now);
      const last = ended.at(-1);
      const isRecent = last !== undefined && now - contest.endsAt < 7 * 86_400_000;
      if (last !== undefined && isRecent) await this.writeOnce(contest, last.no, last);
      const settledAt = contest.endsAt + (contest.settings.limitSeconds ?? 0) * 1_000 + SETTLED_MS;
      if (settledAt <= now) await this.writeOnce(contest, FINAL, wholeOf(contest));
    }
  }

  private async writeOnce(contest: ReportedContest, week: number, span: BulletinSpan): Promise<void> {
    if (await this.isWritten(contest.id, week)) return;
    const content = await packedText(JSON.stringify(await this.compose(contest, span)));
    try {
      await this.unitOfWork.run(async (tx) => {
        await tx.insert(BulletinEntity, { contestId: contest.id, week, madeAt: this.clock.now() });
        await this.files.putWithin(tx, fileOf(contest.id, week), content);
      });
    } catch (error) {
      // Somebody else was faster: theirs is the one.
      if (!isDuplicateKey(error)) throw error;
    }
  }

  private async compose(contest: ReportedContest, span: BulletinSpan): Promise<KeptBulletin> {
    const figures = await this.contests.figures(contest.id);
    const questions = await this.contests.questions(contest.id);
    const before = span.no === null ? null : await this.keptBefore(contest.id, span.no);
    return bulletinOf(
      contest,
      { no: span.no, from: span.from, until: span.until },
      figures,
      questions,
      before?.people ?? {},
    );
  }

  private async keptBefore(contestId: string, no: number): Promise<KeptBulletin | null> {
    for (let week = no - 1; week > FINAL; week -= 1) {
      const kept = await this.kept(contestId, week);
      if (kept !== null) return kept;
    }
    return null;
  }

  private async kept(contestId: string, week: number): Promise<KeptBulletin | null> {
    const bytes = await this.files.get(fileOf(contestId, week));
    return bytes === null ? null : (JSON.parse(await unpackedText(bytes)) as KeptBulletin);
  }

  private async isWritten(contestId: string, week: number): Promise<boolean> {
    const count = await this.unitOfWork.read((manager) => manager.countBy(BulletinEntity, { contestId, week }));
    return count > 0;
  }

  private runningWeek(contest: ReportedContest): Week | null {
    const now = this.clock.now();
    return weeksOf(contest.settings).find(({ from, until }) => from <= now && now < until) ?? null;
  }
}

function wholeOf({ startsAt, endsAt }: ReportedContest): BulletinSpan {
  return { no: null, from: startsAt, until: endsAt };
}

function fileOf(contestId: string, week: number): string {
  return `bulletin:${contestId}:${week}`;
}
