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

/** Every HTTP route there is: for whoever looks at all of them, such as tests and descriptions. */
export const ALL_ROUTES: readonly Route[] = [
  identityRoutes,
  joinRoutes,
  mediaRoutes,
  questionBankRoutes,
  bankRoutes,
  bankReleaseRoutes,
  bankImportRoutes,
  roundRoutes,
  unitRoutes,
  unitFileRoutes,
  rosterRoutes,
  peopleRoutes,
  peopleDeskRoutes,
  contestRoutes,
  contestDeskRoutes,
  reportRoutes,
  systemRoutes,
].flatMap((group) => Object.values<Route>(group));
