import type { Route } from '@anquanli/contract/exchange';
import { identityRoutes } from '@anquanli/contract/identity';
import { joinRoutes } from '@anquanli/contract/join';
import { questionBankRoutes } from '@anquanli/contract/question-bank';
import { roundRoutes } from '@anquanli/contract/rounds';
import { systemRoutes } from '@anquanli/contract/system';
import type { Browser } from '../support/browser.js';
import { Hall, someSettings } from '../support/play.js';
import { questionId } from '../support/releases.js';
import { ADMIN, type TestServer } from '../support/start-server.js';
import { furnishContests } from './contests-of-routes.js';
import { furnishDesk } from './desk-of-routes.js';
import { furnishUnits } from './units-of-routes.js';
import { furnishImports } from './imports-of-routes.js';

/** What a request brings, by the parts of the contract. */
export interface RouteInput {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** A route with an input that it would take. */
export interface Example {
  readonly route: Route;
  readonly input: RouteInput;
  /** Of a participant, where the route is for one. */
  readonly personToken?: string;
}

export const nameOf = ({ method, path }: Route): string => `${method} ${path}`;

/**
 * A house with something behind every door: two accounts, a round with people, a claim and codes for remote controls, the
 * admins' desk. The round is the host's.
 */
export async function furnish(server: TestServer, admin: Browser, host = admin): Promise<Example[]> {
  const hall = await Hall.open(server.origin, host);
  const roundId = hall.round.id;
  const { personToken } = await hall.seat('张三');
  const door = { pin: hall.round.pin };
  const post = async <T>(path: string, body?: unknown) => (await admin.post(path, body)).body as T;
  const organiser = { name: '李组织', password: 'organiser-of-tests', role: 'organiser' };
  const { id: accountId } = await post<{ id: string }>('/api/accounts', organiser);
  const claim = await post<{ claimId: string; claimSecret: string }>('/api/play/seat-claims', { door, name: '张三' });
  const codes = `/api/rounds/${roundId}/remote-codes`;
  const waiting = await post<{ pairingId: string; code: string }>(codes);
  const other = await post<{ code: string }>(codes);
  const taken = await post<{ pairingId: string; secret: string }>('/api/remote/take', { code: other.code });
  const byRound = { params: { roundId } };
  const byPairing = { params: { roundId, pairingId: waiting.pairingId } };
  const byHand = someSettings({ pick: { by: 'hand', questionIds: [questionId(1), questionId(3)] } });
  const { setupState, setup, me, signIn, signOut, signOutEverywhere, changePassword, ...accounts } = identityRoutes;
  return [
    { route: setupState, input: {} },
    { route: setup, input: { body: { token: 'a'.repeat(32), name: '赵安全', password: 'another-password' } } },
    { route: me, input: {} },
    // Not the password: signing in would end the session that all other requests are sent with.
    { route: signIn, input: { body: { ...ADMIN, password: 'not-the-password' } } },
    { route: signOut, input: {} },
    { route: signOutEverywhere, input: {} },
    { route: changePassword, input: { body: { current: 'not-the-password', next: 'the-next-password' } } },
    { route: accounts.listAccounts, input: {} },
    { route: accounts.createAccount, input: { body: { ...organiser, name: '孙组织' } } },
    { route: accounts.updateAccount, input: { params: { accountId }, body: { isDisabled: false } } },
    { route: joinRoutes.findRound, input: { body: { door, personToken } } },
    { route: joinRoutes.join, input: { body: { door: { joinToken: 'a1'.repeat(8) }, name: '王五', personToken } } },
    { route: joinRoutes.claimSeat, input: { body: { door, name: '张三' } } },
    {
      route: joinRoutes.claimState,
      input: { params: { claimId: claim.claimId }, body: { claimSecret: claim.claimSecret } },
    },
    { route: joinRoutes.review, input: byRound, personToken },
    { route: questionBankRoutes.listSets, input: {} },
    { route: questionBankRoutes.getSet, input: { params: { setId: 'test-set', version: '1.0.0' } } },
    ...(await furnishDesk(admin)),
    ...(await furnishImports(server, admin, 'edge-set')),
    ...(await furnishUnits(server, admin)),
    ...(await furnishContests(server, admin)),
    { route: roundRoutes.list, input: { query: { before: '1781571600000' } } },
    { route: roundRoutes.create, input: { body: byHand } },
    { route: roundRoutes.get, input: byRound },
    { route: roundRoutes.update, input: { ...byRound, body: someSettings() } },
    { route: roundRoutes.remove, input: byRound },
    { route: roundRoutes.again, input: byRound },
    { route: roundRoutes.rehearse, input: byRound },
    { route: roundRoutes.results, input: { ...byRound, query: { offset: '0' } } },
    { route: roundRoutes.export, input: { ...byRound, query: { language: 'zh' } } },
    { route: roundRoutes.createRemoteCode, input: byRound },
    { route: roundRoutes.remoteCodeState, input: byPairing },
    { route: roundRoutes.confirmRemote, input: byPairing },
    { route: roundRoutes.takeRemoteCode, input: { body: { code: waiting.code } } },
    { route: roundRoutes.remoteState, input: { body: { pairingId: taken.pairingId, secret: taken.secret } } },
    { route: systemRoutes.live, input: {} },
    { route: systemRoutes.ready, input: {} },
    { route: systemRoutes.describe, input: {} },
    { route: systemRoutes.metrics, input: {}, personToken: server.config.metricsToken ?? '' },
  ];
}
