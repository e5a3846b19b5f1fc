import { Agent } from 'node:http';
import type { ContestHome, PeopleBoardPage } from '@anquanli/contract/contest';
import { callOk } from '../bots/http-json.js';
import { type Crowd, nameOf, pointsOf, tokenOf } from './crowd.js';
import type { ExpectedRanks, Scope } from './expected-ranks.js';

const PAGE = 50;

export const POSITIONS = ['top', 'middle', 'last'] as const;
export type Position = (typeof POSITIONS)[number];

/** A contest with the first people of the crowd in it. */
export interface FilledContest {
  readonly contestId: string;
  readonly expected: ExpectedRanks;
}

/** Times in ms of one kind of question, asked by people of one position. */
export interface Asked {
  readonly what: 'own ranks' | 'board of all' | 'board of the region';
  readonly position: Position;
  readonly ms: number[];
}

/** Who asks: so many people around the top, the middle and the end of the board. */
export function askersAt({ order }: ExpectedRanks, position: Position, count: number): number[] {
  const last = Math.max(0, order.length - count);
  const from = { top: 0, middle: Math.floor(last / 2), last }[position];
  return [...order.subarray(from, from + count)];
}

/** Phones that look where they stand, one after the other, and what they are told that is wrong. */
export class RankAsker {
  readonly wrong: string[] = [];
  asked = 0;
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 4 });

  constructor(
    private readonly crowd: Crowd,
    private readonly origins: readonly string[],
  ) {}

  /** Without looking at what comes. */
  async warm({ contestId }: FilledContest, no: number, origin: string): Promise<number> {
    const startedAt = performance.now();
    await this.get<ContestHome>(`/api/contests/${contestId}`, no, origin);
    return performance.now() - startedAt;
  }

  async ask(contest: FilledContest, position: Position, askers: readonly number[]): Promise<Asked[]> {
    const kinds: Asked[] = (['own ranks', 'board of all', 'board of the region'] as const).map((what) => ({
      ...{ what, position },
      ms: [],
    }));
    const [own, all, region] = kinds;
    for (const [index, no] of askers.entries()) {
      await this.timed(own, () => this.ownRanks(contest, no));
      await this.timed(all, () => this.board(contest, 'all', no, offsetAt(position, contest.expected.count, index)));
      await this.timed(region, () => this.board(contest, 'region', no, position === 'top' ? 0 : index * PAGE));
    }
    return kinds;
  }

  private async timed(kind: Asked | undefined, work: () => Promise<() => void>): Promise<void> {
    const startedAt = performance.now();
    const check = await work();
    kind?.ms.push(performance.now() - startedAt);
    check();
  }

  private async ownRanks({ contestId, expected }: FilledContest, no: number): Promise<() => void> {
    const { standing } = await this.get<ContestHome>(`/api/contests/${contestId}`, no);
    return () => {
      for (const scope of ['unit', 'region', 'all'] as const) {
        const told = standing.places.find((each) => each.scope === scope);
        const wanted = expected.place(scope, no);
        this.compare(`${nameOf(no)} in ${scope}`, [told?.place, told?.people], [wanted.place, wanted.people]);
      }
      this.compare(`score of ${nameOf(no)}`, [standing.points, standing.timeMs], this.scoreOf(no));
    };
  }

  private async board(
    { contestId, expected }: FilledContest,
    scope: Scope,
    no: number,
    offset: number,
  ): Promise<() => void> {
    const path = `/api/contests/${contestId}/boards/people?scope=${scope}&offset=${offset}`;
    const page = await this.get<PeopleBoardPage>(path, no);
    return () => {
      const wanted = expected.page(scope, no, offset, PAGE);
      this.compare(
        `board of ${scope} from ${offset} for ${nameOf(no)}`,
        page.rows.map(({ name, points, timeMs }) => `${name} ${points} ${timeMs}`),
        wanted.map((each) => [nameOf(each), ...this.scoreOf(each)].join(' ')),
      );
      const [first] = wanted;
      if (first === undefined) return;
      this.compare(`first place of that page`, [page.rows[0]?.place], [this.placeIn(expected, scope, no, first)]);
      this.compare(`own place beside that page`, [page.me?.place], [expected.place(scope, no).place]);
    };
  }

  /** Of somebody else, among those whom the asking person is among. */
  private placeIn(expected: ExpectedRanks, scope: Scope, no: number, other: number): number {
    return scope === 'all' || no === other ? expected.place(scope, other).place : expected.place('region', other).place;
  }

  private scoreOf(no: number): number[] {
    return [pointsOf(this.crowd, no), this.crowd.timeMs[no] ?? 0];
  }

  private compare(what: string, told: readonly unknown[], wanted: readonly unknown[]): void {
    if (JSON.stringify(told) === JSON.stringify(wanted)) return;
    const at = told.findIndex((each, index) => each !== wanted[index]);
    this.wrong.push(`${what}: ${String(told[at])}, not ${String(wanted[at])} (${told.length} of ${wanted.length})`);
  }

  private async get<T>(path: string, no: number, origin?: string): Promise<T> {
    this.asked += 1;
    const at = origin ?? this.origins[this.asked % this.origins.length] ?? '';
    const headers = {
      authorization: `Bearer ${tokenOf(no)}`,
      'x-forwarded-for': `10.${(no >> 16) & 255}.${(no >> 8) & 255}.${no & 255}`,
    };
    return (await callOk({ method: 'GET', url: at + path, headers, agent: this.agent })).body as T;
  }
}

/** Pages where the asking people are. */
function offsetAt(position: Position, count: number, index: number): number {
  const last = Math.max(0, count - PAGE);
  if (position === 'top') return Math.min(last, (index % 4) * PAGE);
  return position === 'middle' ? Math.floor(last / 2) + index : Math.max(0, last - index);
}
