import type { Unit } from '@anquanli/contract/units';
import { contestRoutes } from '@anquanli/contract/contest';
import type { Route } from '@anquanli/contract/exchange';
import { joinRoutes } from '@anquanli/contract/join';
import { peopleRoutes } from '@anquanli/contract/people';
import { roundRoutes } from '@anquanli/contract/rounds';
import type { Example } from '../edges/hall-of-routes.js';
import { anOrganiser } from '../support/an-organiser.js';
import { aRemote } from '../support/a-remote.js';
import type { Browser } from '../support/browser.js';
import { Hall } from '../support/play.js';
import type { TestServer } from '../support/start-server.js';
import { Phone, UnitsDesk } from '../support/units.js';

/**
 * Everybody who may knock. `here` = at the round that requests are about; `own` = the units, or the contest, that they are about.
 * Guests have a seat and are not registered; a colleague is in the contest as well, and it is not the colleague's paper.
 */
export const CALLERS = [
  'a stranger',
  'a guest elsewhere',
  'a guest here',
  'a person elsewhere',
  'a colleague',
  'the person',
  'a remote elsewhere',
  'the remote here',
  'an organiser elsewhere',
  'the organiser here',
  'a captain elsewhere',
  'the captain of the units',
  'the captain of the contest',
  'an admin',
] as const;
export type Caller = (typeof CALLERS)[number];

/** What a caller shows: a session, or a person's token, or nothing. */
export interface Credentials {
  readonly cookie: string | null;
  readonly personToken?: string;
}

/** The people of a furnished house, each with what they show. The round of the house is the organiser's. */
export async function callersOf(
  server: TestServer,
  { admin, organiser }: { readonly admin: Browser; readonly organiser: Browser },
  examples: readonly Example[],
): Promise<Readonly<Record<Caller, Credentials>>> {
  const of = (route: Route) => examples.find((example) => example.route === route);
  const byToken = (personToken = ''): Credentials => ({ cookie: null, personToken });
  const signedIn = ({ cookie }: Browser): Credentials => ({ cookie });
  const roundId = of(roundRoutes.get)?.input.params?.['roundId'] ?? '';
  const other = await anOrganiser(server.origin, admin, '周组织');
  const hall = await Hall.open(server.origin, other);
  const { personToken: guest } = await hall.seat('郑一');

  const desk = new UnitsDesk(admin);
  const units = await desk.list();
  const named = (name: string): Unit['id'] => units.find((unit) => unit.name === name)?.id ?? '';
  const away = await desk.add(null, { name: '长春市', kind: 'region' });
  const captain = async (unitId: string, name: string) => signedIn(await desk.captainOf(unitId, server.origin, name));
  const colleague = new Phone(server.origin);
  await colleague.register(await desk.code(named('矿业')), '冯二');
  return {
    'a stranger': { cookie: null },
    'a guest elsewhere': byToken(guest),
    'a guest here': byToken(of(joinRoutes.review)?.personToken),
    'a person elsewhere': byToken(of(peopleRoutes.me)?.personToken),
    'a colleague': byToken(colleague.personToken),
    'the person': byToken(of(contestRoutes.home)?.personToken),
    'a remote elsewhere': signedIn(await aRemote(server, other, hall.round.id)),
    'the remote here': signedIn(await aRemote(server, organiser, roundId)),
    'an organiser elsewhere': signedIn(other),
    'the organiser here': signedIn(organiser),
    'a captain elsewhere': await captain(away.id, '外地班长'),
    'the captain of the units': await captain(named('城投燃气'), '燃气班长'),
    'the captain of the contest': await captain(named('矿业'), '矿业班长'),
    'an admin': signedIn(admin),
  };
}
