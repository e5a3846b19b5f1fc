import { useEffect, useState, useSyncExternalStore } from 'react';
import { useLocation } from 'wouter';
import { joinRoutes } from '@anquanli/contract/join';
import { call, type Failure } from '../../lib/api-client';
import { ownPerson, ownSeat, takeSeat, type OwnSeat } from '../../lib/own-seat';
import { useSlot } from '../../lib/use-slot';
import '../../ui/phone.css';
import { lateParts } from '../../ui/question/late-parts';
import { laterScreens, RoundScreens } from './components/RoundScreens';
import { PlayContext, type Play } from './play-context';
import { openPlaySession, type PlaySession } from './play-session';
import './play.css';
import { useHistoryGuard } from './use-history-guard';
import { useKeptAwake } from './use-kept-awake';

/** `/play/:roundId`: the round of the seat this phone holds. Without one there is nothing to play: to the door. */
export default function PlayPage({ params }: { params: { roundId?: string } }) {
  const [, navigate] = useLocation();
  const seat = useSlot(ownSeat);
  const person = useSlot(ownPerson);
  const isSeatedHere = seat !== null && person !== null && seat.roundId === params.roundId;

  useEffect(() => {
    if (!isSeatedHere) navigate('/', { replace: true });
  }, [isSeatedHere, navigate]);

  if (!isSeatedHere) return null;
  return <SeatedPage key={`${seat.roundId} ${seat.seatNo} ${person.token}`} seat={seat} personToken={person.token} />;
}

interface SeatedPageProps {
  seat: OwnSeat;
  personToken: string;
}

function SeatedPage({ seat, personToken }: SeatedPageProps) {
  const [visit, setVisit] = useState(0);
  const session = useSession(seat, personToken, visit);
  const comeBack = async (): Promise<Failure | null> => {
    const door = { joinToken: seat.joinToken };
    const reply = await call(joinRoutes.join, { body: { door, name: seat.name, personToken } });
    if (!reply.ok) return reply;
    takeSeat({ ...reply.value, joinToken: seat.joinToken });
    setVisit((before) => before + 1);
    return null;
  };
  useHistoryGuard();
  useKeptAwake();
  useLateParts();
  if (session === null) return null;
  return <Playing {...{ session, seat, personToken, comeBack }} />;
}

type PlayingProps = SeatedPageProps & Pick<Play, 'session' | 'comeBack'>;

function Playing({ session, seat, personToken, comeBack }: PlayingProps) {
  const state = useSyncExternalStore(session.subscribe, session.getState);
  return (
    <PlayContext.Provider value={{ session, seat, state, personToken, comeBack }}>
      <RoundScreens />
    </PlayContext.Provider>
  );
}

/** After the first picture has been drawn and before the first question: nobody waits for either. */
const FETCH_PARTS_AFTER_MS = 1_200;

/** Fetches what is not in the first load while the phone has nothing else to do. */
function useLateParts(): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      lateParts.load();
      laterScreens.load();
    }, FETCH_PARTS_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
}

function useSession(seat: OwnSeat, personToken: string, visit: number): PlaySession | null {
  const [session, setSession] = useState<PlaySession | null>(null);
  const { roundId, seatNo } = seat;
  useEffect(() => {
    const opened = openPlaySession({ roundId, seatNo, personToken });
    setSession(opened);
    return () => opened.close();
  }, [roundId, seatNo, personToken, visit]);
  return session;
}
