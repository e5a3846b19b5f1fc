import type { BoardRow, Me } from '@anquanli/contract/live';
import { formatNumber, useWords } from '../../../lib/i18n';
import { Icon } from '../../../ui/Icon';
import { boardLines } from '../model/screen';
import { words } from '../words';

/** The top of the board and the own row, which is never missing. */
export function Board({ board, me }: { board: readonly BoardRow[]; me: Me }) {
  const t = useWords(words);
  return (
    <ol className="board">
      {boardLines(board, me).map((line) => {
        if (line.kind === 'gap') {
          return (
            <li key="gap" className="gapline" aria-hidden="true">
              ···
            </li>
          );
        }
        const { row, isMine } = line;
        const place = row.rank <= 3 ? ` top${row.rank}` : '';
        return (
          <li key={row.seatNo} className={`lb${place}${isMine ? ' me' : ''}`} aria-current={isMine || undefined}>
            <span className="n">{row.rank}</span>
            {/* The full name only on the own phone. */}
            <span className="who">{isMine ? t('meSuffix', { name: me.name }) : row.name}</span>
            <span className="p">{formatNumber(row.points)}</span>
            <Move move={row.move} />
          </li>
        );
      })}
    </ol>
  );
}

function Move({ move }: { move: number | null }) {
  const t = useWords(words);
  if (move === null) {
    return (
      <span className="move">
        <span className="vh">{t('moveNew')}</span>
      </span>
    );
  }
  if (move === 0) {
    return (
      <span className="move down" role="img" aria-label={t('moveNone')}>
        <Icon name="same" />
      </span>
    );
  }
  const count = Math.abs(move);
  const label = move > 0 ? t('moveUp', { count }) : t('moveDown', { count });
  return (
    <span className={`move ${move > 0 ? 'up' : 'down'}`} role="img" aria-label={label}>
      <Icon name={move > 0 ? 'up' : 'down'} />
      {count}
    </span>
  );
}
