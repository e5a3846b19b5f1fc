import { ALL_EXCHANGES } from '@anquanli/contract/all-exchanges';
import type { Exchange } from '@anquanli/contract/exchange';
import { HostCommand, hostExchanges } from '@anquanli/contract/live-host';
import { playerExchanges } from '@anquanli/contract/live';
import { stageExchanges } from '@anquanli/contract/live-stage';
import { CONTRACT_VERSION } from '@anquanli/contract/version';
import { LIMITS } from '@anquanli/contract/vocabulary';
import type { Socket } from 'socket.io-client';
import { RoundRooms } from '../../src/features/live/running/round-rooms.service.js';
import type { Browser } from '../support/browser.js';
import type { FakeClock } from '../support/fake-clock.js';
import { Hall } from '../support/play.js';
import type { TestServer } from '../support/start-server.js';

/** Enough phones and consoles that no limit of one of them hides what lies behind it. */
const PHONES = 26;
const CONSOLES = 6;

/** An exchange with requests that it would take, and the sockets that may send them. */
export interface Example {
  readonly exchange: Exchange;
  readonly requests: readonly object[];
  readonly sockets: readonly Socket[];
}

export const NAMED_EXCHANGES = ALL_EXCHANGES.map((exchange) => [nameOf(exchange), exchange] as const);

export function nameOf({ name, policy }: Exchange): string {
  return `${policy.who} ${name}`;
}

export interface Furnished {
  readonly examples: readonly Example[];
  readonly handshakes: readonly object[];
  leave(): void;
}

/** Time passes, and somebody ran the clocks of all rounds all the while: a bare jump would look like an outage. */
export function letPass(server: TestServer, clock: FakeClock, ms: number): void {
  clock.advance(ms);
  for (const room of server.app.get(RoundRooms).all()) room.pulse.noteAlive(clock.now());
}

/** Two rounds: in one a question is open on the phones, in the other consoles of its organiser look at a lobby with people in it. */
export async function furnish(
  server: TestServer,
  admin: Browser,
  clock: FakeClock,
  organiser = admin,
): Promise<Furnished> {
  const hall = await Hall.open(server.origin, admin, { secondsPerQuestion: null });
  const phones = await Promise.all(Array.from({ length: PHONES }, (_, index) => hall.phone(`手机${index}`)));
  const [host, stage] = [await hall.host(), await hall.stage()];
  await host.order({ command: 'open_next' });
  letPass(server, clock, LIMITS.leadMs);

  const lobby = await Hall.open(server.origin, organiser);
  const consoles = await Promise.all(Array.from({ length: CONSOLES }, () => lobby.host()));
  const { personToken } = await lobby.seat('张三');
  await lobby.seat('李四');
  const door = { pin: lobby.round.pin };
  const { claimId } = (await admin.post('/api/play/seat-claims', { door, name: '张三' })).body as { claimId: string };

  const of = (exchange: Exchange, sockets: readonly { socket: Socket }[], ...requests: object[]): Example => ({
    exchange,
    requests,
    sockets: sockets.map(({ socket }) => socket),
  });
  const answer = { questionNo: 1, answerId: '0f'.repeat(16), choice: { kind: 'single', option: 'b' } };
  const choices = [
    answer.choice,
    { kind: 'multiple', options: ['a', 'b'] },
    { kind: 'boolean', value: true },
    { kind: 'ordering', order: ['b', 'a'] },
    { kind: 'numeric', value: 19.5 },
    { kind: 'text', blanks: ['预防', ''] },
    { kind: 'hotspot', points: [[0.5, 0.25]], places: ['p1'] },
  ];
  const orders = [
    ...HostCommand._zod.def.options.map((option) => ({ command: option._zod.def.shape.command._zod.def.values[0] })),
    { command: 'void', questionNo: 1, reason: '题干有误' },
    { command: 'autopilot', isOn: true },
    { command: 'lock_lobby', isLocked: true },
    { command: 'join_origin', origin: 'http://192.168.1.7:3000' },
  ];
  const whole = (order: object) => HostCommand.safeParse(order).success;
  const seatOrders = ['hide_name', 'show_name', 'kick', 'ban', 'readmit'].map((action) => ({ action }));
  const examples = [
    of(playerExchanges.submitAnswer, phones, ...choices.map((choice) => ({ ...answer, choice, rttMs: 5 }))),
    of(playerExchanges.draftAnswer, phones, ...[...choices, null].map((choice) => ({ ...answer, choice }))),
    of(playerExchanges.sync, phones, {}),
    of(playerExchanges.clock, phones, {}),
    of(playerExchanges.rename, phones, { name: '王五' }),
    of(stageExchanges.sync, [stage], {}),
    of(stageExchanges.clock, [stage], {}),
    of(hostExchanges.command, consoles, ...orders.filter(whole).map((order) => ({ version: 1, order }))),
    of(hostExchanges.sync, consoles, {}),
    of(hostExchanges.clock, consoles, {}),
    of(hostExchanges.listPeople, consoles, { filter: 'all', search: '张', offset: 0 }),
    of(
      hostExchanges.seat,
      consoles,
      ...[{ action: 'rename', name: '赵六' }, ...seatOrders].map((order) => ({ seatNo: 1, order })),
    ),
    of(hostExchanges.listClaims, consoles, {}),
    of(
      hostExchanges.decideClaim,
      consoles,
      { claimId, decision: { grant: true, seatNo: 1, code: '0000' } },
      { claimId, decision: { grant: false } },
    ),
  ];
  const roundId = lobby.round.id;
  return {
    examples,
    handshakes: [
      { as: 'player', contractVersion: CONTRACT_VERSION, roundId, personToken },
      { as: 'stage', contractVersion: CONTRACT_VERSION, stageCode: lobby.round.stageCode },
      { as: 'host', contractVersion: CONTRACT_VERSION, roundId },
    ],
    leave() {
      hall.leave();
      lobby.leave();
    },
  };
}
