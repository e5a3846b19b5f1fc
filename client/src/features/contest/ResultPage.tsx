import { useCallback, useState } from 'react';
import { Redirect, useLocation } from 'wouter';
import { contestRoutes, type Attempt, type AttemptResult, type ContestHome } from '@anquanli/contract/contest';
import { call } from '../../lib/api-client';
import { useDocumentTitle } from '../../lib/display';
import { formatCalendarDay } from '../../lib/dates';
import { formatNumber, useLanguage, useWords } from '../../lib/i18n';
import { useLoaded } from '../../lib/use-call';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { Marked } from '../../ui/Marked';
import { Vee } from '../../ui/Mark';
import { Note } from '../../ui/Note';
import { Plate } from '../../ui/Plate';
import { Opening } from './components/OwnGate';
import { ResultQuestion } from './components/ResultQuestion';
import { useHome } from './HomePage';
import { words } from './words';

interface ResultPageProps {
  token: string;
  contestId: string;
  attemptId: string;
}

/** `/contests/:id/results/:attemptId`: how it went, what to remember, and where one stands now. */
export function ResultPage({ token, contestId, attemptId }: ResultPageProps) {
  const t = useWords(words);
  useDocumentTitle(t('finish'));
  const load = useCallback(() => call(contestRoutes.attempt, { params: { attemptId }, token }), [attemptId, token]);
  const { value: attempt, failure, reload } = useLoaded<Attempt>(load);
  const { value: home } = useHome(token, contestId);
  if (attempt === null) return <Opening failure={failure} onRetry={reload} />;
  const { result } = attempt;
  if (result === null) return <Redirect to={`/contests/${contestId}/papers/${attemptId}`} replace />;
  return (
    <main className="scr">
      <ResultHead attempt={attempt} result={result} />
      <div className="bandline" />
      <div className="main">
        {result.by === 'time' && <Note tone="plain" icon="clock" title={t('byTime')} />}
        {result.isRemoved && <Note tone="no" title={t('removed')} />}
        {attempt.kind === 'counting' && home !== null && <Places home={home} />}
        {attempt.kind === 'counting' && result.isPassed && home?.isCertificateEarned === true && (
          <Note tone="ok" title={t('passed')} />
        )}
        <Questions attempt={attempt} result={result} />
      </div>
      <ResultBar attempt={attempt} home={home} />
    </main>
  );
}

function ResultHead({ attempt, result }: { attempt: Attempt; result: AttemptResult }) {
  const t = useWords(words);
  const [language] = useLanguage();
  const seconds = Math.round(result.timeMs / 1_000);
  const right = result.lines.filter(({ verdict }) => verdict === 'right').map(({ lineNo }) => lineNo);
  const marks =
    right.length === result.lines.length
      ? t('marksAll')
      : right.length === 0
        ? t('marksNone')
        : t('marksLabel', { right: right.join('、') });
  return (
    <header className="finalhead">
      <Vee />
      <p>
        {attempt.kind === 'counting'
          ? t('resultDay', { day: formatCalendarDay(attempt.day, language) })
          : t(attempt.kind === 'practice' ? 'resultPractice' : 'resultNotebook')}
      </p>
      <h1 className="big">
        {result.right}
        <small>{t('rightOf', { asked: result.asked })}</small>
      </h1>
      <p className="brim-sub">
        <Marked
          text={
            attempt.kind === 'counting'
              ? t('resultPoints', { points: formatNumber(result.points), seconds: formatNumber(seconds) })
              : t('resultTime', { seconds: formatNumber(seconds) })
          }
        />
      </p>
      <div className="score5" role="img" aria-label={marks}>
        {result.lines.map(({ lineNo, verdict }) => (
          <i key={lineNo} className={verdict === 'right' ? undefined : 'no'}>
            <Icon name={verdict === 'right' ? 'tick' : 'cross'} />
          </i>
        ))}
      </div>
    </header>
  );
}

function Places({ home: { standing } }: { home: ContestHome }) {
  const t = useWords(words);
  const { unit } = standing;
  const name = (scope: string, fallback: string) =>
    scope === 'all' ? t('placeAll') : t('placeInUnit', { name: fallback });
  return (
    <Plate className="trio">
      {standing.places.map(({ scope, place, name: where }) => (
        <div key={scope}>
          <b>{place === null ? '–' : formatNumber(place)}</b>
          <span>{name(scope, where)}</span>
        </div>
      ))}
      {standing.places.length < 3 && unit !== null && (
        <div>
          <b>{unit.place === null ? '–' : formatNumber(unit.place)}</b>
          <span>{unit.name}</span>
        </div>
      )}
    </Plate>
  );
}

function Questions({ attempt, result }: { attempt: Attempt; result: AttemptResult }) {
  const t = useWords(words);
  const [isAll, setAll] = useState(false);
  const wrong = result.lines.filter(({ verdict }) => verdict !== 'right');
  const shown = isAll ? result.lines : wrong;
  return (
    <>
      <div className="sec">
        <h2 className="h2">{wrong.length === 0 ? t('allRight') : t('wrongOnes')}</h2>
        {wrong.length > 0 && attempt.kind === 'counting' && <span className="sm muted">{t('intoNotebook')}</span>}
      </div>
      {shown.map((line) => (
        <ResultQuestion key={line.lineNo} question={attempt.questions[line.lineNo - 1]} line={line} />
      ))}
      <Button kind="quiet" aria-expanded={isAll} onClick={() => setAll(!isAll)}>
        {isAll ? t('showWrong') : t('showAll', { count: result.lines.length })}
      </Button>
    </>
  );
}

function ResultBar({ attempt, home }: { attempt: Attempt; home: ContestHome | null }) {
  const t = useWords(words);
  const [, navigate] = useLocation();
  const base = `/contests/${attempt.contestId}`;
  const left = home?.attemptsLeft ?? 0;
  return (
    <div className="bar after-all">
      {attempt.kind === 'counting' && home?.practice != null ? (
        <Button icon="dumbbell" onClick={() => navigate(`${base}/practice`)}>
          {t('toPractice')}
        </Button>
      ) : (
        <Button onClick={() => navigate(base)}>{t('toHome')}</Button>
      )}
      {attempt.kind === 'counting' && (
        <Button kind="text" onClick={() => navigate(base)}>
          {left > 0 ? t('moreToday', { count: left }) : t('toHome')}
        </Button>
      )}
    </div>
  );
}
