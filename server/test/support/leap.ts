import { RoundRooms } from '../../src/features/live/running/round-rooms.service.js';
import type { RunningServer } from '../../src/server.js';
import type { JumpingClock } from './jumping-clock.js';
import { until } from './until.js';

/** Lets time pass at once, as if the server had run its clocks all the while: a bare jump looks like an outage. */
export function leap(server: Pick<RunningServer, 'app'>, clock: JumpingClock, ms: number): void {
  clock.jump(ms);
  for (const room of server.app.get(RoundRooms).all()) room.pulse.noteAlive(clock.now());
}

/** Waits until the server has run the clock of a round `times` more, so that what it would do by itself is done. */
export async function heartbeats(server: Pick<RunningServer, 'app'>, roundId: string, times = 2): Promise<void> {
  for (let beat = 0; beat < times; beat += 1) {
    const before = server.app.get(RoundRooms).peek(roundId)?.pulse.aliveAt ?? 0;
    await until(() => (server.app.get(RoundRooms).peek(roundId)?.pulse.aliveAt ?? 0) > before);
  }
}
