import type { Browser } from './browser.js';
import type { TestServer } from './start-server.js';

/** A phone that a host has made the remote control of a round. */
export async function aRemote(server: TestServer, host: Browser, roundId: string): Promise<Browser> {
  const codes = `/api/rounds/${roundId}/remote-codes`;
  const { pairingId, code } = (await host.post(codes)).body as { pairingId: string; code: string };
  const phone = server.browser();
  const { secret } = (await phone.post('/api/remote/take', { code })).body as { secret: string };
  await host.post(`${codes}/${pairingId}/confirmation`);
  await phone.post('/api/remote/state', { pairingId, secret });
  return phone;
}
