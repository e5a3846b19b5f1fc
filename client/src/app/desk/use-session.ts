import { useCallback, useEffect } from 'react';
import { identityRoutes, type Me } from '@anquanli/contract/identity';
import { call } from '../../lib/api-client';
import { onSessionLost, useLoaded } from '../../lib/use-call';

const NOBODY: Me = { account: null, remoteRoundId: null };

/** Who is signed in on this browser; `me` is null until the first answer. */
export function useSession() {
  const { value, failure, isReading, reload, change } = useLoaded(useCallback(() => call(identityRoutes.me), []));
  const setMe = useCallback((me: Me) => change(() => me), [change]);
  useEffect(() => onSessionLost(() => setMe(NOBODY)), [setMe]);
  return { me: value, failure, isReading, reload, setMe };
}
export type Session = ReturnType<typeof useSession>;
