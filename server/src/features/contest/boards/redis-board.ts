import type { CountedPerson, RankedPerson } from '../../../domain/ranking/people-ranking.js';
import type { HotScript, HotState } from '../../../platform/hot-state/hot-state.js';
import type { CopiedPage } from './board-copies.js';
import type { BoardScore } from './people-board.js';
import { BETTER, CLAIM, DONE, DROP, PAGE, PUT, RELEASE, SIZE, TEND } from './redis-board-scripts.js';

/** Persons in one go: Redis does nothing else meanwhile, some milliseconds. */
const PEOPLE_A_PUT = 250;
const MOST_POINTS = 2 ** 32 - 1;
const POINTS_DIGITS = 8;
const TIME_DIGITS = 12;
const RANK = POINTS_DIGITS + TIME_DIGITS;

/** An answer, and when the board was last compared with the rows. */
export interface Dated<T> {
  readonly sweptAt: number;
  readonly value: T;
}

/** The right to make or compare a board: of one process at a time. */
export interface Lease {
  readonly token: string;
  /** Null = there is no board. */
  readonly generation: string | null;
  readonly sweptAt: number;
}

/** The sorted sets of one contest; `redis-board-scripts.ts` says what is in them. Throws while Redis does not answer. */
export class RedisBoard {
  private readonly key: string;

  constructor(
    private readonly hotState: HotState,
    contestId: string,
  ) {
    this.key = `board:${contestId}`;
  }

  /** Null when there is no board; so with the other answers. */
  async size(unitIds: readonly string[] | null): Promise<Dated<number> | null> {
    if (unitIds?.length === 0) return { sweptAt: Infinity, value: 0 };
    return dated(await this.ask(SIZE, unitIds ?? []), ([size]) => Number(size));
  }

  async countBetter(unitIds: readonly string[] | null, score: BoardScore): Promise<Dated<number> | null> {
    if (unitIds?.length === 0) return { sweptAt: Infinity, value: 0 };
    return dated(await this.ask(BETTER, [rankOf(score), ...(unitIds ?? [])]), ([better]) => Number(better));
  }

  async page(unitIds: readonly string[] | null, offset: number, count: number): Promise<Dated<CopiedPage> | null> {
    if (unitIds?.length === 0) return { sweptAt: Infinity, value: { people: [], better: 0 } };
    return dated(await this.ask(PAGE, [offset, count, ...(unitIds ?? [])]), ([better, ...rest]) => ({
      ...{ better: Number(better), people: peopleFrom(rest) },
    }));
  }

  /** Newer scores in place of older ones, in the board that answers if there is one. */
  async put(people: readonly CountedPerson[]): Promise<void> {
    await this.putAs('', '', people);
  }

  /** The same in a generation, for whoever holds the lease: false when it was lost. */
  async putAs(token: string, generation: string, people: readonly CountedPerson[]): Promise<boolean> {
    let isHeld = true;
    for (let from = 0; isHeld && from < people.length; from += PEOPLE_A_PUT) {
      const fields = people
        .slice(from, from + PEOPLE_A_PUT)
        .flatMap((person) => [person.personId, person.unitId, person.isRanked ? rankOf(person) : '-', person.changes]);
      isHeld = (await this.run(PUT, [token, generation, ...fields])) === 1;
    }
    return isHeld;
  }

  /** Null when another process holds it. */
  async claim(token: string): Promise<Lease | null> {
    const [generation, sweptAt] = await this.ask(CLAIM, [token]);
    if (generation === undefined) return null;
    return { token, generation: generation === '' ? null : generation, sweptAt: Number(sweptAt) };
  }

  /** The generation answers from now on, as compared at that time. False when the lease was lost. */
  async done({ token }: Lease, generation: string, sweptAt: number): Promise<boolean> {
    return (await this.run(DONE, [token, generation, sweptAt])) === 1;
  }

  async release({ token }: Lease): Promise<void> {
    await this.run(RELEASE, [token]);
  }

  /** Keeps it for an hour; false when it is not whole. */
  async tend(generation: string): Promise<boolean> {
    return (await this.run(TEND, [generation])) === 1;
  }

  /** Without a generation: that which answers. */
  async drop(generation = ''): Promise<void> {
    await this.run(DROP, [generation]);
  }

  private async ask(script: HotScript, args: readonly (string | number)[]): Promise<string[]> {
    const answer = await this.run(script, args);
    return Array.isArray(answer) ? answer.map(String) : [];
  }

  private run(script: HotScript, args: readonly (string | number)[]): Promise<unknown> {
    return this.hotState.run(script, this.key, args);
  }
}

function dated<T>([sweptAt, ...rest]: readonly string[], read: (rest: readonly string[]) => T): Dated<T> | null {
  return sweptAt === undefined ? null : { sweptAt: Number(sweptAt), value: read(rest) };
}

/** Texts that are in order as scores are: more points, then less time. */
function rankOf({ points, timeMs }: BoardScore): string {
  const digits = (value: number, count: number) => value.toString(16).padStart(count, '0');
  return digits(MOST_POINTS - points, POINTS_DIGITS) + digits(timeMs, TIME_DIGITS);
}

/** Members, each followed by its unit. */
function peopleFrom(fields: readonly string[]): RankedPerson[] {
  const members = fields.flatMap((member, index) =>
    index % 2 === 0 ? [{ member, unitId: fields[index + 1] ?? '' }] : [],
  );
  return members
    .sort((a, b) => (a.member < b.member ? -1 : 1))
    .map(({ member, unitId }) => ({
      ...{ personId: member.slice(RANK), unitId },
      points: MOST_POINTS - Number.parseInt(member.slice(0, POINTS_DIGITS), 16),
      timeMs: Number.parseInt(member.slice(POINTS_DIGITS, RANK), 16),
    }));
}
