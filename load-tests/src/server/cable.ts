import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** The network between phones and a server. */
export interface Cable {
  readonly origin: string;
  /** From now on nothing passes, and neither end is told: what a phone in a lift is to a server. */
  pull(): void;
  /** New connections pass again; those of before stay dead. */
  plugIn(): void;
  /** All connections end, at both ends; new ones pass. */
  cut(): void;
  remove(): Promise<void>;
}

/** Leads from a port of its own to that of a server on this machine. */
export async function layCable(toOrigin: string): Promise<Cable> {
  const port = Number(new URL(toOrigin).port);
  const ends = new Set<Socket>();
  let isPulled = false;
  const server = createServer({ allowHalfOpen: true }, (near) => {
    if (isPulled) {
      near.destroy();
      return;
    }
    const far = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    for (const [end, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(end);
      end.setNoDelay(true).pipe(other);
      end.on('error', () => other.destroy());
      end.once('close', () => ends.delete(end));
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    pull() {
      isPulled = true;
      for (const end of ends) end.unpipe().pause();
    },
    plugIn() {
      isPulled = false;
    },
    cut() {
      for (const end of ends) end.destroy();
    },
    async remove() {
      for (const end of ends) end.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
