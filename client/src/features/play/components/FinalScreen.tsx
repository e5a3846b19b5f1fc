import { useState } from 'react';
import { useLocation } from 'wouter';
import type { PlayerView, Standing } from '@anquanli/contract/live';
import { formatNumber, useWords } from '../../../lib/i18n';
import { ownSeat } from '../../../lib/own-seat';
import { Button } from '../../../ui/Button';
import { Marked } from '../../../ui/Marked';
import { Vee } from '../../../ui/Mark';
import { Plate } from '../../../ui/Plate';
import { countedQuestions, meanRightSeconds } from '../model/review';
import { usePlay } from '../play-context';
import { useReview } from '../use-review';
import { words } from '../words';
import { ReviewList } from './ReviewList';

/** Own place first, then what is worth a second look. */
export function FinalScreen({ view }: { view: Extract<PlayerView, { phase: 'finished' }> }) {
  const t = useWords(words);
  const { state, seat } = usePlay();
  const review = useReview();
  const [isUnfolded, setUnfolded] = useState(false);
  const [, navigate] = useLocation();
  const me = state.snapshot.me;
  const standing = me?.standing ?? null;
  const questions = review.questions ?? [];

  function leave() {
    navigate('/', { replace: true });
    ownSeat.clear();
  }

  return (
    <>
      <header className="finalhead">
        <Vee />
        {standing === null ? (
          <p>{t('finalNone')}</p>
        ) : (
          <>
            <p>{t('finalTitle', { name: me?.name ?? seat.name })}</p>
            <h1 className="big">
              <Marked text={t('finalPlace', { rank: standing.rank })} />
            </h1>
            <p className="brim-sub">{t('finalOf', { count: formatNumber(view.ranked) })}</p>
          </>
        )}
      </header>
      <div className="bandline" />
      <div className="main">
        {standing !== null && (
          <Trio
            standing={standing}
            questionCount={review.questions === null ? view.questionNo : countedQuestions(questions)}
          />
        )}
        <ReviewList review={review} isUnfolded={isUnfolded} />
      </div>
      <div className="bar after-all">
        {questions.length > 0 && (
          <Button icon="book" aria-expanded={isUnfolded} onClick={() => setUnfolded(!isUnfolded)}>
            {isUnfolded ? t('reviewFold') : t('reviewAll', { count: questions.length })}
          </Button>
        )}
        <Button kind="text" onClick={leave}>
          {t('anotherRound')}
        </Button>
      </div>
    </>
  );
}

function Trio({ standing, questionCount }: { standing: Standing; questionCount: number }) {
  const t = useWords(words);
  const seconds = meanRightSeconds(standing.rightTimeMs, standing.rightCount);
  return (
    <Plate className="trio">
      <div>
        <b>
          {standing.rightCount}
          <small> / {questionCount}</small>
        </b>
        <span>{t('rightCount')}</span>
      </div>
      <div>
        <b>{formatNumber(standing.total)}</b>
        <span>{t('totalPoints')}</span>
      </div>
      <div>
        <b>
          {seconds === null ? '–' : seconds.toFixed(1)}
          {seconds !== null && <small> {t('secondsUnit')}</small>}
        </b>
        <span>{t('meanTime')}</span>
      </div>
    </Plate>
  );
}
