import type { MigrationClass } from '../schema.js';
import { Bank1795700000000 } from './bank-1795700000000.js';
import { Boards1796200000000 } from './boards-1796200000000.js';
import { Contests1796000000000 } from './contests-1796000000000.js';
import { Identity1795400000000 } from './identity-1795400000000.js';
import { LiveRound1795400000002 } from './live-round-1795400000002.js';
import { Media1795655400000 } from './media-1795655400000.js';
import { Participants1796300000000 } from './participants-1796300000000.js';
import { QuestionSets1795400000001 } from './question-sets-1795400000001.js';
import { Rosters1795900000000 } from './rosters-1795900000000.js';
import { SetupLink1796100000000 } from './setup-link-1796100000000.js';
import { Units1795800000000 } from './units-1795800000000.js';

/** In the order in which they are applied. Append only: what has been released is never edited. */
export const MIGRATIONS: readonly MigrationClass[] = [
  Identity1795400000000,
  QuestionSets1795400000001,
  LiveRound1795400000002,
  Media1795655400000,
  Bank1795700000000,
  Units1795800000000,
  Rosters1795900000000,
  Contests1796000000000,
  SetupLink1796100000000,
  Boards1796200000000,
  Participants1796300000000,
];
