import { lazy, Suspense, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { useDocumentTitle } from '../../lib/display';
import { useWords } from '../../lib/i18n';
import { ownPerson, ownSeat } from '../../lib/own-seat';
import '../../ui/phone.css';
import { FindStep } from './components/FindStep';
import { NameStep } from './components/NameStep';
import { PinStep } from './components/PinStep';
import './join.css';
import type { FoundRound } from './model/claim';
import { words } from './words';

/** Few come this way: it is fetched when somebody does. */
const ClaimStep = lazy(() => import('./components/ClaimStep'));

/**
 * `/` and `/j/:joinToken`: the way in. A phone that holds a seat returns to it without being asked, except through the
 * door of another round.
 */
export default function JoinPage({ params }: { params: { joinToken?: string } }) {
  const t = useWords(words);
  useDocumentTitle(t('title'));
  const [, navigate] = useLocation();
  const [returning] = useState(() => roundToReturnTo(params.joinToken));
  useEffect(() => {
    if (returning !== null) navigate(`/play/${returning}`, { replace: true });
  }, [returning, navigate]);
  return returning === null ? <Door key={params.joinToken} joinToken={params.joinToken} /> : null;
}

function roundToReturnTo(joinToken: string | undefined): string | null {
  const seat = ownSeat.read();
  if (seat === null || ownPerson.read() === null) return null;
  return joinToken === undefined || joinToken === seat.joinToken ? seat.roundId : null;
}

function Door({ joinToken }: { joinToken: string | undefined }) {
  const [found, setFound] = useState<FoundRound | null>(null);
  const [isClaiming, setClaiming] = useState(false);
  const [name, setName] = useState('');
  const [, navigate] = useLocation();

  if (found === null) {
    return joinToken === undefined ? (
      <PinStep onFound={setFound} />
    ) : (
      <FindStep joinToken={joinToken} onFound={setFound} />
    );
  }
  if (isClaiming) {
    return (
      <Suspense fallback={null}>
        <ClaimStep found={found} name={name} onBack={() => setClaiming(false)} />
      </Suspense>
    );
  }
  return (
    <NameStep
      found={found}
      onOtherCode={() => (joinToken === undefined ? setFound(null) : navigate('/'))}
      onClaim={(typed) => {
        setName(typed);
        setClaiming(true);
      }}
    />
  );
}
