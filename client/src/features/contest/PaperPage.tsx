import { useState } from 'react';
import { Redirect, useLocation } from 'wouter';
import { useDocumentTitle } from '../../lib/display';
import { useWords } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { StateCard } from '../../ui/StateCard';
import { Opening } from './components/OwnGate';
import { PaperScreen } from './components/PaperScreen';
import { firstOpenLine } from './model/paper-state';
import { usePaper } from './model/use-paper';
import { words } from './words';

interface PaperPageProps {
  token: string;
  contestId: string;
  attemptId: string;
}

/** `/contests/:id/papers/:attemptId`: one question at a time, until it is handed in. */
export function PaperPage({ token, contestId, attemptId }: PaperPageProps) {
  const t = useWords(words);
  const [, navigate] = useLocation();
  useDocumentTitle(t('today'));
  const paper = usePaper(token, attemptId);
  const [chosenLine, setLine] = useState<number | null>(null);
  const [openedAt, setOpenedAt] = useState<number | null>(null);
  if (paper.state === null) return <Opening failure={paper.failure} onRetry={paper.reload} />;
  const { attempt } = paper.state;
  if (attempt.state === 'settled') return <Redirect to={`/contests/${contestId}/results/${attemptId}`} replace />;
  if (attempt.state === 'returned') {
    return (
      <main className="center-page">
        <StateCard
          isPage
          title={t('returnedTitle')}
          help={t('returnedHelp')}
          action={<Button onClick={() => navigate(`/contests/${contestId}`, { replace: true })}>{t('toHome')}</Button>}
        />
      </main>
    );
  }
  // Where somebody came back to; from then on the person turns the pages.
  if (openedAt === null) setOpenedAt(firstOpenLine(paper.state));
  const lineNo = chosenLine ?? openedAt ?? 1;
  return (
    <PaperScreen
      paper={paper}
      state={paper.state}
      lineNo={lineNo}
      onTurn={(next) => {
        setLine(next);
        window.scrollTo(0, 0);
      }}
    />
  );
}
