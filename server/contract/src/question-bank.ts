import * as z from 'zod/mini';
import { route } from './exchange.js';
import { Citation, Key, MediaView, OptionView } from './question.js';
import { QUESTION_KINDS } from './vocabulary.js';

export const SetId = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.minLength(2), z.maxLength(64));
export const SetVersion = z.string().check(z.regex(/^(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})$/));
export const QuestionId = z.string().check(z.regex(/^q_[0-9a-hjkmnp-tv-z]{26}$/));
export const CategoryId = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.minLength(2), z.maxLength(64));

/** One released version of a question set, as the list shows it. Counts are of questions that a round can play. */
export const QuestionSetSummary = z.object({
  setId: z.string(),
  version: z.string(),
  title: z.string(),
  description: z.string(),
  status: z.enum(['released', 'withdrawn']),
  isLatest: z.boolean(),
  questionCount: z.number(),
  categories: z.array(z.object({ id: z.string(), title: z.string(), count: z.number() })),
  difficulties: z.array(z.object({ difficulty: z.number(), count: z.number() })),
  kinds: z.array(z.object({ kind: z.enum(QUESTION_KINDS), count: z.number() })),
});
export type QuestionSetSummary = z.infer<typeof QuestionSetSummary>;

/** A question with its key, for those who prepare rounds. Never sent to a participant. */
export const BankQuestion = z.object({
  id: z.string(),
  rev: z.number(),
  kind: z.enum(QUESTION_KINDS),
  stem: z.string(),
  options: z.array(OptionView),
  media: z.array(MediaView),
  key: Key,
  explanation: z.string(),
  citations: z.array(Citation),
  difficulty: z.number(),
  category: z.string(),
});
export type BankQuestion = z.infer<typeof BankQuestion>;

export const questionBankRoutes = {
  listSets: route(
    'GET',
    '/api/question-sets',
    { who: 'organiser' },
    {
      reply: z.object({ sets: z.array(QuestionSetSummary) }),
    },
  ),
  getSet: route(
    'GET',
    '/api/question-sets/:setId/versions/:version',
    { who: 'organiser' },
    {
      params: z.strictObject({ setId: SetId, version: SetVersion }),
      reply: z.object({ set: QuestionSetSummary, questions: z.array(BankQuestion) }),
    },
  ),
} as const;
