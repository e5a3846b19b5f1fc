import { useEffect, useLayoutEffect } from 'react';
import { useWords } from '../../../lib/i18n';
import { useDocumentTitle } from '../../../lib/display';
import { useIsPast } from '../../../lib/server-clock';
import { vibrate } from '../../../lib/vibrate';
import { StateCard } from '../../../ui/StateCard';
import { Tape } from '../../../ui/Tape';
import { late } from '../../../lib/late';
import { screenOf, type Screen } from '../model/screen';
import { usePlay } from '../play-context';
import { words } from '../words';
import { AbortedScreen } from './AbortedScreen';
import { GateScreen } from './GateScreen';
import { GetReadyScreen } from './GetReadyScreen';
import { LobbyScreen } from './LobbyScreen';
import { QuestionScreen } from './QuestionScreen';

/** What comes after a first question: a phone fetches it while it waits in the lobby. */
export const laterScreens = late(
  () => import('./later-screens'),
  ({ LATER_SCREENS: screens }) => screens,
);

/** The screen of the moment, under the tape while the network is away. */
export function RoundScreens() {
  const { state } = usePlay();
  const view = state.snapshot.shared?.view;
  const question = view?.phase === 'question_open' ? view.question : null;
  const isOpen = useIsPast(question === null ? null : question.opensAt);
  const screen = screenOf(state.snapshot, state.gate, isOpen);
  const t = useWords(words);
  useDocumentTitle(view?.title ?? '');

  useEffect(() => {
    if (screen.name === 'question' && isOpen) vibrate(40);
  }, [screen.name, isOpen]);

  // A new key starts the slide from phase to phase, which begins at the top of the page.
  const phaseKey = `${screen.name} ${view?.questionNo ?? 0}`;
  useLayoutEffect(() => {
    window.scrollTo(0, 0);
  }, [phaseKey]);

  const isAway = state.connection === 'offline' && screen.name !== 'gate';
  return (
    <main className="scr">
      {isAway && <Tape title={t('offlineTitle')} help={t('offlineHelp')} />}
      <div className="phase" key={phaseKey}>
        <ScreenBody screen={screen} />
      </div>
    </main>
  );
}

function ScreenBody({ screen }: { screen: Screen }) {
  switch (screen.name) {
    case 'gate':
      return <GateScreen gate={screen.gate} />;
    case 'loading':
      return <Waiting />;
    case 'lobby':
      return <LobbyScreen view={screen.view} />;
    case 'get_ready':
      return <GetReadyScreen view={screen.view} />;
    case 'question':
      return <QuestionScreen view={screen.view} />;
    case 'reveal':
    case 'leaderboard':
    case 'final':
      return <LaterScreen screen={screen} />;
    case 'aborted':
      return <AbortedScreen />;
  }
}

function LaterScreen({ screen }: { screen: Extract<Screen, { name: 'reveal' | 'leaderboard' | 'final' }> }) {
  const { part: screens } = laterScreens.use();
  if (screens === null) return <Waiting />;
  switch (screen.name) {
    case 'reveal':
      return <screens.reveal view={screen.view} />;
    case 'leaderboard':
      return <screens.leaderboard view={screen.view} />;
    case 'final':
      return <screens.final view={screen.view} />;
  }
}

function Waiting() {
  const t = useWords(words);
  return (
    <div className="center-page">
      <StateCard isPage isLoading title={t('connecting')} help={t('connectingHelp')} />
    </div>
  );
}
