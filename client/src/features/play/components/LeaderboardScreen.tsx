import type { PlayerView } from '@anquanli/contract/live';
import { formatNumber, useWords } from '../../../lib/i18n';
import { Icon } from '../../../ui/Icon';
import { Marked } from '../../../ui/Marked';
import { Note } from '../../../ui/Note';
import { usePlay } from '../play-context';
import { words } from '../words';
import { Board } from './Board';
import { Brim } from '../../../ui/Brim';
import { DisplaySwitches } from './DisplaySwitches';

/** Where am I, and how far is it to the next. */
export function LeaderboardScreen({ view }: { view: Extract<PlayerView, { phase: 'leaderboard' }> }) {
  const t = useWords(words);
  const { me } = usePlay().state.snapshot;
  const gapToNext = me?.standing?.gapToNext ?? null;
  const isLast = view.questionNo >= view.questionCount;
  return (
    <>
      <Brim
        isLow
        title={t('leaderboard')}
        sub={t('afterQuestion', { no: view.questionNo, count: formatNumber(view.ranked) })}
        aside={<DisplaySwitches />}
        steps={{ count: view.questionCount, current: view.questionNo, isCurrentDone: true }}
      />
      <div className="main">
        {view.isSkipped && <Note tone="plain" title={t('skipped', { no: view.questionNo })} />}
        {me !== null && <Board board={view.board} me={me} />}
        {gapToNext !== null && gapToNext > 0 && (
          <p className="hint gap-hint">
            <span>
              <Marked text={t('gap', { points: formatNumber(gapToNext) })} />
            </span>
          </p>
        )}
      </div>
      <div className="bar bare">
        <p className="hint">
          <Icon name="clock" />
          {isLast ? t('waitEnd') : t('waitQuestion', { no: view.questionNo + 1 })}
        </p>
      </div>
    </>
  );
}
