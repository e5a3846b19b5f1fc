import { useCallback, useState } from 'react';
import { Link } from 'wouter';
import { roundRoutes } from '@anquanli/contract/rounds';
import { call } from '../../lib/api-client';
import { formatMoment } from '../../lib/dates';
import { useDocumentTitle } from '../../lib/display';
import { useErrorText } from '../../lib/error-words';
import { useLanguage, useWords } from '../../lib/i18n';
import { useLoaded } from '../../lib/use-call';
import { deskButton, DeskButton } from '../../ui/desk/DeskButton';
import { PageHead } from '../../ui/desk/PageHead';
import { Note } from '../../ui/Note';
import { StateCard } from '../../ui/StateCard';
import { BoardTable } from './components/BoardTable';
import { QuestionList } from './components/QuestionList';
import type { Results } from './components/results-part';
import { ResultActions } from './components/ResultActions';
import { StatisticsRow } from './components/StatisticsRow';
import { UnitTable } from './components/UnitTable';
import { words } from './words';

/** What came of a round: figures, board, and every question. */
export default function ResultsPage({ roundId }: { roundId: string }) {
  const t = useWords(words);
  const [language] = useLanguage();
  const [offset, setOffset] = useState(0);
  const [kept, setKept] = useState<Results | null>(null);
  const { value, failure, isReading, reload } = useLoaded(
    useCallback(async () => {
      const outcome = await call(roundRoutes.results, { params: { roundId }, query: { offset: String(offset) } });
      if (outcome.ok) setKept(outcome.value);
      return outcome;
    }, [roundId, offset]),
  );
  const problem = useErrorText(failure);
  // While another page of the board is read, the old one stays.
  const results = value ?? kept;
  useDocumentTitle(results === null ? t('title') : `${t('title')} · ${results.round.title}`);

  if (results === null) {
    if (problem === '') return <StateCard isLoading title={t('loading')} />;
    return (
      <StateCard
        title={t('loadFailed')}
        help={problem}
        action={<DeskButton onClick={reload}>{t('retry')}</DeskButton>}
      />
    );
  }

  const { round } = results;
  const isOver = round.phase === 'finished' || round.phase === 'aborted';
  const help =
    round.phase === 'aborted'
      ? t('help_aborted')
      : round.finishedAt === null
        ? t('help_running')
        : t('help_finished', { date: formatMoment(round.finishedAt, language) });
  const deletes =
    round.deletesAt === null ? '' : ` · ${t('deletes', { date: formatMoment(round.deletesAt, language) })}`;
  return (
    <>
      <PageHead
        title={round.title}
        help={`${help}${deletes}`}
        actions={<ResultActions round={round} isOver={isOver} />}
      />
      {problem !== '' && <Note tone="no" title={problem} />}
      {results.statistics.questionsPlayed === 0 ? (
        <StateCard
          title={t('emptyTitle')}
          help={t('emptyHelp')}
          action={
            <Link href={isOver ? '/rounds' : `/rounds/${roundId}/run`} className={deskButton('primary')}>
              {t(isOver ? 'toRounds' : 'toConsole')}
            </Link>
          }
        />
      ) : (
        <>
          <StatisticsRow statistics={results.statistics} planned={round.questionCount} />
          <UnitTable results={results} />
          <div className="dk-results">
            <BoardTable results={results} offset={offset} isReading={isReading} onPage={setOffset} />
            <QuestionList results={results} onVoided={reload} />
          </div>
        </>
      )}
    </>
  );
}
