import { Agent } from 'node:http';
import type { ContestDetail, ContestPerson, Dashboard } from '@anquanli/contract/contest-desk';
import type { UnitBoard, UnitStanding } from '@anquanli/contract/contest';
import type { ContestSettings } from '@anquanli/contract/contest-settings';
import type { QuestionSetSummary } from '@anquanli/contract/question-bank';
import type { Report } from '@anquanli/contract/reports';
import type { UnitImportPreview, UnitImportResult } from '@anquanli/contract/unit-files';
import type { Poster, Unit } from '@anquanli/contract/units';
import { callOk } from '../bots/http-json.js';
import type { PlannedUnit } from './month-plan.js';

const PAGE = 50;
const ROWS_A_FILE = 2_000;
const NAME = 'month';

/** The organiser of the month, over HTTP as everybody. */
export class MonthDesk {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 4 });
  private cookie = '';

  constructor(
    private readonly origin: string,
    private readonly password: string,
  ) {}

  async setUp(token: string): Promise<void> {
    await this.enter('/api/setup', { token, name: NAME, password: this.password });
  }

  /** A month later the session is over. */
  async signIn(): Promise<void> {
    await this.enter('/api/session', { name: NAME, password: this.password });
  }

  /** Brings the units in by files, as an organiser does. */
  async importUnits(units: readonly PlannedUnit[]): Promise<void> {
    const head = '上级单位,单位名称,类型,行业,在岗人数';
    const regions = [...new Set(units.map(({ region }) => region))];
    const rows = [
      ',全省,地区,,',
      ...regions.map((region) => `全省,${region},地区,,`),
      ...units.map(
        ({ region, name, sector, headCount }) => `全省 / ${region},${name},企业,${sector},${headCount ?? ''}`,
      ),
      ...units.map(({ region, name }) => `全省 / ${region} / ${name},班组,班组,,`),
    ];
    for (let from = 0; from < rows.length; from += ROWS_A_FILE) {
      const text = [head, ...rows.slice(from, from + ROWS_A_FILE)].join('\n');
      const content = Buffer.from(text).toString('base64');
      const { digest } = await this.post<UnitImportPreview>('/api/unit-files/preview', { content });
      const { refused } = await this.post<UnitImportResult>('/api/unit-files/import', { content, digest });
      if (refused.length > 0) throw new Error(`A unit was refused: ${JSON.stringify(refused[0])}`);
    }
  }

  /** The same, and makes their codes. Registration codes by number of the unit. */
  async bringUnits(units: readonly PlannedUnit[]): Promise<Map<number, string>> {
    await this.importUnits(units);
    const { units: tree } = await this.get<{ units: Unit[] }>('/api/units');
    const top = tree.find(({ parentId }) => parentId === null)?.id ?? '';
    await this.post(`/api/units/${top}/codes/missing`, {});
    const { posters } = await this.get<{ posters: Poster[] }>(`/api/units/${top}/posters`);
    const byName = new Map(units.map(({ name, no }) => [name, no]));
    return new Map(
      posters.flatMap(({ path, code }) => {
        const no = byName.get(path.at(-2) ?? '');
        return path.at(-1) === '班组' && no !== undefined ? [[no, code] as const] : [];
      }),
    );
  }

  async createContest(settings: Omit<ContestSettings, 'sets'>): Promise<string> {
    const { sets } = await this.get<{ sets: QuestionSetSummary[] }>('/api/question-sets');
    const [largest] = [...sets].filter(({ isLatest }) => isLatest).sort((a, b) => b.questionCount - a.questionCount);
    if (largest === undefined) throw new Error('No released question set');
    const { setId, version: setVersion } = largest;
    const body = { settings: { ...settings, sets: [{ setId, version: setVersion }] } };
    const { id, version } = await this.post<ContestDetail>('/api/desk/contests', body);
    await this.post(`/api/desk/contests/${id}/publication`, { version });
    return id;
  }

  dashboard(contestId: string): Promise<Dashboard> {
    return this.get(`/api/desk/contests/${contestId}/dashboard`);
  }

  /** The first page of a board. */
  boardPage(contestId: string, board: 'units' | 'regions' | 'sectors'): Promise<UnitBoard> {
    return this.get(`/api/desk/contests/${contestId}/boards/${board}?measure=index`);
  }

  /** The tree of units as the desk shows it beside a contest. */
  contestUnits(contestId: string): Promise<unknown> {
    return this.get(`/api/desk/contests/${contestId}/units`);
  }

  async board(contestId: string, board: 'units' | 'regions' | 'sectors'): Promise<UnitStanding[]> {
    const rows: UnitStanding[] = [];
    for (;;) {
      const page = await this.get<UnitBoard>(
        `/api/desk/contests/${contestId}/boards/${board}?measure=index&offset=${rows.length}`,
      );
      rows.push(...page.rows);
      if (page.rows.length < PAGE || rows.length >= page.total) return rows;
    }
  }

  async people(contestId: string): Promise<ContestPerson[]> {
    const people: ContestPerson[] = [];
    for (;;) {
      const page = await this.get<{ people: ContestPerson[]; matching: number }>(
        `/api/desk/contests/${contestId}/people?offset=${people.length}`,
      );
      people.push(...page.people);
      if (page.people.length < PAGE || people.length >= page.matching) return people;
    }
  }

  /** Has a spreadsheet made and fetches it. */
  async report(contestId: string, kind: 'units' | 'people'): Promise<Uint8Array> {
    const { id } = await this.post<Report>(`/api/desk/contests/${contestId}/reports`, { kind, language: 'zh' });
    for (;;) {
      const { reports } = await this.get<{ reports: Report[] }>(`/api/desk/contests/${contestId}/reports`);
      const state = reports.find((each) => each.id === id)?.state;
      if (state === 'ready') break;
      if (state !== 'making') throw new Error(`The report of ${kind} is ${state}`);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    const response = await fetch(`${this.origin}/api/desk/contests/${contestId}/reports/${id}/file`, {
      headers: { cookie: this.cookie },
    });
    if (!response.ok) throw new Error(`The report of ${kind}: ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  }

  private async enter(path: string, body: object): Promise<void> {
    const { cookies } = await callOk({
      method: 'POST',
      url: this.origin + path,
      headers: { origin: this.origin },
      body,
    });
    this.cookie = cookies.join('; ');
  }

  private async get<T>(path: string): Promise<T> {
    const headers = { cookie: this.cookie };
    return (await callOk({ method: 'GET', url: this.origin + path, headers, agent: this.agent })).body as T;
  }

  private async post<T>(path: string, body: object): Promise<T> {
    const headers = { cookie: this.cookie, origin: this.origin };
    return (await callOk({ method: 'POST', url: this.origin + path, headers, body, agent: this.agent })).body as T;
  }
}
