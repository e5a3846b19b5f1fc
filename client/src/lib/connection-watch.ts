import { localNow } from './server-clock';

export type ConnectionState = 'connecting' | 'online' | 'offline';

export interface ConnectionWatch {
  connected(): void;
  disconnected(): void;
  /** Something arrived from the server. */
  heard(): void;
  /** An ack stayed away: is the connection still there? */
  doubt(): void;
  stop(): void;
}

interface Wiring {
  /** Asks the server for a sign of life within the time (ms). */
  probe(timeoutMs: number): Promise<boolean>;
  reconnect(): void;
  onState(state: ConnectionState): void;
}

const PROBE_MS = 1_500;
/** The server says something every 5 s (`pulse`); a little later than that is suspicious. */
const SILENCE_MS = 6_500;
/** A connection that is back within this time was no outage worth a banner. */
const BLINK_MS = 1_000;
const CLOCK_EVERY_MS = 30_000;

/**
 * Decides what the person is told about the connection, and makes a new one at once where the old one is dead but does not
 * know it: after sleep, a change of network, an ack that never came, silence.
 */
export function connectionWatch({ probe, reconnect, onState }: Wiring): ConnectionWatch {
  let state: ConnectionState = 'connecting';
  let isConnected = false;
  let isProbing = false;
  let heardAt = localNow();
  let syncedAt = 0;
  let blink: ReturnType<typeof setTimeout> | undefined = setTimeout(() => tell('offline'), 4 * BLINK_MS);

  function tell(next: ConnectionState): void {
    if (next === state) return;
    state = next;
    onState(next);
  }
  async function check(): Promise<void> {
    if (isProbing) return;
    if (!isConnected) return reconnect();
    isProbing = true;
    const isAlive = await probe(PROBE_MS);
    isProbing = false;
    if (isAlive) tell('online');
    else if (isConnected) {
      tell('offline');
      reconnect();
    }
  }
  async function measureClock(): Promise<void> {
    syncedAt = localNow();
    // Three in a row: the first also warms the way up, the best of them counts.
    for (let nth = 0; nth < 3 && isConnected; nth++) await probe(PROBE_MS);
  }
  const onVisible = () => void (document.visibilityState === 'visible' && check());
  const onOnline = () => void check();
  // Only a page that comes back from the browser's cache; the first show is busy connecting.
  const onPageShow = (event: PageTransitionEvent) => void (event.persisted && check());
  const onOffline = () => tell('offline');
  const heartbeat = setInterval(() => {
    if (!isConnected || document.visibilityState !== 'visible') return;
    if (localNow() - heardAt > SILENCE_MS) void check();
    else if (localNow() - syncedAt > CLOCK_EVERY_MS) void measureClock();
  }, 1_000);
  document.addEventListener('visibilitychange', onVisible);
  window.addEventListener('pageshow', onPageShow);
  window.addEventListener('online', onOnline);
  window.addEventListener('offline', onOffline);

  return {
    connected() {
      clearTimeout(blink);
      isConnected = true;
      heardAt = localNow();
      tell('online');
      void measureClock();
    },
    disconnected() {
      if (!isConnected) return;
      isConnected = false;
      clearTimeout(blink);
      if (state === 'online') tell('connecting');
      blink = setTimeout(() => tell('offline'), BLINK_MS);
    },
    heard() {
      heardAt = localNow();
    },
    doubt: () => void check(),
    stop() {
      clearTimeout(blink);
      clearInterval(heartbeat);
      document.removeEventListener('visibilitychange', onVisible);
      window.removeEventListener('pageshow', onPageShow);
      window.removeEventListener('online', onOnline);
      window.removeEventListener('offline', onOffline);
    },
  };
}
