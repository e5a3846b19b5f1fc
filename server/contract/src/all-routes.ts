import { bankImportRoutes } from './bank-imports.js';
import { bankReleaseRoutes } from './bank-releases.js';
import { bankRoutes } from './bank.js';
import { contestDeskRoutes } from './contest-desk.js';
import { contestRoutes } from './contest.js';
import type { Route } from './exchange.js';
import { identityRoutes } from './identity.js';
import { joinRoutes } from './join.js';
import { mediaRoutes } from './media.js';
import { peopleDeskRoutes } from './people-desk.js';
import { peopleRoutes } from './people.js';
import { questionBankRoutes } from './question-bank.js';
import { reportRoutes } from './reports.js';
import { roundRoutes } from './rounds.js';
import { rosterRoutes } from './rosters.js';
import { systemRoutes } from './system.js';
import { unitFileRoutes } from './unit-files.js';
import { unitRoutes } from './units.js';

/** Routes by their names, in groups by what they are about. */
export type RouteGroups = Readonly<Record<string, Readonly<Record<string, Route>>>>;

/** Every HTTP route there is, with its name: for descriptions. */
export const ROUTE_GROUPS: RouteGroups = {
  identity: identityRoutes,
  join: joinRoutes,
  media: mediaRoutes,
  questionBank: questionBankRoutes,
  bank: bankRoutes,
  bankReleases: bankReleaseRoutes,
  bankImports: bankImportRoutes,
  rounds: roundRoutes,
  units: unitRoutes,
  unitFiles: unitFileRoutes,
  rosters: rosterRoutes,
  people: peopleRoutes,
  peopleDesk: peopleDeskRoutes,
  contests: contestRoutes,
  contestDesk: contestDeskRoutes,
  reports: reportRoutes,
  system: systemRoutes,
};

/** Every HTTP route there is: for whoever looks at all of them, such as tests. */
export const ALL_ROUTES: readonly Route[] = Object.values(ROUTE_GROUPS).flatMap((group) => Object.values(group));
