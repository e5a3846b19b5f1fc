import { contestRoutes } from '@anquanli/contract/contest';
import type { Route } from '@anquanli/contract/exchange';
import { peopleDeskRoutes } from '@anquanli/contract/people-desk';
import { roundRoutes } from '@anquanli/contract/rounds';
import { unitRoutes } from '@anquanli/contract/units';
import type { Example } from '../edges/hall-of-routes.js';
import type { Caller } from './callers.js';

/** A list that many may ask for, and of which each sees a part. */
interface ScopedList {
  /** An id that stands in the list of whoever may see what it is the id of. */
  readonly markerOf: (examples: readonly Example[]) => string;
  readonly shownTo: readonly Caller[];
}

const param = (route: Route, name: string) => (examples: readonly Example[]) =>
  examples.find((example) => example.route === route)?.input.params?.[name] ?? 'no such parameter';

const ORGANISERS = ['an organiser elsewhere', 'the organiser here', 'an admin'] as const;

export const LISTS: readonly (readonly [string, ScopedList])[] = [
  ['GET /api/rounds', { markerOf: param(roundRoutes.get, 'roundId'), shownTo: ['the organiser here', 'an admin'] }],
  [
    'GET /api/units',
    { markerOf: param(unitRoutes.codes, 'unitId'), shownTo: [...ORGANISERS, 'the captain of the units'] },
  ],
  [
    'GET /api/person-claims',
    {
      markerOf: param(peopleDeskRoutes.decideClaim, 'claimId'),
      shownTo: [...ORGANISERS, 'the captain of the units'],
    },
  ],
  [
    'GET /api/desk/contests',
    { markerOf: param(contestRoutes.home, 'contestId'), shownTo: [...ORGANISERS, 'the captain of the contest'] },
  ],
  ['GET /api/contests', { markerOf: param(contestRoutes.home, 'contestId'), shownTo: ['a colleague', 'the person'] }],
];
