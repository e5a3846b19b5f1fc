import { createHash } from 'node:crypto';
import { Agent } from 'node:http';
import type { Attempt, SavedAnswer } from '@anquanli/contract/contest';
import type { Participant } from '@anquanli/contract/people';
import { CONSENT_VERSION } from '@anquanli/contract/people';
import type { Choice, Key } from '@anquanli/contract/question';
import { callOk } from '../bots/http-json.js';
import { inParallel } from '../bots/in-parallel.js';
import { seededRandom } from '../bots/seeded-random.js';
import type { MonthDiary, PaperDiary } from './diary.js';
import type { MonthPlan, PlannedPerson } from './month-plan.js';

/** Phones that talk to the server at once. */
const AT_ONCE = 32;

export interface MonthField {
  /** Of all processes of the server: people are spread over them. */
  readonly origins: readonly string[];
  readonly contestId: string;
  /** Registration codes by number of the unit. */
  readonly codes: ReadonlyMap<number, string>;
}

/** Bodies of replies, as they came. */
export interface PaperReplies {
  readonly registration: unknown;
  readonly start: unknown;
  readonly answer: unknown;
  readonly submit: unknown;
}

/** Pretend phones of a contest: what they send, what they are told, and how long it took. */
export class MonthSwarm {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  private readonly people = new Map<number, { readonly token: string; readonly personId: string }>();
  private readonly papers: PaperDiary[] = [];
  private readonly times = { start: [] as number[], answer: [] as number[], submit: [] as number[] };
  private readonly replies = new Map<keyof PaperReplies, unknown>();
  private sent = 0;
  private acked = 0;

  constructor(
    private readonly plan: MonthPlan,
    private readonly field: MonthField,
  ) {}

  /** Registers everybody of the plan, so that a morning has no newcomers. */
  async registerAll(): Promise<void> {
    const { people } = this.plan;
    await inParallel(people.length, AT_ONCE, async (index) => {
      const person = people[index];
      if (person !== undefined) await this.known(person);
    });
  }

  async playDay(day: number): Promise<void> {
    const today = this.plan.people.filter(({ days }) => days.includes(day));
    await inParallel(today.length, AT_ONCE, async (index) => {
      const person = today[index];
      if (person !== undefined) this.papers.push(await this.playPaper(person, day));
    });
  }

  diary(): MonthDiary {
    const { papers, sent, acked, people, times } = this;
    return { papers, answersSent: sent, answersAcked: acked, registered: people.size, times };
  }

  /** What was last said to each kind of request: a bare server can say the same. */
  lastReplies(): PaperReplies {
    const { registration, start, answer, submit } = Object.fromEntries(this.replies);
    return { registration, start, answer, submit };
  }

  private async playPaper(person: PlannedPerson, day: number): Promise<PaperDiary> {
    const { token, personId } = await this.known(person);
    const { contestId } = this.field;
    const random = seededRandom(this.plan.size.seed * 1_000_003 + person.no * 101 + day);
    const deviceId = secretOf(`device/${this.plan.size.seed}/${person.no}`);
    const attempt = await this.timed('start', () =>
      this.ask<Attempt>('POST', `/api/contests/${contestId}/attempts`, person, { kind: 'counting', deviceId }, token),
    );
    const chosen = new Map<number, Choice>();
    for (const question of attempt.questions) {
      const choice = choiceFor(question, random);
      chosen.set(question.lineNo, choice);
      this.sent += 1;
      await this.timed('answer', () =>
        this.ask<SavedAnswer>(
          'PUT',
          `/api/attempts/${attempt.attemptId}/answers/${question.lineNo}`,
          person,
          { choice },
          token,
        ),
      );
      this.acked += 1;
    }
    const { result } = await this.timed('submit', () =>
      this.ask<Attempt>('POST', `/api/attempts/${attempt.attemptId}/submission`, person, {}, token),
    );
    if (result === null) throw new Error(`A paper that was handed in has no result: ${attempt.attemptId}`);
    const right = result.lines.filter(({ lineNo, revelation }) => isRight(chosen.get(lineNo), revelation.key)).length;
    const told = { right: result.right, points: result.points, timeMs: result.timeMs };
    return { personId, unitNo: person.unitNo, day, attemptId: attempt.attemptId, right, asked: result.asked, told };
  }

  /** Registers whoever comes for the first time. */
  private async known(person: PlannedPerson): Promise<{ token: string; personId: string }> {
    const known = this.people.get(person.no);
    if (known !== undefined) return known;
    const token = secretOf(`person/${this.plan.size.seed}/${person.no}`);
    const body = {
      ...{ code: this.field.codes.get(person.unitNo) ?? '', name: `工人${person.no}`, employeeNo: null },
      ...{ consentVersion: CONSENT_VERSION, personToken: token },
    };
    const registered = await this.ask<{ participant: Participant }>('POST', '/api/registration', person, body);
    this.replies.set('registration', registered);
    const { participant } = registered;
    const made = { token, personId: participant.personId };
    this.people.set(person.no, made);
    return made;
  }

  private async timed<T>(what: 'start' | 'answer' | 'submit', work: () => Promise<T>): Promise<T> {
    const startedAt = performance.now();
    const value = await work();
    this.times[what].push(performance.now() - startedAt);
    this.replies.set(what, value);
    return value;
  }

  /** Every phone has an address of its own, told by a proxy: the limits for addresses are not what is measured. */
  private async ask<T>(
    method: 'POST' | 'PUT',
    path: string,
    { no }: PlannedPerson,
    body: object,
    token?: string,
  ): Promise<T> {
    const { origins } = this.field;
    const origin = origins[no % origins.length] ?? '';
    const headers = {
      ...{ origin, 'x-forwarded-for': `10.${(no >> 16) & 255}.${(no >> 8) & 255}.${no & 255}` },
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    };
    return (await callOk({ method, url: origin + path, headers, body, agent: this.agent })).body as T;
  }
}

/** A choice of nobody who knows the key: any option. */
function choiceFor({ kind, options }: Attempt['questions'][number], random: () => number): Choice {
  if (kind === 'boolean') return { kind, value: random() < 0.5 };
  const option = options[Math.floor(random() * options.length)]?.id ?? '';
  if (kind === 'single') return { kind, option };
  throw new Error(`The contest of this scenario asks no question of kind ${kind}`);
}

function isRight(choice: Choice | undefined, key: Key): boolean {
  if (choice?.kind === 'single' && key.kind === 'single') return choice.option === key.option;
  return choice?.kind === 'boolean' && key.kind === 'boolean' && choice.value === key.value;
}

/** 32 hex digits that are the same for the same words. */
function secretOf(words: string): string {
  return createHash('sha256').update(words).digest('hex').slice(0, 32);
}
