import { formatNumber, useWords } from '../../../lib/i18n';
import { Card } from '../../../ui/desk/Card';
import { Icon } from '../../../ui/Icon';
import { consoleWords } from '../words-console';
import type { ConsolePart } from './console-part';

/** The top of the board, and the question that comes next. */
export function BoardCard({ shared }: ConsolePart) {
  const t = useWords(consoleWords);
  const { view } = shared;
  const next = view.questions.find((question) => question.questionNo === view.questionNo + 1);
  return (
    <Card
      className="dk-now"
      isScrollable
      title={t('board')}
      note={view.board.length > 0 ? t('boardTop', { count: view.board.length }) : t('boardEmpty')}
      aside={view.ranked > 0 ? <span>{t('ranked', { count: formatNumber(view.ranked) })}</span> : undefined}
    >
      <ol className="dk-board">
        {view.board.map((row) => (
          <li key={row.seatNo}>
            <b className="num">{row.rank}</b>
            <span>{row.name}</span>
            <Move places={row.move} />
            <span className="muted">{t('rightCount', { count: row.rightCount })}</span>
            <b className="num">{t('points', { points: formatNumber(row.points) })}</b>
          </li>
        ))}
      </ol>
      <p className="dk-next-line">
        {next === undefined ? (
          <span>{t('nothingNext')}</span>
        ) : (
          <>
            <span>{t('nextQuestion', { no: next.questionNo })}</span> {next.stem}
          </>
        )}
      </p>
    </Card>
  );
}

function Move({ places }: { places: number | null }) {
  if (places === null || places === 0) return <span className="move" />;
  const isUp = places > 0;
  return (
    <span className={`move ${isUp ? 'up' : 'down'}`}>
      <Icon name={isUp ? 'up' : 'down'} />
      {Math.abs(places)}
    </span>
  );
}
