import { useCallback, useState } from 'react';
import { useLocation } from 'wouter';
import { joinRoutes, type Door } from '@anquanli/contract/join';
import { call, type Failure } from '../../lib/api-client';
import { ownPerson, personToJoinAs, takeSeat } from '../../lib/own-seat';
import type { FoundRound } from './model/claim';

export interface Entrance {
  readonly isBusy: boolean;
  readonly failure: Failure | null;
  /** Looks behind the door; who has a seat there is led to it at once. */
  find(door: Door): Promise<void>;
  /** Takes a seat under a name and goes in. */
  enter(found: FoundRound, name: string): Promise<void>;
}

/** Finding a round and going in, with what went wrong. */
export function useEntrance(onFound: (found: FoundRound) => void): Entrance {
  const [, navigate] = useLocation();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const enter = useCallback(
    async ({ joinToken }: FoundRound, name: string) => {
      setBusy(true);
      const reply = await call(joinRoutes.join, { body: { door: { joinToken }, name, personToken: personToJoinAs() } });
      setBusy(false);
      setFailure(reply.ok ? null : reply);
      if (!reply.ok) return;
      takeSeat({ ...reply.value, joinToken });
      navigate(`/play/${reply.value.roundId}`, { replace: true });
    },
    [navigate],
  );

  const find = useCallback(
    async (door: Door) => {
      setBusy(true);
      setFailure(null);
      const reply = await call(joinRoutes.findRound, { body: { door, ...knownPerson() } });
      setBusy(false);
      if (!reply.ok) return setFailure(reply);
      const { seat, phase, roundId, joinToken } = reply.value;
      const isOver = phase === 'finished' || phase === 'aborted';
      const person = ownPerson.read();
      if (seat === null) return isOver ? setFailure({ ok: false, code: 'round_over' }) : onFound(reply.value);
      if (!isOver || person === null) return enter(reply.value, seat.name);
      // Nobody can sit down any more, but who sat there may look at the own result.
      takeSeat({ roundId, joinToken, ...seat, personToken: person.token });
      navigate(`/play/${roundId}`, { replace: true });
    },
    [enter, onFound, navigate],
  );

  return { isBusy, failure, find, enter };
}

function knownPerson(): { personToken?: string } {
  const person = ownPerson.read();
  return person === null ? {} : { personToken: person.token };
}
