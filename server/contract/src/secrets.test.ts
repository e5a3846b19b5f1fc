import { ALL_ROUTES } from './all-routes.js';
import {
  BooleanAnswer,
  HotspotAnswer,
  MultipleAnswer,
  NumericAnswer,
  OrderingAnswer,
  Region,
  SingleAnswer,
  TextAnswer,
} from '@anquanli/question-bank/schema-answers.js';
import { Check, Question, QuestionContent } from '@anquanli/question-bank/schema.js';
import { describe, expect, it } from '@jest/globals';
import * as z from 'zod/mini';
import { BlindQuestion, bankRoutes, DeskQuestion } from './bank.js';
import { bankImportRoutes, ImportItem } from './bank-imports.js';
import { bankReleaseRoutes } from './bank-releases.js';
import { Attempt, contestRoutes, SavedAnswer } from './contest.js';
import { Refusal } from './error.js';
import type { Exchange, Notice, Route } from './exchange.js';
import { joinRoutes } from './join.js';
import { PlayerView, playerExchanges, playerNotices } from './live.js';
import { HostView } from './live-host.js';
import { StageView, stageExchanges, stageNotices } from './live-stage.js';
import { Citation, Distribution, Key, Revelation, Zone } from './question.js';
import { BankQuestion } from './question-bank.js';
import { QuestionResult } from './rounds.js';

type Schema = z.core.$ZodType;

/** What gives a question away: by the very schema, or by the name of a field that somebody may type out again. */
const SECRET_SCHEMAS = new Set<Schema>([Key, Zone, Revelation, Citation, Distribution]);
const SECRET_FIELDS =
  /^(key|answerKey|correct.*|isRight|isCorrect|solution|revelation|explanation|citations?|zones|accept|anyOrder|tolerance|decoys|feedback|distribution|heat|voidReason|choices)$/;
/** Of the admins' desk: for phones and stage in no phase, not even after the reveal. */
const DESK_SCHEMAS = new Set<Schema>([
  ...[Question, QuestionContent, Check, Region, DeskQuestion, BlindQuestion, ImportItem],
  ...[SingleAnswer, MultipleAnswer, BooleanAnswer, OrderingAnswer, NumericAnswer, TextAnswer, HotspotAnswer],
]);
const DESK_ROUTES = [bankRoutes, bankReleaseRoutes, bankImportRoutes].flatMap((group) => Object.values<Route>(group));

interface Find {
  /** `view.revelation`; branches of a union by their number. */
  readonly path: string;
  /** The phase of the innermost view on the way; null outside of one. */
  readonly phase: unknown;
}

/** Every way to a secret inside a schema. Throws at a kind of schema it cannot look into: then it has to learn it. */
function secretsIn(schema: Schema, path: readonly string[] = [], phase: unknown = null): Find[] {
  const isOfDesk = DESK_SCHEMAS.has(schema);
  const isSecret = isOfDesk || SECRET_SCHEMAS.has(schema);
  const here = isSecret ? [{ path: path.join('.'), phase: isOfDesk ? null : phase }] : [];
  return [...here, ...insidesOf(schema, path, phase)];
}

function insidesOf(schema: Schema, path: readonly string[], phase: unknown): Find[] {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'object': {
      const inPhase = phaseOf(def.shape) ?? phase;
      return Object.entries(def.shape).flatMap(([name, field]) => {
        const own = SECRET_FIELDS.test(name) ? [{ path: [...path, name].join('.'), phase: inPhase }] : [];
        return [...own, ...secretsIn(field, [...path, name], inPhase)];
      });
    }
    case 'union':
      return def.options.flatMap((option, index) => secretsIn(option, [...path, String(index)], phase));
    case 'array':
      return secretsIn(def.element, [...path, '[]'], phase);
    case 'tuple':
      return def.items.flatMap((item, index) => secretsIn(item, [...path, String(index)], phase));
    case 'record':
      return secretsIn(def.valueType, [...path, '{}'], phase);
    case 'optional':
    case 'nullable':
      return secretsIn(def.innerType, path, phase);
    case 'string':
    case 'number':
    case 'boolean':
    case 'literal':
    case 'enum':
      return [];
    default:
      throw new Error(`a schema of kind ${def.type} at ${path.join('.')}: teach the walk to look inside`);
  }
}

function phaseOf(shape: Readonly<Record<string, Schema>>): unknown {
  if (!shape.phase) return null;
  const { def } = (shape.phase as z.core.$ZodTypes)._zod;
  return def.type === 'literal' && def.values.length === 1 ? def.values[0] : null;
}

/**
 * Papers have no phases. What they tell of a question is told in these fields and nowhere else: null until the rules allow it, which a test of
 * the server holds the answers to.
 */
const OF_PAPERS = [contestRoutes.start, contestRoutes.attempt, contestRoutes.answer, contestRoutes.submit];
const TOLD_BY_PAPERS = /^(answers\.\[\]\.feedback|feedback|result)(\.|$)/;

const isForEverybody = ({ policy }: Route) => ['anyone', 'player', 'stage'].includes(policy.who);

/** Everything that may travel to a phone or to the stage, by a name that tells where to look. */
const received: [string, Schema][] = [
  ...Object.values<Notice>({ ...playerNotices }).map(({ name, payload }): [string, Schema] => [
    `phone ${name}`,
    payload,
  ]),
  ...Object.values<Notice>({ ...stageNotices }).map(({ name, payload }): [string, Schema] => [
    `stage ${name}`,
    payload,
  ]),
  ...Object.values<Exchange>({ ...playerExchanges }).map(({ name, reply }): [string, Schema] => [
    `phone ${name}`,
    reply,
  ]),
  ...Object.values<Exchange>({ ...stageExchanges }).map(({ name, reply }): [string, Schema] => [
    `stage ${name}`,
    reply,
  ]),
  ...ALL_ROUTES.filter(
    (route) => isForEverybody(route) && route !== joinRoutes.review && !OF_PAPERS.some((each) => each === route),
  ).flatMap(({ method, path, reply }): [string, Schema][] => (reply ? [[`${method} ${path}`, reply]] : [])),
  ['refusals', Refusal],
];

describe('before the reveal', () => {
  it.each(received)('%s has no place for a right answer, an explanation or a distribution', (_, schema) => {
    expect(secretsIn(schema).filter(({ phase }) => phase !== 'reveal')).toEqual([]);
  });

  it('only the views of the reveal, and the review of told questions, have one at all', () => {
    const inReveal = received.filter(([, schema]) => secretsIn(schema).length > 0).map(([name]) => name);
    expect(inReveal).toEqual(['phone view', 'phone screen', 'stage view', 'phone view.sync', 'stage view.sync']);
    expect(secretsIn(joinRoutes.review.reply as Schema).length).toBeGreaterThan(0);
  });

  it.each(OF_PAPERS.map(({ method, path, reply }): [string, Schema] => [`${method} ${path}`, reply as Schema]))(
    '%s tells of a question only in fields that are null while it may not be known',
    (_, schema) => {
      const finds = secretsIn(schema).map(({ path }) => path);
      expect(finds.length).toBeGreaterThan(0);
      expect(finds.filter((path) => !TOLD_BY_PAPERS.test(path))).toEqual([]);
      const nullable = Object.entries({ ...Attempt.shape, ...SavedAnswer.shape });
      const types = nullable.flatMap(([name, field]) =>
        ['feedback', 'result'].includes(name) ? [(field as z.core.$ZodTypes)._zod.def.type] : [],
      );
      expect(types).toEqual(['nullable', 'nullable']);
    },
  );

  it('what was asked for covers every phase that phones and stage may be in', () => {
    const phasesOf = (view: typeof PlayerView | typeof StageView) =>
      view._zod.def.options.map((option) => phaseOf(option._zod.def.shape));
    const phases = ['lobby', 'question_open', 'question_closed', 'reveal', 'leaderboard', 'finished', 'aborted'];
    expect(phasesOf(PlayerView)).toEqual(phases);
    expect(phasesOf(StageView)).toEqual(phases);
  });
});

describe('the desk', () => {
  it.each(DESK_ROUTES.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s is for accounts only',
    (_, { policy }) => {
      expect(['organiser', 'admin']).toContain(policy.who);
    },
  );

  it('shows a second reader a question without its key', () => {
    expect(Object.values(BlindQuestion._zod.def.shape).flatMap((field) => secretsIn(field))).toEqual([]);
    expect(Object.keys(BlindQuestion._zod.def.shape).filter((field) => SECRET_FIELDS.test(field))).toEqual([]);
    expect(Object.keys(BlindQuestion._zod.def.shape)).not.toContain('answer');
  });
});

describe('the walk itself', () => {
  const open = { phase: z.literal('question_open') };

  it('finds what is hidden deep in lists, options and branches', () => {
    const leaky = z.object({
      view: z.union([
        z.object({ phase: z.literal('lobby') }),
        z.object({ ...open, old: z.optional(z.array(Revelation)) }),
      ]),
    });
    expect(secretsIn(leaky)).toContainEqual({ path: 'view.1.old.[]', phase: 'question_open' });
    expect(secretsIn(z.object({ ...open, question: z.object({ key: z.string() }) }))).toEqual([
      { path: 'question.key', phase: 'question_open' },
    ]);
    expect(secretsIn(z.object({ phase: z.enum(['reveal']), key: z.string() }))).toEqual([{ path: 'key', phase: null }]);
  });

  it('finds the keys of those who may see them', () => {
    const open = [HostView, BankQuestion, QuestionResult, DeskQuestion, ImportItem];
    for (const schema of open) expect(secretsIn(schema)).not.toEqual([]);
  });

  it('finds what is of the desk inside lists and tables, and takes no reveal for an excuse', () => {
    const reveal = { phase: z.literal('reveal') };
    const leaky = z.object({ ...reveal, rows: z.record(z.string(), z.array(z.nullable(Question))) });
    expect(secretsIn(leaky)).toContainEqual({ path: 'rows.{}.[]', phase: null });
    const answer = z.object({ ...reveal, answer: NumericAnswer });
    expect(secretsIn(answer)).toContainEqual({ path: 'answer', phase: null });
  });

  it('stops at a schema it does not know, instead of passing by', () => {
    expect(() => secretsIn(z.object({ any: z.unknown() }))).toThrow('a schema of kind unknown at any');
  });
});
