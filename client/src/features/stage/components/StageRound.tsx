import { useEffect, useState } from 'react';
import { useWords } from '../../../lib/i18n';
import { useServerNow } from '../../../lib/server-clock';
import { momentOf } from '../model/moment';
import type { StageState } from '../model/stage-state';
import type { StageRound as Round } from '../model/use-stage-round';
import { stageWords } from '../words';
import { BoardScreen } from './BoardScreen';
import { GetReadyScreen } from './GetReadyScreen';
import { LobbyScreen } from './LobbyScreen';
import { OfflineTape } from './OfflineTape';
import { PodiumScreen } from './PodiumScreen';
import { QuestionScreen } from './QuestionScreen';
import { Quiet } from './Quiet';
import { RevealScreen } from './RevealScreen';
import { StageFrame } from './StageFrame';

/** The round as the hall sees it now. */
export function StageRound({ state, connection }: Pick<Round, 'state' | 'connection'>) {
  return (
    <>
      {connection === 'offline' && <OfflineTape />}
      {state.shared === null ? <Connecting /> : <Phase state={state} view={state.shared.view} />}
    </>
  );
}

type View = NonNullable<StageState['shared']>['view'];

function Phase({ state, view }: { state: StageState; view: View }) {
  const { counters, freshSeats } = state;
  switch (view.phase) {
    case 'lobby':
      return <LobbyScreen view={view} counters={counters} freshSeats={freshSeats} />;
    case 'question_open':
    case 'question_closed':
      return <OnAir key={view.question.questionNo} view={view} counters={counters} />;
    case 'reveal':
      return <RevealScreen key={view.questionNo} view={view} />;
    case 'leaderboard':
      return <BoardScreen key={view.questionNo} view={view} counters={counters} />;
    case 'finished':
      return <PodiumScreen view={view} />;
    case 'aborted':
      return <Aborted title={view.title} />;
  }
}

type OnAirView = Extract<View, { phase: 'question_open' | 'question_closed' }>;

/** Get ready is not a phase: it is a question whose opening instant has not come. */
function OnAir({ view, counters }: { view: OnAirView; counters: StageState['counters'] }) {
  const [isReady, setReady] = useState(false);
  if (isReady || view.phase === 'question_closed') {
    return <QuestionScreen view={view} question={view.question} counters={counters} />;
  }
  return <Lead view={view} counters={counters} onOpen={() => setReady(true)} />;
}

interface LeadProps {
  view: OnAirView;
  counters: StageState['counters'];
  onOpen: () => void;
}

/** Watches the clock until the question opens, so that the question itself need not be drawn again each tick. */
function Lead({ view, counters, onOpen }: LeadProps) {
  const moment = momentOf(view.question, useServerNow('raf'));
  const isOpen = moment.is !== 'ready';
  useEffect(() => {
    if (isOpen) onOpen();
  }, [isOpen, onOpen]);
  if (moment.is !== 'ready') return <QuestionScreen view={view} question={view.question} counters={counters} />;
  return <GetReadyScreen view={view} question={view.question} seconds={moment.seconds} counters={counters} />;
}

function Aborted({ title }: { title: string }) {
  const t = useWords(stageWords);
  return (
    <StageFrame title={title} note="" out={<strong>{t('safeHome')}</strong>}>
      <Quiet title={t('aborted')} help={t('abortedHelp')} />
    </StageFrame>
  );
}

/** Nothing for 0.3 s; a fast connection shows no wait at all. */
const SILENT_MS = 300;

function Connecting() {
  const t = useWords(stageWords);
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SILENT_MS);
    return () => clearTimeout(timer);
  }, []);
  return <main className="st-body">{isSlow && <Quiet title={t('connecting')} isLoading />}</main>;
}
