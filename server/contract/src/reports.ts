import * as z from 'zod/mini';

import { route } from './exchange.js';
import { Id } from './identity.js';
import { REPORT_KINDS } from './vocabulary.js';

/* Figures to hand in: spreadsheets made in the background and kept, and the weekly bulletin. A captain gets those of the own subtree. */

/** A spreadsheet. `percent` while it is being made; `bytes` when it is ready. */
export const Report = z.object({
  id: Id,
  kind: z.enum(REPORT_KINDS),
  state: z.enum(['making', 'ready', 'failed']),
  percent: z.number(),
  rows: z.number(),
  bytes: z.number(),
  createdAt: z.number(),
  byName: z.nullable(z.string()),
  /** The unit it is about; null = the whole contest. */
  unitName: z.nullable(z.string()),
});
export type Report = z.infer<typeof Report>;

const Line = z.object({
  name: z.string(),
  people: z.number(),
  headCount: z.nullable(z.number()),
  rate: z.nullable(z.number()),
  /** People new in the bulletin's week. */
  newPeople: z.number(),
  attempts: z.number(),
  mean: z.nullable(z.number()),
  /** Head-counts are known for so many of the units below. */
  units: z.number(),
  ratedUnits: z.number(),
});

/**
 * The figures of a week that ends on a Thursday at 15:00 of the contest's zone, or of the whole contest (`no` null). Kept as they were
 * then: later removals do not change a bulletin that went out.
 */
export const Bulletin = z.object({
  no: z.nullable(z.number()),
  from: z.number(),
  until: z.number(),
  /** When the figures were taken: at the end of the week, or when the server was there again. */
  asOf: z.number(),
  contestTitle: z.string(),
  timeZone: z.string(),
  total: Line,
  regions: z.array(Line),
  sectors: z.array(Line),
  best: z.array(Line),
  /** Units nobody of which has taken part; 100 at most of `nobodyCount`. */
  nobody: z.array(
    z.object({ name: z.string(), regionName: z.nullable(z.string()), headCount: z.nullable(z.number()) }),
  ),
  nobodyCount: z.number(),
  unitCount: z.number(),
  fullMarks: z.number(),
  rightShare: z.nullable(z.number()),
  hardest: z.array(z.object({ stem: z.string(), rightShare: z.number() })),
});
export type Bulletin = z.infer<typeof Bulletin>;

const byContest = z.strictObject({ contestId: Id });
const byReport = z.strictObject({ contestId: Id, reportId: Id });
const done = z.object({ ok: z.literal(true) });

export const reportRoutes = {
  list: route(
    'GET',
    '/api/desk/contests/:contestId/reports',
    { who: 'signed_in' },
    { params: byContest, reply: z.object({ reports: z.array(Report) }) },
  ),
  /** Begins one; the list says how far it is. */
  make: route(
    'POST',
    '/api/desk/contests/:contestId/reports',
    { who: 'signed_in' },
    {
      params: byContest,
      body: z.strictObject({ kind: z.enum(REPORT_KINDS), language: z.enum(['zh', 'en']) }),
      reply: Report,
    },
  ),
  /** The .xlsx. */
  file: route(
    'GET',
    '/api/desk/contests/:contestId/reports/:reportId/file',
    { who: 'signed_in' },
    { params: byReport },
  ),
  remove: route(
    'DELETE',
    '/api/desk/contests/:contestId/reports/:reportId',
    { who: 'signed_in' },
    { params: byReport, reply: done },
  ),
  /** Weeks that have ended, the newest first, and the summary once the contest is over. */
  bulletins: route(
    'GET',
    '/api/desk/contests/:contestId/bulletins',
    { who: 'organiser' },
    {
      params: byContest,
      reply: z.object({
        bulletins: z.array(z.object({ no: z.nullable(z.number()), from: z.number(), until: z.number() })),
        /** The running week ends then; null when the contest is over. */
        nextAt: z.nullable(z.number()),
      }),
    },
  ),
  /** `week` = a bulletin's number, `now` = the running week so far, `final` = the summary. */
  bulletin: route(
    'GET',
    '/api/desk/contests/:contestId/bulletins/:week',
    { who: 'organiser' },
    {
      params: z.strictObject({ contestId: Id, week: z.string().check(z.regex(/^(now|final|[1-9]\d{0,2})$/)) }),
      reply: Bulletin,
    },
  ),
} as const;
