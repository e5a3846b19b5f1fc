import { useEffect, useState } from 'react';
import type { ReplyOf } from '@anquanli/contract/exchange';
import { roundRoutes } from '@anquanli/contract/rounds';
import { call } from '../../../lib/api-client';

type PairingState = ReplyOf<typeof roundRoutes.remoteCodeState>;

const EVERY_MS = 1_000;

/** What became of the code, asked every second until it is confirmed or has run out. */
export function usePairingState(roundId: string, pairingId: string): PairingState {
  const [pairing, setPairing] = useState<PairingState>({ state: 'waiting', matchNumber: null });
  const isDone = pairing.state === 'confirmed' || pairing.state === 'expired';
  useEffect(() => {
    if (isDone) return;
    let isCurrent = true;
    const timer = setInterval(() => {
      void call(roundRoutes.remoteCodeState, { params: { roundId, pairingId } }).then((outcome) => {
        if (isCurrent && outcome.ok) setPairing(outcome.value);
      });
    }, EVERY_MS);
    return () => {
      isCurrent = false;
      clearInterval(timer);
    };
  }, [roundId, pairingId, isDone]);
  return pairing;
}
