import type { ContestDetail } from '@anquanli/contract/contest-desk';
import type { ContestSettings } from '@anquanli/contract/contest-settings';
import type { QuestionSetSummary } from '@anquanli/contract/question-bank';
import type { Unit, UnitCode } from '@anquanli/contract/units';
import type { Hall } from '../fixtures';

/** Units and contests, made behind the desk's back. */
export interface ContestApi {
  addUnit(name: string, parentId: string | null, changes?: object): Promise<Unit>;
  codeOf(unitId: string): Promise<string>;
  addCaptain(unitId: string, name: string, password: string): Promise<void>;
  /** A published contest that runs from yesterday for a month. */
  createContest(changes?: Partial<ContestSettings>): Promise<ContestDetail>;
}

const DAY_MS = 86_400_000;

/** The day of a moment in Shanghai. */
export function shanghaiDay(at: number): string {
  return new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);
}

export function contestApi({ localUrl, session }: Hall): ContestApi {
  async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const reply = await fetch(localUrl + path, {
      method,
      headers: {
        origin: localUrl,
        cookie: `${session.name}=${session.value}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`);
    return (await reply.json()) as T;
  }

  return {
    addUnit(name, parentId, changes = {}) {
      const content = {
        name,
        kind: 'team',
        sector: null,
        code: null,
        headCount: null,
        aliases: [],
        needsApproval: false,
      };
      return ask('POST', '/api/units', { parentId, content: { ...content, ...changes } });
    },
    async codeOf(unitId) {
      const { code } = await ask<UnitCode>('POST', `/api/units/${unitId}/codes`, { expiresAt: null, oldUntil: null });
      return code;
    },
    async addCaptain(unitId, name, password) {
      await ask('POST', `/api/units/${unitId}/captains`, { name, password });
    },
    async createContest(changes = {}) {
      const { sets } = await ask<{ sets: QuestionSetSummary[] }>('GET', '/api/question-sets');
      const set = sets.reduce((best, each) => (each.questionCount > best.questionCount ? each : best));
      const now = Date.now();
      const settings: ContestSettings = {
        title: '测测你的安全力',
        timeZone: 'Asia/Shanghai',
        firstDay: shanghaiDay(now - 11 * DAY_MS),
        lastDay: shanghaiDay(now + 18 * DAY_MS),
        hours: null,
        audience: { unitIds: [], sectors: [] },
        sets: [{ setId: set.setId, version: set.version }],
        blueprint: [{ count: 5, setIds: [], categories: [], kinds: ['single', 'boolean'], difficulties: [] }],
        limitSeconds: 150,
        attemptsADay: 1,
        counting: 'every',
        points: { by: 'threshold', atLeast: 4, reached: 2, otherwise: 1, fullBonus: 1 },
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
      const { id, version } = await ask<ContestDetail>('POST', '/api/desk/contests', { settings });
      return ask('POST', `/api/desk/contests/${id}/publication`, { version });
    },
  };
}
