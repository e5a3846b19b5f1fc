import { hostExchanges, hostNotices } from '@anquanli/contract/live-host';
import { CONTRACT_VERSION } from '@anquanli/contract/version';
import type { Outcome } from '../../../lib/api-client';
import { openLiveSocket } from '../../../lib/live-socket';

const CONNECT_TIMEOUT_MS = 8_000;
const ORDER_TIMEOUT_MS = 8_000;

/**
 * Withdraws a question of a round from the results page: opens the host's connection, takes the newest version,
 * gives the one order, and hangs up. Never throws; `offline` when no connection came about.
 */
export async function voidQuestion(
  roundId: string,
  questionNo: number,
  reason: string,
): Promise<Outcome<{ version: number }>> {
  let wake: (failure: Outcome<never> | null) => void = () => undefined;
  const connected = new Promise<Outcome<never> | null>((resolve) => {
    wake = resolve;
  });
  const timer = setTimeout(() => wake({ ok: false, code: 'offline' }), CONNECT_TIMEOUT_MS);
  const live = openLiveSocket({
    handshake: { as: 'host', contractVersion: CONTRACT_VERSION, roundId },
    contract: hostNotices,
    notices: {},
    onState: (state) => {
      if (state === 'online') wake(null);
    },
    onRefused: (refusal) => wake(refusal),
  });
  try {
    const failure = await connected;
    if (failure !== null) return failure;
    const view = await live.ask(hostExchanges.sync, {});
    if (!view.ok) return view;
    const request = { version: view.value.shared.version, order: { command: 'void' as const, questionNo, reason } };
    return await live.ask(hostExchanges.command, request, { timeoutMs: ORDER_TIMEOUT_MS });
  } finally {
    clearTimeout(timer);
    live.close();
  }
}
