import type { ContestDetail } from '@anquanli/contract/contest-desk';
import type { ContestSettings } from '@anquanli/contract/contest-settings';
import type { Attempt, ContestHome } from '@anquanli/contract/contest';
import type { Choice } from '@anquanli/contract/question';
import { Papers } from '../../src/features/contest/attempts/papers.service.js';
import { ContestAttemptEntity } from '../../src/features/contest/entities/contest-attempt.entity.js';
import { ContestPulse } from '../../src/features/contest/clock/contest-pulse.service.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import type { RunningServer } from '../../src/server.js';
import type { Answer, Browser } from './browser.js';
import type { JumpingClock } from './jumping-clock.js';
import { randomBytes } from 'node:crypto';
import type { Phone } from './units.js';

export const DAY_MS = 86_400_000;

/** The day of a moment in Shanghai. */
export function dayOf(at: number): string {
  return new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** A contest that runs from yesterday on for thirty days: five questions, 150 seconds, once a day. */
export function aContestSettings(now: number, changes: Partial<ContestSettings> = {}): ContestSettings {
  return {
    title: '测测你的安全力',
    timeZone: 'Asia/Shanghai',
    firstDay: dayOf(now - DAY_MS),
    lastDay: dayOf(now + 28 * DAY_MS),
    hours: null,
    audience: { unitIds: [], sectors: [] },
    sets: [{ setId: 'demo-set', version: '1.0.0' }],
    blueprint: [{ count: 3, setIds: [], categories: [], kinds: [], difficulties: [] }],
    limitSeconds: 150,
    attemptsADay: 1,
    counting: 'every',
    points: { by: 'right', perRight: 1, fullBonus: 1 },
    feedback: 'end',
    passPercent: 60,
    practice: { perDay: 6 },
    hasCertificate: true,
    boards: ['people', 'units', 'regions', 'sectors'],
    names: 'masked',
    asksEmployeeNo: false,
    eraseAfterDays: null,
    ...changes,
  };
}

/** What an organiser does with contests. */
export class ContestDesk {
  constructor(readonly browser: Browser) {}

  create(settings: ContestSettings): Promise<Answer> {
    return this.browser.post('/api/desk/contests', { settings });
  }

  async publish(settings: ContestSettings): Promise<ContestDetail> {
    const { status, body } = await this.create(settings);
    if (status !== 200) throw new Error(JSON.stringify(body));
    const { id, version } = body as ContestDetail;
    const published = await this.browser.post(`/api/desk/contests/${id}/publication`, { version });
    return published.body as ContestDetail;
  }

  get(contestId: string, what = ''): Promise<Answer> {
    return this.browser.get(`/api/desk/contests/${contestId}${what}`);
  }
}

/** A phone in a contest. It knows the right answers only by looking into the server. */
export class Contestant {
  readonly deviceId = randomBytes(16).toString('hex');

  constructor(
    private readonly server: Pick<RunningServer, 'app'>,
    readonly phone: Phone,
    readonly contestId: string,
  ) {}

  async home(): Promise<ContestHome> {
    return (await this.phone.get(`/api/contests/${this.contestId}`)).body as ContestHome;
  }

  tryStart(kind: 'counting' | 'practice' | 'notebook' = 'counting'): Promise<Answer> {
    return this.phone.post(`/api/contests/${this.contestId}/attempts`, { kind, deviceId: this.deviceId });
  }

  async start(kind: 'counting' | 'practice' | 'notebook' = 'counting'): Promise<Attempt> {
    const { status, body } = await this.tryStart(kind);
    if (status !== 200) throw new Error(JSON.stringify(body));
    return body as Attempt;
  }

  answer(attemptId: string, lineNo: number, choice: Choice): Promise<Answer> {
    return this.phone.put(`/api/attempts/${attemptId}/answers/${lineNo}`, { choice });
  }

  async submit(attemptId: string): Promise<Attempt> {
    return (await this.phone.post(`/api/attempts/${attemptId}/submission`, {})).body as Attempt;
  }

  async look(attemptId: string): Promise<Attempt> {
    return (await this.phone.get(`/api/attempts/${attemptId}`)).body as Attempt;
  }

  /** Answers the first `right` questions rightly and the others wrongly, and hands in. */
  async play(attempt: Attempt, right: number): Promise<Attempt> {
    for (const { lineNo } of attempt.questions) {
      const { status, body } = await this.answer(
        attempt.attemptId,
        lineNo,
        await this.choice(attempt, lineNo, lineNo <= right),
      );
      if (status !== 200) throw new Error(JSON.stringify(body));
    }
    return this.submit(attempt.attemptId);
  }

  async playToday(right: number): Promise<Attempt> {
    return this.play(await this.start(), right);
  }

  /** A right choice, or a wrong one, of a question of the paper. Single, multiple and boolean ones. */
  async choice({ attemptId }: Attempt, lineNo: number, isRight: boolean): Promise<Choice> {
    const row = await this.server.app
      .get(UnitOfWork)
      .read((manager) => manager.findOneByOrFail(ContestAttemptEntity, { id: attemptId }));
    const question = (await this.server.app.get(Papers).questionsOf(row))[lineNo - 1];
    if (question === undefined) throw new Error(`no question ${lineNo}`);
    const { key, options } = question;
    const others = (ids: readonly string[]) => options.map(({ id }) => id).filter((id) => !ids.includes(id));
    if (key.kind === 'single')
      return { kind: 'single', option: isRight ? key.option : (others([key.option])[0] ?? key.option) };
    if (key.kind === 'boolean') return { kind: 'boolean', value: isRight === key.value };
    if (key.kind === 'multiple') return { kind: 'multiple', options: isRight ? key.options : key.options.slice(0, 1) };
    throw new Error(`no choices for ${key.kind}`);
  }
}

/** Lets time pass as if the server had been alive all the while: a bare jump is an outage. */
export async function passTime(server: Pick<RunningServer, 'app'>, clock: JumpingClock, ms: number): Promise<void> {
  clock.jump(ms);
  const unitOfWork = server.app.get(UnitOfWork);
  await unitOfWork.run(async (tx) => {
    await tx.query('UPDATE contest_pulse SET alive_at = ? WHERE id = 1 AND alive_at > 0', [clock.now()]);
  });
}

/** An outage of that length, noticed by the server itself. */
export async function outage(server: Pick<RunningServer, 'app'>, clock: JumpingClock, ms: number): Promise<void> {
  const pulse = server.app.get(ContestPulse);
  await pulse.beat();
  clock.jump(ms);
  await pulse.beat();
}
